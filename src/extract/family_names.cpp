#include "extract/family_names.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "extract/english.hpp"
#include "extract/mention_words.hpp"

namespace relata {
namespace {

/// Where a name stands: sentence and first word.
using Position = std::pair<std::size_t, std::size_t>;

/// What names tell of a cluster.
struct Bearer {
  std::set<std::string> families;   ///< last words of names of several words
  std::set<std::string> alone;      ///< names of one word
  std::optional<Position> in_full;  ///< where its first name of several words stands
  std::vector<Position> alone_at;   ///< where it is called by one word
  bool person = false;              ///< by the tagger, at one of its names
  bool he = false, she = false;
};

/// Mentions by name that are no list, by the sentence and word of their heads: the first of each.
std::map<Position, const Mention*> named_by_head(const Analysis& analysis) {
  std::map<Position, const Mention*> found;
  for (const Mention& mention : analysis.mentions) {
    if (!is_valid(analysis, mention) || mention.form != MentionForm::kName ||
        is_coordination(analysis.sentences[mention.sentence], mention)) {
      continue;
    }
    found.try_emplace({mention.sentence, mention.head}, &mention);
  }
  return found;
}

class FamilyNames {
 public:
  FamilyNames(const Analysis& analysis, const Lexicon& lexicon)
      : analysis_(analysis), named_(named_by_head(analysis)), bearers_(count_clusters(analysis)) {
    for (const Name& name : analysis.names) {
      if (is_valid(analysis, name)) add(name, lexicon);
    }
    for (const Mention& mention : analysis.mentions) {
      if (!is_valid(analysis, mention) || mention.form != MentionForm::kPronoun) continue;
      const std::string form =
          lower_ascii(analysis.sentences[mention.sentence].words[mention.head].form);
      Bearer& bearer = bearers_[mention.cluster];
      bearer.he = bearer.he || form == "he" || form == "him" || form == "his";
      bearer.she = bearer.she || form == "she" || form == "her";
    }
  }

  /// The cluster that each is joined to: itself, or that of a person of the family.
  std::vector<std::size_t> joined() const {
    std::vector<std::size_t> into(bearers_.size());
    for (std::size_t i = 0; i < into.size(); ++i) into[i] = person_of(i).value_or(i);
    return into;
  }

 private:
  /// The cluster of the mention that a tagged name heads, the first in the text's order of
  /// mentions, if there is one.
  std::optional<std::size_t> cluster_of(const Name& name) const {
    const Mention* first = nullptr;
    const auto end = named_.upper_bound({name.sentence, name.last});
    for (auto at = named_.lower_bound({name.sentence, name.first}); at != end; ++at) {
      if (first == nullptr || at->second < first) first = at->second;
    }
    return first == nullptr ? std::nullopt : std::optional(first->cluster);
  }

  void add(const Name& name, const Lexicon& lexicon) {
    const Sentence& sentence = analysis_.sentences[name.sentence];
    const std::string last = lower_ascii(sentence.words[name.last].form);
    if (name.first < name.last && name.type != NameType::kPerson) {
      for (std::size_t id = name.first; id <= name.last; ++id) {
        in_other_names_.insert(lower_ascii(sentence.words[id].form));
      }
    }
    const auto cluster = cluster_of(name);
    if (!cluster) return;
    Bearer& bearer = bearers_[*cluster];
    const Position at{name.sentence, name.first};
    bearer.person = bearer.person || name.type == NameType::kPerson;
    if (name.first == name.last) {
      bearer.alone.insert(last);
      bearer.alone_at.push_back(at);
      return;
    }
    if (name.type == NameType::kPerson && !lexicon.is_title(sentence.words[name.first].form)) {
      bearer.families.insert(last);
      if (!bearer.in_full || at < *bearer.in_full) bearer.in_full = at;
      return;
    }
    bearer.families.insert("");  // a name of several words that is no person's
  }

  /// Whom a cluster without a name but a family's is.
  std::optional<std::size_t> person_of(std::size_t cluster) const {
    constexpr std::size_t kShortest = 3;  // letters: "Al" is no family
    const Bearer& brief = bearers_[cluster];
    if (brief.alone.size() != 1 || !brief.families.empty()) return std::nullopt;
    const std::string& family = *brief.alone.begin();
    if (family.size() < kShortest || (!brief.person && in_other_names_.contains(family))) {
      return std::nullopt;
    }
    std::vector<std::pair<Position, std::size_t>> people;
    for (std::size_t i = 0; i < bearers_.size(); ++i) {
      if (bearers_[i].in_full && bearers_[i].families.contains(family)) {
        people.emplace_back(*bearers_[i].in_full, i);
      }
    }
    if (people.size() < 2) return std::nullopt;
    std::sort(people.begin(), people.end());
    const auto& [first, person] = people.front();
    const Position& second = people[1].first;
    const bool between =
        std::any_of(brief.alone_at.begin(), brief.alone_at.end(),
                    [&](const Position& at) { return people.front().first < at && at < second; });
    const Bearer& full = bearers_[person];
    if (!between || (brief.he && full.she) || (brief.she && full.he)) return std::nullopt;
    return person;
  }

  const Analysis& analysis_;
  std::map<Position, const Mention*> named_;
  std::vector<Bearer> bearers_;
  std::set<std::string> in_other_names_;  ///< words of longer names of places and bodies
};

/// "it", "its": nobody, whatever coreference took the name for.
bool is_thing(const Analysis& analysis, const Mention& mention) {
  if (!is_valid(analysis, mention) || mention.form != MentionForm::kPronoun) return false;
  const std::string form =
      lower_ascii(analysis.sentences[mention.sentence].words[mention.head].form);
  return form == "it" || form == "its" || form == "itself";
}

}  // namespace

Analysis join_family_names(Analysis analysis, const Lexicon& lexicon) {
  const std::vector<std::size_t> into = FamilyNames(analysis, lexicon).joined();
  for (Mention& mention : analysis.mentions) {
    if (into[mention.cluster] == mention.cluster || is_thing(analysis, mention)) continue;
    mention.cluster = into[mention.cluster];
    const bool thing =
        mention.type == MentionType::kPlace || mention.type == MentionType::kOrganization;
    if (thing && mention.form == MentionForm::kName) mention.type = MentionType::kPerson;
  }
  return analysis;
}

}  // namespace relata

#include "resolve/definite_descriptions.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>

#include "relata/resolve/name.hpp"
#include "resolve/candidate_pair.hpp"

namespace relata {
namespace {

constexpr double kNounScore = 0.76;
constexpr double kTakenUpScore = 0.75;

/// A description takes up a name that stands at most so many code points before it: a paragraph or
/// two, as for company (company.cpp).
constexpr std::size_t kReach = 400;

bool is_body_or_place(EntityType type) {
  return type == EntityType::kOrganization || type == EntityType::kPlace;
}

/// "airline" of "Airlines".
std::string without_plural(const std::string& noun) {
  return noun.size() > 3 && noun.ends_with('s') && !noun.ends_with("ss")
             ? noun.substr(0, noun.size() - 1)
             : noun;
}

/// Where entities are mentioned, as far as the records tell.
std::vector<std::set<std::size_t>> find_positions(const DocumentRecords& document) {
  std::unordered_map<std::string_view, std::size_t> ids;
  std::vector<std::set<std::size_t>> positions(document.entities.size());
  for (std::size_t i = 0; i < positions.size(); ++i) {
    ids.emplace(document.entities[i].entity, i);
    positions[i].insert(document.entities[i].first.start);
  }
  const auto add = [&](const Argument& argument) {
    const auto found = ids.find(argument.entity);
    if (found != ids.end() && argument.range)
      positions[found->second].insert(argument.range->start);
  };
  for (const TripleRecord& triple : document.triples) {
    add(triple.subject);
    if (triple.object) add(*triple.object);
  }
  return positions;
}

/// True if one of the positions lies within reach before `position`.
bool stands_before(const std::set<std::size_t>& positions, std::size_t position) {
  const auto next = positions.lower_bound(position);
  return next != positions.begin() && position - *std::prev(next) <= kReach;
}

CandidatePair make_pair(std::size_t described, std::size_t named,
                        std::span<const EntityProfile> profiles) {
  const std::string& x = profiles[described].text;
  const std::string& y = profiles[named].names.front().surface;
  return candidate_pair(described, named, kNounScore, "noun of the name", x, y);
}

}  // namespace

std::vector<CandidatePair> find_described_names(const DocumentRecords& document,
                                                std::span<const EntityProfile> profiles,
                                                const std::vector<FirstPhrase>& phrases,
                                                const Lexicon& lexicon) {
  std::map<std::string, std::vector<std::size_t>, std::less<>> by_noun;
  for (std::size_t i = 0; i < profiles.size(); ++i) {
    const EntityProfile& profile = profiles[i];
    if (profile.names.empty() || !profile.country.empty() || !is_body_or_place(profile.type)) {
      continue;
    }
    const ParsedName& full = profile.names.front();
    const std::string noun = without_plural(head_word(full));
    // "the city", "the region" may be any that the text speaks of, "the bridge" is a named one.
    if (full.words.size() > 1 && !lexicon.is_kind_of_place(noun) &&
        lexicon.noun_class(noun) != NounClass::kOther) {
      by_noun[noun].push_back(i);
    }
  }
  std::vector<CandidatePair> pairs;
  if (by_noun.empty()) return pairs;
  const std::vector<std::set<std::size_t>> positions = find_positions(document);
  for (std::size_t i = 0; i < profiles.size(); ++i) {
    const EntityProfile& profile = profiles[i];
    if (!profile.names.empty() || profile.descriptions.empty() || profile.plural) continue;
    const ParsedDescription& description = profile.descriptions.front();
    const auto named = by_noun.find(description.head);
    if (named == by_noun.end() || !description.bare || !is_body_or_place(profile.type) ||
        determiner_of(phrases[i]) != "the") {
      continue;
    }
    std::set<std::string> names;
    for (const std::size_t n : named->second) names.insert(main_key(profiles[n]));
    if (names.size() != 1) continue;
    for (const std::size_t n : named->second) {
      // "the government", which its sentence gives to another country.
      const bool of_another = !description.anchor_country.empty() &&
                              likely_home_of(profiles[n]) != description.anchor_country;
      if (profiles[n].type != profile.type || of_another ||
          !stands_before(positions[n], document.entities[i].first.start)) {
        continue;
      }
      pairs.push_back(make_pair(i, n, profiles));
    }
  }
  return pairs;
}

namespace {

/// One thing without a name, by the noun of its first description.
struct DescribedOne {
  std::size_t unit = 0;
  std::size_t start = 0;  ///< code point
  bool headline = false;
  bool bare = false;  ///< "the officer"
};

/// The document's title, or a first sentence without a mark at its end.
bool is_headline(const FirstPhrase& phrase, const std::string& title) {
  const std::string sentence = phrase.before + phrase.text + phrase.after;
  if (sentence.empty()) return false;
  const bool marked = std::string_view(".!?").find(sentence.back()) != std::string_view::npos;
  return title.starts_with(sentence) || (phrase.sentence == 1 && !marked);
}

/// One sentence, or two side by side in a paragraph.
bool is_one_passage(const FirstPhrase& first, const FirstPhrase& second) {
  return first.sentence == second.sentence ||
         (first.sentence + 1 == second.sentence && !second.previous.empty());
}

bool may_be_taken_up(const EntityProfile& profile) {
  // "an army of their own"
  const bool owned = profile.owned || profile.text.str().ends_with(" own");
  return profile.names.empty() && !profile.descriptions.empty() && !profile.plural &&
         profile.descriptions.front().count.empty() && !owned &&
         (profile.type == EntityType::kPerson || profile.type == EntityType::kObject ||
          profile.type == EntityType::kOrganization);
}

}  // namespace

std::vector<CandidatePair> find_taken_up(const DocumentRecords& document,
                                         std::span<const EntityProfile> profiles,
                                         const std::vector<FirstPhrase>& phrases,
                                         const Lexicon& /*lexicon*/) {
  constexpr std::size_t kLead = 600;  // code points behind the headline's
  std::map<std::pair<std::string, EntityType>, std::vector<DescribedOne>> by_noun;
  for (std::size_t i = 0; i < profiles.size(); ++i) {
    if (!may_be_taken_up(profiles[i])) continue;
    const ParsedDescription& first = profiles[i].descriptions.front();
    const bool bare =
        join_words(fold_words(phrases[i].text)) == first.head && determiner_of(phrases[i]) == "the";
    by_noun[{first.head, profiles[i].type}].push_back(
        {i, document.entities[i].first.start, is_headline(phrases[i], document.document.title),
         bare});
  }
  std::vector<CandidatePair> pairs;
  const auto add = [&](const DescribedOne& a, const DescribedOne& b, const std::string& noun) {
    if (!may_describe_one(profiles[a.unit].descriptions.front(),
                          profiles[b.unit].descriptions.front()) &&
        !a.headline) {
      return;
    }
    pairs.push_back({std::min(a.unit, b.unit),
                     std::max(a.unit, b.unit),
                     {kTakenUpScore, "description taken up", noun + " = " + noun}});
  };
  for (auto& [key, alike] : by_noun) {
    std::sort(alike.begin(), alike.end(),
              [](const DescribedOne& a, const DescribedOne& b) { return a.start < b.start; });
    for (std::size_t n = 1; n < alike.size(); ++n) {
      if (!alike[n].bare) continue;
      // The one before it within reach, or of several none.
      const DescribedOne* before = nullptr;
      bool several = false;
      for (std::size_t other = 0; other < n; ++other) {
        if (alike[other].headline || alike[n].start - alike[other].start > kReach) continue;
        several = before != nullptr;
        before = &alike[other];
      }
      if (before == nullptr || several || before->bare) continue;
      // A page of unrelated items has an aircraft in each.
      if (!profiles[before->unit].main_country.empty() ||
          is_one_passage(phrases[before->unit], phrases[alike[n].unit])) {
        add(*before, alike[n], key.first);
      }
    }
    if (alike.size() < 2 || !alike[0].headline || alike[1].headline || alike[1].bare) continue;
    const auto others = std::count_if(alike.begin() + 1, alike.end(),
                                      [](const DescribedOne& other) { return !other.bare; });
    if (others == 1 && alike[1].start - alike[0].start <= kLead) add(alike[0], alike[1], key.first);
  }
  return pairs;
}

}  // namespace relata

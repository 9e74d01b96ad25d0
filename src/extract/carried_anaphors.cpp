#include "extract/carried_anaphors.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "extract/english.hpp"
#include "extract/mention_words.hpp"

namespace relata {
namespace {

enum class Anaphor { kNone, kHe, kShe, kIt, kThey, kDescription };

const Word& head_of(const Analysis& analysis, const Mention& mention) {
  return analysis.sentences[mention.sentence].words[mention.head];
}

Anaphor pronoun_of(const std::string& form) {
  const auto is = [&](std::initializer_list<const char*> forms) {
    return std::find(forms.begin(), forms.end(), form) != forms.end();
  };
  if (is({"he", "him", "his", "himself"})) return Anaphor::kHe;
  if (is({"she", "her", "hers", "herself"})) return Anaphor::kShe;
  if (is({"it", "its", "itself"})) return Anaphor::kIt;
  if (is({"they", "them", "their", "theirs", "themselves"})) return Anaphor::kThey;
  return Anaphor::kNone;
}

/// A noun with nothing but its article: "the junta in Bamako" tells which one.
bool is_bare(const Sentence& sentence, const Mention& mention) {
  if (mention.last != mention.head || mention.head != mention.first + 1 ||
      lower_ascii(sentence.words[mention.first].form) != "the") {
    return false;
  }
  return std::none_of(sentence.words.begin(), sentence.words.end(), [&](const Word& word) {
    return word.head == mention.head + 1 && word.deprel != "det" && word.deprel != "case" &&
           word.deprel != "punct" && word.deprel != "cop";
  });
}

/// What can only be told from what stands elsewhere: a pronoun, or "the" and a bare noun.
Anaphor anaphor_of(const Analysis& analysis, const Mention& mention) {
  const Word& head = head_of(analysis, mention);
  if (mention.form == MentionForm::kPronoun) return pronoun_of(lower_ascii(head.form));
  // "the country", "the city" fit any of their kind; "the junta" tells more.
  const bool place = mention.type == MentionType::kPlace;
  const bool bare = place && mention.form == MentionForm::kNominal && head.upos == Upos::kNoun &&
                    is_bare(analysis.sentences[mention.sentence], mention);
  return bare ? Anaphor::kDescription : Anaphor::kNone;
}

bool is_plural(const Word& word) { return feature(word, "Number") == "Plur"; }

/// Both hang on one verb ("The mayor thanked him"): they are two.
bool is_beside(const Analysis& analysis, const Mention& left, const Mention& right) {
  const Word& a = head_of(analysis, left);
  const Word& b = head_of(analysis, right);
  const bool arguments = a.deprel.starts_with("nsubj") || a.deprel.starts_with("ob");
  return left.sentence == right.sentence && a.head == b.head && arguments &&
         !b.deprel.starts_with("nmod");
}

class Paragraphs {
 public:
  explicit Paragraphs(const Analysis& analysis) : analysis_(analysis) {
    std::size_t paragraph = 0;
    for (const Sentence& sentence : analysis.sentences) {
      if (sentence.paragraph_start) ++paragraph;
      of_sentences_.push_back(paragraph);
    }
    for (std::size_t i = 0; i < analysis.mentions.size(); ++i) {
      const Mention& mention = analysis.mentions[i];
      if (!is_valid(analysis, mention)) continue;
      mentions_[of(mention)].push_back(i);
      const Anaphor anaphor = anaphor_of(analysis, mention);
      if (anaphor == Anaphor::kHe || anaphor == Anaphor::kShe) {
        genders_.emplace(mention.cluster, anaphor);
      }
    }
  }

  /// Mentions by paragraph and cluster.
  std::map<std::pair<std::size_t, std::size_t>, std::vector<std::size_t>> by_cluster() const {
    std::map<std::pair<std::size_t, std::size_t>, std::vector<std::size_t>> groups;
    for (const auto& [paragraph, list] : mentions_) {
      for (const std::size_t i : list) {
        groups[{analysis_.mentions[i].cluster, paragraph}].push_back(i);
      }
    }
    return groups;
  }

  /// True of a page of unrelated items, by `uses_of` its clusters. Three shares tell: of paragraphs
  /// that have something which three of them are about, of those that have something of the one
  /// before, and of those that have what most have. In an article they add up to 2, on a page of
  /// items to 0.7. (Of 480 days of Wikipedia's current events 449 are below the bound, of 100
  /// articles 5.)
  bool are_unrelated(const std::vector<std::size_t>& uses) const {
    constexpr std::size_t kFewest = 6;
    constexpr std::size_t kTheme = 3;
    constexpr double kBound = 1.25;
    if (mentions_.size() < kFewest) return false;
    std::size_t themed = 0;
    std::size_t continued = 0;
    std::set<std::size_t> before;
    for (const auto& [paragraph, list] : mentions_) {
      std::set<std::size_t> here;
      for (const std::size_t i : list) here.insert(analysis_.mentions[i].cluster);
      themed += std::any_of(here.begin(), here.end(),
                            [&](std::size_t cluster) { return uses[cluster] >= kTheme; });
      continued += std::any_of(here.begin(), here.end(),
                               [&](std::size_t cluster) { return before.contains(cluster); });
      before = std::move(here);
    }
    const auto all = static_cast<double>(mentions_.size());
    const auto most = static_cast<double>(*std::max_element(uses.begin(), uses.end()));
    return static_cast<double>(themed) / all + static_cast<double>(continued) / (all - 1) +
               most / all <
           kBound;
  }

  /// In how many paragraphs each cluster is mentioned.
  std::vector<std::size_t> uses_of(std::size_t clusters) const {
    std::vector<std::size_t> uses(clusters, 0);
    for (const auto& [paragraph, list] : mentions_) {
      std::set<std::size_t> here;
      for (const std::size_t i : list) here.insert(analysis_.mentions[i].cluster);
      for (const std::size_t cluster : here) ++uses[cluster];
    }
    return uses;
  }

  /// Clusters that are called by name in a paragraph, and in a quarter of all or less.
  std::set<std::size_t> rare_names(std::size_t paragraph,
                                   const std::vector<std::size_t>& uses) const {
    constexpr std::size_t kQuarter = 4;
    const std::size_t few = std::max<std::size_t>(2, mentions_.size() / kQuarter);
    std::set<std::size_t> names;
    for (const std::size_t i : mentions_.at(paragraph)) {
      const Mention& mention = analysis_.mentions[i];
      if (mention.form == MentionForm::kName && uses[mention.cluster] <= few) {
        names.insert(mention.cluster);
      }
    }
    return names;
  }

  /// True if something else before it in its paragraph could be meant.
  bool has_rival(const Mention& anaphor, Anaphor kind) const {
    const std::vector<std::size_t>& here = mentions_.at(of(anaphor));
    return std::any_of(here.begin(), here.end(), [&](std::size_t i) {
      const Mention& other = analysis_.mentions[i];
      const bool before =
          std::pair(other.sentence, other.last) < std::pair(anaphor.sentence, anaphor.first);
      return before && other.cluster != anaphor.cluster && could_be(other, anaphor, kind);
    });
  }

 private:
  std::size_t of(const Mention& mention) const { return of_sentences_[mention.sentence]; }

  bool could_be(const Mention& other, const Mention& anaphor, Anaphor kind) const {
    if (other.form == MentionForm::kPronoun || is_beside(analysis_, other, anaphor)) return false;
    const Word& head = head_of(analysis_, other);
    const bool named = other.form == MentionForm::kName;
    const bool body = other.type == MentionType::kOrganization || other.type == MentionType::kPlace;
    switch (kind) {
      case Anaphor::kHe:
      case Anaphor::kShe: {
        const auto gender = genders_.find(other.cluster);
        return other.type == MentionType::kPerson && !is_plural(head) &&
               (gender == genders_.end() || gender->second == kind);
      }
      case Anaphor::kIt:
        return body && !is_plural(head);
      case Anaphor::kThey:
        return is_plural(head) || other.type == MentionType::kOrganization;
      case Anaphor::kDescription:
        // "Slovak prime minister …, the country": the adjective tells a country too.
        return other.form == MentionForm::kAdjective || (named && other.type == anaphor.type);
      case Anaphor::kNone:
        break;
    }
    return false;
  }

  const Analysis& analysis_;
  std::vector<std::size_t> of_sentences_;
  std::map<std::size_t, std::vector<std::size_t>> mentions_;
  std::map<std::size_t, Anaphor> genders_;
};

/// True if one of the mentions is a name or a country's adjective.
bool are_named(const Analysis& analysis, const std::vector<std::size_t>& mentions) {
  return std::any_of(mentions.begin(), mentions.end(), [&](std::size_t i) {
    const MentionForm form = analysis.mentions[i].form;
    return form == MentionForm::kName || form == MentionForm::kAdjective;
  });
}

bool have_common(const std::set<std::size_t>& a, const std::set<std::size_t>& b) {
  return std::any_of(a.begin(), a.end(), [&](std::size_t one) { return b.contains(one); });
}

}  // namespace

Analysis part_carried_anaphors(Analysis analysis) {
  std::size_t clusters = count_clusters(analysis);
  std::vector<std::pair<std::vector<std::size_t>, std::size_t>> parted;
  {
    const Paragraphs paragraphs(analysis);
    const std::vector<std::size_t> uses = paragraphs.uses_of(clusters);
    const bool unrelated = paragraphs.are_unrelated(uses);
    std::optional<std::size_t> known;    // the cluster that an earlier paragraph has told of
    std::set<std::size_t> names_before;  // of the paragraphs that told of it
    for (const auto& [place, list] : paragraphs.by_cluster()) {
      const bool carried = known == place.first;
      known = place.first;
      if (unrelated) {
        if (!carried) names_before.clear();
        const std::set<std::size_t> names = paragraphs.rare_names(place.second, uses);
        if (carried && !are_named(analysis, list) && !have_common(names, names_before)) {
          parted.emplace_back(list, clusters++);
          continue;
        }
        names_before.insert(names.begin(), names.end());
      }
      const bool anaphors = std::all_of(list.begin(), list.end(), [&](std::size_t i) {
        return anaphor_of(analysis, analysis.mentions[i]) != Anaphor::kNone;
      });
      if (!carried || !anaphors) continue;
      const Mention& first = analysis.mentions[list.front()];
      if (paragraphs.has_rival(first, anaphor_of(analysis, first))) {
        parted.emplace_back(list, clusters++);
      }
    }
  }
  for (const auto& [list, cluster] : parted) {
    for (const std::size_t i : list) analysis.mentions[i].cluster = cluster;
  }
  analysis.clusters = clusters;
  return analysis;
}

}  // namespace relata

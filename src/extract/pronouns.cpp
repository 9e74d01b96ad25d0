#include "extract/pronouns.hpp"

#include <optional>
#include <string_view>

#include "extract/english.hpp"

namespace relata {
namespace {

enum class Gender { kNone, kMasculine, kFeminine, kMixed };

Gender gender_of(const Word& word) {
  const std::string form = lower_ascii(word.form);
  if (form == "he" || form == "him" || form == "his" || form == "himself") {
    return Gender::kMasculine;
  }
  if (form == "she" || form == "her" || form == "hers" || form == "herself") {
    return Gender::kFeminine;
  }
  return Gender::kNone;
}

void merge(Gender& sum, Gender more) {
  if (more == Gender::kNone || sum == more) return;
  sum = sum == Gender::kNone ? more : Gender::kMixed;
}

bool is_valid(const Analysis& analysis, const Mention& mention) {
  return mention.sentence < analysis.sentences.size() &&
         mention.head < analysis.sentences[mention.sentence].words.size() &&
         mention.first <= mention.head && mention.head <= mention.last;
}

bool is_one_person(const Analysis& analysis, const Mention& mention) {
  if (mention.type != MentionType::kPerson || mention.form == MentionForm::kPronoun) return false;
  const Sentence& sentence = analysis.sentences[mention.sentence];
  const Word& head = sentence.words[mention.head];
  if (head.upos != Upos::kNoun && head.upos != Upos::kPropn) return false;
  if (feature(head, "Number") == "Plur") return false;
  for (const Word& word : sentence.words) {
    if (word.head == mention.head + 1 && word.deprel == "conj") return false;
  }
  return true;
}

bool is_subject(const Analysis& analysis, const Mention& mention) {
  return analysis.sentences[mention.sentence].words[mention.head].deprel.starts_with("nsubj");
}

/// True if both hang on the same word.
bool is_beside(const Analysis& analysis, const Mention& mention, const Mention& pronoun) {
  const auto& words = analysis.sentences[pronoun.sentence].words;
  return words[mention.head].head == words[pronoun.head].head;
}

/// Subjects first, then what is nearer.
int rank_of(const Analysis& analysis, const Mention& mention, const Mention& pronoun) {
  const int distance = static_cast<int>(pronoun.sentence - mention.sentence);
  return (is_subject(analysis, mention) ? 2 : 0) + (distance == 0 ? 2 : distance == 1 ? 1 : 0);
}

}  // namespace

std::vector<std::size_t> bind_pronouns(const Analysis& analysis, std::size_t clusters) {
  std::vector<std::size_t> bound(clusters);
  for (std::size_t i = 0; i < clusters; ++i) bound[i] = i;
  std::vector<bool> only_pronouns(clusters, true);
  std::vector<Gender> genders(clusters, Gender::kNone);
  std::vector<const Mention*> first(clusters, nullptr);
  for (const Mention& mention : analysis.mentions) {
    if (!is_valid(analysis, mention)) continue;
    const Gender gender = gender_of(analysis.sentences[mention.sentence].words[mention.head]);
    merge(genders[mention.cluster], gender);
    if (gender == Gender::kNone) only_pronouns[mention.cluster] = false;
    if (first[mention.cluster] == nullptr) first[mention.cluster] = &mention;
  }
  constexpr std::size_t kReach = 2;  // sentences before the pronoun's own
  for (std::size_t cluster = 0; cluster < clusters; ++cluster) {
    if (first[cluster] == nullptr || !only_pronouns[cluster]) continue;
    const Mention& pronoun = *first[cluster];
    const Mention* best = nullptr;
    int best_rank = 0;
    for (const Mention& mention : analysis.mentions) {
      if (!is_valid(analysis, mention) || mention.sentence > pronoun.sentence ||
          mention.sentence + kReach < pronoun.sentence) {
        continue;
      }
      if (mention.sentence == pronoun.sentence && mention.last >= pronoun.first) continue;
      if (only_pronouns[mention.cluster] || !is_one_person(analysis, mention)) continue;
      const Gender other = genders[mention.cluster];
      if (other != Gender::kNone && other != genders[cluster]) continue;
      // "After Orel, he …": what stands beside the pronoun in its clause is somebody else.
      if (mention.sentence == pronoun.sentence && is_beside(analysis, mention, pronoun)) continue;
      const int rank = rank_of(analysis, mention, pronoun);
      if (best == nullptr || rank >= best_rank) {
        best = &mention;
        best_rank = rank;
      }
    }
    if (best != nullptr) bound[cluster] = best->cluster;
  }
  return bound;
}

}  // namespace relata

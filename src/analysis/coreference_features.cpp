#include "analysis/coreference_features.hpp"

#include <algorithm>
#include <iterator>
#include <span>

namespace relata {
namespace {

template <typename Enum>
std::size_t number_of(Enum value) {
  return static_cast<std::size_t>(value);
}

/// How many steps `value` has reached.
std::size_t bucket(std::size_t value, std::span<const std::size_t> steps) {
  return static_cast<std::size_t>(std::upper_bound(steps.begin(), steps.end(), value) -
                                  steps.begin());
}

std::string_view base_relation(const Word& word) {
  return std::string_view(word.deprel).substr(0, word.deprel.find(':'));
}

std::size_t count_shared(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  std::size_t shared = 0;
  for (std::size_t x = 0, y = 0; x < a.size() && y < b.size();) {
    if (a[x] == b[y]) ++shared;
    const bool left = a[x] <= b[y];
    const bool right = b[y] <= a[x];
    x += left ? 1 : 0;
    y += right ? 1 : 0;
  }
  return shared;
}

std::size_t compare_words(const DescribedMention& i, const DescribedMention& j) {
  if (i.content.empty() || j.content.empty()) return 6;
  const std::size_t shared = count_shared(i.content_set, j.content_set);
  const bool holds_i = shared == i.content_set.size();
  const bool holds_j = shared == j.content_set.size();
  if (holds_i && holds_j) return i.content == j.content ? 5 : 4;
  if (holds_j) return 3;
  if (holds_i) return 2;
  return shared > 0 ? 1 : 0;
}

bool has_content(const DescribedMention& mention, std::uint32_t form) {
  return std::binary_search(mention.content_set.begin(), mention.content_set.end(), form);
}

std::size_t compare_quotations(std::size_t i, std::size_t j) {
  if (i == 0 && j == 0) return 0;
  if (j == 0) return 1;
  if (i == 0) return 2;
  return i == j ? 3 : 4;
}

/// Whether word `h` (from 0) has a copula.
bool is_copular(const std::vector<Word>& words, std::size_t h) {
  return std::any_of(words.begin(), words.end(), [h](const Word& word) {
    return word.head == h + 1 && base_relation(word) == "cop";
  });
}

bool is_relative_of(const std::vector<Word>& words, std::size_t p, std::size_t q) {
  if (words[p].upos != Upos::kPron || feature(words[p], "PronType") != "Rel") return false;
  std::size_t up = words[p].head;
  for (int step = 0; step < 2 && up != 0; ++step, up = words[up - 1].head) {
    if (words[up - 1].head == q + 1 && words[up - 1].deprel == "acl:relcl") return true;
  }
  return false;
}

}  // namespace

PairRelation pair_relation(const Analysis& analysis, const DescribedMention& i,
                           const DescribedMention& j) {
  if (i.sentence != j.sentence) return PairRelation::kNone;
  const std::vector<Word>& words = analysis.sentences[i.sentence].words;
  const std::size_t p = i.head;
  const std::size_t q = j.head;
  const bool to_j = words[p].head == q + 1;
  const bool to_i = words[q].head == p + 1;
  const std::string_view relation_i = base_relation(words[p]);
  const std::string_view relation_j = base_relation(words[q]);
  if (to_j && relation_i == "appos") return PairRelation::kApposition;
  if (to_i && relation_j == "appos") return PairRelation::kAppositionReversed;
  if (to_j && relation_i == "nsubj" && is_copular(words, q)) return PairRelation::kCopula;
  if (to_i && relation_j == "nsubj" && is_copular(words, p)) return PairRelation::kCopulaReversed;
  if ((to_j && relation_i == "conj") || (to_i && relation_j == "conj")) {
    return PairRelation::kConjuncts;
  }
  if (is_relative_of(words, p, q)) return PairRelation::kRelativePronoun;
  if (to_j && words[p].deprel == "nmod:poss") return PairRelation::kPossessor;
  if (to_j || to_i) return PairRelation::kAttached;
  return words[p].head != 0 && words[p].head == words[q].head ? PairRelation::kSameHead
                                                              : PairRelation::kNone;
}

bool is_acronym_pair(const DescribedMention& i, const DescribedMention& j) {
  return (!i.letters.empty() && i.letters == j.initials) ||
         (!j.letters.empty() && j.letters == i.initials);
}

PairRows pair_features(const Analysis& analysis, const DescribedMention& i,
                       const DescribedMention& j, std::size_t distance) {
  static constexpr std::size_t kMentionSteps[] = {2, 3, 4, 5, 8, 12, 20, 40, 80};
  static constexpr std::size_t kSentenceSteps[] = {1, 2, 3, 4, 5, 8, 16, 32};
  const bool names = i.form == MentionForm::kName && j.form == MentionForm::kName;
  const bool same_sentence = i.sentence == j.sentence;
  const bool nested = same_sentence && j.first <= i.first && i.last <= j.last;
  const std::size_t heads = i.head_form == j.head_form ? 2 : i.head_lemma == j.head_lemma ? 1 : 0;
  const std::size_t rows[kPairFeatures.size()] = {
      bucket(distance, kMentionSteps),
      bucket(i.sentence - j.sentence, kSentenceSteps),
      4 * number_of(i.form) + number_of(j.form),
      10 * number_of(i.type) + number_of(j.type),
      heads + (names ? 3U : 0U),
      compare_words(i, j),
      (has_content(j, i.head_form) ? 1U : 0U) + (has_content(i, j.head_form) ? 2U : 0U),
      is_acronym_pair(i, j) ? 1U : 0U,
      11 * number_of(i.pronoun) + number_of(j.pronoun),
      3 * number_of(i.number) + number_of(j.number),
      nested          ? 1U
      : same_sentence ? 2U
                      : 0U,
      number_of(pair_relation(analysis, i, j)),
      10 * number_of(i.role) + number_of(j.role),
      6 * number_of(i.determiner) + number_of(j.determiner),
      compare_quotations(i.quotation, j.quotation),
      std::min<std::size_t>(j.sentence, 3)};
  PairRows out{};
  std::transform(std::begin(rows), std::end(rows), out.begin(),
                 [](std::size_t row) { return static_cast<std::uint8_t>(row); });
  return out;
}

}  // namespace relata

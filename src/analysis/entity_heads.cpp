#include "analysis/entity_heads.hpp"

#include <algorithm>
#include <array>

#include "analysis/mention_form.hpp"
#include "analysis/mention_spans.hpp"
#include "analysis/name_decoder.hpp"

namespace relata {
namespace {

/// Scores of all types for one candidate. Rows count from the sentence's first word.
std::array<float, kMentionTypes> score_span(const MentionSpan& span, Upos upos,
                                            const EntityWeights& weights, const float* logits,
                                            const float* starts, const float* ends) {
  constexpr std::size_t kRow = kMentionTypes * kMentionRank;
  const float* start = starts + span.first * kRow;
  const float* end = ends + span.last * kRow;
  const float* head = logits + span.head * (kNameTags + kMentionTypes) + kNameTags;
  const float* shape =
      weights.mention_shape.data() +
      (span.subtree_class * kUposTags + static_cast<std::size_t>(upos)) * kMentionTypes;
  const float* width = weights.mention_width.data() + span.width_bucket * kMentionTypes;
  std::array<float, kMentionTypes> scores{};
  kernels::dots(start, kMentionRank, end, kMentionRank, kMentionTypes, kMentionRank, scores.data());
  for (std::size_t t = 0; t < kMentionTypes; ++t) scores[t] += head[t] + shape[t] + width[t];
  return scores;
}

/// A word of a name heads a name, whatever its tag, unless it is a pronoun.
MentionForm form_of(const Word& head, bool in_name) {
  const MentionForm form = mention_form(head);
  return in_name && form != MentionForm::kPronoun ? MentionForm::kName : form;
}

/// Appends the sentence's names; gives for each word whether it is in one.
std::vector<bool> find_names(const EntitySentence& sentence, const EntityWeights& weights,
                             std::span<const float> logits, std::vector<Name>& names) {
  const std::vector<std::size_t> tags =
      decode_name_tags(logits, sentence.words.size(), kNameTags + kMentionTypes);
  std::vector<bool> in_name(tags.size(), false);
  for (std::size_t i = 0; i < tags.size(); ++i) {
    if (tags[i] == 0) continue;
    in_name[i] = true;
    if (tags[i] % 2 == 1) {
      names.push_back({sentence.index, i, i, weights.name_types[(tags[i] - 1) / 2]});
    } else {
      names.back().last = i;
    }
  }
  return in_name;
}

void find_mentions(const EntitySentence& sentence, const EntityWeights& weights,
                   const std::vector<bool>& in_name, const float* logits, const float* starts,
                   const float* ends, std::vector<Mention>& mentions) {
  const std::vector<MentionSpan> candidates = mention_candidates(sentence.words, sentence.may_edge);
  std::vector<ScoredSpan> scored;
  for (std::size_t c = 0; c < candidates.size(); ++c) {
    const auto scores = score_span(candidates[c], sentence.words[candidates[c].head].upos, weights,
                                   logits, starts, ends);
    const auto best = std::max_element(scores.begin(), scores.end());
    if (*best <= 0) continue;
    scored.push_back({c, static_cast<std::size_t>(best - scores.begin()), *best});
  }
  for (const ScoredSpan& chosen : select_mentions(sentence.words, candidates, std::move(scored))) {
    const MentionSpan& span = candidates[chosen.candidate];
    Mention mention;
    mention.sentence = sentence.index;
    mention.first = span.first;
    mention.last = span.last;
    mention.head = span.head;
    mention.type = weights.mention_types[chosen.type];
    mention.form = form_of(sentence.words[span.head], in_name[span.head]);
    mention.score = sigmoid(chosen.score);
    mentions.push_back(mention);
  }
}

}  // namespace

void find_entities(std::span<const float> vectors, std::span<const EntitySentence> sentences,
                   const EntityWeights& weights, HeadScratch& scratch, Int8Scratch& product,
                   Analysis& analysis) {
  const std::size_t words = vectors.size() / kWidth;
  const std::size_t classes = kNameTags + kMentionTypes;
  const std::size_t ranks = kMentionTypes * kMentionRank;
  scratch.entity_logits.resize(words * classes);
  scratch.starts.resize(words * ranks);
  scratch.ends.resize(words * ranks);
  weights.logits.apply(vectors, words, scratch.entity_logits, product);
  weights.mention_start.apply(vectors, words, scratch.starts, product);
  weights.mention_end.apply(vectors, words, scratch.ends, product);
  std::size_t first = 0;
  for (const EntitySentence& sentence : sentences) {
    const std::span<const float> logits = std::span(scratch.entity_logits).subspan(first * classes);
    const std::vector<bool> in_name = find_names(sentence, weights, logits, analysis.names);
    find_mentions(sentence, weights, in_name, logits.data(), scratch.starts.data() + first * ranks,
                  scratch.ends.data() + first * ranks, analysis.mentions);
    first += sentence.words.size();
  }
}

}  // namespace relata

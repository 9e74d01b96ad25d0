#include "analysis/coreference_scorer.hpp"

#include <algorithm>
#include <array>

#include "analysis/coreference_features.hpp"
#include "analysis/kernels.hpp"
#include "relata/core/error.hpp"

namespace relata {
namespace {

constexpr std::size_t kWordWidth = 384;
/// Outputs of the product of sides.
constexpr std::size_t kTurned = 0;
constexpr std::size_t kLeft = kMentionWidth;
constexpr std::size_t kRight = kLeft + kPairWidth;
/// Candidates of each mention by the coarse score.
constexpr std::size_t kCoarseCandidates = 40;
/// Coarse scores below which a pair is not looked at further. Half of all candidates score less; of
/// 438,000 pairs of GUM dev and of news none of those came within 3 of the threshold in full.
constexpr float kLeastCoarse = -9;
/// Mentions that are looked back over, so that time stays linear in very long documents. GUM's
/// longest document has half as many.
constexpr std::size_t kLookBack = 2048;

/// Better first; of equal scores the nearer mention.
bool is_better(const Antecedent& a, const Antecedent& b) {
  return a.score != b.score ? a.score > b.score : a.mention > b.mention;
}

}  // namespace

PairScorer::PairScorer(const Analysis& analysis, std::span<const DescribedMention> mentions,
                       std::span<const float> word_vectors, const CoreferenceWeights& weights)
    : analysis_(analysis), mentions_(mentions), weights_(weights) {
  const std::size_t n = mentions.size();
  vectors_.resize(n * kMentionWidth);
  compute_vectors(word_vectors);
  sides_.resize(n * kSidesWidth);
  weights.sides.apply(vectors_, n, sides_, product_);
}

const float* PairScorer::side(std::size_t i, std::size_t from) const {
  return &sides_[i * kSidesWidth + from];
}

std::vector<Antecedent> PairScorer::score(std::size_t i, std::vector<Antecedent> candidates) {
  const std::size_t n = candidates.size();
  weights_.second.make_room(n, product_);
  for (std::size_t c = 0; c < n; ++c) {
    fill_levels(i, candidates[c].mention, &product_.levels[c * kPairWidth]);
  }
  weights_.second.accumulate(product_.levels.data(), n, product_.sums.data(), product_);
  second_.resize(n * kSecondWidth);
  kernels::dequantise(product_.sums.data(), n, weights_.second, second_.data(), kSecondWidth);
  kernels::relu(second_.size(), second_.data());
  for (std::size_t c = 0; c < n; ++c) {
    candidates[c].score +=
        kernels::dot(&second_[c * kSecondWidth], weights_.out.data(), kSecondWidth);
  }
  std::sort(candidates.begin(), candidates.end(), is_better);
  return candidates;
}

void PairScorer::compute_vectors(std::span<const float> word_vectors) {
  std::vector<std::size_t> sentence_starts;
  std::size_t words = 0;
  for (const Sentence& sentence : analysis_.sentences) {
    sentence_starts.push_back(words);
    words += sentence.words.size();
  }
  if (word_vectors.size() != words * kWordWidth) {
    throw Error("coreference: a vector for each word is needed");
  }
  std::vector<float> rows(std::min(mentions_.size(), kInt8RowBlock) * 3 * kWordWidth);
  for (std::size_t first = 0; first < mentions_.size(); first += kInt8RowBlock) {
    const auto block = mentions_.subspan(first, std::min(kInt8RowBlock, mentions_.size() - first));
    float* to = rows.data();
    for (const DescribedMention& mention : block) {
      for (const std::size_t word : {mention.head, mention.first, mention.last}) {
        const float* from =
            word_vectors.data() + (sentence_starts[mention.sentence] + word) * kWordWidth;
        to = std::copy(from, from + kWordWidth, to);
      }
    }
    weights_.mention.apply(rows, block.size(), std::span(vectors_).subspan(first * kMentionWidth),
                           product_);
  }
  kernels::relu(vectors_.size(), vectors_.data());
}

std::vector<Antecedent> PairScorer::candidates(std::size_t i,
                                               const std::vector<std::size_t>& named) {
  const float* turned = side(i, kTurned);
  const float bias =
      kernels::dot(weights_.coarse_bias.data(), &vectors_[i * kMentionWidth], kMentionWidth);
  const auto coarse = [&](std::size_t j) {
    return kernels::dot(turned, &vectors_[j * kMentionWidth], kMentionWidth) + bias;
  };
  const std::size_t from = i - std::min(i, kLookBack);
  coarse_.resize(i - from);
  kernels::dots(turned, 0, &vectors_[from * kMentionWidth], kMentionWidth, i - from, kMentionWidth,
                coarse_.data());
  std::vector<Antecedent> candidates;
  for (std::size_t j = from; j < i; ++j) {
    const float score = coarse_[j - from] + bias;
    if (score >= kLeastCoarse) candidates.push_back({j, score});
  }
  const std::size_t kept = std::min(candidates.size(), kCoarseCandidates);
  std::nth_element(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(kept),
                   candidates.end(), is_better);
  candidates.resize(kept);
  for (const std::size_t j : named) {
    const bool known = std::any_of(candidates.begin(), candidates.end(),
                                   [j](const Antecedent& c) { return c.mention == j; });
    if (!known && coarse(j) >= kLeastCoarse) candidates.push_back({j, coarse(j)});
  }
  return candidates;
}

void PairScorer::fill_levels(std::size_t i, std::size_t j, std::uint8_t* levels) const {
  const PairRows features = pair_features(analysis_, mentions_[i], mentions_[j], i - j);
  std::array<const float*, kPairFeatures.size() + 2> rows{};
  rows[0] = side(i, kLeft);
  rows[1] = side(j, kRight);
  for (std::size_t f = 0; f < features.size(); ++f) {
    rows[2 + f] = weights_.features[f].values.data() + features[f] * kPairWidth;
  }
  kernels::add_rows(rows, kPairWidth, Quantiser::of(weights_.second), levels);
}

}  // namespace relata

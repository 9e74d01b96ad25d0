#include "analysis/coreference_scorer.hpp"

#include <algorithm>
#include <array>

#include "analysis/coreference_features.hpp"
#include "analysis/kernels.hpp"
#include "relata/core/error.hpp"

namespace relata {
namespace {

constexpr std::size_t kWordWidth = 384;
constexpr std::size_t kMentionWidth = 128;
constexpr std::size_t kHidden = 256;
constexpr std::size_t kSecond = 64;
/// Candidates of each mention by the coarse score.
constexpr std::size_t kCoarseCandidates = 40;
/// Coarse scores below which a pair is not looked at further. Half of all candidates score less; of
/// 438,000 pairs of GUM dev and of news none of those came within 3 of the threshold in full.
constexpr float kLeastCoarse = -9;
/// Mentions that are looked back over, so that time stays linear in very long documents. GUM's
/// longest document has half as many.
constexpr std::size_t kLookBack = 2048;

std::vector<float> transposed(std::span<const float> matrix, std::size_t rows,
                              std::size_t columns) {
  std::vector<float> out(matrix.size());
  for (std::size_t r = 0; r < rows; ++r) {
    for (std::size_t c = 0; c < columns; ++c) out[c * rows + r] = matrix[r * columns + c];
  }
  return out;
}

/// Better first; of equal scores the nearer mention.
bool is_better(const Antecedent& a, const Antecedent& b) {
  return a.score != b.score ? a.score > b.score : a.mention > b.mention;
}

}  // namespace

PairScorer::PairScorer(const Analysis& analysis, std::span<const DescribedMention> mentions,
                       std::span<const float> word_vectors, const CoreferenceWeights& weights)
    : analysis_(analysis),
      mentions_(mentions),
      weights_(weights),
      second_(transposed(weights.second, kSecond, kHidden)) {
  const std::size_t n = mentions.size();
  vectors_.resize(n * kMentionWidth);
  compute_vectors(word_vectors);
  turned_.resize(n * kMentionWidth);
  kernels::multiply(vectors_.data(), kMentionWidth, n, kMentionWidth, weights.coarse.data(),
                    kMentionWidth, turned_.data());
  left_.resize(n * kHidden);
  right_.resize(n * kHidden);
  kernels::multiply(vectors_.data(), kMentionWidth, n, kMentionWidth,
                    transposed(weights.left, kHidden, kMentionWidth).data(), kHidden, left_.data());
  kernels::multiply(vectors_.data(), kMentionWidth, n, kMentionWidth,
                    transposed(weights.right, kHidden, kMentionWidth).data(), kHidden,
                    right_.data());
}

std::vector<Antecedent> PairScorer::score(std::size_t i, std::vector<Antecedent> candidates) {
  const std::size_t n = candidates.size();
  hidden_.resize(n * kHidden);
  for (std::size_t c = 0; c < n; ++c) fill_hidden(i, candidates[c].mention, &hidden_[c * kHidden]);
  outer_.resize(n * kSecond);
  kernels::multiply(hidden_.data(), kHidden, n, kHidden, second_.data(), kSecond, outer_.data());
  for (std::size_t c = 0; c < n; ++c) {
    float* row = &outer_[c * kSecond];
    kernels::add(weights_.second_bias.data(), kSecond, row);
    kernels::relu(kSecond, row);
    candidates[c].score += kernels::dot(row, weights_.out.data(), kSecond);
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
  std::vector<float> rows(mentions_.size() * 3 * kWordWidth);
  float* to = rows.data();
  for (const DescribedMention& mention : mentions_) {
    for (const std::size_t word : {mention.head, mention.first, mention.last}) {
      const float* from =
          word_vectors.data() + (sentence_starts[mention.sentence] + word) * kWordWidth;
      to = std::copy(from, from + kWordWidth, to);
    }
  }
  Int8Scratch scratch;
  weights_.mention.apply(rows, mentions_.size(), vectors_, scratch);
  kernels::relu(vectors_.size(), vectors_.data());
}

std::vector<Antecedent> PairScorer::candidates(std::size_t i,
                                               const std::vector<std::size_t>& named) {
  const float* turned = &turned_[i * kMentionWidth];
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

void PairScorer::fill_hidden(std::size_t i, std::size_t j, float* z) const {
  const PairRows features = pair_features(analysis_, mentions_[i], mentions_[j], i - j);
  std::array<const float*, kPairFeatures.size() + 3> rows{};
  rows[0] = &left_[i * kHidden];
  rows[1] = &right_[j * kHidden];
  for (std::size_t f = 0; f < features.size(); ++f) {
    rows[2 + f] = weights_.features[f].values.data() + features[f] * kHidden;
  }
  rows.back() = weights_.hidden_bias.data();
  kernels::add_rows_relu(rows, kHidden, z);
}

}  // namespace relata

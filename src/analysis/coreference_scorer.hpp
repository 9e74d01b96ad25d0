// The scores of pairs of mentions of one document, coarse and fine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "analysis/coreference.hpp"
#include "analysis/coreference_mentions.hpp"
#include "relata/analysis/analysis.hpp"

namespace relata {

/// An earlier mention and how well it does as the antecedent; a dummy has score 0.
struct Antecedent {
  std::size_t mention = 0;
  float score = 0;
};

/// All arguments must outlive it. `word_vectors` as for resolve_coreference.
class PairScorer {
 public:
  PairScorer(const Analysis& analysis, std::span<const DescribedMention> mentions,
             std::span<const float> word_vectors, const CoreferenceWeights& weights);

  /// The candidates of mention `i` with their coarse scores: the best 40, and `named`, less those
  /// whose score is hopeless.
  std::vector<Antecedent> candidates(std::size_t i, const std::vector<std::size_t>& named);

  /// The same with their full scores, best first, of equal ones the nearer.
  std::vector<Antecedent> score(std::size_t i, std::vector<Antecedent> candidates);

 private:
  void compute_vectors(std::span<const float> word_vectors);
  void fill_levels(std::size_t i, std::size_t j, std::uint8_t* levels) const;
  /// What `sides` says of mention `i` from output `from` on.
  const float* side(std::size_t i, std::size_t from) const;

  const Analysis& analysis_;
  std::span<const DescribedMention> mentions_;
  const CoreferenceWeights& weights_;
  std::vector<float> vectors_;  ///< e, [mentions, 128]
  std::vector<float> sides_;    ///< [mentions, 640]
  std::vector<float> coarse_;   ///< of the mentions before one
  std::vector<float> second_;   ///< [pairs of one mention, 64]
  Int8Scratch product_;
};

}  // namespace relata

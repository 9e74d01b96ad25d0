// Mentions of one document into clusters.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "analysis/int8_product.hpp"
#include "relata/analysis/analysis.hpp"

namespace relata {

inline constexpr std::size_t kMentionWidth = 128;  ///< of a mention's vector e
inline constexpr std::size_t kPairWidth = 256;     ///< of what a pair is first added up to
inline constexpr std::size_t kSecondWidth = 64;
inline constexpr std::size_t kSidesWidth = kMentionWidth + 2 * kPairWidth;

/// Shapes as docs/analysis-model.md has them, row-major; the views last as long as the model.
struct CoreferenceWeights {
  /// One table of feature embeddings: [size, 256].
  struct Feature {
    std::string name;
    std::size_t size = 0;
    std::span<const float> values;
  };

  Int8Product mention;                 ///< [128, 1152] over head, first and last word
  Int8Product sides;                   ///< [640, 128]: B e, then X e, then Y e
  std::span<const float> coarse_bias;  ///< [128]
  std::vector<Feature> features;       ///< in the order of the file's list
  Int8Product second;                  ///< [64, 256]
  std::span<const float> out;          ///< [64]
  float threshold = 0;                 ///< an antecedent must score more; tuned on dev

  /// False for a model without this head: then only names that agree corefer.
  bool present() const noexcept { return !out.empty(); }
};

/// Throws Error unless the tables are those that src/analysis/coreference_features.hpp computes.
void check_coreference_features(const CoreferenceWeights& weights);

/// Sets Mention::cluster of all mentions and Analysis::clusters. `word_vectors` are the rows
/// w_coreference [words, 384] of all words in document order; Analysis::mentions are sorted.
///
/// Equal names of one type are one entity; else the best antecedent by the net that its cluster
/// allows, if it scores above the threshold; else the one person of that surname or given name.
void resolve_coreference(Analysis& analysis, std::span<const float> word_vectors,
                         const CoreferenceWeights& weights);

}  // namespace relata

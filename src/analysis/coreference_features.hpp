// Features of pairs of mentions (docs/analysis-model.md, "Coreference features").
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "analysis/coreference_mentions.hpp"

namespace relata {

struct PairFeature {
  std::string_view name;
  std::size_t size = 0;
};

/// Names and table sizes, in the order of `pair_features`.
inline constexpr std::array<PairFeature, 16> kPairFeatures = {{{"mention_distance", 10},
                                                               {"sentence_distance", 9},
                                                               {"forms", 16},
                                                               {"types", 100},
                                                               {"heads", 6},
                                                               {"words", 7},
                                                               {"head_inside", 4},
                                                               {"acronym", 2},
                                                               {"pronouns", 121},
                                                               {"numbers", 9},
                                                               {"nesting", 3},
                                                               {"relation", 10},
                                                               {"roles", 100},
                                                               {"determiners", 36},
                                                               {"quotation", 5},
                                                               {"place", 4}}};
using PairRows = std::array<std::uint8_t, kPairFeatures.size()>;

/// How the heads of two mentions of one sentence hang together.
enum class PairRelation : std::uint8_t {
  kNone,
  kApposition,
  kAppositionReversed,
  kCopula,
  kCopulaReversed,
  kConjuncts,
  kRelativePronoun,
  kPossessor,
  kAttached,
  kSameHead,
};

/// Of mention `i` and a mention `j` before it.
PairRelation pair_relation(const Analysis& analysis, const DescribedMention& i,
                           const DescribedMention& j);

/// Whether one is the acronym of the other.
bool is_acronym_pair(const DescribedMention& i, const DescribedMention& j);

/// Rows of the tables for mention `i` and a mention `j` that is `distance` mentions before it.
PairRows pair_features(const Analysis& analysis, const DescribedMention& i,
                       const DescribedMention& j, std::size_t distance);

}  // namespace relata

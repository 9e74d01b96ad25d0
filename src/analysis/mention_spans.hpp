// Spans that may be mentions, and which of them are.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "relata/analysis/analysis.hpp"

namespace relata {

inline constexpr std::size_t kWidestMention = 40;  ///< in words; 99 % of GUM's are ≤ 22

/// Words [first, last] of a sentence, from 0, inclusive, with the one word whose head is outside.
struct MentionSpan {
  std::size_t first = 0;
  std::size_t last = 0;
  std::size_t head = 0;
  std::size_t subtree_class = 0;  ///< 0 whole, 1 children are missing at one end, 2 something else
  std::size_t width_bucket = 0;

  friend bool operator==(const MentionSpan&, const MentionSpan&) = default;
};

/// Candidates of one sentence by start, then end. `may_edge[i]`: word i is a quote or bracket, the
/// punctuation that may stand at a mention's edge.
std::vector<MentionSpan> mention_candidates(std::span<const Word> words,
                                            std::span<const unsigned char> may_edge);

struct ScoredSpan {
  std::size_t candidate = 0;
  std::size_t type = 0;
  float score = 0;  ///< above 0
};

/// Those that stay, by first, then last descending: of crossing spans the better one, and of spans
/// with one head word, unless one is a coordination and the other its first part; at most two of a
/// head. Of equal scores the one that starts first, then the longer.
std::vector<ScoredSpan> select_mentions(std::span<const Word> words,
                                        std::span<const MentionSpan> candidates,
                                        std::vector<ScoredSpan> scored);

}  // namespace relata

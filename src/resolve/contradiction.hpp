// Whether what is said to be the same is said to be different too, and by which lines.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "relata/core/error.hpp"

namespace relata {

/// "These two are one", by numbers, and the decision that says so.
struct SameLink {
  std::size_t left = 0;
  std::size_t right = 0;
  std::size_t decision = 0;
};

/// The decisions that make one of `left` and `right`, sorted; nothing if none do. Links are looked
/// through in their order, so that the same links give the same answer.
std::optional<std::vector<std::size_t>> find_chain(std::size_t things,
                                                   const std::vector<SameLink>& links,
                                                   std::size_t left, std::size_t right);

/// The error that names the line which says "different" and those which say "same".
Error contradiction(const Place& different, const std::vector<Place>& same);

}  // namespace relata

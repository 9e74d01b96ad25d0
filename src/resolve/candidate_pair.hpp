// A pair of entities of one document that a rule takes for one, with what it is told by.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "relata/resolve/cluster.hpp"

namespace relata {

/// "Larnex = Larnex Holdings": the same whichever comes first.
inline std::string both(const std::string& x, const std::string& y) {
  return x < y ? x + " = " + y : y + " = " + x;
}

/// The profiles at two places of their list, which are called `x` and `y`.
inline CandidatePair candidate_pair(std::size_t a, std::size_t b, double score,
                                    std::string_view reason, const std::string& x,
                                    const std::string& y) {
  return {std::min(a, b), std::max(a, b), {score, reason, both(x, y)}};
}

}  // namespace relata

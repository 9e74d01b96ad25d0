// Whom a text brings in anew, whatever coreference makes of them.
#pragma once

#include <cstddef>
#include <vector>

#include "relata/analysis/analysis.hpp"

namespace relata {

/// The cluster of each mention. It is the mention's own, but for an indefinite noun phrase ("a
/// diplomat said …") that coreference has put to somebody whom an earlier sentence names, or a
/// later one with another title ("General Orel"): what has a name is not brought in with "a" again,
/// save where it is described (a predicate, an apposition, "as a …"). Each such mention gets a
/// cluster to itself, numbered from `clusters` on.
std::vector<std::size_t> part_newcomers(const Analysis& analysis, std::size_t clusters);

}  // namespace relata

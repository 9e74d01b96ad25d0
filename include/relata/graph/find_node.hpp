// Nodes by the names that people give them.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "relata/graph/entity_graph.hpp"

namespace relata {

/// Vertices, in the order of the graph.
struct FoundNodes {
  std::vector<std::size_t> matches;  ///< more than one: the name is ambiguous
  std::vector<std::size_t> nearest;  ///< without a match: at most 5 with a like name, likest first
};

/// The node of this id, else of this very label, else all whose label is the same but for case,
/// marks, punctuation and articles, else all that have such an alias.
FoundNodes find_nodes(const BoostGraph& graph, std::string_view name);

}  // namespace relata

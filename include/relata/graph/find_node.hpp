// Nodes by the names that people give them.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "relata/graph/entity_graph.hpp"

namespace relata {

/// The vertex of this id, by halving: vertices are in the order of their ids.
std::optional<Vertex> find_vertex(const BoostGraph& graph, std::string_view id);

/// The vertex of this id, else of this very label, else all whose label is the same but for case,
/// marks, punctuation and articles, else all that have such an alias; in the order of the graph.
/// More than one: the name is ambiguous.
std::vector<Vertex> find_nodes(const BoostGraph& graph, std::string_view name);

/// At most 5 with a label or alias that is like this name without being it, likest first.
std::vector<Vertex> find_like_nodes(const BoostGraph& graph, std::string_view name);

}  // namespace relata

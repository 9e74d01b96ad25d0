// The edges that a newcomer should see first.
#pragma once

#include <string>
#include <vector>

#include "relata/graph/entity_graph.hpp"

namespace relata {

/// Ten of them, or all there are.
std::vector<GraphEdge> strongest_edges(const BoostGraph& graph);

/// "Mali —expelled→ officers", with what makes it less than a fact.
std::string edge_text(const BoostGraph& graph, const GraphEdge& edge);

}  // namespace relata

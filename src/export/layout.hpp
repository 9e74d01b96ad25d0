// Positions of nodes, so that a viewer opens on something readable.
#pragma once

#include <vector>

#include "relata/export/appearance.hpp"
#include "relata/graph/entity_graph.hpp"

namespace relata::detail {

/// Graphs larger than this get no layout: nobody looks at them whole, and they take seconds.
inline constexpr std::size_t kMaxLaidOut = 20000;

/// A position for each vertex, rounded to 2 decimals; none for a graph of more than kMaxLaidOut.
///
/// Fruchterman and Reingold 1991 (https://doi.org/10.1002/spe.4380211102), with repulsion summed
/// over a quadtree (Barnes and Hut 1986) and a pull to the centre that keeps the parts of a graph
/// together. Nothing in it is random: nodes start on a spiral, neighbours near each other. It uses
/// additions, multiplications, divisions and square roots only, so every machine gives the same.
std::vector<Position> lay_out(const BoostGraph& graph);

/// The same for a graph given as the neighbours of each node: both directions, sorted, each once,
/// and no node its own.
std::vector<Position> lay_out(const std::vector<std::vector<std::size_t>>& neighbours);

}  // namespace relata::detail

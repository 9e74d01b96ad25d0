// Which part of a graph a page shows.
#pragma once

#include <cstddef>
#include <vector>

#include "export/layout.hpp"
#include "relata/export/page_writer.hpp"

namespace relata::detail {

/// The chosen nodes, strongest first, and the edges among them.
struct PageSelection {
  std::vector<Vertex> nodes;     ///< vertices; by edges, then mentions, then id
  std::vector<GraphEdge> edges;  ///< in the order of the graph
  /// of_vertex[v]: place of vertex v in `nodes`, or kNotShown.
  std::vector<std::size_t> of_vertex;

  static constexpr std::size_t kNotShown = static_cast<std::size_t>(-1);
};

/// The edges of a node, both ways; one that leads back to it counts once.
std::size_t count_edges(const BoostGraph& graph, Vertex vertex);

PageSelection select_for_page(const BoostGraph& graph, const PageLimits& limits);

/// A position for each of `selection.nodes`: the large parts of the graph as `lay_out` places them,
/// the small ones in rows below, and below these what nothing joins. Of no more nodes than lay_out
/// takes.
std::vector<Position> place_on_page(const BoostGraph& graph, const PageSelection& selection);

}  // namespace relata::detail

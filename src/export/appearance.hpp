// How nodes look where a tool takes colour and size from the file.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "relata/export/appearance.hpp"
#include "relata/export/graph_writer.hpp"
#include "relata/graph/entity_graph.hpp"

namespace relata::detail {

/// "#rrggbb". The palette of Okabe and Ito (https://jfly.uni-koeln.de/color), which people with any
/// of the common colour blindnesses tell apart, and a grey.
std::string_view color_of(NodeClass node_class);

/// 5 to 40 by the logarithm of `mentions`, the largest for `most_mentions`; 2 decimals.
double size_of(std::uint64_t mentions, std::uint64_t most_mentions);

/// The PageRank of each vertex over all edges, at least 0.15. Brin and Page 1998,
/// https://doi.org/10.1016/S0169-7552(98)00110-X, with a damping of 0.85 and 50 rounds.
std::vector<double> rank_vertices(const BoostGraph& graph);

/// What the options give, or one made of `graph`.
Appearance appearance_of(const EntityGraph& graph, const ExportOptions& options);

}  // namespace relata::detail

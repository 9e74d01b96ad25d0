// How nodes look where a tool takes colour and size from the file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "relata/graph/entity_graph.hpp"

namespace relata::detail {

/// "#rrggbb". The palette of Okabe and Ito (https://jfly.uni-koeln.de/color), which people with any
/// of the common colour blindnesses tell apart, and a grey.
std::string_view color_of(NodeClass node_class);

/// 5 to 40 by the logarithm of `mentions`, the largest for `most_mentions`; 2 decimals.
double size_of(std::uint64_t mentions, std::uint64_t most_mentions);

/// The most mentions that a node of `graph` has; at least 1.
std::uint64_t find_most_mentions(const EntityGraph& graph);

}  // namespace relata::detail

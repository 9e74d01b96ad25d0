// How nodes look where a tool takes place and size from the file.
#pragma once

#include <cstdint>
#include <vector>

#include "relata/graph/entity_graph.hpp"

namespace relata {

struct Position {
  double x = 0;
  double y = 0;

  friend bool operator==(const Position&, const Position&) = default;
};

/// What the size of a node tells: how often it is mentioned, or how much of the graph leads to it
/// (PageRank).
enum class NodeSize : std::uint8_t { kMentions, kPagerank };

/// One element a vertex. Made of a whole graph, it can be cut with it, so that an excerpt shows its
/// nodes as and where the whole does.
struct Appearance {
  std::vector<double> sizes;        ///< 5 to 40
  std::vector<Position> positions;  ///< none for graphs too large to look at

  friend bool operator==(const Appearance&, const Appearance&) = default;
};

/// The same on every machine. A layout of 5,000 nodes takes a second; graphs of more than 20,000
/// get none.
Appearance make_appearance(const EntityGraph& graph, NodeSize size = NodeSize::kMentions);

/// That of the vertices `kept`, in their order.
Appearance cut_appearance(const Appearance& whole, const std::vector<std::size_t>& kept);

}  // namespace relata

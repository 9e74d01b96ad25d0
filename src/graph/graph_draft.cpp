#include <cassert>
#include <iterator>
#include <limits>

#include "relata/core/error.hpp"
#include "relata/graph/entity_graph.hpp"

namespace relata {

Vertex GraphDraft::add_node(Node node) {
  if (nodes_.size() == std::numeric_limits<Vertex>::max()) throw Error("too many nodes");
  nodes_.push_back(std::move(node));
  return static_cast<Vertex>(nodes_.size() - 1);
}

Fact& GraphDraft::add_edge(std::size_t source, std::size_t target, Fact fact) {
  assert(source < nodes_.size() && target < nodes_.size() && "edges join nodes of the draft");
  if (facts_.size() == std::numeric_limits<Vertex>::max()) throw Error("too many edges");
  ends_.emplace_back(static_cast<Vertex>(source), static_cast<Vertex>(target));
  return facts_.emplace_back(std::move(fact));
}

BoostGraph GraphDraft::take() {
  BoostGraph graph(boost::edges_are_unsorted_multi_pass, ends_.begin(), ends_.end(),
                   std::make_move_iterator(facts_.begin()), static_cast<Vertex>(nodes_.size()));
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    graph[static_cast<Vertex>(i)] = std::move(nodes_[i]);
  }
  *this = {};
  return graph;
}

}  // namespace relata

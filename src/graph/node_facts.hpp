// What nodes say of themselves in words, out of the literal facts.
#pragma once

#include "relata/graph/entity_graph.hpp"

namespace relata {

/// Sets `facts` and `claims` of every node: "was: Dutch painter". Long ones are left to the
/// JSON-LD.
void set_node_facts(EntityGraph& graph);

}  // namespace relata

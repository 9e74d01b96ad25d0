// Labels that no two nodes share.
#pragma once

#include <string>
#include <vector>

#include "graph/cluster_view.hpp"
#include "relata/graph/entity_graph.hpp"

namespace relata {

/// Sets label and aliases of nodes[i] from views[i]. Of nodes with one label (whatever the case)
/// the one with most mentions keeps it; the others get a disambiguator in brackets, the country of
/// a body (then the first gets its own, too, if it is another), else what describes them, else
/// their class, else their first document, and keep the bare label as an alias. A form that is
/// another node's label is nobody's alias: there a text was unclear.
void set_labels(const std::vector<const ClusterView*>& views, std::vector<Node>& nodes);

}  // namespace relata

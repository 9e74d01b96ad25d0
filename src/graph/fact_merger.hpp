// Planned facts that say the same become one, with all their evidence.
#pragma once

#include <string>
#include <vector>

#include "graph/planned_fact.hpp"
#include "relata/graph/entity_graph.hpp"

namespace relata {

struct MergeInput {
  const std::vector<DocumentRecords>& documents;
  const std::vector<std::size_t>&
      document_index;                        ///< place of documents[i] in EntityGraph::documents
  const std::vector<std::string>& node_ids;  ///< of each cluster; empty where it is no node
  const ClusterOf& cluster_of;
};

Status status_of(const TripleRecord& triple);

/// The type behind CLAIMED_, POSSIBLY_, NOT_, in this order.
std::string prefixed_type(const TripleRecord& triple, const std::string& type);

/// Everything of a Fact but its id, from facts that share ends and prefixed type.
Fact merge_facts(const std::vector<const PlannedFact*>& facts, const MergeInput& input);

/// Types beyond the `max_types` most frequent fall to their first word, the verb. Returns how many
/// did.
std::uint64_t limit_types(std::vector<PlannedFact>& facts, std::size_t max_types);

}  // namespace relata

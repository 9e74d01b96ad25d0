// Planned facts that say the same become one, with all their evidence.
#pragma once

#include <string>
#include <vector>

#include "graph/planned_fact.hpp"
#include "graph/text_pool.hpp"
#include "relata/graph/entity_graph.hpp"

namespace relata {

struct MergeInput {
  const std::vector<DocumentRecords>& documents;
  const std::vector<std::size_t>&
      document_index;                        ///< place of documents[i] in EntityGraph::documents
  const std::vector<std::string>& node_ids;  ///< of each cluster; empty where it is no node
  const ClusterOf& cluster_of;
  TextPool& texts;
};

Status status_of(const TripleRecord& triple);

/// The type behind CLAIMED_, POSSIBLY_, NOT_, in this order.
std::string prefixed_type(const TripleRecord& triple, const std::string& type);

/// A fact, and what it was read in.
struct MergedFact {
  Fact fact;                             ///< without id, and without the place of its evidence
  std::vector<Evidence> evidence;        ///< best first
  std::vector<SentencePlace> sentences;  ///< of each evidence
};

/// From facts that share ends and prefixed type.
MergedFact merge_facts(const std::vector<const PlannedFact*>& facts, const MergeInput& input);

/// Types beyond the `max_types` most frequent fall to their first word, the verb. Returns how many
/// did.
std::uint64_t limit_types(std::vector<PlannedFact>& facts, std::size_t max_types);

}  // namespace relata

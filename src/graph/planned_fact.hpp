// Which triples become edges and which become facts of one node.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/cluster_view.hpp"
#include "graph/coordinations.hpp"
#include "relata/graph/evidence.hpp"

namespace relata {

constexpr std::size_t kNoCluster = static_cast<std::size_t>(-1);

/// Relation labels of more words are cut; more are a piece of a sentence.
constexpr std::size_t kMaxRelationWords = 6;
/// A node's facts of more words are left to the JSON-LD.
constexpr std::size_t kMaxFactWords = 14;

/// One triple, turned the way the graph says it.
struct PlannedFact {
  std::size_t subject = kNoCluster;
  std::size_t object = kNoCluster;  ///< kNoCluster: `literal` says it
  std::string literal;
  std::string label;
  std::string type;          ///< canonical, without prefixes
  std::size_t document = 0;  ///< index of the document in the run
  const TripleRecord* triple = nullptr;
  SentencePlace sentence{};  ///< of the triple's, once it is set aside
  bool plain = true;         ///< `label` is the text's own words, or nearly
  bool turned = false;       ///< a passive, told from its agent
};

/// In-document entity → cluster. Keys live in the records.
using ClusterOf = std::unordered_map<std::string_view, std::size_t>;

struct PlanInput {
  const std::vector<DocumentRecords>& documents;
  const std::vector<ClusterView>& views;
  const ClusterOf& cluster_of;
  const MembersOf& members;  ///< of all documents
  const Lexicon& lexicon;
  NodeSelection selection;
};

struct Plan {
  std::vector<PlannedFact> edges;
  std::vector<PlannedFact> literals;
  std::uint64_t triples = 0;
  std::uint64_t self_loops_dropped = 0;
};

/// True if the cluster may be a node when an edge joins it to another.
bool may_be_node(const ClusterView& view, NodeSelection selection, const Lexicon& lexicon);

Plan plan_facts(const PlanInput& input);

}  // namespace relata

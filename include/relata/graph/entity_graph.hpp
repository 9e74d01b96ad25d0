// CONTRACT. The deduplicated entity graph: what every exporter writes.
#pragma once

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "relata/core/spool.hpp"
#include "relata/extract/record.hpp"
#include "relata/graph/evidence.hpp"
#include "relata/graph/shared_text.hpp"
#include "relata/resolve/resolution.hpp"

namespace relata {

enum class NodeClass : std::uint8_t {
  kPerson,
  kGroup,
  kOrganization,
  kPlace,
  kCountry,
  kEvent,
  kObject,
  kCreativeWork,
  kOther,
};
std::string_view to_string(NodeClass node_class);  // "Person", …: written in GraphML, GEXF, CSV

/// asserted; claimed: only attributed to someone; possible: planned, obliged, conditional, asked.
enum class Status : std::uint8_t { kAsserted, kClaimed, kPossible };
std::string_view to_string(Status status);

struct Node {
  ElementId id;       ///< "n" and 12 base-32 digits
  SharedText label;   ///< unique, clean (core/unicode clean_label)
  TextList aliases;   ///< other names, sorted by use, without the label
  TextList formerly;  ///< ids its parts would have had alone, at most 50
  TextList facts;     ///< "was: Dutch painter"; asserted and positive ones only
  TextList claims;    ///< "was: corrupt (according to the opposition)"
  TextList entities;  ///< ids of its in-document entities, sorted
  std::uint64_t mentions = 0;
  NodeClass node_class = NodeClass::kOther;
  bool named = false;

  friend bool operator==(const Node&, const Node&) = default;
};

/// What edges and literal facts have in common: 72 bytes, and texts that many of them share.
struct Fact {
  ElementId id;      ///< "e" (edge) or "f" (literal) and 12 base-32 digits
  SharedText type;   ///< canonical, without prefixes: DEMAND_RELEASE_OF
  SharedText label;  ///< readable relation: "demanded release of"
  /// Node ids, or "unnamed", or the holder's words where it is no node; sorted; only when claimed.
  TextList attributed_to;
  TextList time;          ///< distinct normalised times of the evidence, sorted
  double confidence = 1;  ///< of the best evidence
  EvidencePlace evidence = EvidencePlace::kNone;  ///< in EntityGraph::evidence; never without
  std::uint32_t support = 0;                      ///< distinct sentences, near-identical ones once
  std::uint32_t documents = 0;
  std::uint32_t sources = 0;  ///< distinct hosts of the documents' URLs; 0 if none has one
  TripleKind kind = TripleKind::kClause;
  Polarity polarity = Polarity::kPositive;
  Status status = Status::kAsserted;
  Modality modality = Modality::kAsserted;

  friend bool operator==(const Fact&, const Fact&) = default;
};

/// The type with CLAIMED_, POSSIBLY_, NOT_ before it, in this order.
std::string prefixed_type(const Fact& fact);

/// A statement whose object is no entity: JSON-LD only; the node's facts/claims say it elsewhere.
struct LiteralFact : Fact {
  std::uint32_t subject = 0;  ///< vertex
  SharedText literal;
  friend bool operator==(const LiteralFact&, const LiteralFact&) = default;
};

/// Vertices and edges are numbers of four bytes. Made whole, by GraphDraft; nodes and facts may
/// change afterwards, what joins what may not.
using BoostGraph =
    boost::compressed_sparse_row_graph<boost::bidirectionalS, Node, Fact, boost::no_property,
                                       std::uint32_t, std::uint32_t>;
using Vertex = BoostGraph::vertex_descriptor;
using GraphEdge = BoostGraph::edge_descriptor;

/// Edges from and to a vertex: one that leads back to it counts twice.
inline std::size_t degree_of(const BoostGraph& graph, Vertex vertex) {
  return std::size_t{boost::out_degree(vertex, graph)} + boost::in_degree(vertex, graph);
}

/// Nodes and edges before they are a graph.
class GraphDraft {
 public:
  GraphDraft() = default;
  /// As many are expected.
  GraphDraft(std::size_t nodes, std::size_t edges) {
    nodes_.reserve(nodes);
    ends_.reserve(edges);
    facts_.reserve(edges);
  }

  Vertex add_node(Node node);
  /// Edges of one source stay in the order in which they come. The fact may be changed until the
  /// next one comes.
  Fact& add_edge(std::size_t source, std::size_t target, Fact fact);
  std::size_t edges() const noexcept { return facts_.size(); }

  /// Leaves the draft empty.
  BoostGraph take();

 private:
  std::vector<Node> nodes_;
  std::vector<std::pair<Vertex, Vertex>> ends_;
  std::vector<Fact> facts_;
};

/// Vertices are in the order of node ids, edges in the order of (source id, target id,
/// prefixed type); `literals` of (subject id, prefixed type, literal).
struct EntityGraph {
  BoostGraph graph;
  std::vector<DocumentRecord> documents;  ///< sorted by id
  std::vector<LiteralFact> literals;
  EvidenceStore evidence;  ///< of the edges in their order, then of the literals
};

/// Which entities become nodes (`--nodes`).
enum class NodeSelection : std::uint8_t { kNamed, kDefault, kAll };

struct GraphOptions {
  NodeSelection nodes = NodeSelection::kDefault;
  std::size_t max_types = 5000;  ///< relation types; past that the rarest fall to their verb
  /// Where sentences and evidence are set aside; null: in memory. It changes no byte of any output.
  std::shared_ptr<SpoolRoom> room;
};

struct GraphCounts {
  std::uint64_t triples = 0, edges = 0, nodes = 0, literal_facts = 0, types_folded = 0,
                self_loops_dropped = 0;
};

struct BuiltGraph {
  EntityGraph graph;
  GraphCounts counts;
  /// node_of_cluster[c]: vertex of resolution cluster c, or npos when it is no node.
  std::vector<std::size_t> node_of_cluster;
};

class Lexicon;

/// The same graph for the documents in any order.
BuiltGraph build_graph(const std::vector<DocumentRecords>& documents, const Resolution& resolution,
                       const Lexicon& lexicon, const GraphOptions& options = {});

}  // namespace relata

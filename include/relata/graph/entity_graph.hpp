// CONTRACT. The deduplicated entity graph: what every exporter writes.
#pragma once

#include <boost/graph/adjacency_list.hpp>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "relata/extract/record.hpp"
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

/// One sentence that says what an edge or a literal fact says. Sorted best first.
struct Evidence {
  std::size_t document = 0;  ///< index in EntityGraph::documents
  SentenceRecord sentence;
  std::string surface;  ///< relation in the sentence's words
  std::string subject_text, object_text;
  std::string time;  ///< normalised, may be empty
  std::string rule;
  double confidence = 1;
  Modality modality = Modality::kAsserted;

  friend bool operator==(const Evidence&, const Evidence&) = default;
};

struct Node {
  std::string id;     ///< "n" and 12 base-32 digits
  std::string label;  ///< unique, clean (core/unicode clean_label)
  NodeClass node_class = NodeClass::kOther;
  std::vector<std::string> aliases;   ///< other names, sorted by use, without the label
  std::vector<std::string> formerly;  ///< ids its parts would have had alone, at most 50
  std::uint64_t mentions = 0;
  std::vector<std::string> facts;     ///< "was: Dutch painter"; asserted and positive ones only
  std::vector<std::string> claims;    ///< "was: corrupt (according to the opposition)"
  std::vector<std::string> entities;  ///< ids of its in-document entities, sorted
  bool named = false;

  friend bool operator==(const Node&, const Node&) = default;
};

/// What edges and literal facts have in common.
struct Fact {
  std::string id;             ///< "e" (edge) or "f" (literal) and 12 base-32 digits
  std::string type;           ///< canonical, without prefixes: DEMAND_RELEASE_OF
  std::string prefixed_type;  ///< CLAIMED_, POSSIBLY_, NOT_ before it, in this order
  std::string label;          ///< readable relation: "demanded release of"
  TripleKind kind = TripleKind::kClause;
  Polarity polarity = Polarity::kPositive;
  Status status = Status::kAsserted;
  Modality modality = Modality::kAsserted;
  /// Node ids, or "unnamed", or the holder's words where it is no node; sorted; only when claimed.
  std::vector<std::string> attributed_to;
  std::vector<std::string> time;  ///< distinct normalised times of the evidence, sorted
  std::uint64_t support = 0;      ///< distinct sentences, near-identical ones once
  std::uint64_t documents = 0;
  std::uint64_t sources = 0;       ///< distinct hosts of the documents' URLs; 0 if none has one
  double confidence = 1;           ///< of the best evidence
  std::vector<Evidence> evidence;  ///< best first; never empty

  friend bool operator==(const Fact&, const Fact&) = default;
};

/// A statement whose object is no entity: JSON-LD only; the node's facts/claims say it elsewhere.
struct LiteralFact : Fact {
  std::size_t subject = 0;  ///< vertex
  std::string literal;
  friend bool operator==(const LiteralFact&, const LiteralFact&) = default;
};

using BoostGraph =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, Node, Fact>;

/// Vertices are in the order of node ids, edges in the order of (source id, target id,
/// prefixed type); `literals` of (subject id, prefixed type, literal).
struct EntityGraph {
  BoostGraph graph;
  std::vector<DocumentRecord> documents;  ///< sorted by id
  std::vector<LiteralFact> literals;
};

/// Which entities become nodes (`--nodes`).
enum class NodeSelection : std::uint8_t { kNamed, kDefault, kAll };

struct GraphOptions {
  NodeSelection nodes = NodeSelection::kDefault;
  std::size_t max_types = 5000;  ///< relation types; past that the rarest fall to their verb
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

// What GraphML, GEXF and CSV say of nodes and edges: the same values under the same names, each
// format with its own quoting.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "relata/export/graph_writer.hpp"
#include "relata/graph/entity_graph.hpp"

namespace relata::detail {

enum class FieldType : std::uint8_t {
  kString,
  kList,  ///< strings joined by " | ", none with a bar in it
  kLong,
  kDouble,
};

/// For XML: only types that all readers know.
std::string_view type_name(FieldType type);

struct NodeRow {
  const Node& node;
  std::string_view iri;
};

struct NodeField {
  std::string_view name;
  std::string_view key;  ///< its id in GraphML
  FieldType type;
  /// Appends the clean value; nothing where there is none.
  void (*append)(const NodeRow&, std::string&);
};

/// The first is the name, which has a place of its own in GEXF.
std::span<const NodeField> node_fields();

/// An edge as it is written: a fact with its best sentence, or with one of its sentences.
struct EdgeRow {
  const Fact& fact;
  const Node& source;
  const Node& target;
  const Evidence& evidence;
  const DocumentRecord& document;
  std::string_view id;  ///< that of the fact, or one below it
  std::uint64_t support;
  std::uint64_t documents;
  std::uint64_t sources;
  double confidence;
  Modality modality;
  const TextList& times;
};

struct EdgeField {
  std::string_view name;
  std::string_view key;
  FieldType type;
  void (*append)(const EdgeRow&, std::string&);
};

/// The first two are the readable relation and the weight, which have places of their own in GEXF
/// and Gephi.
std::span<const EdgeField> edge_fields();
constexpr std::size_t kAfterWeight = 2;

/// The name of a field for GEXF and CSV: "type" and "kind" would be taken for Gephi's own columns,
/// so there they are "class" and "triple_kind".
std::string_view name_beside_gephis(std::string_view name);

/// Every edge of the graph in its order, as one row or as one a sentence.
void for_each_edge(const EntityGraph& graph, EdgeRows rows,
                   const std::function<void(const EdgeRow&)>& write);

}  // namespace relata::detail

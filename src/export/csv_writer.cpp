#include "relata/export/csv_writer.hpp"

#include <algorithm>
#include <array>
#include <boost/range/iterator_range.hpp>
#include <cassert>
#include <span>
#include <string>

#include "export/clean_text.hpp"
#include "export/iri.hpp"
#include "export/output_buffer.hpp"
#include "export/xml_text.hpp"
#include "relata/core/number.hpp"

namespace relata {
namespace {

using detail::OutputBuffer;

/// A string field: quoted, on one line, without the backslash that Gephi takes for an escape.
/// Nothing at all for an empty one, which the importers take for a value that is not there.
std::string text_field(std::string_view text) {
  const std::string clean = detail::clean_line(text);
  if (clean.empty()) return {};
  std::string field = "\"";
  for (const char character : clean) {
    if (character == '"') field += '"';
    field += character == '\\' ? '/' : character;
  }
  field += '"';
  return field;
}

std::string count_field(std::uint64_t count) {
  return format_integer(static_cast<std::int64_t>(count));
}

/// Neo4j's arrays have no escape, so a bar within an item is a slash.
std::string array_field(std::span<const std::string> items) {
  std::string joined;
  for (const std::string& item : items) {
    std::string clean = detail::clean_line(item);
    std::replace(clean.begin(), clean.end(), '|', '/');
    if (clean.empty()) continue;
    if (!joined.empty()) joined += '|';
    joined += clean;
  }
  return text_field(joined);
}

std::string list_field(std::span<const std::string> items) {
  return text_field(detail::join_list(items));
}

/// All that an edge's columns are made from.
struct EdgeRow {
  const Fact& fact;
  const Evidence& best;
  const DocumentRecord& document;
};

struct EdgeColumn {
  std::string_view name;
  std::string_view neo4j_type;  ///< behind a colon in its header
  std::string_view kuzu_type;
  std::string (*field)(const EdgeRow&);
};

std::string weight_field(const EdgeRow& row) {
  return format_double(static_cast<double>(std::max<std::uint64_t>(row.fact.support, 1)));
}

/// The relation in words and the weight come first: Gephi has columns of its own for them.
constexpr std::array kEdgeColumns = {
    EdgeColumn{"label", "", "STRING", [](const EdgeRow& r) { return text_field(r.fact.label); }},
    EdgeColumn{"weight", "double", "DOUBLE", weight_field},
    EdgeColumn{"fact_id", "", "STRING", [](const EdgeRow& r) { return text_field(r.fact.id); }},
    EdgeColumn{"confidence", "double", "DOUBLE",
               [](const EdgeRow& r) { return format_double(r.fact.confidence); }},
    EdgeColumn{"polarity", "", "STRING",
               [](const EdgeRow& r) { return text_field(to_string(r.fact.polarity)); }},
    EdgeColumn{"status", "", "STRING",
               [](const EdgeRow& r) { return text_field(to_string(r.fact.status)); }},
    EdgeColumn{"modality", "", "STRING",
               [](const EdgeRow& r) {
                 return r.fact.modality == Modality::kAsserted
                            ? std::string()
                            : text_field(to_string(r.fact.modality));
               }},
    EdgeColumn{"attributed_to", "", "STRING",
               [](const EdgeRow& r) { return text_field(detail::join_holders(r.fact)); }},
    EdgeColumn{"triple_kind", "", "STRING",
               [](const EdgeRow& r) { return text_field(to_string(r.fact.kind)); }},
    EdgeColumn{"surface", "", "STRING",
               [](const EdgeRow& r) { return text_field(r.best.surface); }},
    EdgeColumn{"url", "", "STRING", [](const EdgeRow& r) { return text_field(r.document.url); }},
    EdgeColumn{"documents", "long", "INT64",
               [](const EdgeRow& r) { return count_field(r.fact.documents); }},
    EdgeColumn{"time", "", "STRING",
               [](const EdgeRow& r) { return list_field(detail::select_times(r.fact.time)); }},
    EdgeColumn{"published", "", "STRING",
               [](const EdgeRow& r) {
                 return detail::is_day(r.document.date) ? text_field(r.document.date)
                                                        : std::string();
               }},
    EdgeColumn{"doc", "", "STRING", [](const EdgeRow& r) { return text_field(r.document.doc); }},
    EdgeColumn{"sentence", "", "STRING",
               [](const EdgeRow& r) { return text_field(r.best.sentence.text); }},
    EdgeColumn{"begin", "long", "INT64",
               [](const EdgeRow& r) {
                 const Span range = r.best.sentence.range;
                 return range.empty() ? std::string() : count_field(range.start);
               }},
    EdgeColumn{"end_offset", "long", "INT64",
               [](const EdgeRow& r) {
                 const Span range = r.best.sentence.range;
                 return range.empty() ? std::string() : count_field(range.end);
               }},
    EdgeColumn{
        "support", "long", "INT64",
        [](const EdgeRow& r) { return count_field(std::max<std::uint64_t>(r.fact.support, 1)); }},
};
/// Where the columns begin that Gephi has no name of its own for.
constexpr std::size_t kAfterGephis = 2;

constexpr std::string_view kNeo4jNodes =
    "entity_id:ID(Entity),name,type,iri,aliases:string[],mentions:long,facts:string[],"
    "claims:string[],:LABEL\n";
constexpr std::string_view kKuzuNodes = "id,name,type,iri,aliases,mentions,facts,claims\n";
constexpr std::string_view kGephiNodes = "Id,Label,class,iri,aliases,mentions,facts,claims\n";

/// The statements that load the folder into Kuzu, run from within it.
std::string kuzu_script() {
  std::string script =
      "CREATE NODE TABLE Entity(id STRING PRIMARY KEY, name STRING, type STRING, iri STRING, "
      "aliases STRING, mentions INT64, facts STRING, claims STRING);\n"
      "CREATE REL TABLE Rel(FROM Entity TO Entity, type STRING";
  for (const EdgeColumn& column : kEdgeColumns) {
    script += ", ";
    script += column.name;
    script += ' ';
    script += column.kuzu_type;
  }
  return script +
         ");\nCOPY Entity FROM 'nodes.csv' (HEADER=true);\n"
         "COPY Rel FROM 'rels.csv' (HEADER=true);\n";
}

enum class Dialect { kNeo4j, kKuzu, kGephi };

std::string edge_header(std::string_view first, Dialect dialect) {
  std::string header(first);
  const std::size_t from = dialect == Dialect::kGephi ? kAfterGephis : 0;
  for (std::size_t i = from; i < kEdgeColumns.size(); ++i) {
    header += ',';
    header += kEdgeColumns[i].name;
    if (dialect == Dialect::kNeo4j && !kEdgeColumns[i].neo4j_type.empty()) {
      header += ':';
      header += kEdgeColumns[i].neo4j_type;
    }
  }
  return header + "\n";
}

void write_nodes(const BoostGraph& graph, const detail::IriSpace& iris, Dialect dialect,
                 OutputBuffer& out) {
  const bool neo4j = dialect == Dialect::kNeo4j;
  const auto list = neo4j ? array_field : list_field;
  for (const auto vertex : boost::make_iterator_range(boost::vertices(graph))) {
    const Node& node = graph[vertex];
    const std::string node_class(to_string(node.node_class));
    out << node.id << "," << text_field(node.label) << "," << text_field(node_class) << ","
        << text_field(iris.entity(node.id)) << "," << list(node.aliases) << ","
        << count_field(node.mentions) << "," << list(node.facts) << "," << list(node.claims);
    if (neo4j) out << "," << text_field("Entity|" + node_class);
    out << "\n";
    out.flush_full();
  }
}

void write_edges(const EntityGraph& graph, Dialect dialect, OutputBuffer& out) {
  const BoostGraph& edges = graph.graph;
  for (const auto edge : boost::make_iterator_range(boost::edges(edges))) {
    const Fact& fact = edges[edge];
    const Evidence& best = fact.evidence.front();
    const EdgeRow row{fact, best, graph.documents[best.document]};
    out << edges[boost::source(edge, edges)].id << "," << edges[boost::target(edge, edges)].id;
    if (dialect == Dialect::kGephi) {
      out << ",\"Directed\"," << text_field(fact.prefixed_type) << "," << fact.id << ","
          << text_field(fact.label) << "," << weight_field(row);
    } else {
      out << "," << text_field(fact.prefixed_type);
    }
    const std::size_t from = dialect == Dialect::kGephi ? kAfterGephis : 0;
    for (std::size_t i = from; i < kEdgeColumns.size(); ++i) {
      out << "," << kEdgeColumns[i].field(row);
    }
    out << "\n";
    out.flush_full();
  }
}

}  // namespace

std::vector<std::string_view> csv_paths() {
  return {"gephi/edges.csv", "gephi/nodes.csv",       "kuzu/load.cypher",
          "kuzu/nodes.csv",  "kuzu/rels.csv",         "neo4j/nodes-header.csv",
          "neo4j/nodes.csv", "neo4j/rels-header.csv", "neo4j/rels.csv"};
}

void write_csv(const EntityGraph& graph, const ExportOptions& options, std::string_view path,
               ByteSink& out) {
  const detail::IriSpace iris(options.base_iri);
  OutputBuffer buffer(out);
  if (path == "neo4j/nodes-header.csv") {
    buffer << kNeo4jNodes;
  } else if (path == "neo4j/nodes.csv") {
    write_nodes(graph.graph, iris, Dialect::kNeo4j, buffer);
  } else if (path == "neo4j/rels-header.csv") {
    buffer << edge_header(":START_ID(Entity),:END_ID(Entity),:TYPE", Dialect::kNeo4j);
  } else if (path == "neo4j/rels.csv") {
    write_edges(graph, Dialect::kNeo4j, buffer);
  } else if (path == "kuzu/load.cypher") {
    buffer << kuzu_script();
  } else if (path == "kuzu/nodes.csv") {
    buffer << kKuzuNodes;
    write_nodes(graph.graph, iris, Dialect::kKuzu, buffer);
  } else if (path == "kuzu/rels.csv") {
    buffer << edge_header("from,to,type", Dialect::kKuzu);
    write_edges(graph, Dialect::kKuzu, buffer);
  } else if (path == "gephi/nodes.csv") {
    buffer << kGephiNodes;
    write_nodes(graph.graph, iris, Dialect::kGephi, buffer);
  } else {
    assert(path == "gephi/edges.csv" && "no file of the folder");
    buffer << edge_header("Source,Target,Type,Kind,Id,Label,Weight", Dialect::kGephi);
    write_edges(graph, Dialect::kGephi, buffer);
  }
  buffer.finish();
}

}  // namespace relata

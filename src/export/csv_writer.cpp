#include "relata/export/csv_writer.hpp"

#include <algorithm>
#include <boost/range/iterator_range.hpp>
#include <cassert>
#include <string>
#include <utility>

#include "export/clean_text.hpp"
#include "export/fields.hpp"
#include "export/iri.hpp"
#include "export/output_buffer.hpp"
#include "relata/core/number.hpp"

namespace relata {
namespace {

using detail::EdgeRow;
using detail::FieldType;
using detail::OutputBuffer;

enum class Dialect { kNeo4j, kKuzu, kGephi };

/// Behind a colon in neo4j-admin's header.
std::string_view neo4j_type(FieldType type) {
  switch (type) {
    case FieldType::kList:
      return ":string[]";
    case FieldType::kLong:
      return ":long";
    case FieldType::kDouble:
      return ":double";
    case FieldType::kString:
      break;
  }
  return "";
}

std::string_view kuzu_type(FieldType type) {
  switch (type) {
    case FieldType::kLong:
      return " INT64";
    case FieldType::kDouble:
      return " DOUBLE";
    case FieldType::kString:
    case FieldType::kList:
      break;
  }
  return " STRING";
}

/// A string field: quoted, without the backslash that Gephi takes for an escape. `text` is clean.
void append_text_field(std::string& out, std::string_view text) {
  out += '"';
  for (const char character : text) {
    if (character == '"') out += '"';
    out += character == '\\' ? '/' : character;
  }
  out += '"';
}

/// Neo4j splits arrays at every bar; there is none within an item.
std::string array_of(std::string_view list) {
  constexpr std::string_view kBetween = " | ";
  std::string array;
  std::size_t from = 0;
  for (std::size_t at; (at = list.find(kBetween, from)) != std::string_view::npos;
       from = at + kBetween.size()) {
    array += list.substr(from, at - from);
    array += '|';
  }
  array += list.substr(from);
  return array;
}

/// 2025/03/10: a column of ISO dates is one of timestamps to Gephi, which then will not append
/// these edges to the nodes that it has.
void put_slashes_in_date(std::string& text) {
  const bool is_interval = text.find('/') != std::string::npos;
  if (!is_interval && detail::is_time(text)) std::replace(text.begin(), text.end(), '-', '/');
}

/// The folder's files, each made of the same fields.
class CsvWriter {
 public:
  CsvWriter(const EntityGraph& graph, const ExportOptions& options, Dialect dialect,
            OutputBuffer& out)
      : graph_(graph), options_(options), iris_(options.base_iri), dialect_(dialect), out_(out) {}

  void write_node_header() {
    out_ << (dialect_ == Dialect::kNeo4j  ? "entity_id:ID(Entity)"
             : dialect_ == Dialect::kKuzu ? "id"
                                          : "Id");
    bool is_name = dialect_ == Dialect::kGephi;
    for (const auto& field : detail::node_fields()) {
      write_column(std::exchange(is_name, false) ? "Label" : field.name, field.type);
    }
    if (dialect_ == Dialect::kNeo4j) out_ << ",:LABEL";
    out_ << "\n";
  }

  void write_nodes() {
    for (const auto vertex : boost::make_iterator_range(boost::vertices(graph_.graph))) {
      const Node& node = graph_.graph[vertex];
      const std::string iri = iris_.entity(node.id.str());
      out_ << node.id.str();
      for (const auto& field : detail::node_fields()) {
        write_value(field, detail::NodeRow{node, iri});
      }
      if (dialect_ == Dialect::kNeo4j) {
        out_ << ",\"Entity|" << to_string(node.node_class) << "\"";
      }
      end_line();
    }
  }

  void write_edge_header() {
    out_ << (dialect_ == Dialect::kNeo4j  ? ":START_ID(Entity),:END_ID(Entity),:TYPE"
             : dialect_ == Dialect::kKuzu ? "from,to,type"
                                          : "Source,Target,Type,Kind,Id,Label,Weight");
    for (const auto& field : own_edge_fields()) write_column(field.name, field.type);
    out_ << "\n";
  }

  void write_edges() {
    detail::for_each_edge(graph_, options_.edges, [&](const EdgeRow& row) {
      out_ << row.source.id.str() << "," << row.target.id.str();
      if (dialect_ == Dialect::kGephi) {
        out_ << ",\"Directed\",\"" << prefixed_type(row.fact) << "\"," << row.id;
        for (const auto& field : detail::edge_fields().first(detail::kAfterWeight)) {
          write_value(field, row);
        }
      } else {
        out_ << ",\"" << prefixed_type(row.fact) << "\"";
      }
      for (const auto& field : own_edge_fields()) write_value(field, row);
      end_line();
    });
  }

  /// The statements that load the folder into Kuzu, run from within it.
  void write_kuzu_script() {
    out_ << "CREATE NODE TABLE Entity(id STRING PRIMARY KEY";
    for (const auto& field : detail::node_fields()) write_table_column(field.name, field.type);
    out_ << ");\nCREATE REL TABLE Rel(FROM Entity TO Entity, type STRING";
    for (const auto& field : detail::edge_fields()) {
      write_table_column(detail::name_beside_gephis(field.name), field.type);
    }
    out_ << ");\nCOPY Entity FROM 'nodes.csv' (HEADER=true);\n"
            "COPY Rel FROM 'rels.csv' (HEADER=true);\n";
  }

 private:
  /// The relation in words and the weight have columns of Gephi's own.
  std::span<const detail::EdgeField> own_edge_fields() const {
    const std::size_t from = dialect_ == Dialect::kGephi ? detail::kAfterWeight : 0;
    return detail::edge_fields().subspan(from);
  }

  void write_column(std::string_view name, FieldType type) {
    // The class of a node keeps its name where Gephi has no column for it.
    const bool is_class = name == "type" && dialect_ != Dialect::kGephi;
    out_ << "," << (is_class ? name : detail::name_beside_gephis(name));
    if (dialect_ == Dialect::kNeo4j) out_ << neo4j_type(type);
  }

  void write_table_column(std::string_view name, FieldType type) {
    out_ << ", " << name << kuzu_type(type);
  }

  /// Nothing for what is not there: importers take an empty field for that.
  template <class Field, class Row>
  void write_value(const Field& field, const Row& row) {
    value_.clear();
    field.append(row, value_);
    out_ << ",";
    if (value_.empty()) return;
    if (dialect_ == Dialect::kGephi) put_slashes_in_date(value_);
    if (field.type == FieldType::kLong || field.type == FieldType::kDouble) {
      out_ << value_;
    } else if (field.type == FieldType::kList && dialect_ == Dialect::kNeo4j) {
      append_text_field(out_.text(), array_of(value_));
    } else {
      append_text_field(out_.text(), value_);
    }
  }

  void end_line() {
    out_ << "\n";
    out_.flush_full();
  }

  const EntityGraph& graph_;
  const ExportOptions& options_;
  const detail::IriSpace iris_;
  const Dialect dialect_;
  OutputBuffer& out_;
  std::string value_;  ///< scratch
};

Dialect dialect_of(std::string_view path) {
  if (path.starts_with("neo4j/")) return Dialect::kNeo4j;
  if (path.starts_with("kuzu/")) return Dialect::kKuzu;
  return Dialect::kGephi;
}

}  // namespace

std::vector<std::string_view> csv_paths() {
  return {"gephi/edges.csv", "gephi/nodes.csv",       "kuzu/load.cypher",
          "kuzu/nodes.csv",  "kuzu/rels.csv",         "neo4j/nodes-header.csv",
          "neo4j/nodes.csv", "neo4j/rels-header.csv", "neo4j/rels.csv"};
}

void write_csv(const EntityGraph& graph, const ExportOptions& options, std::string_view path,
               ByteSink& out) {
  OutputBuffer buffer(out);
  CsvWriter writer(graph, options, dialect_of(path), buffer);
  const std::string_view file = path.substr(path.find('/') + 1);
  // neo4j-admin wants headers apart, so that the data can be split.
  const bool has_header = !path.starts_with("neo4j/");
  if (file == "load.cypher") {
    writer.write_kuzu_script();
  } else if (file == "nodes-header.csv") {
    writer.write_node_header();
  } else if (file == "rels-header.csv") {
    writer.write_edge_header();
  } else if (file == "nodes.csv") {
    if (has_header) writer.write_node_header();
    writer.write_nodes();
  } else {
    assert((file == "rels.csv" || file == "edges.csv") && "no file of the folder");
    if (has_header) writer.write_edge_header();
    writer.write_edges();
  }
  buffer.finish();
}

}  // namespace relata

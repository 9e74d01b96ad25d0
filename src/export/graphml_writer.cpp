// GraphML, streamed: every rule here is one that a consumer needs (docs/formats.md).
#include <boost/range/iterator_range.hpp>
#include <string>
#include <string_view>

#include "export/appearance.hpp"
#include "export/fields.hpp"
#include "export/iri.hpp"
#include "export/output_buffer.hpp"
#include "export/xml_text.hpp"
#include "relata/core/number.hpp"
#include "relata/export/graph_writer.hpp"

namespace relata {
namespace {

using detail::append_attribute;
using detail::EdgeField;
using detail::EdgeRow;
using detail::FieldType;
using detail::NodeField;
using detail::OutputBuffer;

class GraphmlWriter {
 public:
  GraphmlWriter(const EntityGraph& graph, const ExportOptions& options, ByteSink& out)
      : graph_(graph),
        options_(options),
        iris_(options.base_iri),
        look_(detail::appearance_of(graph, options)),
        buffer_(out) {}

  void write() {
    buffer_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    detail::append_generator_comment(buffer_.text(), options_.generator);
    buffer_ << "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";
    write_keys();
    buffer_ << "<graph id=\"kg\" edgedefault=\"directed\">\n";
    for (const auto vertex : boost::make_iterator_range(boost::vertices(graph_.graph))) {
      write_node(vertex);
    }
    detail::for_each_edge(graph_, options_.edges, [&](const EdgeRow& row) { write_edge(row); });
    buffer_ << "</graph>\n</graphml>\n";
    buffer_.finish();
  }

 private:
  /// Ids are unique over nodes and edges, ignoring case: Cytoscape and networkx keep one map for
  /// both and Gephi lower-cases them. Ids and names that mean something to a tool (nodelabel,
  /// labelV, labelE, color, size, weight, name, label) have that meaning here.
  void write_keys() {
    for (const NodeField& field : detail::node_fields()) {
      write_key(field.key, "node", field.name, field.type);
    }
    write_key("color", "node", "color", FieldType::kString);
    write_key("size", "node", "size", FieldType::kDouble);
    if (!look_.positions.empty()) {
      write_key("x", "node", "x", FieldType::kDouble);
      write_key("y", "node", "y", FieldType::kDouble);
    }
    for (const EdgeField& field : detail::edge_fields()) {
      write_key(field.key, "edge", field.name, field.type);
    }
    write_key("e_self", "edge", "self_loop", FieldType::kString);
    if (is_for_cytoscape()) write_key("e_type", "edge", "interaction", FieldType::kString);
  }

  void write_key(std::string_view id, std::string_view element, std::string_view name,
                 FieldType type) {
    std::string& out = buffer_.text();
    out += "<key";
    append_attribute(out, "id", id);
    append_attribute(out, "for", element);
    append_attribute(out, "attr.name", name);
    append_attribute(out, "attr.type", detail::type_name(type));
    out += "/>\n";
  }

  void write_node(Vertex vertex) {
    const Node& node = graph_.graph[vertex];
    const std::string iri = iris_.entity(node.id.str());
    std::string& out = buffer_.text();
    out += "<node";
    append_attribute(out, "id", node.id.str());
    append_attribute(out, "labels", ":" + std::string(to_string(node.node_class)) + ":Entity");
    out += '>';
    write_fields(detail::node_fields(), detail::NodeRow{node, iri});
    write_value("color", detail::color_of(node.node_class));
    write_value("size", format_double(look_.sizes[vertex]));
    if (!look_.positions.empty()) {
      write_value("x", format_double(look_.positions[vertex].x));
      write_value("y", format_double(look_.positions[vertex].y));
    }
    out += "</node>\n";
    buffer_.flush_full();
  }

  /// The best evidence stands in the edge; all of it is in JSON-LD.
  void write_edge(const EdgeRow& row) {
    std::string& out = buffer_.text();
    out += "<edge";
    append_attribute(out, "id", row.id);
    append_attribute(out, "source", row.source.id.str());
    append_attribute(out, "target", row.target.id.str());
    append_attribute(out, "label", prefixed_type(row.fact));
    out += '>';
    write_fields(detail::edge_fields(), row);
    if (row.source.id == row.target.id) write_value("e_self", "true");
    if (is_for_cytoscape()) write_value("e_type", prefixed_type(row.fact));
    out += "</edge>\n";
    buffer_.flush_full();
  }

  template <class Fields, class Row>
  void write_fields(Fields fields, const Row& row) {
    for (const auto& field : fields) {
      value_.clear();
      field.append(row, value_);
      write_value(field.key, value_);
    }
  }

  /// Nothing for an empty value: an empty element is a value to APOC and an error to networkx.
  void write_value(std::string_view key, std::string_view value) {
    if (value.empty()) return;
    std::string& out = buffer_.text();
    out += "<data key=\"";
    out += key;
    out += "\">";
    detail::append_text(out, value);
    out += "</data>";
  }

  bool is_for_cytoscape() const { return options_.graphml_flavour == GraphmlFlavour::kCytoscape; }

  const EntityGraph& graph_;
  const ExportOptions& options_;
  const detail::IriSpace iris_;
  const Appearance look_;
  OutputBuffer buffer_;
  std::string value_;  ///< scratch
};

}  // namespace

void write_graphml(const EntityGraph& graph, const ExportOptions& options, ByteSink& out) {
  GraphmlWriter(graph, options, out).write();
}

}  // namespace relata

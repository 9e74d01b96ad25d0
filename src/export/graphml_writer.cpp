// GraphML, streamed: every rule here is one that a consumer needs (docs/formats.md).
#include <algorithm>
#include <array>
#include <boost/range/iterator_range.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "export/appearance.hpp"
#include "export/clean_text.hpp"
#include "export/iri.hpp"
#include "export/layout.hpp"
#include "export/output_buffer.hpp"
#include "export/xml_text.hpp"
#include "relata/core/number.hpp"
#include "relata/export/graph_writer.hpp"

namespace relata {
namespace {

using detail::append_attribute;
using detail::append_text;
using detail::clean_line;
using detail::OutputBuffer;

struct Key {
  std::string_view id;
  std::string_view element;  // node or edge
  std::string_view name;
  std::string_view type;
};

/// Ids are unique over nodes and edges, ignoring case: Cytoscape and networkx keep one map for both
/// and Gephi lower-cases them. Ids and names that mean something to a tool (nodelabel, labelV,
/// labelE, color, size, weight, name, label) have that meaning here.
constexpr std::array kKeys = {
    Key{"nodelabel", "node", "name", "string"},
    Key{"labelV", "node", "type", "string"},
    Key{"n_iri", "node", "iri", "string"},
    Key{"n_aliases", "node", "aliases", "string"},
    Key{"n_mentions", "node", "mentions", "long"},
    Key{"n_facts", "node", "facts", "string"},
    Key{"n_claims", "node", "claims", "string"},
    Key{"n_formerly", "node", "formerly", "string"},
    Key{"color", "node", "color", "string"},
    Key{"size", "node", "size", "double"},
    Key{"x", "node", "x", "double"},
    Key{"y", "node", "y", "double"},
    Key{"labelE", "edge", "label", "string"},
    Key{"weight", "edge", "weight", "double"},
    Key{"e_fact", "edge", "fact_id", "string"},
    Key{"e_surface", "edge", "surface", "string"},
    Key{"e_kind", "edge", "kind", "string"},
    Key{"e_conf", "edge", "confidence", "double"},
    Key{"e_polarity", "edge", "polarity", "string"},
    Key{"e_status", "edge", "status", "string"},
    Key{"e_modality", "edge", "modality", "string"},
    Key{"e_attr", "edge", "attributed_to", "string"},
    Key{"e_time", "edge", "time", "string"},
    Key{"e_published", "edge", "published", "string"},
    Key{"e_doc", "edge", "doc", "string"},
    Key{"e_url", "edge", "url", "string"},
    Key{"e_sent", "edge", "sentence", "string"},
    Key{"e_begin", "edge", "begin", "long"},
    Key{"e_end", "edge", "end_offset", "long"},
    Key{"e_support", "edge", "support", "long"},
    Key{"e_documents", "edge", "documents", "long"},
    Key{"e_self", "edge", "self_loop", "string"},
};

/// Nothing for an empty value: an empty element is a value to APOC and an error to networkx.
void append_data(std::string& out, std::string_view key, std::string_view value) {
  if (value.empty()) return;
  out += "<data key=\"";
  out += key;
  out += "\">";
  append_text(out, value);
  out += "</data>";
}

void append_data(std::string& out, std::string_view key, std::uint64_t value) {
  append_data(out, key, format_integer(static_cast<std::int64_t>(value)));
}

void append_node(std::string& out, const Node& node, const detail::IriSpace& iris,
                 std::uint64_t most_mentions, const detail::Position* position) {
  const std::string_view node_class = to_string(node.node_class);
  out += "<node";
  append_attribute(out, "id", node.id);
  append_attribute(out, "labels", ":" + std::string(node_class) + ":Entity");
  out += '>';
  append_data(out, "nodelabel", clean_line(node.label));
  append_data(out, "labelV", node_class);
  append_data(out, "n_iri", iris.entity(node.id));
  append_data(out, "n_aliases", detail::join_list(node.aliases));
  append_data(out, "n_mentions", node.mentions);
  append_data(out, "n_facts", detail::join_list(node.facts));
  append_data(out, "n_claims", detail::join_list(node.claims));
  append_data(out, "n_formerly", detail::join_list(node.formerly));
  append_data(out, "color", detail::color_of(node.node_class));
  append_data(out, "size", format_double(detail::size_of(node.mentions, most_mentions)));
  if (position) {
    append_data(out, "x", format_double(position->x));
    append_data(out, "y", format_double(position->y));
  }
  out += "</node>\n";
}

/// The best evidence stands in the edge; all of it is in JSON-LD.
void append_evidence(std::string& out, const Evidence& evidence, const DocumentRecord& document) {
  if (detail::is_day(document.date)) append_data(out, "e_published", document.date);
  append_data(out, "e_doc", clean_line(document.doc));
  append_data(out, "e_url", clean_line(document.url));
  append_data(out, "e_sent", clean_line(evidence.sentence.text));
  if (!evidence.sentence.range.empty()) {
    append_data(out, "e_begin", evidence.sentence.range.start);
    append_data(out, "e_end", evidence.sentence.range.end);
  }
}

void append_edge(std::string& out, const Fact& fact, const Node& source, const Node& target,
                 const std::vector<DocumentRecord>& documents) {
  out += "<edge";
  append_attribute(out, "id", fact.id);
  append_attribute(out, "source", source.id);
  append_attribute(out, "target", target.id);
  append_attribute(out, "label", fact.prefixed_type);
  out += '>';
  const Evidence& best = fact.evidence.front();
  append_data(out, "labelE", clean_line(fact.label));
  // Gephi deletes an edge of weight 0.
  const std::uint64_t support = std::max<std::uint64_t>(fact.support, 1);
  append_data(out, "weight", format_double(static_cast<double>(support)));
  append_data(out, "e_fact", fact.id);
  append_data(out, "e_surface", clean_line(best.surface));
  append_data(out, "e_kind", to_string(fact.kind));
  append_data(out, "e_conf", format_double(fact.confidence));
  append_data(out, "e_polarity", to_string(fact.polarity));
  append_data(out, "e_status", to_string(fact.status));
  if (fact.modality != Modality::kAsserted) {
    append_data(out, "e_modality", to_string(fact.modality));
  }
  append_data(out, "e_attr", detail::join_holders(fact));
  append_data(out, "e_time", detail::join_list(detail::select_times(fact.time)));
  append_evidence(out, best, documents[best.document]);
  append_data(out, "e_support", support);
  append_data(out, "e_documents", fact.documents);
  if (source.id == target.id) append_data(out, "e_self", "true");
  out += "</edge>\n";
}

}  // namespace

void write_graphml(const EntityGraph& graph, const ExportOptions& options, ByteSink& out) {
  const detail::IriSpace iris(options.base_iri);
  const BoostGraph& edges = graph.graph;
  OutputBuffer buffer(out);
  buffer << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  detail::append_generator_comment(buffer.text(), options.generator);
  buffer << "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";
  const std::vector<detail::Position> positions = detail::lay_out(edges);
  for (const Key& key : kKeys) {
    if (positions.empty() && (key.id == "x" || key.id == "y")) continue;
    buffer << "<key";
    append_attribute(buffer.text(), "id", key.id);
    append_attribute(buffer.text(), "for", key.element);
    append_attribute(buffer.text(), "attr.name", key.name);
    append_attribute(buffer.text(), "attr.type", key.type);
    buffer << "/>\n";
  }
  buffer << "<graph id=\"kg\" edgedefault=\"directed\">\n";
  const std::uint64_t most_mentions = detail::find_most_mentions(graph);
  for (const auto vertex : boost::make_iterator_range(boost::vertices(edges))) {
    append_node(buffer.text(), edges[vertex], iris, most_mentions,
                positions.empty() ? nullptr : &positions[vertex]);
    buffer.flush_full();
  }
  for (const auto edge : boost::make_iterator_range(boost::edges(edges))) {
    append_edge(buffer.text(), edges[edge], edges[boost::source(edge, edges)],
                edges[boost::target(edge, edges)], graph.documents);
    buffer.flush_full();
  }
  buffer << "</graph>\n</graphml>\n";
  buffer.finish();
}

}  // namespace relata

// GEXF 1.2, streamed: what Gephi needs for its timeline, with attributes that graphology and
// networkx read too (docs/formats.md).
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
#include "export/spells.hpp"
#include "export/xml_text.hpp"
#include "relata/core/number.hpp"
#include "relata/export/graph_writer.hpp"

namespace relata {
namespace {

using detail::append_attribute;
using detail::clean_line;
using detail::OutputBuffer;

struct Attribute {
  std::string_view name;  ///< id and title in one: graphology takes the title, Gephi the id
  std::string_view type;
};

/// "type" and "kind" would be taken for Gephi's own columns.
constexpr std::array kNodeAttributes = {
    Attribute{"class", "string"},    Attribute{"iri", "string"},   Attribute{"aliases", "string"},
    Attribute{"mentions", "long"},   Attribute{"facts", "string"}, Attribute{"claims", "string"},
    Attribute{"formerly", "string"},
};
constexpr std::array kEdgeAttributes = {
    Attribute{"fact_id", "string"},     Attribute{"surface", "string"},
    Attribute{"triple_kind", "string"}, Attribute{"confidence", "double"},
    Attribute{"polarity", "string"},    Attribute{"status", "string"},
    Attribute{"modality", "string"},    Attribute{"attributed_to", "string"},
    Attribute{"time", "string"},        Attribute{"published", "string"},
    Attribute{"doc", "string"},         Attribute{"url", "string"},
    Attribute{"sentence", "string"},    Attribute{"begin", "long"},
    Attribute{"end_offset", "long"},    Attribute{"support", "long"},
    Attribute{"documents", "long"},
};

template <std::size_t size>
void append_attributes(std::string& out, std::string_view element,
                       const std::array<Attribute, size>& attributes) {
  out += "<attributes";
  append_attribute(out, "class", element);
  append_attribute(out, "mode", "static");
  out += ">\n";
  for (const Attribute& attribute : attributes) {
    out += "<attribute";
    append_attribute(out, "id", attribute.name);
    append_attribute(out, "title", attribute.name);
    append_attribute(out, "type", attribute.type);
    out += "/>\n";
  }
  out += "</attributes>\n";
}

void append_value(std::string& out, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  out += "<attvalue";
  append_attribute(out, "for", name);
  append_attribute(out, "value", value);
  out += "/>";
}

void append_value(std::string& out, std::string_view name, std::uint64_t value) {
  append_value(out, name, format_integer(static_cast<std::int64_t>(value)));
}

int hex_byte(std::string_view digits) {
  const auto nibble = [](char digit) { return digit <= '9' ? digit - '0' : digit - 'a' + 10; };
  return nibble(digits[0]) * 16 + nibble(digits[1]);
}

void append_color(std::string& out, std::string_view color) {
  out += "<viz:color";
  append_attribute(out, "r", format_integer(hex_byte(color.substr(1, 2))));
  append_attribute(out, "g", format_integer(hex_byte(color.substr(3, 2))));
  append_attribute(out, "b", format_integer(hex_byte(color.substr(5, 2))));
  out += "/>";
}

void append_node(std::string& out, const Node& node, const detail::IriSpace& iris,
                 std::uint64_t most_mentions, const detail::Position* position) {
  out += "<node";
  append_attribute(out, "id", node.id);
  append_attribute(out, "label", clean_line(node.label));
  out += "><attvalues>";
  append_value(out, "class", to_string(node.node_class));
  append_value(out, "iri", iris.entity(node.id));
  append_value(out, "aliases", detail::join_list(node.aliases));
  append_value(out, "mentions", node.mentions);
  append_value(out, "facts", detail::join_list(node.facts));
  append_value(out, "claims", detail::join_list(node.claims));
  append_value(out, "formerly", detail::join_list(node.formerly));
  out += "</attvalues>";
  append_color(out, detail::color_of(node.node_class));
  if (position) {
    out += "<viz:position";
    append_attribute(out, "x", format_double(position->x));
    append_attribute(out, "y", format_double(position->y));
    append_attribute(out, "z", "0.0");
    out += "/>";
  }
  out += "<viz:size";
  append_attribute(out, "value", format_double(detail::size_of(node.mentions, most_mentions)));
  out += "/></node>\n";
}

void append_spells(std::string& out, const std::vector<std::string>& times) {
  const std::vector<detail::Spell> spells = detail::make_spells(times);
  if (spells.empty()) return;
  out += "<spells>";
  for (const detail::Spell& spell : spells) {
    out += "<spell";
    if (!spell.start.empty()) append_attribute(out, "start", spell.start);
    if (!spell.end.empty()) append_attribute(out, "end", spell.end);
    out += "/>";
  }
  out += "</spells>";
}

void append_evidence(std::string& out, const Evidence& evidence, const DocumentRecord& document) {
  if (detail::is_day(document.date)) append_value(out, "published", document.date);
  append_value(out, "doc", clean_line(document.doc));
  append_value(out, "url", clean_line(document.url));
  append_value(out, "sentence", clean_line(evidence.sentence.text));
  if (!evidence.sentence.range.empty()) {
    append_value(out, "begin", evidence.sentence.range.start);
    append_value(out, "end_offset", evidence.sentence.range.end);
  }
}

void append_edge(std::string& out, const Fact& fact, const Node& source, const Node& target,
                 const std::vector<DocumentRecord>& documents) {
  const Evidence& best = fact.evidence.front();
  const std::uint64_t support = std::max<std::uint64_t>(fact.support, 1);
  out += "<edge";
  append_attribute(out, "id", fact.id);
  append_attribute(out, "source", source.id);
  append_attribute(out, "target", target.id);
  append_attribute(out, "kind", fact.prefixed_type);  // keeps parallel edges apart in Gephi
  append_attribute(out, "label", clean_line(fact.label));
  append_attribute(out, "weight", format_double(static_cast<double>(support)));
  out += "><attvalues>";
  append_value(out, "fact_id", fact.id);
  append_value(out, "surface", clean_line(best.surface));
  append_value(out, "triple_kind", to_string(fact.kind));
  append_value(out, "confidence", format_double(fact.confidence));
  append_value(out, "polarity", to_string(fact.polarity));
  append_value(out, "status", to_string(fact.status));
  if (fact.modality != Modality::kAsserted) append_value(out, "modality", to_string(fact.modality));
  append_value(out, "attributed_to", detail::join_holders(fact));
  append_value(out, "time", detail::join_list(detail::select_times(fact.time)));
  append_evidence(out, best, documents[best.document]);
  append_value(out, "support", support);
  append_value(out, "documents", fact.documents);
  out += "</attvalues>";
  append_spells(out, fact.time);
  out += "</edge>\n";
}

/// Gephi takes a dynamic file without any time for a mistake.
bool has_spells(const BoostGraph& graph) {
  const auto edges = boost::make_iterator_range(boost::edges(graph));
  return std::any_of(edges.begin(), edges.end(), [&](const auto& edge) {
    return !detail::make_spells(graph[edge].time).empty();
  });
}

}  // namespace

void write_gexf(const EntityGraph& graph, const ExportOptions& options, ByteSink& out) {
  const detail::IriSpace iris(options.base_iri);
  const BoostGraph& edges = graph.graph;
  OutputBuffer buffer(out);
  buffer << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  detail::append_generator_comment(buffer.text(), options.generator);
  // 1.2, since networkx read no 1.3 before August 2025.
  buffer << "<gexf xmlns=\"http://www.gexf.net/1.2draft\" "
            "xmlns:viz=\"http://www.gexf.net/1.2draft/viz\" version=\"1.2\">\n"
         << (has_spells(edges)
                 ? "<graph defaultedgetype=\"directed\" mode=\"dynamic\" timeformat=\"date\">\n"
                 : "<graph defaultedgetype=\"directed\" mode=\"static\">\n");
  append_attributes(buffer.text(), "node", kNodeAttributes);
  append_attributes(buffer.text(), "edge", kEdgeAttributes);
  buffer << "<nodes>\n";
  const std::vector<detail::Position> positions = detail::lay_out(edges);
  const std::uint64_t most_mentions = detail::find_most_mentions(graph);
  for (const auto vertex : boost::make_iterator_range(boost::vertices(edges))) {
    append_node(buffer.text(), edges[vertex], iris, most_mentions,
                positions.empty() ? nullptr : &positions[vertex]);
    buffer.flush_full();
  }
  buffer << "</nodes>\n<edges>\n";
  for (const auto edge : boost::make_iterator_range(boost::edges(edges))) {
    append_edge(buffer.text(), edges[edge], edges[boost::source(edge, edges)],
                edges[boost::target(edge, edges)], graph.documents);
    buffer.flush_full();
  }
  buffer << "</edges>\n</graph>\n</gexf>\n";
  buffer.finish();
}

}  // namespace relata

// GEXF, streamed: what Gephi needs for its timeline, with attributes that graphology and networkx
// read too (docs/formats.md).
#include <algorithm>
#include <boost/range/iterator_range.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "export/appearance.hpp"
#include "export/clean_text.hpp"
#include "export/fields.hpp"
#include "export/iri.hpp"
#include "export/output_buffer.hpp"
#include "export/spells.hpp"
#include "export/xml_text.hpp"
#include "relata/core/number.hpp"
#include "relata/export/graph_writer.hpp"

namespace relata {
namespace {

using detail::append_attribute;
using detail::clean_line;
using detail::EdgeRow;
using detail::OutputBuffer;
using detail::Spell;

/// What the head of each version says; a reader of 1.2 finds no graph in a 1.3 namespace.
struct Head {
  std::string_view root;
  std::string_view dynamic;
};

constexpr Head kHead12{
    "<gexf xmlns=\"http://www.gexf.net/1.2draft\" xmlns:viz=\"http://www.gexf.net/1.2draft/viz\" "
    "version=\"1.2\">\n",
    "<graph defaultedgetype=\"directed\" mode=\"dynamic\" timeformat=\"date\">\n"};
constexpr Head kHead13{
    "<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\" "
    "version=\"1.3\">\n",
    "<graph defaultedgetype=\"directed\" mode=\"dynamic\" timeformat=\"date\" "
    "timerepresentation=\"interval\">\n"};
constexpr std::string_view kStatic = "<graph defaultedgetype=\"directed\" mode=\"static\">\n";

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

class GexfWriter {
 public:
  GexfWriter(const EntityGraph& graph, const ExportOptions& options, ByteSink& out)
      : graph_(graph),
        options_(options),
        iris_(options.base_iri),
        look_(detail::appearance_of(graph, options)),
        evidence_(graph.evidence),
        buffer_(out) {}

  void write() {
    const Head& head = options_.gexf_version == GexfVersion::k12 ? kHead12 : kHead13;
    buffer_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    detail::append_generator_comment(buffer_.text(), options_.generator);
    buffer_ << head.root << (has_spells() ? head.dynamic : kStatic);
    write_attributes("node", detail::node_fields().subspan(1));
    write_attributes("edge", detail::edge_fields().subspan(detail::kAfterWeight));
    buffer_ << "<nodes>\n";
    for (const auto vertex : boost::make_iterator_range(boost::vertices(graph_.graph))) {
      write_node(vertex);
    }
    buffer_ << "</nodes>\n<edges>\n";
    detail::for_each_edge(graph_, options_.edges, [&](const EdgeRow& row) { write_edge(row); });
    buffer_ << "</edges>\n</graph>\n</gexf>\n";
    buffer_.finish();
  }

 private:
  /// Gephi takes a dynamic file without any time for a mistake.
  bool has_spells() {
    const auto edges = boost::make_iterator_range(boost::edges(graph_.graph));
    return std::any_of(edges.begin(), edges.end(), [&](const auto& edge) {
      const Fact& fact = graph_.graph[edge];
      return !spells_of(fact).empty();
    });
  }

  std::vector<Spell> spells_of(const EdgeRow& row) {
    if (options_.edges == EdgeRows::kMerged) return spells_of(row.fact);
    if (options_.spells == SpellSource::kTime) return detail::make_spells(row.times);
    return detail::make_spells(TextList{row.document.date});
  }

  std::vector<Spell> spells_of(const Fact& fact) {
    if (options_.spells == SpellSource::kTime) return detail::make_spells(fact.time);
    std::vector<std::string> days;
    for (const Evidence& one : evidence_.read(fact.evidence)) {
      days.push_back(graph_.documents[one.document].date);
    }
    return detail::make_spells(days);
  }

  /// Id and title in one: graphology takes the title, Gephi the id.
  template <class Fields>
  void write_attributes(std::string_view element, Fields fields) {
    std::string& out = buffer_.text();
    out += "<attributes";
    append_attribute(out, "class", element);
    append_attribute(out, "mode", "static");
    out += ">\n";
    for (const auto& field : fields) {
      const std::string_view name = detail::name_beside_gephis(field.name);
      out += "<attribute";
      append_attribute(out, "id", name);
      append_attribute(out, "title", name);
      append_attribute(out, "type", detail::type_name(field.type));
      out += "/>\n";
    }
    out += "</attributes>\n";
  }

  void write_node(Vertex vertex) {
    const Node& node = graph_.graph[vertex];
    const std::string iri = iris_.entity(node.id.str());
    std::string& out = buffer_.text();
    out += "<node";
    append_attribute(out, "id", node.id.str());
    append_attribute(out, "label", clean_line(node.label));
    out += '>';
    write_values(detail::node_fields().subspan(1), detail::NodeRow{node, iri});
    append_color(out, detail::color_of(node.node_class));
    if (!look_.positions.empty()) {
      out += "<viz:position";
      append_attribute(out, "x", format_double(look_.positions[vertex].x));
      append_attribute(out, "y", format_double(look_.positions[vertex].y));
      append_attribute(out, "z", "0.0");
      out += "/>";
    }
    out += "<viz:size";
    append_attribute(out, "value", format_double(look_.sizes[vertex]));
    out += "/></node>\n";
    buffer_.flush_full();
  }

  void write_edge(const EdgeRow& row) {
    std::string& out = buffer_.text();
    out += "<edge";
    append_attribute(out, "id", row.id);
    append_attribute(out, "source", row.source.id.str());
    append_attribute(out, "target", row.target.id.str());
    append_attribute(out, "kind", prefixed_type(row.fact));  // keeps parallel edges apart in Gephi
    append_attribute(out, "label", clean_line(row.fact.label));
    append_attribute(out, "weight", format_double(static_cast<double>(row.support)));
    out += '>';
    write_values(detail::edge_fields().subspan(detail::kAfterWeight), row);
    write_spells(spells_of(row));
    out += "</edge>\n";
    buffer_.flush_full();
  }

  template <class Fields, class Row>
  void write_values(Fields fields, const Row& row) {
    std::string& out = buffer_.text();
    out += "<attvalues>";
    for (const auto& field : fields) {
      value_.clear();
      field.append(row, value_);
      if (value_.empty()) continue;
      out += "<attvalue";
      append_attribute(out, "for", detail::name_beside_gephis(field.name));
      append_attribute(out, "value", value_);
      out += "/>";
    }
    out += "</attvalues>";
  }

  void write_spells(const std::vector<Spell>& spells) {
    if (spells.empty()) return;
    std::string& out = buffer_.text();
    out += "<spells>";
    for (const Spell& spell : spells) {
      out += "<spell";
      if (!spell.start.empty()) append_attribute(out, "start", spell.start);
      if (!spell.end.empty()) append_attribute(out, "end", spell.end);
      out += "/>";
    }
    out += "</spells>";
  }

  const EntityGraph& graph_;
  const ExportOptions& options_;
  const detail::IriSpace iris_;
  const Appearance look_;
  EvidenceReader evidence_;
  OutputBuffer buffer_;
  std::string value_;  ///< scratch
};

}  // namespace

void write_gexf(const EntityGraph& graph, const ExportOptions& options, ByteSink& out) {
  GexfWriter(graph, options, out).write();
}

}  // namespace relata

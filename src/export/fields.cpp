#include "export/fields.hpp"

#include <algorithm>
#include <array>
#include <boost/range/iterator_range.hpp>

#include "export/clean_text.hpp"
#include "export/xml_text.hpp"
#include "relata/core/number.hpp"

namespace relata::detail {
namespace {

void append_count(std::string& out, std::uint64_t count) {
  out += format_integer(static_cast<std::int64_t>(count));
}

constexpr std::array kNodeFields = {
    NodeField{"name", "nodelabel", FieldType::kString,
              [](const NodeRow& r, std::string& out) { append_clean_line(out, r.node.label); }},
    NodeField{"type", "labelV", FieldType::kString,
              [](const NodeRow& r, std::string& out) { out += to_string(r.node.node_class); }},
    NodeField{"iri", "n_iri", FieldType::kString,
              [](const NodeRow& r, std::string& out) { out += r.iri; }},
    NodeField{"aliases", "n_aliases", FieldType::kList,
              [](const NodeRow& r, std::string& out) { out += join_list(r.node.aliases); }},
    NodeField{"mentions", "n_mentions", FieldType::kLong,
              [](const NodeRow& r, std::string& out) { append_count(out, r.node.mentions); }},
    NodeField{"facts", "n_facts", FieldType::kList,
              [](const NodeRow& r, std::string& out) { out += join_list(r.node.facts); }},
    NodeField{"claims", "n_claims", FieldType::kList,
              [](const NodeRow& r, std::string& out) { out += join_list(r.node.claims); }},
    NodeField{"formerly", "n_formerly", FieldType::kList,
              [](const NodeRow& r, std::string& out) { out += join_list(r.node.formerly); }},
};

constexpr std::array kEdgeFields = {
    EdgeField{"label", "labelE", FieldType::kString,
              [](const EdgeRow& r, std::string& out) { append_clean_line(out, r.fact.label); }},
    EdgeField{"weight", "weight", FieldType::kDouble,
              [](const EdgeRow& r, std::string& out) {
                out += format_double(static_cast<double>(r.support));
              }},
    EdgeField{"fact_id", "e_fact", FieldType::kString,
              [](const EdgeRow& r, std::string& out) { out += r.fact.id.str(); }},
    EdgeField{
        "surface", "e_surface", FieldType::kString,
        [](const EdgeRow& r, std::string& out) { append_clean_line(out, r.evidence.surface); }},
    EdgeField{"kind", "e_kind", FieldType::kString,
              [](const EdgeRow& r, std::string& out) { out += to_string(r.fact.kind); }},
    EdgeField{"confidence", "e_conf", FieldType::kDouble,
              [](const EdgeRow& r, std::string& out) { out += format_double(r.confidence); }},
    EdgeField{"polarity", "e_polarity", FieldType::kString,
              [](const EdgeRow& r, std::string& out) { out += to_string(r.fact.polarity); }},
    EdgeField{"status", "e_status", FieldType::kString,
              [](const EdgeRow& r, std::string& out) { out += to_string(r.fact.status); }},
    EdgeField{"modality", "e_modality", FieldType::kString,
              [](const EdgeRow& r, std::string& out) {
                if (r.modality != Modality::kAsserted) out += to_string(r.modality);
              }},
    EdgeField{"attributed_to", "e_attr", FieldType::kString,
              [](const EdgeRow& r, std::string& out) { out += join_holders(r.fact); }},
    EdgeField{"time", "e_time", FieldType::kString,
              [](const EdgeRow& r, std::string& out) { out += join_list(select_times(r.times)); }},
    EdgeField{"published", "e_published", FieldType::kString,
              [](const EdgeRow& r, std::string& out) {
                if (is_day(r.document.date)) out += r.document.date;
              }},
    EdgeField{"doc", "e_doc", FieldType::kString,
              [](const EdgeRow& r, std::string& out) { append_clean_line(out, r.document.doc); }},
    EdgeField{"url", "e_url", FieldType::kString,
              [](const EdgeRow& r, std::string& out) { append_clean_line(out, r.document.url); }},
    EdgeField{"sentence", "e_sent", FieldType::kString,
              [](const EdgeRow& r, std::string& out) {
                append_clean_line(out, r.evidence.sentence.text);
              }},
    EdgeField{"begin", "e_begin", FieldType::kLong,
              [](const EdgeRow& r, std::string& out) {
                const Span range = r.evidence.sentence.range;
                if (!range.empty()) append_count(out, range.start);
              }},
    EdgeField{"end_offset", "e_end", FieldType::kLong,
              [](const EdgeRow& r, std::string& out) {
                const Span range = r.evidence.sentence.range;
                if (!range.empty()) append_count(out, range.end);
              }},
    EdgeField{"support", "e_support", FieldType::kLong,
              [](const EdgeRow& r, std::string& out) { append_count(out, r.support); }},
    EdgeField{"documents", "e_documents", FieldType::kLong,
              [](const EdgeRow& r, std::string& out) { append_count(out, r.documents); }},
    EdgeField{"sources", "e_sources", FieldType::kLong,
              [](const EdgeRow& r, std::string& out) { append_count(out, r.sources); }},
};

}  // namespace

std::string_view type_name(FieldType type) {
  switch (type) {
    case FieldType::kLong:
      return "long";
    case FieldType::kDouble:
      return "double";
    case FieldType::kString:
    case FieldType::kList:
      break;
  }
  return "string";
}

std::span<const NodeField> node_fields() { return kNodeFields; }
std::span<const EdgeField> edge_fields() { return kEdgeFields; }

std::string_view name_beside_gephis(std::string_view name) {
  if (name == "type") return "class";
  if (name == "kind") return "triple_kind";
  return name;
}

void for_each_edge(const EntityGraph& graph, EdgeRows rows,
                   const std::function<void(const EdgeRow&)>& write) {
  const BoostGraph& edges = graph.graph;
  EvidenceReader reader(graph.evidence);
  for (const auto edge : boost::make_iterator_range(boost::edges(edges))) {
    const Fact& fact = edges[edge];
    const Node& source = edges[boost::source(edge, edges)];
    const Node& target = edges[boost::target(edge, edges)];
    const std::string id = fact.id.str();
    if (rows == EdgeRows::kMerged) {
      const Evidence& best = reader.best(fact.evidence);
      // Gephi deletes an edge of weight 0.
      write({fact, source, target, best, graph.documents[best.document], id,
             std::max<std::uint64_t>(fact.support, 1), fact.documents, fact.sources,
             fact.confidence, fact.modality, fact.time});
      continue;
    }
    std::size_t number = 0;
    for (const Evidence& evidence : reader.best_of_each_sentence(fact.evidence)) {
      const TextList time = evidence.time.empty() ? TextList() : TextList{evidence.time};
      write({fact, source, target, evidence, graph.documents[evidence.document],
             id + "." + std::to_string(++number), 1, 1, std::min<std::uint64_t>(fact.sources, 1),
             evidence.confidence, evidence.modality, time});
    }
  }
}

}  // namespace relata::detail

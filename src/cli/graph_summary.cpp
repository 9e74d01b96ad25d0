#include <algorithm>
#include <tuple>

#include "cli/messages.hpp"

namespace relata {
namespace {

constexpr std::size_t kStrongestEdges = 10;

using Edge = boost::graph_traits<BoostGraph>::edge_descriptor;

/// Most sentences first, then most documents; then what is said outright, of entities with names,
/// surest first; then the graph's own order.
std::vector<Edge> strongest_edges(const BoostGraph& graph) {
  const auto rank = [&](const Edge& edge) {
    const Fact& fact = graph[edge];
    const bool is_plain = fact.status == Status::kAsserted && fact.polarity == Polarity::kPositive;
    const int named =
        (graph[source(edge, graph)].named ? 1 : 0) + (graph[target(edge, graph)].named ? 1 : 0);
    return std::tuple(fact.support, fact.documents, is_plain, named, fact.confidence);
  };
  std::vector<Edge> all(edges(graph).first, edges(graph).second);
  const std::size_t count = std::min(kStrongestEdges, all.size());
  std::stable_sort(all.begin(), all.end(),
                   [&](const Edge& a, const Edge& b) { return rank(b) < rank(a); });
  all.resize(count);
  return all;
}

/// "Mali —expelled→ officers", with what makes it less than a fact.
std::string edge_text(const BoostGraph& graph, const Edge& edge) {
  const Fact& fact = graph[edge];
  std::string text = graph[source(edge, graph)].label + " —" + fact.label + "→ " +
                     graph[target(edge, graph)].label;
  std::string marks;
  if (fact.status == Status::kClaimed) marks += ", claimed";
  if (fact.status == Status::kPossible) marks += ", possible";
  if (fact.polarity == Polarity::kNegative) marks += ", denied";
  if (!marks.empty()) text += " (" + marks.substr(2) + ")";
  return text;
}

std::uint64_t count_triples(const ResolvedGraph& graph) {
  std::uint64_t triples = 0;
  for (const DocumentRecords& document : graph.documents) triples += document.triples.size();
  return triples;
}

std::uint64_t count_sentences(const ResolvedGraph& graph) {
  std::uint64_t sentences = 0;
  for (const DocumentRecords& document : graph.documents) sentences += document.document.sentences;
  return sentences;
}

void print_way_to_open(std::ostream& out, const std::string& output, const std::string& base_iri) {
  out << "  " << output << "\n";
  switch (graph_format(output)) {
    case GraphFormat::kGraphml:
      out << "      Gephi: File > Open. Neo4j with APOC:\n"
             "      CALL apoc.import.graphml(\""
          << output << "\", {readLabels: true})\n";
      break;
    case GraphFormat::kGexf:
      out << "      Gephi with its timeline: File > Open\n";
      break;
    case GraphFormat::kCsv:
      out << "      CSV for neo4j-admin (neo4j/), Kuzu (kuzu/load.cypher) and Gephi (gephi/)\n";
      break;
    case GraphFormat::kJsonld:
      out << "      linked data with the sentence behind every fact: any RDF store or JSON "
             "reader\n";
      if (base_iri == Invocation().base_iri) {
        out << "      (its IRIs begin with " << base_iri
            << ", for trying out; --base-iri gives them a home)\n";
      }
      break;
  }
}

}  // namespace

void print_graph_summary(std::ostream& out, const Invocation& invocation,
                         const ResolvedGraph& graph, const InputSummary& input) {
  const BoostGraph& entity_graph = graph.built.graph.graph;
  out << "Read      " << count_of(graph.documents.size(), "document", "documents") << ", "
      << count_of(count_sentences(graph), "sentence", "sentences");
  if (!input.skipped.empty()) {
    out << "; skipped " << count_of(input.skipped.size(), "input", "inputs") << ", named above";
  }
  out << "\nFound     " << count_of(count_triples(graph), "triple", "triples")
      << " (subject, relation, object)\n";
  out << "Merged    " << count_of(graph.resolution.merges.size(), "merge", "merges")
      << " of mentions of one entity from different places\n";
  out << "Graph     " << count_of(num_vertices(entity_graph), "entity", "entities") << ", "
      << count_of(num_edges(entity_graph), "edge", "edges") << "\n";

  const std::vector<Edge> strongest = strongest_edges(entity_graph);
  if (!strongest.empty()) {
    out << "\nStrongest edges (sentences that say so)\n";
    for (const Edge& edge : strongest) {
      const std::string count = std::to_string(entity_graph[edge].support);
      out << std::string(6 - std::min<std::size_t>(count.size(), 6), ' ') << count << "  "
          << one_line(edge_text(entity_graph, edge)) << "\n";
    }
  }
  out << "\nWritten\n";
  for (const std::string& output : invocation.outputs)
    print_way_to_open(out, output, invocation.base_iri);
  for (const std::string* file : {&invocation.mentions, &invocation.merges, &invocation.report}) {
    if (!file->empty()) out << "  " << *file << "\n";
  }
}

}  // namespace relata

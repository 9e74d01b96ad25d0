#include <algorithm>

#include "cli/import_lines.hpp"
#include "cli/messages.hpp"
#include "cli/strongest_edges.hpp"

namespace relata {
namespace {

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

}  // namespace

void print_graph_summary(std::ostream& out, const Invocation& invocation,
                         const ResolvedGraph& graph, const WrittenGraph& written,
                         const InputSummary& input) {
  const BoostGraph& whole = written.whole().graph;
  const BoostGraph& entity_graph = written.graph().graph;
  out << "Read      " << count_of(graph.documents.size(), "document", "documents") << ", "
      << count_of(count_sentences(graph), "sentence", "sentences");
  if (!input.skipped.empty()) {
    out << "; skipped " << count_of(input.skipped.size(), "input", "inputs") << ", named above";
  }
  out << "\nFound     " << count_of(count_triples(graph), "triple", "triples")
      << " (subject, relation, object)\n";
  out << "Merged    " << count_of(graph.resolution.merges.size(), "merge", "merges")
      << " of mentions of one entity from different places\n";
  out << "Graph     " << count_of(num_vertices(whole), "entity", "entities") << ", "
      << count_of(num_edges(whole), "edge", "edges") << "\n";
  if (written.is_excerpt()) {
    out << "Excerpt   " << count_of(num_vertices(entity_graph), "entity", "entities") << ", "
        << count_of(num_edges(entity_graph), "edge", "edges") << " of it ("
        << excerpt_text(invocation) << ")\n";
    if (const std::string hint = written.hint(invocation); !hint.empty()) {
      out << "          " << one_line(hint) << "\n";
    }
  }

  const std::vector<GraphEdge> strongest = strongest_edges(entity_graph);
  if (!strongest.empty()) {
    out << "\nStrongest edges (sentences that say so)\n";
    for (const GraphEdge& edge : strongest) {
      const std::string count = std::to_string(entity_graph[edge].support);
      out << std::string(6 - std::min<std::size_t>(count.size(), 6), ' ') << count << "  "
          << one_line(edge_text(entity_graph, edge)) << "\n";
    }
  }
  out << "\nWritten, with what to expect in each tool\n";
  const ExpectedCounts counts = expect_counts(written.graph(), invocation.edge_rows);
  for (const std::string& output : invocation.outputs) {
    print_import_lines(out, output, invocation, counts);
  }
  for (const std::string* file : {&invocation.mentions, &invocation.merges, &invocation.report}) {
    if (!file->empty()) out << "  " << *file << "\n";
  }
}

}  // namespace relata

// Records, of `relata extract` or of any other tool, to a graph with the library's own checks.
//
//   relata extract news/ | merge_records
//   echo '{"subject":"France","relation":"borders","object":"Spain"}' | merge_records

#include <cstdint>
#include <iostream>
#include <string>
#include <utility>

#include "relata/core/error.hpp"
#include "relata/extract/record_json.hpp"
#include "relata/pipeline/models.hpp"
#include "relata/pipeline/pipeline.hpp"

namespace {

void print_edges() {
  // The reader checks every line against the schema and gathers them by document, whatever their
  // order; what is wrong is kept apart and costs only its own document.
  relata::RecordReader reader;
  std::uint64_t number = 0;
  for (std::string line; std::getline(std::cin, line);) {
    reader.add_line(line, relata::Place{"stdin", ++number, {}});
  }
  std::vector<relata::DocumentRecords> documents = reader.take_documents();
  for (const relata::Error& fault : reader.faults()) {
    std::cerr << "merge_records: " << relata::describe(fault) << '\n';
  }

  const relata::Models models = relata::load_models(relata::find_model_directory());
  const relata::ResolvedGraph resolved =
      relata::resolve_and_build(std::move(documents), models.lexicon);

  // The graph is of Boost.Graph, with a Node on each vertex and a Fact on each edge.
  const relata::BoostGraph& graph = resolved.built.graph.graph;
  const auto [begin, end] = edges(graph);
  for (auto edge = begin; edge != end; ++edge) {
    std::cout << graph[source(*edge, graph)].label << " | " << graph[*edge].label << " | "
              << graph[target(*edge, graph)].label << '\n';
  }
}

}  // namespace

int main() {
  try {
    print_edges();
  } catch (const relata::Error& error) {
    std::cerr << "merge_records: " << relata::describe(error) << '\n';
    return 1;
  }
  return 0;
}

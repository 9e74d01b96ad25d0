// Writes graphs that are hard to load past every stage before the exports, which would tidy them:
// ill-formed UTF-8, forbidden characters, labels of 10,000 characters, one of everything.
//
// usage: relata_hard_graphs FOLDER      one folder a graph, with every format in it
#include <boost/range/iterator_range.hpp>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "export/example_graph.hpp"
#include "export/nasty_graph.hpp"
#include "relata/export/csv_writer.hpp"
#include "relata/export/graph_writer.hpp"
#include "relata/export/page_writer.hpp"

namespace {

namespace fs = std::filesystem;

void write_file(const fs::path& path, std::string_view text) {
  fs::create_directories(path.parent_path());
  std::ofstream out(path, std::ios::binary);
  out << text;
  if (!out.flush()) throw std::runtime_error("cannot write " + path.string());
}

void write_all(const relata::EntityGraph& graph, const fs::path& folder) {
  const relata::ExportOptions options;
  relata::StringSink graphml, gexf, jsonld, page;
  relata::write_graphml(graph, options, graphml);
  relata::write_gexf(graph, options, gexf);
  relata::write_jsonld(graph, options, jsonld);
  relata::write_page(graph, options, {}, {}, page);
  write_file(folder / "graph.graphml", graphml.text());
  write_file(folder / "graph.gexf", gexf.text());
  write_file(folder / "graph.jsonld", jsonld.text());
  write_file(folder / "graph.html", page.text());
  for (const std::string_view path : relata::csv_paths()) {
    relata::StringSink csv;
    relata::write_csv(graph, options, path, csv);
    write_file(folder / "csv" / path, csv.text());
  }
}

/// The example, each name and sentence 10,000 characters long.
relata::EntityGraph make_long_graph() {
  constexpr std::size_t kLength = 10000;
  const auto lengthen = [](std::string_view text) {
    std::string longer(text);
    while (longer.size() < kLength) longer.append(" & ").append(text);
    return longer;
  };
  relata::GraphMaker maker = relata::make_example_draft();
  // At no place: a place would say another length.
  relata::Evidence evidence = relata::make_evidence(2, 8, {}, lengthen("He left it."), "left");
  evidence.sentence.source = {};
  maker.add_edge(1, 3, relata::make_fact("e2jjjjjjjjjjj", "LEAVE", "left", evidence));
  relata::EntityGraph graph = maker.make();
  for (const auto vertex : boost::make_iterator_range(boost::vertices(graph.graph))) {
    relata::Node& node = graph.graph[vertex];
    node.label = lengthen(node.label);
    std::vector<std::string> aliases;
    for (const std::string_view alias : node.aliases) aliases.push_back(lengthen(alias));
    node.aliases = aliases;
  }
  for (const auto edge : boost::make_iterator_range(boost::edges(graph.graph))) {
    graph.graph[edge].label = lengthen(graph.graph[edge].label);
  }
  return graph;
}

}  // namespace

int main(int argument_count, char** arguments) {
  if (argument_count != 2) {
    std::fputs("usage: relata_hard_graphs FOLDER\n", stderr);
    return 2;
  }
  try {
    const fs::path folder = arguments[1];
    write_all(relata::make_example_graph(), folder / "one-of-each");
    write_all(relata::make_nasty_graph(1), folder / "random");
    write_all(make_long_graph(), folder / "long");
    return 0;
  } catch (const std::exception& fault) {
    std::fprintf(stderr, "relata_hard_graphs: %s\n", fault.what());
    return 1;
  }
}

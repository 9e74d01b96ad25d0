// Graphs that no article gives and that some run will: each format writes them whole.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/property_tree/ptree.hpp>
#include <boost/property_tree/xml_parser.hpp>
#include <boost/range/iterator_range.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "export/example_graph.hpp"
#include "export/nasty_graph.hpp"
#include "relata/core/json.hpp"
#include "relata/export/csv_writer.hpp"
#include "relata/export/graph_writer.hpp"

namespace relata {
namespace {

using Tree = boost::property_tree::ptree;

struct Counts {
  std::size_t nodes = 0;
  std::size_t edges = 0;

  friend bool operator==(const Counts&, const Counts&) = default;
};

bool has_forbidden_control(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\n') || byte == 0x7f;
  });
}

/// Children of that name of the elements at `paths`. Throws where the text is no XML.
Counts count_xml(const std::string& text, const char* nodes, const char* edges) {
  EXPECT_FALSE(has_forbidden_control(text));
  std::istringstream in(text);
  Tree tree;
  boost::property_tree::read_xml(in, tree);
  return {tree.get_child(nodes).count("node"), tree.get_child(edges).count("edge")};
}

Counts count_jsonld(const std::string& text) {
  Counts counts;
  const JsonDocument document = parse_json(text);
  for (const auto& object : document.root()["@graph"].GetArray()) {
    const std::string id = object["id"].GetString();
    if (id.starts_with("ent:")) ++counts.nodes;
    if (object.HasMember("subject") && object.HasMember("object")) ++counts.edges;
  }
  return counts;
}

std::size_t count_lines(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

template <class Write>
std::string written(Write write, const EntityGraph& graph, const ExportOptions& options) {
  StringSink sink;
  write(graph, options, sink);
  return sink.text();
}

std::string csv(const EntityGraph& graph, const ExportOptions& options, std::string_view path) {
  StringSink sink;
  write_csv(graph, options, path, sink);
  return sink.text();
}

void expect_in_every_format(const EntityGraph& graph) {
  const Counts expected{boost::num_vertices(graph.graph), boost::num_edges(graph.graph)};
  for (const GexfVersion version : {GexfVersion::k12, GexfVersion::k13}) {
    ExportOptions options;
    options.gexf_version = version;
    options.spells = SpellSource::kPublished;
    options.appearance = make_appearance(graph, NodeSize::kPagerank);
    EXPECT_EQ(
        count_xml(written(write_gexf, graph, options), "gexf.graph.nodes", "gexf.graph.edges"),
        expected);
    EXPECT_EQ(count_xml(written(write_graphml, graph, options), "graphml.graph", "graphml.graph"),
              expected);
    EXPECT_EQ(count_jsonld(written(write_jsonld, graph, options)), expected);
    for (const char* folder : {"neo4j/", "kuzu/", "gephi/"}) {
      const std::string name(folder);
      const std::size_t header = name == "neo4j/" ? 0 : 1;
      const std::string edges = name == "gephi/" ? "gephi/edges.csv" : name + "rels.csv";
      EXPECT_EQ(count_lines(csv(graph, options, name + "nodes.csv")), expected.nodes + header);
      EXPECT_EQ(count_lines(csv(graph, options, edges)), expected.edges + header);
    }
  }
}

TEST(OddGraphs, HaveNoNode) { expect_in_every_format(EntityGraph{}); }

TEST(OddGraphs, HaveOneNode) {
  GraphMaker graph;
  graph.add_node(make_node("n1", "Alone", NodeClass::kPerson, 0));
  expect_in_every_format(graph.make());
}

TEST(OddGraphs, HaveNoEdge) {
  GraphMaker graph;
  for (int i = 0; i < 50; ++i) {
    graph.add_node(make_node("n" + std::to_string(i), "x", NodeClass::kPerson, 1));
  }
  expect_in_every_format(graph.make());
}

TEST(OddGraphs, HaveOneNodeWithLoops) {
  GraphMaker graph;
  graph.documents.resize(1);
  graph.add_node(make_node("n1", "Alone", NodeClass::kPerson, 0));
  for (const char* id : {"e1", "e2"}) {
    graph.add_edge(0, 0, make_fact(id, id, "saw", make_evidence(0, 1, {0, 4}, "I am.", "saw")));
  }
  expect_in_every_format(graph.make());
}

TEST(OddGraphs, AreFullOfWhatNoFileMayHold) {
  for (const std::uint32_t seed : {1U, 2U, 3U}) expect_in_every_format(make_nasty_graph(seed));
}

TEST(OddGraphs, HaveLongAndRightToLeftNames) {
  GraphMaker maker = make_example_draft();
  std::string name;
  while (name.size() < 10'000) name += "السودان \u202eabc\u202c ]]>\x01\x7f\"'";
  maker.add_edge(0, 3,
                 make_fact("e2jjjjjjjjjjj", "SAY", name,
                           make_evidence(0, 9, {90, 99}, name + "\n\r\t" + name, name)));
  EntityGraph graph = maker.make();
  graph.graph[0].label = name;
  graph.graph[0].aliases = std::vector<std::string>(1000, name);
  graph.graph[1].label = std::string(10'000, '<');
  graph.graph[2].label = "\xff\xfe broken \xc3";
  for (const auto edge : boost::make_iterator_range(boost::edges(graph.graph))) {
    graph.graph[edge].label = name;
  }
  expect_in_every_format(graph);
}

TEST(OddGraphs, HaveNamesThatCollide) {
  // Labels are made unique before; a graph of a library user may still have equal ones.
  EntityGraph graph = make_example_graph();
  for (Vertex i = 0; i < 5; ++i) graph.graph[i].label = i % 2 == 0 ? "Paris" : "PARIS";
  expect_in_every_format(graph);
}

}  // namespace
}  // namespace relata

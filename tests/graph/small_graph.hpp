// Graphs made by hand and at random, to cut and to search.
#pragma once

#include <random>
#include <string>
#include <utility>

#include "graph/graph_maker.hpp"

namespace relata {

inline Node make_small_node(std::string id, std::string label, NodeClass node_class,
                            std::uint64_t mentions) {
  Node node;
  node.id = std::move(id);
  node.label = std::move(label);
  node.node_class = node_class;
  node.mentions = mentions;
  return node;
}

inline ToldFact make_small_fact(std::string id, std::uint32_t support, double confidence,
                                std::size_t document, std::string time) {
  ToldFact fact;
  fact.id = std::move(id);
  fact.type = "DO";
  fact.label = "did";
  fact.support = support;
  fact.confidence = confidence;
  fact.documents = 1;
  Evidence evidence;
  evidence.document = document;
  evidence.time = std::move(time);
  fact.told = {std::move(evidence)};
  return fact;
}

/// Norway, Ida Holm, the harbour, Quay Ltd and one that nothing joins; document a of May 2024, b
/// without a date.
///
///     Ida Holm —e1→ the harbour    3 sentences, in a
///     Norway —e2→ Ida Holm         surest, of 2020, in b
///     the harbour —e3→ Quay Ltd    since 2024, claimed by Norway, in a
inline GraphMaker make_small_draft() {
  GraphMaker graph;
  graph.documents.resize(2);
  graph.documents[0].doc = "a";
  graph.documents[0].date = "2024-05-10";
  graph.documents[1].doc = "b";
  graph.add_node(make_small_node("n1", "Norway", NodeClass::kCountry, 4));
  Node ida = make_small_node("n2", "Ida Holm", NodeClass::kPerson, 3);
  ida.aliases = {"Holm", "Ida Holm, mayor"};
  ida.facts = {"was: mayor"};
  graph.add_node(ida);
  graph.add_node(make_small_node("n3", "the harbour", NodeClass::kPlace, 2));
  graph.add_node(make_small_node("n4", "Quay Ltd", NodeClass::kOrganization, 1));
  graph.add_node(make_small_node("n5", "Oslo", NodeClass::kPlace, 9));
  graph.add_edge(0, 1, make_small_fact("e2", 1, 0.8, 1, "2020"));
  graph.add_edge(1, 2, make_small_fact("e1", 3, 0.6, 0, ""));
  ToldFact claim = make_small_fact("e3", 1, 0.5, 0, "2024-01/..");
  claim.status = Status::kClaimed;
  claim.attributed_to = {"n1"};
  graph.add_edge(2, 3, claim);
  ToldFact literal = make_small_fact("f1", 1, 0.5, 0, "");
  literal.label = "was";
  graph.add_literal(1, "mayor", literal);
  return graph;
}

inline EntityGraph make_small_graph() { return make_small_draft().make(); }

inline EntityGraph make_random_graph(std::mt19937& random, std::size_t nodes, std::size_t edges) {
  GraphMaker graph;
  graph.documents.resize(3);
  graph.documents[0].date = "2020-01-01";
  graph.documents[1].date = "2022-06-30";
  for (std::size_t i = 0; i < nodes; ++i) {
    graph.add_node(make_small_node("n" + std::to_string(100 + i), "node " + std::to_string(i),
                                   static_cast<NodeClass>(random() % 9), random() % 5));
  }
  for (std::size_t i = 0; i < edges; ++i) {
    const std::string time = random() % 2 ? std::to_string(2019 + random() % 6) : std::string();
    const std::size_t source = random() % nodes;
    const std::size_t target = random() % nodes;
    graph.add_edge(
        source, target,
        make_small_fact("e" + std::to_string(100 + i), static_cast<std::uint32_t>(1 + random() % 4),
                        static_cast<double>(random() % 11) / 10, random() % 3, time));
  }
  return graph.make();
}

}  // namespace relata

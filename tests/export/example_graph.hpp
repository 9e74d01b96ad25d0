// A small entity graph that has one of everything that an exporter must tell apart.
#pragma once

#include <string>

#include "graph/graph_maker.hpp"

namespace relata {

inline Node make_node(std::string id, std::string label, NodeClass node_class,
                      std::uint64_t mentions) {
  Node node;
  node.id = std::move(id);
  node.label = std::move(label);
  node.node_class = node_class;
  node.mentions = mentions;
  node.named = true;
  return node;
}

inline Evidence make_evidence(std::size_t document, std::uint64_t index, Span range,
                              std::string text, std::string surface) {
  Evidence evidence;
  evidence.document = document;
  evidence.sentence = {index, range, std::move(text), {range.start + 3, range.end + 5}};
  evidence.surface = std::move(surface);
  evidence.confidence = 0.91;
  return evidence;
}

inline ToldFact make_fact(std::string id, std::string type, std::string label, Evidence evidence) {
  ToldFact fact;
  fact.id = std::move(id);
  fact.type = type;
  fact.label = std::move(label);
  fact.support = fact.documents = 1;
  fact.confidence = evidence.confidence;
  fact.told = {std::move(evidence)};
  return fact;
}

/// 5 nodes, 9 edges of which 3 are plain triples, 2 literal facts, 3 documents.
inline GraphMaker make_example_draft() {
  GraphMaker graph;
  graph.documents = {
      {"a/report & co", "France & the \"officer\"", "2024-05-12", "https://news.example/1?a=b&c=d",
       "en", std::string(64, 'a'), 1200, 4},
      {"müller", "Müller", "2024-05-13", "not an address", "en", "", 900, 3},
      {"undated", "", "", "", "", "", 0, 0},
  };
  Node france = make_node("n4kq7x2m5r3tc", "France", NodeClass::kCountry, 12);
  france.aliases = {"French Republic", "la France | l'Hexagone"};
  france.formerly = {"n222222222222", "n333333333333"};
  france.facts = {"was: member of NATO", "has: 5 < 6 & \"more\""};
  france.claims = {"was: corrupt (according to the opposition)"};
  const auto a = graph.add_node(france);
  const auto b =
      graph.add_node(make_node("n5aaaaaaaaaaa", "François Müller-O’Neill", NodeClass::kPerson, 5));
  const auto c = graph.add_node(
      make_node("n6bbbbbbbbbbb", "Fish & \"Chips\" <Ltd>", NodeClass::kOrganization, 1));
  const auto d = graph.add_node(make_node("n7ccccccccccc", "مالي", NodeClass::kOther, 1));
  const auto lone =
      graph.add_node(make_node("n7ddddddddddd", "officers of the junta", NodeClass::kGroup, 1));
  (void)lone;

  const auto demanded = [] {
    return make_evidence(0, 1, {0, 54}, "France demanded the release\nof officer Müller-O’Neill.",
                         "demanded the release of");
  };
  const auto said = [] {
    return make_evidence(1, 2, {42, 80}, "He says France demanded it on Tuesday.", "demanded");
  };
  ToldFact fact = make_fact("e2aaaaaaaaaaa", "DEMAND_RELEASE_OF", "demanded release of", said());
  fact.status = Status::kClaimed;
  fact.attributed_to = {"n5aaaaaaaaaaa", "the \"opposition\""};
  graph.add_edge(a, b, fact);

  fact = make_fact("e2bbbbbbbbbbb", "DEMAND_RELEASE_OF", "demanded release of", demanded());
  fact.kind = TripleKind::kFolded;
  fact.told.push_back(said());
  fact.support = fact.documents = 2;
  fact.time = {"2024-05-07", "2024-05/..", "last week"};
  graph.add_edge(a, b, fact);

  fact = make_fact("e2ccccccccccc", "CRITICISE", "has not criticised", demanded());
  fact.polarity = Polarity::kNegative;
  graph.add_edge(a, b, fact);

  fact = make_fact("e2ddddddddddd", "MEET_2", "will meet", said());
  fact.status = Status::kPossible;
  fact.modality = Modality::kPlanned;
  graph.add_edge(a, c, fact);

  fact = make_fact("e2eeeeeeeeeee", "LEAD", "leads", demanded());
  graph.add_edge(a, c, fact);

  fact = make_fact("e2fffffffffff", "LEAD", "will not lead", said());
  fact.status = Status::kClaimed;
  fact.modality = Modality::kPossible;
  fact.polarity = Polarity::kNegative;
  fact.attributed_to = {"unnamed"};
  graph.add_edge(b, a, fact);

  fact = make_fact("e2ggggggggggg", "QUOTE", "quotes", said());
  graph.add_edge(b, b, fact);

  Evidence unplaced;
  unplaced.document = 2;
  unplaced.sentence = {7, {}, "He runs it.", {}};
  fact = make_fact("e2hhhhhhhhhhh", "RUN", "runs", unplaced);
  fact.status = Status::kClaimed;
  graph.add_edge(b, c, fact);

  fact = make_fact("e2iiiiiiiiiii", "RUN", "runs", unplaced);
  fact.polarity = Polarity::kNegative;
  graph.add_edge(d, c, fact);

  ToldFact literal = make_fact("f2aaaaaaaaaaa", "BE", "was", demanded());
  graph.add_literal(a, "member of NATO", literal);
  literal.id = "f2bbbbbbbbbbb";
  literal.status = Status::kClaimed;
  literal.attributed_to = {"the opposition"};
  graph.add_literal(a, "corrupt", literal);
  return graph;
}

inline EntityGraph make_example_graph() { return make_example_draft().make(); }

}  // namespace relata

// Entity graphs made by hand.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "relata/graph/entity_graph.hpp"

namespace relata {

/// A fact with the evidence that the graph will set aside.
struct ToldFact : Fact {
  std::vector<Evidence> told;
};

/// Nodes, edges and literal facts in any order, of which `make` makes a graph.
class GraphMaker {
 public:
  std::vector<DocumentRecord> documents;

  Vertex add_node(Node node) { return draft_.add_node(std::move(node)); }
  void add_edge(std::size_t source, std::size_t target, const ToldFact& fact) {
    edges_.push_back({source, target, {}, fact});
  }
  void add_literal(std::size_t subject, std::string literal, const ToldFact& fact) {
    literals_.push_back({subject, 0, std::move(literal), fact});
  }

  EntityGraph make() {
    EntityGraph graph;
    graph.documents = documents;
    const auto by_source = [](const Said& a, const Said& b) { return a.source < b.source; };
    std::stable_sort(edges_.begin(), edges_.end(), by_source);
    std::stable_sort(literals_.begin(), literals_.end(), by_source);
    store_sentences(graph.evidence);
    for (const Said& edge : edges_) {
      draft_.add_edge(edge.source, edge.target, stored(edge.fact, graph.evidence));
    }
    graph.graph = draft_.take();
    for (const Said& said : literals_) {
      LiteralFact literal;
      static_cast<Fact&>(literal) = stored(said.fact, graph.evidence);
      literal.subject = static_cast<Vertex>(said.source);
      literal.literal = said.literal;
      graph.literals.push_back(std::move(literal));
    }
    return graph;
  }

 private:
  struct Said {
    std::size_t source;
    std::size_t target;
    std::string literal;
    ToldFact fact;
  };
  struct Earlier {
    bool operator()(const Evidence& a, const Evidence& b) const {
      return sentence_precedes(a.document, a.sentence, b.document, b.sentence);
    }
  };

  void store_sentences(EvidenceStore& store) {
    for (const auto* list : {&edges_, &literals_}) {
      for (const Said& said : *list) {
        for (const Evidence& one : said.fact.told) places_.emplace(one, SentencePlace{});
      }
    }
    for (auto& [one, place] : places_) place = store.add_sentence(one.document, one.sentence);
  }

  Fact stored(const ToldFact& told, EvidenceStore& store) const {
    Fact fact = told;
    std::vector<SentencePlace> places;
    for (const Evidence& one : told.told) places.push_back(places_.at(one));
    if (!places.empty()) fact.evidence = store.add(told.told, places);
    return fact;
  }

  GraphDraft draft_;
  std::vector<Said> edges_, literals_;
  std::map<Evidence, SentencePlace, Earlier> places_;
};

}  // namespace relata

#include "cli/strongest_edges.hpp"

#include <algorithm>
#include <boost/range/iterator_range.hpp>
#include <tuple>
#include <utility>

#include "relata/resolve/name.hpp"

namespace relata {
namespace {

constexpr std::size_t kStrongestEdges = 10;

/// "authorities of", between "Malian authorities" and "Mali": the relation says what the names of
/// its ends say already. Short words ("of", "is in") say nothing by themselves.
bool repeats_names(const BoostGraph& graph, const GraphEdge& edge) {
  constexpr std::size_t kShortWord = 3;
  std::vector<std::string> named = fold_words(graph[source(edge, graph)].label);
  for (std::string& word : fold_words(graph[target(edge, graph)].label)) {
    named.push_back(std::move(word));
  }
  bool says_something = false;
  for (const std::string& word : fold_words(graph[edge].label)) {
    if (word.size() <= kShortWord) continue;
    says_something = true;
    if (std::find(named.begin(), named.end(), word) == named.end()) return false;
  }
  return says_something;
}

/// "government of", between "Malian authorities" and "Mali": what has no name and is known by whose
/// it is, is known by just this edge.
bool unfolds_description(const BoostGraph& graph, const GraphEdge& edge) {
  const TripleKind kind = graph[edge].kind;
  const bool is_whose = kind == TripleKind::kPossessive || kind == TripleKind::kCompound;
  return is_whose && !(graph[source(edge, graph)].named && graph[target(edge, graph)].named);
}

/// What a clause says, before what a title, an apposition or a possessive implies.
bool is_told(const Fact& fact) {
  return fact.kind == TripleKind::kClause || fact.kind == TripleKind::kFolded;
}

}  // namespace

/// Those that only repeat names and descriptions last; most sentences first, then most documents;
/// then what is said outright, by a clause, of entities with names, surest first; then the graph's
/// own order.
std::vector<GraphEdge> strongest_edges(const BoostGraph& graph) {
  const auto rank = [&](const GraphEdge& edge) {
    const Fact& fact = graph[edge];
    const bool is_plain = fact.status == Status::kAsserted && fact.polarity == Polarity::kPositive;
    const int named =
        (graph[source(edge, graph)].named ? 1 : 0) + (graph[target(edge, graph)].named ? 1 : 0);
    const bool says_more = !repeats_names(graph, edge) && !unfolds_description(graph, edge);
    return std::tuple(says_more, fact.support, fact.documents, is_plain, is_told(fact), named,
                      fact.confidence);
  };
  std::vector<std::pair<decltype(rank(GraphEdge())), GraphEdge>> all;
  for (const GraphEdge edge : boost::make_iterator_range(boost::edges(graph))) {
    all.emplace_back(rank(edge), edge);
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const auto& a, const auto& b) { return b.first < a.first; });
  std::vector<GraphEdge> strongest;
  for (std::size_t i = 0; i < std::min(kStrongestEdges, all.size()); ++i) {
    strongest.push_back(all[i].second);
  }
  return strongest;
}

std::string edge_text(const BoostGraph& graph, const GraphEdge& edge) {
  const Fact& fact = graph[edge];
  std::string text = graph[source(edge, graph)].label.str();
  text += " —" + fact.label + "→ " + graph[target(edge, graph)].label;
  std::string marks;
  if (fact.status == Status::kClaimed) marks += ", claimed";
  if (fact.status == Status::kPossible) marks += ", possible";
  if (fact.polarity == Polarity::kNegative) marks += ", denied";
  if (!marks.empty()) text += " (" + marks.substr(2) + ")";
  return text;
}

}  // namespace relata

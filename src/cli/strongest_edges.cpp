#include "cli/strongest_edges.hpp"

#include <algorithm>
#include <tuple>

namespace relata {
namespace {

constexpr std::size_t kStrongestEdges = 10;

}  // namespace

/// Most sentences first, then most documents; then what is said outright, of entities with names,
/// surest first; then the graph's own order.
std::vector<GraphEdge> strongest_edges(const BoostGraph& graph) {
  const auto rank = [&](const GraphEdge& edge) {
    const Fact& fact = graph[edge];
    const bool is_plain = fact.status == Status::kAsserted && fact.polarity == Polarity::kPositive;
    const int named =
        (graph[source(edge, graph)].named ? 1 : 0) + (graph[target(edge, graph)].named ? 1 : 0);
    return std::tuple(fact.support, fact.documents, is_plain, named, fact.confidence);
  };
  std::vector<GraphEdge> all(edges(graph).first, edges(graph).second);
  const std::size_t count = std::min(kStrongestEdges, all.size());
  std::stable_sort(all.begin(), all.end(),
                   [&](const GraphEdge& a, const GraphEdge& b) { return rank(b) < rank(a); });
  all.resize(count);
  return all;
}

std::string edge_text(const BoostGraph& graph, const GraphEdge& edge) {
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

}  // namespace relata

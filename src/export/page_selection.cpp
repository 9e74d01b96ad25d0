#include "export/page_selection.hpp"

#include <algorithm>
#include <boost/range/iterator_range.hpp>
#include <cmath>
#include <numeric>
#include <tuple>

namespace relata::detail {
namespace {

/// Distance of the nodes that nothing joins, in the layout's units.
constexpr double kRowStep = 60;

std::vector<std::size_t> rank_nodes(const BoostGraph& graph) {
  std::vector<std::size_t> order(boost::num_vertices(graph));
  std::iota(order.begin(), order.end(), std::size_t{0});
  // Vertices are in the order of their ids, which a stable sort keeps.
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::tuple(boost::degree(a, graph), graph[a].mentions) >
           std::tuple(boost::degree(b, graph), graph[b].mentions);
  });
  return order;
}

}  // namespace

PageSelection select_for_page(const BoostGraph& graph, const PageLimits& limits) {
  PageSelection selection;
  selection.nodes = rank_nodes(graph);
  selection.nodes.resize(std::min(selection.nodes.size(), limits.nodes));
  selection.of_vertex.assign(boost::num_vertices(graph), PageSelection::kNotShown);
  for (std::size_t i = 0; i < selection.nodes.size(); ++i) {
    selection.of_vertex[selection.nodes[i]] = i;
  }
  const auto is_shown = [&](std::size_t vertex) {
    return selection.of_vertex[vertex] != PageSelection::kNotShown;
  };
  struct Ranked {
    GraphEdge edge;
    std::size_t place;
  };
  std::vector<Ranked> ranked;
  for (const auto edge : boost::make_iterator_range(boost::edges(graph))) {
    if (is_shown(boost::source(edge, graph)) && is_shown(boost::target(edge, graph))) {
      ranked.push_back({edge, ranked.size()});
    }
  }
  if (ranked.size() > limits.edges) {
    std::stable_sort(ranked.begin(), ranked.end(), [&](const Ranked& a, const Ranked& b) {
      return std::tuple(graph[a.edge].support, graph[a.edge].documents) >
             std::tuple(graph[b.edge].support, graph[b.edge].documents);
    });
    ranked.erase(ranked.begin() + static_cast<std::ptrdiff_t>(limits.edges), ranked.end());
    std::sort(ranked.begin(), ranked.end(),
              [](const Ranked& a, const Ranked& b) { return a.place < b.place; });
  }
  for (const Ranked& one : ranked) selection.edges.push_back(one.edge);
  return selection;
}

std::vector<Position> place_on_page(const BoostGraph& graph, const PageSelection& selection) {
  const std::size_t count = selection.nodes.size();
  std::vector<bool> is_joined(count, false);
  for (const GraphEdge& edge : selection.edges) {
    const std::size_t source = selection.of_vertex[boost::source(edge, graph)];
    const std::size_t target = selection.of_vertex[boost::target(edge, graph)];
    if (source == target) continue;
    is_joined[source] = is_joined[target] = true;
  }
  std::vector<std::size_t> joined, alone;
  std::vector<std::size_t> place(count, 0);
  for (std::size_t i = 0; i < count; ++i) {
    std::vector<std::size_t>& list = is_joined[i] ? joined : alone;
    place[i] = list.size();
    list.push_back(i);
  }
  std::vector<std::vector<std::size_t>> neighbours(joined.size());
  for (const GraphEdge& edge : selection.edges) {
    const std::size_t source = selection.of_vertex[boost::source(edge, graph)];
    const std::size_t target = selection.of_vertex[boost::target(edge, graph)];
    if (source == target) continue;
    neighbours[place[source]].push_back(place[target]);
    neighbours[place[target]].push_back(place[source]);
  }
  for (std::vector<std::size_t>& list : neighbours) {
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
  }

  std::vector<Position> positions(count);
  const std::vector<Position> laid_out = lay_out(neighbours);
  double bottom = 0;
  double left = 0;
  double right = 0;
  for (std::size_t i = 0; i < laid_out.size(); ++i) {
    positions[joined[i]] = laid_out[i];
    bottom = std::max(bottom, laid_out[i].y);
    left = std::min(left, laid_out[i].x);
    right = std::max(right, laid_out[i].x);
  }
  // Rows as wide as what stands above them, or a square where nothing does.
  const double square = std::ceil(std::sqrt(static_cast<double>(alone.size())));
  const auto columns =
      static_cast<std::size_t>(std::max(square, std::floor((right - left) / kRowStep)));
  for (std::size_t i = 0; i < alone.size(); ++i) {
    const auto column = static_cast<double>(i % columns);
    const auto row = static_cast<double>(i / columns);
    positions[alone[i]] = {left + column * kRowStep, bottom + (row + 2) * kRowStep};
  }
  return positions;
}

}  // namespace relata::detail

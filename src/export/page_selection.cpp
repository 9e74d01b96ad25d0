#include "export/page_selection.hpp"

#include <algorithm>
#include <boost/range/iterator_range.hpp>
#include <cmath>
#include <numeric>
#include <tuple>

namespace relata::detail {
namespace {

/// Between the small parts, and the nodes that nothing joins, in the layout's units.
constexpr double kRowStep = 60;

/// A part of so few nodes stands below the rest, whatever the size of that.
constexpr std::size_t kSmallPart = 6;

/// Where a part ends.
struct Box {
  double right = 0, bottom = 0;
};

std::vector<Vertex> rank_nodes(const BoostGraph& graph) {
  std::vector<Vertex> order(boost::num_vertices(graph));
  std::iota(order.begin(), order.end(), Vertex{0});
  std::vector<std::size_t> edges(order.size());
  for (const Vertex vertex : order) edges[vertex] = count_edges(graph, vertex);
  // Vertices are in the order of their ids, which a stable sort keeps.
  std::stable_sort(order.begin(), order.end(), [&](Vertex a, Vertex b) {
    return std::tuple(edges[a], graph[a].mentions) > std::tuple(edges[b], graph[b].mentions);
  });
  return order;
}

/// Of each node on the page, by places: both directions, sorted, each once.
std::vector<std::vector<std::size_t>> find_neighbours(const BoostGraph& graph,
                                                      const PageSelection& selection) {
  std::vector<std::vector<std::size_t>> neighbours(selection.nodes.size());
  for (const GraphEdge& edge : selection.edges) {
    const std::size_t source = selection.of_vertex[boost::source(edge, graph)];
    const std::size_t target = selection.of_vertex[boost::target(edge, graph)];
    if (source == target) continue;
    neighbours[source].push_back(target);
    neighbours[target].push_back(source);
  }
  for (std::vector<std::size_t>& list : neighbours) {
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
  }
  return neighbours;
}

/// What hangs together, larger parts first; each in order of places.
std::vector<std::vector<std::size_t>> find_parts(
    const std::vector<std::vector<std::size_t>>& neighbours) {
  std::vector<std::vector<std::size_t>> parts;
  std::vector<bool> seen(neighbours.size(), false);
  for (std::size_t start = 0; start < neighbours.size(); ++start) {
    if (seen[start]) continue;
    std::vector<std::size_t> part{start};
    seen[start] = true;
    for (std::size_t at = 0; at < part.size(); ++at) {
      for (const std::size_t next : neighbours[part[at]]) {
        if (seen[next]) continue;
        seen[next] = true;
        part.push_back(next);
      }
    }
    std::sort(part.begin(), part.end());
    parts.push_back(std::move(part));
  }
  std::stable_sort(parts.begin(), parts.end(),
                   [](const auto& a, const auto& b) { return a.size() > b.size(); });
  return parts;
}

/// Lays out one part, with its upper left corner at `corner`.
Box place_part(const std::vector<std::size_t>& part,
               const std::vector<std::vector<std::size_t>>& neighbours, Position corner,
               std::vector<Position>& positions) {
  std::vector<std::vector<std::size_t>> inner;  // its neighbours by their places in `part`
  for (const std::size_t node : part) {
    std::vector<std::size_t>& list = inner.emplace_back();
    for (const std::size_t other : neighbours[node]) {
      const auto found = std::lower_bound(part.begin(), part.end(), other);
      list.push_back(static_cast<std::size_t>(found - part.begin()));
    }
  }
  const std::vector<Position> laid_out = lay_out(inner);
  const auto by_x = [](Position a, Position b) { return a.x < b.x; };
  const auto by_y = [](Position a, Position b) { return a.y < b.y; };
  const double left = std::min_element(laid_out.begin(), laid_out.end(), by_x)->x;
  const double top = std::min_element(laid_out.begin(), laid_out.end(), by_y)->y;
  Box box{corner.x, corner.y};
  for (std::size_t i = 0; i < part.size(); ++i) {
    const Position place{corner.x + laid_out[i].x - left, corner.y + laid_out[i].y - top};
    positions[part[i]] = place;
    box.right = std::max(box.right, place.x);
    box.bottom = std::max(box.bottom, place.y);
  }
  return box;
}

}  // namespace

std::size_t count_edges(const BoostGraph& graph, Vertex vertex) {
  std::size_t count = degree_of(graph, vertex);
  for (const auto edge : boost::make_iterator_range(boost::out_edges(vertex, graph))) {
    if (boost::target(edge, graph) == vertex) --count;
  }
  return count;
}

PageSelection select_for_page(const BoostGraph& graph, const PageLimits& limits) {
  PageSelection selection;
  selection.nodes = rank_nodes(graph);
  selection.nodes.resize(std::min({selection.nodes.size(), limits.nodes, kMaxLaidOut}));
  selection.of_vertex.assign(boost::num_vertices(graph), PageSelection::kNotShown);
  for (std::size_t i = 0; i < selection.nodes.size(); ++i) {
    selection.of_vertex[selection.nodes[i]] = i;
  }
  const auto is_shown = [&](Vertex vertex) {
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
  const std::vector<std::vector<std::size_t>> neighbours = find_neighbours(graph, selection);
  std::vector<std::vector<std::size_t>> parts = find_parts(neighbours);
  std::vector<Position> positions(neighbours.size());
  if (parts.empty()) return positions;

  // The large parts share the middle; a layout of all would drive the small ones to its rim.
  const std::size_t large = std::max(kSmallPart, parts.front().size() / 10);
  const auto first_small = std::find_if(parts.begin(), parts.end(),
                                        [&](const auto& part) { return part.size() < large; });
  std::vector<std::size_t> middle;
  for (auto part = parts.begin(); part != first_small; ++part) {
    middle.insert(middle.end(), part->begin(), part->end());
  }
  std::sort(middle.begin(), middle.end());
  Position corner;
  double width = kRowStep * std::ceil(std::sqrt(static_cast<double>(positions.size())));
  if (!middle.empty()) {
    const Box box = place_part(middle, neighbours, corner, positions);
    width = std::max(width, box.right);
    corner.y = box.bottom + 2 * kRowStep;
  }
  double row_bottom = corner.y;
  bool are_lone = false;
  for (auto part = first_small; part != parts.end(); ++part) {
    const bool starts_lone = part->size() == 1 && !are_lone;
    are_lone = are_lone || starts_lone;
    if (corner.x >= width || (starts_lone && corner.x > 0)) corner = {0, row_bottom + kRowStep};
    const Box box = place_part(*part, neighbours, corner, positions);
    row_bottom = std::max(row_bottom, box.bottom);
    corner.x = box.right + kRowStep;
  }
  return positions;
}

}  // namespace relata::detail

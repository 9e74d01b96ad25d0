#include "export/layout.hpp"

#include <algorithm>
#include <boost/range/iterator_range.hpp>
#include <cmath>
#include <cstdint>
#include <numeric>

#include "export/quadtree.hpp"

namespace relata::detail {
namespace {

/// The length that an edge alone would have, in the units of node sizes (5 to 40).
constexpr double kEdgeLength = 60;

/// Neighbours of each vertex, both directions, loops left out; an edge counts once for each pair.
std::vector<std::vector<std::size_t>> find_neighbours(const BoostGraph& graph) {
  std::vector<std::vector<std::size_t>> neighbours(boost::num_vertices(graph));
  for (const auto edge : boost::make_iterator_range(boost::edges(graph))) {
    const std::size_t source = boost::source(edge, graph);
    const std::size_t target = boost::target(edge, graph);
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

/// The vertices, larger parts of the graph first, each part breadth first from its hub.
std::vector<std::size_t> order_by_parts(const std::vector<std::vector<std::size_t>>& neighbours) {
  const std::size_t count = neighbours.size();
  std::vector<std::size_t> hubs_first(count);
  std::iota(hubs_first.begin(), hubs_first.end(), std::size_t{0});
  std::stable_sort(hubs_first.begin(), hubs_first.end(), [&](std::size_t a, std::size_t b) {
    return neighbours[a].size() > neighbours[b].size();
  });
  std::vector<std::vector<std::size_t>> parts;
  std::vector<bool> seen(count, false);
  for (const std::size_t hub : hubs_first) {
    if (seen[hub]) continue;
    std::vector<std::size_t> part{hub};
    seen[hub] = true;
    for (std::size_t at = 0; at < part.size(); ++at) {
      for (const std::size_t next : neighbours[part[at]]) {
        if (seen[next]) continue;
        seen[next] = true;
        part.push_back(next);
      }
    }
    parts.push_back(std::move(part));
  }
  std::stable_sort(parts.begin(), parts.end(),
                   [](const auto& a, const auto& b) { return a.size() > b.size(); });
  std::vector<std::size_t> order;
  for (const auto& part : parts) order.insert(order.end(), part.begin(), part.end());
  return order;
}

/// The n-th of `order` at distance √n, a golden angle on: an even disc (Vogel 1979).
std::vector<Position> place_on_spiral(const std::vector<std::size_t>& order) {
  // Cosine and sine of the golden angle, 2π(1 − 1/φ); turned by multiplying, since the library's
  // sine may differ from machine to machine.
  constexpr Position kTurn{-0.7373688780783201, 0.6754902942615235};
  std::vector<Position> positions(order.size());
  Position direction{1, 0};
  for (std::size_t n = 0; n < order.size(); ++n) {
    const double distance = kEdgeLength * std::sqrt(static_cast<double>(n));
    positions[order[n]] = {direction.x * distance, direction.y * distance};
    direction = {direction.x * kTurn.x - direction.y * kTurn.y,
                 direction.x * kTurn.y + direction.y * kTurn.x};
  }
  return positions;
}

double round_to_cents(double value) {
  const double scaled = value * 100;
  return static_cast<double>(static_cast<std::int64_t>(scaled < 0 ? scaled - 0.5 : scaled + 0.5)) /
         100;
}

}  // namespace

std::vector<Position> lay_out(const BoostGraph& graph) {
  if (boost::num_vertices(graph) > kMaxLaidOut) return {};
  return lay_out(find_neighbours(graph));
}

std::vector<Position> lay_out(const std::vector<std::vector<std::size_t>>& neighbours) {
  const std::size_t count = neighbours.size();
  if (count == 0 || count > kMaxLaidOut) return {};
  std::vector<Position> positions = place_on_spiral(order_by_parts(neighbours));

  const std::size_t rounds = count <= 2000 ? 300 : 100;
  const double radius = kEdgeLength * std::sqrt(static_cast<double>(count));
  std::vector<Position> forces(count);
  std::vector<std::uint32_t> open;
  for (std::size_t round = 0; round < rounds; ++round) {
    const Quadtree tree(positions);
    for (std::size_t i = 0; i < count; ++i) {
      const Position here = positions[i];
      // Every two nodes push each other apart by k² / d …
      Position force = tree.sum_repulsion(here, open);
      force.x *= kEdgeLength * kEdgeLength;
      force.y *= kEdgeLength * kEdgeLength;
      // … neighbours pull by d² / k, and the centre pulls all by d, which in a disc of even density
      // cancels the push from afar.
      for (const std::size_t other : neighbours[i]) {
        const double x = positions[other].x - here.x;
        const double y = positions[other].y - here.y;
        const double pull = std::sqrt(x * x + y * y) / kEdgeLength;
        force.x += x * pull;
        force.y += y * pull;
      }
      forces[i] = {force.x - here.x, force.y - here.y};
    }
    // A step no longer than this; shorter and shorter, so that it comes to rest.
    const double share = static_cast<double>(rounds - round) / static_cast<double>(rounds);
    const double longest = radius / 10 * share * share;
    for (std::size_t i = 0; i < count; ++i) {
      const double size = std::sqrt(forces[i].x * forces[i].x + forces[i].y * forces[i].y);
      if (size <= 0) continue;
      const double step = std::min(size, longest) / size;
      positions[i].x += forces[i].x * step;
      positions[i].y += forces[i].y * step;
    }
  }
  for (Position& position : positions) {
    position = {round_to_cents(position.x), round_to_cents(position.y)};
  }
  return positions;
}

}  // namespace relata::detail

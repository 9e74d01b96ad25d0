#include "export/quadtree.hpp"

#include <algorithm>

namespace relata::detail {
namespace {

/// A square whose side is less than this times its distance counts as one point.
constexpr double kOpening = 0.9;

/// Points closer than the whole's side by 2 to this power share a leaf.
constexpr int kMaxDepth = 24;

}  // namespace

Quadtree::Quadtree(const std::vector<Position>& points) {
  double least_x = 0, least_y = 0, most_x = 0, most_y = 0;
  for (const Position& point : points) {
    least_x = std::min(least_x, point.x);
    least_y = std::min(least_y, point.y);
    most_x = std::max(most_x, point.x);
    most_y = std::max(most_y, point.y);
  }
  corner_ = {least_x, least_y};
  squares_.reserve(points.size() * 2 + 1);
  squares_.emplace_back();
  squares_[0].size = std::max({most_x - least_x, most_y - least_y, 1.0});
  for (const Position& point : points) insert(point);
}

void Quadtree::insert(Position point) {
  std::uint32_t at = 0;
  Position corner = corner_;
  for (int depth = 0;; ++depth) {
    Square& square = squares_[at];
    const bool first = square.points == 0;
    const double half = square.size / 2;
    const auto quarter_of = [&](Position p) {
      return static_cast<std::size_t>(p.x >= corner.x + half) +
             2 * static_cast<std::size_t>(p.y >= corner.y + half);
    };
    const Square before = square;
    square.sum.x += point.x;
    square.sum.y += point.y;
    square.points += 1;
    if (first || depth == kMaxDepth) return;
    if (square.leaf) {  // its one point moves a level down
      squares_[at].leaf = false;
      const std::size_t quarter = quarter_of(before.sum);
      squares_[at].parts[quarter] = static_cast<std::uint32_t>(squares_.size());
      squares_.push_back({before.sum, before.points, half, {}, true});
    }
    const std::size_t quarter = quarter_of(point);
    if (squares_[at].parts[quarter] == 0) {
      squares_[at].parts[quarter] = static_cast<std::uint32_t>(squares_.size());
      squares_.push_back({{}, 0, half, {}, true});
    }
    if (quarter % 2 == 1) corner.x += half;
    if (quarter >= 2) corner.y += half;
    at = squares_[at].parts[quarter];
  }
}

Position Quadtree::sum_repulsion(Position at, std::vector<std::uint32_t>& open) const {
  Position sum;
  open.assign(1, 0);
  while (!open.empty()) {
    const Square& square = squares_[open.back()];
    open.pop_back();
    if (square.points == 0) continue;
    const double x = at.x - square.sum.x / square.points;
    const double y = at.y - square.sum.y / square.points;
    const double distance = x * x + y * y;
    if (square.leaf || square.size * square.size < kOpening * kOpening * distance) {
      if (distance <= 0) continue;
      sum.x += square.points * x / distance;
      sum.y += square.points * y / distance;
      continue;
    }
    for (const std::uint32_t part : square.parts) {
      if (part != 0) open.push_back(part);
    }
  }
  return sum;
}

}  // namespace relata::detail

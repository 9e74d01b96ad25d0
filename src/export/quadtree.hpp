// Points in nested squares, so that far ones count together.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "export/layout.hpp"

namespace relata::detail {

/// Barnes and Hut 1986, https://doi.org/10.1038/324446a0.
class Quadtree {
 public:
  explicit Quadtree(const std::vector<Position>& points);

  /// Sum over all points p of (at − p) / |at − p|²; points at `at` itself count nothing. A square
  /// that is seen small from `at` counts as its points heaped up at their centre.
  /// `open` is scratch memory.
  Position sum_repulsion(Position at, std::vector<std::uint32_t>& open) const;

 private:
  struct Square {
    Position sum;  ///< of its points
    double points = 0;
    double size = 0;                       ///< of a side
    std::array<std::uint32_t, 4> parts{};  ///< indices of its quarters; 0 is none
    bool leaf = true;
  };

  void insert(Position point);

  std::vector<Square> squares_;  ///< the whole is the first
  Position corner_;              ///< least x and y
};

}  // namespace relata::detail

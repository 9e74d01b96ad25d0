#include "export/layout.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/range/iterator_range.hpp>
#include <cmath>
#include <random>
#include <set>
#include <utility>

#include "export/quadtree.hpp"

namespace relata::detail {
namespace {

double distance(Position a, Position b) { return std::hypot(a.x - b.x, a.y - b.y); }

/// A graph of `nodes` where each node but the first hangs on an earlier one.
BoostGraph make_tree(std::size_t nodes, std::uint32_t seed) {
  std::mt19937 random(seed);
  GraphDraft draft;
  for (std::size_t i = 0; i < nodes; ++i) {
    draft.add_node({});
    if (i > 0) draft.add_edge(i, random() % i, {});
  }
  return draft.take();
}

TEST(Quadtree, AgreesWithThePlainSum) {
  std::mt19937 random(5);
  std::vector<Position> points;
  for (int i = 0; i < 400; ++i) {
    points.push_back({static_cast<double>(random() % 1000), static_cast<double>(random() % 300)});
  }
  points.push_back(points.front());  // a heap of two
  const Quadtree tree(points);
  std::vector<std::uint32_t> open;
  for (const Position& at : points) {
    Position plain;
    double pushes = 0;
    for (const Position& point : points) {
      const double x = at.x - point.x;
      const double y = at.y - point.y;
      if (x == 0 && y == 0) continue;
      plain.x += x / (x * x + y * y);
      plain.y += y / (x * x + y * y);
      pushes += 1 / std::hypot(x, y);
    }
    EXPECT_LT(distance(tree.sum_repulsion(at, open), plain), 0.05 * pushes);
  }
}

TEST(LayOut, PutsNeighboursNearAndNobodyOnTop) {
  const BoostGraph graph = make_tree(300, 2);
  const std::vector<Position> positions = lay_out(graph);
  ASSERT_EQ(positions.size(), 300U);
  double all = 0, joined = 0;
  std::set<std::pair<double, double>> places;
  for (std::size_t i = 0; i < positions.size(); ++i) {
    EXPECT_TRUE(places.emplace(positions[i].x, positions[i].y).second);
    for (std::size_t j = 0; j < i; ++j) all += distance(positions[i], positions[j]);
  }
  for (const auto edge : boost::make_iterator_range(boost::edges(graph))) {
    joined +=
        distance(positions[boost::source(edge, graph)], positions[boost::target(edge, graph)]);
  }
  EXPECT_LT(joined / 299, 0.25 * all / (300 * 299 / 2.0));
}

TEST(LayOut, IsTheSameEveryTimeAndEverywhere) {
  GraphDraft draft;
  for (int i = 0; i < 5; ++i) draft.add_node({});
  draft.add_edge(0, 1, {});
  draft.add_edge(2, 1, {});
  draft.add_edge(1, 2, {});
  draft.add_edge(3, 3, {});
  const BoostGraph graph = draft.take();
  EXPECT_THAT(lay_out(graph), testing::ElementsAreArray(lay_out(graph)));
  std::string text;
  for (const Position& position : lay_out(graph)) {
    text += testing::PrintToString(position.x) + "," + testing::PrintToString(position.y) + " ";
  }
  EXPECT_EQ(text, "-9.34,15.11 -20.5,-40.14 17.24,-80.51 90.28,33.71 -78.11,70.63 ");
}

TEST(LayOut, LeavesOutWhatNobodyLooksAtWhole) {
  EXPECT_TRUE(lay_out(BoostGraph(static_cast<Vertex>(kMaxLaidOut + 1))).empty());
  EXPECT_TRUE(lay_out(BoostGraph()).empty());
  EXPECT_THAT(lay_out(BoostGraph(Vertex{1})), testing::ElementsAre(Position{0, 0}));
}

}  // namespace
}  // namespace relata::detail

#include "relata/graph/find_node.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "graph/small_graph.hpp"

namespace relata {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

BoostGraph make_names() {
  BoostGraph graph;
  const auto add = [&](const char* id, const char* label, std::vector<std::string> aliases,
                       std::uint64_t mentions) {
    Node node = make_small_node(id, label, NodeClass::kOther, mentions);
    node.aliases = std::move(aliases);
    boost::add_vertex(node, graph);
  };
  add("n1", "Paris", {"City of Light"}, 5);
  add("n2", "Paris (Texas)", {"Paris"}, 2);
  add("n3", "Siân Pryce-Òlafsson", {"Pryce", "the minister"}, 9);
  add("n4", "Minister of Trade", {"the minister"}, 1);
  return graph;
}

TEST(FindNodes, TakesTheVeryLabelFirst) {
  EXPECT_THAT(find_nodes(make_names(), "Paris").matches, ElementsAre(0));
  EXPECT_THAT(find_nodes(make_names(), "Paris (Texas)").matches, ElementsAre(1));
  EXPECT_THAT(find_nodes(make_names(), "n2").matches, ElementsAre(1));
}

TEST(FindNodes, FoldsCaseMarksAndArticles) {
  EXPECT_THAT(find_nodes(make_names(), "sian pryce olafsson").matches, ElementsAre(2));
  EXPECT_THAT(find_nodes(make_names(), "the  CITY of light").matches, ElementsAre(0));
}

TEST(FindNodes, GivesAllThatANameMayMean) {
  EXPECT_THAT(find_nodes(make_names(), "Minister").matches, ElementsAre(2, 3));
}

TEST(FindNodes, SuggestsLikeNames) {
  const FoundNodes mistyped = find_nodes(make_names(), "Prayce");
  EXPECT_THAT(mistyped.matches, IsEmpty());
  EXPECT_THAT(mistyped.nearest, ElementsAre(2));
  EXPECT_THAT(find_nodes(make_names(), "Trade").nearest, ElementsAre(3));
  EXPECT_THAT(find_nodes(make_names(), "Zanzibar").nearest, IsEmpty());
  EXPECT_THAT(find_nodes(make_names(), "").matches, IsEmpty());
  EXPECT_THAT(find_nodes(BoostGraph(), "Paris").matches, IsEmpty());
}

}  // namespace
}  // namespace relata

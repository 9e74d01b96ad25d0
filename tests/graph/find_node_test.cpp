#include "relata/graph/find_node.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "graph/small_graph.hpp"

namespace relata {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

BoostGraph make_names() {
  GraphDraft draft;
  const auto add = [&](const char* id, const char* label, const std::vector<std::string>& aliases,
                       std::uint64_t mentions) {
    Node node = make_small_node(id, label, NodeClass::kOther, mentions);
    node.aliases = aliases;
    draft.add_node(node);
  };
  add("n1", "Paris", {"City of Light"}, 5);
  add("n2", "Paris (Texas)", {"Paris"}, 2);
  add("n3", "Siân Pryce-Òlafsson", {"Pryce", "the minister"}, 9);
  add("n4", "Minister of Trade", {"the minister"}, 1);
  return draft.take();
}

TEST(FindNodes, TakesTheVeryLabelFirst) {
  EXPECT_THAT(find_nodes(make_names(), "Paris"), ElementsAre(0));
  EXPECT_THAT(find_nodes(make_names(), "Paris (Texas)"), ElementsAre(1));
  EXPECT_THAT(find_nodes(make_names(), "n2"), ElementsAre(1));
}

TEST(FindNodes, FoldsCaseMarksAndArticles) {
  EXPECT_THAT(find_nodes(make_names(), "sian pryce olafsson"), ElementsAre(2));
  EXPECT_THAT(find_nodes(make_names(), "the  CITY of light"), ElementsAre(0));
}

TEST(FindNodes, GivesAllThatANameMayMean) {
  EXPECT_THAT(find_nodes(make_names(), "Minister"), ElementsAre(2, 3));
}

TEST(FindNodes, SuggestsLikeNames) {
  EXPECT_THAT(find_nodes(make_names(), "Prayce"), IsEmpty());
  EXPECT_THAT(find_like_nodes(make_names(), "Prayce"), ElementsAre(2));  // one letter off
  EXPECT_THAT(find_like_nodes(make_names(), "Trade"), ElementsAre(3));
  EXPECT_THAT(find_like_nodes(make_names(), "Light"), ElementsAre(0));
  EXPECT_THAT(find_like_nodes(make_names(), "Zanzibar"), IsEmpty());
}

TEST(FindNodes, FindsNothingInNothing) {
  EXPECT_THAT(find_nodes(make_names(), ""), IsEmpty());
  EXPECT_THAT(find_nodes(BoostGraph(), "Paris"), IsEmpty());
  EXPECT_THAT(find_like_nodes(BoostGraph(), "Paris"), IsEmpty());
}

}  // namespace
}  // namespace relata

#include "relata/graph/excerpt.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/range/iterator_range.hpp>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "graph/small_graph.hpp"

namespace relata {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> labels(const EntityGraph& graph) {
  std::vector<std::string> list;
  for (const auto vertex : boost::make_iterator_range(boost::vertices(graph.graph))) {
    list.push_back(graph.graph[vertex].label.str());
  }
  return list;
}

std::vector<std::string> edge_ids(const EntityGraph& graph) {
  std::vector<std::string> list;
  for (const auto edge : boost::make_iterator_range(boost::edges(graph.graph))) {
    list.push_back(graph.graph[edge].id.str());
  }
  return list;
}

TEST(CutExcerpt, CutsNothingUnasked) {
  const EntityGraph whole = make_small_graph();
  EXPECT_FALSE(cuts({}));
  const Excerpt excerpt = cut_excerpt(whole, {});
  EXPECT_EQ(labels(excerpt.graph), labels(whole));
  EXPECT_EQ(edge_ids(excerpt.graph), edge_ids(whole));
  EXPECT_EQ(excerpt.graph.documents, whole.documents);
  EXPECT_EQ(excerpt.graph.literals, whole.literals);
}

TEST(CutExcerpt, KeepsWhatIsWithinSomeEdgesOfTheCentre) {
  ExcerptOptions options;
  options.centre = 1;  // Holm
  EXPECT_TRUE(cuts(options));
  EXPECT_THAT(labels(cut_excerpt(make_small_graph(), options).graph),
              ElementsAre("Norway", "Ida Holm", "the harbour"));
  options.depth = 2;
  EXPECT_THAT(labels(cut_excerpt(make_small_graph(), options).graph),
              ElementsAre("Norway", "Ida Holm", "the harbour", "Quay Ltd"));
  options.depth = 0;
  const Excerpt alone = cut_excerpt(make_small_graph(), options);
  EXPECT_THAT(labels(alone.graph), ElementsAre("Ida Holm"));
  EXPECT_THAT(alone.vertices, ElementsAre(1));
  EXPECT_THAT(edge_ids(alone.graph), IsEmpty());
  EXPECT_THAT(alone.graph.graph[0].facts, ElementsAre("was: mayor"));
}

TEST(CutExcerpt, KeepsTheNodesWithMostSupport) {
  ExcerptOptions options;
  options.top = 2;
  const Excerpt excerpt = cut_excerpt(make_small_graph(), options);
  EXPECT_THAT(labels(excerpt.graph), ElementsAre("Ida Holm", "the harbour"));
  EXPECT_THAT(edge_ids(excerpt.graph), ElementsAre("e1"));
  // The centre is among them however little it has.
  options.centre = 3;
  options.depth = 2;
  EXPECT_THAT(labels(cut_excerpt(make_small_graph(), options).graph),
              ElementsAre("the harbour", "Quay Ltd"));
  options.top = 100;
  options.centre.reset();
  EXPECT_EQ(labels(cut_excerpt(make_small_graph(), options).graph).size(), 5U);
  options.top = 0;
  EXPECT_THAT(labels(cut_excerpt(make_small_graph(), options).graph), IsEmpty());
}

TEST(CutExcerpt, TakesTheTimeOfTheTextBeforeTheDateOfTheDocument) {
  ExcerptOptions options;
  options.since = "2024-03";
  // e1 was published in May; e2 tells a time in 2020 and e3 one of which no end is known.
  EXPECT_THAT(edge_ids(cut_excerpt(make_small_graph(), options).graph), ElementsAre("e1", "e3"));
  options.until = "2024-05-09";
  EXPECT_THAT(edge_ids(cut_excerpt(make_small_graph(), options).graph), ElementsAre("e3"));
  options.since.clear();
  options.until = "2020";
  const Excerpt before = cut_excerpt(make_small_graph(), options);
  EXPECT_THAT(edge_ids(before.graph), ElementsAre("e2"));
  EXPECT_THAT(labels(before.graph), ElementsAre("Norway", "Ida Holm"));
}

TEST(CutExcerpt, TakesATimeOfTheDayForItsDay) {
  GraphMaker maker = make_small_draft();
  maker.add_edge(3, 4, make_small_fact("e4", 1, 0.5, 0, "2024-02-29T09:30"));
  const EntityGraph whole = maker.make();
  ExcerptOptions options;
  options.since = options.until = "2024-02-29";
  EXPECT_THAT(edge_ids(cut_excerpt(whole, options).graph), ElementsAre("e3", "e4"));
  options.since = options.until = "2023-02-28";
  EXPECT_THAT(edge_ids(cut_excerpt(whole, options).graph), IsEmpty());
}

TEST(CutExcerpt, DropsWhatNoEdgeJoinsAnyMore) {
  ExcerptOptions options;
  options.min_support = 3;
  Excerpt excerpt = cut_excerpt(make_small_graph(), options);
  EXPECT_THAT(labels(excerpt.graph), ElementsAre("Ida Holm", "the harbour"));
  EXPECT_THAT(excerpt.graph.graph[0].facts, IsEmpty());  // said once only
  EXPECT_THAT(excerpt.graph.literals, IsEmpty());
  options.min_support = 0;
  options.min_confidence = 0.7;
  excerpt = cut_excerpt(make_small_graph(), options);
  EXPECT_THAT(edge_ids(excerpt.graph), ElementsAre("e2"));
}

TEST(CutExcerpt, KeepsTheCentreOfAnyClass) {
  ExcerptOptions options;
  options.classes = {NodeClass::kPerson, NodeClass::kOrganization};
  Excerpt excerpt = cut_excerpt(make_small_graph(), options);
  EXPECT_THAT(labels(excerpt.graph), ElementsAre("Ida Holm", "Quay Ltd"));
  EXPECT_THAT(edge_ids(excerpt.graph), IsEmpty());
  options.centre = 0;  // Norway
  excerpt = cut_excerpt(make_small_graph(), options);
  EXPECT_THAT(labels(excerpt.graph), ElementsAre("Norway", "Ida Holm"));
}

TEST(CutExcerpt, NamesTheHolderOfAClaimThatGoes) {
  ExcerptOptions options;
  options.centre = 2;  // the harbour
  const Excerpt excerpt = cut_excerpt(make_small_graph(), options);
  ASSERT_THAT(edge_ids(excerpt.graph), ElementsAre("e1", "e3"));
  const auto last = *std::next(boost::edges(excerpt.graph.graph).first);
  EXPECT_THAT(excerpt.graph.graph[last].attributed_to, ElementsAre("Norway"));
}

TEST(CutExcerpt, KeepsTheDocumentsThatItsFactsWereReadIn) {
  ExcerptOptions options;
  options.min_confidence = 0.7;
  const EntityGraph whole = make_small_graph();
  const EntityGraph part = cut_excerpt(whole, options).graph;
  ASSERT_EQ(part.documents.size(), 1U);
  EXPECT_EQ(part.documents[0].doc, "b");
  EXPECT_EQ(EvidenceReader(part.evidence)
                .best(part.graph[*boost::edges(part.graph).first].evidence)
                .document,
            0U);
}

/// A law: whatever is asked for together, the excerpt is a part of the whole with the same ids, all
/// of its edges are among its nodes, and cutting it again changes nothing.
TEST(CutExcerpt, IsAPartOfTheWhole) {
  std::mt19937 random(11);
  for (int round = 0; round < 200; ++round) {
    const EntityGraph whole = make_random_graph(random, 12, 25);
    ExcerptOptions options;
    if (random() % 2) options.min_support = random() % 4;
    if (random() % 2) options.min_confidence = static_cast<double>(random() % 10) / 10;
    if (random() % 2) options.classes = {NodeClass::kPerson, NodeClass::kPlace};
    if (random() % 3 == 0) options.since = "2021";
    if (random() % 3 == 0) options.until = "2022-06";
    const Excerpt excerpt = cut_excerpt(whole, options);
    ASSERT_EQ(excerpt.vertices.size(), boost::num_vertices(excerpt.graph.graph));
    for (std::size_t i = 0; i < excerpt.vertices.size(); ++i) {
      EXPECT_EQ(excerpt.graph.graph[static_cast<Vertex>(i)].id,
                whole.graph[static_cast<Vertex>(excerpt.vertices[i])].id);
    }
    const auto ids = edge_ids(whole);
    const std::set<std::string> known(ids.begin(), ids.end());
    for (const auto edge : boost::make_iterator_range(boost::edges(excerpt.graph.graph))) {
      const Fact& fact = excerpt.graph.graph[edge];
      EXPECT_TRUE(known.contains(fact.id.str()));
      EXPECT_GE(fact.support, options.min_support);
      EXPECT_GE(fact.confidence, options.min_confidence);
    }
    const Excerpt again = cut_excerpt(excerpt.graph, options);
    EXPECT_EQ(edge_ids(again.graph), edge_ids(excerpt.graph));
    EXPECT_EQ(labels(again.graph), labels(excerpt.graph));
    options.top = random() % 8;
    const Excerpt top = cut_excerpt(whole, options);
    EXPECT_EQ(top.vertices.size(), std::min(*options.top, excerpt.vertices.size()));
  }
}

}  // namespace
}  // namespace relata

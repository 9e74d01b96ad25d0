#include "graph/coordinations.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/range/iterator_range.hpp>
#include <string>
#include <vector>

#include "relata/graph/entity_graph.hpp"
#include "resolve/record_builder.hpp"

namespace relata {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

constexpr EntityType kBody = EntityType::kOrganization;

const Lexicon& lexicon() {
  static const Lexicon kLexicon =
      Lexicon::load(std::string(RELATA_SOURCE_DIR) + "/models/lexicon.tsv");
  return kLexicon;
}

TEST(FindMembers, FindsWhatAListNames) {
  RecordBuilder records("a");
  const auto larnex = records.name(kBody, {"Larnex"});
  const auto skien = records.name(kBody, {"Skien Union"});
  const auto orel = records.name(kBody, {"Orel", "Orel Bank"});
  const auto two = records.name(kBody, {"Larnex and Skien Union"});
  const auto three = records.name(kBody, {"Larnex, Skien Union, and the Orel Bank"});
  const MembersOf members = find_members(records.records(), lexicon());
  ASSERT_EQ(members.size(), 2U);
  EXPECT_THAT(members.at(two), ElementsAre(larnex, skien));
  EXPECT_THAT(members.at(three), ElementsAre(larnex, skien, orel));
}

TEST(FindMembers, LeavesNamesWithAndAndCountries) {
  RecordBuilder records("a");
  records.name(kBody, {"Larnex"});
  records.name(kBody, {"Larnex and Sons"});
  for (const char* name : {"Trinidad", "Tobago", "Trinidad and Tobago"}) {
    records.name(EntityType::kPlace, {name});
  }
  EXPECT_THAT(find_members(records.records(), lexicon()), IsEmpty());
}

TEST(FindMembers, LeavesOutTheKindThatPlacesShare) {
  RecordBuilder records("a");
  constexpr EntityType kPlace = EntityType::kPlace;
  const auto orel = records.name(kPlace, {"Orel"});
  const auto sarno = records.name(kPlace, {"North Sarno"});
  const auto provinces = records.name(kPlace, {"Orel and North Sarno provinces of Peru"});
  records.name(kPlace, {"Orel and North Sarno friends"});
  const MembersOf members = find_members(records.records(), lexicon());
  ASSERT_EQ(members.size(), 1U);
  EXPECT_THAT(members.at(provinces), ElementsAre(orel, sarno));
}

TEST(FindMembers, FindsDivisionsByTheirWholeNames) {
  RecordBuilder records("a");
  records.name(EntityType::kPlace, {"Larnex"});  // the town
  const auto larnex = records.name(EntityType::kPlace, {"Larnex State"});
  const auto skien = records.name(EntityType::kPlace, {"Skien State"});
  const auto small = records.name(EntityType::kPlace, {"Larnex and Skien states"});
  const auto capitals = records.name(EntityType::kPlace, {"Skien and Larnex States"});
  records.name(EntityType::kPlace, {"Larnex and United States"});
  const MembersOf members = find_members(records.records(), lexicon());
  ASSERT_EQ(members.size(), 2U);
  EXPECT_THAT(members.at(small), ElementsAre(larnex, skien));
  EXPECT_THAT(members.at(capitals), ElementsAre(skien, larnex));
}

TEST(FindMembers, TakesDescriptionsOfItsOwnPlaceOnly) {
  const auto found = [](bool inside) {
    RecordBuilder records("a");
    const auto list = records.described(EntityType::kPlace, {"mosque and filling station"});
    const TextRange range{100, 126};
    records.entity(list).first = range;
    records.entity(records.described(EntityType::kPlace, {"mosque"})).first = {100, 106};
    records.entity(records.described(EntityType::kPlace, {"filling station"})).first =
        inside ? TextRange{111, 126} : TextRange{211, 226};
    return find_members(records.records(), lexicon()).size();
  };
  EXPECT_EQ(found(true), 1U);
  EXPECT_EQ(found(false), 0U);
}

struct Graph {
  std::vector<std::string> labels, edges;
};

Graph build(const DocumentRecords& document) {
  const BuiltGraph built =
      build_graph({document}, resolve_entities({document}, lexicon()), lexicon(), {});
  const BoostGraph& graph = built.graph.graph;
  Graph result;
  for (const auto vertex : boost::make_iterator_range(boost::vertices(graph))) {
    result.labels.push_back(graph[vertex].label.str());
  }
  for (const auto edge : boost::make_iterator_range(boost::edges(graph))) {
    result.edges.push_back(graph[boost::source(edge, graph)].label + " " + graph[edge].label + " " +
                           graph[boost::target(edge, graph)].label);
  }
  return result;
}

TEST(BuildGraph, TellsOfEachMemberWhatIsSaidOfAList) {
  RecordBuilder records("a");
  records.name(kBody, {"Larnex"});
  records.name(kBody, {"Skien"});
  const auto list = records.name(kBody, {"Larnex and Skien"});
  const auto port = records.name(EntityType::kPlace, {"Callao"});
  records.triple(list, "left", port);
  const Graph graph = build(records.records());
  EXPECT_THAT(graph.labels, UnorderedElementsAre("Larnex", "Skien", "Callao"));
  EXPECT_THAT(graph.edges, UnorderedElementsAre("Larnex left Callao", "Skien left Callao"));
}

TEST(BuildGraph, LeavesOpenWhichMemberIsWhich) {
  RecordBuilder records("a");
  const auto larnex = records.name(kBody, {"Larnex"});
  records.name(kBody, {"Skien"});
  const auto list = records.name(kBody, {"Larnex and Skien"});
  records.triple(larnex, "became", list);
  EXPECT_THAT(build(records.records()).edges, IsEmpty());
}

}  // namespace
}  // namespace relata

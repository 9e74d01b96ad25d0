#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/range/iterator_range.hpp>

#include <string>
#include <vector>

#include "export/example_graph.hpp"
#include "export/spells.hpp"
#include "relata/export/graph_writer.hpp"

namespace relata {
namespace {

using detail::make_spells;
using detail::Spell;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

std::vector<Spell> spells(std::vector<std::string> times) { return make_spells(times); }

TEST(MakeSpells, SpansTheWholeOfACoarseDate) {
  EXPECT_THAT(spells({"2024-05-11"}), ElementsAre(Spell{"2024-05-11", "2024-05-11"}));
  EXPECT_THAT(spells({"2024-02"}), ElementsAre(Spell{"2024-02-01", "2024-02-29"}));
  EXPECT_THAT(spells({"1900-02"}), ElementsAre(Spell{"1900-02-01", "1900-02-28"}));
  EXPECT_THAT(spells({"2023"}), ElementsAre(Spell{"2023-01-01", "2023-12-31"}));
  EXPECT_THAT(spells({"2023-02-31"}), ElementsAre());
}

TEST(MakeSpells, KeepsOpenEndsOpen) {
  EXPECT_THAT(spells({"2024-05/.."}), ElementsAre(Spell{"2024-05-01", ""}));
  EXPECT_THAT(spells({"../2024"}), ElementsAre(Spell{"", "2024-12-31"}));
}

TEST(MakeSpells, MergesWhatOverlapsSoThatNoDayIsInTwo) {
  EXPECT_THAT(spells({"2024-05-10/2024-06", "2023", "2024-04/2024-05-10", "yesterday"}),
              ElementsAre(Spell{"2023-01-01", "2023-12-31"}, Spell{"2024-04-01", "2024-06-30"}));
  EXPECT_THAT(spells({"2024-05/..", "2025", "../2020"}),
              ElementsAre(Spell{"", "2020-12-31"}, Spell{"2024-05-01", ""}));
  EXPECT_THAT(spells({"2025/2024"}), ElementsAre());
}

TEST(WriteGexf, GivesEdgesTheirSpells) {
  StringSink sink;
  write_gexf(make_example_graph(), {}, sink);
  EXPECT_THAT(sink.text(), HasSubstr("mode=\"dynamic\" timeformat=\"date\""));
  EXPECT_THAT(sink.text(), HasSubstr("<spells><spell start=\"2024-05-01\"/></spells></edge>"));
  EXPECT_THAT(
      sink.text(),
      HasSubstr("<edge id=\"e2ggggggggggg\" source=\"n5aaaaaaaaaaa\" "
                "target=\"n5aaaaaaaaaaa\" kind=\"QUOTE\" label=\"quotes\" weight=\"1.0\">"));
  EXPECT_THAT(sink.text(), HasSubstr("<viz:color r=\"0\" g=\"158\" b=\"115\"/>"
                                     "<viz:position x=\"-32.18\" y=\"-35.01\" z=\"0.0\"/>"
                                     "<viz:size value=\"40.0\"/></node>"));
  EXPECT_THAT(sink.text(), HasSubstr("label=\"Fish &amp; &quot;Chips&quot; &lt;Ltd&gt;\""));
}

TEST(WriteGexf, IsStaticWithoutTimes) {
  EntityGraph graph = make_example_graph();
  for (const auto edge : boost::make_iterator_range(boost::edges(graph.graph))) {
    graph.graph[edge].time = {};
  }
  StringSink sink;
  write_gexf(graph, {}, sink);
  EXPECT_THAT(sink.text(), HasSubstr("mode=\"static\">\n<attributes class=\"node\""));
  EXPECT_THAT(sink.text(), Not(HasSubstr("<spell")));
}

std::string gexf_of(const ExportOptions& options) {
  StringSink sink;
  write_gexf(make_example_graph(), options, sink);
  return sink.text();
}

TEST(WriteGexf, TakesSpellsFromTheDatesOfDocumentsWhenAsked) {
  ExportOptions options;
  options.spells = SpellSource::kPublished;
  // Said in two documents, of two days.
  EXPECT_THAT(gexf_of(options), HasSubstr("<spells><spell start=\"2024-05-12\" end=\"2024-05-12\"/>"
                                          "<spell start=\"2024-05-13\" end=\"2024-05-13\"/>"
                                          "</spells></edge>"));
  options.edges = EdgeRows::kPerMention;
  EXPECT_THAT(gexf_of(options), HasSubstr("</attvalues><spells><spell start=\"2024-05-13\" "
                                          "end=\"2024-05-13\"/></spells></edge>"));
}

TEST(WriteGexf, WritesTheLaterVersionWhenAsked) {
  ExportOptions options;
  options.gexf_version = GexfVersion::k13;
  EXPECT_THAT(gexf_of(options),
              HasSubstr("<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\" "
                        "version=\"1.3\">\n<graph defaultedgetype=\"directed\" mode=\"dynamic\" "
                        "timeformat=\"date\" timerepresentation=\"interval\">"));
}

}  // namespace
}  // namespace relata

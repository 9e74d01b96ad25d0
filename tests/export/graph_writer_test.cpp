#include "relata/export/graph_writer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cctype>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <sstream>
#include <string>

#include "export/appearance.hpp"
#include "export/clean_text.hpp"
#include "export/example_graph.hpp"
#include "export/iri.hpp"
#include "relata/core/error.hpp"
#include "relata/core/json.hpp"

namespace relata {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

std::string graphml_of(const EntityGraph& graph, const ExportOptions& options = {}) {
  StringSink sink;
  write_graphml(graph, options, sink);
  return sink.text();
}

std::string jsonld_of(const EntityGraph& graph, const ExportOptions& options = {}) {
  StringSink sink;
  write_jsonld(graph, options, sink);
  return sink.text();
}

/// The one line of `text` that holds `part`.
std::string line_with(const std::string& text, const std::string& part) {
  std::istringstream stream(text);
  std::string found;
  for (std::string line; std::getline(stream, line);) {
    if (line.find(part) != std::string::npos) found += line;
  }
  return found;
}

TEST(WriteGraphml, WritesANodeByTheProfile) {
  EXPECT_EQ(line_with(graphml_of(make_example_graph()), "<node id=\"n4kq7x2m5r3tc\""),
            "<node id=\"n4kq7x2m5r3tc\" labels=\":Country:Entity\">"
            "<data key=\"nodelabel\">France</data><data key=\"labelV\">Country</data>"
            "<data key=\"n_iri\">https://example.org/kg/entity/n4kq7x2m5r3tc</data>"
            "<data key=\"n_aliases\">French Republic | la France / l'Hexagone</data>"
            "<data key=\"n_mentions\">12</data>"
            "<data key=\"n_facts\">was: member of NATO | has: 5 &lt; 6 &amp; \"more\"</data>"
            "<data key=\"n_claims\">was: corrupt (according to the opposition)</data>"
            "<data key=\"n_formerly\">n222222222222 | n333333333333</data>"
            "<data key=\"color\">#009e73</data><data key=\"size\">40.0</data>"
            "<data key=\"x\">-32.18</data><data key=\"y\">-35.01</data></node>");
}

TEST(WriteGraphml, WritesAnEdgeByTheProfile) {
  EXPECT_EQ(
      line_with(graphml_of(make_example_graph()), "<edge id=\"e2bbbbbbbbbbb\""),
      "<edge id=\"e2bbbbbbbbbbb\" source=\"n4kq7x2m5r3tc\" target=\"n5aaaaaaaaaaa\" "
      "label=\"DEMAND_RELEASE_OF\"><data key=\"labelE\">demanded release of</data>"
      "<data key=\"weight\">2.0</data><data key=\"e_fact\">e2bbbbbbbbbbb</data>"
      "<data key=\"e_surface\">demanded the release of</data>"
      "<data key=\"e_kind\">folded</data><data key=\"e_conf\">0.91</data>"
      "<data key=\"e_polarity\">positive</data><data key=\"e_status\">asserted</data>"
      "<data key=\"e_time\">2024-05-07 | 2024-05/..</data>"
      "<data key=\"e_published\">2024-05-12</data><data key=\"e_doc\">a/report &amp; co</data>"
      "<data key=\"e_url\">https://news.example/1?a=b&amp;c=d</data>"
      "<data key=\"e_sent\">France demanded the release of officer Müller-O’Neill.</data>"
      "<data key=\"e_begin\">0</data><data key=\"e_end\">54</data>"
      "<data key=\"e_support\">2</data><data key=\"e_documents\">2</data>"
      "<data key=\"e_sources\">0</data></edge>");
}

TEST(WriteGraphml, SaysWhoClaimsAndWhatMayBe) {
  const std::string text = graphml_of(make_example_graph());
  const std::string claim = line_with(text, "<edge id=\"e2aaaaaaaaaaa\"");
  EXPECT_THAT(claim, HasSubstr("<data key=\"e_attr\">n5aaaaaaaaaaa | the \"opposition\"</data>"));
  EXPECT_THAT(claim, HasSubstr("<data key=\"e_status\">claimed</data>"));
  EXPECT_THAT(line_with(text, "<edge id=\"e2hhhhhhhhhhh\""),
              HasSubstr("<data key=\"e_attr\">unnamed</data>"));
  EXPECT_THAT(line_with(text, "<edge id=\"e2ddddddddddd\""),
              HasSubstr("<data key=\"e_modality\">planned</data>"));
  EXPECT_THAT(line_with(text, "<edge id=\"e2ggggggggggg\""),
              HasSubstr("<data key=\"e_self\">true</data>"));
}

TEST(WriteGraphml, LeavesOutAPlaceThatIsNotKnown) {
  const std::string edge =
      line_with(graphml_of(make_example_graph()), "<edge id=\"e2hhhhhhhhhhh\"");
  EXPECT_THAT(edge, Not(HasSubstr("e_begin")));
  EXPECT_THAT(edge, Not(HasSubstr("e_published")));
  EXPECT_THAT(edge, HasSubstr("<data key=\"e_sent\">He runs it.</data>"));
}

TEST(WriteGraphml, NamesItsMakerInALegalComment) {
  ExportOptions options;
  options.generator = "relata --0.1-- <&>";
  EXPECT_THAT(graphml_of(make_example_graph(), options),
              testing::StartsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                  "<!-- relata -~0.1-~ <&> -->\n<graphml "));
}

TEST(WriteGraphml, KeepsKeyIdsApartIgnoringCase) {
  const std::string text = graphml_of(make_example_graph());
  const std::regex key("<key id=\"([^\"]+)\" for=\"(node|edge)\" attr.name=\"([^\"]+)\"");
  std::set<std::string> ids, names;
  for (std::sregex_iterator it(text.begin(), text.end(), key), end; it != end; ++it) {
    std::string id = (*it)[1];
    for (char& c : id) c = static_cast<char>(std::tolower(c));
    EXPECT_TRUE(ids.insert(id).second) << id;
    EXPECT_TRUE(names.insert((*it)[2].str() + " " + (*it)[3].str()).second);
  }
  EXPECT_EQ(ids.size(), 33U);
}

TEST(WriteGraphml, WritesAnEdgeForEachSentenceWhenAsked) {
  ExportOptions options;
  options.edges = EdgeRows::kPerMention;
  const std::string text = graphml_of(make_example_graph(), options);
  EXPECT_THAT(
      line_with(text, "<edge id=\"e2bbbbbbbbbbb.1\""),
      HasSubstr("<data key=\"weight\">1.0</data><data key=\"e_fact\">e2bbbbbbbbbbb</data>"));
  const std::string second = line_with(text, "<edge id=\"e2bbbbbbbbbbb.2\"");
  EXPECT_THAT(second,
              HasSubstr("<data key=\"e_sent\">He says France demanded it on Tuesday.</data>"));
  EXPECT_THAT(second, HasSubstr("<data key=\"e_doc\">müller</data>"));
  EXPECT_THAT(second, Not(HasSubstr("e_time")));  // the time is the other sentence's
  EXPECT_THAT(line_with(text, "<edge id=\"e2ggggggggggg"), HasSubstr("id=\"e2ggggggggggg.1\""));
}

TEST(WriteGraphml, GivesCytoscapeItsColumn) {
  ExportOptions options;
  options.graphml_flavour = GraphmlFlavour::kCytoscape;
  const std::string text = graphml_of(make_example_graph(), options);
  EXPECT_THAT(text, HasSubstr("attr.name=\"interaction\" attr.type=\"string\"/>"));
  EXPECT_THAT(line_with(text, "<edge id=\"e2ccccccccccc\""),
              HasSubstr("<data key=\"e_type\">NOT_CRITICISE</data></edge>"));
}

TEST(WriteGraphml, TakesTheAppearanceItIsGiven) {
  ExportOptions options;
  options.appearance = Appearance{{5, 6, 7, 8, 9.5}, {{0, 1}, {2, 3}, {4, 5}, {6, 7}, {8, 9}}};
  EXPECT_THAT(line_with(graphml_of(make_example_graph(), options), "<node id=\"n7ddddddddddd\""),
              HasSubstr("<data key=\"size\">9.5</data><data key=\"x\">8.0</data>"
                        "<data key=\"y\">9.0</data></node>"));
}

TEST(MakeAppearance, SizesNodesByWhatLeadsToThem) {
  // A star: three lead to the first, which is mentioned least.
  GraphMaker star;
  for (int i = 0; i < 4; ++i) {
    star.add_node(make_node("n" + std::to_string(i), "x", NodeClass::kOther, i == 0 ? 1 : 9));
  }
  for (std::size_t i = 1; i < 4; ++i) star.add_edge(i, 0, {});
  const EntityGraph graph = star.make();
  EXPECT_THAT(make_appearance(graph).sizes, ElementsAre(5, 40, 40, 40));
  EXPECT_THAT(make_appearance(graph, NodeSize::kPagerank).sizes, ElementsAre(40, 5, 5, 5));
  EXPECT_THAT(make_appearance(EntityGraph{}, NodeSize::kPagerank).sizes, ElementsAre());
  // 0.15 for a node that nothing leads to, and 0.85 of three such beside it.
  EXPECT_THAT(detail::rank_vertices(graph.graph),
              ElementsAre(testing::DoubleEq(0.15 + 0.85 * 0.45), testing::DoubleEq(0.15),
                          testing::DoubleEq(0.15), testing::DoubleEq(0.15)));
}

TEST(CutAppearance, KeepsEachNodeWhereItWas) {
  const Appearance whole{{5, 6, 7}, {{1, 1}, {2, 2}, {3, 3}}};
  EXPECT_EQ(cut_appearance(whole, {0, 2}), (Appearance{{5, 7}, {{1, 1}, {3, 3}}}));
  EXPECT_EQ(cut_appearance({{5, 6, 7}, {}}, {1}), (Appearance{{6}, {}}));
}

TEST(WriteJsonLd, WritesOneNodeObjectALine) {
  const std::string text = jsonld_of(make_example_graph());
  std::istringstream stream(text.substr(text.find("\"@graph\":[") + 10));
  std::string line;
  std::getline(stream, line);
  std::size_t objects = 0;
  while (std::getline(stream, line) && line != "]}") {
    if (line.ends_with(',')) line.pop_back();
    const JsonDocument object = parse_json(line);
    EXPECT_EQ(object.root().MemberBegin()->name, "id");
    EXPECT_EQ((object.root().MemberBegin() + 1)->name, "type");
    ++objects;
  }
  EXPECT_EQ(objects, 3U + 5U + 3U + 9U + 2U);  // documents, entities, sentences, edges, literals
}

TEST(WriteJsonLd, GivesPlainTriplesToWhatIsAssertedOnly) {
  const std::string text = jsonld_of(make_example_graph());
  EXPECT_EQ(line_with(text, "\"id\":\"ent:n4kq7x2m5r3tc\",\"type\""),
            R"({"id":"ent:n4kq7x2m5r3tc","type":"schema:Country","label":"France",)"
            R"("altLabel":["French Republic","la France | l'Hexagone"],"mentions":12,)"
            R"("formerly":["n222222222222","n333333333333"],)"
            R"("rel:demandReleaseOf":[{"id":"ent:n5aaaaaaaaaaa"}],)"
            R"("rel:lead":[{"id":"ent:n6bbbbbbbbbbb"}]},)");
}

TEST(WriteJsonLd, WritesAStatementWithAllItsEvidence) {
  EXPECT_EQ(
      line_with(jsonld_of(make_example_graph()), "\"id\":\"fact:e2bbbbbbbbbbb\""),
      R"({"id":"fact:e2bbbbbbbbbbb","type":"rdf:Statement","subject":"ent:n4kq7x2m5r3tc",)"
      R"("predicate":"rel:demandReleaseOf","object":"ent:n5aaaaaaaaaaa",)"
      R"("relation":"demanded release of","surface":"demanded the release of","kind":"folded",)"
      R"("confidence":0.91,"support":2,"documents":2,"sources":0,"polarity":"positive","status":"asserted",)"
      R"("time":["2024-05-07","2024-05/.."],"published":"2024-05-12",)"
      R"("evidence":["doc:a/report%20%26%20co#char=0,54","doc:m%C3%BCller#char=42,80"]},)");
}

TEST(WriteJsonLd, TellsHoldersThatAreNodesFromNamesAndNobody) {
  const std::string text = jsonld_of(make_example_graph());
  EXPECT_THAT(line_with(text, "fact:e2aaaaaaaaaaa"),
              HasSubstr(R"("attributedTo":["ent:n5aaaaaaaaaaa"],)"
                        R"("attributedToName":["the \"opposition\""])"));
  EXPECT_THAT(line_with(text, "fact:e2fffffffffff"), Not(HasSubstr("attributedTo")));
  EXPECT_THAT(line_with(text, "fact:f2bbbbbbbbbbb"), HasSubstr(R"("literal":"corrupt")"));
}

TEST(WriteJsonLd, KeepsTheExactSliceOfASentence) {
  const std::string text = jsonld_of(make_example_graph());
  EXPECT_EQ(
      line_with(text, R"("id":"doc:a/report%20%26%20co#char=0,54")"),
      R"({"id":"doc:a/report%20%26%20co#char=0,54","type":"nif:Sentence",)"
      R"("inDoc":"doc:a/report%20%26%20co","begin":0,"end":54,"sourceBegin":3,"sourceEnd":59,)"
      R"("text":"France demanded the release\nof officer Müller-O’Neill."},)");
  EXPECT_EQ(line_with(text, R"("id":"doc:undated#sentence=7")"),
            R"({"id":"doc:undated#sentence=7","type":"nif:Sentence","inDoc":"doc:undated",)"
            R"("text":"He runs it."},)");
}

TEST(WriteJsonLd, PutsItsOwnIrisUnderTheBase) {
  ExportOptions options;
  options.base_iri = "https://kg.news.example/2024/";
  std::string text = jsonld_of(make_example_graph(), options);
  EXPECT_THAT(text, HasSubstr(R"("kg":"https://kg.news.example/2024/vocab#")"));
  EXPECT_THAT(text, HasSubstr(R"("doc":"https://kg.news.example/2024/doc/")"));
  EXPECT_THAT(text, Not(HasSubstr("example.org")));
  options.base_iri = "https://kg.news.example/all#";
  text = jsonld_of(make_example_graph(), options);
  EXPECT_THAT(text, HasSubstr(R"("kg":"https://kg.news.example/all#vocab/")"));
  EXPECT_THAT(text, HasSubstr(R"("id":"doc:undated/sentence=7")"));
  options.base_iri = "kg/";
  EXPECT_THROW(jsonld_of(make_example_graph(), options), Error);
  options.base_iri = "https://kg.news.example/a b/";
  EXPECT_THROW(jsonld_of(make_example_graph(), options), Error);
  options.base_iri = "https://kg.news.example/a";
  EXPECT_THROW(graphml_of(make_example_graph(), options), Error);
}

TEST(WriteJsonLd, CarriesTheContextOfTheSchemas) {
  std::ifstream file(RELATA_SOURCE_DIR "/schemas/context.jsonld");
  const std::string context{std::istreambuf_iterator<char>(file), {}};
  EXPECT_EQ(parse_json(jsonld_of(make_example_graph())).root()["@context"],
            parse_json(context).root()["@context"]);
}

TEST(WriteJsonLd, IsWholeWithoutAnyNode) {
  EXPECT_TRUE(parse_json(jsonld_of(EntityGraph{})).root()["@graph"].Empty());
  ExportOptions options;
  options.generator = "relata 0.1.0";
  EXPECT_EQ(parse_json(jsonld_of(EntityGraph{}, options)).root()["@graph"][0]["generator"],
            "relata 0.1.0");
}

TEST(EncodeId, KeepsDifferentIdsDifferentAndLegal) {
  EXPECT_EQ(detail::encode_id("news/2024-05.a~2"), "news/2024-05.a~2");
  EXPECT_EQ(detail::encode_id("//x/../y//"), "%2F%2Fx/%2E%2E/y/%2F");
  EXPECT_EQ(detail::encode_id("a b%20é<#>"), "a%20b%2520%C3%A9%3C%23%3E");
}

TEST(PropertyName, KeepsDifferentTypesDifferent) {
  EXPECT_EQ(detail::property_name("DEMAND_RELEASE_OF"), "demandReleaseOf");
  EXPECT_EQ(detail::property_name("X"), "x");
  std::set<std::string> names;
  for (const char* type : {"A1", "A_1", "AB", "A_B", "A__B", "A_B_", "A_", "A__", "A___B", "A1B",
                           "A_1B", "A_1_B", "A1_B"}) {
    EXPECT_TRUE(names.insert(detail::property_name(type)).second) << type;
  }
}

TEST(ToWebIri, TakesAddressesThatStoresTake) {
  using detail::to_web_iri;
  EXPECT_EQ(to_web_iri("HTTPS://News.example/a b?q={1}#x#y"),
            "https://News.example/a%20b?q=%7B1%7D#x%23y");
  EXPECT_EQ(to_web_iri("http://é.example/100%/%C3%A9"), "http://%C3%A9.example/100%25/%C3%A9");
  EXPECT_EQ(to_web_iri("http://host:80x/"), std::nullopt);
  EXPECT_EQ(to_web_iri("http:///x"), std::nullopt);
  EXPECT_EQ(to_web_iri("javascript:alert(1)"), std::nullopt);
  EXPECT_EQ(to_web_iri("/relative"), std::nullopt);
  EXPECT_EQ(to_web_iri(""), std::nullopt);
}

TEST(IsTime, TakesDatesAndIntervals) {
  for (const char* time : {"2024", "2024-05", "2024-05-31", "2024/2025", "2024-05/..", "../2024"}) {
    EXPECT_TRUE(detail::is_time(time)) << time;
  }
  for (const char* time : {"", "24", "2024-13", "2024-5", "2024-05-32", "../..", "2024/", "P1D",
                           "2024-05-01T10:00", "2024/2025/2026"}) {
    EXPECT_FALSE(detail::is_time(time)) << time;
  }
}

TEST(SizeOf, GrowsWithTheLogarithm) {
  EXPECT_EQ(detail::size_of(1, 1), 5.0);
  EXPECT_EQ(detail::size_of(0, 100), 5.0);
  EXPECT_EQ(detail::size_of(1, 64), 5.0);
  EXPECT_EQ(detail::size_of(8, 64), 22.5);
  EXPECT_EQ(detail::size_of(64, 64), 40.0);
  EXPECT_EQ(detail::size_of(3, 10), 21.7);
}

}  // namespace
}  // namespace relata

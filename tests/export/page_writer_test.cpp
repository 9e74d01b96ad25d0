#include "relata/export/page_writer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "export/example_graph.hpp"
#include "export/nasty_graph.hpp"
#include "export/page_data.hpp"
#include "export/page_parts.hpp"
#include "export/page_selection.hpp"
#include "relata/core/hash.hpp"
#include "relata/core/json.hpp"

namespace relata {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

std::string page_of(const EntityGraph& graph, const PageLimits& limits = {},
                    const PageMerges& merges = {}) {
  StringSink sink;
  write_page(graph, {}, merges, limits, sink);
  return sink.text();
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; ++at) ++found;
  return found;
}

/// What stands between the first `begin` and the next `end`.
std::string between(const std::string& text, const std::string& begin, const std::string& end) {
  const std::size_t first = text.find(begin) + begin.size();
  return text.substr(first, text.find(end, first) - first);
}

std::string data_of(const std::string& page) {
  return between(page, "<script type=\"application/json\" id=\"graph\">", "</script>");
}

/// A page's data with their table of texts.
class Data {
 public:
  explicit Data(const std::string& page) : json_(parse_json(data_of(page))) {}

  const JsonValue& column(const char* table, const char* name) const {
    return json_.root()[table][name];
  }
  std::string text(const JsonValue& number) const {
    return json_.root()["texts"][number.GetUint()].GetString();
  }
  std::vector<std::string> texts(const char* table, const char* name) const {
    std::vector<std::string> all;
    for (const JsonValue& number : column(table, name).GetArray()) all.push_back(text(number));
    return all;
  }

 private:
  JsonDocument json_;
};

TEST(WritePage, LetsNoScriptRunButItsOwn) {
  for (std::uint32_t seed = 0; seed < 20; ++seed) {
    const std::string page = page_of(make_nasty_graph(seed));
    EXPECT_EQ(count(page, "<script"), 2);  // the data, which no browser runs, and the page's own
    EXPECT_EQ(count(page, "</script"), 2);
    EXPECT_EQ(count(page, "<style>"), 1);
    EXPECT_EQ(data_of(page).find('<'), std::string::npos);
    EXPECT_NO_THROW(parse_json(data_of(page)));
  }
}

TEST(WritePage, NamesScriptAndStyleByTheirHashes) {
  const std::string page = page_of(make_example_graph());
  const std::string script = between(page, "</script>\n<script>", "</script>");
  const std::string style = between(page, "<style>", "</style>");
  ASSERT_GT(script.size(), 10000);
  EXPECT_THAT(page,
              HasSubstr("default-src 'none'; script-src 'sha256-" + to_base64(sha256(script)) +
                        "'; style-src 'sha256-" + to_base64(sha256(style)) + "';"));
}

TEST(WritePage, AsksForNothingFromElsewhere) {
  const std::string page = page_of(make_example_graph());
  const std::string markup = page.substr(0, page.find("<style>"));
  EXPECT_THAT(markup, Not(HasSubstr("http:")));
  EXPECT_THAT(markup, Not(HasSubstr("https:")));
  EXPECT_THAT(page, Not(HasSubstr("src=")));
  EXPECT_THAT(page, Not(HasSubstr("@import")));
}

TEST(WritePage, TurnsNoTextIntoMarkup) {
  // The browser forbids it too (Trusted Types, in the policy); D3 has such a function, unused.
  EXPECT_THAT(page_of(EntityGraph()),
              HasSubstr("require-trusted-types-for 'script'; trusted-types 'none'"));
  for (const std::string_view* part :
       {&detail::kPageModelJs, &detail::kPageShapesJs, &detail::kPagePictureJs,
        &detail::kPageElementsJs, &detail::kPageRowsJs, &detail::kPageDetailsJs,
        &detail::kPagePanelJs, &detail::kPageFiltersJs, &detail::kPageMainJs}) {
    for (const char* way : {"innerHTML", "outerHTML", "insertAdjacentHTML", "document.write",
                            "eval(", "new Function", ".html("}) {
      EXPECT_THAT(std::string(*part), Not(HasSubstr(way)));
    }
  }
}

TEST(WritePage, PutsEveryPartInItsPlace) {
  const std::string page = page_of(make_example_graph());
  for (const char* mark : {"{{policy}}", "{{style}}", "{{data}}", "{{script}}"}) {
    EXPECT_EQ(count(std::string(detail::kPageHtml), mark), 1) << mark;
    EXPECT_THAT(page, Not(HasSubstr(mark)));
  }
}

TEST(WritePage, GivesTheSameBytesAgain) {
  const EntityGraph graph = make_nasty_graph(3);
  EXPECT_EQ(page_of(graph), page_of(graph));
}

TEST(WritePage, HoldsNodesStrongestFirstAndAllFacts) {
  const Data data(page_of(make_example_graph()));
  EXPECT_THAT(data.texts("nodes", "label"),
              ElementsAre("France", "François Müller-O’Neill", "Fish & \"Chips\" <Ltd>", "مالي",
                          "officers of the junta"));
  // An edge from a node to itself counts once.
  EXPECT_EQ(data.column("nodes", "edges")[0].GetUint(), 6);
  EXPECT_EQ(data.column("nodes", "edges")[1].GetUint(), 6);
  EXPECT_EQ(data.column("facts", "id").Size(), 11);  // 9 edges and 2 literal facts
  const JsonValue& targets = data.column("facts", "target");
  EXPECT_GE(targets[8].GetInt(), 0);
  EXPECT_EQ(targets[9].GetInt(), -1);
  EXPECT_EQ(data.text(data.column("facts", "literal")[9]), "member of NATO");
}

TEST(WritePage, SaysWhoClaims) {
  const Data data(page_of(make_example_graph()));
  const JsonValue& holders = data.column("facts", "holders");
  ASSERT_EQ(holders[0].Size(), 2);
  EXPECT_EQ(holders[0][0].GetInt(), -2);  // node 1
  EXPECT_EQ(data.text(holders[0][1]), "the \"opposition\"");
  EXPECT_EQ(holders[1].Size(), 0);
}

TEST(WritePage, KeepsASentenceOnceAndItsPlace) {
  const Data data(page_of(make_example_graph()));
  EXPECT_THAT(data.texts("sentences", "text"),
              ElementsAre("He says France demanded it on Tuesday.",
                          "France demanded the release of officer Müller-O’Neill.", "He runs it."));
  EXPECT_EQ(data.column("sentences", "begin")[0].GetUint(), 42);
  EXPECT_THAT(data.texts("documents", "date"), ElementsAre("2024-05-13", "2024-05-12", ""));
  // An address that is none is no link.
  EXPECT_THAT(data.texts("documents", "url"),
              ElementsAre("", "https://news.example/1?a=b&c=d", ""));
}

TEST(WritePage, SaysWhyNodesAreOne) {
  const EntityGraph graph = make_example_graph();
  const std::vector<Merge> merges = {
      {"a/report & co#e1", "müller#e2", "same country", 0.97, "France = France", 4},
      {"a/report & co#e1", "undated#e2", "same country", 0.9, "France = France", 4},
      {"müller#e8", "undated#e1", "acronym", 0.8, "F.C. = Fish & Chips", 7},
  };
  std::vector<std::string> node_of_cluster(8);
  node_of_cluster[4] = "n4kq7x2m5r3tc";  // France; cluster 7 is no node
  const Data data(page_of(graph, {}, {merges, node_of_cluster}));
  const JsonValue& reasons = data.column("nodes", "reasons");
  ASSERT_EQ(reasons[0].Size(), 1);  // France stands first
  const JsonValue& reason = reasons[0][0];
  EXPECT_EQ(data.text(reason[0]), "same country");
  EXPECT_EQ(data.text(reason[1]), "France = France");
  EXPECT_EQ(reason[2].GetInt(), 970);
  EXPECT_EQ(reason[3].GetInt(), 2);
  EXPECT_EQ(data.text(reason[4]), "a/report & co");
  EXPECT_EQ(data.column("nodes", "merged")[0].GetInt(), 2);
  EXPECT_EQ(reasons[2].Size(), 0);
}

TEST(WritePage, TakesGraphsWithoutEdgesAndWithoutNodes) {
  EXPECT_EQ(Data(page_of(EntityGraph())).column("nodes", "id").Size(), 0);
  GraphMaker lone;
  lone.add_node(make_node("n4kq7x2m5r3tc", "Mali", NodeClass::kCountry, 1));
  const Data data(page_of(lone.make()));
  EXPECT_THAT(data.texts("nodes", "label"), ElementsAre("Mali"));
  EXPECT_EQ(data.column("facts", "id").Size(), 0);
}

TEST(WritePage, TakesTheStrongestPartOfALargeGraph) {
  const EntityGraph graph = make_nasty_graph(1);
  PageLimits limits;
  limits.nodes = 10;
  limits.edges = 8;
  limits.evidence = 1;
  StringSink sink;
  const PageContent content = write_page(graph, {}, {}, limits, sink);
  EXPECT_EQ(content.nodes, 10);
  EXPECT_EQ(content.all_nodes, 40);
  EXPECT_LE(content.edges, 8);
  EXPECT_EQ(content.all_edges, 120);
  EXPECT_FALSE(content.is_whole());
  const Data data(sink.text());
  EXPECT_EQ(data.column("nodes", "id").Size(), 10);
  for (const JsonValue& evidence : data.column("facts", "evidence").GetArray()) {
    EXPECT_EQ(evidence.Size(), 1);
  }
}

TEST(WritePage, GivesEachFactFewerSentencesRatherThanTooManyInAll) {
  const EntityGraph graph = make_nasty_graph(2);
  PageLimits limits;
  limits.sentences = 200;  // 120 edges and 20 literals of up to 3 sentences
  const Data data(page_of(graph, limits));
  std::size_t sentences = 0;
  for (const JsonValue& evidence : data.column("facts", "evidence").GetArray()) {
    EXPECT_GE(evidence.Size(), 1);
    sentences += evidence.Size();
  }
  EXPECT_LE(sentences, 200);
}

TEST(PlaceOnPage, PutsWhatNothingJoinsBelowTheRest) {
  const EntityGraph graph = make_example_graph();
  const auto selection = detail::select_for_page(graph.graph, {});
  const auto positions = detail::place_on_page(graph.graph, selection);
  ASSERT_EQ(positions.size(), 5);
  for (std::size_t i = 0; i < 4; ++i) EXPECT_LT(positions[i].y, positions[4].y);
}

TEST(PlaceOnPage, PutsSmallPartsBelowTheLargeOne) {
  GraphDraft draft;
  for (int i = 0; i < 24; ++i) {
    draft.add_node(make_node("n" + std::to_string(10 + i), "x", NodeClass::kOther, 1));
  }
  for (std::size_t i = 1; i < 20; ++i) draft.add_edge(i / 3, i, {});  // a tree
  draft.add_edge(20, 21, {});
  draft.add_edge(22, 23, {});
  const BoostGraph graph = draft.take();
  const auto selection = detail::select_for_page(graph, {});
  const auto positions = detail::place_on_page(graph, selection);
  double bottom = 0;
  for (std::size_t v = 0; v < 20; ++v) {
    bottom = std::max(bottom, positions[selection.of_vertex[v]].y);
  }
  for (std::size_t v = 20; v < 24; ++v) EXPECT_GT(positions[selection.of_vertex[v]].y, bottom);
}

TEST(PlaceOnPage, LaysLonelyNodesInASquare) {
  GraphDraft draft;
  for (int i = 0; i < 9; ++i) {
    draft.add_node(make_node("n" + std::to_string(i), "x", NodeClass::kOther, 1));
  }
  const BoostGraph graph = draft.take();
  const auto positions = detail::place_on_page(graph, detail::select_for_page(graph, {}));
  std::set<double> columns, rows;
  for (const auto& position : positions) {
    columns.insert(position.x);
    rows.insert(position.y);
  }
  EXPECT_EQ(columns.size(), 3);
  EXPECT_EQ(rows.size(), 3);
}

}  // namespace
}  // namespace relata

// Excerpts and forms of the graph, as the command gives them.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "cli/command_run.hpp"

namespace relata {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

/// Two towns of one name, a mayor, and a port told of twice.
const char* const kRecords =
    R"({"subject":"Ida Holm","subject_type":"person","relation":"governs","object":"Ålesund","object_type":"place","doc":"a","sentence":"Holm governs Ålesund."}
{"subject":"Ida Holm","subject_type":"person","relation":"opened","object":"North Port","object_type":"place","doc":"a","sentence":"Holm opened North Port."}
{"subject":"Ida Holm","subject_type":"person","relation":"opened","object":"North Port","object_type":"place","doc":"b","sentence":"It was Ida Holm who in May opened North Port to ships.","confidence":0.4}
{"subject":"Quay Limited","subject_type":"organization","relation":"built","object":"North Port","object_type":"place","doc":"b","sentence":"Quay Limited built North Port.","confidence":0.5}
)";

class Excerpts : public CommandTest {
 protected:
  void SetUp() override {
    CommandTest::SetUp();
    put("records.jsonl", kRecords);
  }

  Outcome merge(std::vector<std::string> options) const {
    options.insert(options.begin(), {"merge", "records.jsonl", "-o", "g.graphml"});
    return run(options);
  }

  std::string graph_with(const std::vector<std::string>& options) const {
    const Outcome outcome = merge(options);
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    return get("g.graphml");
  }
};

/// The element of `text` that begins with `start`, to the end of its line.
std::string element(const std::string& text, const std::string& start) {
  const std::size_t at = text.find(start);
  return at == std::string::npos ? std::string() : text.substr(at, text.find('\n', at) - at);
}

TEST_F(Excerpts, KeepIdsAndPlacesOfTheWhole) {
  const std::string whole = graph_with({});
  const Outcome outcome = merge({"--ego", "quay limited", "--report", "report.json"});
  const std::string part = get("g.graphml");
  EXPECT_THAT(part, AllOf(HasSubstr(">North Port<"), Not(HasSubstr("Ålesund"))));
  for (std::size_t at = 0; (at = part.find("<node id=", at)) != std::string::npos; ++at) {
    const std::string node = part.substr(at, part.find('\n', at) - at);
    EXPECT_EQ(element(whole, node.substr(0, node.find(" labels"))), node);
  }
  EXPECT_THAT(outcome.out, HasSubstr("Excerpt   2 entities, 1 edge of it (--ego quay limited "
                                     "--depth 1)"));
  EXPECT_THAT(get("report.json"), AllOf(HasSubstr("\"cut\": {\n   \"nodes\": 2,\n   \"edges\": 2,"),
                                        HasSubstr("\"ego\": \"quay limited\"")));
}

TEST_F(Excerpts, Combine) {
  EXPECT_THAT(graph_with({"--ego", "Ida Holm", "--depth", "2", "--type", "person,Organization"}),
              AllOf(HasSubstr("Ida Holm"), Not(HasSubstr("Quay"))));
  EXPECT_THAT(graph_with({"--min-support", "2"}),
              AllOf(HasSubstr(">opened<"), Not(HasSubstr(">governs<"))));
  EXPECT_THAT(graph_with({"--min-confidence", "0.6", "--top", "2"}),
              AllOf(HasSubstr(">opened<"), Not(HasSubstr("Ålesund")), Not(HasSubstr("Quay"))));
}

TEST_F(Excerpts, NameTheNearestWhenANameIsUnknown) {
  const Outcome unknown = merge({"--ego", "Alesunt"});
  EXPECT_EQ(unknown.exit_code, 2);
  EXPECT_EQ(unknown.err, "relata: --ego Alesunt: no node has this name; the nearest are Ålesund\n");
  EXPECT_FALSE(exists("g.graphml"));
  EXPECT_EQ(merge({"--ego", "Atlantis"}).err,
            "relata: --ego Atlantis: no node has this name or one like it\n");
}

TEST_F(Excerpts, NameOthersWhenNothingIsAroundTheNode) {
  EXPECT_THAT(merge({"--ego", "Quay Limited", "--type", "person"}).out,
              Not(HasSubstr("like this name")));
  EXPECT_THAT(merge({"--ego", "North Port", "--depth", "0"}).out, Not(HasSubstr("like this name")));
  put("records.jsonl",
      std::string(kRecords) +
          R"({"subject":"Port","subject_type":"place","relation":"is","object":"busy","object_type":"CARDINAL","doc":"c"})"
          "\n");
  EXPECT_THAT(merge({"--ego", "Port"}).out,
              HasSubstr("\n          like this name are North Port\n"));
}

TEST_F(Excerpts, ComplainOfValuesThatSayNothing) {
  const auto complaint = [&](const std::vector<std::string>& options) {
    const Outcome outcome = merge(options);
    EXPECT_EQ(outcome.exit_code, 2);
    return outcome.err;
  };
  EXPECT_THAT(complaint({"--type", "person,people"}),
              HasSubstr("--type people: expected some of person, group, organization, place"));
  EXPECT_THAT(complaint({"--since", "May"}), HasSubstr("--since May: expected YYYY, YYYY-MM or"));
  EXPECT_THAT(complaint({"--until", "2025-13"}), HasSubstr("--until 2025-13: expected"));
  EXPECT_THAT(complaint({"--since", "2025-06", "--until", "2025-05-31"}), HasSubstr("is later"));
  EXPECT_THAT(complaint({"--top", "0"}), HasSubstr("--top 0: expected a number from 1"));
  EXPECT_THAT(complaint({"--min-support", "-1"}), HasSubstr("expected a number from 0"));
  EXPECT_THAT(complaint({"--min-confidence", "2"}), HasSubstr("from 0 to 1"));
  EXPECT_THAT(complaint({"--depth", "2"}), HasSubstr("name it with --ego"));
  EXPECT_THAT(complaint({"--size", "degree"}), HasSubstr("mentions|pagerank"));
  EXPECT_THAT(complaint({"--graphml-flavour", "yed"}), HasSubstr("plain|cytoscape"));
}

TEST_F(Excerpts, GiveDatabasesAnEdgeForEachSentence) {
  const std::string text = graph_with({"--one-edge-per-mention", "--size", "pagerank"});
  EXPECT_THAT(text, AllOf(HasSubstr(">It was Ida Holm who in May opened North Port to ships.<"),
                          HasSubstr(">Holm opened North Port.<")));
}

}  // namespace
}  // namespace relata

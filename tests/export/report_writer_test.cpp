#include "relata/export/report_writer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "export/example_graph.hpp"
#include "relata/core/json_schema.hpp"

namespace relata {
namespace {

std::string read_schema(const std::string& name) {
  std::ifstream file(RELATA_SOURCE_DIR "/schemas/" + name + ".schema.json");
  return {std::istreambuf_iterator<char>(file), {}};
}

/// The fault of `text` as "keyword pointer", or empty.
std::string fault_of(const std::string& schema, const std::string& text) {
  const auto fault = JsonSchema(read_schema(schema)).find_fault(parse_json(text).root());
  return fault ? fault->keyword + " " + fault->pointer : "";
}

std::string mentions_line() {
  const LinkedMention mentions[] = {
      {{0, 6}, {0, 6}, "n4kq7x2m5r3tc", EntityType::kPlace, MentionForm::kName},
      {{7, 9}, {7, 9}, "d#e2", EntityType::kPerson, MentionForm::kPronoun}};
  StringSink sink;
  write_mentions("d", mentions, sink);
  return sink.text();
}

std::string merges_lines() {
  const Merge merges[] = {{"a#e1", "b#e2", "same name", 0.912, "France = France", 1},
                          {"a#e3", "b#e4", "acronym", 1, "", 0}};
  const std::string nodes[] = {"", "n4kq7x2m5r3tc"};
  StringSink sink;
  write_merges(merges, nodes, sink);
  return sink.text();
}

RunReport example_report() {
  RunReport report;
  report.command = "build";
  report.version = "0.1.0";
  report.model = "relata-en-1";
  report.model_sha256 = std::string(64, 'b');
  report.options = {{"nodes", "default"}, {"base-iri", "https://example.org/kg/"}};
  report.input_files = 2;
  report.input_bytes = 1200;
  report.documents = 1;
  report.skipped = {{"b.txt", "the language is French", "language"},
                    {"a.txt", "no text in it", "empty"}};
  report.sentences = 12;
  report.words = 240;
  report.triples[static_cast<std::size_t>(TripleKind::kClause)] = 20;
  report.triples[static_cast<std::size_t>(TripleKind::kAlias)] = 1;
  report.entities = 9;
  report.merges = {{"same name", 2}};
  report.graph.nodes = 5;
  report.graph.edges = 9;
  report.outputs = {"graph.graphml"};
  count_graph(make_example_graph(), report);
  return report;
}

std::string report_text(const RunReport& report) {
  StringSink sink;
  write_report(report, sink);
  return sink.text();
}

TEST(WriteMentions, WritesALineADocument) {
  EXPECT_EQ(mentions_line(),
            R"({"id":"d","mentions":[{"start":0,"end":6,"head":[0,6],"cluster":"n4kq7x2m5r3tc",)"
            R"("type":"place","form":"name"},{"start":7,"end":9,"head":[7,9],"cluster":"d#e2",)"
            R"("type":"person","form":"pronoun"}]})"
            "\n");
  EXPECT_EQ(fault_of("mentions", mentions_line()), "");
}

TEST(WriteMerges, WritesALineAMerge) {
  const std::string lines = merges_lines();
  const std::size_t second = lines.find('\n') + 1;
  EXPECT_EQ(lines.substr(0, second),
            R"({"entity":"n4kq7x2m5r3tc","left":"a#e1","right":"b#e2","reason":"same name",)"
            R"("score":0.912,"evidence":"France = France"})"
            "\n");
  EXPECT_EQ(lines.substr(second), R"({"left":"a#e3","right":"b#e4","reason":"acronym","score":1.0})"
                                  "\n");
  EXPECT_EQ(fault_of("merges", lines.substr(0, second)), "");
  EXPECT_EQ(fault_of("merges", lines.substr(second)), "");
}

TEST(CountGraph, CountsClassesStatusesAndWhatNoEdgeJoins) {
  const RunReport report = example_report();
  EXPECT_EQ(report.isolated_nodes, 1U);
  EXPECT_EQ(report.nodes_by_class.at("Country"), 1U);
  EXPECT_EQ(report.edges_by_status, (std::map<std::string, std::uint64_t>{
                                        {"asserted", 5}, {"claimed", 3}, {"possible", 1}}));
}

TEST(WriteReport, FitsItsSchemaAndIsSorted) {
  const std::string text = report_text(example_report());
  EXPECT_EQ(fault_of("report", text), "");
  EXPECT_LT(text.find("a.txt"), text.find("b.txt"));
  EXPECT_THAT(text, testing::HasSubstr("\"causes\": {\n   \"empty\": 1,\n   \"language\": 1\n  }"));
  EXPECT_THAT(text, testing::HasSubstr("\"count\": 21"));
  RunReport extract = example_report();
  extract.command = "extract";
  const std::string without_graph = report_text(extract);
  EXPECT_EQ(fault_of("report", without_graph), "");
  EXPECT_THAT(without_graph, testing::Not(testing::HasSubstr("\"graph\"")));
}

struct Broken {
  const char* schema;
  const char* fault;
  const char* text;
};

/// For each schema an instance that breaks each of its keywords.
constexpr Broken kBroken[] = {
    {"mentions", "type ", "[]"},
    {"mentions", "required ", R"({"id":"d"})"},
    {"mentions", "minLength /id", R"({"id":"","mentions":[]})"},
    {"mentions", "type /mentions/0", R"({"id":"d","mentions":[3]})"},
    {"mentions", "additionalProperties /x", R"({"x":1,"id":"d","mentions":[]})"},
    {"mentions", "minimum /mentions/0/start", R"({"id":"d","mentions":[{"start":-1}]})"},
    {"mentions", "minItems /mentions/0/head", R"({"id":"d","mentions":[{"head":[1]}]})"},
    {"mentions", "maxItems /mentions/0/head", R"({"id":"d","mentions":[{"head":[1,2,3]}]})"},
    {"mentions", "enum /mentions/0/form", R"({"id":"d","mentions":[{"form":"noun"}]})"},
    {"merges", "type /score", R"({"score":"1"})"},
    {"merges", "required ", R"({"left":"a","right":"b","reason":"c"})"},
    {"merges", "minLength /left", R"({"left":""})"},
    {"merges", "pattern /entity", R"({"entity":"n1"})"},
    {"merges", "minimum /score", R"({"score":-0.1})"},
    {"merges", "maximum /score", R"({"score":1.1})"},
    {"merges", "additionalProperties /why", R"({"why":"x"})"},
    {"report", "type /version", R"({"version":1})"},
    {"report", "enum /command", R"({"command":"delete"})"},
    {"report", "minLength /version", R"({"version":""})"},
    {"report", "maxLength /model/sha256",
     R"({"model":{"sha256":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}})"},
    {"report", "pattern /model/sha256",
     R"({"model":{"sha256":"Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}})"},
    {"report", "required /inputs", R"({"inputs":{"files":1}})"},
    {"report", "minimum /skipped/causes/empty", R"({"skipped":{"causes":{"empty":-1}}})"},
    {"report", "type /options/nodes", R"({"options":{"nodes":1}})"},
    {"report", "type /outputs/0", R"({"outputs":[1]})"},
    {"report", "additionalProperties /seconds", R"({"seconds":1})"},
};

TEST(Schemas, RefuseAnInstanceForEveryKeyword) {
  for (const Broken& broken : kBroken) {
    EXPECT_EQ(fault_of(broken.schema, broken.text), broken.fault) << broken.text;
  }
}

/// The keywords of the schema at `value`, those of its subschemas too.
void collect_keywords(const JsonValue& value, std::set<std::string>& keywords) {
  for (const auto& member : value.GetObject()) {
    const std::string name = member.name.GetString();
    if (name == "properties" || name == "definitions") {
      for (const auto& inner : member.value.GetObject()) collect_keywords(inner.value, keywords);
      continue;
    }
    if (name == "items" || name == "additionalProperties") {
      if (member.value.IsObject()) collect_keywords(member.value, keywords);
    }
    keywords.insert(name);
  }
}

TEST(Schemas, UseNoKeywordWithoutSuchAnInstance) {
  for (const char* schema : {"mentions", "merges", "report"}) {
    std::set<std::string> keywords;
    collect_keywords(parse_json(read_schema(schema)).root(), keywords);
    // These say nothing about a value, or only which schema says it.
    for (const char* silent : {"$schema", "title", "description", "$ref", "items"}) {
      keywords.erase(silent);
    }
    for (const Broken& broken : kBroken) {
      if (std::string(broken.schema) == schema) {
        keywords.erase(std::string(broken.fault).substr(0, std::string(broken.fault).find(' ')));
      }
    }
    EXPECT_THAT(keywords, testing::ElementsAre()) << schema;
  }
}

}  // namespace
}  // namespace relata

// Laws of whole runs over the example articles.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <random>
#include <sstream>

#include "cli/command_run.hpp"
#include "relata/core/json.hpp"

namespace relata {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::StartsWith;

class WholeRun : public CommandTest {
 protected:
  static std::vector<std::string> articles() {
    std::vector<std::string> files;
    for (const auto& entry : fs::directory_iterator(source_path("examples/articles"))) {
      files.push_back(entry.path().string());
    }
    std::sort(files.begin(), files.end());
    return files;
  }

  /// GraphML and JSON-LD of `relata build` over `inputs`.
  std::string build(std::vector<std::string> inputs, const std::vector<std::string>& options = {}) {
    std::vector<std::string> arguments = {"build", "-o", "g.graphml", "-o", "g.jsonld", "--quiet"};
    arguments.insert(arguments.end(), inputs.begin(), inputs.end());
    arguments.insert(arguments.end(), options.begin(), options.end());
    const Outcome outcome = run(arguments);
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    EXPECT_EQ(outcome.err, "");
    EXPECT_EQ(outcome.out, "");
    return get("g.graphml") + get("g.jsonld");
  }
};

TEST_F(WholeRun, GivesTheSameBytesForAnyThreadsAndAnyOrderOfInputs) {
  const std::vector<std::string> files = articles();
  ASSERT_GE(files.size(), 4u);
  const std::string expected = build(files, {"--threads", "1"});
  EXPECT_THAT(expected, HasSubstr("<node "));
  EXPECT_EQ(build(files, {"--threads", "2"}), expected);
  EXPECT_EQ(build(files, {"--threads", "5"}), expected);
  EXPECT_EQ(build({files.rbegin(), files.rend()}), expected);
  EXPECT_EQ(build({source_path("examples/articles")}), expected);
}

TEST_F(WholeRun, GivesTheSameBytesWhereverSentencesAreSetAside) {
  const std::vector<std::string> files = articles();
  const std::string expected = build(files);
  EXPECT_EQ(build(files, {"--memory", "0"}), expected);
  fs::create_directory(folder() / "elsewhere");
  EXPECT_EQ(build(files, {"--memory", "0", "--temp", "elsewhere"}), expected);
  EXPECT_EQ(build(files, {"--memory", "2G", "--temp", "elsewhere"}), expected);
  EXPECT_TRUE(fs::is_empty(folder() / "elsewhere"));
  EXPECT_THAT(names(), ElementsAre("elsewhere", "g.graphml", "g.jsonld"));
}

TEST_F(WholeRun, ExtractThenMergeGivesTheBytesOfBuild) {
  const std::vector<std::string> files = articles();
  const std::string expected = build(files);
  std::vector<std::string> lines;
  for (const std::string& file : files) {
    const Outcome outcome = run({"extract", file, "--quiet"});
    ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
    std::istringstream records(outcome.out);
    for (std::string line; std::getline(records, line);) lines.push_back(line);
  }
  std::mt19937 random(3);
  for (int round = 0; round < 3; ++round) {
    std::shuffle(lines.begin(), lines.end(), random);
    std::array<std::string, 3> parts;
    for (std::size_t i = 0; i < lines.size(); ++i) parts[random() % 3] += lines[i] + "\n";
    for (std::size_t i = 0; i < parts.size(); ++i) {
      put("part" + std::to_string(i) + ".jsonl", parts[i]);
    }
    const Outcome outcome = run({"merge", "part2.jsonl", "part0.jsonl", "part1.jsonl", "-o",
                                 "m.graphml", "-o", "m.jsonld", "--quiet"});
    ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
    EXPECT_EQ(get("m.graphml") + get("m.jsonld"), expected);
  }
}

TEST_F(WholeRun, ReadsStandardInputAndPackedFilesAlike) {
  const std::string text = "The mayor of Lisbon opened a new bridge on Monday.\n";
  put("stdin.txt", text);
  const gzFile packed = gzopen((folder() / "packed.txt.gz").c_str(), "wb");
  gzwrite(packed, text.data(), static_cast<unsigned>(text.size()));
  gzclose(packed);
  const auto with_id = [](std::string records, const std::string& id) {
    for (std::size_t at; (at = records.find(id)) != std::string::npos;) {
      records.replace(at, id.size(), "ID");
    }
    return records;
  };
  Surroundings piped;
  piped.standard_input = text;
  const std::string expected = with_id(run({"extract", "stdin.txt"}).out, "stdin");
  EXPECT_THAT(expected, StartsWith(R"({"record":"document","doc":"ID")"));
  EXPECT_EQ(with_id(run({"extract", "-"}, piped).out, "stdin"), expected);
  EXPECT_EQ(with_id(run({"extract", "packed.txt.gz"}).out, "packed"), expected);
}

TEST_F(WholeRun, JsonLinesGiveWhatTheirTextsGive) {
  const std::string first = "The mayor of Lisbon opened a new bridge on Monday.";
  const std::string second = "Ana Sousa praised the engineers of the bridge.";
  put("news/a.txt", first);
  put("news/b.txt", second);
  put("news.jsonl",
      R"({"id":"a","body":")" + first + "\"}\n" + R"({"id":"b","body":")" + second + "\"}\n");
  const Outcome texts = run({"analyze", "news"});
  const Outcome lines = run({"analyze", "news.jsonl", "--field", "text=body"});
  EXPECT_EQ(lines.exit_code, 0) << lines.err;
  EXPECT_EQ(lines.out, texts.out);
  EXPECT_THAT(lines.out, HasSubstr("# newdoc id = a\n"));
}

TEST_F(WholeRun, WritesAFolderOfCsvAsAWhole) {
  const std::vector<std::string> arguments = {"build", source_path("examples/articles"), "-o",
                                              "tables/", "--quiet"};
  EXPECT_EQ(run(arguments).exit_code, 0);
  const std::string nodes = get("tables/neo4j/nodes.csv");
  EXPECT_THAT(nodes, HasSubstr("\"Mali\""));
  // The old folder is exchanged for the new one; nothing else stays behind.
  put("tables/neo4j/nodes.csv", "of the run before");
  EXPECT_EQ(run(arguments).exit_code, 0);
  EXPECT_EQ(get("tables/neo4j/nodes.csv"), nodes);
  EXPECT_THAT(names(), ElementsAre("tables"));
}

TEST_F(WholeRun, SummaryTellsANewcomerWhatThereIs) {
  const Outcome outcome =
      run({"build", source_path("examples/articles"), "-o", "g.graphml", "-o", "g.jsonld"});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_EQ(outcome.err, "");
  EXPECT_THAT(outcome.out,
              AllOf(HasSubstr(" documents, "), HasSubstr(" sentences"), HasSubstr(" triples"),
                    HasSubstr(" entities"), HasSubstr(" merges"), HasSubstr("Strongest edges"),
                    HasSubstr("—"), HasSubstr("→"), HasSubstr("Gephi"), HasSubstr("Neo4j")));
}

TEST_F(WholeRun, ReportSaysWhatWasReadMadeAndSkipped) {
  put("good.txt", "The mayor of Lisbon opened a new bridge on Monday.\n");
  put("empty.txt", "");
  const Outcome outcome = run({"build", "good.txt", "empty.txt", "-o", "g.graphml", "--report",
                               "report.json", "--mentions", "mentions.jsonl", "--merges",
                               "merges.jsonl", "--min-confidence", "0.1", "--quiet"});
  EXPECT_EQ(outcome.exit_code, 3) << outcome.err;
  EXPECT_THAT(names(), ElementsAre("empty.txt", "g.graphml", "good.txt", "mentions.jsonl",
                                   "merges.jsonl", "report.json"));
  const JsonDocument report = parse_json(get("report.json"));
  EXPECT_EQ(unsigned_member(report.root(), "documents"), 1u);
  EXPECT_THAT(get("report.json"),
              AllOf(HasSubstr("\"min-confidence\": \"0.1\""), HasSubstr("empty.txt")));
  EXPECT_THAT(get("mentions.jsonl"), StartsWith(R"({"id":"good","mentions":[)"));
}

}  // namespace
}  // namespace relata

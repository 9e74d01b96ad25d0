// Wrong usage: told before a file is opened, in one line, with exit code 2.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <string>

#include "cli/command_run.hpp"

namespace relata {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

class Usage : public CommandTest {
 protected:
  /// The complaint about a command line that must be wrong usage and leave nothing behind.
  std::string complaint(const std::vector<std::string>& arguments) const {
    const auto before = names();
    const Outcome outcome = run(arguments);
    EXPECT_EQ(outcome.exit_code, 2) << outcome.err;
    EXPECT_EQ(outcome.out, "");
    EXPECT_THAT(outcome.err, StartsWith("relata: "));
    EXPECT_THAT(outcome.err, EndsWith("\n"));
    EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << outcome.err;
    EXPECT_EQ(names(), before);
    return outcome.err;
  }
};

TEST_F(Usage, NamesTheCommandsWhenNoneIsGiven) {
  EXPECT_THAT(complaint({}), HasSubstr("build, extract, merge, analyze or explain"));
  EXPECT_THAT(complaint({"paint"}), HasSubstr("relata --help"));
}

TEST_F(Usage, NamesAnUnknownOptionAndTheWayToHelp) {
  const std::string text = complaint({"build", "--colour", "red", "a.txt", "-o", "g.graphml"});
  EXPECT_THAT(text, HasSubstr("--colour"));
  EXPECT_THAT(text, HasSubstr("relata build --help"));
  EXPECT_THAT(text, Not(HasSubstr("did you mean")));
}

TEST_F(Usage, NamesWhatWasMeant) {
  put("a.txt", "");
  EXPECT_THAT(complaint({"bild", "a.txt"}), HasSubstr("no command bild; did you mean build?"));
  EXPECT_THAT(complaint({"build", "a.txt", "--merge=m", "-o", "g.graphml"}),
              HasSubstr("no option --merge of build; did you mean --merges?"));
  EXPECT_THAT(complaint({"extract", "a.txt", "--format", "text"}),
              HasSubstr("did you mean --input-format?"));
  EXPECT_THAT(complaint({"build", "a.txt", "-o", "g.graphml", "--threads", "many"}),
              HasSubstr("--threads many: expected a number"));
  EXPECT_THAT(complaint({"--quite"}), HasSubstr("name a command first"));
}

TEST_F(Usage, TakesOneOutputForEachO) {
  // If -o took all words behind it, a.txt would count as an output and there would be no input.
  put("a.txt", "");
  EXPECT_EQ(run({"build", "-o", "g.graphml", "a.txt"}).exit_code, 1);
  EXPECT_THAT(complaint({"build", "-o", "g.graphml"}), HasSubstr("INPUT"));
}

TEST_F(Usage, SaysWhichFormatsThereAre) {
  put("a.txt", "");
  EXPECT_THAT(complaint({"build", "a.txt", "-o", "graph.json"}),
              HasSubstr("graph.json: the format follows the ending; end the name in .graphml, "
                        ".jsonld, .gexf or .html, or in / for a folder of CSV"));
  EXPECT_THAT(complaint({"build", "a.txt"}), HasSubstr("--output is required"));
}

TEST_F(Usage, ChecksValuesOfOptions) {
  put("a.txt", "");
  const auto with = [&](const std::vector<std::string>& options) {
    std::vector<std::string> arguments = {"build", "a.txt", "-o", "g.graphml"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    return complaint(arguments);
  };
  EXPECT_THAT(with({"--date", "yesterday"}), HasSubstr("--date: "));
  EXPECT_THAT(with({"--date", "2025-02-29"}), HasSubstr("--date: "));
  EXPECT_THAT(with({"--threads", "0"}), HasSubstr("from 1 to 1024"));
  EXPECT_THAT(with({"--threads", "many"}), HasSubstr("--threads"));
  EXPECT_THAT(with({"--min-confidence", "1.5"}), HasSubstr("from 0 to 1"));
  EXPECT_THAT(with({"--nodes", "some"}), HasSubstr("named|default|all"));
  EXPECT_THAT(with({"--language", "ignore"}), HasSubstr("skip|keep"));
  EXPECT_THAT(with({"--input-format", "pdf"}), HasSubstr("auto|text|html|jsonl|lines|conllu"));
  EXPECT_THAT(with({"--field", "text"}), HasSubstr("--field: "));
  EXPECT_THAT(with({"--base-iri", "example.org"}), HasSubstr("an absolute IRI"));
  EXPECT_THAT(with({"--base-iri", "https://example.org/kg"}), HasSubstr("ends in / or #"));
}

TEST_F(Usage, ChecksHowMuchMemoryThereIsAndWhatLiesElsewhere) {
  put("a.txt", "");
  for (const char* size : {"lots", "", "1.5G", "-1", "G", "99999999999T", "5g"}) {
    EXPECT_THAT(complaint({"build", "a.txt", "-o", "g.graphml", "--memory", size}),
                HasSubstr("512M or 8G"));
  }
  EXPECT_THAT(complaint({"merge", "a.txt", "-o", "g.graphml", "--temp", "a.txt"}),
              HasSubstr("--temp a.txt: is no folder"));
}

TEST_F(Usage, RefusesAnOutputThatIsAnInput) {
  put("news/a.txt", "Paris rejected the charge.");
  put("news/graph.graphml", "of the run before");
  std::filesystem::create_symlink("news/a.txt", folder() / "link.jsonld");
  EXPECT_THAT(complaint({"build", "news", "-o", "news/graph.graphml"}),
              HasSubstr("news/graph.graphml: is also an input"));
  EXPECT_THAT(complaint({"build", "news/a.txt", "-o", "link.jsonld"}),
              HasSubstr("is also an input (news/a.txt)"));
  EXPECT_THAT(complaint({"extract", "news/a.txt", "-o", "news/a.txt"}),
              HasSubstr("is also an input"));
  EXPECT_THAT(complaint({"build", "news/a.txt", "-o", "g.jsonld", "--report", "news/a.txt"}),
              HasSubstr("--report news/a.txt: is also an input"));
  EXPECT_EQ(get("news/a.txt"), "Paris rejected the charge.");
}

TEST_F(Usage, RefusesOutputsThatCannotBe) {
  put("a.txt", "");
  put("folder/x", "");
  put("tables/neo4j/mine.csv", "");
  EXPECT_THAT(complaint({"build", "a.txt", "-o", "tables/"}),
              HasSubstr("holds neo4j/mine.csv, which is not of this output; name a new folder"));
  std::filesystem::create_directory(folder() / "taken.graphml");
  EXPECT_THAT(complaint({"extract", "a.txt", "-o", "folder"}), HasSubstr("is a folder"));
  EXPECT_THAT(complaint({"build", "a.txt", "-o", "taken.graphml"}), HasSubstr("is a folder"));
  EXPECT_THAT(complaint({"build", "a.txt", "-o", "gone/g.graphml"}),
              HasSubstr("the folder gone is not there; make it first"));
  EXPECT_THAT(complaint({"build", "a.txt", "-o", "g.graphml", "-o", "./g.graphml"}),
              HasSubstr("another output has this name"));
  EXPECT_THAT(complaint({"build", "-", "-", "-o", "g.graphml"}), HasSubstr("- is given twice"));
}

TEST_F(Usage, WritesDownAPipeByItsName) {
  std::array<int, 2> ends{};
  ASSERT_EQ(::pipe(ends.data()), 0);
  put("a.txt", "Peru left.");
  const std::string pipe = "/dev/fd/" + std::to_string(ends[1]);
  const Outcome outcome = run({"extract", "a.txt", "-o", pipe, "--quiet"});
  ::close(ends[1]);
  std::array<char, 64> read{};
  const auto size = ::read(ends[0], read.data(), read.size());
  ::close(ends[0]);
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_GT(size, 0);
}

TEST_F(Usage, HelpTeachesWithExamplesAndExitCodes) {
  const Outcome top = run({"--help"});
  EXPECT_EQ(top.exit_code, 0);
  EXPECT_EQ(top.err, "");
  for (const char* command : {"build", "extract", "merge", "analyze", "explain"}) {
    EXPECT_THAT(top.out, HasSubstr(command));
    const Outcome help = run({command, "--help"});
    EXPECT_EQ(help.exit_code, 0);
    EXPECT_THAT(help.out, HasSubstr("Examples:"));
    EXPECT_THAT(help.out, HasSubstr("3  done, but some inputs were skipped"));
  }
}

TEST_F(Usage, VersionNamesTheModel) {
  const Outcome version = run({"--version"});
  EXPECT_EQ(version.exit_code, 0);
  EXPECT_THAT(version.out, StartsWith("relata 0."));
  EXPECT_THAT(version.out, HasSubstr("\nmodel relata-en-"));
  EXPECT_THAT(version.out, HasSubstr("SHA-256"));
}

}  // namespace
}  // namespace relata

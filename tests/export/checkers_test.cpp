// The exports under the checkers of the shared folder, which load them with other people's readers.
// Skipped, saying so, where checkers or readers are not there.
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "export/example_graph.hpp"
#include "export/nasty_graph.hpp"
#include "relata/export/graph_writer.hpp"

namespace relata {
namespace {

namespace fs = std::filesystem;

fs::path checker(const std::string& name) {
  const char* shared = std::getenv("RELATA_SHARED");
  const fs::path root = shared ? fs::path(shared) : fs::path(RELATA_SOURCE_DIR) / ".." / "shared";
  return root / "eval" / name;
}

struct Exported {
  fs::path graphml, jsonld;
};

/// Both files of `graph`, below a folder of this test's own.
Exported write_both(const EntityGraph& graph, const std::string& name,
                    const ExportOptions& options = {}) {
  const fs::path folder = fs::path(testing::TempDir()) / "relata_export_checkers";
  fs::create_directories(folder);
  const Exported files{folder / (name + ".graphml"), folder / (name + ".jsonld")};
  StringSink graphml, jsonld;
  write_graphml(graph, options, graphml);
  write_jsonld(graph, options, jsonld);
  std::ofstream(files.graphml, std::ios::binary) << graphml.text();
  std::ofstream(files.jsonld, std::ios::binary) << jsonld.text();
  return files;
}

/// The one for which Debian's packages (networkx, igraph) are, where it is there.
std::string python() { return fs::exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3"; }

std::string quoted(const fs::path& path) { return "'" + path.string() + "'"; }

struct Outcome {
  int exit_code;
  std::string output;
};

Outcome run(const std::string& command) {
  Outcome outcome{-1, {}};
  FILE* pipe = ::popen((command + " 2>&1").c_str(), "r");
  if (!pipe) return outcome;
  std::array<char, 4096> block;
  while (const std::size_t size = std::fread(block.data(), 1, block.size(), pipe)) {
    outcome.output.append(block.data(), size);
  }
  outcome.exit_code = WEXITSTATUS(::pclose(pipe));
  return outcome;
}

Outcome check_graph(const Exported& files) {
  return run(python() + " " + quoted(checker("check_graph.py")) + " " + quoted(files.graphml) +
             " --jsonld " + quoted(files.jsonld));
}

Outcome check_jsonld(const Exported& files, const EntityGraph& graph) {
  return run("node " + quoted(checker("check_jsonld.mjs")) + " " + quoted(files.jsonld) +
             " --entities " + std::to_string(boost::num_vertices(graph.graph)) + " --facts " +
             std::to_string(boost::num_edges(graph.graph)));
}

constexpr int kCouldNotRun = 2;

class Checkers : public testing::Test {
 protected:
  void SetUp() override {
    if (!fs::exists(checker("check_graph.py"))) GTEST_SKIP() << "no checkers beside the project";
    if (run(python() + " --version").exit_code != 0) GTEST_SKIP() << "no python3";
  }
};

TEST_F(Checkers, FindNothingWrongWithTheExample) {
  ExportOptions options;
  options.generator = "relata 0.1.0 -- test";
  const Outcome outcome = check_graph(write_both(make_example_graph(), "example", options));
  EXPECT_EQ(outcome.exit_code, 0) << outcome.output;
}

TEST_F(Checkers, FindNothingWrongWithNastyText) {
  for (std::uint32_t seed = 1; seed <= 5; ++seed) {
    const Outcome outcome =
        check_graph(write_both(make_nasty_graph(seed), "nasty" + std::to_string(seed)));
    EXPECT_EQ(outcome.exit_code, 0) << "seed " << seed << "\n" << outcome.output;
  }
}

TEST_F(Checkers, ReadTheSameQuadsWithTwoImplementations) {
  const EntityGraph example = make_example_graph();
  Outcome outcome = check_jsonld(write_both(example, "example_rdf"), example);
  if (outcome.exit_code == kCouldNotRun || outcome.exit_code == 127) {
    GTEST_SKIP() << "no node, or no jsonld and oxigraph in KG_NODE_MODULES";
  }
  EXPECT_EQ(outcome.exit_code, 0) << outcome.output;
  for (std::uint32_t seed = 1; seed <= 3; ++seed) {
    const EntityGraph graph = make_nasty_graph(seed);
    outcome = check_jsonld(write_both(graph, "nasty_rdf" + std::to_string(seed)), graph);
    EXPECT_EQ(outcome.exit_code, 0) << "seed " << seed << "\n" << outcome.output;
  }
}

TEST(SchemaChecker, FindsTheSchemasInOrder) {
  const fs::path script = fs::path(RELATA_SOURCE_DIR) / "scripts" / "check_schemas.py";
  if (run(python() + " --version").exit_code != 0) GTEST_SKIP() << "no python3";
  const Outcome outcome = run(python() + " " + quoted(script));
  EXPECT_EQ(outcome.exit_code, 0) << outcome.output;
}

TEST_F(Checkers, FindWhatIsWrong) {
  EntityGraph graph = make_example_graph();
  graph.graph[0].label = graph.graph[1].label;
  const Outcome outcome = check_graph(write_both(graph, "broken"));
  EXPECT_EQ(outcome.exit_code, 1) << outcome.output;
}

}  // namespace
}  // namespace relata

// The order of the stages, read off the #include lines and the CMake files.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace relata {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr std::array<std::string_view, 9> kStages = {
    "core", "text", "analysis", "extract", "resolve", "graph", "export", "pipeline", "cli"};

std::optional<std::size_t> rank_of(std::string_view stage) {
  const auto found = std::find(kStages.begin(), kStages.end(), stage);
  if (found == kStages.end()) return std::nullopt;
  return static_cast<std::size_t>(found - kStages.begin());
}

std::string read(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// What the quoted #include lines of `source` name.
std::vector<std::string> quoted_includes(const std::string& source) {
  std::vector<std::string> included;
  std::istringstream lines(source);
  for (std::string line; std::getline(lines, line);) {
    std::size_t i = line.find_first_not_of(" \t");
    if (i == std::string::npos || line[i] != '#') continue;
    i = line.find_first_not_of(" \t", i + 1);
    if (i == std::string::npos || line.compare(i, 7, "include") != 0) continue;
    const std::size_t open = line.find('"', i);
    if (open == std::string::npos) continue;
    included.push_back(line.substr(open + 1, line.find('"', open + 1) - open - 1));
  }
  return included;
}

const fs::path kRoot = RELATA_SOURCE_DIR;
const std::string kPrivate = "reaches into the private headers of another stage";

/// What is wrong with an #include of `included` in a file of `stage`; empty if nothing is.
std::string fault(std::size_t stage, const std::string& included) {
  constexpr std::string_view kPublic = "relata/";
  const bool is_public = included.starts_with(kPublic);
  const std::string rest = is_public ? included.substr(kPublic.size()) : included;
  const std::size_t slash = rest.find('/');
  if (slash == std::string::npos) return {};  // beside the including file
  const auto target = rank_of(rest.substr(0, slash));
  if (!target) return is_public ? "names no stage" : "";
  if (*target > stage) return "points forward";
  if (!is_public && *target != stage) return kPrivate;
  return {};
}

/// "file: included: fault" for all sources below `folder`, whose subfolders are the stages.
std::vector<std::string> faults_below(const fs::path& folder) {
  std::vector<std::string> faults;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const fs::path& file = entry.path();
    if (file.extension() != ".hpp" && file.extension() != ".cpp") continue;
    const fs::path relative = file.lexically_relative(folder);
    const auto stage = rank_of(relative.begin()->string());
    if (!stage) continue;
    for (const std::string& included : quoted_includes(read(file))) {
      std::string wrong = fault(*stage, included);
      // Tests may share what earlier tests are helped by; that is private to the tests.
      if (wrong == kPrivate && fs::exists(kRoot / "tests" / included)) wrong.clear();
      if (!wrong.empty()) faults.push_back(file.string() + ": " + included + ": " + wrong);
    }
  }
  return faults;
}

TEST(Layers, TellAnArrowForwardsFromOneBackwards) {
  const std::size_t extract = *rank_of("extract");
  EXPECT_EQ(fault(extract, "relata/graph/entity_graph.hpp"), "points forward");
  EXPECT_EQ(fault(extract, "relata/text/document.hpp"), "");
  EXPECT_EQ(fault(extract, "relata/extract/record.hpp"), "");
  EXPECT_EQ(fault(extract, "extract/tree.hpp"), "");
  EXPECT_EQ(fault(extract, "analysis/kernels.hpp"), kPrivate);
  EXPECT_EQ(fault(extract, "relata/utils/strings.hpp"), "names no stage");
  EXPECT_THAT(quoted_includes("#include <relata/x>\n # include \"a/b.hpp\"\n// #include \"c\"\n"),
              ElementsAre("a/b.hpp"));
}

TEST(Layers, PublicHeadersNeverPointForward) {
  EXPECT_THAT(faults_below(kRoot / "include" / "relata"), IsEmpty());
}

TEST(Layers, SourcesNeverPointForward) { EXPECT_THAT(faults_below(kRoot / "src"), IsEmpty()); }

TEST(Layers, TestsNeverPointForward) { EXPECT_THAT(faults_below(kRoot / "tests"), IsEmpty()); }

TEST(Layers, TargetsLinkOnlyWhatComesBefore) {
  for (std::size_t stage = 0; stage < kStages.size(); ++stage) {
    const std::string name(kStages[stage]);
    const std::string text = read(kRoot / "src" / name / "CMakeLists.txt");
    // The words after STAGES, up to the next keyword in capitals or the closing bracket.
    std::size_t begin = text.find("STAGES");
    if (begin == std::string::npos) continue;
    std::istringstream words(text.substr(begin + 6));
    for (std::string word; words >> word && word != "PUBLIC" && word != "PRIVATE";) {
      const bool last = word.ends_with(')');
      if (last) word.pop_back();
      const auto linked = rank_of(word);
      EXPECT_TRUE(linked && *linked < stage) << name << " links " << word;
      if (last) break;
    }
  }
}

TEST(Layers, PublicHeadersHoldNoThirdPartyTypesOfTheModel) {
  // oneDNN is named in one source file (its next version has another API), never in a header that
  // users include.
  for (const auto& entry : fs::recursive_directory_iterator(kRoot / "include")) {
    if (!entry.is_regular_file()) continue;
    EXPECT_EQ(read(entry.path()).find("dnnl"), std::string::npos) << entry.path();
  }
}

}  // namespace
}  // namespace relata

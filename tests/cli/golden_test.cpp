// Whole runs with the bytes they must give: one folder below tests/cli/<command>/ is one run.
//
//   arguments    one a line; {source} is the root of the project
//   stdin        given to the command, if there
//   exit_code    expected, 0 if not there
//   expected/    the files that the run leaves, and stdout and stderr; each must be equal
//
// scripts/update_golden.sh writes expected/ anew and shows what has changed.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "cli/command_run.hpp"

namespace relata {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> case_folders() {
  std::vector<std::string> found;
  const fs::path root = source_path("tests/cli");
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    if (entry.path().filename() == "arguments") {
      found.push_back(entry.path().parent_path().lexically_relative(root).string());
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::vector<std::string> arguments_of(const fs::path& folder) {
  std::vector<std::string> arguments;
  std::istringstream lines(read_bytes(folder / "arguments"));
  for (std::string line; std::getline(lines, line);) {
    constexpr std::string_view kSource = "{source}";
    const std::size_t at = line.find(kSource);
    if (at != std::string::npos) line.replace(at, kSource.size(), RELATA_SOURCE_DIR);
    arguments.push_back(line);
  }
  return arguments;
}

/// So that messages that name sources are the same in every checkout.
std::string without_root(std::string text) {
  const std::string root = RELATA_SOURCE_DIR;
  for (std::size_t at; (at = text.find(root)) != std::string::npos;) {
    text.replace(at, root.size(), "{source}");
  }
  return text;
}

/// The first line in which two texts differ, for people.
std::string first_difference(const std::string& expected, const std::string& found) {
  std::istringstream old_lines(expected);
  std::istringstream new_lines(found);
  std::string old_line;
  std::string new_line;
  for (int number = 1;; ++number) {
    const bool has_old = static_cast<bool>(std::getline(old_lines, old_line));
    const bool has_new = static_cast<bool>(std::getline(new_lines, new_line));
    if (!has_old && !has_new) return "line breaks only";
    if (has_old != has_new || old_line != new_line) {
      return "line " + std::to_string(number) +
             "\n  expected: " + (has_old ? old_line : "the end") +
             "\n  found:    " + (has_new ? new_line : "the end");
    }
  }
}

class Golden : public CommandTest, public ::testing::WithParamInterface<std::string> {};

TEST_P(Golden, GivesTheExpectedBytes) {
  const fs::path source = fs::path(source_path("tests/cli")) / GetParam();
  Surroundings surroundings;
  surroundings.standard_input = read_bytes(source / "stdin");
  const Outcome outcome = run(arguments_of(source), surroundings);
  const std::string code = read_bytes(source / "exit_code");
  EXPECT_EQ(outcome.exit_code, code.empty() ? 0 : std::stoi(code)) << outcome.err;

  std::map<std::string, std::string> found = {{"stdout", without_root(outcome.out)},
                                              {"stderr", without_root(outcome.err)}};
  for (const std::string& name : names()) found[name] = without_root(get(name));

  const fs::path expected = source / "expected";
  if (std::getenv("RELATA_UPDATE_GOLDEN") != nullptr) {
    fs::remove_all(expected);
    fs::create_directory(expected);
    for (const auto& [name, bytes] : found) {
      if (!bytes.empty()) std::ofstream(expected / name, std::ios::binary) << bytes;
    }
    GTEST_SKIP() << "written anew";
  }
  ASSERT_TRUE(fs::exists(expected)) << "scripts/update_golden.sh writes " << expected;
  std::map<std::string, std::string> wanted;
  for (const auto& entry : fs::directory_iterator(expected)) {
    wanted[entry.path().filename().string()] = read_bytes(entry.path());
  }
  for (const auto& [name, bytes] : found) {
    if (bytes != wanted[name]) {
      ADD_FAILURE() << GetParam() << "/" << name << ": " << first_difference(wanted[name], bytes);
    }
    wanted.erase(name);
  }
  for (const auto& [name, bytes] : wanted) {
    ADD_FAILURE() << GetParam() << "/" << name << " was not written";
  }
}

INSTANTIATE_TEST_SUITE_P(Runs, Golden, ::testing::ValuesIn(case_folders()),
                         [](const auto& run_case) {
                           std::string name = run_case.param;
                           std::replace_if(
                               name.begin(), name.end(),
                               [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
                           return name;
                         });

}  // namespace
}  // namespace relata

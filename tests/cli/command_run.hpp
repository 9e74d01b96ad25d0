// Runs the command as a user would: a process of its own, in a folder of its own.
#pragma once

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "support/temporary_folder.hpp"

namespace relata {

/// What a run left behind.
struct Outcome {
  int exit_code = -1;  ///< 128 and the number of the signal, if one ended it
  std::string out;
  std::string err;
};

/// How to run.
struct Surroundings {
  std::string standard_input;
  std::map<std::string, std::string> environment;  ///< beside the caller's own
  std::optional<rlim_t> file_size_limit;           ///< RLIMIT_FSIZE
};

/// A test with an empty folder, removed at the end.
class CommandTest : public ::testing::Test {
 protected:
  void SetUp() override;

  /// `relata` with `arguments` in the folder. Killed after two minutes.
  Outcome run(const std::vector<std::string>& arguments,
              const Surroundings& surroundings = {}) const;

  std::string put(const std::string& name, std::string_view bytes) const;
  std::string get(const std::string& name) const;
  bool exists(const std::string& name) const;
  /// Names of all files in the folder, sorted; folders are not walked.
  std::vector<std::string> names() const;

  const std::filesystem::path& folder() const noexcept { return folder_; }

 private:
  const testing::TemporaryFolder temporary_;
  const std::filesystem::path folder_ = temporary_.path() / "work";
};

/// A file of the project's sources.
std::string source_path(const std::string& name);
std::string read_bytes(const std::filesystem::path& file);

}  // namespace relata

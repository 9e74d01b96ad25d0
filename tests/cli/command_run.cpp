#include "cli/command_run.hpp"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>

namespace relata {
namespace {

namespace fs = std::filesystem;

constexpr unsigned kTimeoutSeconds = 120;

void redirect(const std::string& file, int flags, int descriptor) {
  const int opened = ::open(file.c_str(), flags, 0600);
  if (opened < 0 || ::dup2(opened, descriptor) < 0) ::_exit(126);
  ::close(opened);
}

}  // namespace

std::string source_path(const std::string& name) {
  return (fs::path(RELATA_SOURCE_DIR) / name).string();
}

std::string read_bytes(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void CommandTest::SetUp() { fs::create_directory(folder_); }

Outcome CommandTest::run(const std::vector<std::string>& arguments,
                         const Surroundings& surroundings) const {
  // Beside the folder, so that tests can look at all that the command has left in it.
  const fs::path beside = folder_.parent_path();
  std::ofstream(beside / "stdin", std::ios::binary) << surroundings.standard_input;
  std::vector<std::string> words = {RELATA_COMMAND};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);

  const pid_t child = ::fork();
  if (child == 0) {
    for (const auto& [name, value] : surroundings.environment) {
      ::setenv(name.c_str(), value.c_str(), 1);
    }
    redirect((beside / "stdin").string(), O_RDONLY, STDIN_FILENO);
    redirect((beside / "stdout").string(), O_WRONLY | O_CREAT | O_TRUNC, STDOUT_FILENO);
    redirect((beside / "stderr").string(), O_WRONLY | O_CREAT | O_TRUNC, STDERR_FILENO);
    if (::chdir(folder_.c_str()) != 0) ::_exit(126);
    if (surroundings.file_size_limit) {
      const rlimit limit{*surroundings.file_size_limit, *surroundings.file_size_limit};
      if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) ::_exit(126);
    }
    ::alarm(kTimeoutSeconds);
    ::execv(argv[0], argv.data());
    ::_exit(127);
  }
  Outcome outcome;
  int status = 0;
  if (child > 0 && ::waitpid(child, &status, 0) == child) {
    outcome.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }
  outcome.out = read_bytes(beside / "stdout");
  outcome.err = read_bytes(beside / "stderr");
  return outcome;
}

std::string CommandTest::put(const std::string& name, std::string_view bytes) const {
  const fs::path file = folder_ / name;
  fs::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << bytes;
  return name;
}

std::string CommandTest::get(const std::string& name) const { return read_bytes(folder_ / name); }

bool CommandTest::exists(const std::string& name) const { return fs::exists(folder_ / name); }

std::vector<std::string> CommandTest::names() const {
  std::vector<std::string> found;
  for (const auto& entry : fs::directory_iterator(folder_)) {
    found.push_back(entry.path().filename().string());
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace relata

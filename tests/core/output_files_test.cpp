#include "relata/core/output_files.hpp"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

#include "relata/core/error.hpp"
#include "support/temporary_folder.hpp"

namespace relata {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

class OutputFilesTest : public ::testing::Test {
 protected:
  std::string path(const std::string& name) const { return (folder_ / name).string(); }

  static void put(const std::string& file, std::string_view text) {
    std::ofstream(file, std::ios::binary) << text;
  }
  static std::string get(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  }
  std::vector<std::string> names() const {
    std::vector<std::string> found;
    for (const auto& entry : fs::directory_iterator(folder_)) {
      found.push_back(entry.path().filename().string());
    }
    return found;
  }

  /// What opening (or what `act` does) complains about.
  template <class Act>
  static std::string complaint(Act act) {
    try {
      act();
    } catch (const Error& error) {
      return describe(error);
    }
    return {};
  }

  const testing::TemporaryFolder temporary_;
  const fs::path folder_ = temporary_.path();
};

TEST_F(OutputFilesTest, ShowsNothingBeforeTheCommitAndAllAfterIt) {
  OutputFiles files;
  files.open(path("a")).write("alpha");
  files.open(path("b")).write("beta");
  EXPECT_FALSE(fs::exists(path("a")));
  files.commit();
  EXPECT_THAT(names(), UnorderedElementsAre("a", "b"));
  EXPECT_EQ(get(path("a")), "alpha");
  EXPECT_EQ(get(path("b")), "beta");
}

TEST_F(OutputFilesTest, LeavesNothingBehindWithoutACommit) {
  put(path("old"), "kept");
  {
    OutputFiles files;
    files.open(path("old")).write("new");
    files.open(path("fresh")).write(std::string(3 << 20, 'x'));
  }
  EXPECT_THAT(names(), UnorderedElementsAre("old"));
  EXPECT_EQ(get(path("old")), "kept");
}

TEST_F(OutputFilesTest, WritesMoreThanItsBufferInOrder) {
  std::string expected;
  OutputFiles files;
  ByteSink& sink = files.open(path("big"));
  for (int i = 0; i < 300; ++i) {
    const std::string part(static_cast<std::size_t>(i) * 97, static_cast<char>('a' + i % 26));
    sink.write(part);
    expected += part;
  }
  const std::string large(3 << 20, 'z');
  sink.write(large);
  files.commit();
  EXPECT_EQ(get(path("big")), expected + large);
}

TEST_F(OutputFilesTest, RemovesAnOldReportBeforeTheFirstFileAppears) {
  put(path("report"), "of the run before");
  fs::create_directory(path("taken"));
  OutputFiles files;
  files.open(path("report"), OutputRole::kReport).write("new");
  files.open(path("graph")).write("new");
  // The graph's place becomes a folder while the run goes on, so that its rename must fail.
  fs::create_directories(path("graph") + "/full");
  EXPECT_THAT(complaint([&] { files.commit(); }), HasSubstr("graph: cannot be put in its place"));
  EXPECT_FALSE(fs::exists(path("report")));
  EXPECT_THAT(names(), UnorderedElementsAre("graph", "taken"));
}

TEST_F(OutputFilesTest, KeepsThePermissionsOfTheFileItReplaces) {
  put(path("a"), "old");
  ::chmod(path("a").c_str(), 0640);
  OutputFiles files;
  files.open(path("a")).write("new");
  files.commit();
  struct stat status {};
  ASSERT_EQ(::stat(path("a").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777u, 0640u);
}

TEST_F(OutputFilesTest, WritesToWhereALinkLeads) {
  fs::create_directory(path("real"));
  fs::create_symlink("real/file", path("link"));
  OutputFiles files;
  files.open(path("link")).write("through");
  files.commit();
  EXPECT_TRUE(fs::is_symlink(path("link")));
  EXPECT_EQ(get(path("real/file")), "through");
}

TEST_F(OutputFilesTest, WritesPipesStraight) {
  ASSERT_EQ(::mkfifo(path("pipe").c_str(), 0600), 0);
  EXPECT_TRUE(is_written_straight(path("pipe")));
  std::string received;
  std::thread reader([&] { received = get(path("pipe")); });
  {
    OutputFiles files;
    files.open(path("pipe")).write("down the pipe");
    files.commit();
  }
  reader.join();
  EXPECT_EQ(received, "down the pipe");
  EXPECT_TRUE(fs::is_fifo(path("pipe")));
}

TEST_F(OutputFilesTest, TellsDevicesFromFiles) {
  EXPECT_TRUE(is_written_straight("-"));
  EXPECT_TRUE(is_written_straight("/dev/stdout"));
  EXPECT_TRUE(is_written_straight("/dev/null"));
  EXPECT_FALSE(is_written_straight(path("a")));
  EXPECT_FALSE(is_written_straight(folder_.string()));
}

TEST_F(OutputFilesTest, SaysThatTheDeviceIsFull) {
  if (!fs::exists("/dev/full")) GTEST_SKIP() << "no /dev/full here";
  OutputFiles files;
  files.open("/dev/full").write("too much");
  EXPECT_THAT(complaint([&] { files.commit(); }),
              HasSubstr("/dev/full: cannot be written: No space left on device; free some space"));
}

TEST_F(OutputFilesTest, LeavesNothingBehindWhenAFileMayNotGrow) {
  rlimit old_limit{};
  ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &old_limit), 0);
  const auto old_handler = std::signal(SIGXFSZ, SIG_IGN);
  const rlimit small{rlim_t{1} << 20, old_limit.rlim_max};
  std::string complained;
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
  {
    OutputFiles files;
    ByteSink& sink = files.open(path("graph"));
    complained = complaint([&] {
      for (int i = 0; i < 64; ++i) sink.write(std::string(std::size_t{1} << 16, 'x'));
      files.commit();
    });
  }
  ::setrlimit(RLIMIT_FSIZE, &old_limit);
  std::signal(SIGXFSZ, old_handler);
  EXPECT_THAT(complained, HasSubstr("graph: cannot be written: File too large"));
  EXPECT_THAT(names(), IsEmpty());
}

TEST_F(OutputFilesTest, RefusesWhatCannotBeAnOutput) {
  OutputFiles files;
  EXPECT_THAT(complaint([&] { files.open(folder_.string()); }), HasSubstr("is a folder"));
  EXPECT_THAT(complaint([&] { files.open(path("missing/graph")); }),
              HasSubstr("missing is not there; make it first"));
  files.open(path("a"));
  EXPECT_THAT(complaint([&] { files.open(folder_.string() + "/./a"); }),
              HasSubstr("two outputs have this name"));
}

constexpr std::array<std::string_view, 2> kTables = {"a/nodes.csv", "b/nodes.csv"};

TEST_F(OutputFilesTest, ReplacesAFolderAsAWhole) {
  for (const std::string& text : std::vector<std::string>{"first", "second"}) {
    OutputFiles files;
    const std::vector<ByteSink*> sinks = files.open_folder(path("tables") + "/", kTables);
    ASSERT_EQ(sinks.size(), 2u);
    for (ByteSink* sink : sinks) sink->write(text);
    files.commit();
    EXPECT_EQ(get(path("tables/a/nodes.csv")), text);
    EXPECT_EQ(get(path("tables/b/nodes.csv")), text);
    EXPECT_THAT(names(), UnorderedElementsAre("tables"));
  }
}

TEST_F(OutputFilesTest, LeavesAnOldFolderAsItIsWithoutACommit) {
  fs::create_directories(path("tables/a"));
  put(path("tables/a/nodes.csv"), "old");
  {
    OutputFiles files;
    files.open_folder(path("tables"), kTables).front()->write("new");
  }
  EXPECT_THAT(names(), UnorderedElementsAre("tables"));
  EXPECT_EQ(get(path("tables/a/nodes.csv")), "old");
}

TEST_F(OutputFilesTest, ReplacesNoFolderWithFilesOfOthers) {
  fs::create_directories(path("tables/a"));
  put(path("tables/a/notes.txt"), "mine");
  OutputFiles files;
  EXPECT_THAT(complaint([&] { files.open_folder(path("tables"), kTables); }),
              HasSubstr("holds a/notes.txt, which is not of this output; name a new folder"));
  EXPECT_EQ(foreign_file(path("nothing"), kTables), std::nullopt);
}

TEST_F(OutputFilesTest, KnowsAFileByEveryName) {
  put(path("a"), "text");
  fs::create_symlink("a", path("link"));
  fs::create_hard_link(path("a"), path("hard"));
  put(path("b"), "text");
  EXPECT_EQ(file_identity(path("a")), file_identity(path("link")));
  EXPECT_EQ(file_identity(path("a")), file_identity(path("hard")));
  EXPECT_NE(file_identity(path("a")), file_identity(path("b")));
  EXPECT_EQ(file_identity(path("none")), std::nullopt);
  EXPECT_EQ(file_identity(folder_.string()), std::nullopt);
}

}  // namespace
}  // namespace relata

#include "relata/core/input_files.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zlib.h>
#include <zstd.h>

#include <filesystem>
#include <fstream>
#include <random>

#include "relata/core/error.hpp"
#include "support/temporary_folder.hpp"

namespace relata {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr std::uint64_t kNoLimit = std::uint64_t{1} << 40;

class InputFilesTest : public ::testing::Test {
 protected:
  std::string put(const std::string& name, std::string_view bytes) const {
    return temporary_.put(name, bytes);
  }

  std::vector<std::string> ids(const std::vector<std::string>& inputs) const {
    std::vector<std::string> found;
    for (const InputFile& file : expand_inputs(inputs)) found.push_back(file.id);
    return found;
  }

  static std::string complaint(const std::string& path, std::uint64_t max_bytes = kNoLimit) {
    try {
      read_input(path, max_bytes);
    } catch (const Error& error) {
      return describe(error);
    }
    return {};
  }

  const testing::TemporaryFolder temporary_;
  const fs::path folder_ = temporary_.path();
};

std::string gzip(std::string_view bytes) {
  z_stream stream{};
  deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
  std::string packed(deflateBound(&stream, bytes.size()) + 64, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

std::string zstandard(std::string_view bytes) {
  std::string packed(ZSTD_compressBound(bytes.size()), '\0');
  packed.resize(ZSTD_compress(packed.data(), packed.size(), bytes.data(), bytes.size(), 1));
  return packed;
}

/// Text that does not compress to nothing.
std::string random_text(std::size_t size) {
  std::mt19937 random(7);
  std::string text(size, ' ');
  for (char& c : text) c = static_cast<char>('a' + random() % 26);
  return text;
}

TEST_F(InputFilesTest, WalksAFolderInTheOrderOfPathsAndSkipsWhatIsHidden) {
  for (const char* name : {"b.txt", "a/z.html", "a.txt", "a/b.txt.gz", ".hidden/x.txt", ".x.txt"}) {
    put(name, "x");
  }
  EXPECT_THAT(ids({folder_.string()}), ElementsAre("a", "a/b", "a/z", "b"));
  EXPECT_THAT(ids({folder_.string() + "/"}), ElementsAre("a", "a/b", "a/z", "b"));
}

TEST_F(InputFilesTest, NamesDocumentsByTheirPathWithoutEndings) {
  const std::string file = put("deep/news.2024.txt.zst", "x");
  EXPECT_THAT(ids({file, "-", "gone.txt"}), ElementsAre("news.2024", "stdin", "gone"));
  EXPECT_THAT(ids({folder_.string()}), ElementsAre("deep/news.2024"));
}

TEST_F(InputFilesTest, DoesNotFollowLinksToFolders) {
  put("a/x.txt", "x");
  fs::create_directory_symlink(folder_, folder_ / "a/loop");
  EXPECT_THAT(ids({folder_.string()}), ElementsAre("a/x"));
}

TEST_F(InputFilesTest, ReadsPlainAndPackedFilesAlike) {
  const std::string text = random_text(3'000'000);
  EXPECT_EQ(read_input(put("a", text), kNoLimit), text);
  EXPECT_EQ(read_input(put("a.gz", gzip(text)), kNoLimit), text);
  EXPECT_EQ(read_input(put("a.zst", zstandard(text)), kNoLimit), text);
  EXPECT_EQ(read_input(put("two.gz", gzip("one ") + gzip("two")), kNoLimit), "one two");
  EXPECT_EQ(read_input(put("two.zst", zstandard("one ") + zstandard("two")), kNoLimit), "one two");
  EXPECT_EQ(read_input(put("unnamed", gzip("packed")), kNoLimit), "packed");
  EXPECT_EQ(read_input(put("empty", ""), kNoLimit), "");
  EXPECT_EQ(read_input(put("empty.gz", gzip("")), kNoLimit), "");
}

TEST_F(InputFilesTest, SaysWhatIsWrongWithAFile) {
  const std::string text = random_text(100'000);
  EXPECT_THAT(complaint((folder_ / "gone").string()),
              HasSubstr("gone: cannot be opened: No such file or directory"));
  EXPECT_THAT(complaint(folder_.string()), HasSubstr("is a folder"));
  EXPECT_THAT(complaint(put("plain.gz", "text")),
              HasSubstr("plain.gz (byte 0): expected gzip data, as its name says"));
  EXPECT_THAT(complaint(put("cut.gz", gzip(text).substr(0, 20'000))),
              HasSubstr("cut.gz (byte 20000): the gzip data break off"));
  EXPECT_THAT(complaint(put("cut.zst", zstandard(text).substr(0, 20'000))),
              HasSubstr("cut.zst (byte 20000): the Zstandard data break off"));
  std::string broken = gzip(text);
  for (std::size_t i = 30'000; i < 30'100; ++i) broken[i] = static_cast<char>(~broken[i]);
  EXPECT_THAT(complaint(put("broken.gz", broken)), HasSubstr("damaged gzip data"));
  EXPECT_THAT(complaint(put("trailing.gz", gzip("x") + "junk")), HasSubstr("damaged gzip data"));
}

TEST_F(InputFilesTest, RefusesMoreThanTheLimitEvenIfItComesOutOfLittle) {
  const std::string blanks(5'000'000, ' ');
  EXPECT_THAT(complaint(put("bomb.gz", gzip(blanks)), 1'000'000),
              HasSubstr("bomb.gz (byte 1000000): is larger than the limit of 1000000 bytes"));
  EXPECT_EQ(complaint(put("fits", std::string(1'000'000, ' ')), 1'000'000), "");
}

TEST_F(InputFilesTest, ShowsTheBeginningWithoutUsingItUp) {
  const std::string text = random_text(10'000);
  InputStream input(put("a.gz", gzip(text)));
  EXPECT_EQ(input.beginning(), text.substr(0, 4096));
  EXPECT_EQ(input.beginning(), text.substr(0, 4096));
  EXPECT_EQ(read_all(input, kNoLimit), text);
  InputStream empty(put("empty", ""));
  EXPECT_EQ(empty.beginning(), "");
}

/// number:offset:text, or number:offset:text…bytes for one over the limit.
std::vector<std::string> lines(const std::string& path, std::size_t max_line_bytes) {
  InputStream input(path);
  LineReader reader(input, max_line_bytes);
  std::vector<std::string> found;
  while (const auto line = reader.next()) {
    std::string shown = std::to_string(line->number) + ":" + std::to_string(line->offset) + ":";
    shown += line->text;
    if (line->bytes != line->raw.size()) shown += "…" + std::to_string(line->bytes);
    found.push_back(shown);
  }
  return found;
}

TEST_F(InputFilesTest, GivesLinesWithTheirPlaces) {
  EXPECT_THAT(lines(put("a", "one\ntwo\r\n\nlast"), 100),
              ElementsAre("1:0:one", "2:4:two", "3:9:", "4:10:last"));
  EXPECT_THAT(lines(put("b", "one\n"), 100), ElementsAre("1:0:one"));
  EXPECT_THAT(lines(put("c", ""), 100), ElementsAre());
}

TEST_F(InputFilesTest, ReadsPastALineThatIsTooLong) {
  EXPECT_THAT(lines(put("a", "0123456789\nnext\n"), 5), ElementsAre("1:0:01234…11", "2:11:next"));
  const std::string text = random_text(1'000'000);
  const auto found = lines(put("b", text + "\nnext"), 2'000'000);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0], "1:0:" + text);
  EXPECT_EQ(found[1], "2:1000001:next");
}

}  // namespace
}  // namespace relata

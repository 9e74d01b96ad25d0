// The laws over the project's shared news texts, where they are at hand.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "relata/core/json.hpp"
#include "relata/text/read_document.hpp"
#include "text/block_text.hpp"
#include "text/source_law.hpp"

namespace relata {
namespace {

namespace fs = std::filesystem;

/// The shared folder: beside the project, or where RELATA_SHARED says.
fs::path shared_folder() {
  const char* told = std::getenv("RELATA_SHARED");
  return told != nullptr ? fs::path(told) : fs::path(RELATA_SOURCE_DIR).parent_path() / "shared";
}

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(SharedNews, EverySpanLeadsBackToItsBytes) {
  const fs::path path = shared_folder() / "data/news/news.jsonl";
  if (!fs::exists(path)) GTEST_SKIP() << "no shared news texts";
  const std::string bytes = read_file(path);
  std::mt19937 random(1);
  std::size_t documents = 0;
  std::size_t number = 0;
  for (std::size_t start = 0; start < bytes.size(); ++number) {
    const std::size_t end = std::min(bytes.find('\n', start), bytes.size());
    const std::string line = bytes.substr(start, end - start);
    start = end + 1;
    const Reading reading = read_documents({line, "news", "news.jsonl", number + 1, 0}, {});
    ASSERT_TRUE(reading.skipped.empty()) << describe(reading.skipped[0].error);
    for (const Document& document : reading.documents) {
      const auto raw = find_raw_string(line, "text");
      ASSERT_EQ(testing::find_misshape(document), "") << document.id;
      ASSERT_EQ(testing::find_breach(document, line.substr(raw->start, raw->size()),
                                     testing::read_json_piece, random),
                "")
          << document.id;
      EXPECT_EQ(document.language, "en") << document.id;
      EXPECT_FALSE(document.date.empty()) << document.id;
      ++documents;
    }
  }
  EXPECT_EQ(documents, 587U);
}

TEST(SharedNews, TheSeedsAreThreeArticles) {
  const fs::path folder = shared_folder() / "seeds";
  if (!fs::exists(folder)) GTEST_SKIP() << "no shared seeds";
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::mt19937 random(1);
  std::vector<std::string> found;
  for (const fs::path& path : files) {
    const std::string bytes = read_file(path);
    std::string all;
    for (const Document& document :
         read_documents({bytes, path.stem().string(), path.filename().string(), 1, 0}, {})
             .documents) {
      all += document.text;
      ASSERT_EQ(testing::find_misshape(document), "");
      ASSERT_EQ(testing::find_breach(document, bytes, testing::piece_decoder(bytes), random), "");
      std::size_t paragraphs = 0;
      for (const Block& block : document.blocks) {
        paragraphs += block.kind == BlockKind::kParagraph ? 1 : 0;
      }
      found.push_back(document.id + " " + document.date + " " + std::to_string(paragraphs));
    }
    EXPECT_EQ(all, bytes);
  }
  EXPECT_EQ(found,
            (std::vector<std::string>{"mali-officers-expelled  12", "mali-plotters 2025-08-11 22",
                                      "mali-plotters~2  11"}));
}

TEST(SharedNews, TreebanksGiveTheirWords) {
  const fs::path folder = shared_folder() / "data/nlp";
  if (!fs::exists(folder)) GTEST_SKIP() << "no shared treebanks";
  ReadOptions options;
  options.language = LanguagePolicy::kKeep;
  options.format = InputFormat::kConllu;
  for (const char* name : {"ewt/dev.conllu", "gum/dev.conllu"}) {
    const std::string bytes = read_file(folder / name);
    const Reading reading = read_documents({bytes, "x", name, 1, 0}, options);
    ASSERT_TRUE(reading.skipped.empty()) << describe(reading.skipped[0].error);
    for (const Document& document : reading.documents) {
      ASSERT_EQ(testing::find_misshape(document), "") << document.id;
      for (const GivenSentence& sentence : document.given) {
        for (const GivenWord& word : sentence.words) {
          const Span source = document.source.to_source(word.span);
          ASSERT_EQ(bytes.substr(source.start, source.size()),
                    document.text.substr(word.span.start, word.span.size()));
        }
      }
    }
  }
}

}  // namespace
}  // namespace relata

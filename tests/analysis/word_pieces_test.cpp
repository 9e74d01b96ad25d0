#include "analysis/word_pieces.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "relata/core/error.hpp"

namespace relata {
namespace {

using ::testing::ElementsAre;

const std::vector<std::string>& vocabulary() {
  static const std::vector<std::string> kEntries = {
      "[UNK]", "[CLS]", "[SEP]", "un", "##able", "##do", "cafe", "-",
      "old",   "$",     "##a",   "a",  "北",     "st",   "'",    "s"};
  return kEntries;
}

std::vector<std::string> cut(std::string_view form) {
  std::vector<std::string> out;
  for (std::int32_t id : WordPieces(vocabulary()).cut(form)) {
    out.push_back(vocabulary()[static_cast<std::size_t>(id)]);
  }
  return out;
}

TEST(ModelForm, MakesTypographyPlain) {
  EXPECT_EQ(model_form("``"), "\"");
  EXPECT_EQ(model_form("-LRB-"), "(");
  EXPECT_EQ(model_form("don\u2019t"), "don't");
  EXPECT_EQ(model_form("\u2014"), "-");
  EXPECT_EQ(model_form("wait\u2026"), "wait...");
  EXPECT_EQ(model_form("-LRB-x"), "-LRB-x");
  EXPECT_EQ(model_form("Cafe\u0301"), "Caf\u00E9") << "NFC";
}

TEST(WordPieces, TakesTheLongestEntryFirst) {
  EXPECT_THAT(cut("undoable"), ElementsAre("un", "##do", "##able"));
}

TEST(WordPieces, DropsCaseAndAccents) { EXPECT_THAT(cut("CAF\u00C9"), ElementsAre("cafe")); }

TEST(WordPieces, StartsAfreshAtPunctuation) {
  EXPECT_THAT(cut("un-old"), ElementsAre("un", "-", "old"));
  EXPECT_THAT(cut("'s"), ElementsAre("'", "s"));
  EXPECT_THAT(cut("a$a"), ElementsAre("a", "$", "a"));
}

TEST(WordPieces, SetsIdeographsApart) { EXPECT_THAT(cut("北a"), ElementsAre("北", "a")); }

TEST(WordPieces, CutsAtBlanksWithinAWord) { EXPECT_THAT(cut("a\u00A0a"), ElementsAre("a", "a")); }

TEST(WordPieces, MarksAUnitWithoutPiecesUnknown) {
  EXPECT_THAT(cut("unx"), ElementsAre("[UNK]"));
  EXPECT_THAT(cut("unx-old"), ElementsAre("[UNK]", "-", "old"));
  EXPECT_THAT(cut("\u0301"), ElementsAre("[UNK]")) << "a mark alone leaves nothing";
  EXPECT_THAT(cut(std::string(101, 'a')), ElementsAre("[UNK]")) << "too long a unit";
}

TEST(WordPieces, KeepsFifteenPiecesAndTheLast) {
  std::string form(40, 'a');
  const std::vector<std::string> pieces = cut(form + "-");
  ASSERT_EQ(pieces.size(), kMostPieces);
  EXPECT_EQ(pieces.front(), "a");
  EXPECT_EQ(pieces[14], "##a");
  EXPECT_EQ(pieces.back(), "-");
}

TEST(WordPieces, NeedsItsMarks) {
  const std::vector<std::string> poor = {"a"};
  EXPECT_THROW(WordPieces{poor}, Error);
}

}  // namespace
}  // namespace relata

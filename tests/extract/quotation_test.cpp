#include "extract/quotation.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <string>

namespace relata {
namespace {

using ::testing::ElementsAre;

/// Words apart by spaces; "_" before or behind a mark glues it to its neighbour.
Sentence sentence(const std::string& text, std::size_t start = 0) {
  Sentence result;
  std::istringstream stream(text);
  std::size_t at = start;
  bool glued = true;
  for (std::string form; stream >> form;) {
    const bool before = form.starts_with('_');
    const bool behind = form.size() > 1 && form.ends_with('_');
    if (before) form.erase(0, 1);
    if (behind) form.pop_back();
    if (!glued && !before) ++at;
    Word word;
    word.form = form;
    word.span = {at, at + form.size()};
    word.upos = form.find_first_of("abcdefghijklmnopqrstuvwxyzI") == std::string::npos
                    ? Upos::kPunct
                    : Upos::kNoun;
    at += form.size();
    glued = behind;
    result.words.push_back(word);
  }
  return result;
}

TEST(FindQuotations, ReadsStraightMarksByTheSpacesAroundThem) {
  const auto found = find_quotations({sentence("\"_ we won _, _\" he said _.")});
  EXPECT_THAT(found.inside[0], ElementsAre(false, true, true, true, false, false, false, false));
  EXPECT_FALSE(found.whole[0]);
}

TEST(FindQuotations, TakesAnOpeningMarkThatClosesForWhatItIs) {
  const auto found = find_quotations({sentence("he said “_ we won _.“")});
  // One word with its point and mark is left as it is; apart, the mark closes.
  const auto apart = find_quotations({sentence("he said “_ we won _. _“")});
  EXPECT_THAT(apart.inside[0], ElementsAre(false, false, false, true, true, true, false));
  EXPECT_EQ(found.inside[0].size(), 6U);
}

TEST(FindQuotations, RunsOverSentencesOfOneParagraphAndNoFurther) {
  Sentence first = sentence("\"_ we won _.");
  first.paragraph_start = true;
  Sentence second = sentence("it was hard _. _\"", 20);
  Sentence third = sentence("he left _.", 40);
  third.paragraph_start = true;
  const auto found = find_quotations({first, second, third});
  EXPECT_TRUE(found.whole[0]);
  EXPECT_TRUE(found.whole[1]);
  EXPECT_FALSE(found.whole[2]);
}

TEST(FindQuotations, TrustsNoParagraphWhoseMarksDoNotPairUp) {
  const auto found = find_quotations({sentence("he _\" won _\" and _\" left _.")});
  EXPECT_FALSE(found.whole[0]);
}

TEST(QuotedSpeakers, AreNamedByTheSentenceBeforeOrBehind) {
  const std::vector<Sentence> sentences = {sentence("\"_ we won _. _\""),
                                           sentence("\"_ it _. _\"")};
  const Attribution she{"d#e1", "she", "said", AttributionKind::kSaid, {}};
  const Quotations quotations = find_quotations(sentences);
  const auto before = quoted_speakers({she, std::nullopt}, quotations, sentences);
  ASSERT_TRUE(before[1]);
  EXPECT_EQ(before[1]->holder, "d#e1");
  EXPECT_EQ(before[1]->kind, AttributionKind::kQuoted);
  const auto behind = quoted_speakers({std::nullopt, she}, quotations, sentences);
  ASSERT_TRUE(behind[0]);
  EXPECT_EQ(behind[0]->name, "she");
  const auto nobody = quoted_speakers({std::nullopt, std::nullopt}, quotations, sentences);
  ASSERT_TRUE(nobody[0]);
  EXPECT_EQ(nobody[0]->holder, "unnamed");
}

}  // namespace
}  // namespace relata

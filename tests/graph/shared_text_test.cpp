#include "relata/graph/shared_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace relata {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(SharedText, IsEightBytesHoweverLongItsText) {
  EXPECT_EQ(sizeof(SharedText), 8U);
  EXPECT_EQ(sizeof(TextList), 8U);
  EXPECT_EQ(sizeof(ElementId), 8U);
}

TEST(SharedText, SharesItsBytesWithItsCopies) {
  const SharedText text(std::string(100, 'x'));
  SharedText copy = text;
  EXPECT_EQ(copy.view().data(), text.view().data());
  copy = "other";
  EXPECT_EQ(copy, "other");
  EXPECT_EQ(text, std::string(100, 'x'));
  const SharedText moved = std::move(copy);
  EXPECT_EQ(moved, std::string("other"));
  EXPECT_EQ(SharedText(), "");
  EXPECT_TRUE(SharedText("").empty());
}

TEST(TextList, GivesBackItsTexts) {
  const std::vector<std::string> texts = {"a", "", "Ålesund", std::string(1000, 'y'), ""};
  const TextList list = texts;
  EXPECT_EQ(list.size(), 5U);
  EXPECT_EQ(list[2], "Ålesund");
  EXPECT_EQ(list.strings(), texts);
  const TextList copy = list;
  EXPECT_EQ(copy, list);
  EXPECT_THAT(TextList(), IsEmpty());
  EXPECT_THAT((TextList{"b", "a"}), ElementsAre("b", "a"));
  EXPECT_FALSE((TextList{"ab", "c"}) == (TextList{"a", "bc"}));
}

/// Ids as graphs have them, and any other text: too long, of other letters and digits.
std::vector<std::string> make_ids() {
  constexpr std::string_view kDigits = "234567abcdefghijklmnopqrstuvwxyz";
  std::vector<std::string> ids = {"",
                                  "n",
                                  "n1",
                                  "n22222222222",
                                  "n2222222222222",
                                  "e222222222222",
                                  "x222222222222",
                                  "n22222222222a",
                                  "nzzzzzzzzzzzz",
                                  "n22222222222A",
                                  "n222222222221",
                                  " 222222222222"};
  std::mt19937 random(3);
  for (int i = 0; i < 300; ++i) {
    std::string id(1, "nef"[random() % 3]);
    for (int digit = 0; digit < 12; ++digit) id += kDigits[random() % kDigits.size()];
    if (random() % 10 == 0) id += 'a';
    ids.push_back(std::move(id));
  }
  return ids;
}

TEST(ElementId, IsItsText) {
  for (const std::string& text : make_ids()) {
    const ElementId id(text);
    const ElementId copy = id;  // NOLINT: that copies hold their own is what is asked
    EXPECT_EQ(copy.str(), text);
    EXPECT_EQ(copy.empty(), text.empty());
  }
}

TEST(ElementId, IsSortedAsItsTextIs) {
  std::vector<std::string> texts = make_ids();
  std::vector<ElementId> ids(texts.begin(), texts.end());
  std::sort(texts.begin(), texts.end());
  std::sort(ids.begin(), ids.end());
  for (std::size_t i = 0; i < ids.size(); ++i) EXPECT_EQ(ids[i].str(), texts[i]);
  for (std::size_t i = 0; i + 1 < ids.size(); ++i) {
    EXPECT_EQ(ids[i] == ids[i + 1], texts[i] == texts[i + 1]);
  }
}

}  // namespace
}  // namespace relata

// Plain-text stories: what their lines are, and where one ends and the next begins.
#include "text/article.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "relata/text/read_document.hpp"
#include "text/block_text.hpp"

namespace relata {
namespace {

using testing::block_texts;
using ::testing::ElementsAre;

std::vector<Document> read(const std::string& text) {
  ReadOptions options;
  options.format = InputFormat::kText;
  return read_documents({text, "x", "x.txt", 1, 0}, options).documents;
}

Document read_one(const std::string& text) {
  std::vector<Document> documents = read(text);
  EXPECT_EQ(documents.size(), 1U);
  return documents.empty() ? Document() : documents.front();
}

TEST(Article, FindsThePartsOfAWireStory) {
  const Document document = read_one(
      "River port reopens after flood\n\n"
      "Cranes at the port of Mopti on March 3, 2025. (AFP)\n"
      "Copy link\n"
      "Published 4 March 2025\n"
      "Share\n\n"
      "River port reopens after flood\n\n"
      "  • Traders had waited for six weeks\n\n"
      "By Ann Lee\n\n"
      "MOPTI, Mali (AFP) — The river port of Mopti opened again on Tuesday.\n"
      "Traders said that they had lost a whole season.\n\n"
      "What comes next\n\n"
      "The ferry returns in April, the governor said.\n\n"
      "Follow us\n");
  EXPECT_THAT(block_texts(document),
              ElementsAre("headline: River port reopens after flood",
                          "caption: Cranes at the port of Mopti on March 3, 2025. (AFP)",
                          "furniture: Copy link", "date: Published 4 March 2025",
                          "furniture: Share", "furniture: River port reopens after flood",
                          "furniture: •", "item: Traders had waited for six weeks",
                          "byline: By Ann Lee", "dateline: MOPTI, Mali (AFP) —",
                          "paragraph: The river port of Mopti opened again on Tuesday.",
                          "paragraph: Traders said that they had lost a whole season.",
                          "heading: What comes next",
                          "paragraph: The ferry returns in April, the governor said.",
                          "furniture: Follow us"));
  EXPECT_EQ(document.title, "River port reopens after flood");
  EXPECT_EQ(document.date, "2025-03-04");
}

TEST(Article, TakesTheLineBelowTheHeadlineForAByline) {
  EXPECT_THAT(block_texts(read_one("River port reopens\n\nBy our correspondent\n\n"
                                   "The river port of Mopti opened again on Tuesday.\n")),
              ElementsAre("headline: River port reopens", "byline: By our correspondent",
                          "paragraph: The river port of Mopti opened again on Tuesday."));
}

TEST(Article, TakesALineThatOpensAListForText) {
  EXPECT_THAT(block_texts(read_one("The committee named two towns:\n\n1. Lagos\n2. Abuja\n\n"
                                   "It will meet again in May, it said.\n")),
              ElementsAre("paragraph: The committee named two towns:", "furniture: 1.",
                          "item: Lagos", "furniture: 2.", "item: Abuja",
                          "paragraph: It will meet again in May, it said."));
}

TEST(Article, JoinsTheLinesOfAWrappedParagraph) {
  const Document document = read_one(
      "Port reopens\n\n"
      "The river port of Mopti opened again on Tuesday after a\n"
      "flood that had closed it for six weeks. Traders said that\n"
      "they had lost a whole season.\n\n"
      "The ferry returns in April, and with it the mail boat, the\n"
      "governor said.\n");
  EXPECT_THAT(block_texts(document),
              ElementsAre("headline: Port reopens",
                          "paragraph: The river port of Mopti opened again on Tuesday after a\n"
                          "flood that had closed it for six weeks. Traders said that\n"
                          "they had lost a whole season.",
                          "paragraph: The ferry returns in April, and with it the mail boat, the\n"
                          "governor said."));
}

TEST(Article, TakesEachLineForAParagraphWhereLinesAreSentences) {
  const Document document = read_one(
      "The river port of Mopti opened again on Tuesday.\r\n"
      "Traders said that they had lost a whole season.\r\n"
      "The ferry returns in April.");
  EXPECT_EQ(document.blocks.size(), 3U);
  EXPECT_EQ(document.title, "");
}

TEST(Article, ReadsAnUnstructuredTextByItsBlankLines) {
  const Document document = read_one(
      "The port opened again on Tuesday. Traders cheered.\n \n"
      "The ferry returns in April.");
  EXPECT_THAT(block_texts(document),
              ElementsAre("paragraph: The port opened again on Tuesday. Traders cheered.",
                          "paragraph: The ferry returns in April."));
}

TEST(Article, KeepsShortSentencesAndQuestionsAsText) {
  const Document document = read_one(
      "What did you see when you came to the port?\n"
      "Nothing.\n"
      "Nothing at all, and then the crane fell into the river.\n"
      "Yes.\n"
      "And what did you do when you had seen it?\n"
      "Yes.\n"
      "I ran to the office of the harbour master.\n");
  for (const Block& block : document.blocks) EXPECT_EQ(block.kind, BlockKind::kParagraph);
}

const std::string kFirst =
    "River port reopens after flood\n\n"
    "Updated 4 March 2025\n\n"
    "MOPTI: The river port of Mopti opened again on Tuesday.\n"
    "Traders said that they had lost a whole season.\n";
const std::string kSecond =
    "Ministers agree on a new bridge\n\n"
    "By John Roe\n\n"
    "SEGOU: The ministers of two countries agreed on a bridge.\n";

TEST(Article, BeginsAtAHeadlineThatTwoSignsSpeakFor) {
  const std::vector<Document> documents = read(kFirst + "\n \n" + kSecond);
  ASSERT_EQ(documents.size(), 2U);
  EXPECT_EQ(documents[0].id, "x");
  EXPECT_EQ(documents[1].id, "x~2");
  EXPECT_EQ(documents[0].text + documents[1].text, kFirst + "\n \n" + kSecond);
  EXPECT_EQ(documents[1].title, "Ministers agree on a new bridge");
  EXPECT_EQ(documents[0].date, "2025-03-04");
  EXPECT_EQ(documents[1].date, "");
  EXPECT_EQ(documents[1].source.to_source({0, 9}).start, kFirst.size() + 3);
  EXPECT_EQ(documents[0].sha256, documents[1].sha256);
}

TEST(Article, BeginsAtAHeadlineThatIsRepeated) {
  EXPECT_EQ(read(kFirst +
                 "\nMinisters agree on a new bridge\n\nShare\n\nMinisters agree on a new bridge\n\n"
                 "The ministers of two countries agreed on a bridge.\n")
                .size(),
            2U);
}

TEST(Article, DoesNotEndAtASectionHeading) {
  EXPECT_EQ(read(kFirst + "\nThe ferry\n\nThe ferry returns in April, the governor said.\n").size(),
            1U);
  EXPECT_EQ(
      read(kFirst + "\nThe ferry\n\n3 May 2025\n\nThe ferry returns, the governor said.\n").size(),
      1U);
}

TEST(Article, LosesNothingWhereTwoFilesRunTogether) {
  const std::string text =
      "The port opened again on Tuesday.Ministers agree on a bridge\n\nShare\n";
  std::string all;
  for (const Document& document : read(text)) all += document.text;
  EXPECT_EQ(all, text);
}

TEST(Article, JoinsNarrowColumnsAndWordsThatAreCut) {
  const Document document = read_one(
      "RIVER PORT REOPENS\n\n"
      "The governor of Mopti yester-\n"
      "day opened the river port of\n"
      "the town and thanked the men\n"
      "who had built its new walls.\n"
      "  The first boats came in on a\n"
      "calm river and were greeted.\n");
  EXPECT_THAT(block_texts(document),
              ElementsAre("headline: RIVER PORT REOPENS",
                          "paragraph: The governor of Mopti yester-\nday opened the river port of\n"
                          "the town and thanked the men\nwho had built its new walls.",
                          "paragraph: The first boats came in on a\ncalm river and were greeted."));
}

TEST(Article, LeavesOutRunningHeadsPageNumbersAndTables) {
  const Document document = read_one(
      "THE GAUGE, PAGE 3\n\nRiver port reopens\n\nThe river port of Mopti opened again.\n\n- 3 "
      "-\n\n"
      "THE GAUGE, PAGE 4\n\nBoats     12\nFerries    3\n\nThe ferry returns in April, he said.\n");
  EXPECT_THAT(
      block_texts(document),
      ElementsAre("furniture: THE GAUGE, PAGE 3", "headline: River port reopens",
                  "paragraph: The river port of Mopti opened again.", "furniture: - 3 -",
                  "furniture: THE GAUGE, PAGE 4", "furniture: Boats     12",
                  "furniture: Ferries    3", "paragraph: The ferry returns in April, he said."));
}

TEST(Article, ReadsAPressRelease) {
  const Document document = read_one(
      "FOR IMMEDIATE RELEASE\n\nContact:\nAnn Lee, Gauge Boats\nPhone: 555 0142\n\n"
      "Gauge Boats Buys Rival of Mopti\n\n"
      "LIMA, Sept. 14, 2023 /WireNews/ -- Gauge Boats has bought a rival.\n");
  EXPECT_THAT(block_texts(document),
              ElementsAre("furniture: FOR IMMEDIATE RELEASE",
                          "furniture: Contact:", "furniture: Ann Lee, Gauge Boats",
                          "furniture: Phone: 555 0142", "headline: Gauge Boats Buys Rival of Mopti",
                          "dateline: LIMA, Sept. 14, 2023 /WireNews/ --",
                          "paragraph: Gauge Boats has bought a rival."));
  EXPECT_EQ(document.date, "2023-09-14");
}

TEST(Article, TellsSpeakersFromDatelines) {
  const Document document = read_one(
      "Hearing on the port\n\nCHAIRMAN BOYD: Did the port close in March?\n\n"
      "MS. KEEL: It never closed at all, Sir.\n");
  EXPECT_THAT(block_texts(document),
              ElementsAre("headline: Hearing on the port",
                          "paragraph: CHAIRMAN BOYD: Did the port close in March?",
                          "paragraph: MS. KEEL: It never closed at all, Sir."));
}

TEST(Article, KeepsTheLinesOfALogApart) {
  const Document document = read_one(
      "[12/03/2024, 14:02:11] Omar Haddad: did the master of the port pay?\n"
      "[12/03/2024, 14:02:40] Jo Penn: he wired it to the account in Cyprus\n");
  EXPECT_THAT(block_texts(document),
              ElementsAre("furniture: [12/03/2024, 14:02:11]",
                          "paragraph: Omar Haddad: did the master of the port pay?",
                          "furniture: [12/03/2024, 14:02:40]",
                          "paragraph: Jo Penn: he wired it to the account in Cyprus"));
}

TEST(Article, KnowsTheTitleBeforeTheDate) {
  const Article article =
      read_article("Port reopens Tuesday, March 4, 2025\n\nThe port is open again now.", {0, 63},
                   {"Port reopens", "", {}});
  ASSERT_EQ(article.blocks.size(), 3U);
  EXPECT_EQ(article.blocks[0], (Block{BlockKind::kHeadline, {0, 12}}));
  EXPECT_EQ(article.blocks[1], (Block{BlockKind::kDate, {13, 35}}));
  EXPECT_EQ(article.date, "2025-03-04");
}

}  // namespace
}  // namespace relata

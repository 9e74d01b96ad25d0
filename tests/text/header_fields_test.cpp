// Heads of labelled lines: mail, printouts of databases, front matter.
#include "text/header_fields.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "relata/text/read_document.hpp"
#include "text/block_text.hpp"

namespace relata {
namespace {

using testing::block_texts;
using ::testing::ElementsAre;

Document read_one(const std::string& text) {
  ReadOptions options;
  options.format = InputFormat::kText;
  Reading reading = read_documents({text, "x", "x.txt", 1, 0}, options);
  EXPECT_EQ(reading.documents.size(), 1U);
  return reading.documents.empty() ? Document() : reading.documents.front();
}

TEST(HeaderFields, OfAMailAreItsTitleDateAndWriter) {
  const Document document = read_one(
      "From: Ann Lee <ann@gauge.example>\n"
      "To: desk@gauge.example\n"
      "Subject: The harbour master\n"
      "Date: Mon, 3 Mar 2025 09:14:20 +0000\n\n"
      "The harbour master of Mopti was arrested on Friday.\n\n"
      "> Do you know where he is held?\n");
  EXPECT_THAT(block_texts(document),
              ElementsAre("furniture: From:", "byline: Ann Lee <ann@gauge.example>",
                          "furniture: To: desk@gauge.example",
                          "furniture: Subject:", "headline: The harbour master",
                          "furniture: Date:", "date: Mon, 3 Mar 2025 09:14:20 +0000",
                          "paragraph: The harbour master of Mopti was arrested on Friday.",
                          "furniture: >", "paragraph: Do you know where he is held?"));
  EXPECT_EQ(document.title, "The harbour master");
  EXPECT_EQ(document.date, "2025-03-03");
}

TEST(HeaderFields, OfFrontMatterHaveTheirStringsInQuotes) {
  const Document document = read_one(
      "---\ntitle: \"Who owns the port?\"\ndate: 2024-02-10\ntags: [ports]\n---\n\n"
      "## A company of Mopti\n\nThe port belongs to a company of Mopti.\n");
  EXPECT_THAT(block_texts(document),
              ElementsAre("furniture: ---", "furniture: title:", "headline: \"Who owns the port?\"",
                          "furniture: date:", "date: 2024-02-10", "furniture: tags: [ports]",
                          "furniture: ---", "furniture: ##", "heading: A company of Mopti",
                          "paragraph: The port belongs to a company of Mopti."));
  EXPECT_EQ(document.title, "Who owns the port?");
}

TEST(HeaderFields, NeedAHeadlineAndTwoMore) {
  EXPECT_THAT(block_texts(read_one("Port reopens after flood\n\nPlace: Mopti\nRiver: Niger\n\n"
                                   "Boats: The first came on Monday.\n")),
              ElementsAre("headline: Port reopens after flood", "heading: Place: Mopti",
                          "heading: River: Niger", "paragraph: Boats: The first came on Monday."));
}

}  // namespace
}  // namespace relata

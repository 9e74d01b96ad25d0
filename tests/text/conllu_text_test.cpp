#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "relata/text/read_document.hpp"

namespace relata {
namespace {

using ::testing::HasSubstr;

/// A row with an id, a form and MISC; the other columns are never read.
std::string row(const std::string& id, const std::string& form, const std::string& misc = "_") {
  return id + "\t" + form + "\tx\tX\tX\t_\t0\tdep\t_\t" + misc + "\n";
}

Reading read(const std::string& bytes) {
  ReadOptions options;
  options.format = InputFormat::kConllu;
  return read_documents({bytes, "x", "x.conllu", 1, 0}, options);
}

std::string form_at(const Document& document, Span span) {
  return document.text.substr(span.start, span.size());
}

const std::string kTwoSentences =
    "# newdoc id = a\n# newpar\n# sent_id = s1\n" + row("1-2", "Don't") + row("1", "Do") +
    row("2", "n't") + row("3", "go", "SpaceAfter=No") + row("4", ".") + "\n" + "# sent_id = s2\n" +
    row("1", "Stay", "SpacesAfter=\\s\\s") + row("1.1", "there") + row("2", "here") + "\n" +
    "# newpar\n# sent_id = s3\n" + row("1", "Why") + "\n";

TEST(ConlluText, SpellsTheTextOutOfItsWords) {
  const Reading reading = read(kTwoSentences);
  ASSERT_EQ(reading.documents.size(), 1U);
  const Document& document = reading.documents[0];
  EXPECT_EQ(document.id, "a");
  EXPECT_EQ(document.text, "Don't go. Stay  here\n\nWhy");
  ASSERT_EQ(document.given.size(), 3U);
  EXPECT_EQ(document.given[0].sent_id, "s1");
  EXPECT_TRUE(document.given[0].paragraph_start);
  EXPECT_FALSE(document.given[1].paragraph_start);
  EXPECT_TRUE(document.given[2].paragraph_start);
  ASSERT_EQ(document.blocks.size(), 2U);
  EXPECT_EQ(document.blocks[0].span, (Span{0, 20}));
}

TEST(ConlluText, GivesTheWordsOfATokenTheirParts) {
  const Document document = read(kTwoSentences).documents.at(0);
  const std::vector<GivenWord>& words = document.given[0].words;
  ASSERT_EQ(words.size(), 4U);
  EXPECT_EQ(form_at(document, words[0].span), "Do");
  EXPECT_EQ(form_at(document, words[1].span), "n't");
  EXPECT_EQ(words[0].token_end, 2U);
  EXPECT_EQ(words[1].token_end, 0U);
  // Forms that do not spell the token share it.
  const Document spanish =
      read(row("1-2", "wanna") + row("1", "want") + row("2", "to") + "\n").documents.at(0);
  EXPECT_EQ(form_at(spanish, spanish.given[0].words[0].span), "wanna");
  EXPECT_EQ(form_at(spanish, spanish.given[0].words[1].span), "wanna");
}

TEST(ConlluText, LeadsBackToTheFormColumn) {
  const Document document = read(kTwoSentences).documents.at(0);
  for (const GivenSentence& sentence : document.given) {
    for (const GivenWord& word : sentence.words) {
      const Span source = document.source.to_source(word.span);
      EXPECT_EQ(kTwoSentences.substr(source.start, source.size()), form_at(document, word.span));
    }
  }
}

TEST(ConlluText, NamesDocumentsThatHaveNoName) {
  const std::string sentence = row("1", "Go") + "\n";
  const Reading reading = read(sentence + "# newdoc\n" + sentence + "# newdoc id = b\n" + sentence +
                               "# newdoc\n" + sentence);
  std::vector<std::string> ids;
  for (const Document& document : reading.documents) ids.push_back(document.id);
  EXPECT_THAT(ids, ::testing::ElementsAre("x", "x~2", "b", "x~4"));
}

TEST(ConlluText, CostsOneDocumentWhereItIsBroken) {
  const auto fault = [](const std::string& broken) {
    const Reading reading =
        read("# newdoc id = a\n" + broken + "\n# newdoc id = b\n" + row("1", "Go") + "\n");
    EXPECT_EQ(reading.documents.size(), 1U);
    return reading.skipped.empty() ? "none" : describe(reading.skipped[0].error);
  };
  EXPECT_THAT(fault("1\tGo\n"), HasSubstr("x.conllu:2 (byte 16): 2 columns, expected 10"));
  EXPECT_THAT(fault(row("1", "Go") + row("3", "on")), HasSubstr("x.conllu:3"));
  EXPECT_THAT(fault(row("1-1", "Go")), HasSubstr("word range \"1-1\""));
  EXPECT_THAT(fault(row("1-3", "Go") + row("1", "G")), HasSubstr("ends inside the word range"));
  EXPECT_THAT(fault(row("1", "")), HasSubstr("empty FORM"));
  EXPECT_THAT(fault(row("1", "G\xFF")), HasSubstr("ill-formed UTF-8"));
  EXPECT_THAT(fault("# sent_id = 1\n"), HasSubstr("without a word"));
}

TEST(ConlluText, NeedsASentence) {
  EXPECT_THAT(describe(read("\n\n").skipped.at(0).error), HasSubstr("no sentence"));
}

}  // namespace
}  // namespace relata

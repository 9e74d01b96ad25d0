#include "analysis/tokeniser.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "analysis/chunk.hpp"
#include "analysis/code_points.hpp"
#include "relata/core/error.hpp"
#include "relata/core/json.hpp"

namespace relata {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;

const TokeniserWeights& shipped() {
  static const TokeniserWeights weights =
      TokeniserWeights::load(RELATA_SOURCE_DIR "/models/tokeniser.bin");
  return weights;
}

Document document_of(std::string text) {
  Document document;
  document.blocks.push_back({BlockKind::kParagraph, {0, text.size()}});
  document.text = std::move(text);
  return document;
}

/// Forms with a blank between tokens, "+" between the words of one.
std::string words_of(std::string text) {
  const Document document = document_of(std::move(text));
  std::string out;
  for (const BlockWords& block : tokenise(document, shipped())) {
    std::size_t token_end = 0;
    for (std::size_t i = 0; i < block.words.size(); ++i) {
      if (!out.empty()) out += i < token_end ? '+' : ' ';
      out += block.words[i].form;
      if (block.words[i].token_end != 0) token_end = block.words[i].token_end;
    }
  }
  return out;
}

TEST(Tokenise, DividesContractionsWithinTheirToken) {
  EXPECT_EQ(words_of("They don't know what it’s worth; he cannot say."),
            "They do+n't know what it+’s worth ; he can+not say .");
}

TEST(Tokenise, KeepsThePeriodOfAbbreviations) {
  EXPECT_EQ(words_of("Dr. Lee left the U.S. on Friday."), "Dr. Lee left the U.S. on Friday .");
}

TEST(Tokenise, DividesHyphenatedCompoundsAndAmounts) {
  EXPECT_EQ(words_of("a 5,000-strong crowd (for $3.2 million)"),
            "a 5,000 - strong crowd ( for $ 3.2 million )");
  EXPECT_EQ(words_of("Fog hit south-west Colombia and the far-right Freedom Party."),
            "Fog hit south - west Colombia and the far - right Freedom Party .");
}

TEST(Tokenise, KeepsAddressesAndInnerApostrophes) {
  EXPECT_EQ(words_of("See https://example.org/a?b=c, O'Neill's page."),
            "See https://example.org/a?b=c , O'Neill+'s page .");
}

TEST(Tokenise, LeavesWordsThatWereSetApartAlone) {
  EXPECT_EQ(words_of("He did n't like the `` red '' -LRB- sic -RRB- U.S. car 's wheels ."),
            "He did n't like the `` red '' -LRB- sic -RRB- U.S. car 's wheels .");
}

TEST(Tokenise, CountsTokenEndsWithinTheBlock) {
  const auto blocks = tokenise(document_of("I don't and won't."), shipped());
  ASSERT_THAT(blocks, SizeIs(1));
  std::vector<std::size_t> ends;
  for (const Word& word : blocks[0].words) ends.push_back(word.token_end);
  EXPECT_THAT(ends, ElementsAre(0, 3, 0, 0, 6, 0, 0));
}

TEST(Tokenise, NeverCrossesBlocksAndLeavesOutEmptyOnes) {
  Document document = document_of("No end\n \nhere");
  document.blocks = {{BlockKind::kHeadline, {0, 6}},
                     {BlockKind::kParagraph, {6, 9}},
                     {BlockKind::kParagraph, {9, 13}}};
  const auto blocks = tokenise(document, shipped());
  ASSERT_THAT(blocks, SizeIs(2));
  EXPECT_EQ(blocks[0].block, 0U);
  EXPECT_EQ(blocks[1].block, 2U);
  EXPECT_EQ(blocks[1].words.at(0).span, (Span{9, 13}));
}

TEST(Tokenise, CoversEveryCharacterButBlanksOnce) {
  // Any code points in any order, reproducibly.
  std::uint64_t state = 20;
  const auto next = [&state] {
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<std::uint32_t>(state >> 33);
  };
  constexpr std::u32string_view kAlphabet = U"ab'’.,-/(\"0$ \t\u00A0\u200B\u2060é日😀nt:w@";
  for (int round = 0; round < 500; ++round) {
    std::string text;
    for (std::uint32_t n = next() % 30; n > 0; --n) {
      append_utf8(
          next() % 8 == 0 ? char32_t{32} + next() % 0x3000 : kAlphabet[next() % kAlphabet.size()],
          text);
    }
    const Document document = document_of(text);
    std::size_t at = 0;
    std::string between;
    for (const BlockWords& block : tokenise(document, shipped())) {
      for (const Word& word : block.words) {
        ASSERT_GE(word.span.start, at);
        ASSERT_LT(word.span.start, word.span.end);
        ASSERT_EQ(text.substr(word.span.start, word.span.size()), word.form);
        between += text.substr(at, word.span.start - at);
        at = word.span.end;
      }
    }
    between += text.substr(at);
    for (const char kind : BlockText(between).kinds) {
      ASSERT_TRUE(kind == 0 || kind == 'F') << text;
    }
  }
}

TEST(Tokenise, AgreesWithTraining) {
  std::ifstream in(RELATA_SOURCE_DIR "/tests/analysis/fixtures/tokeniser.json", std::ios::binary);
  const std::string json{std::istreambuf_iterator<char>(in), {}};
  const JsonDocument parsed = parse_json(json);
  const JsonValue& fixture = parsed.root();
  ASSERT_TRUE(fixture.IsArray());
  ASSERT_GT(fixture.Size(), 10U);
  for (const auto& entry : fixture.GetArray()) {
    const std::string text = entry["text"].GetString();
    const auto blocks = tokenise(document_of(text), shipped());
    std::string expected;
    const CodePoints code_points(text);
    for (const auto& word : entry["words"].GetArray()) {
      expected += std::to_string(word[0].GetInt()) + '-' + std::to_string(word[1].GetInt()) +
                  (word[2].GetInt() != 0 ? "| " : "+ ");
    }
    std::string found;
    for (const BlockWords& block : blocks) {
      std::size_t token_end = 0;
      for (std::size_t i = 0; i < block.words.size(); ++i) {
        const Word& word = block.words[i];
        if (word.token_end != 0) token_end = word.token_end;
        found += std::to_string(code_points.index(word.span.start)) + '-' +
                 std::to_string(code_points.index(word.span.end)) +
                 (i + 1 < token_end ? "+ " : "| ");
      }
    }
    EXPECT_EQ(found, expected) << text;
  }
}

TEST(TokeniserWeights, NamesAFileThatIsNotThere) {
  try {
    TokeniserWeights::load("/nowhere/tokeniser.bin");
    ADD_FAILURE();
  } catch (const Error& error) {
    EXPECT_EQ(error.place().file, "/nowhere/tokeniser.bin");
  }
}

}  // namespace
}  // namespace relata

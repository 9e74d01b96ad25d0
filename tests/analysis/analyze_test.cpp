#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "analysis/document_words.hpp"
#include "analysis/model_fixture.hpp"
#include "analysis/random_model.hpp"
#include "relata/analysis/conllu.hpp"
#include "relata/analysis/model.hpp"
#include "relata/core/byte_sink.hpp"
#include "relata/core/error.hpp"
#include "relata/core/hash.hpp"

namespace relata {
namespace {

using ::testing::ElementsAre;

/// Every bit of an analysis, as text.
std::string dump(const Analysis& analysis) {
  std::string out;
  char number[32];
  for (const Sentence& sentence : analysis.sentences) {
    std::snprintf(number, sizeof(number), "%a", static_cast<double>(sentence.parse_margin));
    out += std::string("sentence ") + number + "\n";
    for (const Word& word : sentence.words) {
      out += word.form + "\t" + word.lemma + "\t" + std::string(to_string(word.upos)) + "\t" +
             word.feats + "\t" + std::to_string(word.head) + "\t" + word.deprel + "\n";
    }
  }
  for (const Name& name : analysis.names) {
    out += "name " + std::to_string(name.sentence) + " " + std::to_string(name.first) + " " +
           std::to_string(name.last) + " " + std::string(to_string(name.type)) + "\n";
  }
  for (const Mention& mention : analysis.mentions) {
    std::snprintf(number, sizeof(number), "%a", static_cast<double>(mention.score));
    out += "mention " + std::to_string(mention.sentence) + " " + std::to_string(mention.first) +
           " " + std::to_string(mention.last) + " " + std::to_string(mention.head) + " " +
           std::string(to_string(mention.type)) + " " + std::to_string(mention.cluster) + " " +
           number + "\n";
  }
  return out;
}

std::vector<std::vector<std::string>> random_sentences(std::size_t count, std::uint64_t seed) {
  static const std::vector<std::string> kForms = {
      "the",       "army",   "Minister",         "U.S.", ",", "\"", "in",  "2019",   "3,400",
      "part-time", "walked", "\u00C9lys\u00E9e", "of",   "(", ")",  "USA", "\u2014", "undoing",
      "I",         "."};
  testing::Random random(seed);
  std::vector<std::vector<std::string>> sentences(count);
  for (auto& sentence : sentences) {
    const std::size_t words = 1 + random.below(40);
    for (std::size_t i = 0; i < words; ++i) {
      sentence.push_back(kForms[random.below(static_cast<std::uint32_t>(kForms.size()))]);
    }
  }
  return sentences;
}

/// One paragraph of text.
Document raw_document(const std::string& text) {
  Document document;
  document.id = "raw";
  document.text = text;
  document.blocks.push_back({BlockKind::kParagraph, {0, text.size()}});
  document.source = SourceMap::identity(text.size());
  return document;
}

std::vector<std::string> split(const std::string& text, char mark) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, mark);) parts.push_back(part);
  return parts;
}

/// Lines of one sentence by their columns: https://universaldependencies.org/format.html
void expect_valid(const std::vector<std::vector<std::string>>& lines) {
  const auto words = std::count_if(lines.begin(), lines.end(), [](const auto& columns) {
    return columns[0].find('-') == std::string::npos;
  });
  int next = 1;
  int roots = 0;
  for (const std::vector<std::string>& columns : lines) {
    ASSERT_EQ(columns.size(), 10U) << columns[0];
    for (const std::string& column : columns) {
      EXPECT_FALSE(column.empty() || column.front() == ' ' || column.back() == ' ') << columns[0];
    }
    if (columns[0].find('-') != std::string::npos) {
      const int last = std::stoi(columns[0].substr(columns[0].find('-') + 1));
      EXPECT_TRUE(std::stoi(columns[0]) == next && next < last && last <= words) << columns[0];
      for (std::size_t c = 2; c < 9; ++c) EXPECT_EQ(columns[c], "_") << columns[0];
      continue;
    }
    EXPECT_EQ(columns[0], std::to_string(next++));
    EXPECT_TRUE(parse_upos(columns[3])) << columns[3];
    const std::vector<std::string> feats = split(columns[5], '|');
    EXPECT_TRUE(std::is_sorted(feats.begin(), feats.end())) << columns[5];
    for (const std::string& feat : feats) {
      EXPECT_TRUE(columns[5] == "_" || feat.find('=') != std::string::npos) << columns[5];
    }
    const int head = std::stoi(columns[6]);
    EXPECT_TRUE(0 <= head && head <= words && head != next - 1) << columns[0];
    EXPECT_EQ(head == 0, columns[7] == "root") << columns[0];
    EXPECT_EQ(columns[8], "_");
    roots += head == 0 ? 1 : 0;
  }
  EXPECT_EQ(roots, lines.empty() ? 0 : 1);
}

class AnalyzeDocument : public ::testing::Test {
 protected:
  void SetUp() override {
    if (testing::shipped_model() == nullptr) GTEST_SKIP() << "no tokeniser in models/ to load";
  }

  /// Made-up weights with the shipped tokeniser. A folder of its own, since CTest runs several
  /// processes of these tests at once; gone again once the weights are mapped.
  static const Model& random_model() {
    static const Model kModel = [] {
      const auto folder = std::filesystem::temp_directory_path() /
                          ("relata_random_model_" + std::to_string(::getpid()));
      testing::RandomModel().write(folder);
      std::filesystem::copy_file(testing::source_path("models/tokeniser.bin"),
                                 folder / "tokeniser.bin",
                                 std::filesystem::copy_options::overwrite_existing);
      Model model = Model::load(folder.string());
      std::filesystem::remove_all(folder);
      return model;
    }();
    return kModel;
  }

  static Analysis analyze(const Document& document) {
    AnalysisWorkspace workspace(random_model());
    return analyze_document(document, random_model(), workspace);
  }
};

TEST_F(AnalyzeDocument, GivesTheSameBytesOnEveryCpu) {
  // CTest repeats this under ONEDNN_MAX_CPU_ISA=AVX2 and SSE41. A change of the arithmetic changes
  // the hash; nothing else may.
  Analysis analysis = analyze(testing::given_document(random_sentences(60, 1)));
  // So does a change of what mentions a sentence keeps.
  // Lemma scripts and the rules of coreference may change without any arithmetic.
  for (Sentence& sentence : analysis.sentences) {
    for (Word& word : sentence.words) word.lemma.clear();
  }
  for (Mention& mention : analysis.mentions) mention.cluster = 0;
  EXPECT_GT(analysis.mentions.size(), 10U);
  EXPECT_GT(analysis.names.size(), 10U);
  EXPECT_EQ(to_hex(sha256(dump(analysis))).substr(0, 16), "6b25ed0e76dea507");
}

TEST_F(AnalyzeDocument, DoesNotDependOnWhatElseAWorkerDid) {
  AnalysisWorkspace used(random_model());
  std::vector<std::string> first;
  for (std::uint64_t seed = 0; seed < 6; ++seed) {
    const Document document = testing::given_document(random_sentences(5 + 10 * seed, seed));
    first.push_back(dump(analyze_document(document, random_model(), used)));
  }
  for (std::uint64_t seed = 6; seed-- > 0;) {
    const Document document = testing::given_document(random_sentences(5 + 10 * seed, seed));
    EXPECT_EQ(dump(analyze(document)), first[seed]);
  }
}

TEST_F(AnalyzeDocument, DoesNotDependOnThreads) {
  const Document document = testing::given_document(random_sentences(30, 7));
  const std::string alone = dump(analyze(document));
  std::vector<std::string> found(4);
  std::vector<std::thread> threads;
  for (std::string& result : found) {
    threads.emplace_back([&] { result = dump(analyze(document)); });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_THAT(found, ElementsAre(alone, alone, alone, alone));
}

TEST_F(AnalyzeDocument, GivesOneWellFormedTreeASentence) {
  const auto sentences = random_sentences(50, 3);
  const Analysis analysis = analyze(testing::given_document(sentences));
  ASSERT_EQ(analysis.sentences.size(), sentences.size());
  for (const Sentence& sentence : analysis.sentences) {
    std::size_t roots = 0;
    for (std::size_t i = 0; i < sentence.words.size(); ++i) {
      const Word& word = sentence.words[i];
      roots += word.head == 0 ? 1 : 0;
      EXPECT_EQ(word.head == 0, word.deprel == "root");
      std::size_t node = i + 1;
      for (std::size_t steps = 0; node != 0; ++steps, node = sentence.words[node - 1].head) {
        ASSERT_LE(steps, sentence.words.size()) << "a cycle";
      }
    }
    EXPECT_EQ(roots, 1U);
    EXPECT_LE(sentence.parse_margin, 0);
  }
}

TEST_F(AnalyzeDocument, KeepsAGivenSentenceOfAThousandWords) {
  const std::vector<std::string> words(1000, "army");
  const Analysis analysis = analyze(testing::given_document({words}));
  ASSERT_EQ(analysis.sentences.size(), 1U);
  ASSERT_EQ(analysis.sentences[0].words.size(), 1000U);
  std::size_t roots = 0;
  for (const Word& word : analysis.sentences[0].words) roots += word.head == 0 ? 1 : 0;
  EXPECT_EQ(roots, 1U);
}

TEST_F(AnalyzeDocument, BoundsTextThatNeverEnds) {
  // A "sentence" of ten thousand words, and a table of a thousand cells.
  const std::array<std::pair<std::string_view, std::size_t>, 2> texts = {
      {{"army ", 10'000}, {"12.5\t", 1'000}}};
  for (const auto& [cell, cells] : texts) {
    std::string text;
    for (std::size_t i = 0; i < cells; ++i) text += cell;
    const Analysis analysis = analyze(raw_document(text));
    std::size_t words = 0;
    for (const Sentence& each : analysis.sentences) {
      EXPECT_LE(each.words.size(), kLongestTree);
      words += each.words.size();
    }
    EXPECT_EQ(words, cells);
  }
}

TEST_F(AnalyzeDocument, WritesValidConlluOnEveryLine) {
  StringSink sink;
  const Document raw = raw_document(
      "The U.S. army can't move | \u2013 don\u2019t #tag _ = a=b|c (x_y) gonna\u00A0go\tthere.\n"
      "# text = no comment 1-2 3.1 \U0001F600 http://example.org/a?b=c#d \u201CWho's there?\u201D "
      "\u4E2D\u6587 e\u0301te\u0301 \u200B \\s *** -LRB- `` '' 5'10\" rock'n'roll");
  write_conllu(raw, analyze(raw), sink);
  const Document given = testing::given_document(random_sentences(30, 8));
  write_conllu(given, analyze(given), sink);
  std::vector<std::vector<std::string>> sentence;
  std::size_t sentences = 0;
  for (const std::string& line : split(sink.text(), '\n')) {
    if (line.starts_with('#') && sentence.empty()) continue;
    if (!line.empty()) {
      sentence.push_back(split(line, '\t'));
      continue;
    }
    expect_valid(sentence);
    sentences += sentence.empty() ? 0 : 1;
    sentence.clear();
  }
  EXPECT_TRUE(sentence.empty()) << "a blank line ends the last sentence, too";
  EXPECT_GT(sentences, 30U);
}

TEST_F(AnalyzeDocument, SortsMentionsAndKeepsTheirHeadsInside) {
  const Analysis analysis = analyze(testing::given_document(random_sentences(40, 4)));
  for (std::size_t i = 0; i < analysis.mentions.size(); ++i) {
    const Mention& mention = analysis.mentions[i];
    EXPECT_TRUE(mention.first <= mention.head && mention.head <= mention.last);
    EXPECT_LT(mention.last, analysis.sentences[mention.sentence].words.size());
    EXPECT_GT(mention.score, 0.5F);
    if (i == 0) continue;
    const Mention& before = analysis.mentions[i - 1];
    EXPECT_TRUE(std::tuple(before.sentence, before.first, mention.last) <
                    std::tuple(mention.sentence, mention.first, before.last) ||
                std::tuple(before.sentence, before.first) <
                    std::tuple(mention.sentence, mention.first));
  }
}

TEST_F(AnalyzeDocument, HasNothingToSayOfAnEmptyDocument) {
  EXPECT_EQ(analyze(Document()), Analysis());
}

TEST_F(AnalyzeDocument, RefusesADocumentBeyondItsMemory) {
  const std::vector<std::string> words(1'000'001, "a");
  EXPECT_THROW(analyze(testing::given_document({words})), Error);
}

/// One block of `size` words with these sentence-end logits at some places.
std::vector<std::size_t> sentence_sizes(std::size_t size,
                                        const std::vector<std::pair<std::size_t, float>>& ends,
                                        std::size_t token_at = 0) {
  DocumentWords words;
  words.words.resize(size);
  if (token_at > 0) words.words[token_at].token_end = token_at + 2;
  words.blocks.push_back({0, size, Zone::kText});
  std::vector<WordTags> tags(size);
  for (WordTags& tag : tags) tag.sentence_end = -5;
  for (const auto& [place, logit] : ends) tags[place].sentence_end = logit;
  std::vector<std::size_t> sizes;
  for (const SentenceRange& range : sentence_ranges(Document(), words, tags)) {
    sizes.push_back(range.end - range.first);
  }
  return sizes;
}

TEST(CutSections, KeepsAllWordsBlocksAndGivenSentencesInOrder) {
  DocumentWords words;
  testing::Random random(8);
  while (words.words.size() < 30'000) {
    const std::size_t first = words.words.size();
    const std::size_t size = 1 + random.below(3000);
    for (std::size_t i = 0; i < size; ++i) {
      words.words.emplace_back();
      words.words.back().form = std::to_string(first + i);
    }
    words.blocks.push_back({first, first + size, Zone::kText});
    words.given.push_back({first, first + size, Zone::kText, true, {}});
  }
  const std::size_t blocks = words.blocks.size();
  std::size_t place = 0;
  std::size_t blocks_seen = 0;
  const std::vector<DocumentWords> sections = cut_sections(words);
  EXPECT_GT(sections.size(), 2U);
  for (const DocumentWords& section : sections) {
    EXPECT_LT(section.words.size(), 12'000U);
    ASSERT_EQ(section.given.size(), section.blocks.size());
    for (std::size_t b = 0; b < section.blocks.size(); ++b, ++blocks_seen) {
      EXPECT_EQ(section.given[b].first, section.blocks[b].first);
      EXPECT_EQ(section.given[b].end, section.blocks[b].end);
      EXPECT_EQ(section.words[section.blocks[b].first].form,
                words.words[words.blocks[blocks_seen].first].form);
    }
    for (const Word& word : section.words) EXPECT_EQ(word.form, std::to_string(place++));
  }
  EXPECT_EQ(place, words.words.size());
  EXPECT_EQ(blocks_seen, blocks);
}

TEST(SentenceRanges, EndAtPositiveLogitsAndBlocks) {
  EXPECT_THAT(sentence_sizes(10, {{3, 1.0F}, {5, -1.0F}}), ElementsAre(4, 6));
}

TEST(SentenceRanges, NeverCutAMultiwordToken) {
  // Words 3 and 4 are one token, and the end is seen inside it.
  EXPECT_THAT(sentence_sizes(10, {{3, 1.0F}}, 3), ElementsAre(5, 5));
}

/// Sizes of the sentences of one block whose words cling together where no blank is, when the
/// model sees an end at word `end`.
std::vector<std::size_t> sizes_of_spaced(std::string_view text,
                                         const std::vector<std::string_view>& forms,
                                         std::size_t end) {
  DocumentWords words;
  std::size_t at = 0;
  for (const std::string_view form : forms) {
    at = text.find(form, at);
    words.words.emplace_back().form = form;
    words.words.back().span = {at, at + form.size()};
    at += form.size();
  }
  words.blocks.push_back({0, forms.size(), Zone::kText});
  std::vector<WordTags> tags(forms.size());
  for (WordTags& tag : tags) tag.sentence_end = -5;
  tags[end].sentence_end = 5;
  std::vector<std::size_t> sizes;
  for (const SentenceRange& range : sentence_ranges(Document(), words, tags)) {
    sizes.push_back(range.end - range.first);
  }
  return sizes;
}

TEST(SentenceRanges, KeepMarksWithWhatTheyOpenOrClose) {
  EXPECT_THAT(
      sizes_of_spaced("(So it is.) Now go", {"(", "So", "it", "is", ".", ")", "Now", "go"}, 4),
      ElementsAre(6, 2));
  EXPECT_THAT(sizes_of_spaced("\"Go.\" She went", {"\"", "Go", ".", "\"", "She", "went"}, 2),
              ElementsAre(4, 2));
  EXPECT_THAT(sizes_of_spaced("She went. \"Go", {"She", "went", ".", "\"", "Go"}, 3),
              ElementsAre(3, 2));
  EXPECT_THAT(sizes_of_spaced("She went. \"Go", {"She", "went", ".", "\"", "Go"}, 2),
              ElementsAre(3, 2));
}

TEST(SentenceRanges, CutOverlongSentencesAtTheirLikeliestEnd) {
  EXPECT_THAT(sentence_sizes(300, {{99, -1.0F}, {120, -2.0F}}), ElementsAre(100, 40, 160));
}

}  // namespace
}  // namespace relata

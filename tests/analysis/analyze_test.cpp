#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "analysis/document_words.hpp"
#include "analysis/model_fixture.hpp"
#include "analysis/random_model.hpp"
#include "relata/analysis/model.hpp"
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
  // Lemma scripts and the rules of coreference may change without any arithmetic.
  for (Sentence& sentence : analysis.sentences) {
    for (Word& word : sentence.words) word.lemma.clear();
  }
  for (Mention& mention : analysis.mentions) mention.cluster = 0;
  EXPECT_GT(analysis.mentions.size(), 10U);
  EXPECT_GT(analysis.names.size(), 10U);
  EXPECT_EQ(to_hex(sha256(dump(analysis))).substr(0, 16), "deb67d26ba01419d");
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

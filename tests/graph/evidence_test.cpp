#include "relata/graph/evidence.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/range/iterator_range.hpp>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "graph/small_graph.hpp"
#include "relata/graph/excerpt.hpp"

namespace relata {
namespace {

Evidence make_told(std::size_t document, std::uint64_t index, std::string text,
                   std::string surface) {
  Evidence one;
  one.document = document;
  one.sentence = {index, {index * 10, index * 10 + 9}, std::move(text), {index, index + 300}};
  one.surface = std::move(surface);
  one.subject_text = "Ida Holm";
  one.time = "2024-05";
  one.rule = "clause/object";
  one.confidence = 0.123;
  one.modality = Modality::kAsked;
  return one;
}

/// Three sentences of 2 MB, which fill more than one block of a spool, and five facts of them.
struct Stored {
  explicit Stored(const std::shared_ptr<SpoolRoom>& room) : store(room) {
    for (std::size_t i = 0; i < 3; ++i) {
      Evidence one = make_told(i / 2, 1 + i % 2, std::string(2'000'000 + i, 'a'), "opened");
      places.push_back(store.add_sentence(one.document, one.sentence));
      told.push_back(std::move(one));
    }
    const auto add = [&](const std::vector<std::size_t>& which) {
      std::vector<Evidence> evidence;
      std::vector<SentencePlace> of_sentences;
      for (const std::size_t i : which) {
        evidence.push_back(told[i]);
        of_sentences.push_back(places[i]);
      }
      facts.push_back(store.add(evidence, of_sentences));
      lists.push_back(evidence);
    };
    add({2});
    add({0, 2, 1});
    add({1, 1});
    add({0});
    add({2, 2, 0});
  }

  EvidenceStore store;
  std::vector<Evidence> told;
  std::vector<SentencePlace> places;
  std::vector<EvidencePlace> facts;
  std::vector<std::vector<Evidence>> lists;
};

class EvidenceStores : public testing::TestWithParam<std::uint64_t> {
 protected:
  const Stored stored_{std::make_shared<SpoolRoom>(GetParam(), testing::TempDir())};
};

TEST_P(EvidenceStores, GiveBackWhatWasTold) {
  EvidenceReader reader(stored_.store);
  for (std::size_t i = 0; i < stored_.facts.size(); ++i) {
    const std::vector<Evidence>& told = stored_.lists[i];
    const std::span<const Evidence> read = reader.read(stored_.facts[i]);
    EXPECT_TRUE(std::equal(read.begin(), read.end(), told.begin(), told.end())) << i;
    EXPECT_EQ(reader.best(stored_.facts[i]), told.front());
    EXPECT_EQ(reader.read(stored_.facts[i], 1).size(), 1U);
  }
  EXPECT_TRUE(reader.read(EvidencePlace::kNone).empty());
}

TEST_P(EvidenceStores, GiveTheBestOfEachSentence) {
  EvidenceReader reader(stored_.store);
  const std::span<const Evidence> thrice = reader.best_of_each_sentence(stored_.facts[4]);
  ASSERT_EQ(thrice.size(), 2U);
  EXPECT_EQ(thrice[0], stored_.told[2]);
  EXPECT_EQ(thrice[1], stored_.told[0]);
  EXPECT_EQ(reader.best_of_each_sentence(stored_.facts[1]).size(), 3U);
  EXPECT_EQ(reader.best_of_each_sentence(stored_.facts[2]).size(), 1U);
  EXPECT_TRUE(reader.best_of_each_sentence(EvidencePlace::kNone).empty());
}

TEST_P(EvidenceStores, HaveEverySentenceOnceInOrder) {
  SentenceReader reader(stored_.store);
  for (std::size_t i = 0; i < stored_.told.size(); ++i) {
    const GraphSentence* sentence = reader.next();
    ASSERT_NE(sentence, nullptr);
    EXPECT_EQ(sentence->document, stored_.told[i].document);
    EXPECT_EQ(sentence->sentence, stored_.told[i].sentence);
    EXPECT_EQ(reader.place(), stored_.places[i]);
  }
  EXPECT_EQ(reader.next(), nullptr);
}

INSTANTIATE_TEST_SUITE_P(InMemoryAndInFiles, EvidenceStores,
                         testing::Values(0, std::uint64_t{3} << 20, SpoolRoom::kAllMemory));

TEST(SentencePrecedes, OrdersByDocumentPlaceAndText) {
  const auto sentence = [](std::uint64_t index, TextRange range, std::string text) {
    return SentenceRecord{index, range, std::move(text), {}};
  };
  const SentenceRecord first = sentence(9, {0, 5}, "b");
  EXPECT_TRUE(sentence_precedes(0, sentence(9, {7, 9}, "a"), 1, first));
  EXPECT_TRUE(sentence_precedes(0, first, 0, sentence(1, {7, 9}, "a")));
  EXPECT_TRUE(sentence_precedes(0, sentence(9, {0, 5}, "a"), 0, first));
  EXPECT_TRUE(sentence_precedes(0, sentence(1, {}, "z"), 0, sentence(2, {}, "a")));
  EXPECT_FALSE(sentence_precedes(0, first, 0, first));
}

/// The excerpt of a graph whose evidence is in files is that of one in memory.
TEST(CutExcerpt, IsTheSameFromAFile) {
  std::mt19937 random(7);
  const EntityGraph whole = make_random_graph(random, 30, 80);
  ExcerptOptions options;
  options.since = "2021";
  const Excerpt in_memory = cut_excerpt(whole, options);
  const Excerpt in_file =
      cut_excerpt(whole, options, std::make_shared<SpoolRoom>(0, testing::TempDir()));
  EvidenceReader left(in_memory.graph.evidence);
  EvidenceReader right(in_file.graph.evidence);
  ASSERT_GT(boost::num_edges(in_memory.graph.graph), 0U);
  for (const auto edge : boost::make_iterator_range(boost::edges(in_memory.graph.graph))) {
    EXPECT_EQ(left.best(in_memory.graph.graph[edge].evidence),
              right.best(in_file.graph.graph[edge].evidence));
  }
}

}  // namespace
}  // namespace relata

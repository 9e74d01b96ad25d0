#include "extract/parts_of_places.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "sentence_lines.hpp"
#include "shipped_lexicon.hpp"

namespace relata {
namespace {

using ::testing::ElementsAre;

using Found = std::vector<std::pair<std::string, std::size_t>>;

/// Words of each mention, with its cluster.
Found mentions_of(const Analysis& analysis) {
  Found found;
  for (const Mention& mention : analysis.mentions) {
    const Sentence& sentence = analysis.sentences[mention.sentence];
    std::string text;
    for (std::size_t id = mention.first; id <= mention.last; ++id) {
      text += (text.empty() ? "" : " ") + sentence.words[id].form;
    }
    found.emplace_back(text, mention.cluster);
  }
  return found;
}

/// What is left of one mention of all words, headed by the last, in cluster 0.
Found parted(const std::string& lines) {
  Analysis analysis;
  analysis.sentences = {sentence_of(lines)};
  const std::size_t last = analysis.sentences[0].words.size() - 1;
  analysis.mentions = {{0, 0, last, last, MentionType::kPlace, MentionForm::kName, 0}};
  analysis.clusters = 1;
  return mentions_of(part_places_by_direction(analysis, lexicon()));
}

TEST(PartPlacesByDirection, MakesAPartAPlaceOfItsOwn) {
  EXPECT_THAT(parted("southern southern ADJ 2 amod\nPeru Peru PROPN 0 root\n"),
              ElementsAre(std::pair("southern Peru", 1U), std::pair("Peru", 0U)));
  EXPECT_THAT(
      parted("the the DET 3 det\nwestern western ADJ 3 amod\nUnited United PROPN 4 "
             "compound\nStates States PROPN 0 root\n"),
      ElementsAre(std::pair("the western United States", 1U), std::pair("United States", 0U)));
  EXPECT_THAT(parted("north north ADJ 3 compound\n- - PUNCT 1 punct\nwest west ADJ 4 amod\nSarno "
                     "Sarno PROPN 0 root\n"),
              ElementsAre(std::pair("north - west Sarno", 1U), std::pair("Sarno", 0U)));
}

TEST(PartPlacesByDirection, HasOneOfEachInADocument) {
  Analysis analysis;
  const std::string lines = "southern southern ADJ 2 amod\nPeru Peru PROPN 0 root\n";
  analysis.sentences = {sentence_of(lines), sentence_of(lines)};
  analysis.mentions = {{0, 0, 1, 1, MentionType::kPlace, MentionForm::kName, 0},
                       {1, 0, 1, 1, MentionType::kPlace, MentionForm::kName, 3}};
  analysis.clusters = 4;
  EXPECT_THAT(mentions_of(part_places_by_direction(analysis, lexicon())),
              ElementsAre(std::pair("southern Peru", 4U), std::pair("Peru", 0U),
                          std::pair("southern Peru", 4U), std::pair("Peru", 3U)));
}

TEST(PartPlacesByDirection, LeavesWholePlacesAndSeveral) {
  // Where the region lies.
  EXPECT_THAT(parted("central central ADJ 3 amod\nCallao Callao PROPN 3 compound\nRegion Region "
                     "PROPN 0 root\n"),
              ElementsAre(std::pair("central Callao Region", 0U)));
  // A name with its capital.
  EXPECT_THAT(parted("North North PROPN 2 compound\nSarno Sarno PROPN 0 root\n"),
              ElementsAre(std::pair("North Sarno", 0U)));
  EXPECT_THAT(parted("northern northern ADJ 4 amod\nand and CCONJ 3 cc\neastern eastern ADJ 1 "
                     "conj\nPeru Peru PROPN 0 root\n"),
              ElementsAre(std::pair("northern and eastern Peru", 0U)));
  EXPECT_THAT(parted("warm warm ADJ 2 amod\nPeru Peru PROPN 0 root\n"),
              ElementsAre(std::pair("warm Peru", 0U)));
}

}  // namespace
}  // namespace relata

#include "extract/named_places.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "sentence_lines.hpp"
#include "shipped_lexicon.hpp"

namespace relata {
namespace {

using ::testing::ElementsAre;

/// "DETERMINER NOUN of NAME fell", with a mention of the phrase and one of the name, then "it
/// fell", said of the phrase; the clusters of all.
std::vector<std::size_t> clusters(const std::string& determiner, const std::string& noun,
                                  const std::string& name, bool mentioned = true) {
  Analysis analysis;
  Sentence sentence = sentence_of(determiner + " the DET 2 det\n" + noun + " " + noun +
                                  " NOUN 5 nsubj\n" + "of of ADP 4 case\n" + name + " " + name +
                                  " PROPN 2 nmod\n" + "fell fall VERB 0 root\n");
  sentence.words[1].feats = "Number=Sing";
  analysis.sentences = {sentence, sentence_of("it it PRON 2 nsubj\nfell fall VERB 0 root\n")};
  analysis.mentions = {{0, 0, 3, 1, MentionType::kPlace, MentionForm::kNominal, 0},
                       {0, 3, 3, 3, MentionType::kPlace, MentionForm::kName, 1},
                       {1, 0, 0, 0, MentionType::kPlace, MentionForm::kPronoun, 0}};
  if (!mentioned) {
    analysis.mentions.erase(analysis.mentions.begin() + 1);
    analysis.names = {{0, 3, 3, NameType::kLocation}};
  }
  analysis.clusters = 2;
  std::vector<std::size_t> found;
  for (const Mention& mention : join_named_places(analysis, lexicon()).mentions) {
    found.push_back(mention.cluster);
  }
  return found;
}

TEST(JoinNamedPlaces, TakesTheCityOfANameForThatPlace) {
  EXPECT_THAT(clusters("the", "city", "Sarno"), ElementsAre(1, 1, 1));
  EXPECT_THAT(clusters("The", "state", "Orla"), ElementsAre(1, 1, 1));
}

TEST(JoinNamedPlaces, FindsTheTaggedNameThatNoMentionCovers) {
  EXPECT_THAT(clusters("the", "city", "Sarno", false), ElementsAre(0, 0, 0));
}

TEST(JoinNamedPlaces, LeavesParts) {
  EXPECT_THAT(clusters("a", "city", "Sarno"), ElementsAre(0, 1, 0));
  EXPECT_THAT(clusters("the", "suburb", "Sarno"), ElementsAre(0, 1, 0));
  EXPECT_THAT(clusters("the", "region", "Peru"), ElementsAre(0, 1, 0));
}

}  // namespace
}  // namespace relata

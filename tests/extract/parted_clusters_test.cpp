#include "extract/parted_clusters.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

namespace relata {
namespace {

using ::testing::ElementsAre;

const Lexicon& lexicon() {
  static const Lexicon kLexicon = Lexicon::load(RELATA_SOURCE_DIR "/models/lexicon.tsv");
  return kLexicon;
}

struct Phrase {
  std::string text;  ///< its last word is the head; words with a capital are proper nouns
  MentionType type = MentionType::kPlace;
};

/// A cluster of the given phrases, a sentence each, parted; the cluster of each.
std::vector<std::size_t> part(const std::vector<Phrase>& phrases) {
  Analysis analysis;
  analysis.clusters = 1;
  for (const Phrase& phrase : phrases) {
    Sentence sentence;
    std::istringstream in(phrase.text);
    for (std::string form; in >> form;) {
      Word word;
      word.form = form;
      word.lemma = form;
      const bool capital = form[0] >= 'A' && form[0] <= 'Z';
      word.upos = capital ? Upos::kPropn : form == "the" ? Upos::kDet : Upos::kNoun;
      if (form == "of") word.upos = Upos::kAdp;
      if (form == "it") word.upos = Upos::kPron;
      word.deprel = "compound";
      sentence.words.push_back(word);
    }
    const std::size_t last = sentence.words.size() - 1;
    const bool person = phrase.type == MentionType::kPerson;
    // People are headed by their given names, other things by their last words.
    const std::size_t head = person ? 0 : last;
    for (std::size_t i = 0; i <= last; ++i) {
      sentence.words[i].head = i == head ? 0 : head + 1;
      if (person && i > 0) sentence.words[i].deprel = "flat";
    }
    Mention mention;
    mention.sentence = analysis.sentences.size();
    mention.last = last;
    mention.head = head;
    mention.type = phrase.type;
    const Upos upos = sentence.words[head].upos;
    mention.form = upos == Upos::kPropn  ? MentionForm::kName
                   : upos == Upos::kPron ? MentionForm::kPronoun
                                         : MentionForm::kNominal;
    analysis.mentions.push_back(mention);
    analysis.sentences.push_back(sentence);
  }
  std::vector<std::size_t> clusters;
  for (const Mention& mention : part_clusters(analysis, lexicon()).mentions) {
    clusters.push_back(mention.cluster);
  }
  return clusters;
}

TEST(PartClusters, KeepsTwoCountriesApartWithWhatFollowsThem) {
  EXPECT_THAT(part({{"Peru"}, {"the country"}, {"Chile"}, {"it"}, {"Peru"}}),
              ElementsAre(0, 0, 1, 1, 0));
}

TEST(PartClusters, KeepsBodiesOfTwoCountriesApart) {
  constexpr auto kBody = MentionType::kOrganization;
  EXPECT_THAT(part({{"the Peruvian army", kBody},
                    {"the army", kBody},
                    {"the Chilean army", kBody},
                    {"it", kBody},
                    {"the Peruvian army", kBody}}),
              ElementsAre(0, 0, 1, 1, 0));
}

TEST(PartClusters, KeepsACountryWithItsOwnNamesOnly) {
  EXPECT_THAT(part({{"United States"}, {"U.S."}, {"American"}, {"America"}}),
              ElementsAre(0, 0, 0, 0));
  EXPECT_THAT(part({{"Peru"}, {"Peru Navy", MentionType::kOrganization}, {"Peru"}}),
              ElementsAre(0, 1, 0));
  EXPECT_THAT(part({{"Peru"}, {"Northern Peru"}, {"Peru"}}), ElementsAre(0, 1, 0));
}

TEST(PartClusters, KeepsPeopleOfOneFamilyApart) {
  const MentionType person = MentionType::kPerson;
  EXPECT_THAT(part({{"Ada Moen", person}, {"Moen", person}, {"Ola Moen", person}}),
              ElementsAre(0, 0, 1));
  EXPECT_THAT(part({{"Ada Moen", person}, {"A. Moen", person}, {"Ada Liv Moen", person}}),
              ElementsAre(0, 0, 0));
}

TEST(PartClusters, KeepsThingsOfOneKindApart) {
  const MentionType body = MentionType::kOrganization;
  EXPECT_THAT(part({{"House of Lords", body}, {"House of Commons", body}}), ElementsAre(0, 1));
  EXPECT_THAT(part({{"Ministry of Defence", body}, {"Defense Ministry", body}}), ElementsAre(0, 0));
  EXPECT_THAT(part({{"Lake District Board", body}, {"LDB", body}, {"Board", body}}),
              ElementsAre(0, 0, 0));
}

TEST(PartClusters, KeepsWhoRulesFromWhoFights) {
  constexpr auto kBody = MentionType::kOrganization;
  EXPECT_THAT(
      part({{"the junta", kBody}, {"the army", kBody}, {"it", kBody}, {"the junta", kBody}}),
      ElementsAre(0, 1, 1, 0));
  EXPECT_THAT(part({{"the army", kBody}, {"the military", kBody}, {"the force", kBody}}),
              ElementsAre(0, 0, 0));
}

TEST(PartClusters, TakesTheNameBeforeItsKindForABodysName) {
  const MentionType body = MentionType::kOrganization;
  EXPECT_THAT(part({{"the Blue Cross group", body}, {"it", body}, {"the Orla party", body}}),
              ElementsAre(0, 0, 1));
  EXPECT_THAT(part({{"the Blue Cross militant group", body}, {"Blue Cross", body}}),
              ElementsAre(0, 0));
  // A subsidiary is somebody's: the name is not its own.
  EXPECT_THAT(part({{"the Orla subsidiary", body}, {"the Blue Cross subsidiary", body}}),
              ElementsAre(0, 0));
}

TEST(PartClusters, KeepsNumbersApart) {
  const MentionType event = MentionType::kEvent;
  EXPECT_THAT(part({{"2021 Oslo Games", event}, {"2025 Oslo Games", event}}), ElementsAre(0, 1));
  EXPECT_THAT(part({{"2021 Oslo Games", event}, {"Oslo Games", event}}), ElementsAre(0, 0));
}

}  // namespace
}  // namespace relata

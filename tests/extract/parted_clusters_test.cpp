#include "extract/parted_clusters.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "sentence_lines.hpp"
#include "shipped_lexicon.hpp"

namespace relata {
namespace {

using ::testing::ElementsAre;

struct Phrase {
  std::string text;  ///< its last word is the head; words with a capital are proper nouns
  MentionType type = MentionType::kPlace;
};

/// The cluster of each mention once they are parted.
std::vector<std::size_t> clusters_of(const Analysis& analysis) {
  std::vector<std::size_t> clusters;
  for (const Mention& mention : part_clusters(analysis, lexicon()).mentions) {
    clusters.push_back(mention.cluster);
  }
  return clusters;
}

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
  return clusters_of(analysis);
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

TEST(PartClusters, KeepsARulerFromWhoBearsTheNameInTheMiddle) {
  // "Pope", "Francis": headed by the name.
  const auto clusters = [](const std::string& title) {
    Analysis analysis;
    analysis.clusters = 1;
    analysis.sentences = {
        sentence_of("Robert Robert PROPN 0 root\nFrancis Francis PROPN 1 flat\n"
                    "Orel Orel PROPN 1 flat\n"),
        sentence_of(title + " " + title + " PROPN 2 nmod:desc\nFrancis Francis PROPN 0 root\n")};
    analysis.mentions = {{0, 0, 2, 0, MentionType::kPerson, MentionForm::kName, 0},
                         {1, 0, 1, 1, MentionType::kPerson, MentionForm::kName, 0}};
    return clusters_of(analysis);
  };
  EXPECT_THAT(clusters("Pope"), ElementsAre(0, 1));
  EXPECT_THAT(clusters("Mr"), ElementsAre(0, 0));
}

TEST(PartClusters, KeepsPeopleOfTwoSexesApart) {
  const MentionType person = MentionType::kPerson;
  EXPECT_THAT(part({{"widow", person}, {"Moen", person}, {"man", person}, {"it", person}}),
              ElementsAre(0, 0, 1, 1));
  EXPECT_THAT(part({{"widow", person}, {"woman", person}, {"pensioner", person}}),
              ElementsAre(0, 0, 0));
}

TEST(PartClusters, KeepsPeopleOfTwoAgesApart) {
  const auto of_age = [](const std::string& years) {
    return sentence_of("Moen Moen PROPN 4 nsubj\n, , PUNCT 3 punct\n" + years + " " + years +
                       " NUM 1 appos\n, , PUNCT 1 punct\n");
  };
  const auto clusters = [&](const std::string& older) {
    Analysis analysis;
    analysis.clusters = 1;
    analysis.sentences = {of_age("24"), of_age(older)};
    analysis.mentions = {{0, 0, 0, 0, MentionType::kPerson, MentionForm::kName, 0},
                         {1, 0, 0, 0, MentionType::kPerson, MentionForm::kName, 0}};
    return clusters_of(analysis);
  };
  EXPECT_THAT(clusters("41"), ElementsAre(0, 1));
  EXPECT_THAT(clusters("25"), ElementsAre(0, 0));
}

TEST(PartClusters, KeepsThingsOfOneKindApart) {
  const MentionType body = MentionType::kOrganization;
  EXPECT_THAT(part({{"House of Lords", body}, {"House of Commons", body}}), ElementsAre(0, 1));
  EXPECT_THAT(part({{"Ministry of Defence", body}, {"Defense Ministry", body}}), ElementsAre(0, 0));
  EXPECT_THAT(part({{"Lake District Board", body}, {"LDB", body}, {"Board", body}}),
              ElementsAre(0, 0, 0));
}

TEST(PartClusters, PartsACountrysForcesFromABodyOfAnotherName) {
  constexpr MentionType kBody = MentionType::kOrganization;
  EXPECT_THAT(part({{"the Peruvian military", kBody}, {"the Swift Lance Forces", kBody}}),
              ElementsAre(0, 1));
  EXPECT_THAT(part({{"the Peruvian military", kBody}, {"the Peruvian Lance Forces", kBody}}),
              ElementsAre(0, 0));
  EXPECT_THAT(part({{"the Peruvian military", kBody}, {"the Larnexa", kBody}}), ElementsAre(0, 0));
  EXPECT_THAT(part({{"the military", kBody}, {"the Swift Lance Forces", kBody}}),
              ElementsAre(0, 0));
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

TEST(PartClusters, KeepsABodyFromTheNameOfAnotherCountrys) {
  constexpr auto kBody = MentionType::kOrganization;
  EXPECT_THAT(part({{"Peruvian Farming Department", kBody}, {"the Chilean cabinet", kBody}}),
              ElementsAre(0, 1));
  EXPECT_THAT(part({{"Peruvian Farming Department", kBody}, {"the Peruvian cabinet", kBody}}),
              ElementsAre(0, 0));
}

TEST(PartClusters, KeepsPresidentsOfTwoCountriesApart) {
  // "the Peruvian president", then "the president of Chile", taken for him.
  Analysis analysis;
  analysis.clusters = 1;
  analysis.sentences.push_back(
      sentence_of("Peruvian Peruvian ADJ 2 amod\npresident president NOUN 3 nsubj\n"
                  "left leave VERB 0 root\n"));
  analysis.sentences.push_back(
      sentence_of("president president NOUN 4 nsubj\nof of ADP 3 case\nChile Chile PROPN 1 nmod\n"
                  "stayed stay VERB 0 root\n"));
  const auto kPerson = MentionType::kPerson;
  analysis.mentions = {{0, 0, 1, 1, kPerson, MentionForm::kNominal, 0},
                       {1, 0, 2, 0, kPerson, MentionForm::kNominal, 0}};
  const Analysis parted = part_clusters(analysis, lexicon());
  EXPECT_NE(parted.mentions[0].cluster, parted.mentions[1].cluster);
}

TEST(PartClusters, TakesABodyForItsOwnersCountry) {
  // "Peru", "its army" after "the Chilean army": the army is Peru's.
  Analysis analysis;
  analysis.clusters = 2;
  const auto add = [&](Sentence sentence) { analysis.sentences.push_back(std::move(sentence)); };
  add(sentence_of("Chilean Chilean ADJ 2 amod\narmy army NOUN 3 nsubj\nleft leave VERB 0 root\n"));
  add(
      sentence_of("Peru Peru PROPN 2 nsubj\nmoved move VERB 0 root\n"
                  "its its PRON 4 nmod:poss\narmy army NOUN 2 obj\n"));
  const auto kPlace = MentionType::kPlace;
  const auto kBody = MentionType::kOrganization;
  analysis.mentions = {{0, 0, 1, 1, kBody, MentionForm::kNominal, 0},
                       {1, 0, 0, 0, kPlace, MentionForm::kName, 1},
                       {1, 2, 3, 3, kBody, MentionForm::kNominal, 0},
                       {1, 2, 2, 2, kPlace, MentionForm::kPronoun, 1}};
  const Analysis parted = part_clusters(analysis, lexicon());
  EXPECT_NE(parted.mentions[0].cluster, parted.mentions[2].cluster);
}

TEST(PartClusters, KeepsCitiesOfTwoNamesApart) {
  Analysis analysis;
  analysis.clusters = 3;
  const std::vector<std::string> names = {"Sarno", "Vestia"};
  for (std::size_t i = 0; i < names.size(); ++i) {
    analysis.sentences.push_back(
        sentence_of("the the DET 2 det\ncity city NOUN 5 nsubj\nof of ADP 4 case\n" + names[i] +
                    " " + names[i] + " PROPN 2 nmod\nfell fall VERB 0 root\n"));
    analysis.mentions.push_back({i, 0, 3, 1, MentionType::kPlace, MentionForm::kNominal, 0});
    analysis.mentions.push_back({i, 3, 3, 3, MentionType::kPlace, MentionForm::kName, i + 1});
    analysis.names.push_back({i, 3, 3, NameType::kLocation});
  }
  const Analysis parted = part_clusters(analysis, lexicon());
  EXPECT_NE(parted.mentions[0].cluster, parted.mentions[2].cluster);
}

/// "Larnex guards" and the guards of the other name, which is in the cluster given; true if they
/// stay in one.
bool are_one_group(const std::vector<std::string>& bodies, std::size_t cluster_of_second) {
  Analysis analysis;
  analysis.clusters = 3;
  for (std::size_t i = 0; i < bodies.size(); ++i) {
    analysis.sentences.push_back(sentence_of(bodies[i] + " " + bodies[i] +
                                             " PROPN 2 compound\nguards guard NOUN 3 nsubj\n"
                                             "left leave VERB 0 root\n"));
    analysis.sentences.back().words[1].feats = "Number=Plur";
    const std::size_t cluster = i == 0 ? 1 : cluster_of_second;
    analysis.mentions.push_back({i, 0, 1, 1, MentionType::kPerson, MentionForm::kNominal, 0});
    analysis.mentions.push_back(
        {i, 0, 0, 0, MentionType::kOrganization, MentionForm::kName, cluster});
  }
  const Analysis parted = part_clusters(analysis, lexicon());
  return parted.mentions[0].cluster == parted.mentions[2].cluster;
}

TEST(PartClusters, KeepsGroupsOfTwoBodiesApart) {
  EXPECT_FALSE(are_one_group({"Larnex", "Skien"}, 2));
  EXPECT_TRUE(are_one_group({"Larnex", "Skien"}, 1));     // of which the text says they are one
  EXPECT_TRUE(are_one_group({"Larnex", "Larnexes"}, 2));  // a form of the name
}

}  // namespace
}  // namespace relata

#include "extract/name_borders.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "sentence_lines.hpp"
#include "shipped_lexicon.hpp"

namespace relata {
namespace {

/// How many names are left of a word and the one behind it, and where their mention begins.
struct Joined {
  std::size_t names;
  std::size_t first;
};

Joined join_tags(const std::string& word, const std::string& upos, const std::string& relation,
                 NameType type) {
  Analysis analysis;
  analysis.sentences = {sentence_of(word + " " + word + " " + upos + " 3 " + relation + "\n" +
                                    "Larnex Larnex PROPN 3 compound\n"
                                    "Forces Forces PROPN 4 nsubj\n"
                                    "left leave VERB 0 root\n")};
  analysis.names = {{0, 0, 0, type}, {0, 1, 2, type}};
  analysis.mentions = {{0, 1, 2, 2, MentionType::kOrganization, MentionForm::kName, 0}};
  analysis.clusters = 1;
  join_split_tags(analysis, lexicon());
  return {analysis.names.size(), analysis.mentions.front().first};
}

TEST(JoinSplitTags, TakesAWordThatWasCutOffForPartOfTheName) {
  constexpr auto kBody = NameType::kOrganization;
  EXPECT_EQ(join_tags("Allied", "ADJ", "amod", kBody).names, 1U);
  EXPECT_EQ(join_tags("Allied", "ADJ", "amod", kBody).first, 0U);
  EXPECT_EQ(join_tags("East", "PROPN", "compound", NameType::kLocation).names, 1U);
  EXPECT_EQ(join_tags("Skienat", "PROPN", "dep", kBody).names, 1U);
  EXPECT_EQ(join_tags("Skien", "PROPN", "dep", NameType::kPerson).names, 1U);
  EXPECT_EQ(join_tags("E.", "PROPN", "dep", NameType::kPerson).names, 1U);
}

TEST(JoinSplitTags, LeavesWhatIsSomethingByItself) {
  constexpr auto kBody = NameType::kOrganization;
  EXPECT_EQ(join_tags("Peruvian", "ADJ", "amod", kBody).names, 2U);
  EXPECT_EQ(join_tags("LNX", "PROPN", "compound", kBody).names, 2U);
  EXPECT_EQ(join_tags("Group", "PROPN", "compound", kBody).names, 2U);
  EXPECT_EQ(join_tags("Judge", "PROPN", "nmod:desc", NameType::kPerson).names, 2U);
  EXPECT_EQ(join_tags("QB", "PROPN", "dep", NameType::kPerson).names, 2U);
  EXPECT_EQ(join_tags("Skien–", "PROPN", "dep", NameType::kLocation).names, 2U);
  EXPECT_EQ(join_tags("the", "DET", "det", NameType::kLocation).names, 2U);
}

TEST(JoinSplitNames, MakesOneSubjectOfTwo) {
  Analysis analysis;
  analysis.sentences = {
      sentence_of("Cyclone Cyclone PROPN 3 nsubj\n"
                  "Alfred Alfred PROPN 3 nsubj\n"
                  "passed pass VERB 0 root\n"
                  "Lagos Lagos PROPN 3 obj\n")};
  join_split_names(analysis);
  EXPECT_EQ(analysis.sentences[0].words[1].head, 1U);
  EXPECT_EQ(analysis.sentences[0].words[1].deprel, "flat");
  EXPECT_EQ(analysis.sentences[0].words[3].head, 3U);
}

TEST(JoinSplitNames, KeepsAPlaceAndAPersonBehindIt) {
  // "governor of Lagos Ada Obi": two modifiers of a noun may be two things
  Analysis analysis;
  analysis.sentences = {
      sentence_of("governor governor NOUN 0 root\n"
                  "of of ADP 3 case\n"
                  "Lagos Lagos PROPN 1 nmod\n"
                  "Ada Ada PROPN 1 nmod\n"
                  "Obi Obi PROPN 4 flat\n")};
  const Analysis before = analysis;
  join_split_names(analysis);
  EXPECT_EQ(analysis, before);
}

TEST(JoinCountriesOfTwo, MakesOneNameOfHalvesThatAreNone) {
  const auto joined = [](const std::string& first, const std::string& second) {
    Analysis analysis;
    analysis.sentences.push_back(sentence_of(first + " " + first + " PROPN 4 nsubj\n" +
                                             "and and CCONJ 3 cc\n" + second + " " + second +
                                             " PROPN 1 conj\n" + "won win VERB 0 root\n"));
    analysis.mentions = {{0, 0, 2, 0, MentionType::kPlace, MentionForm::kName, 0},
                         {0, 0, 0, 0, MentionType::kPlace, MentionForm::kName, 1},
                         {0, 2, 2, 2, MentionType::kPlace, MentionForm::kName, 2}};
    analysis.clusters = 3;
    join_countries_of_two(analysis, lexicon());
    return analysis;
  };
  const Analysis one = joined("Trinidad", "Tobago");
  ASSERT_EQ(one.mentions.size(), 1U);
  EXPECT_EQ(one.mentions[0].last, 2U);
  EXPECT_EQ(one.sentences[0].words[2].deprel, "flat");
  EXPECT_EQ(joined("Peru", "Chile").mentions.size(), 3U);
  EXPECT_EQ(joined("Serbia", "Montenegro").mentions.size(), 3U);
}

TEST(JoinSplitNames, JoinsPhrasesOfOneNounWithinOneTaggedName) {
  Analysis analysis;
  analysis.sentences.push_back(
      sentence_of("leader leader NOUN 0 root\n"
                  "of of ADP 3 case\n"
                  "Republika Republika PROPN 1 nmod\n"
                  "Orla Orla PROPN 1 nmod\n"));
  Analysis untagged = analysis;
  join_split_names(untagged);
  EXPECT_EQ(untagged.sentences[0].words[3].head, 1U);
  analysis.names = {{0, 2, 3, NameType::kLocation}};
  join_split_names(analysis);
  EXPECT_EQ(analysis.sentences[0].words[3].head, 3U);
}

TEST(JoinKnownPlaces, MakesOneNameOfACityAndItsDistrict) {
  const auto joined = [](const std::string& city, const std::string& around) {
    Analysis analysis;
    analysis.sentences = {
        sentence_of("met meet VERB 0 root\n"
                    "in in ADP 3 case\n" +
                    city + " " + city + " PROPN 1 obl\n" + ", , PUNCT 5 punct\n" + around + " " +
                    around + " PROPN 3 nmod:unmarked\n")};
    analysis.names = {{0, 2, 2, NameType::kLocation}, {0, 4, 4, NameType::kLocation}};
    analysis.mentions = {{0, 2, 4, 2, MentionType::kPlace, MentionForm::kName, 0},
                         {0, 4, 4, 4, MentionType::kPlace, MentionForm::kName, 1}};
    analysis.clusters = 2;
    join_known_places(analysis, lexicon());
    return analysis;
  };
  const Analysis one = joined("Washington", "D.C.");
  ASSERT_EQ(one.names.size(), 1U);
  EXPECT_EQ(one.names[0].last, 4U);
  EXPECT_EQ(one.mentions.size(), 1U);
  EXPECT_EQ(joined("Lima", "Peru").names.size(), 2U);
}

/// "sued Larnex and Skien Holdings", where the parser hung the first to the second.
Analysis joined_bodies(const std::string& first, NameType second) {
  Analysis analysis;
  analysis.sentences = {sentence_of("sued sue VERB 0 root\n" + first + " " + first +
                                    " PROPN 5 compound\n"
                                    "and and CCONJ 4 cc\n"
                                    "Skien Skien PROPN 2 conj\n"
                                    "Holdings Holdings PROPN 1 obj\n")};
  analysis.names = {{0, 1, 1, NameType::kOrganization}, {0, 3, 4, second}};
  analysis.mentions = {{0, 1, 4, 4, MentionType::kOrganization, MentionForm::kName, 0},
                       {0, 1, 3, 1, MentionType::kOrganization, MentionForm::kName, 1}};
  analysis.clusters = 2;
  part_joined_names(analysis, lexicon());
  return analysis;
}

TEST(PartJoinedNames, MakesTwoOfTwoTaggedNames) {
  const Analysis parted = joined_bodies("Larnex", NameType::kOrganization);
  const std::vector<Word>& words = parted.sentences[0].words;
  EXPECT_EQ(words[1].deprel, "obj");
  EXPECT_EQ(words[4].deprel, "conj");
  EXPECT_EQ(words[4].head, 2U);
  EXPECT_EQ(words[3].head, 5U);
  EXPECT_EQ(parted.mentions[0].first, 3U);
  EXPECT_EQ(parted.mentions[1].last, 1U);
}

TEST(PartJoinedNames, LeavesOneNameWithCommonNounsAndNamesOfTwoTypes) {
  EXPECT_EQ(joined_bodies("Health", NameType::kOrganization).mentions[0].first, 1U);
  EXPECT_EQ(joined_bodies("Larnex", NameType::kLocation).mentions[0].first, 1U);
}

/// The first word of the name before "leader", whose parts all hang on that.
std::string name_before_leader(const std::string& front, const std::string& tag,
                               const std::string& name, bool tagged = false) {
  Analysis analysis;
  analysis.sentences = {sentence_of(front + " " + front + " " + tag + " 3 compound\n" + name + " " +
                                    name + " PROPN 3 compound\n" +
                                    "leader leader NOUN 4 nsubj\n"
                                    "spoke speak VERB 0 root\n")};
  if (tagged) {
    analysis.names = {{0, 0, 0, NameType::kOrganization}, {0, 1, 1, NameType::kOrganization}};
  }
  analysis.mentions = {{0, 1, 1, 1, MentionType::kOrganization, MentionForm::kName, 0}};
  analysis.clusters = 1;
  extend_names_before_nouns(analysis, lexicon());
  return analysis.sentences[0].words[analysis.mentions[0].first].form;
}

TEST(ExtendNamesBeforeNouns, TakesTheCountryOfABodyAlong) {
  EXPECT_EQ(name_before_leader("U.S.", "PROPN", "Senate"), "U.S.");
  EXPECT_EQ(name_before_leader("Peruvian", "ADJ", "Army"), "Peruvian");
  // "a French UNESCO leader" leads no French one.
  EXPECT_EQ(name_before_leader("French", "ADJ", "UNESCO"), "UNESCO");
  EXPECT_EQ(name_before_leader("Larnex", "PROPN", "Senate"), "Senate");
}

TEST(ExtendNamesBeforeNouns, TakesACapitalAdjectiveOfTheSameTagAlong) {
  EXPECT_EQ(name_before_leader("Lower", "ADJ", "Larnex", true), "Lower");
  EXPECT_EQ(name_before_leader("Lower", "ADJ", "Larnex"), "Larnex");
  EXPECT_EQ(name_before_leader("Peruvian", "ADJ", "Larnex", true), "Larnex");
}

/// "Larnex & Sarno wept", with mentions of all and of each; the names tagged as told.
Analysis with_ampersand(const std::vector<Name>& names) {
  Analysis analysis;
  analysis.sentences = {
      sentence_of("Larnex Larnex PROPN 4 nsubj\n& & CCONJ 3 cc\nSarno Sarno PROPN "
                  "1 conj\nwept weep VERB 0 root\n")};
  analysis.mentions = {{0, 0, 2, 0, MentionType::kOrganization, MentionForm::kName, 0},
                       {0, 0, 0, 0, MentionType::kPerson, MentionForm::kName, 1},
                       {0, 2, 2, 2, MentionType::kPlace, MentionForm::kName, 2}};
  analysis.clusters = 3;
  analysis.names = names;
  return analysis;
}

TEST(JoinAmpersandNames, MakesOneNameOfABodys) {
  for (const std::vector<Name>& names :
       {std::vector<Name>{{0, 0, 2, NameType::kOrganization}},
        std::vector<Name>{{0, 0, 0, NameType::kOrganization}, {0, 2, 2, NameType::kLocation}}}) {
    Analysis analysis = with_ampersand(names);
    join_ampersand_names(analysis);
    ASSERT_EQ(analysis.mentions.size(), 1U);
    EXPECT_EQ(analysis.mentions[0].last, 2U);
    EXPECT_EQ(analysis.mentions[0].cluster, 0U);
    ASSERT_EQ(analysis.names.size(), 1U);
    EXPECT_EQ(analysis.names[0].last, 2U);
    EXPECT_EQ(analysis.sentences[0].words[2].deprel, "flat");
  }
}

TEST(JoinAmpersandNames, LeavesPeopleAndWhatIsNamedElsewhere) {
  const Analysis people =
      with_ampersand({{0, 0, 0, NameType::kPerson}, {0, 2, 2, NameType::kPerson}});
  Analysis left = people;
  join_ampersand_names(left);
  EXPECT_EQ(left, people);
  Analysis two = with_ampersand({{0, 0, 0, NameType::kOrganization},
                                 {0, 2, 2, NameType::kOrganization},
                                 {1, 1, 1, NameType::kOrganization}});
  two.sentences.push_back(sentence_of("of of ADP 2 case\nSarno Sarno PROPN 0 root\n"));
  Analysis before = two;
  join_ampersand_names(two);
  EXPECT_EQ(two, before);
  // At the beginning of a sentence, too.
  two.sentences.back() = sentence_of("Sarno Sarno PROPN 2 nsubj\nfell fall VERB 0 root\n");
  two.names.back() = {1, 0, 0, NameType::kOrganization};
  before = two;
  join_ampersand_names(two);
  EXPECT_EQ(two, before);
}

}  // namespace
}  // namespace relata

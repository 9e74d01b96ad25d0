#include "extract/name_repair.hpp"

#include <gtest/gtest.h>

#include <string>

#include "extract/inner_names.hpp"
#include "extract/mention_words.hpp"
#include "extract/names_before_nouns.hpp"
#include "sentence_lines.hpp"
#include "shipped_lexicon.hpp"

namespace relata {
namespace {

/// The name before the noun of a sentence, as its forms, or none.
std::string name_before_noun(const std::string& lines) {
  const Sentence sentence = sentence_of(lines);
  std::string found;
  for (const NameBeforeNoun& name : names_before_nouns(sentence, lexicon())) {
    for (WordId id = name.first; id <= name.last; ++id) {
      found += (found.empty() ? "" : " ") + sentence.words[id].form;
    }
    found += " < " + sentence.words[name.noun].form;
  }
  return found;
}

TEST(NamesBeforeNouns, AreRunsOfCapitals) {
  EXPECT_EQ(name_before_noun("three three NUM 4 nummod\n"
                             "Blue blue ADJ 3 amod\n"
                             "Cross Cross PROPN 4 compound\n"
                             "volunteers volunteer NOUN 0 root\n"),
            "Blue Cross < volunteers");
  EXPECT_EQ(name_before_noun("the the DET 6 det\n"
                             "Chamber Chamber PROPN 6 compound\n"
                             "of of ADP 4 case\n"
                             "Trade Trade PROPN 6 compound\n"
                             "wage wage NOUN 6 compound\n"
                             "ruling ruling NOUN 0 root\n"),
            "Chamber of Trade < ruling");
}

TEST(NamesBeforeNouns, LeaveOutTheFirstWordOfASentenceAndCountriesOfOtherThanBodies) {
  EXPECT_EQ(name_before_noun("Former former ADJ 3 amod\n"
                             "Peruvian Peruvian ADJ 3 amod\n"
                             "Senate Senate PROPN 4 compound\n"
                             "aides aide NOUN 0 root\n"),
            "Peruvian Senate < aides");
  EXPECT_EQ(name_before_noun("the the DET 4 det\n"
                             "Peruvian Peruvian ADJ 4 amod\n"
                             "Larnex Larnex PROPN 4 compound\n"
                             "aides aide NOUN 0 root\n"),
            "Larnex < aides");
  EXPECT_EQ(name_before_noun("Former former ADJ 2 amod\naides aide NOUN 0 root\n"), "");
}

TEST(TellsSeat, IsPartyAndPlaceInBrackets) {
  const auto tells = [](const char* party, const char* joint) {
    return tells_seat(sentence_of(std::string("( ( PUNCT 2 punct\n") + party + " " + party +
                                  " PROPN 0 root\n" + joint + " " + joint +
                                  " PUNCT 4 punct\nOhio Ohio PROPN 2 flat\n) ) PUNCT 2 punct\n"),
                      1);
  };
  EXPECT_TRUE(tells("R", "-"));
  EXPECT_TRUE(tells("D.", ","));
  EXPECT_FALSE(tells("RN", "-"));
  EXPECT_FALSE(tells("R", ";"));
}

TEST(NamesBeforeNouns, AreMakesWhereANumberTellsSo) {
  const auto type_of = [](const char* make, const char* noun) {
    const Sentence sentence =
        sentence_of(std::string("two two NUM 3 nummod\n") + make + " " + make +
                    " PROPN 3 compound\n" + noun + " " + noun + " NOUN 0 root\n");
    return type_before_noun(sentence, names_before_nouns(sentence, lexicon()).at(0), false,
                            lexicon());
  };
  EXPECT_EQ(type_of("LX-30", "aircraft"), EntityType::kObject);
  EXPECT_EQ(type_of("LX-30", "workers"), std::nullopt);
  EXPECT_EQ(type_of("AIDS", "hospital"), std::nullopt);
}

TEST(NamesBeforeNouns, LeaveOutTimesAndTitles) {
  EXPECT_EQ(name_before_noun(
                "the the DET 3 det\nMonday Monday PROPN 3 compound\nmarch march NOUN 0 root\n"),
            "");
  EXPECT_EQ(name_before_noun(
                "a a DET 3 det\nMinister Minister PROPN 3 compound\ndesk desk NOUN 0 root\n"),
            "");
}

Mention mention(std::size_t first, std::size_t last, std::size_t head, MentionType type,
                MentionForm form, std::size_t cluster = 0) {
  Mention result;
  result.first = first;
  result.last = last;
  result.head = head;
  result.type = type;
  result.form = form;
  result.cluster = cluster;
  return result;
}

/// "Jan Masaryk Station closed . He" with a name tagged over the station.
Analysis station() {
  Analysis analysis;
  analysis.sentences = {
      sentence_of("Jan Jan PROPN 3 compound\n"
                  "Masaryk Masaryk PROPN 1 flat\n"
                  "Station Station PROPN 4 nsubj\n"
                  "closed close VERB 0 root\n"
                  "He he PRON 4 dep\n")};
  analysis.sentences[0].words[4].feats = "Gender=Masc";
  analysis.names = {{0, 0, 2, NameType::kLocation}};
  analysis.clusters = 2;
  return analysis;
}

TEST(RepairNames, TakeTheTaggersWordForWhatIsNoPerson) {
  Analysis analysis = station();
  analysis.mentions = {mention(0, 2, 2, MentionType::kPerson, MentionForm::kName)};
  repair_names(analysis);
  EXPECT_EQ(analysis.mentions.at(0).type, MentionType::kPlace);
}

TEST(RepairNames, LeaveAPersonWhomHeStandsFor) {
  Analysis analysis = station();
  analysis.mentions = {mention(0, 2, 2, MentionType::kPerson, MentionForm::kName),
                       mention(4, 4, 4, MentionType::kPerson, MentionForm::kPronoun)};
  repair_names(analysis);
  EXPECT_EQ(analysis.mentions.at(0).type, MentionType::kPerson);
}

TEST(RepairNames, DropPeopleWithinTheNameOfAPlaceButNoPlaces) {
  Analysis analysis = station();
  analysis.mentions = {mention(0, 2, 2, MentionType::kPlace, MentionForm::kName),
                       mention(0, 1, 0, MentionType::kPerson, MentionForm::kName, 1)};
  repair_names(analysis);
  ASSERT_EQ(analysis.mentions.size(), 1U);
  EXPECT_EQ(analysis.mentions[0].last, 2U);

  analysis.mentions.push_back(mention(0, 1, 0, MentionType::kPlace, MentionForm::kName, 1));
  repair_names(analysis);
  EXPECT_EQ(analysis.mentions.size(), 2U);
}

/// Whether a name is left that stands within "ACT", in "WORDS ACT" with `inner` before the noun.
bool keeps_inner(const std::string& words, std::size_t count, MentionType inner, MentionType outer,
                 bool again = false) {
  Analysis analysis;
  std::string lines;
  std::size_t begin = 0;
  for (std::size_t i = 1; i <= count; ++i) {
    const std::size_t end = words.find(' ', begin);
    const std::string word = words.substr(begin, end - begin);
    begin = end + 1;
    lines += word + ' ' + word + " PROPN " + std::to_string(i == count ? count + 1 : count) +
             " compound\n";
  }
  lines += "Act Act PROPN 0 root\n";
  analysis.sentences = {sentence_of(lines)};
  analysis.mentions = {mention(0, count, count, outer, MentionForm::kName),
                       mention(0, count - 1, count - 1, inner, MentionForm::kName, 1)};
  if (again) {
    analysis.sentences.push_back(sentence_of("Air Air PROPN 0 root\n"));
    analysis.mentions.push_back(mention(0, 0, 0, inner, MentionForm::kName, 1));
    analysis.mentions.back().sentence = 1;
  }
  analysis.clusters = 2;
  drop_inner_names(analysis, lexicon());
  return analysis.mentions.size() == (again ? 3U : 2U);
}

TEST(DropInnerNames, LeavesNamesThatMeanMoreThanTheirWords) {
  constexpr auto kWork = MentionType::kAbstract;
  EXPECT_FALSE(keeps_inner("Clean Air", 2, kWork, kWork));
  EXPECT_FALSE(keeps_inner("Clean Air", 2, MentionType::kOrganization, kWork));
  EXPECT_TRUE(keeps_inner("Clean Larnex", 2, kWork, kWork));
  EXPECT_TRUE(keeps_inner("Clean Air", 2, kWork, kWork, true));  // said elsewhere, too
  EXPECT_TRUE(keeps_inner("Clean Senate", 2, MentionType::kOrganization, kWork));
  EXPECT_TRUE(keeps_inner("Clean Air", 2, MentionType::kPlace, kWork));
  EXPECT_TRUE(keeps_inner("Grace Hopper", 2, MentionType::kPerson, kWork));
  EXPECT_TRUE(keeps_inner("Clean Air", 2, MentionType::kOrganization, MentionType::kObject));
  EXPECT_TRUE(keeps_inner("Clean Air", 2, MentionType::kOrganization, MentionType::kPerson));
}

TEST(DropInnerNames, LeavesNoTitleThatWasCutOffAName) {
  const auto left = [](const std::string& title) {
    Analysis analysis;
    analysis.sentences = {sentence_of(title + ' ' + title +
                                      " PROPN 3 compound\n"
                                      "Ana Ana PROPN 3 compound\n"
                                      "Orel Orel PROPN 0 root\n")};
    analysis.mentions = {mention(0, 0, 0, MentionType::kPerson, MentionForm::kName),
                         mention(1, 2, 2, MentionType::kPerson, MentionForm::kName, 1)};
    analysis.clusters = 2;
    drop_inner_names(analysis, lexicon());
    return analysis.mentions.size();
  };
  EXPECT_EQ(left("Cllr"), 1U);
  EXPECT_EQ(left("Larnex"), 2U);
}

/// What is made of the ending of "Larnex's", where that hangs on the next verb by this relation.
Word ending_of_name(const std::string& relation) {
  Analysis analysis;
  analysis.sentences.push_back(sentence_of("Larnex Larnex PROPN 3 " + relation + "\n" +
                                           "'s 's PART 1 case\n"
                                           "sold sell VERB 0 root\n"));
  analysis.names = {{0, 0, 1, NameType::kOrganization}};
  keep_names_in_s(analysis);
  return analysis.sentences[0].words[1];
}

TEST(KeepNamesInS, TakesTheEndingForAPartOfTheNameWhereNothingIsPossessed) {
  EXPECT_EQ(ending_of_name("nsubj").upos, Upos::kPropn);
  EXPECT_EQ(ending_of_name("nsubj").deprel, "flat");
  EXPECT_EQ(ending_of_name("nmod:poss").upos, Upos::kPart);
  EXPECT_EQ(ending_of_name("appos").upos, Upos::kPart);
}

TEST(DescribeCountedPeople, TakesACountedAdjectiveForPeople) {
  // "three Chinese", but not the adjective of "three Chinese miners"
  Analysis people;
  people.sentences.push_back(
      sentence_of("three three NUM 2 nummod\n"
                  "Chinese Chinese ADJ 3 nsubj\n"
                  "left leave VERB 0 root\n"));
  people.mentions = {mention(0, 1, 1, MentionType::kPlace, MentionForm::kAdjective)};
  describe_counted_people(people);
  EXPECT_EQ(people.mentions[0].form, MentionForm::kNominal);

  Analysis miners;
  miners.sentences.push_back(
      sentence_of("three three NUM 3 nummod\n"
                  "Chinese Chinese ADJ 3 amod\n"
                  "miners miner NOUN 4 nsubj\n"
                  "left leave VERB 0 root\n"));
  miners.mentions = {mention(1, 1, 1, MentionType::kPlace, MentionForm::kAdjective)};
  describe_counted_people(miners);
  EXPECT_EQ(miners.mentions[0].form, MentionForm::kAdjective);
}

}  // namespace
}  // namespace relata

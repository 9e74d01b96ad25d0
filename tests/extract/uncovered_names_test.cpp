// Names that no mention covers: where they end, what they are of, and what is left out.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "extract/mention_words.hpp"
#include "extract/shared_nouns.hpp"
#include "extract/untagged_names.hpp"
#include "relata/analysis/conllu.hpp"
#include "relata/extract/extract.hpp"
#include "sentence_lines.hpp"
#include "shipped_lexicon.hpp"

namespace relata {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

/// "form lemma UPOS head deprel [entity] [tag]" a line, as annotated CoNLL-U; "." for none.
std::string conllu_of(const std::vector<std::vector<std::string>>& words) {
  std::string text = "# newdoc id = d\n";
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto& word = words[i];
    const std::string entity = word.size() > 5 && word[5] != "." ? "Entity=" + word[5] : "";
    const std::string tag = word.size() > 6 ? "NER=" + word[6] : "";
    const std::string both = entity.empty() || tag.empty() ? entity + tag : entity + "|" + tag;
    const std::string number =
        word[2] == "NOUN" || word[2] == "PROPN"
            ? (word[0] != word[1] && word[0].ends_with('s') ? "Number=Plur" : "Number=Sing")
            : "_";
    text += std::to_string(i + 1) + '\t' + word[0] + '\t' + word[1] + '\t' + word[2] + "\t_\t" +
            number + '\t' + word[3] + '\t' + word[4] + "\t_\t" + (both.empty() ? "_" : both) + '\n';
  }
  return text + '\n';
}

DocumentRecords records_of(const std::vector<std::vector<std::string>>& words) {
  const auto documents = read_annotated_conllu(conllu_of(words));
  return extract_records(documents.at(0).first, documents.at(0).second, lexicon());
}

std::vector<std::string> names_in(const DocumentRecords& records) {
  std::vector<std::string> names;
  for (const EntityRecord& entity : records.entities) {
    names.insert(names.end(), entity.names.begin(), entity.names.end());
  }
  return names;
}

TEST(UncoveredNames, AreMakesByTheNumberBehindThem) {
  // "two Larnex C-30 drones hit Skarn": "drone" is no artifact to the lexicon, its mention an
  // object.
  const DocumentRecords records =
      records_of({{"two", "two", "NUM", "6", "nummod", "(1-object"},
                  {"Larnex", "Larnex", "PROPN", "6", "compound"},
                  {"C", "C", "PROPN", "6", "compound"},
                  {"-", "-", "PUNCT", "5", "punct"},
                  {"30", "30", "NUM", "3", "flat"},
                  {"drones", "drone", "NOUN", "7", "nsubj", "1)"},
                  {"hit", "hit", "VERB", "0", "root"},
                  {"Skarn", "Skarn", "PROPN", "7", "obj", "(2-place)"}});
  EXPECT_THAT(names_in(records), Contains("Larnex C - 30"));
}

TEST(UncoveredNames, PartAMakeFromTheBodyBeforeIt) {
  const DocumentRecords records =
      records_of({{"a", "a", "DET", "5", "det", "(1-object"},
                  {"Skarn", "Skarn", "PROPN", "3", "compound", ".", "B-ORG"},
                  {"Army", "Army", "PROPN", "5", "compound", ".", "I-ORG"},
                  {"AH-64", "AH-64", "PROPN", "5", "compound"},
                  {"helicopter", "helicopter", "NOUN", "6", "nsubj", "1)"},
                  {"crashed", "crash", "VERB", "0", "root"}});
  EXPECT_THAT(names_in(records), Contains("Skarn Army"));
  EXPECT_THAT(names_in(records), Contains("AH-64"));
}

TEST(UncoveredNames, KeepTheNounThatTheTaggerCutOff) {
  const auto names = [](const std::string& noun) {
    return names_in(records_of({{"the", "the", "DET", "4", "det", "(1-person"},
                                {"Orel", "Orel", "PROPN", "4", "compound", ".", "B-ORG"},
                                {noun, noun, "PROPN", "4", "compound"},
                                {"champions", "champion", "NOUN", "5", "nsubj", "1)"},
                                {"won", "win", "VERB", "0", "root"}}));
  };
  EXPECT_THAT(names("Award"), Contains("Orel Award"));
  EXPECT_THAT(names("Award"), Not(Contains("Orel")));
  EXPECT_THAT(names("Skarn"), Contains("Orel"));  // "Siemens Spain": two things
}

TEST(UncoveredNames, BeginBeforeTheAndThatTheTaggerHasInThem) {
  EXPECT_THAT(names_in(records_of({{"a", "a", "DET", "6", "det", "(1-person"},
                                   {"Ports", "Ports", "PROPN", "5", "compound", ".", "B-ORG"},
                                   {"and", "and", "CCONJ", "4", "cc", ".", "I-ORG"},
                                   {"Customs", "Customs", "PROPN", "2", "conj", ".", "I-ORG"},
                                   {"Office", "Office", "PROPN", "6", "compound", ".", "I-ORG"},
                                   {"agent", "agent", "NOUN", "7", "nsubj", "1)"},
                                   {"left", "leave", "VERB", "0", "root"}})),
              Contains("Ports and Customs Office"));
}

TEST(UncoveredNames, TakeTheAdjectiveOfABody) {
  const auto names = [](const std::string& body) {
    return names_in(records_of({{"two", "two", "NUM", "4", "nummod", "(1-person"},
                                {"Peruvian", "Peruvian", "ADJ", "4", "amod"},
                                {body, body, "NOUN", "4", "compound"},
                                {"soldiers", "soldier", "NOUN", "5", "nsubj", "1)"},
                                {"left", "leave", "VERB", "0", "root"}}));
  };
  EXPECT_THAT(names("Army"), Contains("Peruvian Army"));
  EXPECT_THAT(names("Child"), Not(Contains("Peruvian Child")));
}

TEST(UncoveredNames, AreCountedOnceBeforeSeveralNouns) {
  const DocumentRecords records = records_of({{"two", "two", "NUM", "5", "nummod", "(1-person"},
                                              {"Peruvian", "Peruvian", "ADJ", "5", "amod"},
                                              {"Army", "Army", "NOUN", "4", "compound"},
                                              {"team", "team", "NOUN", "5", "compound"},
                                              {"soldiers", "soldier", "NOUN", "6", "nsubj", "1)"},
                                              {"left", "leave", "VERB", "0", "root"}});
  const auto army =
      std::find_if(records.entities.begin(), records.entities.end(),
                   [](const EntityRecord& entity) { return entity.name == "Peruvian Army"; });
  ASSERT_NE(army, records.entities.end());
  EXPECT_EQ(army->mentions, 1U);
}

/// The names of the sentence whose words from `first` to `last` are in others, with their types.
std::vector<std::pair<std::string, std::optional<EntityType>>> untagged(
    const std::string& lines, const std::set<std::size_t>& in_other_names = {}) {
  const Sentence sentence = sentence_of(lines);
  std::vector<std::pair<std::string, std::optional<EntityType>>> names;
  for (const UntaggedName& name : untagged_names(sentence, in_other_names, lexicon())) {
    names.emplace_back(text_of(sentence, name.range), name.type);
  }
  return names;
}

TEST(UntaggedNames, AreArgumentsOfTheKindTheirNounSays) {
  EXPECT_THAT(untagged("Peru Peru PROPN 2 nsubj\nwon win VERB 0 root\nthe the DET 5 det\n"
                       "Six Six NUM 5 nummod\nFestival Festival PROPN 2 obj\n",
                       {0}),
              ElementsAre(std::pair("Six Festival", std::optional(EntityType::kOther))));
  EXPECT_THAT(untagged("the the DET 3 det\nspy spy NOUN 3 compound\nship ship NOUN 4 compound\n"
                       "Larnex Larnex PROPN 5 nsubj\nsank sink VERB 0 root\n"),
              ElementsAre(std::pair("Larnex", std::optional(EntityType::kObject))));
  // However the tree hangs the two together.
  EXPECT_THAT(untagged("the the DET 2 det\nship ship NOUN 4 nsubj\nLarnex Larnex PROPN 4 nsubj\n"
                       "sank sink VERB 0 root\n"),
              ElementsAre(std::pair("Larnex", std::optional(EntityType::kObject))));
  EXPECT_THAT(untagged("a a DET 2 det\nwarship warship NOUN 5 nsubj\nHMS HMS PROPN 2 appos\n"
                       "Larnex Larnex PROPN 3 flat\nsank sink VERB 0 root\n"),
              ElementsAre(std::pair("HMS Larnex", std::optional(EntityType::kObject))));
}

TEST(UntaggedNames, LeaveOutTitlesPeoplesTimesAndPartsOfNames) {
  const auto met = [](const std::string& word) {
    return untagged("they they PRON 2 nsubj\nmet meet VERB 0 root\n" + word + ' ' + word +
                    " PROPN 2 obj\n");
  };
  EXPECT_THAT(met("President"), IsEmpty());
  EXPECT_THAT(met("Peruvians"), IsEmpty());
  EXPECT_THAT(met("Monday"), IsEmpty());
  // "the Americas" of a shield of that name
  EXPECT_THAT(untagged("the the DET 2 det\nShield Shield PROPN 5 nsubj\nof of ADP 4 case\n"
                       "Skarn Skarn PROPN 2 nmod\nfell fall VERB 0 root\n"),
              ElementsAre(std::pair("Shield", std::optional<EntityType>())));
  // "MV" of a name that the tree parts
  EXPECT_THAT(untagged("a a DET 2 det\nship ship NOUN 5 nsubj\nMV MV PROPN 2 appos\n"
                       "Larnex Larnex PROPN 5 nsubj\nsank sink VERB 0 root\n"),
              Not(Contains(std::pair("MV", std::optional(EntityType::kObject)))));
}

/// The name behind the noun of a mention of words 0 to `last`.
std::string behind(const std::string& lines, std::size_t last, std::size_t head,
                   const std::set<std::size_t>& in_other_names = {},
                   MentionType type = MentionType::kObject) {
  const Sentence sentence = sentence_of(lines);
  const Mention mention{0, 0, last, head, type, MentionForm::kNominal, 0};
  const auto range = name_behind_noun(sentence, mention, in_other_names);
  return range ? text_of(sentence, *range) : std::string();
}

TEST(NameBehindNoun, IsTheThingsOwn) {
  const std::string tanker =
      "the the DET 2 det\ntanker tanker NOUN 5 nsubj\nLarnex Larnex PROPN 2 appos\n"
      "Star Star PROPN 3 flat\nsank sink VERB 0 root\n";
  EXPECT_EQ(behind(tanker, 3, 1), "Larnex Star");
  EXPECT_EQ(behind(tanker, 1, 1), "Larnex Star");  // a mention that ends with its noun
  EXPECT_EQ(behind(tanker, 3, 1, {2, 3}), "");     // tagged: a name by itself
  EXPECT_EQ(behind(tanker, 3, 1, {}, MentionType::kPerson), "");
  // What follows would be cut off.
  EXPECT_EQ(behind("the the DET 2 det\nseries series NOUN 5 nsubj\nSin Sin PROPN 2 appos\n"
                   "skarn skarn X 3 flat\nran run VERB 0 root\n",
                   3, 1),
            "");
}

TEST(NameBehindNoun, MayBeACode) {
  const std::string asteroid =
      "the the DET 2 det\nasteroid asteroid NOUN 5 nsubj\n2031 2031 NUM 4 nummod\n"
      "ZX4 ZX4 NOUN 2 appos\npassed pass VERB 0 root\n";
  EXPECT_EQ(behind(asteroid, 3, 1), "2031 ZX4");
  EXPECT_EQ(behind("the the DET 2 det\nrock rock NOUN 4 nsubj\nstone stone NOUN 2 appos\n"
                   "passed pass VERB 0 root\n",
                   2, 1),
            "");
}

TEST(WordsInNames, AreNoTimesAndNothingWithoutAName) {
  Analysis analysis;
  analysis.sentences = {
      sentence_of("asteroid asteroid NOUN 4 nsubj\n2031 2031 NUM 3 nummod\n"
                  "ZX4 ZX4 NOUN 1 appos\npassed pass VERB 0 root\n")};
  analysis.mentions = {{0, 0, 2, 0, MentionType::kObject, MentionForm::kNominal, 0},
                       {0, 1, 1, 1, MentionType::kTime, MentionForm::kNominal, 1},
                       {0, 2, 2, 2, MentionType::kAbstract, MentionForm::kNominal, 2}};
  EXPECT_THAT(words_in_names(analysis).at(0), ElementsAre(0));
}

TEST(NameBehindNoun, PartsTwoThingsOfOneCluster) {
  // "the tanker Larnex sank" and "the tanker Skarn sank", which coreference took for one.
  const auto sank = [](const std::string& name) {
    return std::vector<std::vector<std::string>>{{"the", "the", "DET", "2", "det", "(1-object"},
                                                 {"tanker", "tanker", "NOUN", "4", "nsubj"},
                                                 {name, name, "PROPN", "2", "appos", "1)"},
                                                 {"sank", "sink", "VERB", "0", "root"}};
  };
  std::string text = conllu_of(sank("Larnex"));
  text += conllu_of(sank("Skarn")).substr(std::string("# newdoc id = d\n").size());
  const auto documents = read_annotated_conllu(text);
  const DocumentRecords records =
      extract_records(documents.at(0).first, documents.at(0).second, lexicon());
  ASSERT_EQ(records.entities.size(), 2U);
  EXPECT_EQ(records.entities[0].name, "Larnex");
  EXPECT_EQ(records.entities[1].name, "Skarn");
}

TEST(SharedNoun, IsThatOfEachName) {
  const Sentence two = sentence_of(
      "in in ADP 5 case\nLarnex Larnex PROPN 5 compound\nand and CCONJ 4 cc\n"
      "Moen Moen PROPN 2 conj\nprovinces province NOUN 0 root\n");
  EXPECT_EQ(shared_noun(two, 1, lexicon()), std::optional<WordId>(4));
  EXPECT_EQ(shared_noun(two, 3, lexicon()), std::optional<WordId>(4));
  const Sentence three = sentence_of(
      "Larnex Larnex PROPN 0 root\n, , PUNCT 3 punct\nMoen Moen PROPN 1 conj\nand and CCONJ 6 cc\n"
      "Skarn Skarn PROPN 6 compound\nOblasts Oblast PROPN 1 conj\n");
  for (const WordId name : {0U, 2U, 4U}) {
    EXPECT_EQ(shared_noun(three, name, lexicon()), std::optional<WordId>(5)) << name;
  }
  const Sentence districts = sentence_of(
      "Larnex Larnex PROPN 4 compound\nand and CCONJ 3 cc\nMoen Moen PROPN 1 conj\n"
      "districts district NOUN 0 root\n");
  EXPECT_EQ(shared_noun(districts, 0, lexicon()), std::nullopt);
  const Sentence countries = sentence_of(
      "UK UK PROPN 0 root\nand and CCONJ 4 cc\nUnited United PROPN 4 compound\n"
      "States State PROPN 1 conj\n");
  EXPECT_EQ(shared_noun(countries, 0, lexicon()), std::nullopt);
  EXPECT_EQ(singular_of_kind("Counties"), "County");
  EXPECT_EQ(singular_of_kind("states"), "State");
}

TEST(SharedNoun, MakesTheNameOfAPlace) {
  EXPECT_THAT(
      names_in(records_of({{"it", "it", "PRON", "2", "nsubj"},
                           {"fell", "fall", "VERB", "0", "root"},
                           {"in", "in", "ADP", "7", "case"},
                           {"Larnex", "Larnex", "PROPN", "7", "compound", "(1-place)", "B-LOC"},
                           {"and", "and", "CCONJ", "6", "cc"},
                           {"Moen", "Moen", "PROPN", "4", "conj", "(2-place)", "B-LOC"},
                           {"states", "state", "NOUN", "2", "obl"}})),
      testing::AllOf(Contains("Larnex State"), Contains("Moen State")));
}

/// The names of a place's mention of five words, "FRONT NOUN of the Lima", whose last is one by
/// itself.
std::vector<std::string> names_of_place(const std::string& front, const std::string& noun,
                                        const std::string& around = "Skarn") {
  return names_in(records_of({{"it", "it", "PRON", "2", "nsubj"},
                              {"fell", "fall", "VERB", "0", "root"},
                              {"in", "in", "ADP", "5", "case"},
                              {front, front, "PROPN", "5", "compound", "(1-place", "B-LOC"},
                              {noun, noun, "PROPN", "2", "obl", ".", "I-LOC"},
                              {"of", "of", "ADP", "8", "case"},
                              {"the", "the", "DET", "8", "det"},
                              {around, around, "PROPN", "5", "nmod", "(2-place)1)", "B-LOC"}}));
}

TEST(NamesOfPlaces, EndBeforeThePlaceAroundIfTheyNameOneByThemselves) {
  EXPECT_THAT(names_of_place("Larnex", "District"), ElementsAre("Larnex District", "Skarn"));
  EXPECT_THAT(names_of_place("Larnex", "District", "Philippines"),
              ElementsAre("Larnex District of the Philippines", "Philippines"));
  EXPECT_THAT(names_of_place("Old", "City"), ElementsAre("Old City of the Skarn", "Skarn"));
  EXPECT_THAT(names_of_place("Larnex", "Nation"),
              ElementsAre("Larnex Nation of the Skarn", "Skarn"));
}

TEST(NamesOfPlaces, EndBeforeADirection) {
  EXPECT_THAT(
      names_in(records_of({{"it", "it", "PRON", "2", "nsubj"},
                           {"sank", "sink", "VERB", "0", "root"},
                           {"in", "in", "ADP", "5", "case"},
                           {"Larnex", "Larnex", "PROPN", "5", "compound", "(1-place"},
                           {"Sea", "Sea", "PROPN", "2", "obl"},
                           {"south", "south", "ADV", "5", "advmod"},
                           {"of", "of", "ADP", "8", "case"},
                           {"Skarn", "Skarn", "PROPN", "6", "obl", "(2-place)1)", "B-LOC"}})),
      ElementsAre("Larnex Sea", "Skarn"));
}

TEST(CountedPeoples, AreNamedByTheNounOfTheGroup) {
  const auto documents =
      read_annotated_conllu(conllu_of({{"two", "two", "NUM", "2", "nummod", "(1-person"},
                                       {"Peruvians", "Peruvian", "PROPN", "3", "nsubj", "1)"},
                                       {"left", "leave", "VERB", "0", "root"}}));
  const DocumentRecords records =
      extract_records(documents.at(0).first, documents.at(0).second, lexicon());
  ASSERT_EQ(records.entities.size(), 2U);
  EXPECT_THAT(records.entities[0].names, IsEmpty());
  EXPECT_THAT(records.entities[1].names, ElementsAre("Peruvians"));
  EXPECT_EQ(records.entities[1].type, EntityType::kGroup);
  EXPECT_EQ(records.entities[1].number, "plur");
}

}  // namespace
}  // namespace relata

#include "relata/analysis/lexicon.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "relata/core/error.hpp"

namespace relata {
namespace {

const Lexicon& shipped() {
  static const Lexicon kLexicon =
      Lexicon::load(std::string(RELATA_SOURCE_DIR) + "/models/lexicon.tsv");
  return kLexicon;
}

TEST(Lexicon, KnowsWhoseAdjectiveAndInhabitantsAWordIs) {
  EXPECT_EQ(shipped().country_of_demonym("Malian"), "Mali");
  EXPECT_EQ(shipped().country_of_demonym("Malians"), "Mali");
  EXPECT_EQ(shipped().country_of_demonym("FRENCH"), "France");
  EXPECT_EQ(shipped().country_of_demonym("British"), "United Kingdom");
  EXPECT_EQ(shipped().country_of_demonym("Nigerien"), "Niger");
  EXPECT_EQ(shipped().country_of_demonym("Nigerian"), "Nigeria");
  EXPECT_EQ(shipped().country_of_demonym("Bavarian"), "");
  EXPECT_EQ(shipped().country_of_demonym("The Peruvian"), "");
  EXPECT_EQ(shipped().country_of_demonym("Russian"), "Russia");
  EXPECT_EQ(shipped().country_of_demonym("Soviet"), "Soviet Union");
}

TEST(Lexicon, KnowsWhatCountriesTsvAdds) {
  EXPECT_EQ(shipped().country_of_demonym("Burkinabé"), "Burkina Faso");
  EXPECT_EQ(shipped().country_of_demonym("Emiratis"), "United Arab Emirates");
  EXPECT_EQ(shipped().country_of_demonym("Macedonian"), "North Macedonia");
  EXPECT_EQ(shipped().country_of_capital("Skopje"), "North Macedonia");
  EXPECT_EQ(shipped().canonical_country("Democratic Republic of Congo"), "Congo-Kinshasa");
  EXPECT_EQ(shipped().canonical_country("the Vatican"), shipped().canonical_country("Holy See"));
  EXPECT_EQ(shipped().country_around("Wales"), "United Kingdom");
}

TEST(Lexicon, KnowsWhatAliasesTsvAdds) {
  EXPECT_EQ(shipped().first_name("ISIL"), "Islamic State");
  EXPECT_EQ(shipped().first_name("Daesh"), "Islamic State");
  EXPECT_EQ(shipped().first_name("Médecins Sans Frontières"), "Doctors Without Borders");
  EXPECT_EQ(shipped().first_name("Islamic State"), "");
  EXPECT_EQ(shipped().first_name("al-Qaida"), "Al-Qaeda");
  EXPECT_EQ(shipped().first_name("Kiev"), "Kyiv");
  // What is first there is another's nowhere, whatever WordNet says.
  EXPECT_EQ(shipped().first_name("Kharkov"), "Kharkiv");
  EXPECT_EQ(shipped().first_name("Kharkiv"), "");
}

TEST(Lexicon, KnowsWhatPeopleTsvAdds) {
  using Names = std::vector<std::string>;
  EXPECT_EQ(shipped().given_names_of("Ihor"), Names{"igor"});
  EXPECT_EQ(shipped().given_names_of_short("Alex"), (Names{"alexander", "alexandra"}));
  EXPECT_EQ(shipped().given_names_of_short("William"), Names{});
  EXPECT_TRUE(shipped().is_title("Cllr"));
  EXPECT_FALSE(shipped().is_title("Min"));  // of Min-ho
}

TEST(Lexicon, KnowsTheCountriesOfRegionsAndTowns) {
  EXPECT_EQ(shipped().country_of_region("Ontario"), "Canada");
  EXPECT_EQ(shipped().country_of_region("Atlanta"), "");
  EXPECT_EQ(shipped().country_of_town("Atlanta"), "United States");
  EXPECT_EQ(shipped().country_of_town("Birmingham"), "");  // of two countries
  EXPECT_EQ(shipped().country_of_region("Georgia"), "United States");
}

TEST(Lexicon, TakesAbbreviationsForWhatTheyArePrintedFor) {
  EXPECT_EQ(shipped().first_name("Mass."), "Massachusetts");
  EXPECT_EQ(shipped().first_name("Mass"), "");
  EXPECT_EQ(shipped().first_name("Ont"), "Ontario");
  EXPECT_EQ(shipped().first_name("N.J."), "New Jersey");
  EXPECT_EQ(shipped().first_name("VA"), "");  // of veterans
}

TEST(Lexicon, LeavesOutWordsOfTwoCountries) {
  EXPECT_EQ(shipped().country_of_demonym("Korean"), "");
  EXPECT_EQ(shipped().country_of_demonym("South Korean"), "South Korea");
}

TEST(Lexicon, TakesTheNamesakeOfTwoCountries) {
  EXPECT_EQ(shipped().country_of_demonym("Chinese"), "China");
  EXPECT_EQ(shipped().country_of_demonym("Mauritanian"), "Mauritania");
}

TEST(Lexicon, TellsTheTwoCongosApart) {
  EXPECT_EQ(shipped().canonical_country("Democratic Republic of the Congo"), "Congo-Kinshasa");
  EXPECT_EQ(shipped().canonical_country("DR Congo"), "Congo-Kinshasa");
  EXPECT_EQ(shipped().canonical_country("Republic of the Congo"), "Congo-Brazzaville");
  EXPECT_EQ(shipped().country_of_capital("Brazzaville"), "Congo-Brazzaville");
  EXPECT_EQ(shipped().country_of_demonym("Congolese"), "Congo-Kinshasa");
}

TEST(Lexicon, KnowsWordsInUseFromWhatIsAName) {
  for (const char* word : {"high", "health", "Defence", "services", "army", "women", "arrest"}) {
    EXPECT_TRUE(shipped().is_word(word)) << word;
  }
  for (const char* name : {"Duma", "Larnex", "Peru", "Moens"}) {
    EXPECT_FALSE(shipped().is_word(name)) << name;
  }
}

TEST(Lexicon, KnowsIrregularForms) {
  EXPECT_EQ(shipped().lemma_of_irregular_verb("Fled"), "flee");
  EXPECT_EQ(shipped().lemma_of_irregular_verb("walked"), "");
  EXPECT_EQ(shipped().lemma_of_irregular_verb("found"), "") << "or to found something";
  EXPECT_EQ(shipped().lemma_of_irregular_plural("gunmen"), "gunman");
  EXPECT_EQ(shipped().lemma_of_irregular_plural("crises"), "crisis");
}

TEST(Lexicon, MakesPeopleOfYoungCountriesFromTheirParts) {
  EXPECT_EQ(shipped().country_of_demonym("South Sudanese"), "South Sudan");
}

TEST(Lexicon, KnowsCapitalsOfSovereignCountries) {
  EXPECT_EQ(shipped().country_of_capital("Paris"), "France");
  EXPECT_EQ(shipped().country_of_capital("London"), "United Kingdom");
  EXPECT_EQ(shipped().country_of_capital("Lyon"), "");
}

TEST(Lexicon, BringsNamesOfACountryToOne) {
  EXPECT_EQ(shipped().canonical_country("Burma"), shipped().canonical_country("Myanmar"));
  EXPECT_EQ(shipped().canonical_country("U.S."), "United States");
  EXPECT_EQ(shipped().canonical_country("the United States"), "United States");
  EXPECT_EQ(shipped().canonical_country("Côte d’Ivoire"),
            shipped().canonical_country("Ivory Coast"));
  EXPECT_FALSE(shipped().is_country("Boise"));
  EXPECT_FALSE(shipped().is_country("Bamako"));
}

TEST(Lexicon, DerivesDeedsFromVerbsAndDoersFromNone) {
  EXPECT_EQ(shipped().verb_of_noun("withdrawal"), "withdraw");
  EXPECT_EQ(shipped().verb_of_noun("arrest"), "arrest");
  EXPECT_EQ(shipped().verb_of_noun("leader"), "");
}

TEST(Lexicon, ClassesNounsByTheirMostFrequentSenses) {
  EXPECT_EQ(shipped().noun_class("officer"), NounClass::kPerson);
  EXPECT_EQ(shipped().noun_class("junta"), NounClass::kGroup);
  EXPECT_EQ(shipped().noun_class("city"), NounClass::kPlace);
  EXPECT_EQ(shipped().noun_class("week"), NounClass::kTime);
  EXPECT_EQ(shipped().noun_class("serendipities"), NounClass::kOther);
  EXPECT_TRUE(shipped().can_be_person("minister"));
  EXPECT_TRUE(shipped().can_be_person("co-founder"));
  EXPECT_FALSE(shipped().can_be_person("co-axis"));
  EXPECT_FALSE(shipped().can_be_person("ministry"));
}

TEST(Lexicon, TellsTitlesFromGivenNames) {
  for (const char* title : {"General", "Dr.", "Mr", "President", "Sgt."}) {
    EXPECT_TRUE(shipped().is_title(title)) << title;
  }
  for (const char* name : {"Mark", "Jack", "Victor", "Rose"}) {
    EXPECT_FALSE(shipped().is_title(name)) << name;
  }
  EXPECT_TRUE(shipped().is_title_modifier("Prime"));
  EXPECT_FALSE(shipped().is_title_modifier("lawyer"));
  EXPECT_TRUE(shipped().is_calling("lawyer") && shipped().is_title("lawyer"));
  EXPECT_FALSE(shipped().is_calling("minister"));
}

TEST(Lexicon, KnowsWhatRulesAndFightsForACountry) {
  EXPECT_EQ(shipped().body_of("junta").kind, BodyKind::kGovernment);
  EXPECT_EQ(shipped().body_of("junta").country, "");
  EXPECT_EQ(shipped().body_of("armed forces").kind, BodyKind::kForces);
  EXPECT_EQ(shipped().body_of("company").kind, BodyKind::kNone);
  EXPECT_EQ(shipped().body_of("White House").kind, BodyKind::kGovernment);
  EXPECT_EQ(shipped().body_of("White House").country, "United States");
}

TEST(Lexicon, KnowsKindsThatStandBehindTheirNames) {
  EXPECT_TRUE(shipped().is_kind_of_organization("gang"));
  EXPECT_TRUE(shipped().is_kind_of_place("province"));
  EXPECT_FALSE(shipped().is_kind_of_organization("province"));
  EXPECT_FALSE(shipped().is_kind_of_place("street"));
}

TEST(Lexicon, RefusesWhatIsNoLexicon) {
  EXPECT_THROW(Lexicon::parse("", "x.tsv"), Error);
  try {
    Lexicon::parse("# relata lexicon 1: x\nnoun\tjunta\n", "x.tsv");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.place().file, "x.tsv");
    EXPECT_EQ(error.place().line, 2U);
  }
}

}  // namespace
}  // namespace relata

#include "relata/resolve/name.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "relata/analysis/lexicon.hpp"
#include "relata/resolve/description.hpp"

namespace relata {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

const Lexicon& lexicon() {
  static const Lexicon kLexicon =
      Lexicon::load(std::string(RELATA_SOURCE_DIR) + "/models/lexicon.tsv");
  return kLexicon;
}

ParsedName person(const std::string& text) {
  return parse_name(text, EntityType::kPerson, lexicon());
}

ParsedName organization(const std::string& text) {
  return parse_name(text, EntityType::kOrganization, lexicon());
}

TEST(ParseName, TakesTitlesAndRanksOffPeople) {
  EXPECT_THAT(person("Gen. Jean-Luc Picard").words, ElementsAre("jean", "luc", "picard"));
  EXPECT_EQ(person("Defence Minister General Ada Lovelace").shown, "Ada Lovelace");
  EXPECT_THAT(person("Prime Minister Lovelace").words, ElementsAre("lovelace"));
  EXPECT_THAT(person("Prime Minister Lovelace").titles, ElementsAre("minister"));
  EXPECT_EQ(person("Peru's trade envoy Ada Lovelace").shown, "Ada Lovelace");
  EXPECT_EQ(person("French mathematician Sophie Germain").shown, "Sophie Germain");
}

TEST(ParseName, EndsNoNameOfAPersonInAnInitial) {
  const ParsedName cut = parse_name("Zoe Novak U.", EntityType::kPerson, lexicon());
  EXPECT_EQ(join_words(cut.words), "zoe novak");
  const ParsedName brief = parse_name("Zoe N.", EntityType::kPerson, lexicon());
  EXPECT_EQ(join_words(brief.words), "zoe n");
}

TEST(ParseName, EndsTheNameOfAPersonBeforeWhereHeIsFrom) {
  EXPECT_EQ(person("Ada Lovelace of Larnex").shown, "Ada Lovelace");
  EXPECT_THAT(person("Dr. Ada Lovelace of Skien University").words, ElementsAre("ada", "lovelace"));
  EXPECT_THAT(person("Catherine of Aragon").words, ElementsAre("catherine", "of", "aragon"));
  EXPECT_THAT(person("District Judge for Skien Ada Lovelace").words, Contains("lovelace"));
  EXPECT_THAT(person("Liberation Army of Skien").words, Contains("skien"));
}

TEST(ParseName, TakesThePossessorOffInCapitalsToo) {
  EXPECT_THAT(person("RAIDERS' LOVELACE").words, ElementsAre("lovelace"));
}

TEST(ParseName, ShowsTheEndingThatIsPartOfTheName) {
  EXPECT_EQ(organization("Larnex's").shown, "Larnex's");
  EXPECT_THAT(organization("Larnex's").words, ElementsAre("larnex"));
}

TEST(ParseName, TakesTheFirstOfARulersNumbersForASuffix) {
  EXPECT_EQ(person("Queen Zoe I").suffix, "i");
  EXPECT_EQ(person("Queen Zoe II").suffix, "ii");
  EXPECT_EQ(person("Zoe I. Larnov").suffix, "");
}

TEST(ParseName, DropsLegalFormsInFrontAndBehind) {
  EXPECT_THAT(organization("PJSC Larnex").words, ElementsAre("larnex"));
  EXPECT_THAT(organization("Larnex PJSC").words, ElementsAre("larnex"));
  EXPECT_THAT(organization("Larnex Moen & Co.").words, ElementsAre("larnex", "moen"));
  EXPECT_THAT(organization("Larnex Moen plc").words, ElementsAre("larnex", "moen"));
  EXPECT_THAT(organization("Larnex & Co.").words, ElementsAre("larnex", "and"));
}

TEST(ParseName, NamesAPartOfAPlaceAfterTheWhole) {
  const auto place = [](const std::string& text) {
    return parse_name(text, EntityType::kPlace, lexicon());
  };
  EXPECT_THAT(place("southern Peru").words, ElementsAre("southern", "peru"));
  EXPECT_EQ(place("southern Peru").inside, "Peru");
  EXPECT_EQ(place("central Peru").country, "");
  EXPECT_EQ(place("eastern DRC").words, place("eastern Democratic Republic of Congo").words);
  EXPECT_EQ(place("north-eastern Gaza").words, place("northeastern Gaza Strip").words);
  EXPECT_EQ(place("South Sudan").country, "South Sudan");
  EXPECT_THAT(place("North Kordofan").words, ElementsAre("north", "kordofan"));
}

TEST(ParseName, LeavesNamesThatLookLikeTitles) {
  EXPECT_THAT(person("Mark Spencer").words, ElementsAre("mark", "spencer"));
  EXPECT_THAT(person("Martin Luther King").words, ElementsAre("martin", "luther", "king"));
  EXPECT_THAT(person("General").words, ElementsAre("general"));
}

TEST(ParseName, KeepsTheSmallPartOfAGivenName) {
  EXPECT_THAT(person("Jae-myung Lee").words, ElementsAre("jae", "myung", "lee"));
  EXPECT_THAT(person("Lee Jae-myung").words, ElementsAre("lee", "jae", "myung"));
  EXPECT_THAT(person("Ex-minister Ada Lovelace").words, ElementsAre("ada", "lovelace"));
  EXPECT_TRUE(is_headed_by_name("Lee Jae-myung"));
  EXPECT_FALSE(is_headed_by_name("Vice-president"));
}

TEST(ParseName, FoldsDiacriticsParticlesAndSuffixes) {
  EXPECT_EQ(person("Antonín Dvořák").words, person("Antonin Dvorak").words);
  EXPECT_THAT(person("Ludwig van Beethoven").words, ElementsAre("ludwig", "beethoven"));
  EXPECT_EQ(person("Abdel Fattah el-Sisi").words, person("Abdel Fattah al-Sisi").words);
  EXPECT_EQ(person("Sammy Davis Jr.").suffix, "jr");
  EXPECT_THAT(person("Sammy Davis Jr.").words, ElementsAre("sammy", "davis"));
}

TEST(ParseName, KnowsCountriesAndWhatIsOfThem) {
  EXPECT_EQ(parse_name("the U.S.", EntityType::kPlace, lexicon()).country, "United States");
  EXPECT_EQ(organization("US Department of Labor").of_country, "United States");
  EXPECT_EQ(organization("French Foreign Legion").of_country, "France");
  EXPECT_THAT(organization("French Foreign Legion").country, IsEmpty());
  EXPECT_THAT(person("Jordan").country, IsEmpty());
}

TEST(ParseName, DropsLegalFormsAndPossessives) {
  EXPECT_EQ(organization("Acme Inc.").words, organization("Acme").words);
  EXPECT_EQ(organization("Acme’s").words, organization("Acme").words);
  EXPECT_TRUE(organization("NATO").acronym);
  EXPECT_FALSE(organization("Nato").acronym);
}

TEST(FoldWords, SpellsPlacesOut) {
  EXPECT_EQ(fold_words("Mt. Larnex"), fold_words("Mount Larnex"));
  EXPECT_EQ(fold_words("St Larnex"), fold_words("Saint Larnex"));
  EXPECT_EQ(fold_words("Ft. Larnex"), fold_words("Fort Larnex"));
  EXPECT_EQ(fold_words("Larnex St").back(), "st");  // a street
}

TEST(Initials, TakeTheCapitals) {
  EXPECT_EQ(initials("Department of Homeland Security"), "dhs");
  EXPECT_EQ(initials("Nato"), "");
  EXPECT_TRUE(has_initials("World Anti-Doping Agency", "wada"));
  EXPECT_TRUE(has_initials("Organization for Security and Co-operation", "osc"));
  EXPECT_FALSE(has_initials("World Anti-Doping Agency", "wad"));
}

TEST(Abbreviates, WantsWordsInOrder) {
  EXPECT_TRUE(abbreviates({"ada", "lovelace"}, {"ada", "king", "lovelace"}));
  EXPECT_TRUE(abbreviates({"a", "lovelace"}, {"ada", "lovelace"}));
  EXPECT_FALSE(abbreviates({"lovelace", "ada"}, {"ada", "lovelace"}));
}

TEST(SpellingKey, JoinsTransliterationsAndKeepsNamesApart) {
  EXPECT_EQ(spelling_key("mohammed"), spelling_key("muhammad"));
  EXPECT_EQ(spelling_key("mohamed"), spelling_key("mohammed"));
  EXPECT_EQ(spelling_key("kaddafi"), spelling_key("qadhafi"));
  EXPECT_EQ(spelling_key("djokovic"), spelling_key("dokovic"));
  EXPECT_NE(spelling_key("mohamed"), spelling_key("mahmoud"));
  EXPECT_NE(spelling_key("maria"), spelling_key("mario"));
}

TEST(ParseDescription, OfThingsJoinedHasAllOfThemForItsHead) {
  const ParsedDescription both = parse_description("the Danish army and police", lexicon());
  EXPECT_EQ(both.head, "army and police");
  EXPECT_EQ(both.anchor, "denmark");
  EXPECT_FALSE(may_describe_one(both, parse_description("the Danish army", lexicon())));
  EXPECT_TRUE(may_describe_one(both, parse_description("army and police", lexicon())));
}

TEST(ParseName, DropsWhatIsSaidOfAThingBeforeItsName) {
  const auto shown = [](const char* text) {
    return parse_name(text, EntityType::kOrganization, lexicon()).shown;
  };
  EXPECT_EQ(shown("Oslo-based Larnex Holdings"), "Larnex Holdings");
  EXPECT_EQ(shown("state-owned power producer Larnex"), "Larnex");
  EXPECT_EQ(shown("Danish weapons manufacturer Elbe Systems"), "Elbe Systems");
  EXPECT_EQ(shown("Bank of England"), "Bank of England");
  EXPECT_EQ(shown("Port-au-Prince"), "Port-au-Prince");
  EXPECT_EQ(shown("Rio de Janeiro"), "Rio de Janeiro");
  EXPECT_EQ(shown("Rio Grande do Sul"), "Rio Grande do Sul");
}

TEST(ParseDescription, CountsSomeOfSeveral) {
  const ParsedDescription some = parse_description("nine of the trapped men", lexicon());
  EXPECT_EQ(some.head, "men");
  EXPECT_EQ(some.count, "nine");
  EXPECT_EQ(parse_description("one of the two lorries", lexicon()).head, "lorries");
  EXPECT_EQ(parse_description("Group of Nine", lexicon()).head, "group");
}

TEST(ParseDescription, FindsHeadAnchorAndCount) {
  const ParsedDescription junta = parse_description("Peru's ruling junta", lexicon());
  EXPECT_EQ(junta.head, "junta");
  EXPECT_EQ(junta.anchor, "peru");
  EXPECT_EQ(junta.anchor_country, "Peru");
  EXPECT_EQ(parse_description("the Peruvian junta", lexicon()).anchor, "peru");
  EXPECT_EQ(parse_description("junta of Peru", lexicon()).anchor, "peru");
  EXPECT_EQ(parse_description("three Peruvian judges in Lima", lexicon()).count, "three");
  EXPECT_EQ(parse_description("three Peruvian judges in Lima", lexicon()).head, "judges");
  EXPECT_TRUE(parse_description("the junta", lexicon()).bare);
}

TEST(ParseDescription, TakesNobodyForTheOwnerWhoOnlyBacksIt) {
  const ParsedDescription backed = parse_description("Peru-backed government", lexicon());
  EXPECT_EQ(backed.anchor, "peru backed");
  EXPECT_EQ(backed.anchor_country, "");
  const ParsedDescription owned = parse_description("Peru-backed Chilean government", lexicon());
  EXPECT_EQ(owned.anchor_country, "Chile");
  EXPECT_EQ(parse_description("al-Larnex fighters", lexicon()).anchor, "larnex");
}

TEST(MayDescribeOne, KeepsFormerFromPresentAndThreeFromFour) {
  const auto fit = [](const char* a, const char* b) {
    return may_describe_one(parse_description(a, lexicon()), parse_description(b, lexicon()));
  };
  EXPECT_TRUE(fit("Peru's ruling junta", "the Peruvian junta"));
  EXPECT_FALSE(fit("Peru's junta", "Chile's junta"));
  EXPECT_FALSE(fit("Peru's former government", "Peru's government"));
  EXPECT_FALSE(fit("three judges", "four judges"));
}

TEST(ParseName, TakesRomanNumbersOffARulersName) {
  const auto suffix = [](const char* name) {
    return parse_name(name, EntityType::kPerson, lexicon()).suffix;
  };
  EXPECT_EQ(parse_name("Pope Larnex XIV", EntityType::kPerson, lexicon()).shown, "Larnex XIV");
  EXPECT_EQ(parse_name("Ola Moen Jr., 41", EntityType::kPerson, lexicon()).shown, "Ola Moen Jr.");
  EXPECT_EQ(suffix("Larnex VIII"), "viii");
  EXPECT_EQ(suffix("King Larnex XIV"), "xiv");
  EXPECT_EQ(suffix("Larnex X"), "");  // an initial or a name
  EXPECT_EQ(suffix("PRESIDENT XI"), "");
  EXPECT_EQ(suffix("Larnex Vi"), "");
}

}  // namespace
}  // namespace relata

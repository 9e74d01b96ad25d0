#include "resolve/name_spelling.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "relata/resolve/name.hpp"
#include "resolve/record_builder.hpp"
#include "resolve/resolved.hpp"
#include "resolve/two_documents.hpp"

namespace relata {
namespace {

bool is_one_person(const std::string& a, const std::string& b) {
  return are_one(EntityType::kPerson, a, b);
}

TEST(NameSpelling, JoinsTransliterationsOfPeople) {
  EXPECT_TRUE(is_one_person("Aleksei Larnov", "Alexey Larnov"));
  EXPECT_TRUE(is_one_person("Faisal Haniyeh", "Feisal Haniya"));
  EXPECT_TRUE(is_one_person("Ahmed al-Larnaa", "Ahmad Al Larnaa"));
  EXPECT_TRUE(is_one_person("Novak Larnđev", "Novak Larndjev"));
  EXPECT_TRUE(is_one_person("Łukasz Wałek", "Lukasz Walek"));
  EXPECT_FALSE(is_one_person("Maria Larnov", "Mario Larnov"));
}

TEST(NameSpelling, LeavesShortNamesThatAreOthersWithAnotherVowel) {
  EXPECT_FALSE(is_one_person("Jon Larnov", "Joan Larnov"));
  EXPECT_FALSE(is_one_person("Louis Larnov", "Lois Larnov"));
  EXPECT_FALSE(is_one_person("Carl Larnov", "Carol Larnov"));
  EXPECT_FALSE(is_one_person("Lara Larnov", "Laura Larnov"));
  EXPECT_FALSE(is_one_person("Rana Larnov", "Rania Larnov"));
  EXPECT_FALSE(is_one_person("Kate Larnsen", "Kate Larnson"));
  EXPECT_TRUE(is_one_person("Nouri Larnov", "Nuri Larnov"));
}

TEST(NameSpelling, KeepsThoseApartWhoGoByAnotherInitial) {
  EXPECT_FALSE(is_one_person("Zoe W. Larnov", "Zoe H. W. Larnov"));
  EXPECT_TRUE(is_one_person("Zoe H. Larnov", "Zoe H. W. Larnov"));
  EXPECT_TRUE(is_one_person("Zoe Larnov", "Zoe H. W. Larnov"));
}

TEST(NameSpelling, JoinsWordsThatAreWrittenInOneOrTwo) {
  EXPECT_TRUE(is_one_person("Lee Jae-myung", "Lee Jaemyung"));
  EXPECT_TRUE(is_one_person("Abdel Fattah Larnex", "Abdulfattah Larnex"));
  EXPECT_FALSE(is_one_person("Abdel Fattah Larnex", "Abdulmalik Larnex"));
  EXPECT_TRUE(is_one_person("Park Geun-hye", "Park Geunhye"));
}

TEST(NameSpelling, LetsTwoSpellingsLeaveOutOtherWords) {
  EXPECT_TRUE(abbreviates_alike({"ahmad", "larnaa"}, {"ahmed", "hussein", "larnaa"}));
  EXPECT_TRUE(abbreviates_alike({"ahmad", "o", "larnaa"}, {"ahmed", "omar", "hussein", "larnaa"}));
  EXPECT_FALSE(abbreviates_alike({"hussein", "larnaa"}, {"ahmed", "hussein", "larnaa"}));
  EXPECT_FALSE(abbreviates_alike({"ahmad"}, {"ahmed", "larnaa"}));
  // None of three spellings keeps the other two apart.
  RecordBuilder a("a"), b("b"), c("c");
  const auto brief = a.person({"Ahmed Larnaa"});
  const auto full = b.person({"Ahmed Hussein Larnaa"});
  const auto other = c.person({"Ahmad Larnaa"});
  const Resolved resolved({a.records(), b.records(), c.records()});
  EXPECT_TRUE(resolved.same(brief, full));
  EXPECT_TRUE(resolved.same(brief, other));
}

TEST(NameSpelling, JoinsSpellingsOfBodiesAndPlacesOfSeveralWords) {
  EXPECT_TRUE(are_one(EntityType::kPlace, "Larnex Younis", "Larnex Yunis"));
  EXPECT_TRUE(are_one(EntityType::kPlace, "Beqaaz Valley", "Bekaaz Valley"));
  EXPECT_TRUE(are_one(EntityType::kOrganization, "Larnex Airlines", "Larnex Air Lines"));
  EXPECT_TRUE(are_one(EntityType::kPlace, "Larnex Oblast", "Larnex Region"));
  // Words of the language mean what they say, numbers and short words tell one from the next.
  EXPECT_FALSE(are_one(EntityType::kOrganization, "Marine Board", "Mourn Board"));
  EXPECT_FALSE(are_one(EntityType::kObject, "Larnex 20", "Larnex 200"));
  EXPECT_FALSE(are_one(EntityType::kObject, "Larnex OS", "LarnexES"));
}

TEST(NameSpelling, JoinsNamesOfThreeWordsOfWhichOneIsInThePlural) {
  EXPECT_TRUE(are_one(EntityType::kPlace, "Strait of Larnex", "Straits of Larnex"));
  EXPECT_TRUE(are_one(EntityType::kOrganization, "Larnex Guard Corps", "Larnex Guards Corps"));
  EXPECT_FALSE(are_one(EntityType::kOrganization, "Larnex Ranger", "Larnex Rangers"));
  EXPECT_FALSE(are_one(EntityType::kOrganization, "Larnex Moen Fund", "Larnex Moens Fund"));
}

TEST(NameSpelling, JoinsANameWithAnApostropheAndWithout) {
  EXPECT_TRUE(are_one(EntityType::kOrganization, "Larnov's", "Larnovs"));
  EXPECT_TRUE(are_one(EntityType::kOrganization, "Larnov’s", "Larnov's"));
  EXPECT_FALSE(are_one(EntityType::kOrganization, "Larnov", "Larnovs"));
}

TEST(NameSpelling, JoinsBodiesOfOneLongWord) {
  EXPECT_TRUE(are_one(EntityType::kOrganization, "Larnobollah", "Larnubollah"));
  EXPECT_FALSE(are_one(EntityType::kOrganization, "Leman", "Lyman"));
  EXPECT_FALSE(are_one(EntityType::kOrganization, "Liaolarnex", "Liaolarneks"));  // a consonant
}

TEST(NameSpelling, JoinsPlacesOfOneWordInOneCountryAlone) {
  EXPECT_FALSE(are_one(EntityType::kPlace, "Tulkarnem", "Tulkarnim"));
  RecordBuilder a("a", "2024-01-03"), b("b", "2025-08-11");
  const auto x = a.name(EntityType::kPlace, {"Tulkarnem"});
  a.put_in(x, a.name(EntityType::kPlace, {"Peru"}));
  const auto y = b.name(EntityType::kPlace, {"Tulkarnim"});
  b.put_in(y, b.name(EntityType::kPlace, {"Peru"}));
  EXPECT_TRUE(Resolved({a.records(), b.records()}).same(x, y));
}

TEST(NameSpelling, JoinsPlacesOfOneWordButForLettersThatAreWrittenOrNot) {
  EXPECT_TRUE(are_one(EntityType::kPlace, "Larnexah", "Larnexa"));
  EXPECT_TRUE(are_one(EntityType::kPlace, "Lürnedorf", "Luernedorf"));
  EXPECT_FALSE(are_one(EntityType::kPlace, "Larnekfort", "Larnekfurt"));
}

TEST(NameSpelling, JoinsWhatHasTheSameLetters) {
  EXPECT_TRUE(are_one(EntityType::kPlace, "Tal Larnex", "Tallarnex"));
  EXPECT_TRUE(are_one(EntityType::kPlace, "Larnex's Bazar", "Larnexs Bazar"));
  EXPECT_TRUE(are_one(EntityType::kPlace, "Larnsø", "Larnsoe"));
  EXPECT_FALSE(are_one(EntityType::kPlace, "Larnso", "Larnsoe"));
  EXPECT_FALSE(are_one(EntityType::kPlace, "Da Lar", "Dalar"));  // too short
}

TEST(NameSpelling, ReadsInitialsHoweverTheyAreWritten) {
  EXPECT_TRUE(is_one_person("Z.K. Larnov", "Z. K. Larnov"));
  EXPECT_TRUE(is_one_person("ZK Larnov", "Zoe Kate Larnov"));
  EXPECT_FALSE(is_one_person("Z.K. Larnov", "Zoe Helen Larnov"));
  EXPECT_TRUE(is_one_person("AJ Larnov", "A.J. Larnov"));
  EXPECT_FALSE(is_one_person("XI LARNOV", "Xenia Ida Larnov"));  // a headline
  EXPECT_TRUE(is_one_person("KIM Larn-ov", "Kim Larn-ov"));
  EXPECT_FALSE(is_one_person("KIM Larnov", "Kate Ida Mary Larnov"));
}

TEST(NameSpelling, KnowsAFamilyNameThatComesFirst) {
  EXPECT_TRUE(is_one_person("Lar Heung-min", "Heung-Min Lar"));
  EXPECT_FALSE(is_one_person("Thomas James", "James Thomas"));  // without any company
}

TEST(NameSpelling, KnowsOneTitleInSeveralSpellings) {
  EXPECT_TRUE(is_one_person("Sheikh Larnexa", "Shaikh Larnexa"));
}

TEST(NameSpelling, KnowsThePersianOf) {
  EXPECT_TRUE(are_one(EntityType::kOrganization, "Larnak-e-Moenga", "Larnak-i-Moenga"));
}

TEST(NamesOfBodies, GoWithoutWhatAllOfTheirKindHave) {
  constexpr EntityType kBody = EntityType::kOrganization;
  EXPECT_TRUE(are_one(kBody, "FC Larnex Skien", "Larnex Skien"));
  EXPECT_TRUE(are_one(kBody, "Larnex Skien F.C.", "Larnex Skien"));
  EXPECT_FALSE(are_one(kBody, "FC Skien", "Skien"));
  EXPECT_TRUE(are_one(kBody, "Larnexa News Agency", "Larnexa"));
  EXPECT_FALSE(are_one(kBody, "Harbour News Agency", "Harbour"));
  EXPECT_TRUE(are_one(kBody, "Harbour & Bridge Group PLC", "Harbour and Bridge"));
  EXPECT_FALSE(are_one(kBody, "Harbour & Bridge Group", "Harbour and Bridge"));
  EXPECT_TRUE(are_one(kBody, "Peruvian Foreign Ministry", "Ministry of Foreign Affairs of Peru"));
  EXPECT_FALSE(are_one(kBody, "Chilean Foreign Ministry", "Ministry of Foreign Affairs of Peru"));
  EXPECT_TRUE(are_one(kBody, "Larnex Union of West Skien Towns", "LUOWST"));
  EXPECT_TRUE(are_one(EntityType::kPlace, "Larnex International Airport", "Larnex Airport"));
}

TEST(NameSpelling, DropsTheArticleBeforeTheLettersThatItSoundsLike) {
  EXPECT_TRUE(are_one(EntityType::kPlace, "Larnex ez-Zor", "Larnex al-Zor"));
  EXPECT_TRUE(is_one_person("Omar ar-Rashik", "Omar al-Rashik"));
  EXPECT_FALSE(are_one(EntityType::kPlace, "Larnex ez-Moen", "Larnex al-Moen"));
}

TEST(NameSpelling, HasOneSkeletonHoweverWordsAreParted) {
  EXPECT_EQ(spelling_skeleton({"abdel", "fattah"}), spelling_skeleton({"abdulfatah"}));
  EXPECT_EQ(spelling_skeleton({"jae", "myung"}), spelling_skeleton({"jaemyung"}));
}

TEST(KnownNames, AreNoPeoplesWhateverTheTaggerSays) {
  RecordBuilder a("a", "2024-01-03"), b("b", "2025-08-11");
  const auto person = a.person({"Lashkar-e-Taiba"});
  const auto izafe = a.person({"Larnex-e-Moen"});
  const auto body = b.name(EntityType::kOrganization, {"Lashkar-e-Tayyiba"});
  const auto other = b.name(EntityType::kOrganization, {"Larnex-e-Moen"});
  const Resolved resolved({a.records(), b.records()});
  EXPECT_TRUE(resolved.same(person, body));
  EXPECT_TRUE(resolved.same(izafe, other));
}

TEST(KnownNames, AreFoundWithHyphensAndApostrophes) {
  EXPECT_TRUE(are_one(EntityType::kOrganization, "al-Qaeda", "al-Qaida"));
  EXPECT_TRUE(are_one(EntityType::kPlace, "Côte d’Ivoire", "Ivory Coast"));
  EXPECT_TRUE(are_one(EntityType::kPlace, "Hawaiʻi", "Hawaii"));
  EXPECT_TRUE(are_one(EntityType::kPlace, "Kyiv", "Kiev"));
}

}  // namespace
}  // namespace relata

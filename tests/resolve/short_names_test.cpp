#include "resolve/short_names.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "resolve/document_fixture.hpp"

namespace relata {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

TEST(FindShortNames, TakesTheBeginningOfAFullNameBefore) {
  DocumentFixture document;
  RecordBuilder& records = document.records();
  const auto full = records.name(EntityType::kOrganization, {"Larnex Holdings"});
  const auto brief = records.name(EntityType::kOrganization, {"Larnex"});
  EXPECT_THAT(document.pairs(find_short_names), ElementsAre(Pair(full, brief)));
  records.name(EntityType::kOrganization, {"Larnex Shipping"});
  EXPECT_THAT(document.pairs(find_short_names), IsEmpty());
}

TEST(FindShortNames, LeavesWhatComesFirstUnlessInTheHeadline) {
  DocumentFixture document;
  RecordBuilder& records = document.records();
  const auto brief = records.name(EntityType::kOrganization, {"Larnex"});
  document.said("", "Larnex", 3);
  const auto full = records.name(EntityType::kOrganization, {"Larnex Holdings"});
  document.said("of ", "Larnex Holdings", 5);
  EXPECT_THAT(document.pairs(find_short_names), IsEmpty());
  DocumentFixture headed;
  headed.records().name(EntityType::kOrganization, {"Larnex"});
  headed.said("", "Larnex", 1);
  headed.records().name(EntityType::kOrganization, {"Larnex Holdings"});
  headed.said("of ", "Larnex Holdings", 5);
  EXPECT_THAT(headed.pairs(find_short_names), ElementsAre(Pair(brief, full)));
}

TEST(FindShortNames, TakesTheBeginningOfALongerName) {
  const auto is_short = [](const char* full, const char* brief) {
    DocumentFixture document;
    document.records().name(EntityType::kOrganization, {full});
    document.records().name(EntityType::kOrganization, {brief});
    return document.pairs(find_short_names).size() == 1;
  };
  EXPECT_TRUE(is_short("Larnex Marine Foods", "Larnex"));
  EXPECT_TRUE(is_short("Larnex Skien Shipping", "Larnex Skien"));
  EXPECT_TRUE(is_short("Larnex Media of Lima", "Larnex"));
  EXPECT_TRUE(is_short("Larnex Museum of Art", "Larnex"));
  EXPECT_TRUE(is_short("Larnex & Sons", "Larnex"));
  EXPECT_TRUE(is_short("Larnex Tigers", "Tigers"));
  EXPECT_FALSE(is_short("Larnex Airlines", "Airlines"));
  EXPECT_FALSE(is_short("Larnex Forces", "Forces"));
  EXPECT_FALSE(is_short("Larnex Skien Developers Conference", "Larnex"));
  EXPECT_TRUE(is_short("Peru Eastern Airlines", "Peru Eastern"));
  EXPECT_FALSE(is_short("Peru Eastern Harbour Airlines", "Peru Eastern"));
  EXPECT_FALSE(is_short("Larnex and Skien Shipping", "Larnex"));
  EXPECT_FALSE(is_short("Larnex Zoe Skien", "Larnex"));
  EXPECT_FALSE(is_short("United Nations Security Council", "United Nations"));
  EXPECT_FALSE(is_short("South Peruvian Harbour Company", "South Peruvian"));
  EXPECT_FALSE(is_short("Museum of Art", "Museum"));
}

TEST(FindShortNames, LeavesWordsLettersAndPlaces) {
  for (const char* brief : {"Harbour", "BN", "Peru", "Lima"}) {
    DocumentFixture document;
    document.records().name(EntityType::kOrganization, {std::string(brief) + " Larnex"});
    document.records().name(EntityType::kOrganization, {brief});
    EXPECT_THAT(document.pairs(find_short_names), IsEmpty()) << brief;
  }
}

TEST(FindShortNames, TakesARegisteredNameWhereverItStands) {
  const auto is_joined = [](const char* full) {
    DocumentFixture document;
    document.records().name(EntityType::kOrganization, {"Larnex"});
    document.said("", "Larnex", 3);
    document.records().name(EntityType::kOrganization, {full});
    return !document.pairs(find_short_names).empty();
  };
  EXPECT_TRUE(is_joined("Larnex Grain Ltd."));
  EXPECT_FALSE(is_joined("Larnex Grain"));
}

TEST(FindShortNames, ReadsAnAcronymOfTheBeginningsOfWords) {
  const auto is_joined = [](const char* full, const char* acronym) {
    DocumentFixture document;
    document.records().name(EntityType::kOrganization, {full});
    document.records().name(EntityType::kOrganization, {acronym});
    return !document.pairs(find_short_names).empty();
  };
  EXPECT_TRUE(is_joined("Skien Airlines", "SKA"));
  EXPECT_TRUE(is_joined("Peruvian Central Command", "CENTCOM"));
  EXPECT_FALSE(is_joined("Skien Airlines", "SKB"));
  EXPECT_FALSE(is_joined("Skien Airlines", "SK"));
  EXPECT_FALSE(is_joined("Skien Harbour Airlines", "SKA"));
  EXPECT_FALSE(is_joined("SKA Airlines", "SKA"));  // a part of it, or its kind
}

TEST(FindFamilyNames, TakesTheLastTwoWordsOfTheOneFullNameBefore) {
  DocumentFixture document;
  RecordBuilder& records = document.records();
  const auto full = records.person({"Zoe Larnex Moen"});
  const auto family = records.person({"Larnex Moen"});
  EXPECT_THAT(document.pairs(find_family_names), ElementsAre(Pair(full, family)));
  records.person({"Larnex Skien"});  // a given name, too
  EXPECT_THAT(document.pairs(find_family_names), IsEmpty());
}

TEST(FindFamilyNames, LeavesWhoComesFirstWhatSeveralHaveAndOffices) {
  DocumentFixture first;
  first.records().person({"Larnex Moen"});
  first.records().person({"Zoe Larnex Moen"});
  EXPECT_THAT(first.pairs(find_family_names), IsEmpty());
  DocumentFixture several;
  several.records().person({"Zoe Larnex Moen"});
  several.records().person({"Jo Larnex Moen"});
  several.records().person({"Larnex Moen"});
  EXPECT_THAT(several.pairs(find_family_names), IsEmpty());
  DocumentFixture offices;
  offices.records().person({"Shadow Home Secretary"});
  offices.records().person({"Home Secretary"});
  EXPECT_THAT(offices.pairs(find_family_names), IsEmpty());
}

TEST(FindPartsOfNames, TakesTheNounOfTheOneNameThatHasIt) {
  const auto is_joined = [](EntityType type, const char* full, const char* brief) {
    DocumentFixture document;
    document.records().name(type, {full});
    document.records().name(type, {brief});
    return !document.pairs(find_parts_of_names).empty();
  };
  EXPECT_TRUE(is_joined(EntityType::kObject, "Space Shuttle Larnex", "Larnex"));
  EXPECT_TRUE(is_joined(EntityType::kOrganization, "Council of Skien", "Council"));
  EXPECT_FALSE(is_joined(EntityType::kOrganization, "Larnex Store", "Larnex"));
  EXPECT_FALSE(is_joined(EntityType::kOrganization, "Peruvian Guard", "Guard"));
  EXPECT_FALSE(is_joined(EntityType::kPlace, "Plaza Skien", "Skien"));
}

TEST(FindPartsOfNames, LeavesWhatStandsWithinTheNameAndWhatSeveralHave) {
  DocumentFixture document;
  RecordBuilder& records = document.records();
  const auto full = records.name(EntityType::kObject, {"Ferry Larnex"});
  const auto part = records.name(EntityType::kObject, {"Larnex"});
  records.entity(full).first = {100, 112};
  records.entity(part).first = {106, 112};
  EXPECT_THAT(document.pairs(find_parts_of_names), IsEmpty());
  records.entity(part).first = {206, 212};
  EXPECT_THAT(document.pairs(find_parts_of_names), testing::SizeIs(1));
  records.name(EntityType::kObject, {"Tug Larnex"});
  EXPECT_THAT(document.pairs(find_parts_of_names), IsEmpty());
}

TEST(RetypeShortNames, MakesABodyOfAWordTakenForAPerson) {
  const auto type_of_brief = [](const char* gender, bool somebody) {
    DocumentFixture document;
    RecordBuilder& records = document.records();
    records.name(EntityType::kOrganization, {"Larnex Holdings"});
    if (somebody) records.person({"Zoe Larnex"});
    const auto brief = records.person({"Larnex"});
    records.entity(brief).gender = gender;
    return document.profiles().back().type;
  };
  EXPECT_EQ(type_of_brief("", false), EntityType::kOrganization);
  EXPECT_EQ(type_of_brief("fem", false), EntityType::kPerson);
  EXPECT_EQ(type_of_brief("", true), EntityType::kPerson);
}

TEST(RetypeShortNames, MakesABodyOfAPersonThatIsCalledAsOneIs) {
  const auto type_of = [](const char* word, const char* gender) {
    DocumentFixture document;
    RecordBuilder& records = document.records();
    records.name(EntityType::kOrganization, {word});
    records.entity(records.person({word})).gender = gender;
    return document.profiles().back().type;
  };
  EXPECT_EQ(type_of("LNX", "masc"), EntityType::kOrganization);
  EXPECT_EQ(type_of("Larnex", ""), EntityType::kOrganization);
  EXPECT_EQ(type_of("Larnex", "masc"), EntityType::kPerson);
}

TEST(RetypeShortNames, MakesABodyOfItsInitialsTakenForAPersonOrPlace) {
  const auto type_of = [](EntityType type, const char* brief, const char* gender) {
    DocumentFixture document;
    RecordBuilder& records = document.records();
    records.name(EntityType::kOrganization, {"Larnex Anti-Doping Agency"});
    records.entity(records.name(type, {brief})).gender = gender;
    return document.profiles().back().type;
  };
  EXPECT_EQ(type_of(EntityType::kPerson, "LADA", ""), EntityType::kOrganization);
  EXPECT_EQ(type_of(EntityType::kPlace, "LAA", ""), EntityType::kOrganization);
  EXPECT_EQ(type_of(EntityType::kPerson, "LADA", "fem"), EntityType::kPerson);
  EXPECT_EQ(type_of(EntityType::kPlace, "LDA", ""), EntityType::kPlace);
}

TEST(RetypeShortNames, MakesAPersonOfAFamilyName) {
  const auto type_of = [](const char* brief) {
    DocumentFixture document;
    document.records().person({"Gonzalo Ávila-Terrazas"});
    document.records().person({"Jo van der Moen"});
    document.records().name(EntityType::kOrganization, {brief});
    return document.profiles().back().type;
  };
  EXPECT_EQ(type_of("Ávila-Terrazas"), EntityType::kPerson);
  EXPECT_EQ(type_of("Ms van der Moen"), EntityType::kPerson);
  EXPECT_EQ(type_of("Ms Moen"), EntityType::kPerson);
  EXPECT_EQ(type_of("Ms Novak"), EntityType::kOrganization);
}

}  // namespace
}  // namespace relata

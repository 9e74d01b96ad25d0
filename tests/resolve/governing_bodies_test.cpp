#include "resolve/governing_bodies.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "resolve/document_fixture.hpp"

namespace relata {
namespace {

using testing::IsEmpty;
using testing::Pair;
using testing::UnorderedElementsAre;

constexpr EntityType kBody = EntityType::kOrganization;

TEST(FindOneBodies, JoinsWhatRulesTheCountryOfTheDocument) {
  DocumentFixture document;
  RecordBuilder& records = document.records();
  records.entity(records.name(EntityType::kPlace, {"Peru"})).mentions = 5;
  records.name(EntityType::kPlace, {"Chile"});
  const auto junta = records.described(kBody, {"Peru's ruling junta"});
  const auto government = records.described(kBody, {"military-backed government"});
  const auto authorities = records.described(kBody, {"Peruvian authorities"});
  EXPECT_THAT(document.pairs(find_one_bodies),
              UnorderedElementsAre(Pair(junta, government), Pair(junta, authorities),
                                   Pair(government, authorities)));
}

TEST(FindOneBodies, LeavesWhatMayBeEitherCountrys) {
  DocumentFixture document;
  RecordBuilder& records = document.records();
  records.entity(records.name(EntityType::kPlace, {"Peru"})).mentions = 5;
  records.name(EntityType::kPlace, {"Chile"});
  records.described(kBody, {"Peruvian government"});
  records.described(kBody, {"Chile's government"});
  records.described(kBody, {"government"});
  EXPECT_THAT(document.pairs(find_one_bodies), IsEmpty());
}

TEST(FindOneBodies, LeavesOtherBodiesThanThoseOfTheWholeCountry) {
  DocumentFixture document;
  RecordBuilder& records = document.records();
  records.entity(records.name(EntityType::kPlace, {"Peru"})).mentions = 5;
  records.described(kBody, {"Peruvian government"});
  records.described(kBody, {"former Peruvian government"});
  records.described(kBody, {"local government"});
  records.described(kBody, {"health authorities"});
  document.described(kBody, "government", "Nobody could form a ", 4);
  records.described(kBody, {"government"});
  document.said("They fled from the ", "government of former President Novak", 5);
  EXPECT_THAT(document.pairs(find_one_bodies), IsEmpty());
}

TEST(FindOneBodies, TellsTheArmedForcesFromTheGovernment) {
  DocumentFixture document;
  RecordBuilder& records = document.records();
  records.entity(records.name(EntityType::kPlace, {"Peru"})).mentions = 5;
  const auto army = records.described(kBody, {"Peruvian army"});
  const auto military = records.described(kBody, {"military"});
  const auto government = records.described(kBody, {"Peruvian government"});
  const auto authorities = records.described(kBody, {"authorities"});
  EXPECT_THAT(document.pairs(find_one_bodies),
              UnorderedElementsAre(Pair(army, military), Pair(government, authorities)));
}

TEST(FindOneBodies, KnowsAPresidentsAdministrationAndItsHouse) {
  DocumentFixture document;
  RecordBuilder& records = document.records();
  records.name(EntityType::kPlace, {"US"});
  const auto president = records.person({"Zoe Novak", "President Zoe Novak", "Novak"});
  const auto house = records.name(kBody, {"White House"});
  records.triple(president, "has", house, TripleKind::kPossessive);
  const auto administration = records.described(kBody, {"Novak administration"});
  const auto party = records.described(kBody, {"Republican administration", "administration"});
  EXPECT_THAT(document.pairs(find_one_bodies),
              UnorderedElementsAre(Pair(house, administration), Pair(house, party),
                                   Pair(administration, party)));
}

TEST(FindOneBodies, LeavesWhatStandsSideBySide) {
  DocumentFixture document;
  RecordBuilder& records = document.records();
  records.entity(records.name(EntityType::kPlace, {"Peru"})).mentions = 5;
  const auto junta = records.described(kBody, {"Peru's junta"});
  records.entity(junta).first = {100, 112};
  const auto government = records.described(kBody, {"government"});
  records.entity(government).first = {121, 131};
  document.said("Peru's junta and the ", "government", 3);
  EXPECT_THAT(document.pairs(find_one_bodies), IsEmpty());
}

TEST(GiveToMainCountry, TakesTheGovernmentForThatOfTheCountryTheDocumentIsAbout) {
  DocumentFixture document;
  RecordBuilder& records = document.records();
  records.entity(records.name(EntityType::kPlace, {"Peru"})).mentions = 5;
  document.described(kBody, "government", "said the ", 4);
  document.described(kBody, "army", "to raise an ", 4);
  document.described(kBody, "authorities", "said the ", 4);
  const auto of = [&](std::size_t i) {
    return document.profiles()[i].descriptions.front().anchor_country;
  };
  EXPECT_EQ(of(1), "Peru");
  EXPECT_EQ(of(2), "");
  EXPECT_EQ(of(3), "");
  records.described(kBody, {"Chilean government"});
  EXPECT_EQ(of(1), "");
}

TEST(GiveToMainCountry, TakesTheOnlyCountryOfTheSentenceWhereADocumentIsAboutMany) {
  const auto country_of = [](const std::string& before, const std::string& text) {
    DocumentFixture document;
    document.records().name(EntityType::kPlace, {"Peru"});
    document.records().name(EntityType::kPlace, {"Chile"});
    document.described(kBody, text, before, 4);
    return document.profiles()[2].descriptions.front().anchor_country;
  };
  EXPECT_EQ(country_of("Peruvian unions urged the ", "government"), "Peru");
  EXPECT_EQ(country_of("Peruvian unions met Chileans and the ", "government"), "");
  EXPECT_EQ(country_of("Unions urged the ", "government"), "");
  EXPECT_EQ(country_of("Peruvian unions urged a ", "government"), "");
  EXPECT_EQ(country_of("Peruvian unions urged the ", "local government"), "");
}

TEST(ShareAnchors, GivesTheCountryToBodiesOnly) {
  RecordBuilder records("a");
  const auto id = records.described(kBody, {"Peru's junta", "government", "leadership"});
  EntityProfile profile = profile_of(records.entity(id), shipped_lexicon());
  share_anchors(profile, shipped_lexicon());
  EXPECT_EQ(profile.descriptions[1].anchor_country, "Peru");
  EXPECT_EQ(profile.descriptions[2].anchor_country, "");
}

}  // namespace
}  // namespace relata

#include "resolve/spelling_slips.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <string>

#include "resolve/document_fixture.hpp"

namespace relata {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

TEST(IsSlip, IsALetterMoreOrLessOrTwoThatChangedPlaces) {
  EXPECT_TRUE(is_slip("larnexis", "larneixs"));
  EXPECT_TRUE(is_slip("larnex", "larnnex"));
  EXPECT_TRUE(is_slip("skienborg", "skeinborg"));
  EXPECT_TRUE(is_slip("baulzmannik", "bulzmanik"));
}

TEST(IsSlip, LeavesEndingsThatTellNamesApart) {
  EXPECT_FALSE(is_slip("larnov", "larnova"));
  EXPECT_FALSE(is_slip("larnsen", "larnson"));
  EXPECT_FALSE(is_slip("larnexi", "larnexis"));
  EXPECT_FALSE(is_slip("larnexi", "darnexi"));
  // Another consonant makes another name.
  EXPECT_FALSE(is_slip("larnexonia", "larbexonia"));
  EXPECT_FALSE(is_slip("moen", "mone"));
  EXPECT_FALSE(is_slip("larnex201", "larnex021"));
}

/// Whether the first name, mentioned so often, is taken for a slip of the second.
bool is_found(EntityType type, const char* slip, const char* right, std::uint64_t mentions = 1) {
  DocumentFixture document;
  const auto wrong = document.records().name(type, {slip});
  const auto other = document.records().name(type, {right});
  document.records().entity(wrong).mentions = mentions;
  document.records().entity(other).mentions = 5;
  return !document.pairs(find_slips).empty();
}

TEST(FindSlips, JoinsARareSpellingWithTheUsualOne) {
  EXPECT_TRUE(is_found(EntityType::kEvent, "Cyclone Larneixs", "Cyclone Larnexis"));
  EXPECT_TRUE(is_found(EntityType::kPerson, "Larneixs", "Zoe Larnexis"));
  EXPECT_FALSE(is_found(EntityType::kEvent, "Cyclone Larneixs", "Cyclone Larnexis", 4));
  EXPECT_FALSE(is_found(EntityType::kEvent, "Storm Larneixs", "Cyclone Larnexis"));
  EXPECT_FALSE(is_found(EntityType::kPerson, "Ada Larneixs", "Zoe Larnexis"));
}

TEST(FindSlips, LeavesWordsOfTheLanguageAndCountries) {
  EXPECT_FALSE(is_found(EntityType::kOrganization, "Marine Board", "Mariner Board"));
  EXPECT_FALSE(is_found(EntityType::kPlace, "Slovakia", "Slovenkia"));
}

TEST(FindSlips, LeavesOtherTypes) {
  DocumentFixture document;
  document.records().name(EntityType::kPlace, {"Larneixs"});
  document.records()
      .entity(document.records().name(EntityType::kOrganization, {"Larnexis"}))
      .mentions = 5;
  EXPECT_THAT(document.pairs(find_slips), IsEmpty());
  const auto slip = document.records().name(EntityType::kOrganization, {"Larneixs"});
  EXPECT_THAT(document.pairs(find_slips), ElementsAre(Pair(testing::_, slip)));
}

}  // namespace
}  // namespace relata

#include "resolve/country_epithets.hpp"

#include <gtest/gtest.h>

#include <string>

#include "resolve/document_fixture.hpp"

namespace relata {
namespace {

/// Whether the phrase means Peru in a document that is about Peru.
bool is_peru(const std::string& before, const std::string& text) {
  DocumentFixture document;
  const auto peru = document.records().name(EntityType::kPlace, {"Peru"});
  document.records().entity(peru).mentions = 5;
  document.records().name(EntityType::kPlace, {"Chile"});
  document.described(EntityType::kPlace, text, before, 1);
  return !document.pairs(find_country_epithets).empty();
}

TEST(FindCountryEpithets, GivesWhatNewsCallsItToTheCountryThatItIsAbout) {
  EXPECT_TRUE(is_peru("Ships left the ", "South American nation"));
  EXPECT_TRUE(is_peru("Ships left the ", "west African country"));
  EXPECT_TRUE(is_peru("Peruvian ships left the ", "copper-rich country"));
  EXPECT_TRUE(is_peru("Ships left the ", "landlocked nation"));
}

TEST(FindCountryEpithets, LeavesWhatChoosesOneOfSeveral) {
  EXPECT_FALSE(is_peru("Ships left the ", "host country"));
  EXPECT_FALSE(is_peru("Ships left the ", "neighboring nation"));
  EXPECT_FALSE(is_peru("Ships left the ", "first country"));
  EXPECT_FALSE(is_peru("Ships left the ", "Chilean nation"));
  EXPECT_FALSE(is_peru("Ships left a ", "South American nation"));
}

TEST(FindCountryEpithets, LeavesItWhereItsSentenceNamesAnother) {
  EXPECT_FALSE(is_peru("Chile bought the ships of the ", "South American nation"));
}

/// Whether the direction is the country of that name.
bool is_called_by_direction(const char* country, const char* direction) {
  DocumentFixture document;
  document.records().name(EntityType::kPlace, {country});
  document.records().name(EntityType::kPlace, {direction});
  return !document.pairs(find_country_epithets).empty();
}

TEST(FindCountryEpithets, KnowsACountryByItsDirection) {
  EXPECT_TRUE(is_called_by_direction("North Korea", "North"));
  EXPECT_TRUE(is_called_by_direction("South Korea", "South"));
  EXPECT_FALSE(is_called_by_direction("North Korea", "South"));
  EXPECT_FALSE(is_called_by_direction("North Korea", "north"));
  EXPECT_FALSE(is_called_by_direction("South Africa", "South"));  // there is no North Africa
}

}  // namespace
}  // namespace relata

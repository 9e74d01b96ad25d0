#include "extract/english.hpp"

#include <gtest/gtest.h>

#include "extract/scope.hpp"

namespace relata {
namespace {

TEST(PastOfParticiple, KeepsRegularAndChangesStrongVerbs) {
  EXPECT_EQ(past_of_participle("accused"), "accused");
  EXPECT_EQ(past_of_participle("taken"), "took");
  EXPECT_EQ(past_of_participle("overtaken"), "overtook");
  EXPECT_EQ(past_of_participle("withdrawn"), "withdrew");
  EXPECT_EQ(past_of_participle("built"), "built");
  EXPECT_EQ(past_of_participle("Seen"), "saw");
  EXPECT_EQ(past_of_participle("overseen"), "oversaw");
}

TEST(CanonicalType, IsOfCapitalsDigitsAndUnderscores) {
  EXPECT_EQ(canonical_type({"demand", "release", "of"}), "DEMAND_RELEASE_OF");
  EXPECT_EQ(canonical_type({"because of"}), "BECAUSE_OF");
  EXPECT_EQ(canonical_type({"protégé", "of"}), "PROTEGE_OF");
  EXPECT_EQ(canonical_type({"vice-president", "of"}), "VICE_PRESIDENT_OF");
  EXPECT_EQ(canonical_type({"24"}), "RELATED_TO");
  EXPECT_EQ(canonical_type({std::string(200, 'a')}).size(), 80U);
}

}  // namespace
}  // namespace relata

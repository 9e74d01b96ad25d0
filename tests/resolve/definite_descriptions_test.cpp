#include "resolve/definite_descriptions.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "resolve/document_fixture.hpp"

namespace relata {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

TEST(FindDescribedNames, TakesUpANameByItsNoun) {
  DocumentFixture document;
  RecordBuilder& records = document.records();
  const auto name = records.name(EntityType::kOrganization, {"Northern Airlines"});
  const auto airline = document.described(EntityType::kOrganization, "airline", "said the ", 2);
  document.described(EntityType::kOrganization, "airline", "to found an ", 3);
  EXPECT_THAT(document.pairs(find_described_names), ElementsAre(Pair(name, airline)));
  records.name(EntityType::kOrganization, {"Southern Airlines"});
  EXPECT_THAT(document.pairs(find_described_names), IsEmpty());
}

TEST(FindDescribedNames, LeavesWhatStandsFarOffOrBefore) {
  DocumentFixture document;
  RecordBuilder& records = document.records();
  document.described(EntityType::kOrganization, "bank", "said the ", 1);
  records.name(EntityType::kOrganization, {"Harbour Bank"});
  const auto far = document.described(EntityType::kOrganization, "bank", "said the ", 30);
  records.entity(far).first = {3000, 3004};
  EXPECT_THAT(document.pairs(find_described_names), IsEmpty());
}

TEST(FindDescribedNames, LeavesWhatTheSentenceGivesToAnotherCountry) {
  const auto found = [](const char* before) {
    DocumentFixture document;
    document.records().name(EntityType::kPlace, {"Peru"});
    document.records().name(EntityType::kPlace, {"Chile"});
    document.records().name(EntityType::kOrganization, {"Skien Government"});
    document.described(EntityType::kOrganization, "government", before, 2);
    RecordBuilder& records = document.records();
    const std::string& last = records.records().entities.back().entity;
    TripleRecord& triple = records.literal(last, "was", "seen");
    const std::string text = std::string(before) + "government was seen.";
    triple.sentence.text = text;
    records.entity(last).first = {100, 110};
    triple.sentence.range = {100 - std::string(before).size(), 130};
    return !document.pairs(find_described_names).empty();
  };
  EXPECT_TRUE(found("said the "));
  EXPECT_FALSE(found("Peru: the "));
}

TEST(FindDescribedNames, LeavesTheCityEveryPlaceLiesIn) {
  DocumentFixture document;
  RecordBuilder& records = document.records();
  records.name(EntityType::kPlace, {"Callao City"});
  document.described(EntityType::kPlace, "city", "all over the ", 2);
  EXPECT_THAT(document.pairs(find_described_names), IsEmpty());
}

TEST(FindTakenUp, TakesTheOneBeforeOfThatNoun) {
  const auto taken = [](const char* between, bool about_peru) {
    DocumentFixture document;
    if (about_peru) document.records().name(EntityType::kPlace, {"Peru"});
    const auto one = document.described(EntityType::kPerson, "border officer", "held a ", 2);
    if (*between != '\0') document.described(EntityType::kPerson, between, "met a ", 2);
    const auto again = document.described(EntityType::kPerson, "officer", "The ", 3);
    const auto pairs = document.pairs(find_taken_up);
    return pairs == std::vector{std::pair(one, again)};
  };
  EXPECT_TRUE(taken("", true));
  EXPECT_TRUE(taken("judge", true));
  EXPECT_FALSE(taken("naval officer", true));
  EXPECT_FALSE(taken("", false));  // another paragraph of a page about anything
}

TEST(FindTakenUp, LeavesTwoThatAreOnlyCalledSoAndSeveral) {
  DocumentFixture document;
  document.records().name(EntityType::kPlace, {"Peru"});
  document.described(EntityType::kPerson, "officer", "The ", 2);
  document.described(EntityType::kPerson, "officer", "The ", 3);
  document.described(EntityType::kPerson, "two judges", "met ", 3);
  document.described(EntityType::kPerson, "judge", "The ", 4);
  EXPECT_THAT(document.pairs(find_taken_up), IsEmpty());
}

TEST(FindTakenUp, TakesTheOneOfTheHeadlineForThatOfTheLead) {
  const auto taken = [](const char* headline_end) {
    DocumentFixture document;
    document.described(EntityType::kPerson, std::string("Embassy officer") + headline_end, "", 1);
    document.described(EntityType::kPerson, "intelligence officer", "freed an ", 2);
    return !document.pairs(find_taken_up).empty();
  };
  EXPECT_TRUE(taken(""));
  EXPECT_FALSE(taken("."));
  EXPECT_FALSE(taken(" of their own"));
}

}  // namespace
}  // namespace relata

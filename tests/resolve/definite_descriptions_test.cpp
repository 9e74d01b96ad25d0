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
  const auto airline = records.described(EntityType::kOrganization, {"airline"});
  document.said("said the ", "airline", 2);
  records.described(EntityType::kOrganization, {"airline"});
  document.said("to found an ", "airline", 3);
  EXPECT_THAT(document.pairs(find_described_names), ElementsAre(Pair(name, airline)));
  records.name(EntityType::kOrganization, {"Southern Airlines"});
  EXPECT_THAT(document.pairs(find_described_names), IsEmpty());
}

TEST(FindDescribedNames, LeavesWhatStandsFarOffOrBefore) {
  DocumentFixture document;
  RecordBuilder& records = document.records();
  records.described(EntityType::kOrganization, {"bank"});
  document.said("said the ", "bank", 1);
  records.name(EntityType::kOrganization, {"Harbour Bank"});
  const auto far = records.described(EntityType::kOrganization, {"bank"});
  document.said("said the ", "bank", 30);
  records.entity(far).first = {3000, 3004};
  EXPECT_THAT(document.pairs(find_described_names), IsEmpty());
}

TEST(FindDescribedNames, LeavesTheCityEveryPlaceLiesIn) {
  DocumentFixture document;
  RecordBuilder& records = document.records();
  records.name(EntityType::kPlace, {"Callao City"});
  records.described(EntityType::kPlace, {"city"});
  document.said("all over the ", "city", 2);
  EXPECT_THAT(document.pairs(find_described_names), IsEmpty());
}

}  // namespace
}  // namespace relata

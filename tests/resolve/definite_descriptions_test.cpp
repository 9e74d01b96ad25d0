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

TEST(FindDescribedNames, LeavesTheCityEveryPlaceLiesIn) {
  DocumentFixture document;
  RecordBuilder& records = document.records();
  records.name(EntityType::kPlace, {"Callao City"});
  document.described(EntityType::kPlace, "city", "all over the ", 2);
  EXPECT_THAT(document.pairs(find_described_names), IsEmpty());
}

}  // namespace
}  // namespace relata

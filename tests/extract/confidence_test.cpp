#include <gtest/gtest.h>

#include "extract/confidence_weights.hpp"
#include "extract/triple_writer.hpp"

namespace relata {
namespace {

TEST(Calibrated, KeepsTheOrderOfOneRule) {
  for (const OddsFactor& rule : kOddsFactors) {
    for (int i = 0; i < 100; ++i) {
      EXPECT_LE(calibrated(i / 100.0, rule.rule), calibrated((i + 1) / 100.0, rule.rule));
    }
  }
}

TEST(Calibrated, KeepsCertaintyAndImpossibility) {
  EXPECT_EQ(calibrated(0, "clause/object"), 0);
  EXPECT_EQ(calibrated(1, "clause/object"), 1);
}

TEST(Calibrated, TakesTheRuleWithoutItsRoute) {
  EXPECT_EQ(calibrated(0.7, "clause/object+relative"), calibrated(0.7, "clause/object"));
  EXPECT_NE(calibrated(0.7, "folded/compound"), calibrated(0.7, "clause/adverbial"));
}

TEST(Calibrated, MultipliesTheOdds) {
  // Odds of one to one times the common factor, for a rule that is not in the table.
  EXPECT_NEAR(calibrated(0.5, "no/such"), kCommonFactor / (1 + kCommonFactor), 0.0006);
}

TEST(RawConfidence, FallsWithDoubt) {
  Doubt sure;
  sure.prior = 0.9;
  Doubt deep = sure;
  deep.depth = 2;
  EXPECT_GT(raw_confidence(0, sure, 2, 2), raw_confidence(0, deep, 2, 2));
  EXPECT_GT(raw_confidence(0, sure, 2, 2), raw_confidence(-0.5, sure, 2, 2));
  EXPECT_GT(raw_confidence(0, sure, 2, 2), raw_confidence(0, sure, 9, 2));
}

}  // namespace
}  // namespace relata

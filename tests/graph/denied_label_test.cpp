#include "graph/denied_label.hpp"

#include <gtest/gtest.h>

namespace relata {
namespace {

TEST(DeniedLabel, SaysWhatTheLabelLeavesOut) {
  EXPECT_EQ(denied_label("entering", "the country"), "not entering");
  EXPECT_EQ(denied_label("will be sent to", "Sarno"), "will not be sent to");
  EXPECT_EQ(denied_label("has", "no heirs"), "has no");
  EXPECT_EQ(denied_label("made", "neither claim"), "made neither");
}

TEST(DeniedLabel, LeavesWhatSaysSoItself) {
  for (const char* label : {"did not sign", "didn't sign", "was barred from entering",
                            "refused to meet", "has yet to meet", "never met"}) {
    EXPECT_EQ(denied_label(label, "the mayor"), label);
  }
}

TEST(SaysNo, OfObjects) {
  EXPECT_TRUE(says_no("no fire licence"));
  EXPECT_TRUE(says_no("Nothing"));
  EXPECT_FALSE(says_no("a notary"));
}

}  // namespace
}  // namespace relata

#include "analysis/word_features.hpp"

#include <gtest/gtest.h>

namespace relata {
namespace {

int shape(const char* form) { return word_features(form).shape; }

TEST(WordFeatures, TellsShapesApart) {
  EXPECT_EQ(shape("army"), 1);
  EXPECT_EQ(shape("Army"), 3);
  EXPECT_EQ(shape("ARMY"), 4);
  EXPECT_EQ(shape("I"), 6);
  EXPECT_EQ(shape("McDonald"), 7);
  EXPECT_EQ(shape("iPhone"), 7);
  EXPECT_EQ(shape("2019"), 8);
  EXPECT_EQ(shape("3,400"), 9);
  EXPECT_EQ(shape("5th"), 10);
  EXPECT_EQ(shape("part-time"), 11);
  EXPECT_EQ(shape("U.S."), 12);
  EXPECT_EQ(shape("."), 13);
  EXPECT_EQ(shape("..."), 14);
  EXPECT_EQ(shape("$"), 15);
  EXPECT_EQ(shape("\u20AC"), 15);
  EXPECT_EQ(shape("-1"), 0) << "digits and a mark";
  EXPECT_EQ(shape(""), 0);
}

TEST(WordFeatures, PutsCapitalsIntoTheirContext) {
  EXPECT_EQ(shape_in_context(word_features("Army"), true, true), 2);
  EXPECT_EQ(shape_in_context(word_features("Army"), false, true), 3);
  EXPECT_EQ(shape_in_context(word_features("ARMY"), false, true), 4);
  EXPECT_EQ(shape_in_context(word_features("ARMY"), false, false), 5);
  EXPECT_EQ(shape_in_context(word_features("army"), true, true), 1);
}

TEST(WordFeatures, HashesThreeCharactersNotBytes) {
  EXPECT_EQ(word_features("\u00C9l\u00E9phant").prefix_hash, fnv1a("\u00E9l\u00E9"));
  EXPECT_EQ(word_features("Running").suffix_hash, fnv1a("ing"));
  EXPECT_EQ(word_features("of").prefix_hash, word_features("of").suffix_hash);
}

TEST(Fnv1a, GivesThePublishedValues) {
  // http://www.isthe.com/chongo/tech/comp/fnv, test vectors
  EXPECT_EQ(fnv1a(""), 0x811c9dc5U);
  EXPECT_EQ(fnv1a("a"), 0xe40c292cU);
  EXPECT_EQ(fnv1a("foobar"), 0xbf9cf968U);
}

}  // namespace
}  // namespace relata

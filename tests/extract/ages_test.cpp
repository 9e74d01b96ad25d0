#include "extract/ages.hpp"

#include <gtest/gtest.h>

#include <string>

#include "sentence_lines.hpp"

namespace relata {
namespace {

unsigned age(std::size_t head, const std::string& lines) {
  return age_at(sentence_of(lines), head);
}

TEST(AgeAt, ReadsANumberBesideTheName) {
  EXPECT_EQ(age(0,
                "Ada Ada PROPN 6 nsubj\nMoen Moen PROPN 1 flat\n, , PUNCT 4 punct\n24 24 NUM 1 "
                "nmod:unmarked\n, , PUNCT 1 punct\nfell fall VERB 0 root\n"),
            24U);
  EXPECT_EQ(age(0,
                "Ada Ada PROPN 5 nsubj\n( ( PUNCT 3 punct\n33 33 NUM 1 nmod:unmarked\n) ) PUNCT "
                "3 punct\nwept weep VERB 0 root\n"),
            33U);
  EXPECT_EQ(age(0,
                "Woman woman NOUN 5 nsubj:pass\n, , PUNCT 3 punct\n81 81 NUM 1 appos\n, , PUNCT "
                "1 punct\nkilled kill VERB 0 root\n"),
            81U);
}

TEST(AgeAt, ReadsYearsOld) {
  const std::string years =
      "a a DET 7 det\n41 41 NUM 4 nummod\n- - PUNCT 2 punct\nyear year NOUN 6 obl\n- - PUNCT 2 "
      "punct\nold old ADJ ";
  EXPECT_EQ(age(6, years + "7 amod\nman man NOUN 0 root\n"), 41U);
  EXPECT_EQ(age(5, years + "7 nsubj\ndied die VERB 0 root\n"), 41U);
  EXPECT_EQ(age(5,
                "the the DET 6 det\n2 2 NUM 5 nummod\n- - PUNCT 2 punct\nday day NOUN 6 obl\n- - "
                "PUNCT 2 punct\nold old ADJ 0 root\n"),
            0U);
}

TEST(AgeAt, ReadsAgedAndOf) {
  EXPECT_EQ(
      age(0, "Ada Ada PROPN 0 root\n, , PUNCT 3 punct\naged aged ADJ 1 acl\n41 41 NUM 3 xcomp\n"),
      41U);
  EXPECT_EQ(age(1,
                "A a DET 2 det\nman man NOUN 6 nsubj\nof of ADP 4 case\n26 26 NUM 2 nmod\nwas be "
                "AUX 6 aux\nheld hold VERB 0 root\n"),
            26U);
}

TEST(AgeAt, LeavesOtherNumbers) {
  EXPECT_EQ(age(2, "24 24 NUM 3 nummod\nold old ADJ 3 amod\nmen man NOUN 0 root\n"), 0U);
  EXPECT_EQ(age(0, "Apollo Apollo PROPN 3 nsubj\n11 11 NUM 1 nummod\nflew fly VERB 0 root\n"), 0U);
  EXPECT_EQ(age(0,
                "Ada Ada PROPN 4 nsubj\n, , PUNCT 3 punct\n1984 1984 NUM 1 appos\nfell fall VERB "
                "0 root\n"),
            0U);
  EXPECT_EQ(age(1,
                "a a DET 2 det\ngroup group NOUN 0 root\nof of ADP 5 case\n24 24 NUM 5 "
                "nummod\nmen man NOUN 2 nmod\n"),
            0U);
}

}  // namespace
}  // namespace relata

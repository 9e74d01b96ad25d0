#include "analysis/tree_decoder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <limits>
#include <vector>

#include "analysis/random_model.hpp"

namespace relata {
namespace {

using ::testing::ElementsAre;

constexpr float kNever = -std::numeric_limits<float>::infinity();

bool is_tree_with_one_root(const std::vector<std::size_t>& heads) {
  std::size_t roots = 0;
  for (std::size_t i = 0; i < heads.size(); ++i) {
    roots += heads[i] == 0 ? 1 : 0;
    std::size_t node = i + 1;
    for (std::size_t steps = 0; node != 0; ++steps, node = heads[node - 1]) {
      if (steps > heads.size()) return false;
    }
  }
  return roots == 1;
}

double total(const ArcScores& scores, const std::vector<std::size_t>& heads) {
  double sum = 0;
  for (std::size_t i = 0; i < heads.size(); ++i) {
    sum += static_cast<double>(scores.score(i + 1, heads[i]));
  }
  return sum;
}

/// By trying all (n + 1)ⁿ choices of heads.
double best_total(const ArcScores& scores) {
  std::vector<std::size_t> heads(scores.words(), 0);
  double best = -std::numeric_limits<double>::infinity();
  while (true) {
    if (is_tree_with_one_root(heads)) best = std::max(best, total(scores, heads));
    std::size_t i = 0;
    while (i < heads.size() && ++heads[i] > scores.words()) heads[i++] = 0;
    if (i == heads.size()) return best;
  }
}

TEST(DecodeTree, KeepsTheBetterOfTwoRoots) {
  // "Wait and see": both verbs would rather be the root; "see" loses less as a conjunct.
  constexpr std::array<float, 12> kScores = {-0.1F, 0,     -9, -4,     //
                                             -9,    -3,    0,  -0.1F,  //
                                             -0.3F, -1.5F, -9, 0};
  EXPECT_THAT(decode_tree(ArcScores(kScores, 3, 4)), ElementsAre(0, 3, 1));
}

TEST(DecodeTree, BreaksACycleWhereItCostsLeast) {
  // Words 1 and 2 would take each other; word 1 gives up 1, word 2 would give up 4.
  constexpr std::array<float, 6> kScores = {4, 0, 5,  //
                                            1, 5, 0};
  EXPECT_THAT(decode_tree(ArcScores(kScores, 2, 3)), ElementsAre(0, 1));
}

TEST(DecodeTree, GivesOneWordTheRoot) {
  constexpr std::array<float, 2> kScores = {-7, 100};
  EXPECT_THAT(decode_tree(ArcScores(kScores, 1, 2)), ElementsAre(0));
}

TEST(DecodeTree, TakesTheSmallerHeadOfEqualOnes) {
  constexpr std::array<float, 12> kScores = {1, 0, 0, 0,  //
                                             0, 1, 0, 1,  //
                                             0, 1, 1, 0};
  EXPECT_THAT(decode_tree(ArcScores(kScores, 3, 4)), ElementsAre(0, 1, 1));
}

TEST(DecodeTree, UsesAForbiddenArcOnlyWhereNoTreeIsWithout) {
  // Both roots are forbidden, one must be used: the tree keeps its better other arc.
  constexpr std::array<float, 6> kScores = {kNever, 0, 2,  //
                                            kNever, 3, 0};
  EXPECT_THAT(decode_tree(ArcScores(kScores, 2, 3)), ElementsAre(0, 1));
}

TEST(DecodeTree, FindsTheBestTreeOfAll) {
  testing::Random random(5);
  for (int round = 0; round < 400; ++round) {
    const std::size_t words = 1 + random.below(5);
    std::vector<float> values(words * (words + 1));
    // Small integers, so that cycles, many roots and ties are common.
    for (float& value : values) value = static_cast<float>(random.below(6));
    const ArcScores scores(values, words, words + 1);
    const std::vector<std::size_t> heads = decode_tree(scores);
    ASSERT_TRUE(is_tree_with_one_root(heads)) << "round " << round;
    ASSERT_EQ(total(scores, heads), best_total(scores)) << "round " << round;
  }
}

TEST(DecodeTree, EndsOnLongSentencesFullOfCycles) {
  testing::Random random(6);
  constexpr std::size_t kWords = 160;
  std::vector<float> values(kWords * (kWords + 1));
  for (float& value : values) value = static_cast<float>(random.below(3));
  EXPECT_TRUE(is_tree_with_one_root(decode_tree(ArcScores(values, kWords, kWords + 1))));
}

}  // namespace
}  // namespace relata

#include "analysis/windows.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>
#include <vector>

#include "analysis/random_model.hpp"

namespace relata {
namespace {

using ::testing::Each;

std::size_t size_of(const Window& window, const std::vector<std::size_t>& pieces) {
  return std::accumulate(pieces.begin() + static_cast<std::ptrdiff_t>(window.first),
                         pieces.begin() + static_cast<std::ptrdiff_t>(window.end), std::size_t{2});
}

TEST(PlanWindows, PacksWholeBlocks) {
  const std::vector<std::size_t> pieces(250, 1);
  const std::vector<Window> windows =
      plan_windows(pieces, std::vector<std::size_t>{0, 100, 180, 200});
  ASSERT_EQ(windows.size(), 2U);
  EXPECT_EQ(windows[0].first, 0U);
  EXPECT_EQ(windows[0].end, 180U);  // with the next block it would be 200 pieces
  EXPECT_EQ(windows[1].first, 180U);
  EXPECT_EQ(windows[1].end, 250U);
}

TEST(PlanWindows, FillsAWindowToTheLastPiece) {
  EXPECT_EQ(plan_windows(std::vector<std::size_t>(190, 1), std::vector<std::size_t>{0}).size(), 1U);
  EXPECT_EQ(plan_windows(std::vector<std::size_t>(191, 1), std::vector<std::size_t>{0}).size(), 2U);
}

TEST(PlanWindows, TakesEachWordWhereItIsMostCentral) {
  // Windows [0, 190) and [142, 300): the words shared are 142 to 189, their middle 165.5.
  const std::vector<std::size_t> pieces(300, 1);
  const std::vector<Window> windows = plan_windows(pieces, std::vector<std::size_t>{0});
  ASSERT_EQ(windows.size(), 2U);
  EXPECT_EQ(windows[1].first, 142U);
  EXPECT_EQ(windows[0].taken.back(), 165U);
  EXPECT_EQ(windows[1].taken.front(), 166U);
}

TEST(PlanWindows, TakesEveryWordOnceAndNeverOverflows) {
  testing::Random random(3);
  for (int round = 0; round < 200; ++round) {
    std::vector<std::size_t> pieces(1 + random.below(900));
    for (std::size_t& size : pieces) size = 1 + random.below(round % 2 == 0 ? 16 : 3);
    std::vector<std::size_t> starts = {0};
    for (std::size_t i = 1; i < pieces.size(); ++i) {
      if (random.below(60) == 0) starts.push_back(i);
    }
    std::vector<int> taken(pieces.size(), 0);
    for (const Window& window : plan_windows(pieces, starts)) {
      EXPECT_LE(size_of(window, pieces), kWindowPieces);
      for (std::size_t word : window.taken) {
        EXPECT_TRUE(window.first <= word && word < window.end);
        ++taken[word];
      }
    }
    EXPECT_THAT(taken, Each(1)) << "round " << round;
  }
}

TEST(PlanWindows, HasNoneForNoWords) {
  EXPECT_TRUE(plan_windows(std::vector<std::size_t>{}, std::vector<std::size_t>{}).empty());
}

}  // namespace
}  // namespace relata

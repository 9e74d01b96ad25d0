#include "relata/core/parallel.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <memory>
#include <numeric>
#include <stdexcept>
#include <string>

namespace relata {
namespace {

using ::testing::ElementsAre;

/// 0, 1, …, count − 1.
auto count_to(int count) {
  return [next = 0, count]() mutable -> std::optional<int> {
    if (next == count) return std::nullopt;
    return next++;
  };
}

std::vector<int> squares_in_order(std::size_t threads, int count) {
  std::vector<int> results;
  run_ordered(
      threads, count_to(count),
      [](std::size_t, int item) {
        // The later of two neighbours is the faster one, so that order has to be made.
        if (item % 2 == 0) std::this_thread::sleep_for(std::chrono::microseconds(50));
        return item * item;
      },
      [&](int result) { results.push_back(result); });
  return results;
}

TEST(RunOrdered, KeepsTheOrderOfTheInputWithAnyNumberOfThreads) {
  const std::vector<int> expected = squares_in_order(1, 200);
  ASSERT_EQ(expected.size(), 200u);
  for (const std::size_t threads : {2u, 3u, 8u, 64u}) {
    EXPECT_EQ(squares_in_order(threads, 200), expected) << threads;
  }
}

TEST(RunOrdered, TakesNoInput) {
  EXPECT_TRUE(squares_in_order(1, 0).empty());
  EXPECT_TRUE(squares_in_order(4, 0).empty());
}

TEST(RunOrdered, MovesItemsAndResults) {
  int sum = 0;
  run_ordered(
      3,
      [next = 0]() mutable -> std::optional<std::unique_ptr<int>> {
        if (next == 10) return std::nullopt;
        return std::make_unique<int>(next++);
      },
      [](std::size_t, std::unique_ptr<int>&& item) { return std::move(item); },
      [&](std::unique_ptr<int>&& result) { sum += *result; });
  EXPECT_EQ(sum, 45);
}

TEST(RunOrdered, GivesEachThreadAWorkerNumberOfItsOwn) {
  constexpr std::size_t kThreads = 4;
  std::array<std::atomic<int>, kThreads> busy{};
  std::atomic<bool> shared = false;
  run_ordered(
      kThreads, count_to(500),
      [&](std::size_t worker, int item) {
        if (busy.at(worker).fetch_add(1) != 0) shared = true;
        std::this_thread::yield();
        busy.at(worker).fetch_sub(1);
        return item;
      },
      [](int) {});
  EXPECT_FALSE(shared);
}

TEST(RunOrdered, NeverRunsFurtherAheadOfTheConsumerThanItSays) {
  constexpr std::size_t kThreads = 3;
  std::atomic<int> produced = 0;
  std::atomic<int> consumed = 0;
  std::atomic<int> most_ahead = 0;
  run_ordered(
      kThreads,
      [&, next = count_to(300)]() mutable {
        most_ahead = std::max(most_ahead.load(), produced - consumed);
        ++produced;
        return next();
      },
      [](std::size_t, int item) { return item; },
      [&](int) {
        std::this_thread::sleep_for(std::chrono::microseconds(20));
        ++consumed;
      });
  // One result may have left the queue without being counted as consumed yet.
  EXPECT_LE(most_ahead, static_cast<int>(2 * kThreads + 2) + 1);
}

/// Consumes until the exception; gives what was consumed before it.
std::vector<int> consumed_before_failure(std::size_t threads) {
  std::vector<int> results;
  EXPECT_THROW(run_ordered(
                   threads, count_to(1000),
                   [](std::size_t, int item) {
                     if (item == 3 || item == 5) throw std::runtime_error(std::to_string(item));
                     return item;
                   },
                   [&](int result) { results.push_back(result); }),
               std::runtime_error);
  return results;
}

TEST(RunOrdered, RethrowsTheFirstFailureOfTheInputOrderAfterAllBeforeIt) {
  for (const std::size_t threads : {1u, 2u, 8u}) {
    EXPECT_THAT(consumed_before_failure(threads), ElementsAre(0, 1, 2)) << threads;
  }
}

TEST(RunOrdered, RethrowsWhatTheProducerThrewAfterItsItems) {
  for (const std::size_t threads : {1u, 4u}) {
    std::vector<int> results;
    auto produce = [next = 0]() mutable -> std::optional<int> {
      if (next == 7) throw std::runtime_error("unreadable");
      return next++;
    };
    EXPECT_THROW(run_ordered(
                     threads, produce, [](std::size_t, int item) { return item; },
                     [&](int result) { results.push_back(result); }),
                 std::runtime_error);
    EXPECT_THAT(results, ElementsAre(0, 1, 2, 3, 4, 5, 6)) << threads;
  }
}

TEST(RunOrdered, StopsAndJoinsWhenTheConsumerThrows) {
  for (const std::size_t threads : {1u, 4u}) {
    std::atomic<int> worked = 0;
    EXPECT_THROW(run_ordered(
                     threads, count_to(100000),
                     [&](std::size_t, int item) {
                       ++worked;
                       return item;
                     },
                     [](int) { throw std::runtime_error("full disk"); }),
                 std::runtime_error);
    EXPECT_LT(worked, 100) << threads;
  }
}

TEST(AvailableThreads, AreAtLeastOneAndNoMoreThanTheMachineHas) {
  EXPECT_GE(available_threads(), 1u);
  EXPECT_LE(available_threads(), std::max(std::thread::hardware_concurrency(), 1u));
}

}  // namespace
}  // namespace relata

#include "relata/core/spool.hpp"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>
#include <filesystem>
#include <memory>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "relata/core/error.hpp"

namespace relata {
namespace {

/// Texts of 0 to 200 kB, at random.
std::vector<std::string> make_texts(std::size_t count) {
  std::mt19937 random(5);
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t size = random() % 8 == 0 ? random() % 200'000 : random() % 300;
    std::string text;
    while (text.size() < size) text += static_cast<char>('a' + random() % 26);
    texts.push_back(std::move(text));
  }
  return texts;
}

void expect_same(const Spool& spool, const std::vector<std::string>& texts,
                 const std::vector<std::uint64_t>& places, std::uint32_t seed) {
  SpoolReader reader(spool);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    ASSERT_EQ(reader.view(places[i], texts[i].size()), texts[i]) << i;
  }
  std::mt19937 random(seed);
  for (std::size_t n = 0; n < texts.size(); ++n) {
    const std::size_t i = random() % texts.size();
    ASSERT_EQ(reader.view(places[i], texts[i].size()), texts[i]) << i;
  }
}

TEST(Spool, GivesBackWhatWasAppendedWhereverItIs) {
  const std::vector<std::string> texts = make_texts(300);
  for (const std::uint64_t memory :
       {std::uint64_t{0}, std::uint64_t{3} << 20, SpoolRoom::kAllMemory}) {
    Spool spool(std::make_shared<SpoolRoom>(memory, testing::TempDir()));
    std::vector<std::uint64_t> places;
    for (const std::string& text : texts) places.push_back(spool.append(text));
    EXPECT_EQ(spool.is_in_file(), memory != SpoolRoom::kAllMemory);
    expect_same(spool, texts, places, 9);
    Spool moved = std::move(spool);
    expect_same(moved, texts, places, 10);
  }
}

TEST(Spool, LeavesNoFileBehindEvenWhileItIsThere) {
  const std::string folder = testing::TempDir() + "/spool_leaves_no_file";
  std::filesystem::create_directory(folder);
  Spool spool(std::make_shared<SpoolRoom>(0, folder));
  spool.append(std::string(3'000'000, 'x'));
  EXPECT_TRUE(spool.is_in_file());
  EXPECT_TRUE(std::filesystem::is_empty(folder));
}

TEST(Spool, SharesOneRoomAndGivesItBack) {
  const auto room = std::make_shared<SpoolRoom>(std::uint64_t{2} << 20, testing::TempDir());
  {
    Spool first(room);
    first.append(std::string(std::size_t{2} << 20, 'a'));
    EXPECT_FALSE(first.is_in_file());
    Spool second(room);
    second.append("b");
    EXPECT_TRUE(second.is_in_file());
  }
  Spool third(room);
  third.append(std::string(std::size_t{2} << 20, 'c'));
  EXPECT_FALSE(third.is_in_file());
}

TEST(Spool, SaysWhichFolderCannotBeUsed) {
  const std::string folder = testing::TempDir() + "/no such folder";
  Spool spool(std::make_shared<SpoolRoom>(0, folder));
  try {
    spool.append("a");
    FAIL() << "wrote into a folder that is not there";
  } catch (const Error& error) {
    EXPECT_EQ(error.place().file, folder);
  }
}

TEST(Spool, SaysWhenAFileCanGrowNoMore) {
  rlimit before = {};
  ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &before), 0);
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  rlimit limit = before;
  limit.rlim_cur = 1'000'000;
  ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &limit), 0);
  Spool spool(std::make_shared<SpoolRoom>(0, testing::TempDir()));
  EXPECT_THROW(spool.append(std::string(3'000'000, 'x')), Error);
  ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &before), 0);
  std::signal(SIGXFSZ, handler);
}

}  // namespace
}  // namespace relata

#include "extract/time_expression.hpp"

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

#include "extract/calendar.hpp"

namespace relata {
namespace {

std::string value(const std::string& words, const std::string& date = "2025-08-13",
                  Direction direction = Direction::kPast) {
  std::istringstream stream(words);
  std::vector<std::string> list;
  for (std::string word; stream >> word;) list.push_back(word);
  return normalise_time(list, date, direction);
}

TEST(NormaliseTime, ReadsCompleteDates) {
  EXPECT_EQ(value("on July 6 , 2024", ""), "2024-07-06");
  EXPECT_EQ(value("on 6 July 2024", ""), "2024-07-06");
  EXPECT_EQ(value("in March 1890", ""), "1890-03");
  EXPECT_EQ(value("in 1923", ""), "1923");
  EXPECT_EQ(value("on 2021-02-03", ""), "2021-02-03");
  EXPECT_EQ(value("the 6th of July 2024", ""), "2024-07-06");
}

TEST(NormaliseTime, TakesAMissingYearFromTheNearestPast) {
  EXPECT_EQ(value("on August 12"), "2025-08-12");
  EXPECT_EQ(value("on August 15"), "2024-08-15");
  EXPECT_EQ(value("in early May"), "2025-05");
  EXPECT_EQ(value("in December"), "2024-12");
}

TEST(NormaliseTime, TakesAMissingYearOfAPlanFromTheFuture) {
  EXPECT_EQ(value("on August 15", "2025-08-13", Direction::kFuture), "2025-08-15");
  EXPECT_EQ(value("in May", "2025-08-13", Direction::kFuture), "2026-05");
}

TEST(NormaliseTime, LeavesADateWithoutYearOpenIfTheDocumentHasNoDate) {
  EXPECT_EQ(value("on August 15", ""), "");
  EXPECT_EQ(value("last week", ""), "");
  EXPECT_EQ(value("yesterday", ""), "");
}

TEST(NormaliseTime, CountsFromTheDocumentsDay) {
  // 13 August 2025 is a Wednesday.
  EXPECT_EQ(value("yesterday"), "2025-08-12");
  EXPECT_EQ(value("today"), "2025-08-13");
  EXPECT_EQ(value("on Monday"), "2025-08-11");
  EXPECT_EQ(value("on Wednesday"), "2025-08-13");
  EXPECT_EQ(value("on Thursday"), "2025-08-07");
  EXPECT_EQ(value("on Thursday", "2025-08-13", Direction::kFuture), "2025-08-14");
  EXPECT_EQ(value("last week"), "2025-08-04/2025-08-10");
  EXPECT_EQ(value("last month"), "2025-07");
  EXPECT_EQ(value("next year"), "2026");
  EXPECT_EQ(value("three days ago"), "2025-08-10");
  EXPECT_EQ(value("two years ago"), "2023");
}

TEST(NormaliseTime, OpensAndClosesIntervals) {
  EXPECT_EQ(value("since 2012"), "2012/..");
  EXPECT_EQ(value("until May 2020"), "../2020-05");
  EXPECT_EQ(value("from 1990 to 1995"), "1990/1995");
  EXPECT_EQ(value("between May and June 2020"), "2020-05/2020-06");
  EXPECT_EQ(value("in 2020 and 2021"), "2020/2021");
  EXPECT_EQ(value("in 1890 – 91"), "1890/1891");
  EXPECT_EQ(value("in the 1930s"), "1930/1939");
  EXPECT_EQ(value("in the 19th century"), "1801/1900");
}

TEST(NormaliseTime, ReadsPartsOfAYear) {
  EXPECT_EQ(value("in the third quarter of 2023"), "2023-07/2023-09");
  EXPECT_EQ(value("in the first quarter"), "2025-01/2025-03");
  EXPECT_EQ(value("in the fourth quarter"), "2024-10/2024-12");
  EXPECT_EQ(value("in the second half of last year"), "2024-07/2024-12");
  EXPECT_EQ(value("in the summer of 2022"), "2022");
  EXPECT_EQ(value("on Christmas Eve"), "2024-12-24");
  EXPECT_EQ(value("in November last year"), "2024-11");
}

TEST(NormaliseTime, ReadsStretchesUpToTheDocumentsDay) {
  EXPECT_EQ(value("in the past three months"), "2025-05/2025-08");
  EXPECT_EQ(value("over the past decade"), "2015/2025");
  EXPECT_EQ(value("from Monday until Wednesday"), "2025-08-11/2025-08-13");
  EXPECT_EQ(value("from 28 December to 3 January"), "2024-12-28/2025-01-03");
  EXPECT_EQ(value("over the weekend"), "2025-08-09/2025-08-10");
  EXPECT_EQ(value("in two weeks", "2025-08-13", Direction::kFuture), "2025-08-27");
}

TEST(NormaliseTime, TakesADateInFiguresOnlyWhereDayAndMonthAreClear) {
  EXPECT_EQ(value("on 13/04/2022"), "2022-04-13");
  EXPECT_EQ(value("on 04/13/2022"), "2022-04-13");
  EXPECT_EQ(value("on 04/05/2022"), "");
}

TEST(NormaliseTime, CountsAnniversariesFromWhatTheyRemember) {
  EXPECT_EQ(value("the tenth anniversary of the vote of 3 May 2014"), "2024-05-03");
  EXPECT_EQ(value("the anniversary of the vote"), "");
}

TEST(NormaliseTime, GuessesNothing) {
  EXPECT_EQ(value("for four days"), "");
  EXPECT_EQ(value("at the time"), "");
  EXPECT_EQ(value("several years later"), "");
  EXPECT_EQ(value("in May may"), "2025-05");
  EXPECT_EQ(value("the following year"), "");
  EXPECT_EQ(value("on February 30 , 2021"), "");
}

TEST(Calendar, CountsOverMonthsAndLeapYears) {
  EXPECT_EQ(to_iso(add_days({2024, 2, 28}, 1)), "2024-02-29");
  EXPECT_EQ(to_iso(add_days({2023, 2, 28}, 1)), "2023-03-01");
  EXPECT_EQ(to_iso(add_days({2025, 1, 1}, -1)), "2024-12-31");
  EXPECT_EQ(to_iso(add_months({2025, 1, 31}, 1)), "2025-02-28");
  EXPECT_EQ(weekday({2025, 8, 13}), 2);
  EXPECT_EQ(weekday({2000, 1, 1}), 5);
}

TEST(Calendar, RefusesDatesThatDoNotExist) {
  EXPECT_FALSE(parse_iso("2025-13-01"));
  EXPECT_FALSE(parse_iso("2025-02-29"));
  EXPECT_FALSE(parse_iso("20250101"));
  EXPECT_EQ(to_iso({2025, 2, 30}), "");
}

}  // namespace
}  // namespace relata

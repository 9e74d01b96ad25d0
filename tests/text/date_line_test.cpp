#include "text/date_line.hpp"

#include <gtest/gtest.h>

#include <string>

namespace relata {
namespace {

std::string published(std::string_view line) {
  const auto found = parse_date_line(line);
  return found ? found->published : "no date line";
}

TEST(ParseDateLine, ReadsTheFormsOfThePress) {
  for (const std::string_view line :
       {"March 4, 2025", "4 March 2025", "Tuesday, March 4, 2025", "Tue 4 Mar 2025", "Mar. 4, 2025",
        "4th of March 2025", "the 4th of March, 2025", "2025-03-04", "2025-03-04T10:11:12Z",
        "Published: March 4, 2025, 5:00 PM EST", "Published on Tuesday 4 March 2025 at 17.05 GMT",
        "Posted 4 March 2025 | 10:30 UTC+3", "First published March 4 2025 10am ET",
        "MARCH 4, 2025", "Date: 4 Mar, 2025.", "(4 March 2025)", "5:00 PM EST, March 4, 2025"}) {
    EXPECT_EQ(published(line), "2025-03-04") << line;
  }
  EXPECT_EQ(published("Sept. 30, 1999"), "1999-09-30");
  EXPECT_EQ(published("25/12/2024"), "2024-12-25");
  EXPECT_EQ(published("12/25/2024"), "2024-12-25");
  EXPECT_EQ(published("3.3.2024"), "2024-03-03");
  EXPECT_EQ(published("2009 May 21, 10:32"), "2009-05-21");
  EXPECT_EQ(published("January 14, 2020 Tuesday"), "2020-01-14");
}

TEST(ParseDateLine, KeepsADayThatCouldBeTwoToItself) {
  EXPECT_EQ(published("11/08/2025"), "");
  EXPECT_EQ(published("10 sec ago"), "");
  EXPECT_EQ(published("an hour ago"), "");
  EXPECT_EQ(published("9:41 AM"), "");
  EXPECT_EQ(published("09:10 GMT"), "");
}

TEST(ParseDateLine, TellsTheUpdateFromThePublication) {
  const auto both = parse_date_line("Published March 4, 2025 | Updated March 5, 2025 9:00 AM");
  ASSERT_TRUE(both);
  EXPECT_EQ(both->published, "2025-03-04");
  EXPECT_EQ(both->updated, "2025-03-05");
  const auto updated = parse_date_line("Last updated 5 March 2025");
  ASSERT_TRUE(updated);
  EXPECT_EQ(updated->published, "");
  EXPECT_EQ(updated->updated, "2025-03-05");
}

TEST(ParseDateLine, TakesNothingThatHasOtherWords) {
  for (const std::string_view line :
       {"The war began on March 4, 2025", "March", "2025", "May 2024", "In 2020 and 2021",
        "Mali, March 4, 2025", "February 30, 2025", "10", "Monday", "Sun", "Updated", "PM", ""}) {
    EXPECT_FALSE(parse_date_line(line)) << line;
  }
}

TEST(IsDate, KnowsTheCalendar) {
  EXPECT_TRUE(is_date("2024-02-29"));
  EXPECT_FALSE(is_date("2023-02-29"));
  EXPECT_FALSE(is_date("2100-02-29"));
  EXPECT_TRUE(is_date("2000-02-29"));
  EXPECT_FALSE(is_date("2024-13-01"));
  EXPECT_FALSE(is_date("2024-1-1"));
  EXPECT_FALSE(is_date("2024-01-01 "));
}

TEST(ParseIsoDate, TakesTheDayAsWritten) {
  EXPECT_EQ(parse_iso_date("2025-03-04T23:59:59-08:00"), "2025-03-04");
  EXPECT_EQ(parse_iso_date("2025-03-04 10:00"), "2025-03-04");
  EXPECT_FALSE(parse_iso_date("2025-03-04x"));
  EXPECT_FALSE(parse_iso_date("2025-03"));
}

}  // namespace
}  // namespace relata

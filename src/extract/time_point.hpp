// One point of an expression: "6 July 2024", "last week", "two days later", "the third quarter".
// Private to the grammar.
#pragma once

#include <utility>

#include "extract/time_reader.hpp"
#include "extract/time_words.hpp"

namespace relata::detail {

struct TimePoint {
  Interval interval;
  std::size_t next = 0;   ///< index behind the last word
  bool unknown = false;   ///< a time, but nothing tells which
  bool complete = false;  ///< counted from the document or the story: no year is missing
};

/// The words of one expression and where they are read.
class PointReader {
 public:
  PointReader(const std::vector<std::string>& words, const TimeContext& context)
      : words_(words), context_(context) {}

  std::optional<TimePoint> read(std::size_t at) const;

 private:
  const std::string& word(std::size_t at) const;
  bool is_year_place(std::size_t at) const;

  // time_point_dates.cpp: what the calendar names
  std::optional<TimePoint> read_numeric_date(std::size_t at) const;
  std::optional<TimePoint> read_month_date(std::size_t at) const;
  std::optional<TimePoint> read_year(std::size_t at) const;
  std::optional<TimePoint> read_holiday(std::size_t at) const;
  std::optional<TimePoint> read_part_of_year(std::size_t at) const;
  std::optional<TimePoint> read_anniversary(std::size_t at) const;
  /// "of 2023", "2023", "of last year"; the year and the index behind it.
  std::optional<std::pair<int, std::size_t>> read_its_year(std::size_t at) const;

  // time_point_relative.cpp: what counts from the document's day or from the story
  std::optional<TimePoint> read_relative_day(std::size_t at) const;
  std::optional<TimePoint> read_weekday(std::size_t at) const;
  std::optional<TimePoint> read_weekend(std::size_t at) const;
  std::optional<TimePoint> read_relative_unit(std::size_t at) const;
  std::optional<TimePoint> read_stretch(std::size_t at) const;
  std::optional<TimePoint> read_distance(std::size_t at) const;
  std::optional<TimePoint> read_story_time(std::size_t at) const;

  const std::vector<std::string>& words_;
  const TimeContext& context_;
};

TimePoint at_date(const Date& date, std::size_t next);
TimePoint counted(const Date& first, const Date& last, std::size_t next);
TimePoint unknown_until(std::size_t next);

/// The date with its granularity cut to the unit: of a week, Monday to Sunday.
std::optional<Interval> unit_around(const Date& date, TimeUnit unit);
/// The date moved by units, with no more granularity than they have.
std::optional<Date> moved(const Date& date, int count, TimeUnit unit);

}  // namespace relata::detail

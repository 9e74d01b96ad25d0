#include "extract/time_point.hpp"

#include <array>

namespace relata::detail {
namespace {

/// "early", "the end of", "so far": they leave the granularity of what follows as it is.
std::size_t skip_modifiers(const std::vector<std::string>& words, std::size_t at) {
  const auto is = [&](std::size_t i, std::string_view form) {
    return i < words.size() && words[i] == form;
  };
  for (bool moved = true; moved;) {
    moved = false;
    for (const char* form : {"early", "late", "mid", "earlier", "later", "about", "around", "circa",
                             "-", "roughly", "approximately", "very"}) {
      if (is(at, form)) {
        ++at;
        moved = true;
      }
    }
    for (const char* form : {"beginning", "start", "end", "middle", "turn", "course", "rest"}) {
      const std::size_t the = is(at, "the") ? 1 : 0;
      if (is(at + the, form) && is(at + the + 1, "of")) {
        at += the + 2;
        moved = true;
      }
    }
  }
  return at;
}

}  // namespace

TimePoint at_date(const Date& date, std::size_t next) { return {{date, date}, next, false, false}; }

TimePoint counted(const Date& first, const Date& last, std::size_t next) {
  return {{first, last}, next, false, true};
}

TimePoint unknown_until(std::size_t next) { return {{}, next, true, true}; }

std::optional<Interval> unit_around(const Date& date, TimeUnit unit) {
  const Date year{date.year, 0, 0};
  switch (unit) {
    case TimeUnit::kDay:
      if (date.day == 0) return std::nullopt;
      return Interval{date, date};
    case TimeUnit::kWeek: {
      if (date.day == 0) return std::nullopt;
      const Date monday = add_days(date, -weekday(date));
      return Interval{monday, add_days(monday, 6)};
    }
    case TimeUnit::kMonth:
      if (date.month == 0) return std::nullopt;
      return Interval{{date.year, date.month, 0}, {date.year, date.month, 0}};
    case TimeUnit::kQuarter: {
      if (date.month == 0) return std::nullopt;
      const int first = (date.month - 1) / 3 * 3 + 1;
      return Interval{{date.year, first, 0}, {date.year, first + 2, 0}};
    }
    case TimeUnit::kYear:
      return Interval{year, year};
    case TimeUnit::kDecade:
      return Interval{{date.year / 10 * 10, 0, 0}, {date.year / 10 * 10 + 9, 0, 0}};
    case TimeUnit::kCentury:
      return Interval{{(date.year - 1) / 100 * 100 + 1, 0, 0},
                      {(date.year + 99) / 100 * 100, 0, 0}};
  }
  return std::nullopt;
}

std::optional<Date> moved(const Date& date, int count, TimeUnit unit) {
  constexpr int kMost = 3000;
  if (count > kMost || count < -kMost) return std::nullopt;
  Date result = date;
  switch (unit) {
    case TimeUnit::kDay:
      if (date.day == 0) return std::nullopt;
      return add_days(date, count);
    case TimeUnit::kWeek:
      if (date.day == 0) return std::nullopt;
      return add_days(date, 7 * count);
    case TimeUnit::kMonth:
    case TimeUnit::kQuarter:
      if (date.month == 0) return std::nullopt;
      result = add_months({date.year, date.month, 1}, unit == TimeUnit::kMonth ? count : 3 * count);
      result.day = 0;
      return result;
    case TimeUnit::kYear:
      return Date{date.year + count, 0, 0};
    case TimeUnit::kDecade:
      return Date{date.year + 10 * count, 0, 0};
    case TimeUnit::kCentury:
      return Date{date.year + 100 * count, 0, 0};
  }
  return std::nullopt;
}

const std::string& PointReader::word(std::size_t at) const {
  static const std::string kNone;
  return at < words_.size() ? words_[at] : kNone;
}

std::optional<TimePoint> PointReader::read(std::size_t at) const {
  at = skip_modifiers(words_, at);
  using Rule = std::optional<TimePoint> (PointReader::*)(std::size_t) const;
  constexpr std::array<Rule, 13> kRules = {
      &PointReader::read_anniversary,  &PointReader::read_story_time,
      &PointReader::read_numeric_date, &PointReader::read_part_of_year,
      &PointReader::read_stretch,      &PointReader::read_relative_day,
      &PointReader::read_weekend,      &PointReader::read_relative_unit,
      &PointReader::read_distance,     &PointReader::read_holiday,
      &PointReader::read_weekday,      &PointReader::read_month_date,
      &PointReader::read_year,
  };
  for (const std::size_t start : {at, word(at) == "the" ? skip_modifiers(words_, at + 1) : at}) {
    for (const Rule rule : kRules) {
      if (auto point = (this->*rule)(start)) return point;
    }
  }
  return std::nullopt;
}

}  // namespace relata::detail

// The grammar of time expressions: words to days, months, years and intervals of them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/calendar.hpp"
#include "extract/time_expression.hpp"

namespace relata {

/// What an expression is read against.
struct TimeContext {
  std::optional<Date> today;  ///< day of the document
  Direction direction = Direction::kPast;
  std::optional<Date> anchor;  ///< the time told last: what "two days later" counts from
};

/// First and last day, month or year of what an expression covers; without a year where nothing
/// tells it.
struct Interval {
  Date first;
  Date last;
};

struct TimeReading {
  std::size_t length = 0;  ///< words read
  std::string value;       ///< ISO 8601, or empty where the words are a time that cannot be known
  std::optional<Date> point;  ///< a single day, month or year: what later words may count from
};

/// Reads the longest expression that begins at word `at`; nullopt if none does. `words` are in
/// lower case; empty ones are no part of any expression.
std::optional<TimeReading> read_time(const std::vector<std::string>& words, std::size_t at,
                                     const TimeContext& context);

}  // namespace relata

// Dates of the Gregorian calendar with their granularity, and their ISO 8601 form.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace relata {

/// A day, a month, a year or an interval between two of them. 0 is unknown; month and day count
/// from 1.
struct Date {
  int year = 0;
  int month = 0;
  int day = 0;

  friend auto operator<=>(const Date&, const Date&) = default;
};

/// "2025-08-15", "2025-08" or "2025"; empty if the year is unknown or out of 1…9999.
std::string to_iso(const Date& date);

/// YYYY, YYYY-MM or YYYY-MM-DD (what follows a day, as a clock time, is ignored); nullopt if it is
/// no date of the calendar.
std::optional<Date> parse_iso(std::string_view text);

bool is_valid(const Date& date);

/// `days` later (or earlier). The date must have a day.
Date add_days(const Date& date, int days);
/// `months` later; a day past the new month's end becomes its last.
Date add_months(const Date& date, int months);

/// 0 is Monday. The date must have a day.
int weekday(const Date& date);

}  // namespace relata

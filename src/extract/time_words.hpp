// Words of the calendar and of counting, in lower case.
#pragma once

#include <optional>
#include <string_view>

namespace relata {

enum class TimeUnit { kDay, kWeek, kMonth, kQuarter, kYear, kDecade, kCentury };

/// 1…12 for a month's name or its abbreviation of three or four letters ("sept."), else 0.
int month_of(std::string_view word);
/// 0…6 from Monday for a weekday or its abbreviation with a point ("mon."), else −1. Plurals
/// ("mondays") are no day of the calendar.
int weekday_of(std::string_view word);
/// A month or a weekday.
bool is_of_calendar(std::string_view word);
/// First month of spring, summer, autumn or fall, winter on the northern half of the earth: for the
/// order of seasons within a year; else 0.
int season_of(std::string_view word);
/// "day", "weeks", "yr"; nullopt for other words, and for what is shorter than a day.
std::optional<TimeUnit> unit_of(std::string_view word);

/// "15", "15th", "fifteen", "fifteenth", "a".
std::optional<int> number_of(std::string_view word);
/// "1st", "first", "twenty-first".
std::optional<int> ordinal_of(std::string_view word);
/// Digits alone.
std::optional<int> digits_of(std::string_view word);
/// Four digits from 1000 to 2199.
std::optional<int> year_of(std::string_view word);
/// First year of "1990s", "nineties", "'90s".
std::optional<int> decade_of(std::string_view word);
/// "morning", "evening", "night".
bool is_part_of_day(std::string_view word);

}  // namespace relata

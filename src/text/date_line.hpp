// Dates as English-language news write them above and below their stories.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace relata {

/// A line that says when a story was published or changed, and nothing else.
struct DateLine {
  std::string published;  ///< YYYY-MM-DD, or empty: "Updated 10 sec ago", "11/08/2025"
  std::string updated;    ///< the same, for a date behind "updated", "modified"…
};

/// Reads a whole line, "Published: Monday, March 3, 2025, 5:00 PM EST | Updated 4 March 2025".
/// Nothing if it has a word that belongs to no date. A day and month that could be either way round
/// ("11/08/2025") make it a date line without a date.
std::optional<DateLine> parse_date_line(std::string_view line);

/// The day of an ISO 8601 date or date-time, as written: its time zone is not applied.
std::optional<std::string> parse_iso_date(std::string_view text);

/// The day in an ISO date or date-time or in a date line, for the metadata of pages.
std::optional<std::string> parse_any_date(std::string_view text);

/// Is `date` a day of the Gregorian calendar written YYYY-MM-DD?
bool is_date(std::string_view date);

/// An English month's number by its name or abbreviation, in any case, with or without a period.
std::optional<int> month_number(std::string_view word);

}  // namespace relata

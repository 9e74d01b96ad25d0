#include "extract/time_words.hpp"

#include <array>
#include <charconv>
#include <string>

namespace relata {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};
constexpr std::array<std::string_view, 7> kWeekdays = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
constexpr std::array<std::string_view, 21> kNumbers = {
    "zero",     "one",     "two",     "three",     "four",     "five",     "six",
    "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};
constexpr std::array<std::string_view, 22> kOrdinals = {
    "",           "first",      "second",     "third",       "fourth",    "fifth",
    "sixth",      "seventh",    "eighth",     "ninth",       "tenth",     "eleventh",
    "twelfth",    "thirteenth", "fourteenth", "fifteenth",   "sixteenth", "seventeenth",
    "eighteenth", "nineteenth", "twentieth",  "twenty-first"};
constexpr std::array<std::string_view, 8> kTens = {"twenties", "thirties",  "forties",  "fifties",
                                                   "sixties",  "seventies", "eighties", "nineties"};

}  // namespace

int month_of(std::string_view word) {
  if (word.ends_with('.')) word.remove_suffix(1);
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    const bool abbreviated = word.size() >= 3 && word.size() <= 4 && kMonths[i].starts_with(word);
    if (word == kMonths[i] || abbreviated) return static_cast<int>(i) + 1;
  }
  return 0;
}

int weekday_of(std::string_view word) {
  const bool point = word.ends_with('.');
  if (point) word.remove_suffix(1);
  for (std::size_t i = 0; i < kWeekdays.size(); ++i) {
    const bool abbreviated = point && word.size() >= 3 && kWeekdays[i].starts_with(word);
    if (word == kWeekdays[i] || abbreviated) return static_cast<int>(i);
  }
  return -1;
}

bool is_of_calendar(std::string_view word) { return month_of(word) > 0 || weekday_of(word) >= 0; }

int season_of(std::string_view word) {
  if (word == "spring") return 3;
  if (word == "summer") return 6;
  if (word == "autumn" || word == "fall") return 9;
  return word == "winter" ? 12 : 0;
}

std::optional<TimeUnit> unit_of(std::string_view word) {
  if (word.size() > 3 && word.ends_with('s')) word.remove_suffix(1);
  if (word == "day") return TimeUnit::kDay;
  if (word == "week") return TimeUnit::kWeek;
  if (word == "month") return TimeUnit::kMonth;
  if (word == "quarter") return TimeUnit::kQuarter;
  if (word == "year") return TimeUnit::kYear;
  if (word == "decade") return TimeUnit::kDecade;
  if (word == "century" || word == "centurie") return TimeUnit::kCentury;
  return std::nullopt;
}

std::optional<int> digits_of(std::string_view word) {
  int value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error != std::errc() || end != word.data() + word.size() || value < 0) return std::nullopt;
  return value;
}

std::optional<int> ordinal_of(std::string_view word) {
  if (word.size() > 2) {
    const std::string_view ending = word.substr(word.size() - 2);
    if (ending == "st" || ending == "nd" || ending == "rd" || ending == "th") {
      if (const auto ordinal = digits_of(word.substr(0, word.size() - 2))) return ordinal;
    }
  }
  for (std::size_t i = 1; i < kOrdinals.size(); ++i) {
    if (word == kOrdinals[i]) return static_cast<int>(i);
  }
  return std::nullopt;
}

std::optional<int> number_of(std::string_view word) {
  if (const auto ordinal = ordinal_of(word)) return ordinal;
  if (const auto digits = digits_of(word)) return digits;
  for (std::size_t i = 0; i < kNumbers.size(); ++i) {
    if (word == kNumbers[i]) return static_cast<int>(i);
  }
  return word == "a" || word == "an" ? std::optional<int>(1) : std::nullopt;
}

std::optional<int> year_of(std::string_view word) {
  if (word.size() != 4) return std::nullopt;
  const auto year = digits_of(word);
  if (!year || *year < 1000 || *year > 2199) return std::nullopt;
  return year;
}

std::optional<int> decade_of(std::string_view word) {
  if (word.size() == 5 && word.ends_with("0s")) return year_of(word.substr(0, 4));
  // Bare tens ("the nineties", "the '90s") are those of the last century.
  for (std::size_t i = 0; i < kTens.size(); ++i) {
    if (word == kTens[i]) return 1920 + 10 * static_cast<int>(i);
  }
  if (word.starts_with('\'')) word.remove_prefix(1);
  if (word.starts_with("’")) word.remove_prefix(std::string_view("’").size());
  if (word.size() == 3 && word.ends_with("0s")) {
    if (const auto tens = digits_of(word.substr(0, 2)); tens && *tens >= 20) return 1900 + *tens;
  }
  return std::nullopt;
}

bool is_part_of_day(std::string_view word) {
  return word == "morning" || word == "afternoon" || word == "evening" || word == "night" ||
         word == "noon" || word == "midnight" || word == "dawn" || word == "lunchtime";
}

}  // namespace relata

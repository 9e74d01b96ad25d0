#include "extract/calendar.hpp"

#include <array>
#include <charconv>

namespace relata {
namespace {

bool is_leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

int days_in_month(int year, int month) {
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

/// Days since 1 January of year 1, a Monday in the proleptic Gregorian calendar.
int day_number(const Date& date) {
  const int before = date.year - 1;
  int days = before * 365 + before / 4 - before / 100 + before / 400;
  for (int month = 1; month < date.month; ++month) days += days_in_month(date.year, month);
  return days + date.day - 1;
}

std::string padded(int value, std::size_t width) {
  std::string digits = std::to_string(value);
  return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

std::optional<int> parse_digits(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < 0) return std::nullopt;
  return value;
}

}  // namespace

bool is_valid(const Date& date) {
  if (date.year < 1 || date.year > 9999) return false;
  if (date.month == 0) return date.day == 0;
  if (date.month < 1 || date.month > 12) return false;
  return date.day == 0 || (date.day >= 1 && date.day <= days_in_month(date.year, date.month));
}

std::string to_iso(const Date& date) {
  if (!is_valid(date)) return {};
  std::string text = padded(date.year, 4);
  if (date.month > 0) text += "-" + padded(date.month, 2);
  if (date.day > 0) text += "-" + padded(date.day, 2);
  return text;
}

std::optional<Date> parse_iso(std::string_view text) {
  text = text.substr(0, 10);
  Date date;
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
  const auto year = parse_digits(text.substr(0, 4));
  if (!year) return std::nullopt;
  date.year = *year;
  if (text.size() >= 7) {
    const auto month = parse_digits(text.substr(5, 2));
    if (text[4] != '-' || !month) return std::nullopt;
    date.month = *month;
  }
  if (text.size() == 10) {
    const auto day = parse_digits(text.substr(8, 2));
    if (text[7] != '-' || !day) return std::nullopt;
    date.day = *day;
  }
  if (!is_valid(date)) return std::nullopt;
  return date;
}

Date add_days(const Date& date, int days) {
  Date result = date;
  result.day += days;
  while (result.day < 1) {
    if (--result.month < 1) {
      result.month = 12;
      --result.year;
    }
    if (result.year < 1) return Date{};
    result.day += days_in_month(result.year, result.month);
  }
  while (result.day > days_in_month(result.year, result.month)) {
    result.day -= days_in_month(result.year, result.month);
    if (++result.month > 12) {
      result.month = 1;
      ++result.year;
    }
  }
  return result;
}

Date add_months(const Date& date, int months) {
  const int total = date.year * 12 + (date.month - 1) + months;
  Date result = date;
  result.year = total / 12;
  result.month = total % 12 + 1;
  if (result.year < 1) return Date{};
  if (result.day > 0) {
    const int last = days_in_month(result.year, result.month);
    if (result.day > last) result.day = last;
  }
  return result;
}

int weekday(const Date& date) { return day_number(date) % 7; }

}  // namespace relata

// Points that the calendar names: dates, years, decades, quarters, feasts.
#include "extract/time_point.hpp"

namespace relata::detail {
namespace {

bool is_dash(const std::string& word) { return word == "-" || word == "–" || word == "—"; }

/// "13/04/2022": the day is known where one of the two numbers is no month.
std::optional<TimePoint> slashed_date(const std::string& word, std::size_t next) {
  const std::size_t one = word.find('/');
  const std::size_t two = one == std::string::npos ? one : word.find('/', one + 1);
  if (two == std::string::npos) return std::nullopt;
  const auto a = digits_of(std::string_view(word).substr(0, one));
  const auto b = digits_of(std::string_view(word).substr(one + 1, two - one - 1));
  const auto year = year_of(std::string_view(word).substr(two + 1));
  if (!a || !b || !year) return std::nullopt;
  constexpr int kMonths = 12;
  if (*a > kMonths || *a == *b) return at_date({*year, *b, *a}, next);
  if (*b > kMonths) return at_date({*year, *a, *b}, next);
  return unknown_until(next);
}

bool is_day(const std::string& word) {
  const auto day = number_of(word);
  return day && *day >= 1 && *day <= 31 && word != "a" && word != "an";
}

}  // namespace

bool PointReader::is_year_place(std::size_t at) const {
  if (at == 0) return true;
  for (const char* form :
       {"in",      "since", "until",  "till",       "by",     "from",   "to",     "of",
        "between", "and",   "after",  "before",     "during", "around", "about",  "circa",
        "early",   "mid",   "late",   "through",    "year",   "-",      "–",      "—",
        "/",       "for",   "the",    "on",         ",",      "(",      "spring", "summer",
        "autumn",  "fall",  "winter", "throughout", "into",   "over",   "fiscal"}) {
    if (word(at - 1) == form) return true;
  }
  return false;
}

std::optional<std::pair<int, std::size_t>> PointReader::read_its_year(std::size_t at) const {
  if (word(at) == "," || word(at) == "of" || word(at) == "in") ++at;
  if (word(at) == "the" && word(at + 1) == "year") at += 2;
  if (const auto year = year_of(word(at))) return std::pair(*year, at + 1);
  if (word(at + 1) != "year") return std::nullopt;
  const std::string& which = word(at);
  if (which == "that" || (which == "same" && context_.anchor)) {
    if (context_.anchor) return std::pair(context_.anchor->year, at + 2);
    return std::nullopt;
  }
  if (!context_.today) return std::nullopt;
  if (which == "last") return std::pair(context_.today->year - 1, at + 2);
  if (which == "this") return std::pair(context_.today->year, at + 2);
  if (which == "next") return std::pair(context_.today->year + 1, at + 2);
  return std::nullopt;
}

std::optional<TimePoint> PointReader::read_numeric_date(std::size_t at) const {
  const std::string& form = word(at);
  constexpr std::size_t kLongestYear = 4;
  if (form.size() > kLongestYear && form.find('-') != std::string::npos) {
    if (const auto iso = parse_iso(form)) return at_date(*iso, at + 1);
  }
  return slashed_date(form, at + 1);
}

/// "August 15, 2025", "15 August 2025", "14–16 May", "August 2025", "March last year"
std::optional<TimePoint> PointReader::read_month_date(std::size_t at) const {
  Date first;
  Date last;
  std::size_t next = at;
  if (const int month = month_of(word(at)); month > 0) {
    first.month = month;
    next = at + 1;
    if (word(next) == "the" && is_day(word(next + 1))) ++next;
    if (is_day(word(next)) && word(next).size() <= 4) {
      first.day = *number_of(word(next++));
      last.day = first.day;
      if (is_dash(word(next)) && is_day(word(next + 1)) && month_of(word(next + 2)) == 0) {
        last.day = *number_of(word(next + 1));
        next += 2;
      }
    }
    // "may", "march" and "mar" are months only beside a number or behind a preposition.
    const bool ambiguous = word(at) == "may" || word(at) == "march" || word(at) == "mar";
    if (ambiguous && first.day == 0 && at == 0 && !read_its_year(next)) return std::nullopt;
  } else if (is_day(word(at))) {
    first.day = *number_of(word(at));
    last.day = first.day;
    next = at + 1;
    const bool range = is_dash(word(next)) || word(next) == "to" || word(next) == "and";
    if (range && is_day(word(next + 1))) {
      last.day = *number_of(word(next + 1));
      next += 2;
    }
    if (word(next) == "of") ++next;
    first.month = month_of(word(next));
    if (first.month == 0) return std::nullopt;
    ++next;
  } else {
    return std::nullopt;
  }
  last.month = first.month;
  if (const auto year = read_its_year(next)) {
    first.year = last.year = year->first;
    next = year->second;
  }
  if (first.day > last.day) return std::nullopt;
  return TimePoint{{first, last}, next, false, false};
}

/// "2025", "1890-91", "the 1890s", "the 19th century", "fiscal 2023"
std::optional<TimePoint> PointReader::read_year(std::size_t at) const {
  const bool fiscal = word(at) == "fiscal" || word(at) == "financial";
  if (fiscal) {
    // Which months a fiscal year has, only its owner knows.
    const std::size_t year = word(at + 1) == "year" ? at + 2 : at + 1;
    return year_of(word(year)) ? std::optional(unknown_until(year + 1)) : std::nullopt;
  }
  if (word(at) == "year" && year_of(word(at + 1))) ++at;
  if (const auto decade = decade_of(word(at))) {
    return counted({*decade, 0, 0}, {*decade + 9, 0, 0}, at + 1);
  }
  if (word(at + 1) == "century") {
    const auto century = ordinal_of(word(at));
    if (!century || *century < 2 || *century > 21) return std::nullopt;
    if (word(at + 2).starts_with("b")) return unknown_until(at + 3);
    return counted({(*century - 1) * 100 + 1, 0, 0}, {*century * 100, 0, 0}, at + 2);
  }
  const auto year = year_of(word(at));
  if (!year || !is_year_place(at)) return std::nullopt;
  std::size_t next = at + 1;
  if (word(next) == "bc" || word(next) == "b.c." || word(next) == "bce") {
    return unknown_until(next + 1);
  }
  Date last{*year, 0, 0};
  const bool joined = is_dash(word(next)) || word(next) == "/";
  const auto end = joined ? digits_of(word(next + 1)) : std::nullopt;
  if (end && word(next + 1).size() == 2 && *end > *year % 100) {
    last.year = *year / 100 * 100 + *end;
    next += 2;
  }
  if (word(next) == "fiscal" || word(next) == "financial") return unknown_until(next + 1);
  return counted({*year, 0, 0}, last, next);
}

/// Feasts with a day of their own.
std::optional<TimePoint> PointReader::read_holiday(std::size_t at) const {
  Date date;
  std::size_t next = at + 1;
  const bool of_year = word(at + 1) == "year" && word(at + 2).ends_with("s");
  if (word(at) == "christmas") {
    date = {0, 12, 25};
    if (word(next) == "eve") date.day = 24;
    if (word(next) == "eve" || word(next) == "day") ++next;
  } else if (word(at) == "halloween") {
    date = {0, 10, 31};
  } else if (word(at) == "boxing" && word(next) == "day") {
    date = {0, 12, 26};
    ++next;
  } else if (word(at) == "new" && of_year && (word(at + 3) == "day" || word(at + 3) == "eve")) {
    date = word(at + 3) == "day" ? Date{0, 1, 1} : Date{0, 12, 31};
    next = at + 4;
  } else if (word(at).starts_with("valentine") && word(at + 2) == "day") {
    date = {0, 2, 14};
    next = at + 3;
  } else {
    return std::nullopt;
  }
  if (const auto year = read_its_year(next)) {
    date.year = year->first;
    next = year->second;
  }
  return at_date(date, next);
}

/// "the third quarter of 2023", "Q4 2022", "the first half of last year", "summer 2022"
std::optional<TimePoint> PointReader::read_part_of_year(std::size_t at) const {
  if (season_of(word(at)) > 0) {
    // Its months depend on the half of the earth: the year is what can be known.
    const auto year = read_its_year(at + 1);
    if (!year) return std::nullopt;
    return counted({year->first, 0, 0}, {year->first, 0, 0}, year->second);
  }
  int part = 0;
  int months = 3;
  std::size_t next = at + 2;
  const std::string& form = word(at);
  if (form.size() == 2 && form[0] == 'q' && form[1] >= '1' && form[1] <= '4') {
    part = form[1] - '0';
    next = at + 1;
  } else if (word(at + 1) == "quarter" || word(at + 1) == "half") {
    if (word(at + 1) == "half") months = 6;
    const auto ordinal = ordinal_of(form);
    part = form == "final" ? 12 / months : ordinal.value_or(0);
  }
  if (part < 1 || part > 12 / months) return std::nullopt;
  const int first = (part - 1) * months + 1;
  const int last = part * months;
  if (const auto year = read_its_year(next)) {
    return counted({year->first, first, 0}, {year->first, last, 0}, year->second);
  }
  // "the first half" alone is one of a match; "the first quarter" is the nearest one.
  if (!context_.today || months != 3 || word(next) == "of") return std::nullopt;
  int year = context_.today->year;
  if (context_.direction == Direction::kPast && last > context_.today->month) --year;
  if (context_.direction == Direction::kFuture && last < context_.today->month) ++year;
  return counted({year, first, 0}, {year, last, 0}, next);
}

/// "the tenth anniversary of the coup of 3 May 2014"
std::optional<TimePoint> PointReader::read_anniversary(std::size_t at) const {
  std::size_t next = at;
  const auto count = ordinal_of(word(at));
  if (count) ++next;
  if (word(next) == "-" && word(next + 1) == "year") next += 2;
  if (word(next) != "anniversary") return std::nullopt;
  ++next;
  if (!count || word(next) != "of") return unknown_until(next);
  constexpr std::size_t kReach = 8;  // words of what is remembered
  for (std::size_t i = next + 1; i < next + kReach && i < words_.size(); ++i) {
    auto day = read_numeric_date(i);
    if (!day) day = read_month_date(i);
    if (!day) day = read_year(i);
    if (!day || day->unknown || day->interval.first.year == 0) continue;
    Date date = day->interval.first;
    date.year += *count;
    return counted(date, date, day->next);
  }
  return unknown_until(next);
}

}  // namespace relata::detail

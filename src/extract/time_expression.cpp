#include "extract/time_expression.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "extract/calendar.hpp"
#include "extract/english.hpp"

namespace relata {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};
constexpr std::array<std::string_view, 7> kWeekdays = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
constexpr std::array<std::string_view, 13> kNumbers = {"zero", "one",    "two",   "three", "four",
                                                       "five", "six",    "seven", "eight", "nine",
                                                       "ten",  "eleven", "twelve"};

/// 1…12 for a month's name or its abbreviation of three letters or more ("Sept."), else 0.
int month_of(std::string_view word) {
  if (word.ends_with('.')) word.remove_suffix(1);
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    const bool abbreviated = word.size() >= 3 && word.size() <= 4 && kMonths[i].starts_with(word);
    if (word == kMonths[i] || abbreviated) return static_cast<int>(i) + 1;
  }
  return 0;
}

/// 0…6 from Monday, or −1.
int weekday_of(std::string_view word) {
  if (word.ends_with('s') && word.size() > 6) word.remove_suffix(1);
  for (std::size_t i = 0; i < kWeekdays.size(); ++i) {
    if (word == kWeekdays[i]) return static_cast<int>(i);
  }
  return -1;
}

std::optional<int> digits_of(std::string_view word) {
  int value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error != std::errc() || end != word.data() + word.size()) return std::nullopt;
  return value;
}

/// "15", "15th", "two".
std::optional<int> number_of(std::string_view word) {
  if (word.size() > 2) {
    const std::string_view ending = word.substr(word.size() - 2);
    if (ending == "st" || ending == "nd" || ending == "rd" || ending == "th") {
      if (const auto ordinal = digits_of(word.substr(0, word.size() - 2))) return ordinal;
    }
  }
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

/// First and last day of what an expression covers, as far as it says.
struct Interval {
  Date first;
  Date last;
};

class Reader {
 public:
  Reader(std::vector<std::string> words, std::optional<Date> today, Direction direction)
      : words_(std::move(words)), today_(today), direction_(direction) {}

  std::string read() {
    std::string_view opening;
    if (!words_.empty()) {
      for (const std::string_view word :
           {"since", "until", "till", "before", "after", "by", "from", "between", "through"}) {
        if (words_.front() == word) opening = word;
      }
    }
    std::vector<Interval> found;
    for (at_ = 0; at_ < words_.size();) {
      const std::size_t before = at_;
      if (const auto interval = read_one()) {
        found.push_back(*interval);
      } else {
        at_ = before + 1;
      }
    }
    if (found.empty()) return {};
    complete_from_neighbours(found);
    std::string first = to_iso(found.front().first);
    const std::string last = to_iso(found.back().last);
    if (first.empty() || last.empty()) return {};
    if (found.size() == 1) {
      if (opening == "since") return first + "/..";
      if (opening == "after" || opening == "from") return last + "/..";
      if (opening == "until" || opening == "till" || opening == "before") return "../" + first;
    }
    if (first == last) return first;
    return found.front().first <= found.back().last ? first + "/" + last : std::string();
  }

 private:
  const std::string& peek(std::size_t ahead = 0) const {
    static const std::string kNone;
    return at_ + ahead < words_.size() ? words_[at_ + ahead] : kNone;
  }

  std::optional<Interval> read_one() {
    const std::string& word = peek();
    if (const auto iso = parse_iso(word); iso && word.size() > 4) {
      ++at_;
      return Interval{*iso, *iso};
    }
    if (auto date = read_month_date()) return date;
    if (auto date = read_year()) return date;
    if (!today_) return std::nullopt;
    if (auto date = read_relative_day()) return date;
    if (auto date = read_relative_unit()) return date;
    if (auto date = read_distance()) return date;
    return std::nullopt;
  }

  /// "August 15, 2025", "15 August 2025", "August 2025", "early August", "last August"
  std::optional<Interval> read_month_date() {
    Date date;
    std::size_t used = 0;
    const auto leading = number_of(peek());
    int month = month_of(peek());
    if (month > 0) {
      // "may" and "march" are months only beside a number or after a preposition.
      const bool ambiguous = peek() == "may" || peek() == "march" || peek() == "mar";
      used = 1;
      const auto day = number_of(peek(1));
      if (day && *day >= 1 && *day <= 31 && peek(1).size() <= 4) {
        date.day = *day;
        used = 2;
      }
      if (ambiguous && date.day == 0 && !year_of(peek(1)) && at_ == 0) return std::nullopt;
    } else if (leading && *leading >= 1 && *leading <= 31) {
      std::size_t next = 1;
      if (peek(next) == "of") ++next;
      month = month_of(peek(next));
      if (month == 0) return std::nullopt;
      date.day = *leading;
      used = next + 1;
    } else {
      return std::nullopt;
    }
    date.month = month;
    std::size_t next = used;
    if (peek(next) == ",") ++next;
    if (const auto year = year_of(peek(next))) {
      date.year = *year;
      used = next + 1;
    }
    at_ += used;
    return Interval{date, date};  // a missing year is filled in by complete_from_neighbours
  }

  /// "2025", "the 1890s", "1890-91", "the 19th century"
  std::optional<Interval> read_year() {
    const std::string& word = peek();
    if (const auto year = year_of(word)) {
      ++at_;
      const bool dash = peek() == "-" || peek() == "–" || peek() == "—";
      const auto end = dash ? digits_of(peek(1)) : std::nullopt;
      if (end && peek(1).size() == 2 && *end > *year % 100) {
        at_ += 2;
        return Interval{{*year, 0, 0}, {*year / 100 * 100 + *end, 0, 0}};
      }
      return Interval{{*year, 0, 0}, {*year, 0, 0}};
    }
    if (word.size() == 5 && word.ends_with('s') && word[3] == '0') {
      if (const auto decade = year_of(std::string_view(word).substr(0, 4))) {
        ++at_;
        return Interval{{*decade, 0, 0}, {*decade + 9, 0, 0}};
      }
    }
    if (peek(1) == "century") {
      const auto century = number_of(word);
      if (century && *century > 1 && *century < 22) {
        at_ += 2;
        return Interval{{(*century - 1) * 100 + 1, 0, 0}, {*century * 100, 0, 0}};
      }
    }
    return std::nullopt;
  }

  /// "today", "yesterday", "Monday", "last Friday"
  std::optional<Interval> read_relative_day() {
    const std::string& word = peek();
    std::optional<int> shift;
    if (word == "today" || word == "tonight") shift = 0;
    if (word == "yesterday") shift = -1;
    if (word == "tomorrow") shift = 1;
    if (shift) {
      ++at_;
      const Date day = add_days(*today_, *shift);
      return Interval{day, day};
    }
    const bool last = word == "last" || word == "past";
    const bool next = word == "next" || word == "coming";
    const bool pointing = last || next || word == "this";
    const int day = weekday_of(peek(pointing ? 1 : 0));
    if (day < 0) return std::nullopt;
    at_ += pointing ? 2 : 1;
    if (month_of(peek()) > 0 || (peek() == "," && month_of(peek(1)) > 0)) return std::nullopt;
    const int today = weekday(*today_);
    int distance = (today - day + 7) % 7;  // days back
    const bool forward = next || (!last && direction_ == Direction::kFuture);
    if (forward) distance = distance == 0 ? (next ? -7 : 0) : distance - 7;
    if (last && distance == 0) distance = 7;
    const Date date = add_days(*today_, -distance);
    return Interval{date, date};
  }

  /// "last week", "this month", "next year", "last August", "earlier this year"
  std::optional<Interval> read_relative_unit() {
    const std::string& word = peek();
    int shift = 0;
    if (word == "last" || word == "previous" || word == "past") {
      shift = -1;
    } else if (word == "next" || word == "coming" || word == "following") {
      shift = 1;
    } else if (word != "this" && word != "current") {
      return std::nullopt;
    }
    // "the previous day", "the following year" look back to the story, not to its date.
    if (word == "previous" || word == "following") return std::nullopt;
    const std::string& unit = peek(1);
    if (unit == "week") {
      at_ += 2;
      const Date monday = add_days(*today_, -weekday(*today_) + 7 * shift);
      return Interval{monday, add_days(monday, 6)};
    }
    if (unit == "month") {
      at_ += 2;
      Date month = add_months({today_->year, today_->month, 1}, shift);
      month.day = 0;
      return Interval{month, month};
    }
    if (unit == "year") {
      at_ += 2;
      const Date year{today_->year + shift, 0, 0};
      return Interval{year, year};
    }
    if (unit == "night" && shift == -1) {
      at_ += 2;
      const Date day = add_days(*today_, -1);
      return Interval{day, day};
    }
    if (const int month = month_of(unit); month > 0) {
      at_ += 2;
      int year = today_->year;
      if (shift == -1 && month >= today_->month) --year;
      if (shift == 1 && month <= today_->month) ++year;
      return Interval{{year, month, 0}, {year, month, 0}};
    }
    return std::nullopt;
  }

  /// "two days ago", "in three weeks" says no day of the calendar unless counted from today
  std::optional<Interval> read_distance() {
    const auto count = number_of(peek());
    if (!count || *count > 500 || peek(2) != "ago") return std::nullopt;
    std::string_view unit = peek(1);
    if (unit.ends_with('s')) unit.remove_suffix(1);
    Date date;
    if (unit == "day") {
      date = add_days(*today_, -*count);
    } else if (unit == "week") {
      // Weeks and longer are round numbers: the coarser unit is all they tell.
      date = add_days(*today_, -7 * *count);
    } else if (unit == "month") {
      date = add_months({today_->year, today_->month, 1}, -*count);
      date.day = 0;
    } else if (unit == "year") {
      date = {today_->year - *count, 0, 0};
    } else {
      return std::nullopt;
    }
    at_ += 3;
    return Interval{date, date};
  }

  /// Years that a date leaves out: from the other end of the interval ("from May to June 2020"),
  /// else the nearest one in the direction told.
  void complete_from_neighbours(std::vector<Interval>& found) const {
    int known = 0;
    for (const Interval& interval : found) {
      if (interval.first.year > 0) known = interval.first.year;
    }
    for (Interval& interval : found) {
      if (interval.first.year > 0 || interval.first.month == 0) continue;
      int year = known;
      if (year == 0 && today_) {
        year = today_->year;
        const Date here{year, interval.first.month, interval.first.day};
        const Date now{year, today_->month, here.day == 0 ? 0 : today_->day};
        if (direction_ == Direction::kPast && here > now) --year;
        if (direction_ == Direction::kFuture && here < now) ++year;
      }
      interval.first.year = year;
      interval.last.year = year;
    }
  }

  std::vector<std::string> words_;
  std::optional<Date> today_;
  Direction direction_;
  std::size_t at_ = 0;
};

}  // namespace

bool is_calendar_word(std::string_view word) {
  const std::string lower = lower_ascii(word);
  if (weekday_of(lower) >= 0) return true;
  if (lower == "today" || lower == "yesterday" || lower == "tomorrow" || lower == "tonight") {
    return true;
  }
  // Abbreviations ("Mar", "Dec") and "may" are too easily other words.
  return month_of(lower) > 0 && lower != "may" && lower != "march" && lower.size() > 4;
}

std::string normalise_time(const std::vector<std::string>& words, std::string_view document_date,
                           Direction direction) {
  std::vector<std::string> lower;
  for (const std::string& word : words) {
    const std::string text = lower_ascii(word);
    if (text != "early" && text != "late" && text != "mid" && text != "the" && text != "earlier" &&
        text != "later") {
      lower.push_back(text);
    }
  }
  auto today = parse_iso(document_date);
  if (today && today->day == 0) today.reset();
  return Reader(std::move(lower), today, direction).read();
}

}  // namespace relata

// Points that count from the document's day, or from what the story told last.
#include "extract/time_point.hpp"

namespace relata::detail {
namespace {

/// "every Monday", "a Tuesday" are no day of the calendar.
bool is_indefinite(const std::string& before) {
  return before == "a" || before == "every" || before == "each" || before == "any" ||
         before == "some" || before == "most" || before == "one";
}

}  // namespace

/// "today", "yesterday morning", "last night", "the day after tomorrow"
std::optional<TimePoint> PointReader::read_relative_day(std::size_t at) const {
  std::optional<int> shift;
  std::size_t next = at + 1;
  const std::string& form = word(at);
  if (form == "today" || form == "tonight") shift = 0;
  if (form == "yesterday") shift = -1;
  if (form == "tomorrow") shift = 1;
  if (form == "this" && is_part_of_day(word(next))) {
    shift = 0;
    ++next;
  } else if (form == "last" && (word(next) == "night" || word(next) == "evening")) {
    shift = -1;
    ++next;
  } else if (form == "day" && word(at + 1) == "before" && word(at + 2) == "yesterday") {
    shift = -2;
    next = at + 3;
  } else if (form == "day" && word(at + 1) == "after" && word(at + 2) == "tomorrow") {
    shift = 2;
    next = at + 3;
  } else if (shift && is_part_of_day(word(next))) {
    ++next;
  }
  if (!shift || !context_.today) return std::nullopt;
  const Date day = add_days(*context_.today, *shift);
  return counted(day, day, next);
}

/// "Monday", "last Friday", "Tuesday night"; with a date behind it, the date.
std::optional<TimePoint> PointReader::read_weekday(std::size_t at) const {
  const std::string& form = word(at);
  const bool last = form == "last" || form == "past";
  const bool next = form == "next" || form == "coming";
  const bool pointing = last || next || form == "this" || form == "on";
  const int day = weekday_of(word(pointing ? at + 1 : at));
  if (day < 0 || form == "on") return std::nullopt;
  std::size_t behind = at + (pointing ? 2 : 1);
  if (is_part_of_day(word(behind))) ++behind;
  const std::size_t date_at = word(behind) == "," ? behind + 1 : behind;
  const std::size_t the = word(date_at) == "the" ? 1 : 0;
  if (auto date = read_month_date(date_at + the)) return date;
  if (at > 0 && is_indefinite(word(at - 1))) return unknown_until(behind);
  if (!context_.today) return unknown_until(behind);
  const int today = weekday(*context_.today);
  int back = (today - day + 7) % 7;
  const bool forward =
      next || (!last && form != "this" && context_.direction == Direction::kFuture);
  if (forward) back = back == 0 ? (next ? -7 : 0) : back - 7;
  if (form == "this" && context_.direction == Direction::kFuture && back > 0) back -= 7;
  if (last && back == 0) back = 7;
  const Date date = add_days(*context_.today, -back);
  return counted(date, date, behind);
}

/// "the weekend", "last weekend", "this weekend": Saturday and Sunday.
std::optional<TimePoint> PointReader::read_weekend(std::size_t at) const {
  const std::string& form = word(at);
  const bool pointing =
      form == "last" || form == "this" || form == "next" || form == "past" || form == "coming";
  if (word(pointing ? at + 1 : at) != "weekend") return std::nullopt;
  const std::size_t next = at + (pointing ? 2 : 1);
  if (!pointing && !(at > 0 && word(at - 1) == "the")) return std::nullopt;
  if (!context_.today) return unknown_until(next);
  constexpr int kSaturday = 5;
  const int today = weekday(*context_.today);
  Date saturday = add_days(*context_.today, kSaturday - today);  // of this week
  const bool begun = today >= kSaturday;
  const bool future =
      form == "next" || form == "coming" ||
      (form != "last" && form != "past" &&
       (context_.direction == Direction::kFuture || (form == "this" && today >= 2)));
  if (form == "last" || form == "past" || (!future && !begun)) saturday = add_days(saturday, -7);
  if (form == "next" && begun) saturday = add_days(saturday, 7);
  return counted(saturday, add_days(saturday, 1), next);
}

/// "last week", "this month", "next year", "last August", "last autumn"
std::optional<TimePoint> PointReader::read_relative_unit(std::size_t at) const {
  const std::string& form = word(at);
  int shift = 0;
  if (form == "last") {
    shift = -1;
  } else if (form == "next" || form == "coming") {
    shift = 1;
  } else if (form != "this" && form != "current") {
    return std::nullopt;
  }
  const std::string& unit_word = word(at + 1);
  const auto unit = unit_word.ends_with('s') ? std::nullopt : unit_of(unit_word);
  const int month = month_of(unit_word);
  const int season = season_of(unit_word);
  if (!unit && month == 0 && season == 0) return std::nullopt;
  if (!context_.today) return unknown_until(at + 2);
  const Date today = *context_.today;
  if (unit == TimeUnit::kDay) return std::nullopt;  // "the last day", "the next day"
  if (unit) {
    const auto shifted = moved(today, shift, *unit);
    const auto interval = shifted ? unit_around(*shifted, *unit) : std::nullopt;
    if (!interval) return std::nullopt;
    return counted(interval->first, interval->last, at + 2);
  }
  const int start = month > 0 ? month : season;
  int year = today.year;
  if (shift == -1 && start >= today.month) --year;
  if (shift == 1 && start <= today.month) ++year;
  if (season > 0) return counted({year, 0, 0}, {year, 0, 0}, at + 2);
  return counted({year, month, 0}, {year, month, 0}, at + 2);
}

/// "the past three months", "the last five years", "the past decade": up to today.
std::optional<TimePoint> PointReader::read_stretch(std::size_t at) const {
  const std::string& form = word(at);
  const bool back = form == "past" || form == "last" || form == "previous";
  if (!back && form != "next" && form != "coming") return std::nullopt;
  std::size_t next = at + 1;
  auto count = number_of(word(next));
  if (count) {
    ++next;
  } else if (form == "past") {
    count = 1;
  }
  const auto unit = unit_of(word(next));
  if (!unit || !count || ordinal_of(word(at + 1))) {
    // "the last few months" are a time that is not told.
    const bool vague =
        (word(at + 1) == "few" || word(at + 1) == "several") && unit_of(word(at + 2));
    return vague ? std::optional(unknown_until(at + 3)) : std::nullopt;
  }
  if (!context_.today || form == "previous") return unknown_until(next + 1);
  const auto far = moved(*context_.today, back ? -*count : *count, *unit);
  const auto near = moved(*context_.today, 0, *unit);
  if (!far || !near) return std::nullopt;
  return back ? counted(*far, *near, next + 1) : counted(*near, *far, next + 1);
}

/// "two days ago", "a week from now", "in three months" (of a plan)
std::optional<TimePoint> PointReader::read_distance(std::size_t at) const {
  const bool in = word(at) == "in";
  const std::size_t number = in ? at + 1 : at;
  const auto count = number_of(word(number));
  const auto unit = unit_of(word(number + 1));
  const std::string& behind = word(number + 2);
  const bool from_now =
      behind == "from" && (word(number + 3) == "now" || word(number + 3) == "today");
  std::size_t next = number + 2;
  int sign = 0;
  if (!in && behind == "ago") {
    sign = -1;
    ++next;
  } else if (!in && from_now) {
    sign = 1;
    next += 2;
  } else if (in && context_.direction == Direction::kFuture) {
    sign = 1;
  }
  if (sign == 0 || !unit) return std::nullopt;
  if (!count || !context_.today || ordinal_of(word(number))) return unknown_until(next);
  const auto date = moved(*context_.today, sign * *count, *unit);
  if (!date) return unknown_until(next);
  return counted(*date, *date, next);
}

/// "two days later", "the following year", "the same day", "that month": from the time told last.
std::optional<TimePoint> PointReader::read_story_time(std::size_t at) const {
  int count = 0;
  std::optional<TimeUnit> unit;
  std::size_t next = at + 2;
  const std::string& form = word(at);
  const bool the = form == "the" || (at > 0 && word(at - 1) == "the");
  const std::size_t start = form == "the" ? at + 1 : at;
  const std::string& pointing = word(start);
  if (pointing == "same" || pointing == "following" || pointing == "preceding" ||
      pointing == "previous" || pointing == "next" || pointing == "that") {
    unit = is_part_of_day(word(start + 1)) ? TimeUnit::kDay : unit_of(word(start + 1));
    if (word(start + 1).ends_with('s')) return std::nullopt;
    // "next week" counts from today, "the next week" from the story.
    if (pointing == "next" && unit != TimeUnit::kDay &&
        !(the && context_.direction == Direction::kPast && context_.anchor)) {
      return std::nullopt;
    }
    count = pointing == "following" || pointing == "next"       ? 1
            : pointing == "preceding" || pointing == "previous" ? -1
                                                                : 0;
    next = start + 2;
  } else if (const auto number = number_of(form)) {
    unit = unit_of(word(at + 1));
    const std::string& way = word(at + 2);
    const std::string& behind = word(at + 3);
    const bool ends = behind.empty() || behind == "," || behind == "." || behind == ";";
    const bool after = way == "later" || way == "afterwards" || (way == "after" && ends);
    const bool before = way == "earlier" || way == "previously" || (way == "before" && ends);
    if (!after && !before) return std::nullopt;
    count = after ? *number : -*number;
    next = at + 3;
  } else if (start == at + 1 && pointing == "day" &&
             (word(start + 1) == "after" || word(start + 1) == "before")) {
    const std::string& behind = word(start + 2);
    if (!(behind.empty() || behind == "," || behind == ".")) return std::nullopt;
    unit = TimeUnit::kDay;
    count = word(start + 1) == "after" ? 1 : -1;
    next = start + 2;
  }
  if (!unit) return std::nullopt;
  if (!context_.anchor) return unknown_until(next);
  const auto date = moved(*context_.anchor, count, *unit);
  const auto interval = date ? unit_around(*date, *unit) : std::nullopt;
  if (!interval) return unknown_until(next);
  // "a week later" is a day if the story told one.
  if (unit == TimeUnit::kWeek && count != 0 && date->day != 0) return counted(*date, *date, next);
  return counted(interval->first, interval->last, next);
}

}  // namespace relata::detail

#include "extract/time_reader.hpp"

#include "extract/time_point.hpp"

namespace relata {
namespace {

using detail::PointReader;

enum class Opening { kNone, kSince, kUntil, kBefore, kAfter, kBy, kFrom, kBetween };

struct Opened {
  Opening opening = Opening::kNone;
  std::size_t words = 0;
};

Opened opening_at(const std::vector<std::string>& words, std::size_t at) {
  const std::string& first = words[at];
  const std::string second = at + 1 < words.size() ? words[at + 1] : std::string();
  if (first == "since") return {Opening::kSince, 1};
  if (first == "until" || first == "till") return {Opening::kUntil, 1};
  if (first == "up" && second == "to") return {Opening::kUntil, 2};
  if (first == "before") return {Opening::kBefore, 1};
  if (first == "prior" && second == "to") return {Opening::kBefore, 2};
  if (first == "after") return {Opening::kAfter, 1};
  if (first == "by") return {Opening::kBy, 1};
  if (first == "from" || first == "starting" || first == "beginning") {
    const bool preposition = second == "on" || second == "in" || second == "from";
    return {Opening::kFrom, preposition ? 2UL : 1UL};
  }
  if (first == "between") return {Opening::kBetween, 1};
  return {};
}

bool is_joint(const std::string& word, Opening opening) {
  if (opening == Opening::kBetween) return word == "and" || word == "-" || word == "–";
  return word == "to" || word == "until" || word == "till" || word == "through" || word == "-" ||
         word == "–" || word == "—";
}

/// A year that the words leave out: the nearest one in the direction told.
void complete(Date& date, const TimeContext& context) {
  if (date.year != 0 || !context.today) return;
  const Date& today = *context.today;
  date.year = today.year;
  const Date here{0, date.month, date.day};
  const Date now{0, today.month, date.day == 0 ? 0 : today.day};
  if (context.direction == Direction::kPast && here > now) --date.year;
  if (context.direction == Direction::kFuture && here < now) ++date.year;
}

/// The two ends of an interval help each other: "from May to June 2020", "May 2020 to June".
void complete_both(Interval& first, Interval& last) {
  if (first.first.year == 0 && last.last.year != 0) {
    first.first.year = last.last.year;
    if (Date{0, first.first.month, first.first.day} > Date{0, last.last.month, last.last.day}) {
      --first.first.year;
    }
  } else if (last.last.year == 0 && first.first.year != 0) {
    last.last.year = first.first.year;
    if (Date{0, last.last.month, last.last.day} < Date{0, first.first.month, first.first.day}) {
      ++last.last.year;
    }
  }
}

std::string interval_value(const Date& first, const Date& last) {
  std::string a = to_iso(first);
  const std::string b = to_iso(last);
  if (a.empty() || b.empty()) return {};
  if (a == b) return a;
  return first <= last ? a + "/" + b : std::string();
}

}  // namespace

std::optional<TimeReading> read_time(const std::vector<std::string>& words, std::size_t at,
                                     const TimeContext& context) {
  if (at >= words.size() || words[at].empty()) return std::nullopt;
  const PointReader reader(words, context);
  const Opened opened = opening_at(words, at);
  const auto first = reader.read(at + opened.words);
  if (!first) return std::nullopt;
  TimeReading reading;
  reading.length = first->next - at;
  if (first->unknown) return reading;
  Interval start = first->interval;
  // "from X to Y", "X – Y"
  const bool may_join = opened.opening == Opening::kNone || opened.opening == Opening::kFrom ||
                        opened.opening == Opening::kBetween;
  const std::string joint = first->next < words.size() ? words[first->next] : std::string();
  if (may_join && is_joint(joint, opened.opening)) {
    const auto second = reader.read(first->next + 1);
    if (second && !second->unknown) {
      Interval end = second->interval;
      complete_both(start, end);
      complete(start.first, context);
      complete(end.last, context);
      reading.length = second->next - at;
      reading.value = interval_value(start.first, end.last);
      return reading;
    }
  }
  complete(start.first, context);
  complete(start.last, context);
  // "in 2020 and 2021"
  if (joint == "and" && start.first.month == 0 && opened.opening == Opening::kNone) {
    const auto second = reader.read(first->next + 1);
    if (second && !second->unknown && second->interval.first == Date{start.last.year + 1, 0, 0}) {
      start.last = second->interval.last;
      reading.length = second->next - at;
    }
  }
  const std::string from = to_iso(start.first);
  const std::string to = to_iso(start.last);
  if (from.empty() || to.empty()) return reading;
  switch (opened.opening) {
    case Opening::kSince:
      reading.value = from + "/..";
      break;
    case Opening::kFrom:
      reading.value = from + "/..";
      break;
    case Opening::kAfter:
      reading.value = to + "/..";
      break;
    case Opening::kUntil:
      reading.value = "../" + to;
      break;
    case Opening::kBefore:
      reading.value = "../" + from;
      break;
    case Opening::kBy:
      reading.value = "../" + to;
      break;
    default:
      reading.value = interval_value(start.first, start.last);
      if (start.first == start.last) reading.point = start.first;
  }
  return reading;
}

}  // namespace relata

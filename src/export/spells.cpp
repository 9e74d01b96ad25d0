#include "export/spells.hpp"

#include <algorithm>
#include <chrono>
#include <string_view>
#include <tuple>
#include <utility>

#include "export/clean_text.hpp"

namespace relata::detail {
namespace {

/// Before and behind every day of four digits of years, as strings compare.
constexpr std::string_view kEver;
constexpr std::string_view kForever = "~";

int number_of(std::string_view digits) {
  int number = 0;
  for (const char digit : digits) number = number * 10 + (digit - '0');
  return number;
}

/// Days of the month "YYYY-MM" in the Gregorian calendar.
int days_in(std::string_view month) {
  const std::chrono::year year(number_of(month.substr(0, 4)));
  const std::chrono::month name(static_cast<unsigned>(number_of(month.substr(5, 2))));
  const std::chrono::day last = (year / name / std::chrono::last).day();
  return static_cast<int>(static_cast<unsigned>(last));
}

std::string first_day(std::string_view date) {
  std::string day(date);
  if (day.size() == 4) day += "-01";
  if (day.size() == 7) day += "-01";
  return day;
}

std::string last_day(std::string_view date) {
  std::string day(date);
  if (day.size() == 4) day += "-12";
  const std::string last = std::to_string(days_in(day));
  if (day.size() == 7) return day + "-" + last;
  return number_of(day.substr(8)) > number_of(last) ? day.substr(0, 8) + last : day;
}

Spell make_spell(std::string_view time) {
  const std::size_t slash = time.find('/');
  const std::string_view from = time.substr(0, slash);
  const std::string_view until = slash == std::string_view::npos ? from : time.substr(slash + 1);
  return {from == ".." ? std::string(kEver) : first_day(from),
          until == ".." ? std::string(kForever) : last_day(until)};
}

}  // namespace

std::vector<Spell> make_spells(const TextList& times) {
  std::vector<Spell> spells;
  for (const std::string& time : select_times(times)) {
    Spell spell = make_spell(time);
    if (spell.start <= spell.end) spells.push_back(std::move(spell));
  }
  std::sort(spells.begin(), spells.end(), [](const Spell& a, const Spell& b) {
    return std::tie(a.start, a.end) < std::tie(b.start, b.end);
  });
  std::vector<Spell> merged;
  for (Spell& spell : spells) {
    if (!merged.empty() && spell.start <= merged.back().end) {
      merged.back().end = std::max(merged.back().end, spell.end);
    } else {
      merged.push_back(std::move(spell));
    }
  }
  for (Spell& spell : merged) {
    if (spell.end == kForever) spell.end.clear();
  }
  return merged;
}

}  // namespace relata::detail

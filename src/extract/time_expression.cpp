#include "extract/time_expression.hpp"

#include "extract/english.hpp"
#include "extract/time_reader.hpp"
#include "extract/time_words.hpp"

namespace relata {

bool is_calendar_word(std::string_view word) {
  std::string lower = lower_ascii(word);
  if (lower.size() > 6 && lower.ends_with('s') && weekday_of(lower) < 0) lower.pop_back();
  if (weekday_of(lower) >= 0) return true;
  if (lower == "today" || lower == "yesterday" || lower == "tomorrow" || lower == "tonight") {
    return true;
  }
  // Abbreviations ("Mar", "Dec") and "may" are too easily other words.
  return month_of(lower) > 0 && lower != "may" && lower != "march" && lower.size() > 4;
}

std::string normalise_time(const std::vector<std::string>& words, std::string_view document_date,
                           Direction direction) {
  TimeContext context;
  context.direction = direction;
  context.today = parse_iso(document_date);
  if (context.today && context.today->day == 0) context.today.reset();
  std::vector<std::string> lower;
  for (const std::string& word : words) lower.push_back(lower_ascii(word));
  for (std::size_t at = 0; at < lower.size(); ++at) {
    if (const auto reading = read_time(lower, at, context)) return reading->value;
  }
  return {};
}

}  // namespace relata

// Time expressions of English, read against the date of the document.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace relata {

/// Where a date without its year or week lies, seen from the document's date.
enum class Direction { kPast, kFuture };

/// ISO 8601 value of a time expression given as its words with the preposition ("since", "2012"):
/// YYYY, YYYY-MM, YYYY-MM-DD, or an interval a/b with ".." for an open end. Empty where the words
/// don't say it, or say it only against a date that `document_date` (YYYY-MM-DD or empty) lacks.
std::string normalise_time(const std::vector<std::string>& words, std::string_view document_date,
                           Direction direction = Direction::kPast);

/// True if a word alone makes a phrase one of time: a month, a weekday, "yesterday".
bool is_calendar_word(std::string_view word);

}  // namespace relata

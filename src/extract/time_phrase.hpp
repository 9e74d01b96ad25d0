// Which phrases of a sentence are times, and their values.
#pragma once

#include <string>

#include "extract/scope.hpp"
#include "extract/time_expression.hpp"

namespace relata {

/// True if the phrase of `head` says when: a time mention, or a calendar word or year in it.
bool is_time_phrase(const SentenceScope& scope, WordId head);

/// ISO 8601 value of the words, or empty.
std::string time_value(const SentenceScope& scope, const Words& words, Modality modality);

}  // namespace relata

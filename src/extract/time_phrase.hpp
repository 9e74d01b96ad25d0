// Which phrases of a sentence are times, and their values.
#pragma once

#include <string>

#include "extract/clause.hpp"
#include "extract/scope.hpp"
#include "extract/time_expression.hpp"

namespace relata {

/// True if the phrase of `head` says when: a time mention, or a calendar word or year in it.
bool is_time_phrase(const SentenceScope& scope, WordId head);

/// ISO 8601 value of a phrase, or empty.
std::string time_value(const SentenceScope& scope, WordId head, const Words& words,
                       Direction direction = Direction::kPast);

/// Where a clause places a day without its year: what is planned, due or in the present tense lies
/// ahead.
Direction direction_of(const SentenceScope& scope, const Clause& clause, Modality modality);

}  // namespace relata

// Words before a noun that say that it no longer holds: "former governor", "ex-president".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/scope.hpp"

namespace relata {

/// "former", "formerly", "ex", "late", "then", "onetime"; "ousted" and other participles of
/// removal.
bool is_ending_word(const Word& word);

/// "ex-president", "then-girlfriend": the noun says so itself.
bool has_ending_prefix(const Word& word);

/// "president" of "ex-president", in small letters; other words as they are.
std::string without_ending_prefix(std::string_view word);

/// The words before the noun of a person, body or group that say that it is this no more, with the
/// hyphen of "then-minister"; none where nothing says so. A "late goal" only came late.
Words ending_words(const SentenceScope& scope, WordId noun);

/// True if the noun with what stands before it names a role, body or bond that has ended.
bool has_ended(const SentenceScope& scope, WordId noun);

/// The noun in a canonical type: of what has ended "former", then the noun, so that "ex-president
/// of" and "former president of" are one relation, and neither is "president of".
std::vector<std::string> role_lemmas(const SentenceScope& scope, WordId noun);

}  // namespace relata

// Words of a name as they stand in the text, with what folding loses.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace relata {

/// A word of the text with what folding loses.
struct RawWord {
  std::size_t begin = 0, end = 0;  ///< bytes of the name, possessive ending left out
  std::string text;                ///< letters and digits, as written
  std::string folded;              ///< fold_for_key of it, in American spelling
  bool capital = false;            ///< begins with a capital or a digit
  bool all_capitals = false;       ///< of two letters or more
  bool period = false;             ///< one follows, or stands inside ("U.S.")
  bool possessive = false;         ///< 's taken off
  bool hyphen_after = false;
  bool comma_after = false;
};

/// Periods and apostrophes stand inside words, hyphens and all else between them.
std::vector<RawWord> split_raw(std::string_view text);

/// Their texts with a blank between, as the lexicon's names are written.
std::string surface_of(std::span<const RawWord> words);

bool is_digit(char c);  ///< of ASCII

}  // namespace relata

// "Skien (Greek: Σκίεν, Skíen)": what a thing is called in other languages, in brackets behind its
// name.
#pragma once

#include <cstddef>
#include <vector>

#include "relata/analysis/analysis.hpp"
#include "relata/analysis/lexicon.hpp"

namespace relata {

/// Words of a sentence, counted from 0: the last of the name before the bracket, and the first and
/// the last of a name within.
struct LanguageName {
  std::size_t name = 0;
  std::size_t first = 0;
  std::size_t last = 0;

  friend bool operator==(const LanguageName&, const LanguageName&) = default;
};

/// Brackets that begin with a language and a colon, behind a proper noun; what a comma, a slash or
/// "or" parts are names of their own, up to a semicolon. What holds other words than names
/// ("born in …") is none.
std::vector<LanguageName> find_language_names(const Sentence& sentence, const Lexicon& lexicon);

/// True of the language of such a bracket: it tells how to read a name and is no thing of its own.
bool is_label_of_language(const Sentence& sentence, std::size_t word, const Lexicon& lexicon);

}  // namespace relata

// "South Korean", "Sri Lankan", "Papua New Guinean": adjectives of countries in several words.
#pragma once

#include <string>

#include "extract/tree.hpp"
#include "relata/analysis/analysis.hpp"
#include "relata/analysis/lexicon.hpp"

namespace relata {

/// The same analysis, in which such an adjective before a noun is one: its first words hang on its
/// last one, it has one mention at most, and no name ends or begins within it ("Sri", "South"). One
/// that is part of a longer name ("South African Airways") stays as it is.
Analysis join_compound_demonyms(Analysis analysis, const Lexicon& lexicon);

/// Where the adjective that ends at `word` begins; `word` itself if it is one alone or none.
WordId demonym_begin(const Sentence& sentence, WordId word, const Lexicon& lexicon);

/// Canonical country of the adjective that ends at `word`; empty if it is none.
std::string demonym_country(const Sentence& sentence, WordId word, const Lexicon& lexicon);

}  // namespace relata

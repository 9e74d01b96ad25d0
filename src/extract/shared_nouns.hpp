// "Larnex and Moen provinces": the noun that stands once behind two names is that of each.
#pragma once

#include <optional>
#include <string>

#include "extract/tree.hpp"
#include "relata/analysis/analysis.hpp"
#include "relata/analysis/lexicon.hpp"

namespace relata {

/// The plural noun of a division of a country ("provinces", "states") that the word shares with the
/// other names of its coordination; of "UK and United States", no noun.
std::optional<WordId> shared_noun(const Sentence& sentence, WordId name, const Lexicon& lexicon);

/// "Province" of "provinces", "County" of "counties": in the singular, as at the end of a name.
std::string singular_of_kind(const std::string& plural);

}  // namespace relata

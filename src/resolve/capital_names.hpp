// Names of things that the mention finder took for descriptions: "the Dow Jones Industrial
// Average".
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "relata/analysis/lexicon.hpp"
#include "relata/resolve/profile.hpp"
#include "resolve/first_phrases.hpp"

namespace relata {

/// The name of two capitals or more that a phrase is ("Helmet of Callao"), or that stands behind
/// the nouns of a definite one ("the carrier USS Larnex"); empty if neither.
std::string name_in_capitals(std::string_view phrase, bool definite, const Lexicon& lexicon);

/// Gives such names to what a document only describes: then it is known in other documents, too.
/// Not in headlines, which capitalise all words, nor to people and several things.
void name_by_capitals(const std::vector<FirstPhrase>& phrases, const Lexicon& lexicon,
                      std::span<EntityProfile> profiles);

}  // namespace relata

// Names that a document spells once in another way than elsewhere by mistake.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "relata/resolve/cluster.hpp"
#include "relata/resolve/profile.hpp"
#include "resolve/first_phrases.hpp"

namespace relata {

class Lexicon;  // analysis/lexicon.hpp

/// True if one folded word may be a mistake for the other: a letter more or less, or two that
/// changed places; twice in words of nine letters and more, but once among their consonants. The
/// first and the last letter are right, and so is the last vowel: "Novotny" and "Novotna", "Hansen"
/// and "Hanson" are two.
bool is_slip(std::string_view a, std::string_view b);

/// True of two names in full of which one word alone differs, by one letter put in, left out or
/// taken for another: "Sushila Chaudhary" and "Sushila Choudhary". The first letter is right, and a
/// vowel at the end: "Novotny" and "Novotna", "Mario" and "Maria" are two.
bool may_be_misspelled(const std::vector<std::string>& a, const std::vector<std::string>& b);

/// Names of which one word is a slip for that of another of the same type, which the document has
/// more often: "Cyclone Larnexis" of "Cyclone Larnixis"; of people the family name alone. Both
/// words mean nothing in the language.
std::vector<CandidatePair> find_slips(const DocumentRecords& document,
                                      std::span<const EntityProfile> profiles,
                                      const std::vector<FirstPhrase>& phrases,
                                      const Lexicon& lexicon);

}  // namespace relata

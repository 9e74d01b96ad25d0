// Names of bodies and places that say the same in other words, or in another order.
#pragma once

#include <string>
#include <vector>

#include "relata/extract/record.hpp"
#include "relata/resolve/name.hpp"

namespace relata {

class Lexicon;  // analysis/lexicon.hpp

/// "US Navy" and "United States Navy"; "State Department" and "Department of State"; "Province of
/// Callao" and "Callao Province"; "University of Callao, Skien" and "University of Callao at
/// Skien"; "Bank Larnex" and "Larnex Bank"; "Larnex Police" and "Larnex Police Department"; "Larnex
/// People's Front" and "Larnexan People's Front"; "Larnex Oblast" and "Larnex Province".
/// "University of Callao" and "Callao University" are two, but for those of capitals.
bool is_put_otherwise(const ParsedName& x, const ParsedName& y, EntityType type,
                      const Lexicon& lexicon);

/// "Quds Force": a word that is none of the language.
bool has_own_word(const ParsedName& name, const Lexicon& lexicon);

/// "larnex police" of the Larnex Police and the Larnex Police Department; empty of other names.
std::string police_of(const std::vector<std::string>& words);

/// The words without prepositions, where these say nothing: of three words or more; else none.
std::vector<std::string> telling_words(const std::vector<std::string>& words);

}  // namespace relata

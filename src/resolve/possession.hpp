// Whose a thing is by its name, and where a place lies by it.
#pragma once

#include <optional>
#include <vector>

#include "relata/analysis/lexicon.hpp"
#include "resolve/raw_words.hpp"

namespace relata {

/// "Larnex's Skien Force": "Skien Force" and "Larnex".
struct Possession {
  std::vector<RawWord> owned;
  std::vector<RawWord> owner;
};

/// The last possessor of a name, where what stands behind it is a name by itself: a word of it is
/// no other word of the language ("Skien's High Court" is one of many), or it has three words and
/// the possessor is a full name ("Zoe Orel's Office of Harbour Affairs"). People by a noun are part
/// of the name ("Women's World Cup", "King's Cross").
std::optional<Possession> find_possession(const std::vector<RawWord>& words,
                                          const Lexicon& lexicon);

/// "Callao Region" of "Callao Region of Peru": a name of its own before the kind of a place.
std::optional<Possession> find_place_around(const std::vector<RawWord>& words,
                                            const Lexicon& lexicon);

/// "Callao" of "the Peruvian region of Callao".
void drop_kind_of_place(std::vector<RawWord>& words, const Lexicon& lexicon);

}  // namespace relata

// What news calls a country that it has named: "the North", "the West African nation".
#pragma once

#include <span>
#include <vector>

#include "relata/resolve/cluster.hpp"
#include "relata/resolve/profile.hpp"
#include "resolve/first_phrases.hpp"

namespace relata {

class Lexicon;  // analysis/lexicon.hpp

/// "the North" is the one country of the document whose name has a direction in front and a
/// counterpart ("North Korea", "South Korea"). "the West African nation", "the oil-rich country" is
/// the country that the document is about, unless its sentence names others before it.
std::vector<CandidatePair> find_country_epithets(const DocumentRecords& document,
                                                 std::span<const EntityProfile> profiles,
                                                 const std::vector<FirstPhrase>& phrases,
                                                 const Lexicon& lexicon);

}  // namespace relata

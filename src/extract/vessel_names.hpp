// Ships by the letters before their names: "USS Larnex", "MV Larnex Star".
#pragma once

#include <optional>
#include <string_view>

#include "extract/mention_words.hpp"
#include "relata/analysis/analysis.hpp"
#include "relata/analysis/lexicon.hpp"

namespace relata {

/// True of a name that begins with the letters of a ship's; not of what a ship leads ("USS Larnex
/// Strike Group").
bool is_vessel_name(std::string_view name, const Lexicon& lexicon);

/// The ship's name before the noun of its kind in a phrase of a thing: "USS Larnex" of "the USS
/// Larnex aircraft carrier". Not before other nouns ("the USS Larnex crew").
std::optional<WordRange> vessel_before_noun(const Sentence& sentence, const Mention& mention,
                                            const Lexicon& lexicon);

}  // namespace relata

// Lemmas out of word forms, by the scripts that the model chooses among.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "relata/analysis/lexicon.hpp"

namespace relata {

/// "CASE;CUT;ADD" or "=LEMMA" (docs/analysis-model.md, "Lemma scripts") applied to a word form,
/// which is put into NFC first. A script that would leave nothing gives the form itself.
/// Throws Error for a script of another shape.
std::string apply_lemma_script(std::string_view script, std::string_view form);

/// The lemma of a verb form by the first of `scripts`, the likeliest first, that gives a verb of
/// the lexicon and may be spelled so ("fined" is none of "fin", whose n would be doubled); else the
/// first verb, else the first of all. An ending hides whether the stem has a mute e or a doubled
/// consonant ("excluded", "planned"), and which words have is no matter of rule.
std::string choose_verb_lemma(std::span<const std::string_view> scripts, std::string_view form,
                              const Lexicon& lexicon);

}  // namespace relata

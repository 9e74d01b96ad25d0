// How a mention is made: by a name, a common noun, a pronoun, or the adjective of a country.
#pragma once

#include "relata/analysis/analysis.hpp"

namespace relata {

/// By the mention's head word: PROPN is a name; PRON and possessive determiners ("his") are
/// pronouns; a capitalised ADJ ("Malian") is an adjective; all else is nominal.
MentionForm mention_form(const Word& head);

}  // namespace relata

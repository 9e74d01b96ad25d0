// Short forms of nouns that stand in labels.
#pragma once

#include "extract/phrase.hpp"
#include "extract/scope.hpp"

namespace relata {

/// A thing as a label names it: "officers", "passport holders", "Danish passport holders". Empty
/// if there is no short way to say it: a sum, a measure, a long name.
Words short_name(const SentenceScope& scope, const Phrase& thing);

/// "fell in love with", "held on charges of": a noun without article, of no thing in particular,
/// goes with the verb.
bool is_bare_noun(const SentenceScope& scope, WordId noun);

}  // namespace relata

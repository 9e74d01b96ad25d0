// Noun phrases that a parser takes apart, where English tells better what is of what.
#pragma once

#include <cstddef>

#include "relata/analysis/analysis.hpp"
#include "relata/analysis/lexicon.hpp"

namespace relata {

/// Mends the phrase that the word at `id` heads or is part of:
/// - an amount between a possessor or article and its noun ("its $5 billion sale") is no object of
///   the verb beside it, and a name before an amount ("fined Larnex 2 million euros") no part of
///   it;
/// - adjectives joined before one noun ("French, Emirati and Russian passports") are of that noun;
/// - a person's noun right before a name ("Orel and his son Ivo") or a body's ("the bank and law
///   firm Larnex") is of that name;
/// - a relative clause behind an age ("Orel, 58, who fled") is of whose age it is;
/// - one with "which" is of no person ("the leader of the party which won"), one with "who" of no
///   thing or place ("the owner of the house who sold it"), where the other noun may be meant.
void repair_noun_phrase_at(Sentence& sentence, std::size_t id, const Lexicon& lexicon);

}  // namespace relata

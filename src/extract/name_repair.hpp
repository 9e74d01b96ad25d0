// Names as the name tagger sees them, where it tells them better than the mention detector.
#pragma once

#include "relata/analysis/analysis.hpp"
#include "relata/analysis/lexicon.hpp"

namespace relata {

/// Takes a noun written with a capital behind a proper noun that is part of it for one ("the Dakota
/// Access Pipeline"), in running text, where it is no title or noun of a person.
void name_capital_nouns(Analysis& analysis, const Lexicon& lexicon);

/// Gives a tagged person's name without a mention of its own ("his neighbour" "Ana Orel") to the
/// mention of the description right before it.
void cover_described_names(Analysis& analysis);

/// "Sotheby's sold it": what the tagger takes for the end of a name, where nothing is possessed, is
/// a part of that name.
void keep_names_in_s(Analysis& analysis);

/// Takes a counted adjective ("three Chinese") or plural of people ("at least 40 Peruvians") for a
/// description: no name of a country, nor of its people.
void describe_counted_people(Analysis& analysis);

/// Takes the type of the tagged name for a mention whose head is its head, where news shows the
/// tagger to be right: for a person, event or thing that is tagged as a place or body (unless he or
/// she speaks for a person), and for an acronym tagged as a body. Drops mentions of people, events
/// and things that are only a part of the name of a place or body ("Refugees" of "Office for
/// Refugees", "Jan Masaryk" of "Jan Masaryk Station").
void repair_names(Analysis& analysis);

}  // namespace relata

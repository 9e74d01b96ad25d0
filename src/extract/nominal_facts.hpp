// Facts that no clause says: appositions, titles, possessors, compounds, nominalised events,
// other names, members.
#pragma once

#include "extract/scope.hpp"
#include "extract/triple_writer.hpp"

namespace relata {

/// "Orel, the mayor of Brno", "Niamey, Niger"; and what the description relates its entity to.
void extract_appositions(const SentenceScope& scope, TripleWriter& writer);

/// "Anna Orel (3 May 1901 – 7 June 1980)": when a person was born and died.
void extract_life_dates(const SentenceScope& scope, TripleWriter& writer);

/// "Defence Minister Anna Orel", "team leader Jan Novak".
void extract_titles(const SentenceScope& scope, TripleWriter& writer);

/// "the city's mayor", "its allies", "the Czech army", "the embassy in Lima".
void extract_possessives(const SentenceScope& scope, TripleWriter& writer);

/// "southern Peru": what it is a part of.
void extract_parts_of_places(const SentenceScope& scope, TripleWriter& writer);

/// "the arrest of two men by police in May".
void extract_nominalisations(const SentenceScope& scope, TripleWriter& writer);

/// "(UNHCR)", "formerly Zaire", "also known as"; "including", "such as".
void extract_aliases(const SentenceScope& scope, TripleWriter& writer);
void extract_members(const SentenceScope& scope, TripleWriter& writer);

/// "Among those held was Orel".
void extract_among(const SentenceScope& scope, TripleWriter& writer);

}  // namespace relata

// Where names begin and end: names that were cut in two, and two that were taken for one.
#pragma once

#include "relata/analysis/analysis.hpp"
#include "relata/analysis/lexicon.hpp"

namespace relata {

/// Makes one name of a word and the name of the same type right behind it that the tagger cut it
/// off ("Allied" and "Democratic Forces", "Jama'at" and "Nasr al-Islam"): an adjective or a part of
/// the compass, or a proper noun that means nothing else and is no country, capital or acronym; of
/// people no title.
void join_split_tags(Analysis& analysis, const Lexicon& lexicon);

/// Makes one name of two proper nouns side by side in one role, where the parser gave a verb two
/// subjects or objects, or a noun two appositions ("Cyclone" and "Alfred") or, within one tagged
/// name, two phrases ("Republika" and "Srpska"): the second becomes flat.
void join_split_names(Analysis& analysis);

/// Makes one name, and one mention, of a country whose name has "and" in it ("Trinidad and
/// Tobago"), unless both halves are countries of their own.
void join_countries_of_two(Analysis& analysis, const Lexicon& lexicon);

/// Makes one name, and one mention, of a place that is known by both words with a comma between
/// them ("Washington, D.C.").
void join_known_places(Analysis& analysis, const Lexicon& lexicon);

/// Makes one name, and one mention, of a body's with "&" in it ("Larnex & Sons"): what is tagged as
/// one, or as a body's name before it and one behind that the document does not name elsewhere.
void join_ampersand_names(Analysis& analysis);

/// Makes two names of what the parser took for one, where two tagged names of one type stand on
/// both sides of "and" or "or": "Larnex and Skien Holdings".
void part_joined_names(Analysis& analysis, const Lexicon& lexicon);

/// Gives a name before a noun what belongs to it in front: the country of a body by its kind
/// ("U.S." in "U.S. Senate leader") and a capital adjective that is tagged like it ("the Lower
/// Callao region"), where the parser hung both to the noun.
void extend_names_before_nouns(Analysis& analysis, const Lexicon& lexicon);

}  // namespace relata

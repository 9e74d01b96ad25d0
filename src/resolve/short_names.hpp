// "Larnex" for "Larnex Holdings": a body that a document names in full and then by how its name
// begins.
#pragma once

#include <span>
#include <vector>

#include "relata/analysis/lexicon.hpp"
#include "relata/resolve/cluster.hpp"
#include "resolve/first_phrases.hpp"

namespace relata {

/// True of the first word or two of a body's name before at most three others, of which several
/// must end in what says of what kind it is ("Larnex Marine Foods"), or the last word of a name of
/// two. Not of words that have a meaning of their own ("Harbour"), countries, capitals and letters,
/// nor of names joined by a dash ("Larnex–Skien"). "Larnex Coatings of Skien" counts as two words.
bool is_short_for(const ParsedName& brief, const ParsedName& full, const Lexicon& lexicon);

/// "Ávila-Terrazas" of "Gonzalo Ávila-Terrazas", "van der Moen" of "Jo van der Moen": a family name
/// of several words, with a hyphen or a particle that begins in a small letter among them.
bool is_family_of(const ParsedName& brief, const ParsedName& full);

/// "United Nations", "Guard Corps": a name that says itself what kind of body it is, so that a noun
/// behind it ("United Nations agency") makes it another one.
bool ends_in_body(const ParsedName& name, const Lexicon& lexicon);

/// "United Nations": of these the names of several bodies, of which no noun of one tells the kind;
/// "the National Rally party" is the National Rally.
bool ends_in_bodies(const ParsedName& name, const Lexicon& lexicon);

/// Bodies named by how the one full name of the document that begins so begins, after it or in the
/// headline above.
std::vector<CandidatePair> find_short_names(const DocumentRecords& document,
                                            std::span<const EntityProfile> profiles,
                                            const std::vector<FirstPhrase>& phrases,
                                            const Lexicon& lexicon);

/// Makes bodies of what was taken for people by one word, never he or she, that such a full name
/// before begins with, or of people and places by its initials; and people of what was taken for
/// something else by the family name of somebody whom the document names in full, behind a title
/// ("Ms Novak") or of several words ("Ávila-Terrazas").
void retype_short_names(const DocumentRecords& document, const Lexicon& lexicon,
                        std::vector<EntityProfile>& profiles);

}  // namespace relata

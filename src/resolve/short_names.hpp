// "Larnex" for "Larnex Holdings": a body that a document names in full and then by how its name
// begins.
#pragma once

#include <span>
#include <vector>

#include "relata/analysis/lexicon.hpp"
#include "relata/resolve/cluster.hpp"
#include "resolve/first_phrases.hpp"

namespace relata {

/// True of the first or last word of a body's name of two words, or the first of three where the
/// last says of what kind it is. Not of words that have a meaning of their own ("Harbour"),
/// countries, capitals and letters, nor of names joined by a dash ("Larnex–Skien").
bool is_short_for(const ParsedName& brief, const ParsedName& full, const Lexicon& lexicon);

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
/// before begins with.
void retype_short_names(const DocumentRecords& document, const Lexicon& lexicon,
                        std::vector<EntityProfile>& profiles);

}  // namespace relata

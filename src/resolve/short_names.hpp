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
/// headline above, or anywhere where that is the registered name ("Larnex Holdings Ltd.").
std::vector<CandidatePair> find_short_names(const DocumentRecords& document,
                                            std::span<const EntityProfile> profiles,
                                            const std::vector<FirstPhrase>& phrases,
                                            const Lexicon& lexicon);

/// People by the last two words of the one full name of the document that ends so, after it: "Ávila
/// Terrazas" of "Gonzalo Ávila Terrazas". Not where somebody else's name begins with the first of
/// them.
std::vector<CandidatePair> find_family_names(const DocumentRecords& document,
                                             std::span<const EntityProfile> profiles,
                                             const std::vector<FirstPhrase>& phrases,
                                             const Lexicon& lexicon);

/// The one full name of its type of which a name says the noun ("House" of "House of
/// Representatives", "Columbia" of "Space Shuttle Columbia"), wherever it stands but within that
/// name. No people, and no places: each is a part of another.
std::vector<CandidatePair> find_parts_of_names(const DocumentRecords& document,
                                               std::span<const EntityProfile> profiles,
                                               const std::vector<FirstPhrase>& phrases,
                                               const Lexicon& lexicon);

/// The bodies of a document that a name may be short for, and those whose full name the folded
/// letters spell: of one full name, else none.
std::vector<std::size_t> find_full(std::span<const EntityProfile> profiles, const ParsedName& brief,
                                   const Lexicon& lexicon);
std::vector<std::size_t> find_spelled(std::span<const EntityProfile> profiles,
                                      const std::string& letters);

}  // namespace relata

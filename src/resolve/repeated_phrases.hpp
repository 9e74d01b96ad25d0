// Descriptions that a document repeats, and names inside the descriptions of what they name.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "relata/analysis/lexicon.hpp"
#include "relata/resolve/cluster.hpp"
#include "resolve/first_phrases.hpp"

namespace relata {

/// What coreference left apart though the words are the same:
/// - one phrase of several words twice, of a group or of what "the" is said of and is nobody
///   ("extremists linked to the network"), or of one person in the headline and below it ("federal
///   judge");
/// - a kind of people or things without article or number, twice ("civilians");
/// - the person who bears the title of the first sentences ("A federal judge", "Judge Zoe Novak").
std::vector<CandidatePair> find_repeated_phrases(const DocumentRecords& document,
                                                 std::span<const EntityProfile> profiles,
                                                 const std::vector<FirstPhrase>& phrases,
                                                 const Lexicon& lexicon);

/// One phrase of several words, twice with "the" ("the back door") or twice of a kind ("tropical
/// cyclones"), taken once for things and once for places, events or whatever else.
std::vector<CandidatePair> find_phrases_of_two_types(const DocumentRecords& document,
                                                     std::span<const EntityProfile> profiles,
                                                     const std::vector<FirstPhrase>& phrases,
                                                     const Lexicon& lexicon);

/// "Callao" in "the central Callao region", "Northern Wolves" in "the Northern Wolves biker gang":
/// a name that the document knows from that phrase alone names what the phrase describes.
std::vector<CandidatePair> find_names_with_kind(const DocumentRecords& document,
                                                std::span<const EntityProfile> profiles,
                                                const std::vector<FirstPhrase>& phrases,
                                                const Lexicon& lexicon);

/// "the Callao Dawn militant group" beside Callao Dawn, told by a triple of a body and the name
/// before its noun: one body, however often the document names it, if the noun says of what kind it
/// is; nullopt if not ("the Callao parent company").
std::optional<PairScore> score_name_with_kind(const TripleRecord& triple,
                                              const EntityProfile& described,
                                              const EntityProfile& named, const Lexicon& lexicon);

}  // namespace relata

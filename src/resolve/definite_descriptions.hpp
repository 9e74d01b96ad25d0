// "the court" after "the Supreme Court": what a document names and then calls by the name's noun.
#pragma once

#include <span>
#include <vector>

#include "relata/analysis/lexicon.hpp"
#include "relata/resolve/cluster.hpp"
#include "resolve/first_phrases.hpp"

namespace relata {

/// Bodies and places that "the" and the noun of a name describe, shortly after the one thing of the
/// document that has a name with that noun ("the airline": "Northern Airlines"). Not cities,
/// regions and the like: every place lies in one.
std::vector<CandidatePair> find_described_names(const DocumentRecords& document,
                                                std::span<const EntityProfile> profiles,
                                                const std::vector<FirstPhrase>& phrases,
                                                const Lexicon& lexicon);

/// "the officer" shortly after "a border officer", the one thing described by that noun there; and
/// the one of a headline ("Officer held in Callao") and of the lead. Of single things only.
std::vector<CandidatePair> find_taken_up(const DocumentRecords& document,
                                         std::span<const EntityProfile> profiles,
                                         const std::vector<FirstPhrase>& phrases,
                                         const Lexicon& lexicon);

}  // namespace relata

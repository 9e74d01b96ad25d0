// Which bodies of a document are the government, or the armed forces, of one country.
#pragma once

#include <span>
#include <vector>

#include "relata/analysis/lexicon.hpp"
#include "relata/resolve/cluster.hpp"
#include "resolve/first_phrases.hpp"

namespace relata {

/// "Peru's ruling junta", "Peruvian authorities" and "the government"; "the Peruvian army" and "the
/// military"; "the Novak administration" and "the administration". What belongs to nobody by its
/// words is joined to the others only where the document knows one owner, and never if it is
/// set beside them ("the army and the military") or said to be another one ("former", "local").
std::vector<CandidatePair> find_one_bodies(const DocumentRecords& document,
                                           std::span<const EntityProfile> profiles,
                                           const std::vector<FirstPhrase>& phrases,
                                           const Lexicon& lexicon);

/// "the government" of a document that is about one country and knows no other's is that country's.
void give_to_main_country(const DocumentRecords& document, const std::vector<FirstPhrase>& phrases,
                          const Lexicon& lexicon, std::vector<EntityProfile>& profiles);

/// Of a government or army that one of its descriptions gives to a country the others are of that
/// country too, in other documents as well: "the junta", once it is "Peru's junta".
void share_anchors(EntityProfile& unit, const Lexicon& lexicon);

}  // namespace relata

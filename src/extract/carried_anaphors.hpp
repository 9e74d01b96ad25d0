// Pronouns and bare descriptions that coreference carries over from another paragraph.
#pragma once

#include "relata/analysis/analysis.hpp"

namespace relata {

/// The same analysis, in which no "it", "he" or "the country" stands for something of another
/// paragraph while its own paragraph tells, before it, of something else that it could stand for:
/// it is then about nobody that is known. Pages string unrelated items together, and a wrong
/// antecedent is a wrong edge, where a missing one is none. On such a page no description and no
/// pronoun stands for something of another paragraph, unless a name that few paragraphs have is in
/// both: "an overloaded boat" of one item is not the boat of the item before. What opens its
/// paragraph ("He was released on Friday.") stays with its antecedent. Parted mentions get clusters
/// of their own, one for each cluster and paragraph, numbered behind all others.
Analysis part_carried_anaphors(Analysis analysis);

}  // namespace relata

// Whom a family name means where a document tells of several of that family.
#pragma once

#include "relata/analysis/analysis.hpp"
#include "relata/analysis/lexicon.hpp"

namespace relata {

/// The same analysis, in which a cluster that has no name but a family's ("Orel") is that of the
/// person of the family whom the document tells of in full first ("Ana Orel"), if it says "Orel"
/// again before it tells of another ("her father, Ivo Orel"): writers keep a family name alone for
/// one person, and give the others theirs in full. Clusters that the tagger takes for places or
/// bodies, too, where no longer name of those has the word. Not where one is he and the other she.
Analysis join_family_names(Analysis analysis, const Lexicon& lexicon);

}  // namespace relata

// "the city of Lima": a place told by its kind and its name.
#pragma once

#include "relata/analysis/analysis.hpp"
#include "relata/analysis/lexicon.hpp"

namespace relata {

/// The same analysis, in which "the city of Lima", "the northern state of Orel" and all that is of
/// their clusters alone are in the cluster of the name. Not "a district of Lima", which is a part,
/// nor "the region of Peru": what has a country's name is in it.
Analysis join_named_places(Analysis analysis, const Lexicon& lexicon);

}  // namespace relata

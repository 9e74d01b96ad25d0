// "southern Peru": a part of a place, told by the compass in small letters, is a place of its own.
#pragma once

#include <string_view>

#include "relata/analysis/analysis.hpp"
#include "relata/analysis/lexicon.hpp"

namespace relata {

/// "north", "southwestern", "central", folded.
bool is_compass_direction(std::string_view folded);

/// The same analysis, in which "southern Peru" is the name of a place of its own, one for each
/// document, and "Peru" within it the name of what it is a part of. Not "the central Callao
/// region", which says where the region lies, nor "eastern and southern Peru", which are two.
Analysis part_places_by_direction(Analysis analysis, const Lexicon& lexicon);

}  // namespace relata

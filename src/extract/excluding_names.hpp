// Names and descriptions that two things have, not one.
#pragma once

#include "extract/telling_names.hpp"
#include "relata/analysis/lexicon.hpp"

namespace relata {

/// True if no one thing is called by both; the cases are those of part_clusters. Symmetric.
bool exclude_each_other(const TellingName& a, const TellingName& b, const Lexicon& lexicon);

}  // namespace relata

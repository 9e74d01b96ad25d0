// Parts of longer names that the mention detector took for names of their own.
#pragma once

#include "relata/analysis/analysis.hpp"
#include "relata/analysis/lexicon.hpp"

namespace relata {

/// Drops mentions of names within the name of another thing ("Medicine" of "Nobel Prize in
/// Medicine", "Clean Air" of "Clean Air Act") whose words all mean something in the language, which
/// the document says nowhere else, and which name no place, no body by its kind ("House of
/// Representatives" of "Clerk of the House of Representatives") and nobody in full. Drops titles
/// that were cut off the name of a person behind them, too ("Cllr").
void drop_inner_names(Analysis& analysis, const Lexicon& lexicon);

}  // namespace relata

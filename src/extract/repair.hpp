// Repairs of what a parser gets wrong and English tells better, before the rules see it.
#pragma once

#include "relata/analysis/analysis.hpp"
#include "relata/analysis/lexicon.hpp"

namespace relata {

/// The same analysis with
/// - conjoined participles under the nearest participle before them, where they were put under a
///   finite verb ("accused of taking bribes and hiding them": like is coordinated with like);
/// - the subject of a finite verb that has none, and the agent of a passive, where they were hung
///   on a noun behind the verb or on a thing before them;
/// - places behind places ("in Riverside, California") and descriptions behind names where they
///   were hung further back;
/// - names of places and bodies as the tagger sees them (name_repair.hpp).
Analysis repair(Analysis analysis, const Lexicon& lexicon);

}  // namespace relata

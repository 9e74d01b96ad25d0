// "Kyiv and Odesa": where one mention holds both, the first name has one of its own, too.
#pragma once

#include "relata/analysis/analysis.hpp"
#include "relata/analysis/lexicon.hpp"

namespace relata {

/// The same analysis, in which the first of two names that are joined by "and" and tagged as two,
/// or of a name and something that has a mention, is a mention where only both together are: in the
/// cluster of another mention with the same words, else in a new one. No countries ("Serbia and
/// Montenegro").
Analysis mention_first_conjuncts(Analysis analysis, const Lexicon& lexicon);

}  // namespace relata

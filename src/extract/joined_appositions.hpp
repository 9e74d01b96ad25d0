// A name and a description in apposition: one thing, whatever coreference made of them.
#pragma once

#include "relata/analysis/analysis.hpp"
#include "relata/analysis/lexicon.hpp"

namespace relata {

/// The same analysis, in which a description in apposition to a name ("his publisher, Karl Stein",
/// "Karl Stein, a publisher") or right before it ("his publisher Karl Stein"), or that a person is
/// identified by ("named the thief as Karl Stein", "The winner was Karl Stein"), or a description
/// that a name is said to be of
/// ("a program called Sitra"), and all of its cluster are in the name's cluster. Only where both
/// are singular, the description's cluster has no name of its own and the two can be one kind of
/// thing: people with nouns for people, deeds with nouns for deeds. Arguments of a coordination,
/// measures and times stay apart: there an apposition is mostly a wrong arc.
Analysis join_appositions(Analysis analysis, const Lexicon& lexicon);

}  // namespace relata

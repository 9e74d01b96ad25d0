// Coreference clusters parted where their names can't be of one thing.
#pragma once

#include "relata/analysis/analysis.hpp"
#include "relata/analysis/lexicon.hpp"

namespace relata {

/// The same analysis, with no cluster that holds two names which exclude each other:
/// - of two countries, or of a country and of something else than it ("Northern Peru", "Peru
/// Navy");
/// - people of one family name and two given names, or without a name in common;
/// - other things without a word in common, or of which each has a word that the other lacks
///   ("House of Lords", "House of Commons"); with different numbers, or with a number behind
///   the name ("Apollo 11"); with and without a compass direction. Acronyms and spellings of one
///   name don't count as different.
/// - the government of a country and its army ("the junta", "the military").
/// - the army of a country and a body of several words whose name has no country.
/// - places and events named after two places ("the San Jose mine", "the Lima talks").
/// - people of two ages, more than a year apart, or of two sexes ("the man", "the widow").
/// - groups of people of two named bodies ("the Larnex guards", "the Skien guards").
/// A body's own name before the noun of its kind counts as its name ("the Blue Cross party").
/// Each description and pronoun goes with the last name of its cluster before it. What the text
/// states to be another name ("formerly") is joined again by the alias that extract finds.
/// The largest part keeps the cluster's number; the others are numbered behind all clusters.
Analysis part_clusters(Analysis analysis, const Lexicon& lexicon);

}  // namespace relata

// Appositions hung on the wrong word, where English tells better of what they are.
#pragma once

#include <cstddef>
#include <vector>

#include "relata/analysis/analysis.hpp"
#include "relata/analysis/lexicon.hpp"

namespace relata {

/// What the tagger takes the words of a sentence for.
struct TaggedWords {
  std::vector<bool> person;         ///< part of a person's name
  std::vector<bool> place_or_body;  ///< part of the name of a place or body
};

/// Mends the word at `id`: a description of a person hung further back than the name before its
/// comma; a description of a thing hung on a person, behind the name of a place or body; a person's
/// name hung on the place or body that she is head of, or on those whom a preposition makes her one
/// of; a phrase within an apposition hung on what
/// follows it; a person, or what she is, joined to a place or body where another
/// person stands before the "and";
/// a country behind another's comma; what has a preposition; a phrase behind the comma that ends a
/// clause about an argument.
void repair_apposition_at(Sentence& sentence, std::size_t id, const Lexicon& lexicon,
                          const TaggedWords& tagged);

/// An apposition is of the phrase before its comma that coreference takes for the same thing; one
/// that describes a body or person and hangs on something else is of the name of one right before
/// it.
void repair_appositions_by_reference(Analysis& analysis);

}  // namespace relata

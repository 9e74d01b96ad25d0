// What denies a clause: its own negators, and the words above that turn their complement round.
#pragma once

#include "extract/clause.hpp"

namespace relata {

/// "not only … but also", "not until Monday did …": the clause holds.
bool is_focus_negation(const Tree& tree, WordId negator);

/// Negated by its own words: "not", "nobody", "neither … nor", "under no circumstances". Two
/// negations make none.
bool is_negated_clause(const Tree& tree, const Clause& clause);

/// What `next` tells did not happen, by the verb before it: "refused to comment", "has yet to
/// comment", "denied having commented", "ruled out commenting".
bool is_denied_complement(const Tree& tree, WordId verb, WordId next);

/// The word above turns the clause round: "without", "rather than", "prevented X from", "too weak
/// to", "does not think that", "it was not X who".
bool is_negated_by_embedding(const Tree& tree, WordId below, WordId above);

/// "prevented X from [selling]", "cleared X of [stealing]": the gerund tells what X would have
/// done, so what the verb itself is, planned or asked for, it is, too.
bool is_about_object(const Tree& tree, WordId below, WordId above);

/// "no evidence that he [lied]", "no plan to [sell]", "refused to rule out [selling]": nothing is
/// said of whether it holds.
bool is_without_ground(const Tree& tree, WordId below, WordId above);

/// A noun with a negative determiner: "no deal", "neither side".
bool is_denied_phrase(const Tree& tree, WordId head);

/// The embedding is negated and leaves open whether the complement holds: "did not say that …",
/// "declined to confirm that …".
bool is_left_open(const Tree& tree, WordId below, WordId above);

/// "resigned rather than | sign": a conjunct that did not happen.
bool is_ruled_out_conjunct(const Tree& tree, WordId conjunct);

}  // namespace relata

// Conditions, questions and plans that grammar tells without a verb of its own for them.
#pragma once

#include "extract/clause.hpp"
#include "extract/scope.hpp"

namespace relata {

/// "if", "unless", "provided that", "in case"; "had the captain slowed down".
bool is_condition(const Tree& tree, WordId clause);

/// True if a condition hangs on the predicate: "would leave if …".
bool hangs_on_condition(const Tree& tree, WordId predicate);

/// "asked whether …", "it is unclear if …".
bool asks_whether(const Tree& tree, WordId complement);

/// Part of a question: its sentence, or the quotation it stands in, ends with a question mark, and
/// no noun phrase takes the clause for granted.
bool is_asked(const SentenceScope& scope, WordId predicate);

/// An infinitive behind a form of be ("are to meet", "is due to meet"), or the only verb of a
/// headline ("Orel to visit Brno").
bool is_planned_by_infinitive(const Tree& tree, const VerbGroup& verb);

}  // namespace relata

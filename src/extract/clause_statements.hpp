// Statements of a clause: its core, one triple for each attached phrase, the folded forms.
#pragma once

#include "extract/clause.hpp"
#include "extract/triple_writer.hpp"

namespace relata {

/// All statements of `clause`. `clauses` are those of its sentence: infinitives and gerunds that
/// it governs are told with it.
void extract_clause(const SentenceScope& scope, const Clause& clause,
                    const std::vector<Clause>& clauses, TripleWriter& writer);

}  // namespace relata

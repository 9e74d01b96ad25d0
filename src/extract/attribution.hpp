// Whose claim a clause is: reporting verbs and nouns above it, sources beside it, quotation marks
// around it.
#pragma once

#include <optional>
#include <vector>

#include "extract/clause.hpp"
#include "extract/scope.hpp"

namespace relata {

/// Who speaks in a clause of reporting: its subject, or the agent of its passive; kNoWord if
/// nobody does.
WordId speaker_of(const SentenceScope& scope, WordId verb);

/// A claim of the holder at this word; kNoWord makes an unnamed holder.
Attribution attribution_by(const SentenceScope& scope, WordId holder, std::string cue,
                           AttributionKind kind);

/// A source that stands beside a predicate and covers it: "according to X", "in the view of X",
/// "as X said", "…, X said", "reportedly". `from` is the child that the question comes from: what
/// is part of the source itself ("decrees reviewed by …") is not said by it. `claim`: the clause
/// that is asked about, or kNoWord for the sentence as a whole.
std::optional<Attribution> source_beside(const SentenceScope& scope, WordId predicate, WordId from,
                                         WordId claim);

/// The claim that the arc from a clause to the word above makes of it: complements of reporting
/// verbs and claim nouns, accusations; nullopt if none.
std::optional<Attribution> claim_by_arc(const SentenceScope& scope, WordId below, WordId above);

/// The claim about its own subject that a verb of the clause's chain makes of the last one
/// ("claims to own", "is believed to own"); nullopt if none.
std::optional<Attribution> claim_in_chain(const SentenceScope& scope, const Clause& clause);

/// True if the word and its clause's subject stand between the same quotation marks.
bool is_quoted(const SentenceScope& scope, WordId predicate);

/// Whose claim a sentence is as a whole, if it says so at its top: for quotations that run over
/// several sentences.
std::optional<Attribution> sentence_speaker(const SentenceScope& scope);

/// The verb that rejects a claim noun ("rejected claims that …"), or kNoWord.
WordId rejecting_verb(const Tree& tree, WordId noun);

}  // namespace relata

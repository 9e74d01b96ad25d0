// What words make of the clause below them: whose claim it becomes, whether it holds, how far it is
// meant. Verb classes after Levin 1993 (saying, judging, negative implicatives after Karttunen
// 1971); each class is asked for by one construction in stance and attribution.
#pragma once

#include <optional>
#include <string_view>

#include "relata/analysis/analysis.hpp"
#include "relata/extract/record.hpp"

namespace relata {

/// What a verb of saying or thinking makes of its complement clause: "say", "argue", "deny";
/// nullopt for verbs that report nothing.
std::optional<AttributionKind> reporting_kind(std::string_view lemma);
inline bool is_reporting_verb(std::string_view lemma) { return reporting_kind(lemma).has_value(); }

/// "hear", "learn": the complement is what the subject was told and passes on.
bool is_hearing_verb(std::string_view lemma);

/// court, jury, inquest: what they hear others say there.
bool is_forum(std::string_view lemma);

/// Verbs of reporting whose infinitive or gerund is a claim about their own subject ("claims to
/// own", "denied stealing") and not a plan of it.
bool is_claim_about_oneself(std::string_view lemma);

/// deny, dispute, reject, doubt …: what the holder says is that the complement does not hold.
bool is_denying_verb(std::string_view lemma);

/// think, believe, expect: under negation, what they embed is negated ("does not think that it
/// will rain"). Other verbs of saying under negation leave it open.
bool hands_on_negation(std::string_view lemma);
/// know, regret, reveal: their complement holds whether they are negated or not.
bool is_factive(std::string_view lemma);

/// "accuse X of doing", "blame X for doing", "charge X with doing": a claim about the object.
bool is_accusing_verb(std::string_view lemma);
/// "acquit X of doing": the object did not.
bool is_clearing_verb(std::string_view lemma);
/// "prevent X from doing", "stop X doing": the object did not.
bool is_preventing_verb(std::string_view lemma);

/// "relies on banks to fund it", "waits for them to leave": whom the verb names with the
/// preposition does what its infinitive says.
bool hands_on_to(std::string_view lemma, std::string_view preposition);
/// win, receive, face: what follows with "for" and a gerund is what its subject did.
bool is_getting_verb(std::string_view lemma);
/// bring, raise, prompt: of what has just been told, where its participle follows.
bool is_resulting_verb(std::string_view lemma);

/// allegedly, reportedly, supposedly: hearsay without a source.
std::optional<AttributionKind> hearsay_adverb(std::string_view lower_form);
/// alleged, suspected, supposed, purported …: hearsay about what the noun names.
std::optional<AttributionKind> hearsay_adjective(std::string_view lower_form);

/// planned, proposed, upcoming; possible, potential, feared: what the noun names has not happened.
Modality modality_of_adjective(std::string_view lower_form);
/// perhaps, probably, apparently: the author does not vouch for the clause.
bool is_doubting_adverb(std::string_view lower_form);

/// claim, allegation, report, belief, statement: what a clause below them becomes.
std::optional<AttributionKind> claim_noun(std::string_view lemma);
/// allegation, accusation, charge, claim, suspicion: a gerund below is about who faces them.
bool is_accusing_noun(std::string_view lemma);
/// What a noun makes of the clause below it: risk, chance (possible), need, duty (obliged); else
/// asserted.
Modality modality_of_noun(std::string_view lemma);

/// fail, refuse, decline, neglect, forget (to), avoid (doing), unable (to): the complement did not
/// happen.
bool is_negative_implicative(std::string_view lemma);

/// What the complement of this verb or adjective is said to be: planned (want, plan, try), asked
/// (demand, order), obliged (need, have to), possible (seem, likely), or asserted for all others.
Modality modality_of_complement(std::string_view lemma);

/// What this verb makes of a deed that is its object: asked for (demand, order), planned (seek,
/// propose), possible at best (block, oppose, fear), or asserted for all others.
Modality modality_of_object(std::string_view lemma);

/// What a modal auxiliary makes of its clause; kAsserted for other words.
Modality modality_of_auxiliary(std::string_view lemma);

}  // namespace relata

// Closed classes of English that the rules ask for: function words, and the verb classes whose
// grammar decides what a clause commits its author to.
#pragma once

#include <string>
#include <string_view>

#include "relata/analysis/analysis.hpp"
#include "relata/extract/record.hpp"

namespace relata {

/// not, n't, never, no, neither, nor, none, nobody, nothing, nowhere, hardly, scarcely, barely.
bool is_negator(const Word& word);

/// Determiners and pronouns that deny their whole clause as subject or object: no, neither, none,
/// nobody, nothing.
bool is_negative_quantifier(const Word& word);

/// who, which, that, whom, whose, what, whoever … used as a pronoun of a relative clause.
bool is_relative_pronoun(const Word& word);
bool is_interrogative(const Word& word);

/// Verbs of saying: their complement is someone's claim. Levin 1993, classes 37.1-37.8 and 29.5
/// (say, tell, claim, argue), with the verbs of thinking (believe, suspect), whose complement is
/// no less somebody's view.
bool is_reporting_verb(std::string_view lemma);

/// "accuse X of doing Y": the of-phrase is a claim about the object. Levin 33, 29.6.
bool is_accusing_verb(std::string_view lemma);

/// allegedly, reportedly, supposedly, purportedly: hearsay without a source.
bool is_hearsay_adverb(std::string_view lemma);
/// alleged, suspected, supposed, purported …: hearsay about what the noun names.
bool is_hearsay_adjective(std::string_view lemma);

/// allegation, accusation, charge, claim, suspicion: what they are about may not be so.
bool is_claim_noun(std::string_view lemma);

/// fail, refuse, decline, neglect, forget (to): the complement did not happen (the negative
/// implicatives of Karttunen 1971, and refusal).
bool is_negative_implicative(std::string_view lemma);

/// What the complement of this verb is said to be: planned (want, plan, try), asked (demand,
/// order), obliged (need, have to), possible (expect, seem), or asserted for all other verbs.
Modality modality_of_complement(std::string_view lemma);

/// What a modal auxiliary makes of its clause; kAsserted for other words.
Modality modality_of_auxiliary(std::string_view lemma);

/// Verbs that carry little sense beside their noun: make, take, give, have, hold, do, carry …
bool is_light_verb(std::string_view lemma);

/// one, some, most, number, group, portion …: of-phrase heads that only measure what follows.
bool is_measure_word(std::string_view lemma);

/// Adverbs that say where or when by themselves (here, there, yesterday, today, abroad).
bool is_deictic_adverb(std::string_view lemma);

/// The past tense of a verb, from its past participle: "taken" → "took", "built" → "built".
std::string past_of_participle(std::string_view participle);

/// Lower-case ASCII letters; other bytes unchanged.
std::string lower_ascii(std::string_view text);

}  // namespace relata

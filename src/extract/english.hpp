// Closed classes of English that the rules ask for: function words, and verbs and nouns of little
// sense of their own. What words make of the clause below them stands in commitment.
#pragma once

#include <string>
#include <string_view>

#include "relata/analysis/analysis.hpp"

namespace relata {

/// not, n't, never, no, neither, nor, none, nobody, nothing, nowhere, hardly, scarcely, barely.
bool is_negator(const Word& word);

/// Determiners and pronouns that deny their whole clause as subject or object: no, neither, none,
/// nobody, nothing.
bool is_negative_quantifier(const Word& word);

/// who, which, that, whom, whose, what, whoever … used as a pronoun of a relative clause.
bool is_relative_pronoun(const Word& word);
bool is_interrogative(const Word& word);

/// By its part of speech; names are nouns.
bool is_noun_or_pronoun(const Word& word);

/// Verbs that carry little sense beside their noun: make, take, give, have, hold, do, carry …
bool is_light_verb(std::string_view lemma);

/// Verbs that several do with each other, and one with another ("Orel and Novak met"): Levin 1993,
/// 36.1-36.3, verbs of social interaction, without those of fighting and courting, which take an
/// object.
bool is_reciprocal_verb(std::string_view lemma);

/// "gave them aid" is "gave aid to them": Levin 1993, 2.1, verbs of the dative alternation with
/// "to".
bool takes_recipient(std::string_view lemma);

/// "named Orel chairman": an object and what it is said to be (Quirk et al. 1985, 16.46).
bool takes_predicate(std::string_view lemma);

/// deprive, rob, inform, convict: "of" behind their object is of what they tell (Levin 1993, 10.6).
bool takes_of(std::string_view lemma);

/// father, wife, counterpart: what one is to somebody, and of no country.
bool is_relative_noun(std::string_view lemma);

/// Mr, Mrs, Ms, Miss …: says nothing of what somebody is.
bool is_form_of_address(std::string_view word);

/// one, some, most, number, group, portion …: of-phrase heads that only measure what follows.
bool is_measure_word(std::string_view lemma);

/// Adverbs that say where or when by themselves (here, there, yesterday, today, abroad).
bool is_deictic_adverb(std::string_view lemma);

/// The past tense of a verb, from its past participle: "taken" → "took", "built" → "built".
std::string past_of_participle(std::string_view participle);

/// "runs", "carries", "passes".
std::string third_person_of(std::string_view lemma);

bool has_digit(std::string_view word);

/// An ASCII capital, or a figure, stands first.
bool begins_capital(std::string_view word);
bool begins_digit(std::string_view word);

/// Lower-case ASCII letters; other bytes unchanged.
std::string lower_ascii(std::string_view text);

}  // namespace relata

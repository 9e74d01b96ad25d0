// What the rules for facts without a clause share.
#pragma once

#include <string>
#include <vector>

#include "extract/folding.hpp"
#include "extract/scope.hpp"
#include "extract/triple_writer.hpp"

namespace relata {

/// The copula or "has" that a fact without a verb is told with: in the tense of its clause.
enum class Supplied { kIs, kHas };
std::string supplied_verb(const SentenceScope& scope, WordId word, Supplied verb);

/// "is from", "were from": where the people that this noun is about come from.
RelationDraft origin_relation(const SentenceScope& scope, WordId noun);

/// "minister of", "former minister of": a role with whose it is.
RelationDraft role_relation(const SentenceScope& scope, WordId noun);

/// Writes one triple; the stance is that of the word in its sentence.
void write_fact(const SentenceScope& scope, TripleWriter& writer, TripleKind kind, WordId stance_at,
                Argument subject, RelationDraft relation, Argument object, std::string rule,
                double prior, std::vector<Qualifier> qualifiers = {});

/// When a description held: "CEO until 2019", "president since 2012", "its head from 2012 to 2019".
/// At most one.
std::vector<Qualifier> role_time(const SentenceScope& scope, WordId noun);

/// The relations of a description ("former governor of the Mopti region") to the entities in it.
/// `subject` is what it describes.
void write_links(const SentenceScope& scope, TripleWriter& writer, TripleKind kind,
                 WordId description, const Argument& subject, const std::string& rule);

/// A relative pronoun's noun ("Orel, whose brother, Novak, ...": it is her brother), else the
/// phrase.
Phrase with_antecedent(const SentenceScope& scope, const Phrase& phrase);

/// The noun that a description is about: "figures" in "one of the leading figures".
WordId described_noun(const SentenceScope& scope, WordId head);

bool is_noun(const Word& word);
bool is_proper(const Tree& tree, WordId id);

}  // namespace relata

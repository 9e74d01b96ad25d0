// Objects that are deeds, not things: "demanded his release" is "demanded release of" him.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/scope.hpp"

namespace relata {

/// A noun as part of a relation, and what it relates to.
struct NounLink {
  Words words;           ///< the noun with what belongs to the label ("former governor"); empty
                         ///< where only an origin is told
  Words link;            ///< preposition of the sentence; empty if `supplied`
  std::string supplied;  ///< "of" for a possessor or a compound, "from" for an origin
  Phrase object;
  std::vector<std::string> lemmas;  ///< "governor", "of"
  const char* rule = "";            ///< "possessive", "phrase", "compound", "demonym"
};

/// How much of the noun goes into a label.
enum class Label {
  kNoun,      ///< the bare noun: "release"
  kModified,  ///< with its adjectives and numbers, determiners dropped: "former governor"
};

/// A role as it stands in a label: of a person "former prime minister", "chief of staff"; of other
/// things the noun alone with what says that it has ended ("former junta").
Words role_words(const SentenceScope& scope, WordId noun);

/// Everything that `noun` is related to by its own phrase: possessor, prepositional phrases (split
/// at conjunctions), names and demonyms before it.
std::vector<NounLink> noun_links(const SentenceScope& scope, WordId noun, Label label);

/// "a Liechtenstein foundation", "a US lawyer": the name of a country before one of its many.
bool is_country_of_one(const SentenceScope& scope, WordId noun, WordId child);

/// True of people and bodies whom the adjective of a country only tells the origin of ("a Danish
/// singer", "Danish firms"), false where they are the country's own ("the Danish ambassador", "the
/// Danish army").
bool only_comes_from(const SentenceScope& scope, WordId noun);

/// "owns [18 %] of Larnex Holdings", "[half] of", "the [majority] of": how much of a body is told.
bool is_share_of_body(const SentenceScope& scope, WordId noun);

/// True if the noun names a deed, a state or a relation that a verb may take up into itself
/// ("release", "ties", "ban"), not a thing or person that the deed is done to.
bool is_foldable(const SentenceScope& scope, WordId noun);

}  // namespace relata

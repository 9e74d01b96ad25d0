// Which words of a sentence make an argument: noun phrases, their conjuncts, their prepositions.
#pragma once

#include <string>
#include <vector>

#include "extract/tree.hpp"
#include "relata/analysis/lexicon.hpp"

namespace relata {

/// Words in the order in which they are read out; not always that of the sentence.
using Words = std::vector<WordId>;

/// How much of a noun phrase an argument takes.
enum class Extent {
  kCore,   ///< head with what stands before it: cut before the first prepositional phrase
  kLong,   ///< with its prepositional phrases: what a subject needs to be told apart
  kWhole,  ///< everything below the head but its relative clauses: n-ary arguments
};

/// One argument phrase: a noun phrase with all other conjuncts left out.
struct Phrase {
  WordId head = kNoWord;
  Words words;
};

/// "state of emergency", "use of force": a bare noun behind "of" makes one term with the noun
/// `head`.
bool makes_a_term(const Tree& tree, WordId head, WordId child);

/// The noun with what makes a term of it, without all other words.
Words term_words(const Tree& tree, WordId head);

/// The noun phrase of `head` without its preposition, without conjuncts.
Phrase noun_phrase(const Tree& tree, WordId head, Extent extent, const Lexicon& lexicon);

/// "Iran, not [Norway],", "Keller, not [a member]": the noun that "not" stands before; "not only
/// Norway" is not denied.
bool is_denied_noun(const Tree& tree, WordId head);

/// `head` and the words coordinated with it but those that are denied, in sentence order, at most
/// kMaxConjuncts: lists of names are told whole; what two long lists would make of each other the
/// sentence's limit holds.
inline constexpr std::size_t kMaxConjuncts = 64;
std::vector<WordId> conjuncts(const Tree& tree, WordId head);

/// One phrase for each conjunct, with what they share (a possessor before, a phrase after).
std::vector<Phrase> split_conjuncts(const Tree& tree, WordId head, Extent extent,
                                    const Lexicon& lexicon);

/// The prepositions of a noun ("because of"), in sentence order; of a conjunct without one of its
/// own, none. Possessive 's is no preposition.
Words prepositions(const Tree& tree, WordId noun);
/// The words of a preposition or subordinator as they enter a canonical type: "because of".
std::string link_text(const Tree& tree, const Words& link);

/// A noun behind a preposition, with complex prepositions read as one: "in honor of the king" is
/// the king with "in honor of" (a bare noun between two prepositions).
struct Attachment {
  WordId head = kNoWord;
  Words link;
};
Attachment attachment(const Tree& tree, WordId noun);

/// "between A and B": neither alone is what the preposition asks for.
bool needs_both(const Tree& tree, const Attachment& attached);

/// What stands behind a preposition: one phrase for each conjunct, or the whole coordination, with
/// no head, where the preposition needs both.
std::vector<Phrase> attached_phrases(const Tree& tree, const Attachment& attached,
                                     const Lexicon& lexicon);

/// "including X", "such as X": members of what was named before.
bool introduces_members(const Tree& tree, WordId noun);

/// "for example", "in fact", "as a result": phrases that join sentences and say nothing of the
/// event.
bool is_connective(const Tree& tree, WordId noun);

/// Subordinators of a clause ("in order that", "after", "to").
Words markers(const Tree& tree, WordId clause);
/// Whether one of them is this word, in small letters.
bool has_mark(const Tree& tree, WordId clause, std::string_view form);

/// The same without the "for" of another subject: "a call for | them | to go" is a call to go.
Words infinitive_markers(const Tree& tree, WordId clause);

/// A clause as one argument: everything below `head`, trimmed of punctuation at its ends.
/// `with_marker` keeps "that"; conjoined clauses and parataxis stay out.
enum class Marker { kKeep, kDrop };
Phrase clause_phrase(const Tree& tree, WordId head, Marker marker);

/// `words` with the punctuation that stands between two of them.
Words with_inner_punctuation(const Tree& tree, Words words);

/// True if the nouns that follow "of" are what is meant, and `head` only measures them.
bool only_measures(const Tree& tree, WordId head, const Lexicon& lexicon);

}  // namespace relata

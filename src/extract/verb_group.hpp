// The verb group of a clause: auxiliaries, negation, adverbs, verb, particle, and the verbs that
// control and raising verbs hand on to ("set out to duplicate").
#pragma once

#include <string>
#include <vector>

#include "extract/phrase.hpp"

namespace relata {

enum class Voice { kActive, kPassive };

struct VerbGroup {
  Words words;  ///< in sentence order; inherited auxiliaries and verbs ("tried to") come with them
  WordId head = kNoWord;            ///< last content word: whose complements are the clause's
  std::vector<WordId> verbs;        ///< content words in order: set, duplicate
  std::vector<std::string> lemmas;  ///< of verbs and particles: set, out, duplicate
  std::vector<WordId> auxiliaries;
  Voice voice = Voice::kActive;  ///< of the last verb
  bool copular = false;          ///< a form of be over a nominal or adjective
  bool finite = false;

  /// The verbs, and the noun that a copula at their end is about: denied, member, of "denied being
  /// a member".
  std::vector<WordId> chain() const;
};

/// True if the word heads a clause: a verb, or a predicate nominal or adjective with a copula.
bool is_predicate(const Tree& tree, WordId id);

/// "the militia" of "called on the militia": whom a demand or trust goes to, with a preposition.
bool is_called_upon(const Tree& tree, WordId noun);

/// "called on the militia to free the hostages", "relied on banks to fund it": who is to do what
/// the infinitive says, told with a preposition between its verb and it; kNoWord if nobody.
WordId called_upon(const Tree& tree, WordId infinitive);

/// The controlled clause that merges with this verb ("helped to raise"): an xcomp with a verb of
/// its own, none if the verb has an object, or somebody called upon, between.
WordId merged_complement(const Tree& tree, WordId verb);

/// The verb group of the clause that `predicate` heads, with its chain of merged complements.
VerbGroup verb_group(const Tree& tree, WordId predicate);

/// Adjective predicates take the adjective into the group once something follows it ("is aware
/// of"); `predicate_words` is the copula's part alone ("is").
struct CopularSplit {
  Words copula;  ///< "is", "has never been"
};
CopularSplit copula_words(const Tree& tree, WordId predicate);

/// The auxiliaries of a conjunct that shares those of the first verb ("is cut and flushed").
Words shared_auxiliaries(const Tree& tree, WordId predicate);

}  // namespace relata

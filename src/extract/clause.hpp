// A clause read off the tree: its verb group, who it is about, and what hangs on it.
#pragma once

#include <vector>

#include "extract/scope.hpp"
#include "extract/verb_group.hpp"

namespace relata {

enum class Role {
  kObject,
  kIndirectObject,
  kPredicate,   ///< nominal or adjective complement: "was renamed Jones", "made him king"
  kOblique,     ///< with a preposition
  kAgent,       ///< "by" of a passive
  kBare,        ///< a phrase without preposition: "yesterday", "two years later"
  kClause,      ///< complement clause: "said that …"
  kControlled,  ///< infinitive whose subject is the object: "ordered them to leave"
  kInfinitive,  ///< purpose: "to receive benefits"
  kGerund,      ///< "after giving a speech"
  kAdverbial,   ///< subordinate clause with a subject of its own: "after he left"
};

struct Complement {
  Role role = Role::kObject;
  WordId head = kNoWord;
  Words link;  ///< preposition or subordinator
};

/// A subject, and the word whose entity it is (a relative pronoun's antecedent).
struct Subject {
  WordId head = kNoWord;
  WordId entity = kNoWord;
  const char* rule = "";  ///< "subject", "relative", "participle", "controlled", "shared", "member"
  int distance = 0;       ///< steps through the tree that found it: for confidence
};

struct Clause {
  WordId predicate = kNoWord;
  VerbGroup verb;
  std::vector<Subject> subjects;
  std::vector<Complement> complements;  ///< in sentence order, those before the verb last
};

/// All clauses of the sentence, in order of their predicates.
std::vector<Clause> find_clauses(const SentenceScope& scope);

/// Subjects of the clause that `predicate` heads, own or inherited; empty for imperatives.
std::vector<Subject> subjects_of(const Tree& tree, WordId predicate);

/// True of a noun with an ordinal, a superlative or "only": its infinitive ("the first woman to
/// lead the bank") tells what it did, not what it is to do.
bool picks_out_one(const Tree& tree, WordId noun);

/// The noun that an accusing clause hangs on: the accused ("the firm" of "accused the firm of
/// hiding losses") or who accuses ("accused by the regulator of …"); kNoWord otherwise.
WordId accused_noun(const Tree& tree, WordId clause);

/// True of a gerund that a verb of accusing or clearing is about: "accused her of forging cheques",
/// "was blamed for starting the fire".
bool is_accusation(const Tree& tree, WordId below, WordId above);

/// The word that a relative clause's pronoun stands for, or kNoWord.
WordId antecedent(const Tree& tree, WordId predicate);

}  // namespace relata

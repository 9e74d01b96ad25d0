// The reader of a clause: private to its statements.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "extract/clause.hpp"
#include "extract/folding.hpp"
#include "extract/time_expression.hpp"
#include "extract/triple_writer.hpp"

namespace relata {

inline bool is_nominal_role(Role role) {
  return role == Role::kObject || role == Role::kIndirectObject || role == Role::kPredicate;
}

/// Relation words and lemmas so far: grows as phrases are attached.
struct RelationPrefix {
  Words words;
  std::vector<std::string> lemmas;
  std::string link;  ///< the last preposition: earlier ones are no part of the canonical type

  RelationPrefix with(const Words& more) const {
    RelationPrefix longer = *this;
    longer.words.insert(longer.words.end(), more.begin(), more.end());
    return longer;
  }
  RelationPrefix with_link(std::string lemma) const {
    RelationPrefix longer = *this;
    longer.link = std::move(lemma);
    return longer;
  }
};

/// Reads one clause. Its parts stand in files of their own: clause_statements (the core),
/// clause_attached (what hangs on it), clause_folded (objects that are deeds), clause_qualifiers.
class ClauseReader {
 public:
  ClauseReader(const SentenceScope& scope, const Clause& clause, const std::vector<Clause>& clauses,
               TripleWriter& writer)
      : scope_(scope), tree_(scope.tree), clause_(clause), clauses_(clauses), writer_(writer) {}

  void read();

 private:
  struct Core {
    const Complement* complement = nullptr;  ///< null: a copular noun, or nothing at all
    Role role = Role::kObject;
    WordId head = kNoWord;  ///< kNoWord: no object
    Words link;
  };

  /// Headlines and small clauses have predicates without any verb.
  bool has_verb() const;

  /// "The reason is because they were leaving", "asked what it was": no noun or adjective is said
  /// of the subject.
  bool says_no_predicate() const;

  /// Chooses what the core triple relates the subject to.
  void plan_core();

  bool is_source(const Complement& complement) const;

  Argument subject_argument(const Subject& subject) const;
  /// An object, with its value where it is a time.
  Argument object_argument(const Phrase& phrase) const;

  Phrase antecedent_phrase(WordId head) const;

  void read_subject(const Subject& subject);

  /// "Five people, including Ada Orel, were killed": so was she. The core triple only, and of a
  /// clause with a subject of its own: how many and what they did together is not each one's.
  void read_members_of(const Subject& several);

  /// "expelled eleven officers, including Ada Orel": what was done to all was done to her.
  void read_members(const Phrase& object, Doubt doubt);
  void add_members(const RelationPrefix& relation, const Phrase& several, Doubt doubt);

  void read_without_object();

  void read_clause_object();

  /// A complement clause; of a conjunct without subject, with the subject it shares.
  Phrase complement_clause(WordId conjunct) const;

  /// The verb with the preposition of the core's object.
  RelationPrefix core_relation() const;

  void add_core(const Phrase& object, const Doubt& doubt);

  void read_object(const Phrase& object, const Doubt& doubt);

  /// A predicate picked out by "first", "only" or a superlative, with what it is the first of ("the
  /// first woman to lead the bank", "the largest port in Peru"), which is not true without.
  Phrase with_restriction(const Phrase& object) const;

  const char* core_rule() const;

  /// "was hit by" → "hit"; "is run by" → "runs", of several who do "run"; "can be hit by" → "can
  /// hit"; with what somebody is said to be behind it: "was declared a traitor by" → "declared
  /// traitor". `agent` heads the phrase of who did it.
  std::string active_form(const Words& predicate, WordId agent) const;

  /// "is run", not "is being run", "has been run".
  bool is_of_now(WordId passive) const;

  /// Phrases that hang on a noun of the object: "became a justice of | the High Court".
  void read_chain(const RelationPrefix& before, const Phrase& object, Doubt doubt);

  void read_chained(const RelationPrefix& before, const Phrase& object, WordId child, Doubt doubt);

  /// An infinitive or gerund told with the clause above: "was policy to promote | talent".
  void read_embedded(const RelationPrefix& before, WordId head, Doubt doubt);

  /// Takes over polarity and attribution of an embedded clause; true if they differ.
  bool adopt_stance(const Clause& below);

  /// True of "two days" before "after", "before", "later": a distance from what follows.
  bool measures_from(WordId head) const;

  /// One triple for each conjunct of an attached phrase.
  void read_attached(const RelationPrefix& short_base, const Complement& complement, Doubt doubt);

  /// Everything beside the core's object.
  void read_others(const RelationPrefix& base, WordId core_head, const Doubt& doubt);

  /// "sold to | a friend", "moved workers out of | the port": where a deed on a thing goes to, with
  /// no more than the noun of the thing.
  void read_goals(const Phrase& object, Doubt doubt);

  /// "declared Orel a traitor", "named her as a witness": declared traitor | Orel, named as witness
  /// | her. Alone, "declared | Orel" says something else.
  void read_predicated(const Phrase& object, Doubt doubt);
  /// "terrorist group" of "a terrorist group"; empty where the noun does not say what something is.
  Words predicate_label(WordId noun) const;

  /// Words that say with the verb what becomes of its object, or what that is to do: "to boil
  /// water", "stable", "to justice"; empty if nothing does, or not in few words.
  Words completion(WordId object) const;
  /// "urged residents to boil water": urged to boil water | residents.
  void read_completed(const Phrase& object, Doubt doubt);
  /// "named Orel as the owner of Larnex": Orel | owner of | Larnex, as the clause has it.
  void read_held_as(const Phrase& object, WordId role, Doubt doubt);

  /// "gave Orel a plaque": gave | a plaque, gave plaque to | Orel.
  void read_given(const Phrase& recipient, Doubt doubt);

  /// "the contract was awarded to Orel by the city": Orel | was awarded contract by | the city.
  void read_passed_on(const Subject& subject);

  /// "Orel and Novak met": each of them with the other.
  void read_reciprocal();

  /// True if a colon, a dash or nothing at all stands before the first name of a list.
  bool is_announced(WordId list) const;

  /// "wrote two works: a mass and a quartet": the names behind the object are what was written.
  void read_listed(const Phrase& object, Doubt doubt);

  /// "The longest of the rivers is the Orla": the name is what the description is about.
  void read_inverted(const Subject& subject, const Phrase& object);

  /// What somebody is to what his noun is related to: "owner of | Larnex".
  void add_role(const Argument& somebody, const NounLink& link, const Stance& stance,
                std::vector<Qualifier> qualifiers, const Doubt& doubt, const char* rule);

  bool is_event(WordId noun) const;

  /// A possessive of which coreference tells nothing, and which may well be the subject's.
  bool may_be_subject(WordId word) const;

  /// "the first governor to resign": without what follows, the noun says something else.
  bool is_first_to(WordId noun) const;

  /// Triples with the object's noun in the relation: "demanded release of | his".
  void read_folded(const Phrase& object, Doubt doubt);

  /// Qualifiers: every complement of the clause that is not the object of this triple.
  std::vector<Qualifier> qualifiers(const std::optional<TextRange>& object) const;

  /// A phrase with its conjuncts and everything below.
  Phrase whole_phrase(WordId head) const;

  void add(const RelationPrefix& relation, std::optional<Argument> object, const Doubt& doubt,
           std::string rule, double prior);

  /// The entity of "Orel and Novak" where they are the subjects together ("lost their seats").
  std::string coordinated_subject() const;

  void finish(TripleDraft draft, std::optional<Argument> object, Doubt doubt, std::string rule,
              double prior);

  const SentenceScope& scope_;
  const Tree& tree_;
  const Clause& clause_;
  const std::vector<Clause>& clauses_;
  TripleWriter& writer_;
  Stance stance_;
  Direction direction_ = Direction::kPast;  ///< where its times without a year lie
  Core core_;
  RelationPrefix verb_;
  std::optional<RelationPrefix> after_agent_;   ///< relation with the agent of a passive
  std::optional<RelationPrefix> after_phrase_;  ///< relation with the clause's first phrase
  std::optional<Phrase> adjective_;
  Argument subject_;
  Doubt doubt_;
  const char* subject_rule_ = "";
  std::string active_text_;
  int embedding_ = 0;
};

}  // namespace relata

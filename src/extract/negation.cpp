#include "extract/negation.hpp"

#include <algorithm>

#include "extract/commitment.hpp"
#include "extract/english.hpp"

namespace relata {
namespace {

std::string lower_form(const Tree& tree, WordId id) { return lower_ascii(tree.word(id).form); }

/// "neither X nor Y": the first conjunct has "neither", the others stand behind "nor".
bool has_negative_conjunction(const Tree& tree, WordId predicate) {
  for (const WordId child : tree.children(predicate)) {
    if (!tree.is(child, "cc")) continue;
    const std::string form = lower_form(tree, child);
    if (form == "neither" || form == "nor") return true;
  }
  return false;
}

/// Orel and Lund in "neither Orel nor Lund" and in "neither of the two, Orel and Lund"; not the
/// second of "neither new and it was paid for".
bool is_denied_subject(const Tree& tree, WordId head) {
  for (std::size_t step = 0; step < tree.size() && head != kNoWord; ++step) {
    if (is_denied_phrase(tree, head)) return true;
    if (tree.is(head, "appos")) {
      head = tree.parent(head);
      continue;
    }
    if (!tree.is(head, "conj")) return false;
    const WordId conjunction = tree.child(head, "cc");
    if (conjunction != kNoWord && lower_form(tree, conjunction) != "or") return false;
    head = tree.parent(head);
  }
  return false;
}

/// "at no time", "under no circumstances", "in no way".
bool is_denying_phrase(const Tree& tree, const Complement& complement) {
  if (complement.role != Role::kOblique) return false;
  const std::string& lemma = tree.word(complement.head).lemma;
  const bool idiom = lemma == "time" || lemma == "point" || lemma == "circumstance" ||
                     lemma == "way" || lemma == "means" || lemma == "mean" ||
                     lemma == "condition" || lemma == "account" || lemma == "case";
  return idiom && is_denied_phrase(tree, complement.head);
}

/// A negator of this verb itself.
bool has_negator(const Tree& tree, WordId verb) {
  for (const WordId child : tree.children(verb)) {
    if (tree.relation(child) == "advmod" && is_negator(tree.word(child)) &&
        !is_focus_negation(tree, child)) {
      return true;
    }
    const bool none = tree.relation(child) == "nsubj" && is_denied_phrase(tree, child);
    if (none) return true;
  }
  return false;
}

bool is_gerund(const Tree& tree, WordId id) {
  const std::string_view form = feature(tree.word(id), "VerbForm");
  return form == "Ger" || (form == "Part" && feature(tree.word(id), "Tense") != "Past");
}

/// "said where it was": what a question word introduces is taken for granted.
bool has_question_word(const Tree& tree, WordId clause) {
  for (const WordId child : tree.children(clause)) {
    if (child < clause && is_interrogative(tree.word(child)) &&
        lower_form(tree, child) != "whether") {
      return true;
    }
  }
  return is_interrogative(tree.word(clause));
}

/// The embedding verb does not happen: negated, or what a refusal was about.
bool is_negated_embedding(const Tree& tree, WordId verb) {
  if (has_negator(tree, verb)) return true;
  const WordId upper = tree.parent(verb);
  return upper != kNoWord && tree.relation(verb) == "xcomp" &&
         is_denied_complement(tree, upper, verb);
}

/// "prevented X from [selling]", "cleared X of [stealing]".
bool is_kept_from_object(const Tree& tree, WordId below, WordId above) {
  if (!is_gerund(tree, below)) return false;
  const std::string& lemma = tree.word(above).lemma;
  return (is_preventing_verb(lemma) && has_mark(tree, below, "from")) ||
         (is_clearing_verb(lemma) && has_mark(tree, below, "of"));
}

/// "ruled out serving", with the gerund as an adjunct.
bool is_ruled_out(const Tree& tree, WordId below, WordId above) {
  return tree.relation(below) == "advcl" && tree.word(above).lemma == "rule" &&
         markers(tree, below).empty() && is_gerund(tree, below) &&
         is_denied_complement(tree, above, below);
}

bool is_true(const std::string& lemma) {
  return lemma == "true" || lemma == "case" || lemma == "so" || lemma == "correct";
}

}  // namespace

bool is_denied_phrase(const Tree& tree, WordId head) {
  if (is_negative_quantifier(tree.word(head))) return true;
  for (const WordId child : tree.children(head)) {
    // "neither of the men", whatever it hangs by
    const bool of = child < head && tree.relation(child + 1) == "case" &&
                    tree.parent(child + 1) == head && lower_form(tree, child + 1) == "of";
    const bool quantifier = of || tree.relation(child) == "det" || tree.is(child, "cc");
    if (quantifier && is_negative_quantifier(tree.word(child))) return true;
  }
  return false;
}

bool is_focus_negation(const Tree& tree, WordId negator) {
  if (negator + 1 >= tree.size()) return false;
  const std::string next = lower_form(tree, negator + 1);
  return next == "only" || next == "just" || next == "merely" || next == "simply" ||
         next == "until" || next == "till" || next == "least";
}

bool is_negated_clause(const Tree& tree, const Clause& clause) {
  bool negated = false;
  for (const WordId id : clause.verb.words) {
    if (is_negator(tree.word(id)) && !is_focus_negation(tree, id)) negated = !negated;
  }
  if (has_negative_conjunction(tree, clause.predicate)) negated = !negated;
  for (const Complement& complement : clause.complements) {
    const bool core = complement.role == Role::kObject || complement.role == Role::kPredicate;
    if (core && is_denied_phrase(tree, complement.head)) negated = !negated;
    if (is_denying_phrase(tree, complement)) negated = !negated;
  }
  const bool none =
      std::any_of(clause.subjects.begin(), clause.subjects.end(),
                  [&](const Subject& subject) { return is_denied_subject(tree, subject.head); });
  return none ? !negated : negated;
}

bool is_denied_complement(const Tree& tree, WordId verb, WordId next) {
  const std::string& lemma = tree.word(verb).lemma;
  if (is_negative_implicative(lemma)) return true;
  const bool infinitive = has_mark(tree, next, "to");
  if (lemma == "deny") return !infinitive;
  if (lemma == "rule") {
    const WordId particle = tree.child(verb, "compound:prt");
    return particle != kNoWord && lower_form(tree, particle) == "out" && !infinitive;
  }
  if (lemma != "have" && lemma != "be" && lemma != "remain") return false;
  for (WordId id = verb + 1; id < next; ++id) {
    if (lower_form(tree, id) == "yet") return true;
  }
  return false;
}

bool is_negated_by_embedding(const Tree& tree, WordId below, WordId above) {
  const std::string_view relation = tree.relation(below);
  const std::string& lemma = tree.word(above).lemma;
  if (relation == "xcomp") {
    bool negated = is_denied_complement(tree, above, below);
    // "too weak to walk"
    for (const WordId child : tree.children(above)) {
      const bool too = tree.relation(child) == "advmod" && lower_form(tree, child) == "too";
      if (too && child < above && has_mark(tree, below, "to")) negated = !negated;
    }
    if (has_negator(tree, above)) negated = !negated;
    return negated;
  }
  if (relation == "ccomp" || relation == "csubj") {
    if (!is_negated_embedding(tree, above)) return lemma == "false" || lemma == "untrue";
    return hands_on_negation(lemma) || is_true(lemma);
  }
  if (tree.deprel(below) == "acl:relcl") {
    // "It was not the driver who caused the accident."
    const WordId it = tree.child(above, "nsubj");
    return tree.has_child(above, "cop") && it != kNoWord && lower_form(tree, it) == "it" &&
           has_negator(tree, above);
  }
  if (relation != "advcl" && relation != "acl") return false;
  // "refused to rule out serving" leaves it open.
  if (is_ruled_out(tree, below, above)) return !is_negated_embedding(tree, above);
  if (has_mark(tree, below, "without") || has_mark(tree, below, "instead") ||
      has_mark(tree, below, "rather")) {
    return true;
  }
  // "did not prevent X from selling": X did.
  return is_kept_from_object(tree, below, above) &&
         (is_clearing_verb(lemma) || !has_negator(tree, above));
}

bool is_about_object(const Tree& tree, WordId below, WordId above) {
  return tree.relation(below) == "advcl" && is_kept_from_object(tree, below, above);
}

bool is_without_ground(const Tree& tree, WordId below, WordId above) {
  if (is_ruled_out(tree, below, above)) return is_negated_embedding(tree, above);
  if (tree.relation(below) != "acl" || !is_denied_phrase(tree, above)) return false;
  return has_mark(tree, below, "that") || has_mark(tree, below, "to");
}

bool is_left_open(const Tree& tree, WordId below, WordId above) {
  if (tree.relation(below) == "xcomp") return false;
  const std::string& lemma = tree.word(above).lemma;
  if (is_factive(lemma) || hands_on_negation(lemma) || is_true(lemma)) return false;
  return is_negated_embedding(tree, above) && !has_question_word(tree, below);
}

bool is_ruled_out_conjunct(const Tree& tree, WordId conjunct) {
  for (const WordId child : tree.children_with(conjunct, "cc")) {
    const std::string form = lower_form(tree, child);
    if (form == "rather" || form == "instead" || form == "not") return true;
  }
  return false;
}

}  // namespace relata

#include "extract/mood.hpp"

#include <algorithm>

#include "extract/english.hpp"

namespace relata {
namespace {

std::string lower_form(const Tree& tree, WordId id) { return lower_ascii(tree.word(id).form); }

/// Subordinators that are participles or phrases by origin count by their first word.
bool is_conditional_marker(const Tree& tree, const Words& marks, std::size_t at) {
  const std::string form = lower_form(tree, marks[at]);
  if (form == "if" || form == "unless" || form == "lest" || form == "whether") return true;
  if (form == "provided" || form == "providing" || form == "supposing" || form == "assuming") {
    return true;
  }
  const std::string next = at + 1 < marks.size() ? lower_form(tree, marks[at + 1]) : "";
  if (form == "in") return next == "case";
  return (form == "as" || form == "so") && next == "long";
}

/// "Had the captain slowed down": an auxiliary before the subject, and no subordinator.
bool is_inverted_condition(const Tree& tree, WordId clause) {
  const WordId subject = tree.child(clause, "nsubj");
  if (subject == kNoWord || tree.relation(clause) != "advcl" || tree.has_child(clause, "mark")) {
    return false;
  }
  for (const char* relation : {"aux", "cop"}) {
    const WordId auxiliary = tree.child(clause, relation);
    if (auxiliary == kNoWord || auxiliary > subject) continue;
    const std::string form = lower_form(tree, auxiliary);
    if (form == "had" || form == "were" || form == "should") return true;
  }
  return false;
}

/// A relative clause, or a clause below a noun: what it tells is taken for granted.
bool is_in_noun_phrase(const Tree& tree, WordId predicate) {
  constexpr int kMaxSteps = 30;
  WordId id = predicate;
  for (int step = 0; step < kMaxSteps && tree.parent(id) != kNoWord; ++step) {
    const std::string_view relation = tree.relation(id);
    if (relation == "acl" || relation == "appos" || relation == "nmod") return true;
    id = tree.parent(id);
  }
  return false;
}

bool is_terminal(const Word& word) {
  return word.form == "?" || word.form == "." || word.form == "!" || word.form == "?!";
}

}  // namespace

bool is_condition(const Tree& tree, WordId clause) {
  if (is_inverted_condition(tree, clause)) return true;
  const Words marks = markers(tree, clause);
  for (std::size_t i = 0; i < marks.size(); ++i) {
    if (is_conditional_marker(tree, marks, i)) return true;
  }
  return false;
}

bool hangs_on_condition(const Tree& tree, WordId predicate) {
  const std::vector<WordId> clauses = tree.children_with(predicate, "advcl");
  return std::any_of(clauses.begin(), clauses.end(),
                     [&](WordId clause) { return is_condition(tree, clause); });
}

bool asks_whether(const Tree& tree, WordId complement) {
  const std::string_view relation = tree.relation(complement);
  if (relation != "ccomp" && relation != "csubj" && relation != "acl") return false;
  for (const WordId id : markers(tree, complement)) {
    const std::string form = lower_form(tree, id);
    if (form == "whether" || form == "if") return true;
  }
  return false;
}

bool is_asked(const SentenceScope& scope, WordId predicate) {
  const Tree& tree = scope.tree;
  const auto quoted = [&](WordId id) { return id < scope.in_quotes.size() && scope.in_quotes[id]; };
  for (WordId id = predicate + 1; id < tree.size(); ++id) {
    if (!is_terminal(tree.word(id)) || quoted(id) != quoted(predicate)) continue;
    return tree.word(id).form.starts_with('?') && !is_in_noun_phrase(tree, predicate);
  }
  return false;
}

bool is_planned_by_infinitive(const Tree& tree, const VerbGroup& verb) {
  if (verb.verbs.empty()) return false;
  const WordId first = verb.verbs.front();
  const WordId to = tree.child(first, "mark");
  if (to == kNoWord) return false;
  // "is due to meet" is also read as a preposition of two words.
  if (lower_form(tree, to) == "due") return feature(tree.word(first), "VerbForm") == "Inf";
  if (lower_form(tree, to) != "to") return false;
  // A headline: "Orel to visit Brno".
  if (tree.parent(first) == kNoWord && verb.auxiliaries.empty() && tree.has_child(first, "nsubj")) {
    return feature(tree.word(first), "VerbForm") == "Inf";
  }
  return std::any_of(verb.auxiliaries.begin(), verb.auxiliaries.end(), [&](WordId id) {
    return tree.word(id).lemma == "be" && id < to && feature(tree.word(id), "VerbForm") == "Fin";
  });
}

}  // namespace relata

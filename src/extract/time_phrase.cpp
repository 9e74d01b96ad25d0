#include "extract/time_phrase.hpp"

#include "extract/commitment.hpp"
#include "extract/english.hpp"

namespace relata {
namespace {

bool is_year(const Word& word) {
  if (word.form.size() != 4 || word.upos != Upos::kNum) return false;
  for (const char c : word.form) {
    if (c < '0' || c > '9') return false;
  }
  return word.form[0] == '1' || word.form[0] == '2';
}

}  // namespace

bool is_time_phrase(const SentenceScope& scope, WordId head) {
  if (const auto type = mention_type_at(scope, head)) {
    if (*type == MentionType::kTime) return true;
    if (form_at(scope, head) == MentionForm::kName) return false;
  }
  if (scope.times.covers(scope.sentence, head)) return true;
  const Word& word = scope.tree.word(head);
  if (is_calendar_word(word.form)) return true;
  if (is_year(word)) return !scope.tree.has_child(head, "nmod");
  // A unit of time ("week", "years") that no mention speaks against.
  if (word.upos == Upos::kNoun && scope.lexicon.noun_class(word.lemma) == NounClass::kTime) {
    return true;
  }
  if (word.upos == Upos::kNum || word.upos == Upos::kPropn) {
    // "6 July": the day stands over the month.
    for (const WordId child : scope.tree.children(head)) {
      if (is_calendar_word(scope.tree.word(child).form)) return true;
    }
  }
  return false;
}

std::string time_value(const SentenceScope& scope, WordId head, const Words& words,
                       Direction direction) {
  const TimeSpan* span = scope.times.find(scope.sentence, head, words, direction);
  return span == nullptr ? std::string() : span->value;
}

Direction direction_of(const SentenceScope& scope, const Clause& clause, Modality modality) {
  const Tree& tree = scope.tree;
  bool present = feature(tree.word(clause.predicate), "Tense") == "Pres" &&
                 feature(tree.word(clause.predicate), "VerbForm") == "Fin";
  for (const WordId id : clause.verb.auxiliaries) {
    const Word& word = tree.word(id);
    if (word.lemma == "have") return Direction::kPast;  // "may have left", "has left"
    present = present || (feature(word, "Tense") == "Pres" && feature(word, "VerbForm") == "Fin");
  }
  if (modality != Modality::kAsserted && modality != Modality::kAsked) return Direction::kFuture;
  // "The senate votes on Friday"; but "says on Friday" has been said.
  const bool says =
      !clause.verb.verbs.empty() && is_reporting_verb(tree.word(clause.verb.verbs.front()).lemma);
  return present && !says ? Direction::kFuture : Direction::kPast;
}

}  // namespace relata

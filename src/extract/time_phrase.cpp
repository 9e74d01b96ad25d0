#include "extract/time_phrase.hpp"

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

std::string time_value(const SentenceScope& scope, const Words& words, Modality modality) {
  std::vector<std::string> forms;
  for (const WordId id : words) forms.push_back(scope.tree.word(id).form);
  const Direction direction =
      modality == Modality::kPlanned ? Direction::kFuture : Direction::kPast;
  return normalise_time(forms, scope.date, direction);
}

}  // namespace relata

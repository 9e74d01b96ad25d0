#include "extract/ended_role.hpp"

#include "extract/english.hpp"

namespace relata {
namespace {

/// Length of "ex-" or "then-" before the noun, or 0.
std::size_t prefix_length(std::string_view form) {
  const std::string lower = lower_ascii(form);
  for (const std::string_view prefix : {std::string_view("ex-"), std::string_view("then-")}) {
    if (lower.size() > prefix.size() && lower.starts_with(prefix)) return prefix.size();
  }
  return 0;
}

bool is_removal(const Word& word) {
  const std::string& lemma = word.lemma;
  const std::string form = lower_ascii(word.form);
  return form.ends_with("ed") && (lemma == "oust" || lemma == "depose" || lemma == "topple" ||
                                  form == "ousted" || form == "deposed" || form == "toppled");
}

/// Nouns of whom or what one can be no more: people, bodies, groups.
bool can_end(const SentenceScope& scope, WordId noun) {
  const Word& word = scope.tree.word(noun);
  if (word.upos != Upos::kNoun && word.upos != Upos::kPropn) return false;
  if (const auto type = mention_type_at(scope, noun)) {
    if (*type == MentionType::kPerson || *type == MentionType::kOrganization) return true;
  }
  const std::string lemma = lower_ascii(word.lemma);
  return scope.lexicon.can_be_person(lemma) || scope.lexicon.is_title(word.form) ||
         scope.lexicon.noun_class(lemma) == NounClass::kGroup;
}

}  // namespace

bool is_ending_word(const Word& word) {
  const std::string form = lower_ascii(word.form);
  return form == "former" || form == "ex" || form == "late" || form == "then" ||
         form == "formerly" || form == "erstwhile" || form == "onetime" || form == "one-time" ||
         is_removal(word);
}

bool has_ending_prefix(const Word& word) { return prefix_length(word.form) > 0; }

std::string without_ending_prefix(std::string_view word) {
  return lower_ascii(word.substr(prefix_length(word)));
}

Words ending_words(const SentenceScope& scope, WordId noun) {
  const Tree& tree = scope.tree;
  if (!can_end(scope, noun)) return {};
  for (const WordId child : tree.children(noun)) {
    if (child > noun) break;
    const std::string_view relation = tree.relation(child);
    if (relation != "amod" && relation != "advmod" && relation != "compound" &&
        relation != "nmod") {
      continue;
    }
    if (has_ending_prefix(tree.word(child))) return {child};  // "ex-junta leader"
    if (!is_ending_word(tree.word(child))) continue;
    const bool hyphen = child + 2 < noun + 1 && tree.word(child + 1).form == "-";
    return hyphen ? Words{child, child + 1} : Words{child};
  }
  return {};
}

bool has_ended(const SentenceScope& scope, WordId noun) {
  return has_ending_prefix(scope.tree.word(noun)) || !ending_words(scope, noun).empty();
}

std::vector<std::string> role_lemmas(const SentenceScope& scope, WordId noun) {
  const Word& word = scope.tree.word(noun);
  std::string lemma = lemmas_of(scope.tree, {noun}).front();
  if (has_ending_prefix(word)) {
    return {"former", without_ending_prefix(lemma)};
  }
  if (!ending_words(scope, noun).empty()) return {"former", lemma};
  return {lemma};
}

}  // namespace relata

#include "extract/label_words.hpp"

#include <algorithm>

#include "extract/english.hpp"
#include "extract/mention_words.hpp"

namespace relata {
namespace {

/// A name of few words, without what stands before it: "Anna Orel" of "former mayor Anna Orel".
Words bare_name(const Tree& tree, WordId head) {
  constexpr std::size_t kLongest = 4;
  Words words{head};
  for (const WordId part : tree.children_with(head, "flat")) words.push_back(part);
  for (WordId id = head; id > 0; --id) {
    const bool part = tree.parent(id - 1) == head && tree.is(id - 1, "compound") &&
                      tree.word(id - 1).upos == Upos::kPropn;
    if (!part) break;
    words.push_back(id - 1);
  }
  std::sort(words.begin(), words.end());
  return words.size() > kLongest ? Words{} : words;
}

}  // namespace

Words short_name(const SentenceScope& scope, const Phrase& thing) {
  constexpr std::size_t kShort = 2;      // words
  constexpr std::size_t kWithWhose = 3;  // words, a name or demonym among them
  const Tree& tree = scope.tree;
  const Word& head = tree.word(thing.head);
  if (head.upos == Upos::kPropn) {
    return thing.words.size() <= kShort ? thing.words : bare_name(tree, thing.head);
  }
  const bool measure = scope.lexicon.noun_class(head.lemma) == NounClass::kQuantity &&
                       tree.has_child(thing.head, "nummod");
  if (head.upos != Upos::kNoun || measure || is_measure_word(head.lemma)) return {};
  Words words{thing.head};
  for (const WordId part : tree.children_with(thing.head, "compound")) {
    if (part < thing.head && tree.word(part).upos == Upos::kNoun) words.push_back(part);
  }
  if (words.size() > kShort) words.assign(1, thing.head);
  // "bans Danish passport holders from": of whom it is true, not just what they are like.
  Words whole = words;
  for (const WordId part : tree.children(thing.head)) {
    if (part < thing.head && tree.is(part, "amod") && is_demonym(scope, part)) {
      whole.push_back(part);
    }
  }
  if (whole.size() <= kWithWhose) words = std::move(whole);
  std::sort(words.begin(), words.end());
  return words;
}

bool is_bare_noun(const SentenceScope& scope, WordId noun) {
  const Tree& tree = scope.tree;
  const Word& word = tree.word(noun);
  if (word.upos != Upos::kNoun || feature(word, "Number") != "Sing") return false;
  const auto type = mention_type_at(scope, noun);
  const bool thing = type && *type != MentionType::kAbstract && *type != MentionType::kEvent;
  return !thing && std::all_of(tree.children(noun).begin(), tree.children(noun).end(),
                               [&](WordId child) { return tree.is(child, "case"); });
}

}  // namespace relata

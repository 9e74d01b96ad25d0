#include "extract/object_repair.hpp"

#include <algorithm>
#include <vector>

#include "extract/commitment.hpp"
#include "extract/english.hpp"
#include "extract/mention_words.hpp"
#include "extract/tree.hpp"

namespace relata {
namespace {

/// The first and last word of the phrase that a word heads, as far as it is one stretch.
struct Stretch {
  std::size_t first = 0, last = 0;
};

Stretch stretch_of(const Sentence& sentence, std::size_t head) {
  Stretch stretch{head, head};
  while (stretch.first > 0 && is_below(sentence, stretch.first - 1, head)) --stretch.first;
  while (stretch.last + 1 < sentence.words.size() && is_below(sentence, stretch.last + 1, head)) {
    ++stretch.last;
  }
  return stretch;
}

/// Nouns and names without preposition that hang on the verb behind it as `relation`.
std::vector<std::size_t> bare_nouns(const Sentence& sentence, std::size_t verb,
                                    std::string_view relation) {
  std::vector<std::size_t> found;
  for (std::size_t id = verb + 1; id < sentence.words.size(); ++id) {
    const Word& word = sentence.words[id];
    if (word.head != verb + 1 || word.deprel != relation || !is_noun_or_pronoun(word)) continue;
    const bool linked =
        std::any_of(sentence.words.begin(), sentence.words.end(), [&](const Word& other) {
          return other.head == id + 1 &&
                 (other.deprel == "case" || other.deprel == "mark" || other.deprel == "cop");
        });
    if (!linked) found.push_back(id);
  }
  return found;
}

/// A noun for people or bodies.
bool may_act(const Word& noun, const Lexicon& lexicon) {
  const std::string lemma = lower_ascii(noun.lemma);
  return lexicon.can_be_person(lemma) || lexicon.noun_class(lemma) == NounClass::kGroup;
}

/// Verbs whose infinitive is always about their own subject: they take no object beside it.
bool controls_by_subject(std::string_view lemma) {
  if (lemma == "promise" || lemma == "offer") return false;  // "promised him to leave"
  const bool wants = lemma == "want" || lemma == "wish" || lemma == "mean" || lemma == "design" ||
                     lemma == "prepare" || lemma == "commit" || lemma == "set" || lemma == "go";
  return is_negative_implicative(lemma) ||
         (modality_of_complement(lemma) == Modality::kPlanned && !wants);
}

void repair_moved_object(Sentence& sentence, std::size_t verb) {
  if (!controls_by_subject(sentence.words[verb].lemma)) return;
  std::size_t moved = sentence.words.size(), infinitive = moved;
  for (std::size_t id = 0; id < sentence.words.size(); ++id) {
    const Word& word = sentence.words[id];
    if (word.head != verb + 1) continue;
    if (word.deprel == "obj" && id < verb && is_relative_pronoun(word)) moved = id;
    if (word.deprel == "xcomp" && id > verb && word.upos == Upos::kVerb) infinitive = id;
  }
  if (moved == sentence.words.size() || infinitive == sentence.words.size()) return;
  const bool full = std::any_of(
      sentence.words.begin(), sentence.words.end(),
      [&](const Word& word) { return word.head == infinitive + 1 && word.deprel == "obj"; });
  if (!full) sentence.words[moved].head = infinitive + 1;
}

/// "gave her daughter, Ana Orel, a car", with the car as what the daughter is, too.
void repair_apposed_gift(Sentence& sentence, std::size_t verb, const Lexicon& lexicon) {
  if (!takes_recipient(sentence.words[verb].lemma)) return;
  for (std::size_t id = verb + 1; id < sentence.words.size(); ++id) {
    Word& receiver = sentence.words[id];
    const bool object = receiver.deprel == "obj" || receiver.deprel == "iobj";
    const bool acts = receiver.upos == Upos::kPropn || may_act(receiver, lexicon);
    if (receiver.head != verb + 1 || !object || !acts) continue;
    std::vector<std::size_t> apposed;
    for (std::size_t other = id + 1; other < sentence.words.size(); ++other) {
      const Word& word = sentence.words[other];
      if (word.head == id + 1 && word.deprel == "appos") apposed.push_back(other);
    }
    if (apposed.size() != 2) continue;
    Word& gift = sentence.words[apposed.back()];
    if (gift.upos != Upos::kNoun || may_act(gift, lexicon)) continue;
    receiver.deprel = "iobj";
    gift.head = verb + 1;
    gift.deprel = "obj";
  }
}

void repair_of_phrase(Sentence& sentence, std::size_t verb, const Lexicon& lexicon) {
  if (!takes_of(sentence.words[verb].lemma)) return;
  for (std::size_t id = verb + 1; id < sentence.words.size(); ++id) {
    Word& word = sentence.words[id];
    if (word.deprel != "nmod" || !stands_behind_of(sentence, id) || word.head <= verb + 1) continue;
    const std::size_t object = word.head - 1;
    const Word& somebody = sentence.words[object];
    const bool acts = somebody.upos != Upos::kNoun || may_act(somebody, lexicon);
    if (object >= id || somebody.head != verb + 1 || somebody.deprel != "obj" || !acts) continue;
    word.head = verb + 1;
    word.deprel = "obl";
    return;
  }
}

}  // namespace

void repair_objects_at(Sentence& sentence, std::size_t id, const Lexicon& lexicon) {
  const Word& verb = sentence.words[id];
  if (verb.upos != Upos::kVerb) return;
  repair_moved_object(sentence, id);
  repair_of_phrase(sentence, id, lexicon);
  repair_apposed_gift(sentence, id, lexicon);
  const bool gives = takes_recipient(verb.lemma);
  const bool calls = takes_predicate(verb.lemma);
  if (!gives && !calls) return;
  for (const std::string_view relation : {"obj", "xcomp"}) {
    const std::vector<std::size_t> two = bare_nouns(sentence, id, relation);
    if (two.size() != 2) continue;
    const Stretch first = stretch_of(sentence, two[0]);
    const Stretch second = stretch_of(sentence, two[1]);
    if (first.last + 1 != second.first || first.first != id + 1) continue;
    // "passed retailer Larnex": a noun and its name; "shows the map places": no map gets anything.
    const Word& receiver = sentence.words[two[0]];
    const bool noun = receiver.upos == Upos::kNoun;
    if (noun && (sentence.words[two[1]].upos == Upos::kPropn || !may_act(receiver, lexicon)))
      continue;
    if (calls) {
      sentence.words[two[0]].deprel = "obj";
      sentence.words[two[1]].deprel = "xcomp";
    } else if (relation == "obj") {
      sentence.words[two[0]].deprel = "iobj";
    }
  }
}

}  // namespace relata

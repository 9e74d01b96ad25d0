#include "extract/hyphenated_nouns.hpp"

#include <string>
#include <utility>

#include "extract/english.hpp"

namespace relata {
namespace {

/// True if the word stands right behind the one before it.
bool is_joined(const Sentence& sentence, std::size_t id) {
  return id < sentence.words.size() &&
         sentence.words[id - 1].span.end == sentence.words[id].span.start;
}

/// The last word of the noun that begins at `id`; `id` itself where it is a noun of one word.
std::size_t last_of_noun(const Sentence& sentence, std::size_t id) {
  const auto is_hyphen = [&](std::size_t at) {
    return is_joined(sentence, at) && sentence.words[at].form == "-" && is_joined(sentence, at + 1);
  };
  if (!is_hyphen(id + 1)) return id;
  const std::string second = lower_ascii(sentence.words[id + 2].form);
  if (second == "elect" || second == "designate") return id + 2;
  const bool linked = sentence.words[id + 2].upos == Upos::kAdp && is_hyphen(id + 3);
  return linked && sentence.words[id + 4].upos == Upos::kNoun ? id + 4 : id;
}

}  // namespace

void join_hyphenated_noun_at(Sentence& sentence, std::size_t id, const Lexicon& lexicon) {
  Word& noun = sentence.words[id];
  if (noun.upos != Upos::kNoun && noun.upos != Upos::kPropn) return;
  const std::size_t last = last_of_noun(sentence, id);
  if (last == id) return;
  std::string whole = noun.lemma;
  for (std::size_t part = id + 1; part <= last; ++part) {
    whole += lower_ascii(sentence.words[part].form);
  }
  if (lexicon.can_be_person(whole)) noun.lemma = std::move(whole);
  const auto is_inside = [&](std::size_t head) { return head > id && head <= last + 1; };
  // What hangs on the whole, and the whole itself, hang by the noun.
  for (std::size_t part = id; part <= last; ++part) {
    const Word& word = sentence.words[part];
    if (is_inside(word.head)) continue;
    noun.head = word.head;
    noun.deprel = word.deprel;
    break;
  }
  for (std::size_t other = 0; other < sentence.words.size(); ++other) {
    Word& word = sentence.words[other];
    if (other > id && other <= last) {
      word.head = id + 1;
      word.deprel = word.form == "-" ? "punct" : "fixed";
    } else if (other != id && is_inside(word.head)) {
      word.head = id + 1;
    }
  }
}

}  // namespace relata

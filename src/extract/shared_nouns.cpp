#include "extract/shared_nouns.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "extract/english.hpp"
#include "extract/mention_words.hpp"

namespace relata {
namespace {

bool is_name(const Sentence& sentence, WordId id) {
  return sentence.words[id].upos == Upos::kPropn;
}

/// The word is what hangs with the relation on the other.
bool hangs(const Sentence& sentence, WordId id, WordId on, std::string_view relation) {
  const Word& word = sentence.words[id];
  return word.head == on + 1 && word.deprel.starts_with(relation);
}

/// The last name right before the noun, which it is of: "Moen" of "Larnex and Moen provinces",
/// where "Larnex" is, too; the first if the second hangs on that.
std::optional<WordId> name_of_noun(const Sentence& sentence, WordId noun) {
  for (WordId id = noun; id-- > 0;) {
    if (is_name(sentence, id) && hangs(sentence, id, noun, "compound")) return id;
  }
  return std::nullopt;
}

/// Several divisions of a country that often have the name of a town in them. Quarters and islands
/// go by their names alone ("the Larnex and Moen districts").
bool is_plural_division(const Word& word) {
  constexpr std::array<std::string_view, 10> kDivisions = {
      "cantons", "counties",    "departments", "emirates", "governorates",
      "oblasts", "prefectures", "provinces",   "regions",  "states"};
  return (word.upos == Upos::kNoun || word.upos == Upos::kPropn) &&
         std::find(kDivisions.begin(), kDivisions.end(), lower_ascii(word.form)) !=
             kDivisions.end();
}

}  // namespace

std::string singular_of_kind(const std::string& plural) {
  std::string noun = plural;
  if (noun.ends_with("ies")) {
    noun.replace(noun.size() - 3, 3, "y");
  } else if (noun.ends_with('s')) {
    noun.pop_back();
  }
  if (!noun.empty() && noun.front() >= 'a' && noun.front() <= 'z') {
    noun.front() = static_cast<char>(noun.front() - 'a' + 'A');
  }
  return noun;
}

std::optional<WordId> shared_noun(const Sentence& sentence, WordId name, const Lexicon& lexicon) {
  for (WordId noun = name + 1; noun < sentence.words.size(); ++noun) {
    if (!is_plural_division(sentence.words[noun])) continue;
    const auto first = name_of_noun(sentence, noun);
    if (!first || tells_country(text_of(sentence, {noun - 1, noun}), lexicon)) continue;
    // "Larnex and Moen provinces", as a tree has it: one name hangs on the noun, the others on it.
    const auto is_other = [&](WordId id, WordId of) {
      return id < noun && is_name(sentence, id) && hangs(sentence, id, of, "conj");
    };
    bool several = false;
    for (WordId id = 0; id < noun; ++id) several = several || is_other(id, *first);
    if (several) {
      if (name == *first || is_other(name, *first)) return noun;
      continue;
    }
    // Or the noun is the last of several that hang on the first name.
    const Word& last = sentence.words[noun];
    if (!last.deprel.starts_with("conj") || last.head == 0 || last.head > noun) continue;
    const WordId front = last.head - 1;
    if (!is_name(sentence, front)) continue;
    if (name == front || name == *first || is_other(name, front)) return noun;
  }
  return std::nullopt;
}

}  // namespace relata

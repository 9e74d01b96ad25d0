#include "extract/language_names.hpp"

#include <algorithm>
#include <string>

#include "extract/english.hpp"

namespace relata {
namespace {

/// "Greek", "Latin": an adjective of a country, or no other word of the language ("Photo").
bool is_language(const Word& word, const Lexicon& lexicon) {
  const bool capital = !word.form.empty() && word.form.front() >= 'A' && word.form.front() <= 'Z';
  return capital && (!lexicon.country_of_demonym(word.form).empty() || !lexicon.is_word(word.form));
}

bool parts_names(const Word& word) {
  const std::string form = lower_ascii(word.form);
  return form == "," || form == "/" || form == "or" || form == "also" || form == "and";
}

/// What a name in another language is made of, whatever the tagger thinks of it.
bool may_be_name(const Word& word) {
  return word.upos == Upos::kPropn || word.upos == Upos::kX || word.upos == Upos::kNoun ||
         word.upos == Upos::kAdj || word.upos == Upos::kDet;
}

}  // namespace

bool is_label_of_language(const Sentence& sentence, std::size_t word, const Lexicon& lexicon) {
  const std::vector<Word>& words = sentence.words;
  if (word < 2 || word + 2 >= words.size() || words[word - 1].form != "(" ||
      words[word + 1].form != ":") {
    return false;
  }
  const Word& name = words[word - 2];
  return (name.upos == Upos::kPropn || name.deprel == "flat") && is_language(words[word], lexicon);
}

std::vector<LanguageName> find_language_names(const Sentence& sentence, const Lexicon& lexicon) {
  std::vector<LanguageName> found;
  const std::vector<Word>& words = sentence.words;
  for (std::size_t open = 1; open + 3 < words.size(); ++open) {
    if (!is_label_of_language(sentence, open + 1, lexicon)) continue;
    for (std::size_t i = open + 3; i < words.size();) {
      std::size_t end = i;
      while (end < words.size() && may_be_name(words[end])) ++end;
      const bool ends = end < words.size() && (words[end].form == ")" || words[end].form == ";" ||
                                               parts_names(words[end]));
      if (!ends) break;
      if (end > i) found.push_back({open - 1, i, end - 1});
      if (!parts_names(words[end])) break;
      i = end + 1;
    }
  }
  return found;
}

}  // namespace relata

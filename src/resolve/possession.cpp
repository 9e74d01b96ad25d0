#include "resolve/possession.hpp"

#include <algorithm>
#include <cstddef>
#include <string>

#include "relata/resolve/name.hpp"

namespace relata {
namespace {

/// "Women's", "King's": whose possession is part of a name.
bool is_people(const RawWord& word, const Lexicon& lexicon) {
  std::string noun(lexicon.lemma_of_irregular_plural(word.folded));
  if (noun.empty()) noun = word.folded;
  if (noun.size() > 2 && noun.ends_with('s')) noun.pop_back();
  return lexicon.noun_class(noun) == NounClass::kPerson || lexicon.can_be_person(noun) ||
         lexicon.is_title(word.folded);
}

/// "Women's", of "AFC Women's Cup".
bool is_many(const RawWord& word, const Lexicon& lexicon) {
  return word.folded.ends_with('s') || !lexicon.lemma_of_irregular_plural(word.folded).empty();
}

/// A word that means nothing else in the language, and no direction.
bool is_called(const std::vector<RawWord>& words, const Lexicon& lexicon) {
  return std::any_of(words.begin(), words.end(), [&](const RawWord& word) {
    return word.capital && word.folded.size() > 2 && !lexicon.is_word(word.folded) &&
           !is_direction(word.folded);
  });
}

/// Three words or more with capitals: "Office of Harbour Affairs", not "High Court".
bool is_long(const std::vector<RawWord>& words) {
  constexpr std::ptrdiff_t kLong = 3;
  return std::count_if(words.begin(), words.end(),
                       [](const RawWord& word) { return word.capital; }) >= kLong;
}

std::vector<RawWord> slice(const std::vector<RawWord>& words, std::size_t first, std::size_t end) {
  return {words.begin() + static_cast<std::ptrdiff_t>(first),
          words.begin() + static_cast<std::ptrdiff_t>(end)};
}

}  // namespace

std::optional<Possession> find_possession(const std::vector<RawWord>& words,
                                          const Lexicon& lexicon) {
  for (std::size_t i = words.size(); i-- > 0;) {
    if (i + 1 == words.size() || !words[i].possessive || !words[i + 1].capital) continue;
    Possession found{slice(words, i + 1, words.size()), slice(words, 0, i + 1)};
    const bool full_name =
        i > 0 && !is_many(words[i], lexicon) &&
        is_called({words.begin(), words.begin() + static_cast<std::ptrdiff_t>(i)}, lexicon);
    if (is_people(words[i], lexicon) && !full_name) continue;
    if (is_called(found.owned, lexicon) || (full_name && is_long(found.owned))) return found;
  }
  return std::nullopt;
}

std::optional<Possession> find_place_around(const std::vector<RawWord>& words,
                                            const Lexicon& lexicon) {
  constexpr std::size_t kName = 2;  // and its kind
  for (std::size_t i = kName; i + 1 < words.size(); ++i) {
    if (words[i].folded != "of" || words[i].capital) continue;
    const std::size_t around = words[i + 1].folded == "the" ? i + 2 : i + 1;
    if (around >= words.size() || !words[around].capital) continue;
    if (!lexicon.is_kind_of_place(words[i - 1].folded)) continue;
    if (!is_called(slice(words, 0, i - 1), lexicon)) continue;
    return Possession{slice(words, 0, i), slice(words, around, words.size())};
  }
  return std::nullopt;
}

void drop_kind_of_place(std::vector<RawWord>& words, const Lexicon& lexicon) {
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    const RawWord& before = words[i - 1];
    // "Larnex borough of Callao" is a part of it.
    const bool named = before.capital && !lexicon.is_country(before.text) &&
                       lexicon.country_of_demonym(before.text).empty();
    if (named) return;
    if (words[i].folded == "of" && words[i + 1].capital && !before.capital &&
        lexicon.is_kind_of_place(before.folded)) {
      words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(i) + 1);
      return;
    }
  }
}

}  // namespace relata

#include "extract/ages.hpp"

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>

#include "extract/english.hpp"

namespace relata {
namespace {

constexpr unsigned kOldest = 115;

/// The number that the word is in figures, if somebody can be of that age; else 0.
unsigned years_of(const Word& word) {
  if (word.upos != Upos::kNum) return 0;
  unsigned years = 0;
  const char* end = word.form.data() + word.form.size();
  const auto [past, error] = std::from_chars(word.form.data(), end, years);
  return error == std::errc() && past == end && years <= kOldest ? years : 0;
}

bool is_mark(const Sentence& sentence, std::size_t id) {
  return id >= sentence.words.size() || sentence.words[id].upos == Upos::kPunct;
}

/// "24" of "24-year-old", whose "old" is at the word.
unsigned years_before_old(const Sentence& sentence, std::size_t old) {
  const auto before = [&](std::size_t id) {
    while (id > 0 && sentence.words[id - 1].form == "-") --id;
    return id;
  };
  const std::size_t after_year = before(old);
  if (after_year == 0) return 0;
  const std::string year = lower_ascii(sentence.words[after_year - 1].form);
  if (year != "year" && year != "years") return 0;
  const std::size_t after_number = before(after_year - 1);
  return after_number == 0 ? 0 : years_of(sentence.words[after_number - 1]);
}

bool hangs_on(const Sentence& sentence, std::size_t id, std::size_t head) {
  return sentence.words[id].head == head + 1;
}

/// "of 24" behind the noun, and nothing that the number counts.
bool stands_behind_noun(const Sentence& sentence, std::size_t id, std::size_t head) {
  return id == head + 2 && lower_ascii(sentence.words[head + 1].form) == "of" &&
         (is_mark(sentence, id + 1) || sentence.words[id + 1].upos == Upos::kAux ||
          sentence.words[id + 1].upos == Upos::kVerb || sentence.words[id + 1].upos == Upos::kAdp);
}

}  // namespace

unsigned age_at(const Sentence& sentence, std::size_t head) {
  for (std::size_t id = 0; id < sentence.words.size(); ++id) {
    const Word& word = sentence.words[id];
    const std::string form = lower_ascii(word.form);
    if (form == "old" && (id == head || (id < head && hangs_on(sentence, id, head)))) {
      if (const unsigned years = years_before_old(sentence, id)) return years;
    }
    if (id <= head || !hangs_on(sentence, id, head)) continue;
    const bool aged = form == "aged" || form == "age";
    if (aged && id + 1 < sentence.words.size()) {
      if (const unsigned years = years_of(sentence.words[id + 1])) return years;
    }
    const unsigned years = years_of(word);
    if (years == 0) continue;
    const std::string& before = sentence.words[id - 1].form;
    const bool apart = (before == "," || before == "(") && is_mark(sentence, id + 1);
    if (apart || stands_behind_noun(sentence, id, head)) return years;
  }
  return 0;
}

}  // namespace relata

#include "resolve/front_acronyms.hpp"

#include <algorithm>
#include <cstddef>

#include "resolve/raw_words.hpp"

namespace relata {
namespace {

constexpr std::size_t kLetters = 3;

using Words = std::vector<std::string>;

const Words& bare_words_of(const ParsedName& name) {
  return name.bare_words.empty() ? name.words : name.bare_words;
}

/// The words of the name without its country as the text has them; none if they stand apart there.
std::vector<RawWord> written_words(const ParsedName& name) {
  const std::vector<RawWord> all = split_raw(name.surface);
  const Words& bare = bare_words_of(name);
  const auto same = [](const RawWord& word, const std::string& folded) {
    return word.folded == folded;
  };
  const auto first = std::search(all.begin(), all.end(), bare.begin(), bare.end(), same);
  if (first == all.end()) return {};
  return {first, first + static_cast<std::ptrdiff_t>(bare.size())};
}

std::string joined(const std::string& front, const Words& words, std::size_t from) {
  return front + ' ' + join_words({words.begin() + static_cast<std::ptrdiff_t>(from), words.end()});
}

bool has_acronym_in_front(const std::vector<RawWord>& words) {
  const RawWord& first = words.front();
  return first.all_capitals && first.folded.size() >= kLetters && !words[1].all_capitals &&
         std::none_of(first.folded.begin(), first.folded.end(), is_digit);
}

}  // namespace

std::vector<std::string> names_by_front(const ParsedName& name) {
  const Words& bare = bare_words_of(name);
  if (bare.size() < 2) return {};
  const std::vector<RawWord> words = written_words(name);
  if (words.empty()) return {};
  if (has_acronym_in_front(words)) return {joined(bare.front(), bare, 1)};
  std::vector<std::string> found;
  std::string initials;
  for (std::size_t i = 0; i + 1 < bare.size(); ++i) {
    if (words[i].capital) initials += bare[i].front();
    // "Bureau of" is no front.
    if (initials.size() >= kLetters && words[i].capital && words[i + 1].capital) {
      found.push_back(joined(initials, bare, i + 1));
    }
  }
  return found;
}

bool spells_out_front(const ParsedName& brief, const ParsedName& full) {
  const Words& x = bare_words_of(brief);
  const Words& y = bare_words_of(full);
  // Asked of all pairs of bodies: most differ behind the front.
  if (x.size() < 2 || y.size() < x.size() + kLetters - 1 ||
      !std::equal(x.rbegin(), x.rend() - 1, y.rbegin())) {
    return false;
  }
  const std::vector<std::string> short_form = names_by_front(brief);
  if (short_form.size() != 1 || short_form.front() != join_words(x)) return false;
  const std::vector<std::string> long_forms = names_by_front(full);
  return std::find(long_forms.begin(), long_forms.end(), short_form.front()) != long_forms.end();
}

}  // namespace relata

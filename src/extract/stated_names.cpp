#include "extract/stated_names.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "extract/english.hpp"
#include "extract/joined_names.hpp"

namespace relata {
namespace {

using Words = std::vector<Word>;

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

bool is(const Words& words, std::size_t i, std::string_view form) {
  return i < words.size() && lower_ascii(words[i].form) == form;
}

template <std::size_t N>
bool is_one_of(const Words& words, std::size_t i, const std::array<std::string_view, N>& forms) {
  return i < words.size() &&
         std::find(forms.begin(), forms.end(), lower_ascii(words[i].form)) != forms.end();
}

/// The end of the name before the word, over a comma or bracket.
std::optional<std::size_t> name_before(const Words& words, std::size_t i) {
  if (i > 0 && (words[i - 1].form == "," || words[i - 1].form == "(")) --i;
  const bool name = i > 0 && begins_capital(words[i - 1].form) && words[i - 1].upos == Upos::kPropn;
  return name ? std::optional(i - 1) : std::nullopt;
}

/// The name that begins at the word, without an article.
std::optional<StatedName> name_from(const Words& words, std::size_t name, std::size_t i) {
  constexpr std::array<std::string_view, 8> kWithin = {"-",  "of", "the", "for",
                                                       "al", "de", "el",  "and"};
  if (is(words, i, "the")) ++i;
  if (i >= words.size() || !begins_capital(words[i].form)) return std::nullopt;
  std::size_t last = i;
  for (std::size_t end = i + 1; end < words.size(); ++end) {
    if (begins_capital(words[end].form)) {
      last = end;
    } else if (!is_one_of(words, end, kWithin) || is(words, end, "and")) {
      break;
    }
  }
  return StatedName{name, i, last};
}

/// "STC", "FAPe", "M-19": two capitals or more, few letters.
bool is_letters(const std::string& form) {
  constexpr std::size_t kMost = 8;
  return form.size() <= kMost && std::count_if(form.begin(), form.end(), is_capital) > 1 &&
         std::all_of(form.begin(), form.end(),
                     [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); });
}

/// The words with a capital up to `last`, from the first behind what is none.
std::vector<std::string> words_of_name(const Words& words, std::size_t last) {
  std::vector<std::string> found;
  for (std::size_t i = last + 1; i-- > 0;) {
    if (begins_capital(words[i].form)) {
      found.insert(found.begin(), lower_ascii(words[i].form));
    } else if (words[i].upos != Upos::kAdp && words[i].upos != Upos::kDet &&
               words[i].upos != Upos::kCconj && words[i].upos != Upos::kPart) {
      break;
    }
  }
  return found;
}

/// "centcom" of Central Command.
bool is_made_of(std::string_view letters, const std::vector<std::string>& words, std::size_t at) {
  if (at == words.size() || letters.empty()) return at == words.size() && letters.empty();
  for (std::size_t n = 1; n <= letters.size() && n <= words[at].size(); ++n) {
    if (letters[n - 1] != words[at][n - 1]) break;
    if (is_made_of(letters.substr(n), words, at + 1)) return true;
  }
  return false;
}

/// Its initials in any order ("LDC" of a Democratic League of Callao), or beginnings of its words;
/// of these the last two, three, … of the name.
bool may_be_letters_of(const std::string& form, const std::vector<std::string>& words) {
  const std::string letters = lower_ascii(form);
  std::string sorted = letters;
  std::sort(sorted.begin(), sorted.end());
  for (std::size_t from = 0; from + 1 < words.size(); ++from) {
    std::string initials;
    for (std::size_t i = from; i < words.size(); ++i) initials += words[i].front();
    std::sort(initials.begin(), initials.end());
    if (initials == sorted || is_made_of(letters, words, from)) return true;
  }
  return false;
}

/// "alias", "a.k.a.", "whose real name is", "known by its Spanish acronym", "which … calls": where
/// the other name begins; 0 if none of these begins at the word.
std::size_t end_of_link(const Words& words, std::size_t i) {
  constexpr std::array<std::string_view, 4> kAlias = {"alias", "aka", "a.k.a.", "a.k.a"};
  constexpr std::array<std::string_view, 4> kLetters = {"acronym", "initials", "abbreviation",
                                                        "nickname"};
  constexpr std::size_t kFew = 5;
  if (is_one_of(words, i, kAlias)) return i + 1;
  if (is(words, i, "whose") && is(words, i + 1, "real") && is(words, i + 2, "name") &&
      (is(words, i + 3, "is") || is(words, i + 3, "was"))) {
    return i + 4;
  }
  if (is(words, i, "known") && is(words, i + 1, "by")) {
    for (std::size_t at = i + 2; at < i + 2 + kFew; ++at) {
      if (is_one_of(words, at, kLetters)) return at + 1;
    }
  }
  if (is(words, i, "which")) {
    for (std::size_t at = i + 1; at < i + kFew; ++at) {
      if (is(words, at, "calls")) return is(words, at + 1, "itself") ? at + 2 : at + 1;
      if (is(words, at, ",")) break;
    }
  }
  return 0;
}

/// "(FAPe)", ", the LDC,", ", CENTCOM,": letters alone behind a name of several words.
bool are_letters_of_name(const Sentence& sentence, const StatedName& stated) {
  const Words& words = sentence.words;
  if (stated.first != stated.last || !is_letters(words[stated.last].form)) return false;
  const std::size_t behind = stated.last + 1;
  const std::vector<std::string> name = words_of_name(words, stated.name);
  if (name.size() < 2) return false;
  if (words[stated.name + 1].form == "(") {
    return behind < words.size() && words[behind].form == ")" && stated.first == stated.name + 2 &&
           may_be_letters_of(words[stated.last].form, name) &&
           !is_agency_of_dateline(sentence, stated.first);
  }
  return behind < words.size() && words[behind].form == "," &&
         may_be_letters_of(words[stated.last].form, name);
}

}  // namespace

std::vector<StatedName> find_stated_names(const Sentence& sentence) {
  const Words& words = sentence.words;
  std::vector<StatedName> found;
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (const std::size_t end = end_of_link(words, i); end > 0) {
      const std::optional<std::size_t> name = name_before(words, i);
      if (!name) continue;
      if (const auto stated = name_from(words, *name, end)) found.push_back(*stated);
    } else if (words[i].form == "," || words[i].form == "(") {
      const std::optional<std::size_t> name = name_before(words, i);
      if (!name) continue;
      const auto stated = name_from(words, *name, i + 1);
      if (stated && are_letters_of_name(sentence, *stated)) found.push_back(*stated);
    }
  }
  return found;
}

}  // namespace relata

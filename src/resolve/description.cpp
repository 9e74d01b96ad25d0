#include "relata/resolve/description.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "relata/resolve/name.hpp"
#include "resolve/raw_words.hpp"

namespace relata {
namespace {

/// Where the head's own words end: prepositions and relatives.
constexpr std::array<std::string_view, 33> kEnds = {
    "of",      "in",    "on",     "at",     "for",    "from",  "with",    "by",    "to",
    "between", "who",   "whom",   "whose",  "which",  "that",  "against", "under", "near",
    "about",   "after", "before", "during", "within", "among", "over",    "as",    "than",
    "across",  "into",  "since",  "until",  "and",    "or"};
constexpr std::array<std::string_view, 30> kNumerals = {
    "two",      "three",    "four",    "five",     "six",      "seven",   "eight",   "nine",
    "ten",      "eleven",   "twelve",  "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
    "eighteen", "nineteen", "twenty",  "thirty",   "forty",    "fifty",   "sixty",   "seventy",
    "eighty",   "ninety",   "hundred", "thousand", "dozen",    "dozens"};
/// Words that make it another one than the same description without them.
constexpr std::array<std::string_view, 13> kOthers = {
    "another", "ex",  "former", "future", "incoming", "late",  "new",
    "next",    "old", "other",  "past",   "previous", "second"};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// "nine of the trapped men", the words before "of" ending at `of`: men, and how many of them.
bool picks_some(const std::vector<RawWord>& words, std::size_t of) {
  if (of == 0 || of + 2 >= words.size() || words[of].folded != "of") return false;
  const std::string& number = words[of - 1].folded;
  if (number != "one" && !is_numeral(number)) return false;
  constexpr std::array<std::string_view, 8> kOfThese = {"the", "these", "those", "their",
                                                        "its", "his",   "her",   "our"};
  return is_one_of(kOfThese, words[of + 1].folded);
}

std::string text_of(const std::vector<RawWord>& words, std::size_t first, std::size_t last) {
  std::string text;
  for (std::size_t i = first; i < last; ++i) {
    if (!text.empty()) text += words[i - 1].hyphen_after ? '-' : ' ';
    text += words[i].text;
  }
  return text;
}

/// A capital, or the article of "al-Qaeda".
bool begins_name(const std::vector<RawWord>& words, std::size_t i) {
  const bool article = words[i].folded == "al" || words[i].folded == "el";
  return words[i].capital ||
         (article && words[i].hyphen_after && i + 1 < words.size() && words[i + 1].capital);
}

/// One behind "appointed" of "Peru-appointed", where a name begins at `first`; else `first`.
std::size_t end_of_tied_name(const std::vector<RawWord>& words, std::size_t first,
                             std::size_t end) {
  std::size_t last = first;
  while (last + 1 < end && begins_name(words, last) && begins_name(words, last + 1)) ++last;
  const bool tied =
      last + 2 < end && words[last].capital && words[last].hyphen_after && !words[last + 1].capital;
  return tied ? last + 2 : first;
}

void set_anchor(const std::vector<RawWord>& words, std::size_t first, std::size_t last,
                const Lexicon& lexicon, ParsedDescription& parsed) {
  if (first >= last || !parsed.anchor.empty()) return;
  const std::string text = text_of(words, first, last);
  std::string_view country = lexicon.canonical_country(text);
  if (country.empty()) country = lexicon.country_of_demonym(text);
  parsed.anchor_country = country;
  parsed.anchor = join_words(fold_words(country.empty() ? text : country));
}

std::vector<std::string> others_among(const std::vector<std::string>& modifiers) {
  std::vector<std::string> found;
  for (const std::string& word : modifiers) {
    if (is_one_of(kOthers, word)) found.push_back(word);
  }
  return found;
}

}  // namespace

bool is_numeral(std::string_view folded) {
  return (!folded.empty() && folded[0] >= '0' && folded[0] <= '9') || is_one_of(kNumerals, folded);
}

ParsedDescription parse_description(std::string_view text, const Lexicon& lexicon) {
  ParsedDescription parsed;
  std::vector<RawWord> words = split_raw(text);
  std::size_t first = 0;
  while (first + 1 < words.size() && (words[first].folded == "the" || words[first].folded == "a" ||
                                      words[first].folded == "an")) {
    ++first;
  }
  if (first >= words.size()) return parsed;
  const auto end_after = [&](std::size_t from) {
    std::size_t at = from;
    while (at < words.size()) {
      if (at > from && !words[at].capital && is_one_of(kEnds, words[at].folded)) break;
      ++at;
      if (words[at - 1].comma_after) break;
    }
    return at;
  };
  std::size_t end = end_after(first);
  // "the Danish army and police" are not the Danish army: all that is joined is the head.
  const std::size_t joined = end;
  if (picks_some(words, joined)) {
    ParsedDescription some = parse_description(text_of(words, joined + 1, words.size()), lexicon);
    some.count = words[joined - 1].folded;
    some.bare = false;
    return some;
  }
  while (end + 1 < words.size() && (words[end].folded == "and" || words[end].folded == "or")) {
    end = end_after(end + 1);
  }
  // "of Mali" right behind the head anchors it; so does a possessor before it.
  std::size_t begin = first;
  for (std::size_t i = first; i + 1 < joined; ++i) {
    if (!words[i].possessive) continue;
    std::size_t name = i;
    while (name > first && words[name - 1].capital) --name;
    if (words[i].capital) set_anchor(words, name, i + 1, lexicon, parsed);
    begin = i + 1;
  }
  std::string tied;
  for (std::size_t i = begin; i + 1 < joined;) {
    const std::size_t behind = end_of_tied_name(words, i, joined);
    if (behind > i) {
      // "Peru-backed government" is not Peru's, but the same from day to day.
      tied = join_words(fold_words(text_of(words, i, behind)));
      i = behind;
    } else if (is_numeral(words[i].folded)) {
      if (parsed.count.empty()) parsed.count = words[i].folded;
      ++i;
    } else if (begins_name(words, i) && words[i].folded.size() > 1) {
      std::size_t last = i;
      while (last + 1 < joined && begins_name(words, last)) ++last;
      // "the Republican administration" is nobody's of that name.
      const bool describes = last == i + 1 &&
                             lexicon.noun_class(words[i].folded) == NounClass::kPerson &&
                             lexicon.country_of_demonym(words[i].text).empty();
      if (parsed.anchor.empty() && !describes) {
        set_anchor(words, i, last, lexicon, parsed);
      } else {
        for (std::size_t j = i; j < last; ++j) parsed.modifiers.push_back(words[j].folded);
      }
      i = last;
    } else {
      parsed.modifiers.push_back(words[i].folded);
      ++i;
    }
  }
  if (!tied.empty() && parsed.anchor.empty()) {
    parsed.anchor = std::move(tied);
  } else if (!tied.empty()) {
    parsed.modifiers.push_back(std::move(tied));
  }
  parsed.head = words[joined - 1].folded;
  for (std::size_t i = joined; i < end; ++i) parsed.head += ' ' + words[i].folded;
  if (end + 1 < words.size() && words[end].folded == "of") {
    std::size_t name = end + 1;
    if (words[name].folded == "the" && name + 1 < words.size()) ++name;
    std::size_t last = name;
    while (last < words.size() && words[last].capital) {
      ++last;
      if (words[last - 1].comma_after || words[last - 1].possessive) break;
    }
    set_anchor(words, name, last, lexicon, parsed);
  }
  std::sort(parsed.modifiers.begin(), parsed.modifiers.end());
  parsed.bare = first + 1 == words.size();
  return parsed;
}

bool is_word_for_another(std::string_view folded) { return is_one_of(kOthers, folded); }

bool others_differ(const ParsedDescription& a, const ParsedDescription& b) {
  return others_among(a.modifiers) != others_among(b.modifiers);
}

bool may_describe_one(const ParsedDescription& a, const ParsedDescription& b) {
  if (a.head.empty() || a.head != b.head || a.count != b.count) return false;
  if (!a.anchor.empty() && !b.anchor.empty() && a.anchor != b.anchor) return false;
  if (others_differ(a, b)) return false;
  const auto& fewer = a.modifiers.size() <= b.modifiers.size() ? a.modifiers : b.modifiers;
  const auto& more = a.modifiers.size() <= b.modifiers.size() ? b.modifiers : a.modifiers;
  return std::includes(more.begin(), more.end(), fewer.begin(), fewer.end());
}

}  // namespace relata

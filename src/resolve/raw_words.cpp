#include "resolve/raw_words.hpp"

#include <string>
#include <string_view>
#include <utility>

#include "relata/core/unicode.hpp"

namespace relata {
namespace {

bool is_apostrophe(char32_t c) {
  return c == U'\'' || c == U'\u2019' || c == U'\u2018' || c == U'\u02BB' || c == U'\u02BC' ||
         c == U'`';
}

bool is_letter_or_digit(char32_t c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  // Above ASCII all but the punctuation and symbol blocks that names in text bring along.
  return !(c >= 0x80 && c <= 0xBF) && !(c >= 0x2000 && c <= 0x2BFF) && c != 0xD7 && c != 0xF7 &&
         !(c >= 0x3000 && c <= 0x303F) && !is_apostrophe(c);
}

bool is_hyphen(char32_t c) { return c == U'-' || (c >= 0x2010 && c <= 0x2015) || c == U'/'; }

/// `ending` of a word, or its plural, and what stands for it on the other side of the Atlantic.
bool respell(std::string& word, std::string_view ending, std::string_view other) {
  constexpr std::size_t kShortest = 6;  // "tour" and "hour" are "tour" and "hour" everywhere
  const bool plural = word.ends_with('s');
  const std::size_t size = word.size() - (plural ? 1 : 0);
  if (size < kShortest || !std::string_view(word).substr(0, size).ends_with(ending)) return false;
  word.replace(size - ending.size(), ending.size(), other);
  return true;
}

/// "defense", "labor", "center", "organization": one spelling of what is written in two ways, so
/// that two papers name one ministry.
void spell_american(std::string& word) {
  for (const auto& [british, american] :
       {std::pair<std::string_view, std::string_view>{"defence", "defense"},
        {"offence", "offense"},
        {"licence", "license"},
        {"programme", "program"},
        {"isation", "ization"},
        {"our", "or"},
        {"tre", "ter"}}) {
    if (respell(word, british, american)) return;
  }
}

/// "gov't", "Dept.", "Mt.", "Shaikh": nouns of bodies as headlines shorten them, of places, and a
/// title in one spelling.
void spell_out(std::string& word) {
  for (const auto& [brief, full] :
       {std::pair<std::string_view, std::string_view>{"govt", "government"},
        {"dept", "department"},
        {"univ", "university"},
        {"assn", "association"},
        {"bros", "brothers"},
        {"natl", "national"},
        {"mt", "mount"},
        {"mts", "mountains"},
        {"ft", "fort"},
        {"intl", "international"},
        {"shaikh", "sheikh"},
        {"shaykh", "sheikh"},
        {"sheik", "sheikh"},
        {"oblast", "region"}}) {
    if (word == brief) {
      word = full;
      return;
    }
  }
}

void finish(RawWord& word, std::vector<RawWord>& words) {
  if (word.text.empty()) return;
  word.folded = fold_for_key(word.text);
  spell_american(word.folded);
  spell_out(word.folded);
  const std::string lower = to_lower(word.text);
  const CodePoint first = code_point_at(word.text, 0);
  const CodePoint lowered = code_point_at(lower, 0);
  word.capital = first.value != lowered.value || (first.value >= '0' && first.value <= '9');
  std::size_t letters = 0;
  bool capitals = true;
  for (std::size_t i = 0, j = 0; i < word.text.size() && j < lower.size();) {
    const CodePoint a = code_point_at(word.text, i);
    const CodePoint b = code_point_at(lower, j);
    i += a.size;
    j += b.size;
    if (a.value >= '0' && a.value <= '9') continue;
    ++letters;
    capitals = capitals && a.value != b.value;
  }
  word.all_capitals = capitals && letters >= 2;
  words.push_back(std::move(word));
  word = RawWord();
}

}  // namespace

std::vector<RawWord> split_raw(std::string_view text) {
  std::vector<RawWord> words;
  RawWord word;
  std::size_t run = 0;  // letters since the word began or had a period
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    const std::size_t next = i + c.size;
    const bool letter_after =
        next < text.size() && is_letter_or_digit(code_point_at(text, next).value);
    if (is_letter_or_digit(c.value)) {
      if (word.text.empty()) {
        word.begin = i;
        run = 0;
      }
      word.text.append(text.substr(i, c.size));
      word.end = next;
      ++run;
    } else if (is_apostrophe(c.value)) {
      // 's before a break is the possessive; any other apostrophe is part of its word.
      const bool s = next < text.size() && (text[next] == 's' || text[next] == 'S');
      const bool ends = s && (next + 1 == text.size() ||
                              !is_letter_or_digit(code_point_at(text, next + 1).value));
      if (!word.text.empty() && ends) {
        word.possessive = true;
        i = next + 1;
        continue;
      }
      const bool last = next == text.size() || text[next] == ' ';
      if (last && (word.text.ends_with('s') || word.text.ends_with('S'))) word.possessive = true;
    } else if (c.value == U'.' && !word.text.empty()) {
      word.period = true;
      word.end = next;
      // "U.S." is one word, "St.Louis" two.
      if (run > 1 && letter_after) finish(word, words);
      run = 0;
    } else if (c.value == U',' && letter_after && !word.text.empty() &&
               is_digit(word.text.back()) && is_digit(text[next])) {
      // "5,000" is one number.
    } else if (c.value == U'&') {
      finish(word, words);
      word.text = "and";
      word.begin = i;
      word.end = next;
      finish(word, words);
    } else {
      const bool had = !word.text.empty();
      finish(word, words);
      if (had && is_hyphen(c.value)) words.back().hyphen_after = true;
      if (had && c.value == U',') words.back().comma_after = true;
    }
    i = next;
  }
  finish(word, words);
  // "St. Larnex"; the last one is a street.
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (words[i].capital && words[i].folded == "st") words[i].folded = "saint";
  }
  return words;
}

std::string surface_of(std::span<const RawWord> words) {
  std::string text;
  for (const RawWord& word : words) {
    if (!text.empty()) text += ' ';
    text += word.text;
  }
  return text;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace relata

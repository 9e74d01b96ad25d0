#include "resolve/name_spelling.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <numeric>
#include <utility>

#include "relata/analysis/lexicon.hpp"
#include "relata/core/unicode.hpp"
#include "relata/resolve/name.hpp"

namespace relata {
namespace {

using Words = std::vector<std::string>;

constexpr std::size_t kShortWord = 4;  // fewer letters: the key keeps too little
constexpr std::size_t kLongWord = 5;   // one at least in each name
constexpr std::size_t kShortestPart = 3;
constexpr std::size_t kLongName = 6;  // of one word
constexpr std::size_t kMostEdits = 2;

/// "Haniyeh", "Haniya": the h behind the last vowel of Arabic and Hebrew names is written or not.
bool ends_in_silent_h(std::string_view word) {
  return word.size() > kShortWord && word.back() == 'h' &&
         std::string_view("ae").find(word[word.size() - 2]) != std::string_view::npos;
}

/// "larnexa" of "larnexah", "luttich" of "luettich": letters that are written or not.
std::string as_letters_go(std::string word) {
  if (ends_in_silent_h(word)) word.pop_back();
  for (const char* umlaut : {"ae", "oe", "ue"}) {
    for (std::size_t at = word.find(umlaut); at != word.npos; at = word.find(umlaut, at + 1)) {
      word.erase(at + 1, 1);
    }
  }
  return word;
}

bool is_vowel(char letter) {
  return std::string_view("aeiou ").find(letter) != std::string_view::npos;
}

/// y is a consonant before a vowel ("Fayez", "Liaoyang").
bool is_vowel_at(std::string_view word, std::size_t i) {
  if (word[i] != 'y') return is_vowel(word[i]);
  return i + 1 == word.size() || !is_vowel(word[i + 1]);
}

/// Runs of vowels.
std::size_t count_syllables(std::string_view word) {
  std::size_t count = 0;
  bool vowel = false;  // the letter before
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool now = is_vowel_at(word, i);
    count += now && !vowel ? 1 : 0;
    vowel = now;
  }
  return count;
}

/// In order, doubled ones once, without the h of "kh" (of "gh" it may tell Pittsburgh from
/// Pittsburg).
std::string consonants_of(std::string_view word) {
  std::string consonants;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool doubled = i > 0 && word[i] == word[i - 1];
    const bool breathed = word[i] == 'h' && i > 0 &&
                          std::string_view("bdkt").find(word[i - 1]) != std::string_view::npos;
    if (!doubled && !breathed && !is_vowel_at(word, i)) consonants += word[i];
  }
  return consonants;
}

/// False of two consonants that stand for themselves in every key, so that most words need none.
bool may_begin_alike(char a, char b) {
  constexpr std::string_view kPlain = "bdfglmnrstvz";
  return a == b || kPlain.find(a) == kPlain.npos || kPlain.find(b) == kPlain.npos;
}

/// Vowels that transliterations change for one another; none of a consonant.
char vowel_class(char letter) {
  switch (letter) {
    case 'a':
      return 'a';
    case 'e':
    case 'i':
    case 'y':
      return 'i';
    case 'o':
    case 'u':
      return 'u';
    default:
      return '\0';
  }
}

/// The class of a vowel at the end: it tells names apart ("Maria", "Mario").
char ending_of(std::string_view word) {
  return vowel_class(ends_in_silent_h(word) ? 'a' : word.back());
}

/// "Hansen" and "Hanson" are two families, however they sound.
bool are_two_patronymics(std::string_view a, std::string_view b) {
  return (a.ends_with("sen") && b.ends_with("son")) || (a.ends_with("son") && b.ends_with("sen"));
}

bool are_alike(const std::string& a, const std::string& b, const MayDiffer& may_differ) {
  if (a == b) return true;
  if (a.size() < kShortWord && b.size() < kShortWord) return false;
  return may_begin_alike(a[0], b[0]) && ending_of(a) == ending_of(b) &&
         !are_two_patronymics(a, b) && spelling_key(a) == spelling_key(b) && may_differ(a, b);
}

/// Levenshtein's distance.
std::size_t count_edits(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);  // edits that make the start of b of that of a
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0]++;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t taken = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({taken, diagonal + 1, row[j] + 1});
    }
  }
  return row[b.size()];
}

/// "Jaemyung" of "Jae-myung", "Abdulmalik" of "Abdel-Malek"; not "iPhones" of "iPhone OS".
bool is_parted(const std::string& whole, const std::string& a, const std::string& b) {
  const std::string joined = a + b;
  return whole == joined ||
         (std::min(a.size(), b.size()) >= kShortestPart &&
          spelling_key(whole) == spelling_key(joined) && count_edits(whole, joined) <= kMostEdits);
}

/// Matches the rest of both names, one word with one or with two. Names have few words.
class Alignment {
 public:
  Alignment(const Words& a, const Words& b, const MayDiffer& may_differ)
      : a_(a), b_(b), may_differ_(may_differ) {}

  bool match(std::size_t i, std::size_t j) const {
    if (i == a_.size() || j == b_.size()) return i == a_.size() && j == b_.size();
    if (are_alike(a_[i], b_[j], may_differ_) && match(i + 1, j + 1)) return true;
    if (i + 1 < a_.size() && is_parted(b_[j], a_[i], a_[i + 1]) && match(i + 2, j + 1)) return true;
    return j + 1 < b_.size() && is_parted(a_[i], b_[j], b_[j + 1]) && match(i + 1, j + 2);
  }

 private:
  const Words& a_;
  const Words& b_;
  const MayDiffer& may_differ_;
};

bool has_long_word(const Words& words) {
  return std::any_of(words.begin(), words.end(),
                     [](const std::string& word) { return word.size() >= kLongWord; });
}

/// "Strait of Larnex", "Straits of Larnex": three words or more, one of them in the plural.
bool differ_in_number(const Words& a, const Words& b, const Lexicon& lexicon) {
  constexpr std::size_t kEnough = 3;
  if (a.size() != b.size() || a.size() < kEnough) return false;
  std::size_t differ = a.size();
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] == b[i]) continue;
    if (differ != a.size() || (a[i] != b[i] + 's' && b[i] != a[i] + 's')) return false;
    differ = i;
  }
  return differ != a.size() && lexicon.is_word(std::min(a[differ], b[differ]));
}

/// "Larnex's", "Larnexs".
bool drops_apostrophe(const ParsedName& full, const ParsedName& bare) {
  return (full.surface.ends_with("'s") || full.surface.ends_with("’s")) &&
         join_words(full.words) + 's' == join_words(bare.words);
}

/// ASCII letters and digits of the name as it is shown, folded; umlauts and their like as two
/// letters where `spelled_out` ("Luettich").
std::string letters_of(const ParsedName& name, bool spelled_out) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kTwoLetters = {
      {{"ä", "ae"},
       {"æ", "ae"},
       {"å", "aa"},
       {"ö", "oe"},
       {"ø", "oe"},
       {"ü", "ue"},
       {"Ä", "ae"},
       {"Æ", "ae"},
       {"Å", "aa"},
       {"Ö", "oe"},
       {"Ø", "oe"},
       {"Ü", "ue"}}};
  std::string text = name.shown;
  if (spelled_out) {
    for (const auto& [letter, two] : kTwoLetters) {
      for (std::size_t at = text.find(letter); at != text.npos; at = text.find(letter, at)) {
        text.replace(at, letter.size(), two);
      }
    }
  }
  text = fold_for_key(text);
  std::erase_if(text, [](char c) { return (c < 'a' || c > 'z') && (c < '0' || c > '9'); });
  return text;
}

/// "Tal Afar", "Talafar"; "Larnex's Bay", "Larnexs Bay"; "Tromsø", "Tromsoe".
bool have_same_letters(const ParsedName& a, const ParsedName& b) {
  constexpr std::size_t kMore = 3;  // an ending 's, the e of an umlaut
  const auto count = [](const Words& words) {
    return std::accumulate(
        words.begin(), words.end(), std::size_t{0},
        [](std::size_t sum, const std::string& word) { return sum + word.size(); });
  };
  const std::size_t of_a = count(a.words);
  const std::size_t of_b = count(b.words);
  if (std::max(of_a, of_b) > std::min(of_a, of_b) + kMore) return false;
  const std::string x = letters_of(a, false);
  const std::string y = letters_of(b, false);
  if (std::min(x.size(), y.size()) < kLongName) return false;
  return x == y || letters_of(a, true) == y || x == letters_of(b, true);
}

/// "Park Geun-hye", "Park Geunhye": the same letters.
bool are_parted_otherwise(const Words& a, const Words& b) {
  constexpr std::size_t kEnough = 8;
  const auto letters = [](const Words& words) {
    return std::accumulate(words.begin(), words.end(), std::string());
  };
  return a.size() != b.size() && letters(a) == letters(b) && letters(a).size() >= kEnough;
}

/// "Saif", "Seif"; "Raisi", "Raeisi"; "Laura" is not "Lara": an a sounds like the vowel behind it.
char first_sound(char vowel, char next) {
  const char behind = vowel_class(next);
  return vowel == 'a' && behind != '\0' ? behind : vowel_class(vowel);
}

bool always(std::string_view /*a*/, std::string_view /*b*/) { return true; }

}  // namespace

bool are_spelled_alike(const Words& a, const Words& b, const MayDiffer& may_differ) {
  const std::size_t more = std::max(a.size(), b.size());
  const std::size_t fewer = std::min(a.size(), b.size());
  if (fewer == 0 || more > 2 * fewer) return false;
  if (are_parted_otherwise(a, b)) return true;
  if (!has_long_word(a) || !has_long_word(b)) return false;
  return Alignment(a, b, may_differ).match(0, 0);
}

bool are_spelled_alike(const Words& a, const Words& b) { return are_spelled_alike(a, b, always); }

bool are_surely_alike(const Words& a, const Words& b) {
  return are_spelled_alike(a, b, [](std::string_view x, std::string_view y) {
    const std::size_t syllables = count_syllables(x);
    return std::max(x.size(), y.size()) > kLongWord ||
           (syllables > 1 && syllables == count_syllables(y));
  });
}

bool leaves_out_initial(const Words& brief, const Words& full) {
  return brief.size() > 2 && brief.size() < full.size() && brief[1].size() == 1 &&
         !full[1].starts_with(brief[1]);
}

bool abbreviates_alike(const Words& a, const Words& b) {
  const Words& brief = a.size() < b.size() ? a : b;
  const Words& full = a.size() < b.size() ? b : a;
  if (brief.size() < 2 || brief.size() == full.size() || !has_long_word(brief)) return false;
  if (leaves_out_initial(brief, full) || !are_alike(brief.front(), full.front(), always) ||
      !are_alike(brief.back(), full.back(), always)) {
    return false;
  }
  std::size_t at = 0;
  for (const std::string& word : brief) {
    const auto stands_for = [&](const std::string& other) {
      return are_alike(word, other, always) || (word.size() == 1 && other.starts_with(word));
    };
    while (at < full.size() && !stands_for(full[at])) ++at;
    if (at == full.size()) return false;
    ++at;
  }
  return true;
}

Respelling find_respelling(const ParsedName& a, const ParsedName& b, const Lexicon& lexicon) {
  if (a.words.front()[0] != b.words.front()[0] || a.of_country != b.of_country) {
    return Respelling::kNone;
  }
  const Words& x = a.of_country.empty() ? a.words : a.bare_words;
  const Words& y = a.of_country.empty() ? b.words : b.bare_words;
  const auto may_differ = [&](std::string_view p, std::string_view q) {
    return std::min(p.size(), q.size()) >= kLongWord && p.front() == q.front() &&
           p.find_first_of("0123456789") == p.npos && !lexicon.is_word(p) && !lexicon.is_word(q);
  };
  if (a.words != b.words && have_same_letters(a, b)) return Respelling::kSameLetters;
  if (differ_in_number(x, y, lexicon)) return Respelling::kSeveralWords;
  if (drops_apostrophe(a, b) || drops_apostrophe(b, a)) return Respelling::kSeveralWords;
  if (x == y || !are_spelled_alike(x, y, may_differ)) return Respelling::kNone;
  if (x.size() > 1 && y.size() > 1) return Respelling::kSeveralWords;
  const std::string whole = as_letters_go(join_words(x));
  const std::string other = as_letters_go(join_words(y));
  if (std::min(whole.size(), other.size()) < kLongName) return Respelling::kNone;
  if (whole == other) return Respelling::kSameLetters;
  const bool alike =
      consonants_of(whole) == consonants_of(other) && count_edits(whole, other) <= kMostEdits;
  return alike ? Respelling::kOneWord : Respelling::kNone;
}

bool may_be_respelled(const Words& words) {
  return words.size() > 1 || words.front().size() >= kLongName;
}

std::string spelling_skeleton(const Words& words) {
  std::string skeleton;
  for (const std::string& word : words) {
    const bool plural = word.size() > kShortWord && word.back() == 's';
    const std::string key = spelling_key(word.substr(0, word.size() - (plural ? 1 : 0)));
    for (const char c : std::string_view(key).substr(0, key.find('.'))) {
      if (skeleton.empty() || skeleton.back() != c) skeleton += c;
    }
  }
  return skeleton;
}

std::string spelling_key(std::string_view spelled) {
  const bool silent_h = ends_in_silent_h(spelled);
  const std::string_view word = spelled.substr(0, spelled.size() - (silent_h ? 1 : 0));
  std::string key;
  char vowel = '\0';  // class of the first one
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char c = word[i];
    const char next = i + 1 < word.size() ? word[i + 1] : '\0';
    char mapped = c;
    switch (c) {
      case 'a':
      case 'e':
      case 'i':
      case 'o':
      case 'u':
      case 'y':
        mapped = '\0';
        if (vowel == '\0') vowel = first_sound(c, next);
        break;
      case 'c':
        mapped = (next == 'h' || next == 'e' || next == 'i') ? 'c' : 'k';
        break;
      case 'q':
        mapped = 'k';
        break;
      case 'x':  // "Alexei", "Aleksei"
        if (key.empty() || key.back() != 'k') key += 'k';
        mapped = 's';
        break;
      case 'w':
        mapped = 'v';
        break;
      case 'p':
        mapped = next == 'h' ? 'f' : 'p';
        if (next == 'h') ++i;
        break;
      case 'h': {
        // kh, gh, dh, th: the h of a transliteration; elsewhere a letter of its own.
        const char before = key.empty() ? '\0' : key.back();
        if (before == 'k' || before == 'g' || before == 'd' || before == 't') mapped = '\0';
        break;
      }
      case 'j':  // "Djokovic" of Đoković
        if (!key.empty() && key.back() == 'd') mapped = '\0';
        break;
      default:
        break;
    }
    if (mapped != '\0' && (key.empty() || key.back() != mapped)) key += mapped;
  }
  key += '.';
  if (vowel != '\0') key += vowel;
  const char ending = spelled.empty() ? '\0' : ending_of(spelled);
  if (ending != '\0') {
    const char before = word.size() > 1 ? word[word.size() - 2] : '\0';
    key += '.';
    if (ending == 'a' && (before == 'i' || before == 'y')) key += 'i';  // "Rania", "Rana"
    key += ending;
  }
  return key;
}

}  // namespace relata

#include "relata/resolve/name.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <utility>

#include "relata/analysis/lexicon.hpp"
#include "relata/core/unicode.hpp"
#include "resolve/possession.hpp"
#include "resolve/raw_words.hpp"

namespace relata {
namespace {

using Words = std::vector<std::string>;

/// Lower-case words inside family names of several languages, never a name by themselves.
constexpr std::array<std::string_view, 28> kParticles = {
    "al", "bin", "ben", "da", "dal", "das", "de", "del", "della", "den", "der", "di",  "do", "dos",
    "du", "el",  "ibn", "la", "le",  "san", "st", "ter", "ul",    "van", "von", "vom", "zu", "zur"};
constexpr std::array<std::string_view, 6> kSuffixes = {"ii", "iii", "iv", "jnr", "jr", "sr"};
/// Legal forms of companies, at the end of their names.
constexpr std::array<std::string_view, 44> kLegalForms = {
    "ab",      "ag",          "aps",  "as",   "asa",          "bhd", "bv",  "co",  "company",
    "corp",    "corporation", "gmbh", "inc",  "incorporated", "jsc", "kft", "kg",  "kk",
    "limited", "llc",         "llp",  "ltd",  "ltda",         "nv",  "oy",  "oyj", "plc",
    "pte",     "pty",         "sa",   "njsc", "sab",          "pvt", "sdn", "zao", "sarl",
    "se",      "spa",         "srl",  "ojsc", "oao",          "ooo", "pao", "pjsc"};
/// Of Russian, which stand in front.
constexpr std::array<std::string_view, 8> kFrontLegalForms = {"jsc", "njsc", "oao",  "ojsc",
                                                              "ooo", "pao",  "pjsc", "zao"};
/// Of football clubs, in capitals in front of a name of two words or behind it.
constexpr std::array<std::string_view, 3> kClubForms = {"cf", "fc", "fk"};
constexpr std::array<std::string_view, 5> kArticles = {"a", "an", "the", "this", "these"};

constexpr std::array<std::string_view, 9> kPrepositions = {"of",   "for", "in",   "on", "at",
                                                           "from", "to",  "with", "by"};

/// Of English, which no dictionary of nouns, verbs and adjectives has.
constexpr std::array<std::string_view, 50> kFunctionWords = {
    "about",  "after",   "against", "although", "among",  "as",   "because", "before", "behind",
    "beside", "between", "but",     "could",    "during", "else", "he",      "her",    "him",
    "his",    "how",     "if",      "into",     "it",     "its",  "my",      "nor",    "or",
    "our",    "over",    "she",     "should",   "since",  "than", "that",    "their",  "them",
    "they",   "through", "under",   "unless",   "until",  "upon", "when",    "where",  "which",
    "while",  "who",     "whose",   "without",  "would"};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_arabic_article(const RawWord& word) { return word.folded == "al" || word.folded == "el"; }

/// "ez-Zor", "ash-Shabaab": before some letters the article takes the sound of the next word.
bool is_assimilated_article(const RawWord& word, const RawWord& next) {
  constexpr std::size_t kLongest = 3;  // letters: "ash"
  const std::string& article = word.folded;
  if (!word.hyphen_after || article.size() < 2 || article.size() > kLongest) return false;
  return (article[0] == 'a' || article[0] == 'e') &&
         next.folded.starts_with(std::string_view(article).substr(1)) &&
         std::string_view("dnrstz").find(article[1]) != std::string_view::npos;
}

Words folded_of(const std::vector<RawWord>& words) {
  Words out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    // "al-Qaeda", "el-Sisi", "Ahmed Al Sharaa": the article of Arabic is written in many ways, or
    // left out.
    const bool last = i + 1 == words.size();
    const bool within = i > 0 && !last && words[i + 1].capital;
    const bool article =
        !last && ((is_arabic_article(words[i]) && (words[i].hyphen_after || within)) ||
                  is_assimilated_article(words[i], words[i + 1]));
    if (article) continue;
    // "Organization of the Larnex Countries", "Organization of Larnex Countries"
    if (words[i].text == "the" && i > 0 && is_one_of(kPrepositions, words[i - 1].folded)) continue;
    // "Lashkar-i-Larnex", "Lashkar-e-Larnex": the Persian "of".
    const bool of =
        words[i].text == "i" && i > 0 && words[i - 1].hyphen_after && words[i].hyphen_after;
    out.push_back(of ? "e" : words[i].folded);
  }
  return out;
}

/// "Al Jazeera", "Al Shabaab militants"; of people, Al may be a given name.
void drop_arabic_articles(std::vector<RawWord>& words) {
  for (std::size_t i = words.size(); i-- > 1;) {
    if (words[i - 1].folded == "al" && words[i - 1].capital && words[i].capital) {
      words.erase(words.begin() + static_cast<std::ptrdiff_t>(i) - 1);
    }
  }
}

void drop_articles(std::vector<RawWord>& words) {
  while (words.size() > 1 && is_one_of(kArticles, words.front().folded)) words.erase(words.begin());
}

/// "Gen", "Sen.", "Mr": an abbreviation before a name; a single letter is an initial.
bool is_abbreviated_title(const RawWord& word, const Lexicon& lexicon) {
  if (lexicon.is_title(word.text) || lexicon.is_title(word.folded)) return true;
  return word.period && word.capital && word.text.size() >= 2 && word.text.size() <= 5 &&
         !word.all_capitals;
}

bool can_stand_before_title(const RawWord& word, const Lexicon& lexicon) {
  return !word.capital || is_abbreviated_title(word, lexicon) ||
         lexicon.is_title_modifier(word.text) || lexicon.is_country(word.text) ||
         !lexicon.country_of_demonym(word.text).empty() ||
         lexicon.noun_class(word.text) != NounClass::kOther ||
         !lexicon.verb_of_noun(word.text).empty();
}

/// "myung" of "Jae-myung Lee", but not "minister" of "Ex-minister Lee".
bool ends_given_name(const std::vector<RawWord>& words, std::size_t i, const Lexicon& lexicon) {
  return i > 0 && words[i - 1].hyphen_after && words[i - 1].capital && !words[i].capital &&
         !lexicon.is_title(words[i].text) && !lexicon.can_be_person(words[i].text);
}

/// Of a word in small letters: "de", "the" of "Catherine the Great"; and behind a name whatever
/// is no word of English, since languages have particles that no list holds ("bint", "dela").
bool is_inside_name(const std::vector<RawWord>& words, std::size_t i, bool behind_name,
                    const Lexicon& lexicon) {
  const std::string& word = words[i].folded;
  if (is_one_of(kParticles, word) || word == "the" || word == "of" || word == "and" ||
      word == "y" || ends_given_name(words, i, lexicon)) {
    return true;
  }
  return behind_name && !lexicon.is_word(words[i].text) && !is_one_of(kFunctionWords, word) &&
         !is_one_of(kPrepositions, word);
}

/// How many words before a person's name are titles and what goes with them.
std::size_t count_title_words(const std::vector<RawWord>& words, const Lexicon& lexicon) {
  std::size_t titles = 0;
  bool known = true;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const std::size_t left = words.size() - i - 1;
    const bool name_follows = words[i + 1].capital || is_one_of(kParticles, words[i + 1].folded);
    // "Environment Minister John Baird": what stands before a title is no name when two words
    // follow; before one only if it is known to be a common word ("John King Smith").
    if (is_abbreviated_title(words[i], lexicon) && name_follows && (known || left >= 2)) {
      titles = i + 1;
    }
    known = known && can_stand_before_title(words[i], lexicon);
  }
  // Common words before the name describe it, with all before them: "French mathematician Sophie
  // Germain"; not the particles of names nor "Catherine the Great".
  bool capital = false;  // before the word
  for (std::size_t i = titles; i + 1 < words.size(); ++i) {
    if (!words[i].capital && !is_inside_name(words, i, capital, lexicon)) titles = i + 1;
    capital = capital || words[i].capital;
  }
  return titles < words.size() ? titles : 0;
}

void drop_possessor(std::vector<RawWord>& words) {
  for (std::size_t i = words.size(); i-- > 0;) {
    if (words[i].possessive && i + 1 < words.size()) {
      words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(i) + 1);
      return;
    }
  }
}

/// "jr", or "VIII" behind what is not all in capitals: a headline's "XI" is a name.
bool is_suffix(const std::vector<RawWord>& words, std::size_t i) {
  const RawWord& word = words[i];
  if (is_one_of(kSuffixes, word.folded)) return word.capital;
  if (word.text == "I") return i > 0 && i + 1 == words.size() && !words[i - 1].all_capitals;
  return i > 0 && word.all_capitals && !words[i - 1].all_capitals &&
         word.text.find_first_not_of("IVX") == std::string::npos;
}

/// "Zoe Novak of Larnex": where somebody is from is no part of the name, once it has two words, of
/// which the last is no office and one means nothing else ("Catherine of Aragon", "District Judge
/// for Skien Zoe Novak", "Liberation Army of Skien").
void drop_origin(std::vector<RawWord>& words, const Lexicon& lexicon) {
  for (std::size_t i = 2; i + 1 < words.size(); ++i) {
    if (!is_one_of(kPrepositions, words[i].folded) || words[i].capital) continue;
    const RawWord& before = words[i - 1];
    const bool office = lexicon.is_title(before.text) || lexicon.can_be_person(before.text);
    const bool named =
        before.capital && words[i - 2].capital &&
        std::any_of(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(i),
                    [&](const RawWord& word) { return !lexicon.is_word(word.folded); });
    if (named && !office) words.resize(i);
    return;
  }
}

/// "J.K.", "JK", "AJ": two or three capitals with a period, or that make no syllable, as family
/// names do that some papers write in capitals ("KIM Jong-un", "AHN").
bool are_initials(const RawWord& word) {
  constexpr std::string_view kVowels = "AEIOUY";
  const std::string& text = word.text;
  if (text.size() < 2 || text.size() > 3 ||
      text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") != text.npos) {
    return false;
  }
  // "AJ", "APJ", but not "AL" nor "AHN".
  constexpr std::string_view kCodas = "HLMNRST";
  const std::size_t vowel = text.find_last_of(kVowels);
  return word.period || vowel == text.npos ||
         (vowel == 0 && kCodas.find(text[1]) == std::string_view::npos);
}

/// "J.K. Larnex", "JK Larnex" as "J. K. Larnex": before the last word, which is not in capitals.
void part_initials(std::vector<RawWord>& words) {
  if (words.empty() || words.back().all_capitals) return;
  for (std::size_t i = words.size() - 1; i-- > 0;) {
    if (!are_initials(words[i])) continue;
    const RawWord whole = words[i];
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(i));
    for (std::size_t letter = whole.text.size(); letter-- > 0;) {
      RawWord initial = whole;
      initial.text = std::string(1, whole.text[letter]);
      initial.folded = fold_for_key(initial.text);
      words.insert(words.begin() + static_cast<std::ptrdiff_t>(i), std::move(initial));
    }
  }
}

/// Takes a nickname in quotation marks out of the middle of a name: "Zoe \"Dora\" Larnex".
std::string take_nickname(std::string_view surface, std::vector<RawWord>& words) {
  constexpr std::array<std::string_view, 4> kQuotes = {"\"", "“", "'", "‘"};
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    const std::string_view before = surface.substr(0, words[i].begin);
    const bool opens = std::any_of(kQuotes.begin(), kQuotes.end(), [&](std::string_view quote) {
      return before.ends_with(quote) && before.size() > quote.size() &&
             before[before.size() - quote.size() - 1] == ' ';
    });
    const std::string_view behind = surface.substr(words[i].end);
    const bool closes = behind.starts_with("\"") || behind.starts_with("”") ||
                        behind.starts_with("' ") || behind.starts_with("’ ");
    if (!opens || !closes || !words[i].capital) continue;
    std::string nickname = words[i].folded;
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(i));
    return nickname;
  }
  return {};
}

void parse_person(std::vector<RawWord> words, const Lexicon& lexicon, ParsedName& name) {
  const std::string nickname = take_nickname(name.surface, words);
  drop_possessor(words);
  drop_origin(words, lexicon);
  std::size_t end = 0;  // of what is shown
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words.size() > 1 && i > 0 && is_suffix(words, i)) {
      name.suffix = words[i].folded == "jnr" ? "jr" : words[i].folded;
      end = words[i].end;
      words.resize(i);
      break;
    }
    if (words[i].comma_after && i + 1 < words.size() &&
        !is_one_of(kSuffixes, words[i + 1].folded)) {
      words.resize(i + 1);  // what follows a comma is an apposition
      break;
    }
  }
  // "Zoe Novak U.", cut from "Zoe Novak U.S. envoy": no family name is an initial.
  while (words.size() > 2 && words.back().period && words.back().text.size() == 1) words.pop_back();
  const std::size_t titles = count_title_words(words, lexicon);
  for (std::size_t i = 0; i < titles; ++i) {
    if (is_abbreviated_title(words[i], lexicon)) name.titles.push_back(words[i].folded);
    name.before.push_back(words[i].folded);
  }
  words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(titles));
  if (!words.empty()) {
    end = std::max(end, words.back().end);
    name.shown = name.surface.substr(words.front().begin, end - words.front().begin);
  }
  std::vector<RawWord> kept;
  std::copy_if(words.begin(), words.end(), std::back_inserter(kept), [](const RawWord& word) {
    return !is_one_of(kParticles, word.folded) || word.capital;
  });
  part_initials(kept);
  name.words = folded_of(kept.empty() ? words : kept);
  if (name.words.size() < 2) return;
  name.given = lexicon.given_names_of(name.words.front());
  name.long_given = lexicon.given_names_of_short(name.words.front());
  if (!nickname.empty()) name.given.push_back(nickname);
}

void parse_possessor(std::vector<RawWord>& words, EntityType type, const Lexicon& lexicon,
                     ParsedName& name) {
  const bool place = type == EntityType::kPlace;
  if (place) drop_kind_of_place(words, lexicon);
  std::optional<Possession> found = find_possession(words, lexicon);
  if (!found && place) found = find_place_around(words, lexicon);
  if (!found) return;
  if (!place) {
    name.owned = folded_of(found->owned);
    return;
  }
  name.inside = lexicon.canonical_country(surface_of(found->owner));
  words = std::move(found->owned);
}

/// "United Nations World Food Programme": its bodies go by their own names, too.
void take_off_united_nations(ParsedName& name) {
  constexpr std::size_t kOwnName = 3;  // words; "General Assembly" may be another's
  if (!name.owned.empty()) return;
  const Words& words = name.words;
  const bool spelled = words.size() > 1 && words[0] == "united" && words[1] == "nations";
  const std::size_t front = spelled ? 2 : words[0] == "un" ? 1 : 0;
  if (front == 0 || words.size() < front + kOwnName || is_preposition(words[front])) return;
  name.owned.assign(words.begin() + static_cast<std::ptrdiff_t>(front), words.end());
}

/// "eastern DRC", "north-east Gaza": the same part whatever the whole is called.
bool parse_part_of_place(const std::vector<RawWord>& words, const Lexicon& lexicon,
                         ParsedName& name) {
  if (!name.country.empty()) return false;
  std::size_t at = 0;
  std::string direction;
  while (at < words.size() && is_direction(words[at].folded)) direction += words[at++].folded;
  if (at == 0 || at == words.size()) return false;
  const std::string rest = surface_of(std::span(words).subspan(at));
  name.inside = lexicon.canonical_country(rest);
  const std::string_view whole =
      name.inside.empty() ? lexicon.first_name(rest) : std::string_view(name.inside);
  if (whole.empty()) return false;
  name.words = {std::move(direction)};
  for (std::string& word : fold_words(whole)) name.words.push_back(std::move(word));
  return true;
}

/// "Larnex Holdings Ltd.", "Larnex Moen & Co.", "PJSC Larnex".
void drop_legal_forms(std::vector<RawWord>& words) {
  const auto is_form = [](const RawWord& word) {
    return is_one_of(kLegalForms, word.folded) && (word.capital || word.folded == "plc");
  };
  // "Grupo Larnex S.A.B. de C.V."
  if (words.size() > 3 && words.back().folded == "cv" && words.back().all_capitals &&
      words[words.size() - 2].text == "de") {
    words.resize(words.size() - 2);
  }
  while (words.size() > 1 && is_form(words.back())) {
    words.pop_back();
  }
  if (words.size() > 2 && words.back().folded == "and") words.pop_back();
  if (words.size() > 1 && is_one_of(kFrontLegalForms, words.front().folded) &&
      words.front().all_capitals) {
    words.erase(words.begin());
  }
  // "FC Larnex Skien", "Larnex Skien F.C."; a town may have several ("FC Skien").
  const auto is_club = [](const RawWord& word) {
    return word.all_capitals && is_one_of(kClubForms, word.folded);
  };
  if (words.size() > 2 && is_club(words.back())) words.pop_back();
  if (words.size() > 2 && is_club(words.front())) words.erase(words.begin());
}

/// "River Larnex" is the Larnex River.
void turn_river(std::vector<RawWord>& words) {
  if (words.size() > 1 && words.front().folded == "river" && !is_preposition(words[1].folded)) {
    std::rotate(words.begin(), words.begin() + 1, words.end());
  }
}

/// "Larnex International Airport" is Larnex Airport.
void drop_international(std::vector<RawWord>& words) {
  const std::size_t size = words.size();
  if (size > 2 && words[size - 1].folded == "airport" &&
      words[size - 2].folded == "international") {
    words.erase(words.end() - 2);
  }
}

void parse_thing(std::vector<RawWord> words, EntityType type, const Lexicon& lexicon,
                 ParsedName& name) {
  if (type == EntityType::kPlace && parse_part_of_place(words, lexicon, name)) return;
  drop_legal_forms(words);
  if (type == EntityType::kPlace) turn_river(words);
  if (type == EntityType::kPlace || type == EntityType::kOrganization) drop_international(words);
  drop_arabic_articles(words);
  if (words.size() > 1 && name.country.empty()) parse_possessor(words, type, lexicon, name);
  name.words = folded_of(words);
  if (words.size() < 2) return;
  // One word or two in front ("US", "South Korean"), or all behind "of" or "in"; "Royal Danish
  // Navy" is the Danish Navy.
  const std::size_t royal = words.front().folded == "royal" && words.size() > 2 ? 1 : 0;
  for (std::size_t n = 1 + royal; n <= 2 + royal && n < words.size(); ++n) {
    const std::string front = surface_of(std::span(words).first(n).subspan(royal));
    std::string_view country = lexicon.canonical_country(front);
    if (country.empty()) country = lexicon.country_of_demonym(front);
    if (country.empty() || words[n - 1].hyphen_after) continue;
    const std::vector<RawWord> rest(words.begin() + static_cast<std::ptrdiff_t>(n), words.end());
    // "Spain's Canary Islands", a country of its own in the list.
    const std::string_view within = lexicon.canonical_country(surface_of(rest));
    if (!within.empty() && words[n - 1].possessive) {
      name.country = within;
      name.words = folded_of(rest);
      return;
    }
    name.of_country = country;
    name.bare_words = folded_of(rest);
  }
  take_off_united_nations(name);
  for (std::size_t i = 1; i + 1 < words.size() && name.of_country.empty(); ++i) {
    if (words[i].folded != "of" && words[i].folded != "in") continue;
    std::vector<RawWord> rest(words.begin() + static_cast<std::ptrdiff_t>(i) + 1, words.end());
    drop_articles(rest);
    name.of_country = lexicon.canonical_country(surface_of(rest));
    if (name.of_country.empty()) continue;
    name.bare_words = folded_of({words.begin(), words.begin() + static_cast<std::ptrdiff_t>(i)});
  }
}

/// Without a bracket that is never opened or never closed and what follows it, and without what a
/// comma adds ("Alliance of Nine, or AN").
std::string without_tail(std::string text) {
  const std::size_t open = text.find_first_of("([");
  const std::size_t close = text.find_first_of(")]");
  if (close != text.npos && (open == text.npos || close < open)) text.resize(close);
  if (open != text.npos && (close == text.npos || close < open) && open < text.size()) {
    text.resize(open);
  }
  if (const std::size_t comma = text.find(", or "); comma != text.npos) text.resize(comma);
  while (!text.empty() && (text.back() == ' ' || text.back() == ',')) text.pop_back();
  return text;
}

/// Written small, letter by letter: "annual", not "iPod", "de", "southern".
bool is_small_word(const RawWord& word) {
  if (word.capital) return false;
  const bool letters =
      std::all_of(word.text.begin(), word.text.end(), [](char c) { return c < '0' || c > '9'; });
  return letters && to_lower(word.text) == word.text && !word.hyphen_after &&
         !is_one_of(kParticles, word.folded) && !is_direction(word.folded) &&
         !is_preposition(word.folded);
}

/// How many words in front are written small: "annual" of "annual Larnex Conference". None where a
/// kind is left ("larnex Group").
std::size_t count_small_in_front(const std::vector<RawWord>& words, const Lexicon& lexicon) {
  if (words.empty()) return 0;
  std::size_t small = 0;
  while (small + 1 < words.size() && is_small_word(words[small])) ++small;
  const bool name = words[small].capital && !lexicon.is_kind_of_organization(words[small].folded);
  return name ? small : 0;
}

/// "a Danish power company Larnex", "Oslo-based Larnex", "annual Larnex Conference": what the text
/// says of the thing before its name, up to the last common noun or participle that a name follows.
void drop_description(std::vector<RawWord>& words, const Lexicon& lexicon) {
  std::size_t begin = count_small_in_front(words, lexicon);
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const RawWord& word = words[i];
    if (word.capital || word.hyphen_after || word.possessive || !words[i + 1].capital) continue;
    const bool tied = i > 0 && words[i - 1].hyphen_after;
    const bool participle = tied && word.folded.ends_with("ed");
    const bool noun = !tied && !is_one_of(kParticles, word.folded) && !is_direction(word.folded) &&
                      lexicon.noun_class(word.folded) != NounClass::kOther;
    if (participle || noun) begin = i + 1;
  }
  words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(begin));
}

/// As all_initials.
std::vector<std::string> initials_of(const std::vector<RawWord>& words) {
  std::string all;
  std::string of_words;
  std::string with_small;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].folded.empty()) continue;
    with_small += words[i].folded[0];
    if (!words[i].capital) continue;
    all += words[i].folded[0];
    if (i == 0 || !words[i - 1].hyphen_after) of_words += words[i].folded[0];
  }
  std::vector<std::string> found;
  if (all.size() >= 2) found.push_back(all);
  if (of_words.size() >= 2 && of_words != all) found.push_back(of_words);
  // "ECOWAS", with the o of "of".
  constexpr std::size_t kLong = 5;
  if (with_small.size() >= kLong && with_small != all) found.push_back(with_small);
  return found;
}

}  // namespace

bool is_name_particle(std::string_view folded) { return is_one_of(kParticles, folded); }

bool ends_in_legal_form(std::string_view name) {
  const std::vector<RawWord> words = split_raw(name);
  return words.size() > 1 && words.back().capital && is_one_of(kLegalForms, words.back().folded);
}

std::vector<std::string> fold_words(std::string_view phrase) {
  std::vector<RawWord> words = split_raw(phrase);
  drop_articles(words);
  drop_arabic_articles(words);
  return folded_of(words);
}

std::string join_words(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) {
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

bool is_department(std::string_view noun) {
  return noun == "department" || noun == "ministry" || noun == "directorate";
}

std::vector<std::string> head_last(const std::vector<std::string>& words) {
  Words turned = words;
  const auto of = std::find(words.begin(), words.end(), "of");
  if (of != words.begin() && of != words.end() && std::next(of) != words.end() &&
      std::find(std::next(of), words.end(), "of") == words.end()) {
    turned.assign(std::next(of), words.end());
    if (turned.size() > 1 && is_one_of(kArticles, turned.front())) turned.erase(turned.begin());
    turned.insert(turned.end(), words.begin(), of);
  }
  // "Larnex Ministry of Health" is the Larnex Health Ministry.
  const bool one_of =
      of != words.end() && std::find(std::next(of), words.end(), "of") == words.end();
  if (one_of && of - words.begin() > 1 && is_department(*std::prev(of)) &&
      std::next(of) != words.end()) {
    turned.assign(words.begin(), std::prev(of));
    turned.insert(turned.end(), std::next(of), words.end());
    turned.push_back(*std::prev(of));
  }
  // "Ministry of Foreign Affairs" is the Foreign Ministry.
  const std::size_t size = turned.size();
  if (size > 2 && turned[size - 2] == "affairs" &&
      (turned.back() == "ministry" || turned.back() == "department")) {
    turned.erase(turned.end() - 2);
  }
  return turned;
}

bool is_direction(std::string_view folded) {
  constexpr std::array<std::string_view, 4> kCompass = {"north", "south", "east", "west"};
  constexpr std::array<std::string_view, 4> kOthers = {"central", "greater", "lower", "upper"};
  if (is_one_of(kOthers, folded)) return true;
  std::string_view rest = folded;
  for (const std::string_view direction : kCompass) {
    if (rest.starts_with(direction)) rest.remove_prefix(direction.size());
  }
  return rest.size() < folded.size() && (rest.empty() || rest == "ern");
}

bool is_kind_of_division(std::string_view folded) {
  constexpr std::array<std::string_view, 10> kDivisions = {
      "county", "department", "district", "division", "governorate",
      "oblast", "prefecture", "province", "region",   "state"};
  return is_one_of(kDivisions, folded);
}

bool is_preposition(std::string_view folded) { return is_one_of(kPrepositions, folded); }

bool is_headed_by_name(std::string_view phrase) {
  const std::vector<RawWord> words = split_raw(phrase);
  if (words.empty()) return false;
  std::size_t head = 0;
  while (head + 1 < words.size() && !words[head].comma_after &&
         !(words[head].capital && is_one_of(kPrepositions, words[head + 1].folded))) {
    ++head;
  }
  // "Lee Jae-myung": the last part of a name is small behind its hyphen.
  if (head >= 2 && words[head - 1].hyphen_after && words[head - 1].capital &&
      words[head - 2].capital && !words[head - 2].hyphen_after) {
    --head;
  }
  const std::string& text = words[head].text;
  const bool digits =
      std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  // A script without capitals has nothing to go by.
  const bool cased = std::any_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  });
  return digits || !cased || to_lower(text) != text;
}

ParsedName parse_name(std::string_view text, EntityType type, const Lexicon& lexicon) {
  ParsedName name;
  name.surface = without_tail(clean_label(text));
  std::vector<RawWord> words = split_raw(name.surface);
  drop_articles(words);
  if (type != EntityType::kPerson) {
    name.initials = initials_of(words);
    drop_description(words, lexicon);
  }
  if (words.empty()) {
    name.shown = name.surface;
    name.words.push_back(fold_for_key(name.surface));
    return name;
  }
  name.shown = name.surface.substr(words.front().begin, words.back().end - words.front().begin);
  // "Larnex's", which sells and not whose: extract leaves no possessor's ending on a name.
  if (type != EntityType::kPerson && words.back().possessive) {
    name.shown = name.surface.substr(words.front().begin);
  }
  const Words all = folded_of(words);
  const std::string whole = surface_of(words);
  if (type != EntityType::kPerson) {
    name.country = lexicon.canonical_country(whole);
    name.demonym_of = lexicon.country_of_demonym(whole);
    std::string_view known = lexicon.first_name(whole);
    // "Côte d'Ivoire", "Al-Qaida": with apostrophes and hyphens.
    if (name.shown != whole) {
      if (name.country.empty()) name.country = lexicon.canonical_country(name.shown);
      if (known.empty()) known = lexicon.first_name(name.shown);
    }
    name.known_as = join_words(fold_words(known));
  }
  name.acronym = words.size() == 1 && words.front().all_capitals;
  if (type == EntityType::kPerson) {
    parse_person(std::move(words), lexicon, name);
  } else {
    parse_thing(std::move(words), type, lexicon, name);
  }
  if (name.words.empty()) name.words = all;
  return name;
}

bool abbreviates(const Words& short_words, const Words& long_words) {
  std::size_t at = 0;
  for (const std::string& word : short_words) {
    while (at < long_words.size() &&
           !(long_words[at] == word ||
             (word.size() == 1 && !long_words[at].empty() && long_words[at][0] == word[0]))) {
      ++at;
    }
    if (at == long_words.size()) return false;
    ++at;
  }
  return true;
}

std::vector<std::string> all_initials(std::string_view name) {
  std::vector<RawWord> words = split_raw(name);
  drop_articles(words);
  return initials_of(words);
}

std::string initials(std::string_view name) {
  const std::vector<std::string> all = all_initials(name);
  return all.empty() ? std::string() : all.front();
}

bool has_initials(std::string_view name, const std::string& acronym) {
  const std::vector<std::string> all = all_initials(name);
  return std::find(all.begin(), all.end(), acronym) != all.end();
}

std::vector<std::string> all_initials(const ParsedName& name) {
  std::vector<std::string> found = name.initials;
  for (const Words* rest : {&name.bare_words, &name.owned}) {
    const bool in_front = rest->size() > 1 && rest->size() < name.words.size() &&
                          std::equal(rest->rbegin(), rest->rend(), name.words.rbegin());
    if (!in_front || found.empty()) continue;
    const std::size_t left_out = name.words.size() - rest->size();
    if (found.front().size() >= left_out + 2) found.push_back(found.front().substr(left_out));
  }
  return found;
}

bool has_initials(const ParsedName& name, const std::string& acronym) {
  const std::vector<std::string> all = all_initials(name);
  return std::find(all.begin(), all.end(), acronym) != all.end();
}

}  // namespace relata

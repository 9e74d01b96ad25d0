#include "relata/analysis/lexicon.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "relata/core/error.hpp"
#include "relata/core/input_files.hpp"
#include "relata/core/unicode.hpp"

namespace relata {
namespace {

constexpr std::string_view kModifier = "modifier";  // of a title
constexpr std::string_view kFirstLine = "# relata lexicon 1:";
constexpr std::uint64_t kMaxBytes = std::uint64_t{64} << 20;

constexpr std::array<std::pair<std::string_view, NounClass>, 9> kClasses = {{
    {"act", NounClass::kAct},
    {"artifact", NounClass::kArtifact},
    {"communication", NounClass::kCommunication},
    {"event", NounClass::kEvent},
    {"group", NounClass::kGroup},
    {"person", NounClass::kPerson},
    {"place", NounClass::kPlace},
    {"quantity", NounClass::kQuantity},
    {"time", NounClass::kTime},
}};

/// Without case, diacritics and periods, and with straight apostrophes.
std::string key_of(std::string_view word) {
  std::string key;
  const std::string folded = fold_for_key(word);
  constexpr std::string_view kCurlyApostrophe = "\xE2\x80\x99";
  for (std::size_t i = 0; i < folded.size(); ++i) {
    if (folded.compare(i, kCurlyApostrophe.size(), kCurlyApostrophe) == 0) {
      key += '\'';
      i += kCurlyApostrophe.size() - 1;
    } else if (folded[i] != '.') {
      key += folded[i];
    }
  }
  return key;
}

/// The inhabitants of "Malians"; empty unless there is a plural ending to take off.
std::string without_plural(const std::string& key) {
  return key.size() > 3 && key.back() == 's' ? key.substr(0, key.size() - 1) : std::string();
}

}  // namespace

Lexicon Lexicon::load(const std::string& path) { return parse(read_input(path, kMaxBytes), path); }

Lexicon Lexicon::parse(std::string_view text, const std::string& file) {
  Lexicon lexicon;
  if (!text.starts_with(kFirstLine)) {
    throw Error("no lexicon of this version: its first line must begin with \"" +
                    std::string(kFirstLine) + "\"",
                Place{file, 1, std::nullopt});
  }
  std::uint64_t number = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    begin = end + 1;
    ++number;
    if (line.empty() || line.front() == '#') continue;
    const std::size_t first = line.find('\t');
    const std::size_t second = first == line.npos ? line.npos : line.find('\t', first + 1);
    if (second == line.npos || line.find('\t', second + 1) != line.npos) {
      throw Error("expected kind, key and value with a tab between them",
                  Place{file, number, std::nullopt});
    }
    const std::string_view kind = line.substr(0, first);
    std::string key = key_of(line.substr(first + 1, second - first - 1));
    std::string value(line.substr(second + 1));
    if (kind == "alias" && line[second - 1] == '.') {
      lexicon.abbreviations_.emplace(std::move(key), std::move(value));
    } else if (kind == "alias") {
      lexicon.aliases_.emplace(std::move(key), std::move(value));
    } else if (kind == "capital") {
      lexicon.capitals_.emplace(std::move(key), std::move(value));
    } else if (kind == "country") {
      lexicon.countries_.emplace(std::move(key), std::move(value));
    } else if (kind == "demonym") {
      lexicon.demonyms_.emplace(std::move(key), std::move(value));
    } else if (kind == "base") {
      lexicon.verb_lemmas_.emplace(std::move(key), std::move(value));
    } else if (kind == "verb") {
      lexicon.verb_lemmas_.emplace(key_of(value), value);
      lexicon.verbs_.emplace(std::move(key), std::move(value));
    } else if (kind == "title") {
      lexicon.titles_.emplace(std::move(key), std::move(value));
    } else if (kind == "stance") {
      lexicon.stances_.emplace(std::move(key), std::move(value));
    } else if (kind == "body") {
      lexicon.bodies_.emplace(std::move(key), std::move(value));
    } else if (kind == "kind") {
      lexicon.kinds_.emplace(std::move(key), std::move(value));
    } else if (kind == "region") {
      lexicon.regions_.emplace(std::move(key), std::move(value));
    } else if (kind == "town") {
      lexicon.towns_.emplace(std::move(key), std::move(value));
    } else if (kind == "given") {
      lexicon.given_names_.emplace(std::move(key), std::move(value));
    } else if (kind == "short") {
      lexicon.short_names_.emplace(std::move(key), std::move(value));
    } else if (kind == "within") {
      lexicon.within_.emplace(std::move(key), std::move(value));
    } else if (kind == "past") {
      lexicon.irregular_verbs_.emplace(std::move(key), std::move(value));
    } else if (kind == "plural") {
      lexicon.irregular_plurals_.emplace(std::move(key), std::move(value));
    } else if (kind == "word") {
      lexicon.words_.emplace(std::move(key), true);
    } else if (kind == "person") {
      lexicon.persons_.emplace(std::move(key), true);
    } else if (kind == "noun") {
      const auto* found = std::find_if(kClasses.begin(), kClasses.end(),
                                       [&](const auto& entry) { return entry.first == value; });
      if (found == kClasses.end()) {
        throw Error("class \"" + value + "\" of a noun is none that relata knows",
                    Place{file, number, std::nullopt});
      }
      lexicon.nouns_.emplace(std::move(key), found->second);
    } else {
      throw Error("kind \"" + std::string(kind) + "\" is none that relata knows",
                  Place{file, number, std::nullopt});
    }
  }
  return lexicon;
}

std::string_view Lexicon::find(const Table& table, std::string_view key) {
  const auto found = table.find(key);
  return found == table.end() ? std::string_view() : std::string_view(found->second);
}

std::string_view Lexicon::country_of_demonym(std::string_view word) const {
  const std::string key = key_of(word);
  std::string_view country = find(demonyms_, key);
  if (country.empty()) country = find(demonyms_, without_plural(key));
  const std::size_t cut = key.find_last_of(" -");
  if (!country.empty() || cut == std::string::npos) return country;
  // "Papua New Guinean", "Bissau-Guinean": the last word is another country's, too.
  const std::string last(country_of_demonym(std::string_view(key).substr(cut + 1)));
  if (last.empty()) return {};
  const std::string before = key.substr(0, cut);
  if (before == "the" || before.starts_with("the ")) return {};
  return key[cut] == '-' ? canonical_country(last + '-' + before)
                         : canonical_country(before + ' ' + last);
}

std::string_view Lexicon::country_of_capital(std::string_view city) const {
  return find(capitals_, key_of(city));
}

bool Lexicon::is_country(std::string_view name) const { return !canonical_country(name).empty(); }

std::string_view Lexicon::canonical_country(std::string_view name) const {
  const std::string key = key_of(name);
  constexpr std::string_view kArticle = "the ";
  const std::string_view country = find(countries_, key);
  if (!country.empty() || !key.starts_with(kArticle)) return country;
  return find(countries_, std::string_view(key).substr(kArticle.size()));
}

std::string_view Lexicon::country_around(std::string_view country) const {
  return find(within_, key_of(country));
}

std::string_view Lexicon::find_only(const Namesakes& table, std::string_view key) {
  const auto [first, last] = table.equal_range(key);
  return first != last && std::next(first) == last ? std::string_view(first->second)
                                                   : std::string_view();
}

std::vector<std::string> Lexicon::find_all(const Namesakes& table, std::string_view key) {
  const auto [first, last] = table.equal_range(key);
  std::vector<std::string> found;
  for (auto entry = first; entry != last; ++entry) found.push_back(entry->second);
  std::sort(found.begin(), found.end());
  return found;
}

std::vector<std::string> Lexicon::given_names_of(std::string_view form) const {
  return find_all(given_names_, key_of(form));
}

std::vector<std::string> Lexicon::given_names_of_short(std::string_view brief) const {
  return find_all(short_names_, key_of(brief));
}

std::string_view Lexicon::country_of_region(std::string_view name) const {
  return find_only(regions_, key_of(name));
}

std::string_view Lexicon::country_of_town(std::string_view name) const {
  return find_only(towns_, key_of(name));
}

/// "Mass." is no mass, nor "VA" Virginia; "Calif" of "Fresno, Calif" is no caliph.
bool Lexicon::is_abbreviation(std::string_view name) const {
  constexpr std::size_t kFew = 3;  // letters that stand for more than one thing
  constexpr std::size_t kLong = 5;
  if (name.find('.') != name.npos) return true;
  const bool small =
      std::any_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return small && name.size() >= kFew && (name.size() >= kLong || !is_word(name));
}

std::string_view Lexicon::first_name(std::string_view name) const {
  const std::string key = key_of(name);
  const std::string_view found = find(aliases_, key);
  if (!found.empty()) return found;
  const std::string_view full = find(abbreviations_, key);
  return full.empty() || is_abbreviation(name) ? full : std::string_view();
}

std::string_view Lexicon::verb_of_noun(std::string_view noun_lemma) const {
  return find(verbs_, key_of(noun_lemma));
}

bool Lexicon::is_verb(std::string_view lemma) const {
  const std::string key = key_of(lemma);
  return verb_lemmas_.contains(key) || stances_.contains(key);
}

bool Lexicon::is_word(std::string_view word) const {
  const auto is_lemma = [this](std::string_view lemma) {
    return words_.contains(lemma) || nouns_.contains(lemma) || persons_.contains(lemma) ||
           titles_.contains(lemma) || verb_lemmas_.contains(lemma) || stances_.contains(lemma) ||
           irregular_plurals_.contains(lemma) || irregular_verbs_.contains(lemma);
  };
  const std::string key = key_of(word);
  constexpr std::size_t kPlural = 4;
  return is_lemma(key) || (key.size() >= kPlural && key.ends_with('s') &&
                           is_lemma(std::string_view(key).substr(0, key.size() - 1)));
}

std::string_view Lexicon::lemma_of_irregular_verb(std::string_view form) const {
  return find(irregular_verbs_, key_of(form));
}

std::string_view Lexicon::lemma_of_irregular_plural(std::string_view form) const {
  return find(irregular_plurals_, key_of(form));
}

NounClass Lexicon::noun_class(std::string_view noun_lemma) const {
  const auto found = nouns_.find(key_of(noun_lemma));
  return found == nouns_.end() ? NounClass::kOther : found->second;
}

bool Lexicon::can_be_person(std::string_view noun_lemma) const {
  for (const std::string_view prefix : {"co-", "ex-", "vice-"}) {
    if (noun_lemma.starts_with(prefix)) return can_be_person(noun_lemma.substr(prefix.size()));
  }
  return noun_class(noun_lemma) == NounClass::kPerson ||
         persons_.find(key_of(noun_lemma)) != persons_.end();
}

bool Lexicon::is_title(std::string_view word) const {
  const auto found = titles_.find(key_of(word));
  return found != titles_.end() && found->second != kModifier;
}

bool Lexicon::is_calling(std::string_view noun_lemma) const {
  return find(titles_, key_of(noun_lemma)) == "calling";
}

bool Lexicon::is_stance_verb(std::string_view lemma) const {
  return stances_.find(key_of(lemma)) != stances_.end();
}

Body Lexicon::body_of(std::string_view noun_or_name) const {
  constexpr std::string_view kOf = " of ";
  const std::string_view value = find(bodies_, key_of(noun_or_name));
  const std::size_t of = value.find(kOf);
  const std::string_view kind = value.substr(0, of);
  Body body;
  if (kind == "government") body.kind = BodyKind::kGovernment;
  if (kind == "forces") body.kind = BodyKind::kForces;
  if (of != value.npos) body.country = value.substr(of + kOf.size());
  return body;
}

bool Lexicon::is_kind_of_organization(std::string_view noun_lemma) const {
  return find(kinds_, key_of(noun_lemma)) == "organization";
}

bool Lexicon::is_kind_of_place(std::string_view noun_lemma) const {
  return find(kinds_, key_of(noun_lemma)) == "place";
}

bool Lexicon::is_title_modifier(std::string_view word) const {
  return find(titles_, key_of(word)) == kModifier;
}

}  // namespace relata

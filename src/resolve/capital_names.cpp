#include "resolve/capital_names.hpp"

#include <algorithm>
#include <cstddef>

#include "relata/resolve/name.hpp"
#include "resolve/raw_words.hpp"

namespace relata {
namespace {

/// What stands small within a name: "of", "the", "for", "and", and the particles.
bool may_stand_small(const RawWord& word) {
  return is_name_particle(word.folded) || word.folded == "of" || word.folded == "for" ||
         word.folded == "the" || word.folded == "and" || word.folded == "y" || word.folded == "e";
}

/// "Fire Kills Ten in Callao": where hardly a word is small, capitals say nothing.
bool is_running_text(const FirstPhrase& phrase) {
  constexpr std::size_t kLong = 4;  // letters
  constexpr std::ptrdiff_t kSmall = 2;
  const std::vector<RawWord> words = split_raw(phrase.before + ' ' + phrase.after);
  return std::count_if(words.begin(), words.end(), [](const RawWord& word) {
           return !word.capital && word.folded.size() >= kLong;
         }) > kSmall;
}

bool may_be_named(const EntityProfile& profile) {
  // "the 2028 Summer Games"
  const bool one = !profile.plural || profile.type == EntityType::kEvent;
  return profile.names.empty() && one && !profile.any && !profile.owned &&
         profile.type != EntityType::kPerson && profile.type != EntityType::kGroup;
}

}  // namespace

std::string name_in_capitals(std::string_view phrase, bool definite, const Lexicon& lexicon) {
  const std::vector<RawWord> words = split_raw(phrase);
  std::size_t first = 0;
  while (first < words.size() && !words[first].capital) {
    const RawWord& word = words[first];
    if (may_stand_small(word) || is_preposition(word.folded) || word.possessive) return {};
    ++first;
  }
  if (first == words.size() || !words.back().capital) return {};
  if (first > 0 && !definite) return {};
  if (first > 0 && !lexicon.is_word(words[first - 1].folded)) return {};
  std::ptrdiff_t capitals = 0;
  bool letters = false;  // "6–7" is no name
  for (std::size_t i = first; i < words.size(); ++i) {
    if (!words[i].capital && !may_stand_small(words[i])) return {};
    if (words[i].comma_after || words[i].possessive) return {};
    capitals += words[i].capital ? 1 : 0;
    letters = letters || (words[i].capital && !is_digit(words[i].text[0]));
  }
  constexpr std::ptrdiff_t kTitle = 2;
  if (capitals < kTitle || !letters) return {};
  const std::string_view front = words[first].text;
  // "Peruvian Forces" may be any; but "USS Larnex" is no plural of "US".
  const bool adjective = !words[first].all_capitals && !lexicon.country_of_demonym(front).empty();
  if (adjective || lexicon.is_country(front)) return {};
  return std::string(phrase.substr(words[first].begin, words.back().end - words[first].begin));
}

void name_by_capitals(const std::vector<FirstPhrase>& phrases, const Lexicon& lexicon,
                      std::span<EntityProfile> profiles) {
  for (std::size_t i = 0; i < profiles.size(); ++i) {
    EntityProfile& profile = profiles[i];
    if (!may_be_named(profile) || !is_running_text(phrases[i])) continue;
    // The capital of a first word says nothing.
    if (phrases[i].before.empty()) continue;
    const std::string name = name_in_capitals(phrases[i].text, profile.known, lexicon);
    if (name.empty()) continue;
    profile.names = {parse_name(name, profile.type, lexicon)};
    profile.full_names = {main_key(profile)};
  }
}

}  // namespace relata

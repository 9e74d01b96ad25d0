#include "resolve/document_profiles.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <set>
#include <span>
#include <string>
#include <string_view>

#include "relata/analysis/gender.hpp"
#include "relata/resolve/name.hpp"
#include "resolve/capital_names.hpp"
#include "resolve/document_links.hpp"
#include "resolve/first_phrases.hpp"
#include "resolve/governing_bodies.hpp"
#include "resolve/locations.hpp"
#include "resolve/model_names.hpp"
#include "resolve/raw_words.hpp"
#include "resolve/retyped_names.hpp"
#include "resolve/sentence_country.hpp"

namespace relata {
namespace {

/// "Larnex rebels", however many: no word tells them from the rest of the body's people.
bool are_all_of_body(const EntityProfile& profile) {
  return profile.type == EntityType::kGroup && profile.plural && profile.names.empty() &&
         !profile.known && !profile.any && !profile.owned &&
         std::all_of(profile.descriptions.begin(), profile.descriptions.end(),
                     [&](const ParsedDescription& description) {
                       return is_whole_text(profile, description) &&
                              description.anchor_country.empty() && description.modifiers.empty() &&
                              description.count.empty();
                     });
}

void set_people_of_bodies(std::vector<EntityProfile>& profiles) {
  std::set<std::string> bodies;
  for (const EntityProfile& profile : profiles) {
    if (profile.type != EntityType::kOrganization && profile.type != EntityType::kGroup) continue;
    for (const ParsedName& name : profile.names) bodies.insert(join_words(name.words));
  }
  for (EntityProfile& profile : profiles) {
    profile.of_body = !profile.descriptions.empty() && are_all_of_body(profile) &&
                      bodies.contains(profile.descriptions.front().anchor);
  }
}

/// The document calls somebody a judge, before the name or in an apposition.
bool bears_office(const EntityProfile& profile, const std::string& title) {
  return std::any_of(profile.names.begin(), profile.names.end(),
                     [&](const ParsedName& name) {
                       return std::find(name.before.begin(), name.before.end(), title) !=
                              name.before.end();
                     }) ||
         std::any_of(profile.roles.begin(), profile.roles.end(),
                     [&](const ParsedDescription& role) { return role.head == title; });
}

/// Who is brought in as "Judge Moen" is hardly the Moen who comes after, and is called no judge.
void set_before_full(const DocumentRecords& document, std::vector<EntityProfile>& profiles) {
  const auto is_person = [](const EntityProfile& profile) {
    return profile.type == EntityType::kPerson && !profile.names.empty();
  };
  for (std::size_t i = 0; i < profiles.size(); ++i) {
    if (!is_person(profiles[i]) || profiles[i].names.front().words.size() > 1) continue;
    const ParsedName& brief = profiles[i].names.front();
    if (brief.titles.empty() || gender_of_honorific(brief.titles.back()) != Gender::kUnknown) {
      continue;
    }
    bool after = false;
    bool before = false;
    for (std::size_t j = 0; j < profiles.size(); ++j) {
      if (!is_person(profiles[j]) || profiles[j].names.front().words.size() < 2 ||
          profiles[j].names.front().words.back() != brief.words.back()) {
        continue;
      }
      const bool first = is_mentioned_before(document, i, j);
      after = after || first;
      before = before || !first || bears_office(profiles[j], brief.titles.back());
    }
    profiles[i].before_full = after && !before;
  }
}

/// "the Larnex hills" are no more than one place: a name's own plural.
bool is_one_in_plural(std::string_view folded) {
  constexpr std::array<std::string_view, 9> kPlurals = {"falls",     "gardens",   "heights",
                                                        "highlands", "hills",     "islands",
                                                        "lakes",     "mountains", "straits"};
  return std::find(kPlurals.begin(), kPlurals.end(), folded) != kPlurals.end();
}

/// Words of "the Larnex refugee camp with Peru", "Larnex and Skien province, Peru" up to the noun;
/// 0 for "the Peruvian camp", "the camp in Larnex", "the burnt Larnex house", "Northern Province".
std::size_t count_own_name(const EntityRecord& record, const std::vector<RawWord>& words,
                           const EntityProfile& profile, const Lexicon& lexicon) {
  if (words.empty() || !words.front().capital || is_preposition(words.front().folded)) return 0;
  bool named = false;
  bool small = false;  // before the noun
  std::size_t noun = 0;
  for (; noun + 1 < words.size() && !is_preposition(words[noun + 1].folded) &&
         !words[noun].comma_after;
       ++noun) {
    const RawWord& word = words[noun];
    if (!word.capital) {
      small = small || word.folded != "and";
    } else if ((record.named || !lexicon.is_word(word.folded)) && !is_direction(word.folded) &&
               !lexicon.is_country(word.text) && lexicon.country_of_demonym(word.text).empty()) {
      named = true;
    }
  }
  if (!named || (profile.plural && !is_one_in_plural(words[noun].folded))) return 0;
  const bool of_kind =
      profile.type == EntityType::kPlace && !small && lexicon.is_kind_of_place(words[noun].folded);
  return profile.known || of_kind ? noun + 1 : 0;
}

/// "the Larnex refugee camp", "Larnex province, Peru" are called so wherever they are.
void set_own_name(const EntityRecord& record, const Lexicon& lexicon, EntityProfile& profile) {
  if (!profile.names.empty()) return;
  if (profile.type != EntityType::kPlace && profile.type != EntityType::kObject) return;
  const std::vector<RawWord> words = split_raw(record.name);
  const std::size_t own = count_own_name(record, words, profile, lexicon);
  profile.by_name = own > 0;
  if (own > 0 && own < words.size()) {
    profile.text = join_words(fold_words(surface_of(std::span(words).first(own))));
  }
}

}  // namespace

std::vector<EntityProfile> document_profiles(const DocumentRecords& document,
                                             const Lexicon& lexicon) {
  std::vector<EntityProfile> profiles;
  profiles.reserve(document.entities.size());
  for (const EntityRecord& record : document.entities) {
    profiles.push_back(profile_of(record, lexicon));
  }
  const std::vector<FirstPhrase> phrases = find_first_phrases(document);
  for (std::size_t i = 0; i < profiles.size(); ++i) {
    const std::string determiner = determiner_of(phrases[i]);
    // "a fire, which | French police …": no question.
    profiles[i].any = is_any(determiner) && determiner != "which";
    profiles[i].known = determiner == "the";
    profiles[i].owned = is_possessive_pronoun(determiner);
    set_own_name(document.entities[i], lexicon, profiles[i]);
  }
  complete_profiles(document, profiles, lexicon);
  name_described_models(phrases, lexicon, profiles);
  name_by_capitals(phrases, lexicon, profiles);
  retype_names(document, phrases, lexicon, profiles);
  set_before_full(document, profiles);
  set_people_of_bodies(profiles);
  set_main_country(profiles);
  set_sentence_countries(phrases, lexicon, profiles);
  set_homes(document, profiles);
  set_locations(document, lexicon, profiles);
  give_to_main_country(document, phrases, lexicon, profiles);
  return profiles;
}

}  // namespace relata

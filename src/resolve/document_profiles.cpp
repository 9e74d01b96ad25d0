#include "resolve/document_profiles.hpp"

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>

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

/// "the Larnex refugee camp", "Larnex and Skien province"; not "the Peruvian camp", "the camp in
/// Larnex", "the burnt Larnex house", "Northern Province".
bool begins_with_own_name(const EntityRecord& record, const EntityProfile& profile,
                          const Lexicon& lexicon) {
  if (profile.type != EntityType::kPlace || !profile.names.empty() || profile.plural) return false;
  const std::vector<RawWord> words = split_raw(record.name);
  if (words.empty() || !words.front().capital) return false;
  bool named = false;
  bool small = false;  // before the last word
  std::size_t i = 0;
  for (; i + 1 < words.size() && !is_preposition(words[i].folded); ++i) {
    const RawWord& word = words[i];
    if (!word.capital) {
      small = small || word.folded != "and";
    } else if (!lexicon.is_word(word.folded) && !is_direction(word.folded) &&
               !lexicon.is_country(word.text) && lexicon.country_of_demonym(word.text).empty()) {
      named = true;
    }
  }
  const bool of_kind = i + 1 == words.size() && lexicon.is_kind_of_place(words.back().folded);
  return named && (profile.known || (of_kind && !small));
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
    profiles[i].by_name = begins_with_own_name(document.entities[i], profiles[i], lexicon);
  }
  complete_profiles(document, profiles, lexicon);
  name_described_models(phrases, lexicon, profiles);
  name_by_capitals(phrases, lexicon, profiles);
  retype_names(document, phrases, lexicon, profiles);
  set_people_of_bodies(profiles);
  set_main_country(profiles);
  set_sentence_countries(phrases, lexicon, profiles);
  set_homes(document, profiles);
  set_locations(document, lexicon, profiles);
  give_to_main_country(document, phrases, lexicon, profiles);
  return profiles;
}

}  // namespace relata

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

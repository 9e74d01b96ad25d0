#include "resolve/document_profiles.hpp"

#include <cstddef>
#include <string>

#include "resolve/document_links.hpp"
#include "resolve/first_phrases.hpp"
#include "resolve/governing_bodies.hpp"
#include "resolve/locations.hpp"
#include "resolve/short_names.hpp"

namespace relata {

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
    profiles[i].owned = is_possessive_pronoun(determiner);
  }
  complete_profiles(document, profiles, lexicon);
  retype_short_names(document, lexicon, profiles);
  set_main_country(profiles);
  set_homes(document, profiles);
  set_locations(document, lexicon, profiles);
  give_to_main_country(document, phrases, lexicon, profiles);
  return profiles;
}

}  // namespace relata

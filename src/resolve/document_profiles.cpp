#include "resolve/document_profiles.hpp"

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
  complete_profiles(document, profiles, lexicon);
  retype_short_names(document, lexicon, profiles);
  set_main_country(profiles);
  set_homes(document, profiles);
  set_locations(document, lexicon, profiles);
  give_to_main_country(document, find_first_phrases(document), lexicon, profiles);
  return profiles;
}

}  // namespace relata

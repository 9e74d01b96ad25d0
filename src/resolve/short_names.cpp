#include "resolve/short_names.hpp"

#include <algorithm>
#include <set>
#include <string>

namespace relata {
namespace {

constexpr double kShortNameScore = 0.84;

bool is_full_body(const EntityProfile& profile) {
  return profile.type == EntityType::kOrganization && profile.country.empty() &&
         !profile.names.empty() && profile.names.front().words.size() > 1;
}

/// Where a document speaks of something first.
std::size_t start_of(const DocumentRecords& document, std::size_t entity) {
  return document.entities[entity].first.start;
}

/// The bodies that a name may be short for: of one full name, else none.
std::vector<std::size_t> find_full(std::span<const EntityProfile> profiles, const ParsedName& brief,
                                   const Lexicon& lexicon) {
  std::vector<std::size_t> found;
  std::set<std::string> names;
  for (std::size_t i = 0; i < profiles.size(); ++i) {
    if (!is_full_body(profiles[i])) continue;
    if (!is_short_for(brief, profiles[i].names.front(), lexicon)) continue;
    found.push_back(i);
    names.insert(main_key(profiles[i]));
  }
  if (names.size() != 1) found.clear();
  return found;
}

}  // namespace

bool is_short_for(const ParsedName& brief, const ParsedName& full, const Lexicon& lexicon) {
  if (brief.words.size() != 1) return false;
  // "Larnex Holdings", but also "Grupo Larnex".
  const bool begins = brief.words.front() == full.words.front();
  if (!begins && (brief.words.front() != full.words.back() || !full.of_country.empty()))
    return false;
  // "United Nations Security Council" is a part; "Larnex Trade Party" has its kind behind it.
  constexpr std::size_t kWords = 2;
  const bool with_kind = begins && full.words.size() == kWords + 1 &&
                         lexicon.is_kind_of_organization(full.words.back());
  if (full.words.size() != kWords && !with_kind) return false;
  // "Larnex–Skien" are two, and "pro-Larnex" is not Larnex.
  if (full.surface.find("–") != std::string::npos || full.surface.find('/') != std::string::npos ||
      full.surface.ends_with("-" + brief.surface)) {
    return false;
  }
  // "Larnex 717" is one of its things.
  if (full.words.back().find_first_of("0123456789") != std::string::npos) return false;
  const std::string& word = brief.words.front();
  return !brief.acronym && brief.country.empty() && brief.demonym_of.empty() &&
         lexicon.country_of_capital(brief.surface).empty() && word.size() > 2 &&
         lexicon.noun_class(word) == NounClass::kOther && !lexicon.is_verb(word) &&
         !lexicon.is_title(word);
}

bool ends_in_body(const ParsedName& name, const Lexicon& lexicon) {
  std::string last = name.words.back();
  if (last.ends_with("ions")) last.pop_back();
  return name.words.size() > 1 && last != "people" && lexicon.noun_class(last) == NounClass::kGroup;
}

bool ends_in_bodies(const ParsedName& name, const Lexicon& lexicon) {
  return name.words.back().ends_with("ions") && ends_in_body(name, lexicon);
}

std::vector<CandidatePair> find_short_names(const DocumentRecords& document,
                                            std::span<const EntityProfile> profiles,
                                            const std::vector<FirstPhrase>& phrases,
                                            const Lexicon& lexicon) {
  std::vector<CandidatePair> pairs;
  for (std::size_t i = 0; i < profiles.size(); ++i) {
    const EntityProfile& profile = profiles[i];
    if (profile.type != EntityType::kOrganization || !profile.country.empty() ||
        profile.names.empty() || document.entities[i].adjective) {
      continue;
    }
    const ParsedName& brief = profile.names.front();
    for (const std::size_t full : find_full(profiles, brief, lexicon)) {
      if (start_of(document, i) < start_of(document, full) && phrases[i].sentence != 1) continue;
      const std::string& other = profiles[full].names.front().surface;
      pairs.push_back({std::min(i, full),
                       std::max(i, full),
                       {kShortNameScore, "short name",
                        brief.surface < other ? brief.surface + " = " + other
                                              : other + " = " + brief.surface}});
    }
  }
  return pairs;
}

void retype_short_names(const DocumentRecords& document, const Lexicon& lexicon,
                        std::vector<EntityProfile>& profiles) {
  std::set<std::string> of_people;
  for (const EntityProfile& profile : profiles) {
    if (profile.type != EntityType::kPerson) continue;
    for (const ParsedName& name : profile.names) {
      if (name.words.size() > 1 || !profile.gender.empty() || !name.titles.empty()) {
        of_people.insert(name.words.begin(), name.words.end());
      }
    }
  }
  for (std::size_t i = 0; i < profiles.size(); ++i) {
    EntityProfile& profile = profiles[i];
    if (profile.type != EntityType::kPerson || profile.names.size() != 1 || profile.plural)
      continue;
    const ParsedName& brief = profile.names.front();
    if (brief.words.size() != 1 || of_people.contains(brief.words.front())) continue;
    const std::vector<std::size_t> full = find_full(profiles, brief, lexicon);
    const bool before = std::any_of(full.begin(), full.end(), [&](std::size_t other) {
      return start_of(document, other) < start_of(document, i);
    });
    if (!before) continue;
    profile.type = EntityType::kOrganization;
    profile.names = {parse_name(brief.surface, EntityType::kOrganization, lexicon)};
    profile.full_names = {main_key(profile)};
  }
}

}  // namespace relata

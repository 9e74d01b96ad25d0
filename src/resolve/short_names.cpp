#include "resolve/short_names.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "resolve/candidate_pair.hpp"
#include "resolve/name_heads.hpp"
#include "resolve/raw_words.hpp"

namespace relata {
namespace {

constexpr double kShortNameScore = 0.84;
constexpr double kBeginningsScore = 0.8;
constexpr double kPartScore = 0.78;
constexpr double kFamilyNameScore = 0.86;

bool is_full_body(const EntityProfile& profile) {
  return profile.type == EntityType::kOrganization && profile.country.empty() &&
         !profile.names.empty() && profile.names.front().words.size() > 1;
}

CandidatePair make_pair(std::size_t a, std::size_t b, std::span<const EntityProfile> profiles,
                        double score, std::string_view reason) {
  return candidate_pair(a, b, score, reason, profiles[a].names.front().surface,
                        profiles[b].names.front().surface);
}

/// The named ones that fit: of one name, else none.
template <class Fits>
std::vector<std::size_t> find_only(std::span<const EntityProfile> profiles, Fits fits) {
  std::vector<std::size_t> found;
  std::set<std::string> names;
  for (std::size_t i = 0; i < profiles.size(); ++i) {
    if (!fits(profiles[i])) continue;
    found.push_back(i);
    names.insert(main_key(profiles[i]));
  }
  if (names.size() != 1) found.clear();
  return found;
}

/// The bodies whose full names fit, likewise.
template <class Fits>
std::vector<std::size_t> find_only_body(std::span<const EntityProfile> profiles, Fits fits) {
  return find_only(profiles, [&](const EntityProfile& profile) {
    return is_full_body(profile) && fits(profile.names.front());
  });
}

/// In full, and no office ("Shadow Home Secretary").
bool is_person_in_full(const EntityProfile& profile, const Lexicon& lexicon) {
  return profile.type == EntityType::kPerson && !profile.names.empty() &&
         profile.names.front().words.size() > 1 &&
         !lexicon.is_title(profile.names.front().words.back());
}

/// "LNXHOLD" of "Larnex Holdings": the letters are the beginnings of all the words, one after the
/// other, of at least one more than its initial.
bool is_made_of_beginnings(std::string_view letters, std::span<const std::string> words) {
  if (words.empty() || letters.empty()) return words.empty() && letters.empty();
  if (is_preposition(words.front()) || words.front() == "and") {
    return is_made_of_beginnings(letters, words.subspan(1));
  }
  for (std::size_t n = 1; n <= letters.size() && n <= words.front().size(); ++n) {
    if (letters[n - 1] != words.front()[n - 1]) break;
    if (is_made_of_beginnings(letters.substr(n), words.subspan(1))) return true;
  }
  return false;
}

/// The bodies whose words' beginnings make the letters: of one name, else none.
std::vector<std::size_t> find_made_of_beginnings(std::span<const EntityProfile> profiles,
                                                 const std::string& letters) {
  constexpr std::size_t kFewest = 3;
  if (letters.size() < kFewest) return {};
  return find_only_body(profiles, [&](const ParsedName& full) {
    // "LNX Skien" is another than LNX.
    if (std::find(full.words.begin(), full.words.end(), letters) != full.words.end()) return false;
    const bool bare = !full.of_country.empty() && is_made_of_beginnings(letters, full.bare_words);
    return bare || is_made_of_beginnings(letters, full.words);
  });
}

/// "Party", "Shipping", "Foods", "Airways": what ends a body's name after other words and says of
/// what kind it is.
bool is_kind_of_business(const std::string& word, const Lexicon& lexicon) {
  constexpr std::size_t kShortest = 5;
  return (word.size() >= kShortest && word.ends_with('s') && !word.ends_with("ss")) ||
         lexicon.is_kind_of_organization(word) || lexicon.noun_class(word) != NounClass::kOther;
}

/// "Larnex Developers Conference", "Larnex Cup Tournament": what a body holds, not the body.
bool is_occasion(const std::string& word, const Lexicon& lexicon) {
  constexpr std::array<std::string_view, 6> kMeetings = {"conference", "congress", "convention",
                                                         "expo",       "forum",    "summit"};
  const NounClass noun = lexicon.noun_class(word);
  return noun == NounClass::kEvent || noun == NounClass::kTime ||
         std::find(kMeetings.begin(), kMeetings.end(), word) != kMeetings.end();
}

/// A word of the language, as far as the lexicon tells something of it, or one too short to tell.
bool has_meaning(const std::string& folded, const Lexicon& lexicon) {
  return folded.size() <= 2 || lexicon.noun_class(folded) != NounClass::kOther ||
         lexicon.is_verb(folded) || lexicon.is_title(folded);
}

/// "Tigers" of "Larnex Tigers": what a team's people are called. Not what says of what kind a body
/// is ("Forces", "Airlines"), nor a plural of some other word.
bool may_end_short(const std::string& word, const Lexicon& lexicon) {
  if (!word.ends_with('s') || word.ends_with("ss")) return !has_meaning(word, lexicon);
  const std::string lemma = word.substr(0, word.size() - 1);
  if (!has_meaning(word, lexicon) && !has_meaning(lemma, lexicon)) return true;
  return lexicon.can_be_person(lemma) && !lexicon.is_verb(lemma) && !lexicon.is_title(lemma) &&
         !lexicon.is_kind_of_organization(lemma);
}

}  // namespace

bool is_short_for(const ParsedName& brief, const ParsedName& full, const Lexicon& lexicon) {
  constexpr std::size_t kBrief = 2;
  constexpr std::size_t kRest = 3;
  const std::vector<std::string>& words = brief.words;
  if (words.empty() || words.size() > kBrief) return false;
  // "Larnex Coatings of Skien": where it is says nothing of what it is called.
  const auto end = std::find_if(full.words.begin() + 1, full.words.end(), [](const auto& word) {
    return word == "of" || word == "in" || word == "at";
  });
  const auto size = static_cast<std::size_t>(end - full.words.begin());
  if (std::find(full.words.begin(), end, "and") != end &&
      brief.surface.find('&') == brief.surface.npos &&
      full.surface.find(" and ") != full.surface.npos) {
    return false;  // "Larnex and Skien" are two
  }
  // "Larnex Holdings", but also "Grupo Larnex".
  const bool begins = size > words.size() && size <= words.size() + kRest &&
                      std::equal(words.begin(), words.end(), full.words.begin());
  const bool ends = full.words.size() == 2 && words.size() == 1 &&
                    words.front() == full.words.back() && full.of_country.empty();
  if (!begins && !ends) return false;
  // "United Nations Security Council" is a part; "Larnex Trade Party" has its kind behind it.
  if (ends_in_body(brief, lexicon) || brief.words.back() == "and") return false;
  // "Larnex" of "Larnex & Daughters"
  const bool partners = full.words[words.size()] == "and" && brief.words.back() != "and" &&
                        full.surface.find('&') != full.surface.npos;
  if (begins && size > words.size() + 1 && !partners && !is_kind_of_business(*(end - 1), lexicon)) {
    return false;
  }
  // "Larnex–Skien" are two, and "pro-Larnex" is not Larnex.
  if (full.surface.find("–") != std::string::npos || full.surface.find('/') != std::string::npos ||
      full.surface.ends_with("-" + brief.surface)) {
    return false;
  }
  if (is_occasion(*(end - 1), lexicon)) return false;
  // "Larnex 717" is one of its things.
  if (full.words.back().find_first_of("0123456789") != std::string::npos) return false;
  // "China Eastern" of "China Eastern Airlines"
  const bool of_country =
      !brief.of_country.empty() &&
      (words.size() < kBrief || size > words.size() + 1 || full.of_country != brief.of_country);
  if (brief.acronym || !brief.country.empty() || !brief.demonym_of.empty() || of_country ||
      !lexicon.country_of_capital(brief.surface).empty()) {
    return false;
  }
  // "South Peruvian" of "South Peruvian Harbour Company"
  const std::vector<RawWord> raw = split_raw(brief.surface);
  if (raw.empty() || !lexicon.country_of_demonym(raw.back().text).empty()) return false;
  if (ends && !begins) return may_end_short(words.front(), lexicon);
  return !std::all_of(words.begin(), words.end(),
                      [&](const std::string& word) { return has_meaning(word, lexicon); });
}

std::vector<std::size_t> find_full(std::span<const EntityProfile> profiles, const ParsedName& brief,
                                   const Lexicon& lexicon) {
  return find_only_body(profiles,
                        [&](const ParsedName& full) { return is_short_for(brief, full, lexicon); });
}

std::vector<std::size_t> find_spelled(std::span<const EntityProfile> profiles,
                                      const std::string& letters) {
  return find_only_body(profiles,
                        [&](const ParsedName& full) { return has_initials(full, letters); });
}

namespace {

/// "Van Orel" at the beginning of a sentence, of "Ada van Orel".
bool is_family_with_particle(const ParsedName& brief, const ParsedName& full) {
  if (brief.words.size() != 2 || full.words.size() < 2 || brief.words.back() != full.words.back() ||
      !is_name_particle(brief.words.front())) {
    return false;
  }
  const std::vector<RawWord> words = split_raw(full.surface);
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    if (words[i].folded == brief.words.front() && words[i + 1].folded == brief.words.back()) {
      return true;
    }
  }
  return false;
}

}  // namespace

bool is_family_of(const ParsedName& brief, const ParsedName& full) {
  if (is_family_with_particle(brief, full)) return true;
  if (brief.words.size() >= full.words.size() ||
      !std::equal(brief.words.rbegin(), brief.words.rend(), full.words.rbegin())) {
    return false;
  }
  if (brief.surface.find('-') != std::string::npos) return true;
  const std::vector<RawWord> words = split_raw(brief.surface);
  return std::any_of(words.begin(), words.end(), [](const RawWord& word) {
    return !word.capital && is_name_particle(word.folded);
  });
}

bool ends_in_body(const ParsedName& name, const Lexicon& lexicon) {
  std::string last = name.words.back();
  if (last.ends_with("ions")) last.pop_back();
  return name.words.size() > 1 && last != "people" && lexicon.noun_class(last) == NounClass::kGroup;
}

bool ends_in_bodies(const ParsedName& name, const Lexicon& lexicon) {
  if (name.acronym) return name.words.front() == "un" || name.words.front() == "eu";
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
    const auto add = [&](std::size_t full, double score, std::string_view reason) {
      const std::vector<ParsedName>& names = profiles[full].names;
      const bool registered = std::any_of(names.begin(), names.end(), [](const ParsedName& name) {
        return ends_in_legal_form(name.surface);
      });
      const bool before = is_mentioned_before(document, i, full);
      if (before && !registered && phrases[i].sentence != 1) return;
      pairs.push_back(make_pair(i, full, profiles, score, reason));
    };
    for (const std::size_t full : find_full(profiles, brief, lexicon)) {
      add(full, kShortNameScore, "short name");
    }
    if (!brief.acronym || !find_spelled(profiles, brief.words.front()).empty()) continue;
    for (const std::size_t full : find_made_of_beginnings(profiles, brief.words.front())) {
      add(full, kBeginningsScore, "acronym of beginnings");
    }
  }
  return pairs;
}

std::vector<CandidatePair> find_family_names(const DocumentRecords& document,
                                             std::span<const EntityProfile> profiles,
                                             const std::vector<FirstPhrase>& /*phrases*/,
                                             const Lexicon& lexicon) {
  constexpr std::size_t kWords = 2;
  std::map<std::string, std::set<std::string>> by_given;  // first word → full names
  for (const EntityProfile& profile : profiles) {
    if (!is_person_in_full(profile, lexicon)) continue;
    by_given[profile.names.front().words.front()].insert(main_key(profile));
  }
  std::vector<CandidatePair> pairs;
  for (std::size_t i = 0; i < profiles.size(); ++i) {
    if (!is_person_in_full(profiles[i], lexicon)) continue;
    const std::vector<std::string>& brief = profiles[i].names.front().words;
    if (brief.size() != kWords || by_given.at(brief.front()).size() != 1) continue;
    const auto ends_so = [&](const EntityProfile& profile) {
      return is_person_in_full(profile, lexicon) && profile.names.front().words.size() > kWords &&
             std::equal(brief.rbegin(), brief.rend(), profile.names.front().words.rbegin());
    };
    for (const std::size_t full : find_only(profiles, ends_so)) {
      if (is_mentioned_before(document, i, full)) continue;
      pairs.push_back(make_pair(i, full, profiles, kFamilyNameScore, "family name"));
    }
  }
  return pairs;
}

std::vector<CandidatePair> find_parts_of_names(const DocumentRecords& document,
                                               std::span<const EntityProfile> profiles,
                                               const std::vector<FirstPhrase>& /*phrases*/,
                                               const Lexicon& lexicon) {
  std::vector<CandidatePair> pairs;
  const auto may_be_part = [](const EntityProfile& profile) {
    return !profile.names.empty() && profile.country.empty() &&
           profile.type != EntityType::kPerson && profile.type != EntityType::kGroup &&
           profile.type != EntityType::kPlace;
  };
  std::map<std::pair<EntityType, std::string>, std::vector<std::size_t>> by_noun;
  for (std::size_t j = 0; j < profiles.size(); ++j) {
    if (!may_be_part(profiles[j]) || profiles[j].names.front().words.size() < 2) continue;
    by_noun[{profiles[j].type, head_word(profiles[j].names.front())}].push_back(j);
  }
  for (std::size_t i = 0; i < profiles.size(); ++i) {
    if (!may_be_part(profiles[i]) || document.entities[i].adjective) continue;
    const ParsedName& brief = profiles[i].names.front();
    const auto longer = by_noun.find({profiles[i].type, brief.words.back()});
    // "House", "Council"; a body's last word may be where it is.
    const bool tells_kind = profiles[i].type != EntityType::kOrganization ||
                            lexicon.noun_class(brief.words.back()) == NounClass::kGroup ||
                            lexicon.is_kind_of_organization(brief.words.back());
    if (longer == by_noun.end() || !tells_kind) continue;
    std::vector<std::size_t> found;
    std::set<std::string> names;
    for (const std::size_t j : longer->second) {
      const ParsedName& full = profiles[j].names.front();
      // "Peruvian Guard" is none of the "Guard" that is no country's.
      const bool of_country = !full.of_country.empty() && full.bare_words == brief.words;
      if (j == i || of_country || !names_head(brief, full) ||
          !fits_longer_names(profiles[i], brief, full)) {
        continue;
      }
      found.push_back(j);
      names.insert(main_key(profiles[j]));
    }
    if (names.size() != 1) continue;
    for (const std::size_t full : found) {
      const TextRange& place = document.entities[i].first;
      const TextRange& other = document.entities[full].first;
      // What stands in the name of another is another: "Skien" of "Port of Skien".
      if (place.contains(other) || other.contains(place)) continue;
      pairs.push_back(make_pair(i, full, profiles, kPartScore, "part of the name"));
    }
  }
  return pairs;
}

}  // namespace relata

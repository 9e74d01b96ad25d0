#include "resolve/document_links.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>

#include "relata/resolve/name.hpp"
#include "resolve/country_epithets.hpp"
#include "resolve/definite_descriptions.hpp"
#include "resolve/first_phrases.hpp"
#include "resolve/governing_bodies.hpp"
#include "resolve/raw_words.hpp"
#include "resolve/repeated_phrases.hpp"
#include "resolve/sentence_country.hpp"
#include "resolve/short_names.hpp"
#include "resolve/spelling_slips.hpp"

namespace relata {
namespace {

constexpr double kAliasScore = 0.99;
constexpr double kCapitalScore = 0.8;
constexpr double kSpanScore = 0.9;

using EntityIds = std::unordered_map<std::string_view, std::size_t>;

std::size_t index_of(const EntityIds& ids, const std::string& entity) {
  const auto found = ids.find(entity);
  return found == ids.end() ? std::string::npos : found->second;
}

std::string_view first_word(std::string_view text) { return text.substr(0, text.find(' ')); }

std::string_view last_word(std::string_view text) {
  const std::size_t blank = text.rfind(' ');
  return blank == text.npos ? text : text.substr(blank + 1);
}

/// Prepositions that make a place of what follows.
bool is_local(std::string_view preposition) {
  constexpr std::array<std::string_view, 16> kLocal = {
      "in",   "at",     "from",   "to",      "near",    "into",   "around", "outside",
      "near", "across", "toward", "towards", "through", "inside", "of",     "via"};
  return std::find(kLocal.begin(), kLocal.end(), preposition) != kLocal.end();
}

bool is_copula(const TripleRecord& triple) {
  const std::string& lemma = triple.relation.lemma;
  return lemma == "be" || lemma == "become" || lemma == "remain" || lemma.empty();
}

/// "carried out arrests to quash a plot to overthrow": what stands between subject and object is
/// whole phrases, so that the one does nothing to the other.
bool spans_phrases(const std::string& relation) {
  const std::vector<RawWord> words = split_raw(relation);
  return std::any_of(words.begin(), words.end(), [](const RawWord& word) {
    return word.folded == "a" || word.folded == "an" || word.folded == "the";
  });
}

/// True if its two ends can't be one entity.
bool parts_its_ends(const TripleRecord& triple) {
  switch (triple.kind) {
    case TripleKind::kApposition:
    case TripleKind::kAlias:
      return false;
    case TripleKind::kClause:
      return !is_copula(triple) && (triple.core || !spans_phrases(triple.relation.text));
    case TripleKind::kFolded:
    case TripleKind::kPossessive:
    case TripleKind::kTitle:
    case TripleKind::kCompound:
    case TripleKind::kNominal:
    case TripleKind::kMember:
      return true;
  }
  return true;
}

/// "LIMA (AFP) - The judge …": the place of a dateline, in capitals in a sentence that has others.
bool is_of_dateline(const TripleRecord& triple) {
  const auto has_small = [](std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  };
  return triple.subject.range && triple.subject.range->start == triple.sentence.range.start &&
         !has_small(triple.subject.text) && has_small(triple.sentence.text);
}

/// "Lima will send boats", "Lima paid for the fuel": what somebody does to something, not what a
/// city has, holds within it or goes through.
bool is_deed(const TripleRecord& triple, const Lexicon& lexicon) {
  constexpr std::array<std::string_view, 7> kOfPlaces = {"have", "host",    "see",       "include",
                                                         "get",  "receive", "experience"};
  const std::string_view verb = first_word(triple.relation.lemma);
  return triple.core && triple.object && !is_copula(triple) && lexicon.is_verb(verb) &&
         std::find(kOfPlaces.begin(), kOfPlaces.end(), verb) == kOfPlaces.end();
}

/// "Lima's defence ministry", "Lima's army": what only a country has.
bool is_of_state(const TripleRecord& triple, const Lexicon& lexicon) {
  if (triple.kind != TripleKind::kPossessive || !triple.object) return false;
  const std::vector<std::string> words = fold_words(triple.object->text);
  if (words.empty()) return false;
  constexpr std::array<std::string_view, 5> kBodies = {"ministry", "junta", "navy", "regime",
                                                       "parliament"};
  return std::find(kBodies.begin(), kBodies.end(), words.back()) != kBodies.end() ||
         lexicon.body_of(words.back()).kind == BodyKind::kForces;
}

/// How a capital is spoken of: as somebody, as a place.
struct Use {
  bool acts = false;
  bool is_place = false;
};

std::vector<Use> find_uses(const DocumentRecords& document, const EntityIds& ids,
                           const Lexicon& lexicon) {
  std::vector<Use> uses(document.entities.size());
  for (const TripleRecord& triple : document.triples) {
    const bool stance = lexicon.is_stance_verb(first_word(triple.relation.lemma));
    const bool clause = triple.kind == TripleKind::kClause || triple.kind == TripleKind::kFolded;
    const bool passive = !triple.relation.active_text.empty();
    if (const std::size_t i = index_of(ids, triple.subject.entity); i != std::string::npos) {
      if (clause && (stance || is_deed(triple, lexicon)) && !passive && !is_of_dateline(triple)) {
        uses[i].acts = true;
      }
      if (triple.kind == TripleKind::kNominal) uses[i].is_place = true;  // "Bamako, Mali"
      if (is_of_state(triple, lexicon)) uses[i].acts = true;
    }
    if (triple.object) {
      if (const std::size_t i = index_of(ids, triple.object->entity); i != std::string::npos) {
        if (clause && stance && passive) uses[i].acts = true;
        if (is_local(last_word(triple.relation.text))) uses[i].is_place = true;
      }
    }
    for (const Qualifier& qualifier : triple.qualifiers) {
      const std::size_t i = index_of(ids, qualifier.entity);
      if (i == std::string::npos) continue;
      if (stance && first_word(qualifier.text) == "by") uses[i].acts = true;
      if (qualifier.role == "place" || is_local(qualifier.role)) uses[i].is_place = true;
    }
  }
  return uses;
}

void add_capitals(const DocumentRecords& document, std::span<const EntityProfile> profiles,
                  const EntityIds& ids, const Lexicon& lexicon, DocumentLinks& links) {
  const std::vector<Use> uses = find_uses(document, ids, lexicon);
  for (std::size_t i = 0; i < profiles.size(); ++i) {
    const EntityProfile& capital = profiles[i];
    if (capital.names.empty() || capital.type == EntityType::kPerson) continue;
    const std::string_view country = lexicon.country_of_capital(capital.names.front().surface);
    if (country.empty() || !uses[i].acts || uses[i].is_place) continue;
    for (std::size_t j = 0; j < profiles.size(); ++j) {
      if (j == i || profiles[j].country != country) continue;
      links.pairs.push_back({std::min(i, j),
                             std::max(i, j),
                             {kCapitalScore, "capital acts as its country",
                              capital.names.front().surface + " = " + std::string(country)}});
    }
  }
}

/// "eleven officers, including two generals" and "eleven officers" that begin at one place are one
/// phrase, marked twice.
void add_longer_spans(const DocumentRecords& document, std::span<const EntityProfile> profiles,
                      DocumentLinks& links) {
  std::unordered_map<std::size_t, std::vector<std::size_t>> starts;
  for (std::size_t i = 0; i < profiles.size(); ++i) {
    if (profiles[i].names.empty() && !profiles[i].descriptions.empty()) {
      starts[document.entities[i].first.start].push_back(i);
    }
  }
  for (const auto& [start, list] : starts) {
    for (std::size_t x = 0; x < list.size(); ++x) {
      for (std::size_t y = x + 1; y < list.size(); ++y) {
        const EntityProfile& a = profiles[list[x]];
        const EntityProfile& b = profiles[list[y]];
        const std::string& brief = a.text.size() < b.text.size() ? a.text : b.text;
        const std::string& full = a.text.size() < b.text.size() ? b.text : a.text;
        // "two flats and a villa" are more than the flats.
        const bool prefix =
            full.starts_with(brief) && full.find(" and ", brief.size()) == full.npos;
        if (!prefix || a.descriptions.front().head != b.descriptions.front().head) continue;
        links.pairs.push_back({std::min(list[x], list[y]),
                               std::max(list[x], list[y]),
                               {kSpanScore, "longer form of the phrase", a.text + " = " + b.text}});
      }
    }
  }
}

/// One name, or of people one with a middle name more, or one country's ("Peru", "Peruvian").
bool same_name(const EntityProfile& a, const EntityProfile& b) {
  if (!a.country.empty() && a.country == b.country) return true;
  if (a.names.empty() || b.names.empty()) return false;
  const std::vector<std::string>& x = a.names.front().words;
  const std::vector<std::string>& y = b.names.front().words;
  const bool people = a.type == EntityType::kPerson && b.type == EntityType::kPerson;
  return x == y || (people && x.size() > 1 && y.size() > 1 && x.front() == y.front() &&
                    (abbreviates(x, y) || abbreviates(y, x)));
}

/// True if one of the profile's names is in the text, word by word.
bool says_name(const std::string& text, const EntityProfile& profile) {
  const std::vector<std::string> words = fold_words(text);
  return std::any_of(profile.names.begin(), profile.names.end(), [&](const ParsedName& name) {
    return std::search(words.begin(), words.end(), name.words.begin(), name.words.end()) !=
           words.end();
  });
}

/// "Larnex and Larnex Holdings": what stands side by side is two.
void add_neighbours(std::span<const EntityProfile> profiles,
                    const std::vector<FirstPhrase>& phrases, DocumentLinks& links) {
  constexpr std::string_view kAnd = " and ";
  constexpr std::string_view kThe = "the ";
  for (std::size_t i = 0; i < profiles.size(); ++i) {
    std::string_view rest = phrases[i].after;
    if (profiles[i].names.empty() || !rest.starts_with(kAnd)) continue;
    rest.remove_prefix(kAnd.size());
    if (rest.starts_with(kThe)) rest.remove_prefix(kThe.size());
    for (std::size_t j = 0; j < profiles.size(); ++j) {
      if (j == i) continue;
      const bool follows = std::any_of(
          profiles[j].names.begin(), profiles[j].names.end(), [&](const ParsedName& name) {
            const std::size_t end = name.surface.size();
            return rest.starts_with(name.surface) &&
                   (end == rest.size() || std::string_view(" ,.;:)'").find(rest[end]) != rest.npos);
          });
      if (follows && !same_name(profiles[i], profiles[j])) {
        links.cannot_links.emplace_back(std::min(i, j), std::max(i, j));
      }
    }
  }
}

/// A name that the text itself says is one. The fullest stays first, letters last.
void add_stated(const ParsedName& name, EntityProfile& profile) {
  if (std::any_of(profile.names.begin(), profile.names.end(),
                  [&](const ParsedName& known) { return known.words == name.words; })) {
    return;
  }
  std::vector<ParsedName>& names = profile.names.edit();
  const bool first = names.front().acronym && !name.acronym && name.country.empty();
  names.insert(first ? names.begin() : names.end(), name);
}

}  // namespace

void complete_profiles(const DocumentRecords& document, std::vector<EntityProfile>& profiles,
                       const Lexicon& lexicon) {
  EntityIds ids;
  std::set<std::string> people;
  for (std::size_t i = 0; i < document.entities.size(); ++i) {
    ids.emplace(document.entities[i].entity, i);
    const EntityProfile& profile = profiles[i];
    if (profile.type != EntityType::kPerson || profile.names.empty()) continue;
    if (profile.names.front().words.size() > 1) people.insert(main_key(profile));
  }
  for (const TripleRecord& triple : document.triples) {
    if (triple.kind != TripleKind::kAlias || !triple.object) continue;
    const std::size_t i = index_of(ids, triple.subject.entity);
    if (i == std::string::npos || triple.object->entity != triple.subject.entity) continue;
    EntityProfile& profile = profiles[i];
    if (profile.names.empty() || !is_headed_by_name(triple.object->text)) continue;
    const ParsedName alias = parse_name(triple.object->text, profile.type, lexicon);
    const ParsedName name = parse_name(triple.subject.text, profile.type, lexicon);
    // "the Larnex New Age Cartel (CLNE), … CLNE …": the letters that the text goes on with are no
    // abbreviation of the name.
    add_stated(alias, profile);
    if (is_headed_by_name(triple.subject.text)) add_stated(name, profile);
    profile.full_names.push_back(join_words(alias.words));
    profile.full_names.push_back(join_words(name.words));
    std::sort(profile.full_names.edit().begin(), profile.full_names.edit().end());
  }
  for (std::size_t i = 0; i < profiles.size(); ++i) {
    EntityProfile& profile = profiles[i];
    if (profile.type == EntityType::kPerson || profile.names.empty()) continue;
    const ParsedName person =
        parse_name(profile.names.front().surface, EntityType::kPerson, lexicon);
    if (person.titles.empty() || people.count(join_words(person.words)) == 0) continue;
    make_person(person, profile);
  }
}

void set_homes(const DocumentRecords& document, std::vector<EntityProfile>& profiles) {
  EntityIds ids;
  for (std::size_t i = 0; i < document.entities.size(); ++i) {
    ids.emplace(document.entities[i].entity, i);
  }
  for (const TripleRecord& triple : document.triples) {
    const bool owner = triple.kind == TripleKind::kPossessive;
    if (!triple.object || (!owner && triple.kind != TripleKind::kCompound)) continue;
    const std::size_t country =
        index_of(ids, owner ? triple.subject.entity : triple.object->entity);
    const std::size_t body = index_of(ids, owner ? triple.object->entity : triple.subject.entity);
    if (country == std::string::npos || body == std::string::npos) continue;
    EntityProfile& profile = profiles[body];
    if (profile.type == EntityType::kPerson || profile.names.empty() || !profile.home.empty()) {
      continue;
    }
    // "Peruvian forces", which coreference set beside the name, may be others.
    if (!says_name(owner ? triple.object->text : triple.subject.text, profile)) continue;
    if (profile.country.empty()) profile.home = profiles[country].country;
  }
}

void set_main_country(std::vector<EntityProfile>& profiles) {
  std::map<std::string, std::uint64_t> mentions;
  std::uint64_t all = 0;
  for (const EntityProfile& profile : profiles) {
    if (profile.country.empty()) continue;
    mentions[profile.country] += profile.mentions;
    all += profile.mentions;
  }
  for (const auto& [country, count] : mentions) {
    if (2 * count <= all) continue;
    for (EntityProfile& profile : profiles) profile.main_country = country;
  }
}

namespace {

/// Pairs of entities that the text says to be one under two names: no clause between them ("he is
/// known as Orel") parts them.
std::set<std::pair<std::size_t, std::size_t>> find_aliases(const DocumentRecords& document,
                                                           const EntityIds& ids) {
  std::set<std::pair<std::size_t, std::size_t>> aliases;
  for (const TripleRecord& triple : document.triples) {
    if (triple.kind != TripleKind::kAlias || !triple.object) continue;
    const std::size_t a = index_of(ids, triple.subject.entity);
    const std::size_t b = index_of(ids, triple.object->entity);
    if (a != std::string::npos && b != std::string::npos) {
      aliases.emplace(std::min(a, b), std::max(a, b));
    }
  }
  return aliases;
}

}  // namespace

DocumentLinks link_document(const DocumentRecords& document,
                            std::span<const EntityProfile> profiles, const Lexicon& lexicon) {
  EntityIds ids;
  for (std::size_t i = 0; i < document.entities.size(); ++i) {
    ids.emplace(document.entities[i].entity, i);
  }
  DocumentLinks links;
  const std::set<std::pair<std::size_t, std::size_t>> aliases = find_aliases(document, ids);
  for (const TripleRecord& triple : document.triples) {
    if (!triple.object) continue;
    const std::size_t a = index_of(ids, triple.subject.entity);
    const std::size_t b = index_of(ids, triple.object->entity);
    if (a == std::string::npos || b == std::string::npos || a == b) continue;
    if (triple.kind == TripleKind::kAlias) {
      // No country is also known as one of its bodies.
      if (profiles[a].country.empty() != profiles[b].country.empty()) continue;
      links.pairs.push_back(
          {std::min(a, b), std::max(a, b), {kAliasScore, "stated alias", triple.sentence.text}});
    } else if (auto kind = score_name_with_kind(triple, profiles[a], profiles[b], lexicon)) {
      links.pairs.push_back({std::min(a, b), std::max(a, b), std::move(*kind)});
    } else if (parts_its_ends(triple) && !same_name(profiles[a], profiles[b]) &&
               !aliases.contains({std::min(a, b), std::max(a, b)})) {
      // Two entities with one name were left apart by coreference, not told apart by the text.
      links.cannot_links.emplace_back(std::min(a, b), std::max(a, b));
    }
  }
  add_capitals(document, profiles, ids, lexicon, links);
  add_longer_spans(document, profiles, links);
  const std::vector<FirstPhrase> phrases = find_first_phrases(document);
  add_neighbours(profiles, phrases, links);
  for (auto* find :
       {find_one_bodies, find_repeated_phrases, find_phrases_of_two_types, find_names_with_kind,
        find_described_names, find_short_names, find_family_names, find_parts_of_names,
        find_sentence_countries, find_country_epithets, find_taken_up, find_slips}) {
    const std::vector<CandidatePair> found = find(document, profiles, phrases, lexicon);
    links.pairs.insert(links.pairs.end(), found.begin(), found.end());
  }
  return links;
}

}  // namespace relata

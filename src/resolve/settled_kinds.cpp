#include "resolve/settled_kinds.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "relata/analysis/lexicon.hpp"

namespace relata {
namespace {

/// Documents by what they take names of one word for.
NameCounts count_kinds(std::span<const EntityProfile> profiles) {
  // Full names of people, of which most profiles are, don't count here, nor does company.
  std::vector<EntityProfile> counted;
  for (const EntityProfile& profile : profiles) {
    if (profile.names.empty()) continue;
    const bool person = profile.type == EntityType::kPerson;
    if (person && profile.names.front().words.size() > 1) continue;
    EntityProfile& copy = counted.emplace_back();
    copy.doc = profile.doc;
    copy.type = profile.type;
    copy.names = profile.names;
    copy.full_names = profile.full_names;
  }
  return count_names(counted, Scope::kCorpus);
}

/// Documents that take a name of one word for a "person" or a "thing".
std::uint64_t documents_of(const NameCounts& counts, const std::string& word, const char* kind) {
  const auto kinds = counts.full_of.find(kind_key(word));
  if (kinds == counts.full_of.end()) return 0;
  const auto documents = kinds->second.find(kind);
  return documents == kinds->second.end() ? 0 : documents->second;
}

void settle_things(std::span<EntityProfile> profiles, const NameCounts& counts) {
  for (EntityProfile& profile : profiles) {
    if (profile.type != EntityType::kPerson || profile.names.size() != 1 ||
        !profile.gender.empty()) {
      continue;
    }
    const ParsedName& name = profile.names.front();
    if (name.words.size() > 1 || !name.titles.empty()) continue;
    // Letters that stand for a thing elsewhere.
    if (name.acronym && counts.full_of.contains(name.words.front())) {
      profile.type = EntityType::kOrganization;
      continue;
    }
    const std::uint64_t people = documents_of(counts, name.words.front(), "person");
    if (people > 0 && documents_of(counts, name.words.front(), "thing") >= people) {
      profile.type = EntityType::kOrganization;
    }
  }
}

/// Documents that name somebody of a family.
struct Family {
  std::uint64_t full = 0;                    ///< in full
  std::uint64_t brief = 0;                   ///< and by the family name as well, or by that alone
  std::vector<const EntityProfile*> people;  ///< those in full
  bool in_other_names = false;  ///< "Larnex Group": the word is in a thing's longer name
};

/// Names in both documents, of the same month.
bool tell_of_the_same(const EntityProfile& a, const EntityProfile& b, const NameCounts& counts) {
  constexpr std::size_t kEnough = 2;
  constexpr std::size_t kMonth = 7;  // YYYY-MM
  constexpr auto kNoShare = static_cast<std::size_t>(-1);
  return a.doc != b.doc && a.date.str().substr(0, kMonth) == b.date.str().substr(0, kMonth) &&
         common_names(counts, a, b, kNoShare).names >= kEnough;
}

/// One word that a document takes for a thing, where another of the month that names two of the
/// same names has somebody of that family in full: "McKittrick".
bool is_of_story(const EntityProfile& alone, const Family& family, std::uint64_t things,
                 const NameCounts& counts) {
  const auto is_another = [&](const EntityProfile* person) {
    return main_key(*person) != main_key(*family.people.front());
  };
  return !family.people.empty() && !family.in_other_names && things <= family.full &&
         std::none_of(family.people.begin(), family.people.end(), is_another) &&
         std::any_of(family.people.begin(), family.people.end(), [&](const EntityProfile* person) {
           return tell_of_the_same(alone, *person, counts);
         });
}

/// The word that may be a family's, of a place, body or thing that goes by no other name.
const std::string* lone_word(const EntityProfile& profile, const Lexicon& lexicon) {
  const bool may_be = profile.type == EntityType::kPlace ||
                      profile.type == EntityType::kOrganization ||
                      profile.type == EntityType::kObject || profile.type == EntityType::kWork;
  constexpr std::uint64_t kMentions = 3;  // of a document that is about a place or body
  if (!may_be || profile.plural || profile.names.size() != 1 || profile.mentions > kMentions) {
    return nullptr;
  }
  const ParsedName& name = profile.names.front();
  const std::string& word = name.words.front();
  const bool known = !name.country.empty() || !name.demonym_of.empty() || !name.known_as.empty() ||
                     !profile.inside.empty() || !lexicon.country_of_capital(word).empty();
  return name.words.size() > 1 || name.acronym || known || lexicon.is_word(word) ? nullptr : &word;
}

/// "Netanyahu" in a document that says no more of him.
void settle_families(std::span<EntityProfile> profiles, const NameCounts& counts,
                     const Lexicon& lexicon) {
  constexpr std::uint64_t kEnough = 3;  // documents, and times those of the thing
  std::unordered_map<std::string, Family> families;
  std::vector<std::pair<EntityProfile*, const Family*>> alone;  // what may be one of them
  for (EntityProfile& profile : profiles) {
    const std::string* word = lone_word(profile, lexicon);
    if (word != nullptr) alone.emplace_back(&profile, &families[*word]);
  }
  if (alone.empty()) return;
  for (const EntityProfile& profile : profiles) {
    if (profile.type == EntityType::kPerson || profile.names.empty()) continue;
    for (const ParsedName& name : profile.names) {
      if (name.words.size() < 2) continue;
      for (const std::string& word : name.owned.empty() ? name.words : name.owned) {
        if (const auto found = families.find(word); found != families.end()) {
          found->second.in_other_names = true;
        }
      }
    }
  }
  for (const EntityProfile& profile : profiles) {
    if (profile.type != EntityType::kPerson || profile.names.empty()) continue;
    const ParsedName& name = profile.names.front();
    const auto family = families.find(name.words.back());
    if (family == families.end()) continue;
    const bool in_full = name.words.size() > 1;
    const bool by_family =
        !in_full ||
        std::any_of(profile.names.begin(), profile.names.end(), [&](const ParsedName& other) {
          return other.words.size() == 1 && other.words.front() == family->first;
        });
    family->second.full += in_full ? 1 : 0;
    if (in_full) family->second.people.push_back(&profile);
    family->second.brief += by_family ? 1 : 0;
  }
  for (const auto& [profile, family] : alone) {
    const std::uint64_t things =
        documents_of(counts, profile->names.front().words.front(), "thing");
    const bool of_story = is_of_story(*profile, *family, things, counts);
    if (of_story) {
      profile->type = EntityType::kPerson;
      profile->of_country.clear();
    }
    if (of_story || family->full < kEnough) continue;
    if (family->full < kEnough * things && (family->brief == 0 || family->full <= things)) continue;
    profile->type = EntityType::kPerson;
    profile->of_country.clear();
  }
}

}  // namespace

void settle_kinds(std::span<EntityProfile> profiles, const Lexicon& lexicon) {
  const NameCounts counts = count_kinds(profiles);
  settle_things(profiles, counts);
  settle_families(profiles, counts, lexicon);
}

}  // namespace relata

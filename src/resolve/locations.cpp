#include "resolve/locations.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "relata/resolve/name.hpp"

namespace relata {
namespace {

/// Of a chain of places: town, district, region, country, and one in between.
constexpr std::size_t kLongestChain = 5;

/// Of the documents that put a name in some country, the share that puts it in one for this to be
/// another place of that name.
constexpr double kOwnShare = 0.2;

bool is_named_place(const EntityProfile& profile) {
  return profile.type == EntityType::kPlace && !profile.names.empty();
}

class Containers {
 public:
  Containers(const DocumentRecords& document, std::span<const EntityProfile> profiles,
             const Lexicon& lexicon)
      : profiles_(profiles), lexicon_(lexicon), around_(profiles.size()) {
    std::unordered_map<std::string_view, std::size_t> ids;
    for (std::size_t i = 0; i < document.entities.size(); ++i) {
      ids.emplace(document.entities[i].entity, i);
    }
    for (const TripleRecord& triple : document.triples) {
      if (triple.rule != "apposition/place" || !triple.object) continue;
      const auto inner = ids.find(triple.subject.entity);
      const auto outer = ids.find(triple.object->entity);
      if (inner == ids.end() || outer == ids.end() || inner->second == outer->second) continue;
      around_[inner->second].insert(outer->second);
    }
  }

  /// The places that the text puts it in.
  const std::set<std::size_t>& around(std::size_t place) const { return around_[place]; }

  /// Countries around a place; of a chain the outermost. Of "Fresno, California" that of the
  /// region, if no text tells.
  std::set<std::string> countries(std::size_t place, std::size_t steps = 0) const {
    std::set<std::string> found;
    if (steps == kLongestChain) return found;
    for (const std::size_t outer : around_[place]) {
      std::set<std::string> beyond = countries(outer, steps + 1);
      const EntityProfile& around = profiles_[outer];
      std::string country = around.country.empty() ? around.inside.str() : around.country.str();
      if (country.empty() && around_[outer].empty() && is_named_place(around)) {
        country = lexicon_.country_of_region(around.names.front().surface);
      }
      if (beyond.empty() && !country.empty()) beyond.insert(std::move(country));
      found.merge(beyond);
    }
    return found;
  }

 private:
  std::span<const EntityProfile> profiles_;
  const Lexicon& lexicon_;
  std::vector<std::set<std::size_t>> around_;
};

/// The other country of which a place is a region by the document's words, though it has a
/// country's name: "Georgia, United States", "the U.S. state of Georgia", "Atlanta, Georgia". Empty
/// if it is no such place.
std::string_view region_that_is_meant(std::size_t place, const Containers& containers,
                                      std::span<const EntityProfile> profiles,
                                      const Lexicon& lexicon) {
  const EntityProfile& profile = profiles[place];
  if (!is_named_place(profile) || profile.country.empty()) return {};
  const std::string_view country = lexicon.country_of_region(profile.names.front().surface);
  if (country.empty() || country == profile.country.str()) return {};
  if (containers.countries(place).contains(std::string(country))) return country;
  const std::string of_name = " of " + main_key(profile);
  for (std::size_t i = 0; i < profiles.size(); ++i) {
    const EntityProfile& other = profiles[i];
    const bool told = other.names.empty()
                          ? other.text.str().ends_with(of_name) &&
                                std::any_of(other.descriptions.begin(), other.descriptions.end(),
                                            [&](const ParsedDescription& description) {
                                              return description.anchor_country == country;
                                            })
                          : is_named_place(other) && containers.around(i).contains(place) &&
                                lexicon.country_of_town(other.names.front().surface) == country;
    if (told) return country;
  }
  return {};
}

void make_region(std::string_view country, EntityProfile& profile) {
  for (ParsedName& name : profile.names.edit()) name.country.clear();
  profile.country.clear();
  profile.inside = country;
}

/// "oregon" of "Portland, Oregon" and of "Portland, Multnomah County, Ore."; empty of none or
/// several.
std::string region_around(std::size_t place, const Containers& containers,
                          std::span<const EntityProfile> profiles, const Lexicon& lexicon,
                          std::size_t steps = 0) {
  std::set<std::string> found;
  for (const std::size_t outer : containers.around(place)) {
    if (steps == kLongestChain || !is_named_place(profiles[outer])) continue;
    const std::string& name = profiles[outer].names.front().surface;
    const std::string_view full = lexicon.first_name(name);
    const std::string_view spelled = full.empty() ? std::string_view(name) : full;
    std::string region = lexicon.country_of_region(spelled).empty()
                             ? region_around(outer, containers, profiles, lexicon, steps + 1)
                             : join_words(fold_words(spelled));
    if (!region.empty()) found.insert(std::move(region));
  }
  return found.size() == 1 ? *found.begin() : std::string();
}

/// "larnex" of "Larnex Oblast"; empty of what is no part of a country by its kind. Counties and
/// districts are too small to be called by their bare names elsewhere ("Ohio County").
std::string without_division(const EntityProfile& place) {
  std::vector<std::string> words = place.names.front().words;
  if (words.size() < 2 || !is_kind_of_division(words.back())) return {};
  if (words.back() == "county" || words.back() == "district") return {};
  words.pop_back();
  return join_words(words);
}

/// Country → documents that put a name in it.
using Countries = std::map<std::string, std::uint64_t>;

void drop_rare(Countries& countries) {
  std::uint64_t all = 0;
  for (const auto& [country, documents] : countries) all += documents;
  std::erase_if(countries, [&](const auto& entry) {
    return static_cast<double>(entry.second) < kOwnShare * static_cast<double>(all);
  });
}

std::string most_frequent(const Countries& countries) {
  return std::max_element(countries.begin(), countries.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

}  // namespace

void set_locations(const DocumentRecords& document, const Lexicon& lexicon,
                   std::vector<EntityProfile>& profiles) {
  const Containers containers(document, profiles, lexicon);
  for (std::size_t i = 0; i < profiles.size(); ++i) {
    const std::string_view country = region_that_is_meant(i, containers, profiles, lexicon);
    if (!country.empty()) make_region(country, profiles[i]);
  }
  for (std::size_t i = 0; i < profiles.size(); ++i) {
    EntityProfile& profile = profiles[i];
    if (!is_named_place(profile)) continue;
    for (const std::size_t outer : containers.around(i)) {
      if (!is_named_place(profiles[outer])) continue;
      profiles[outer].holds_places = true;
      if (without_division(profiles[outer]) == main_key(profile)) profile.in_namesake = true;
    }
    if (!profile.country.empty()) continue;
    std::set<std::string> countries;
    for (const std::string& country : containers.countries(i)) {
      const std::string_view around = lexicon.country_around(country);
      countries.emplace(around.empty() ? std::string_view(country) : around);
    }
    if (countries.size() == 1) profile.inside = *countries.begin();
    profile.region = region_around(i, containers, profiles, lexicon);
  }
}

void settle_locations(std::span<EntityProfile> profiles) {
  std::unordered_map<std::string, Countries> countries_of;
  for (const EntityProfile& profile : profiles) {
    if (is_named_place(profile) && !profile.inside.empty()) {
      ++countries_of[main_key(profile)][profile.inside.str()];
    }
  }
  for (auto& [name, countries] : countries_of) drop_rare(countries);
  for (EntityProfile& profile : profiles) {
    if (!is_named_place(profile)) continue;
    const auto found = countries_of.find(main_key(profile));
    if (found == countries_of.end() || found->second.contains(profile.inside.str())) continue;
    profile.inside.clear();
    if (found->second.size() < 2) continue;
    const bool at_home = found->second.contains(profile.main_country.str());
    profile.inside = at_home ? profile.main_country.str() : most_frequent(found->second);
  }
}

void settle_divisions(std::span<EntityProfile> profiles, const Lexicon& lexicon) {
  struct Uses {
    std::set<std::string> kinds;  // of divisions of the name
    std::uint64_t bare = 0;       // documents that have the name alone
    std::uint64_t holding = 0;    // of these, those that put places in it
    bool town = false;
  };
  std::unordered_map<std::string, Uses> uses;
  for (const EntityProfile& profile : profiles) {
    if (!is_named_place(profile)) continue;
    const std::string division = without_division(profile);
    if (!division.empty()) uses[division].kinds.insert(profile.names.front().words.back());
  }
  if (uses.empty()) return;
  // Of the names that some division has: the places that go by them.
  std::vector<std::pair<EntityProfile*, Uses*>> places;
  for (EntityProfile& profile : profiles) {
    if (!is_named_place(profile)) continue;
    const auto name = uses.find(main_key(profile));
    if (name == uses.end()) continue;
    places.emplace_back(&profile, &name->second);
    ++name->second.bare;
    if (profile.holds_places) ++name->second.holding;
    name->second.town = name->second.town || profile.in_namesake;
  }
  for (const auto& [profile, name] : places) {
    if (!profile->country.empty()) continue;
    profile->division = name->kinds.size() == 1 && !name->town && 2 * name->holding >= name->bare &&
                        lexicon.country_of_capital(profile->names.front().surface).empty();
  }
}

}  // namespace relata

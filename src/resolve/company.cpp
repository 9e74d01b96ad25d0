#include "resolve/company.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_map>

namespace relata {
namespace {

/// Names within this many code points of an entity belong to the same piece of news: a paragraph
/// or two.
constexpr std::size_t kReach = 400;

/// Where the entities of a document are named or described, as far as its records tell.
std::vector<std::vector<std::size_t>> find_positions(const DocumentRecords& document) {
  std::unordered_map<std::string_view, std::size_t> ids;
  std::vector<std::vector<std::size_t>> positions(document.entities.size());
  for (std::size_t i = 0; i < document.entities.size(); ++i) {
    ids.emplace(document.entities[i].entity, i);
    positions[i].push_back(document.entities[i].first.start);
  }
  const auto add = [&](const std::string& entity, const std::optional<TextRange>& range) {
    const auto found = ids.find(entity);
    if (found != ids.end() && range) positions[found->second].push_back(range->start);
  };
  for (const TripleRecord& triple : document.triples) {
    add(triple.subject.entity, triple.subject.range);
    if (triple.object) add(triple.object->entity, triple.object->range);
    for (const Qualifier& qualifier : triple.qualifiers) add(qualifier.entity, qualifier.range);
  }
  return positions;
}

/// FNV-1a, cut to 32 bits: a rare collision adds one false companion among many.
std::uint32_t key_of(std::string_view name) {
  std::uint64_t hash = 14695981039346656037U;
  for (const char c : name) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 1099511628211U;
  }
  return static_cast<std::uint32_t>(hash ^ (hash >> 32U));
}

bool is_described(const EntityProfile& unit) {
  return unit.names.empty() && !unit.descriptions.empty();
}

/// What a name alone does not settle in other documents.
bool needs_company(const EntityProfile& unit) {
  return is_described(unit) || (!unit.names.empty() && unit.country.empty());
}

}  // namespace

void set_company(const DocumentRecords& document, std::span<const std::size_t> unit_of,
                 std::size_t first_unit, std::span<EntityProfile> all_units) {
  const std::span<EntityProfile> units = all_units.subspan(first_unit);
  const auto positions = find_positions(document);
  std::vector<std::pair<std::size_t, std::size_t>> named;  // (position, unit), sorted
  std::vector<std::vector<std::size_t>> of_unit(units.size());
  for (std::size_t i = 0; i < positions.size(); ++i) {
    std::vector<std::size_t>& list = of_unit[unit_of[i] - first_unit];
    list.insert(list.end(), positions[i].begin(), positions[i].end());
    if (units[unit_of[i] - first_unit].names.empty()) continue;
    for (const std::size_t position : positions[i])
      named.emplace_back(position, unit_of[i] - first_unit);
  }
  std::sort(named.begin(), named.end());
  std::vector<std::uint32_t> keys(units.size(), 0);
  for (std::size_t u = 0; u < units.size(); ++u) {
    if (!units[u].names.empty()) keys[u] = key_of(main_key(units[u]));
  }
  const SharedString date(document.document.date);
  std::vector<std::uint32_t> all_names;
  for (std::size_t u = 0; u < units.size(); ++u) {
    if (keys[u] != 0 && units[u].country.empty()) all_names.push_back(keys[u]);
  }
  std::sort(all_names.begin(), all_names.end());
  all_names.erase(std::unique(all_names.begin(), all_names.end()), all_names.end());
  SharedList<std::uint32_t> names_here;
  names_here = std::move(all_names);
  for (std::size_t u = 0; u < units.size(); ++u) {
    EntityProfile& unit = units[u];
    unit.date = date;
    if (!needs_company(unit)) continue;
    unit.document_names = names_here;
    for (const std::size_t position : of_unit[u]) {
      const std::size_t from = position > kReach ? position - kReach : 0;
      for (auto it = std::lower_bound(named.begin(), named.end(), std::pair(from, std::size_t{0}));
           it != named.end() && it->first <= position + kReach; ++it) {
        if (it->second != u) unit.company.push_back(keys[it->second]);
      }
    }
    std::sort(unit.company.begin(), unit.company.end());
    unit.company.erase(std::unique(unit.company.begin(), unit.company.end()), unit.company.end());
  }
  // Of several of one noun the text means most often the one that it speaks most of.
  std::map<std::pair<std::string_view, bool>, std::vector<std::uint64_t>> mentions_of;
  const auto head_of = [](const EntityProfile& unit) {
    return std::pair(std::string_view(unit.descriptions.front().head), unit.plural);
  };
  for (const EntityProfile& unit : units) {
    if (is_described(unit)) mentions_of[head_of(unit)].push_back(unit.mentions);
  }
  for (EntityProfile& unit : units) {
    if (!is_described(unit)) continue;
    const std::vector<std::uint64_t>& all = mentions_of.at(head_of(unit));
    unit.has_rival = std::count_if(all.begin(), all.end(), [&](std::uint64_t mentions) {
                       return mentions >= unit.mentions;
                     }) > 1;
  }
}

}  // namespace relata

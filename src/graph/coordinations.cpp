#include "graph/coordinations.hpp"

#include <algorithm>
#include <cstddef>

#include "relata/resolve/name.hpp"

namespace relata {
namespace {

constexpr std::string_view kAnd = " and ";

/// The parts of "A, B and C", folded; fewer than two where it is no list.
std::vector<std::string> split_list(const std::string& name) {
  const std::size_t last = name.rfind(kAnd);
  if (last == std::string::npos) return {};
  std::vector<std::string> parts;
  const auto add = [&](std::string_view part) { parts.push_back(join_words(fold_words(part))); };
  std::size_t begin = 0;
  while (begin < last) {
    const std::size_t comma = std::min({name.find(", ", begin), name.find(kAnd, begin), last});
    add(std::string_view(name).substr(begin, comma - begin));
    begin = comma + (name[comma] == ',' ? 2 : kAnd.size());
  }
  add(std::string_view(name).substr(last + kAnd.size()));
  return parts;
}

/// "state" of "states"; no irregular noun is a kind of place.
std::string singular_of(std::string_view plural) {
  constexpr std::string_view kIes = "ies";
  if (plural.ends_with(kIes)) return std::string(plural.substr(0, plural.size() - 3)) + 'y';
  return std::string(plural.substr(0, plural.size() - (plural.ends_with('s') ? 1 : 0)));
}

/// "Borno and Yobe" of "Borno and Yobe states in Nigeria": the places that share a noun, which is
/// small and stands right behind the last one.
std::string without_shared_kind(const std::string& name, const Lexicon& lexicon) {
  std::size_t begin = name.rfind(kAnd);
  if (begin == std::string::npos) return name;
  for (begin = name.find(' ', begin + kAnd.size()); begin != std::string::npos;
       begin = name.find(' ', begin + 1)) {
    const std::string word = name.substr(begin + 1, name.find(' ', begin + 1) - begin - 1);
    if (word.empty() || word.front() < 'a' || word.front() > 'z') continue;
    const bool kind = word.ends_with('s') && lexicon.is_kind_of_place(singular_of(word));
    return kind ? name.substr(0, begin) : name;
  }
  return name;
}

/// Entities by what they are called, folded.
using CalledSo = std::unordered_multimap<std::string, const EntityRecord*>;

CalledSo call_entities(const DocumentRecords& document) {
  CalledSo called;
  for (const EntityRecord& entity : document.entities) {
    if (entity.type == EntityType::kTime) continue;
    called.emplace(join_words(fold_words(entity.name)), &entity);
    if (!entity.named) continue;
    for (const std::string& name : entity.names) {
      called.emplace(join_words(fold_words(name)), &entity);
    }
  }
  return called;
}

/// The first entity that a part of the list is; nullptr where there is none.
const EntityRecord* find_member(const CalledSo& called, const EntityRecord& list,
                                const std::string& part) {
  const EntityRecord* found = nullptr;
  const auto [begin, end] = called.equal_range(part);
  for (auto it = begin; it != end; ++it) {
    const EntityRecord* entity = it->second;
    const bool inside = list.first.contains(entity->first);
    if (entity == &list || (!inside && !(list.named && entity->named))) continue;
    // The entities of a document lie side by side.
    if (found == nullptr || entity < found) found = entity;
  }
  return found;
}

}  // namespace

MembersOf find_members(const DocumentRecords& document, const Lexicon& lexicon) {
  MembersOf members;
  CalledSo called;
  for (const EntityRecord& entity : document.entities) {
    const bool place =
        entity.type == EntityType::kPlace || entity.type == EntityType::kOrganization;
    const std::vector<std::string> parts =
        split_list(place ? without_shared_kind(entity.name, lexicon) : entity.name);
    if (parts.size() < 2 || lexicon.is_country(entity.name)) continue;
    if (called.empty()) called = call_entities(document);
    std::vector<std::string_view> found;
    for (const std::string& part : parts) {
      const EntityRecord* member = find_member(called, entity, part);
      if (member != nullptr) found.emplace_back(member->entity);
    }
    if (found.size() == parts.size()) members.emplace(entity.entity, std::move(found));
  }
  return members;
}

}  // namespace relata

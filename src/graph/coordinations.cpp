#include "graph/coordinations.hpp"

#include <algorithm>
#include <cstddef>

#include "relata/resolve/name.hpp"

namespace relata {
namespace {

/// The parts of "A, B and C", folded; fewer than two where it is no list.
std::vector<std::string> split_list(const std::string& name) {
  constexpr std::string_view kAnd = " and ";
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

bool is_called(const EntityRecord& entity, const std::string& part) {
  const auto equals = [&](const std::string& text) { return join_words(fold_words(text)) == part; };
  return equals(entity.name) ||
         (entity.named && std::any_of(entity.names.begin(), entity.names.end(), equals));
}

/// The entity that a part of the list is; nullptr where there is none.
const EntityRecord* find_member(const DocumentRecords& document, const EntityRecord& list,
                                const std::string& part) {
  for (const EntityRecord& entity : document.entities) {
    if (&entity == &list || entity.type == EntityType::kTime) continue;
    const bool inside = list.first.contains(entity.first);
    if (!inside && !(list.named && entity.named)) continue;
    if (is_called(entity, part)) return &entity;
  }
  return nullptr;
}

}  // namespace

MembersOf find_members(const DocumentRecords& document, const Lexicon& lexicon) {
  MembersOf members;
  for (const EntityRecord& entity : document.entities) {
    if (lexicon.is_country(entity.name)) continue;
    std::vector<std::string_view> found;
    const std::vector<std::string> parts = split_list(entity.name);
    for (const std::string& part : parts) {
      const EntityRecord* member = find_member(document, entity, part);
      if (member != nullptr) found.emplace_back(member->entity);
    }
    if (parts.size() > 1 && found.size() == parts.size()) {
      members.emplace(entity.entity, std::move(found));
    }
  }
  return members;
}

}  // namespace relata

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

/// A list of places without the noun that they share, and that noun.
struct List {
  std::string names;
  std::string kind;  ///< in the singular, folded; empty if there is none
};

bool is_division(std::string_view noun, const Lexicon& lexicon) {
  return lexicon.is_kind_of_place(noun) || is_kind_of_division(noun);
}

/// "Borno and Yobe" of "Borno and Yobe states in Nigeria": the noun is small and stands right
/// behind the last one, or ends the list ("Kaduna and Niger States", but "Canada and the United
/// States").
List without_shared_kind(const std::string& name, const Lexicon& lexicon) {
  std::size_t begin = name.rfind(kAnd);
  if (begin == std::string::npos) return {name, {}};
  const std::size_t last = begin + kAnd.size();
  for (begin = name.find(' ', last); begin != std::string::npos;
       begin = name.find(' ', begin + 1)) {
    const std::string word = name.substr(begin + 1, name.find(' ', begin + 1) - begin - 1);
    const bool small = !word.empty() && word.front() >= 'a' && word.front() <= 'z';
    const bool ends = begin + 1 + word.size() == name.size();
    if (!small && !ends) continue;
    const std::string kind = join_words(fold_words(singular_of(word)));
    const bool shared =
        word.ends_with('s') && is_division(kind, lexicon) && !lexicon.is_country(name.substr(last));
    return shared ? List{name.substr(0, begin), kind} : List{name, {}};
  }
  return {name, {}};
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
    const List list = place ? without_shared_kind(entity.name, lexicon) : List{entity.name, {}};
    const std::vector<std::string> parts = split_list(list.names);
    if (parts.size() < 2 || lexicon.is_country(entity.name)) continue;
    if (called.empty()) called = call_entities(document);
    std::vector<std::string_view> found;
    for (const std::string& part : parts) {
      const EntityRecord* member = nullptr;
      // "Yobe State" of "Borno and Yobe states", which the extraction calls so.
      if (!list.kind.empty()) member = find_member(called, entity, part + ' ' + list.kind);
      if (member == nullptr) member = find_member(called, entity, part);
      if (member != nullptr) found.emplace_back(member->entity);
    }
    if (found.size() == parts.size()) members.emplace(entity.entity, std::move(found));
  }
  return members;
}

}  // namespace relata

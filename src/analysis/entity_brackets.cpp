#include "analysis/entity_brackets.hpp"

#include <algorithm>

namespace relata {
namespace {

/// Part `index` of "a-b-c"; empty if there are fewer.
std::string_view part(std::string_view body, std::size_t index) {
  for (; index > 0; --index) {
    const std::size_t dash = body.find('-');
    if (dash == std::string_view::npos) return {};
    body.remove_prefix(dash + 1);
  }
  return body.substr(0, body.find('-'));
}

}  // namespace

EntityFields parse_entity_fields(std::string_view names) {
  EntityFields fields;
  const auto count = static_cast<std::size_t>(std::count(names.begin(), names.end(), '-')) + 1;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string_view name = part(names, i);
    if (name == "GRP" || name == "eid") fields.id = i;
    if (name == "etype" || name == "entity") fields.type = i;
  }
  return fields;
}

std::optional<std::vector<EntityBracket>> parse_entity_brackets(std::string_view value,
                                                                EntityFields fields) {
  std::vector<EntityBracket> brackets;
  while (!value.empty()) {
    EntityBracket bracket;
    bracket.opens = value.front() == '(';
    if (bracket.opens) value.remove_prefix(1);
    const std::size_t end = std::min(value.find_first_of("()"), value.size());
    const std::string_view body = value.substr(0, end);
    bracket.closes = end < value.size() && value[end] == ')';
    value.remove_prefix(end + (bracket.closes ? 1 : 0));
    bracket.id = part(body, bracket.opens ? fields.id : 0);
    if (bracket.opens) bracket.type = part(body, fields.type);
    if (bracket.id.empty() || (!bracket.opens && !bracket.closes)) return std::nullopt;
    brackets.push_back(bracket);
  }
  return brackets;
}

}  // namespace relata

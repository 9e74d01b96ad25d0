// The brackets of Entity= in the MISC column of CoNLL-U.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace relata {

/// Where the fields of "(id-type-…" stand; GUM names them in `# global.Entity`.
struct EntityFields {
  std::size_t id = 0;
  std::size_t type = 1;
};

/// Of "GRP-etype-infstat-…" or "eid-etype"; fields that are not named keep their usual places.
EntityFields parse_entity_fields(std::string_view names);

/// "(3-person", "3)" or "(3-person)".
struct EntityBracket {
  bool opens = false;
  bool closes = false;
  std::string_view id;
  std::string_view type;  ///< empty unless it opens
};

/// The brackets of one word in the order they are written; nothing if `value` is no such list.
std::optional<std::vector<EntityBracket>> parse_entity_brackets(std::string_view value,
                                                                EntityFields fields);

}  // namespace relata

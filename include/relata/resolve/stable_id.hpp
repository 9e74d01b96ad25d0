// Ids that stay the same from run to run: digits of a hash over what a thing is.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "relata/extract/record.hpp"

namespace relata {

constexpr std::size_t kIdDigits = 12;

/// `letter` and the first `digits` base-32 digits of a SHA-256 over the parts.
std::string plain_id(char letter, const std::vector<std::string_view>& parts, std::size_t digits);

/// What the id of a node is made of whose first mention this entity's is: document and range.
std::vector<std::string> anchor_parts(const EntityRecord& anchor);

/// The id of the node that begins with this entity, whatever else is part of it.
std::string anchor_id(const EntityRecord& anchor, std::size_t digits = kIdDigits);

/// True if `text` has the form of such an id.
bool is_node_id(std::string_view text);

}  // namespace relata

// Two documents that have nothing in common but, perhaps, what they name.
#pragma once

#include <string>

#include "resolve/record_builder.hpp"
#include "resolve/resolved.hpp"

namespace relata {

/// Whether two documents that name nothing else mean one by these.
inline bool are_one(EntityType type, const std::string& a, const std::string& b) {
  RecordBuilder x("x", "2024-01-03"), y("y", "2025-08-11");
  const auto left = x.name(type, {a});
  const auto right = y.name(type, {b});
  return Resolved({x.records(), y.records()}).same(left, right);
}

}  // namespace relata

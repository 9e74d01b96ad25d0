// schemas/decisions.schema.json, compiled in.
#pragma once

#include <string_view>

namespace relata::detail {

extern const std::string_view kDecisionsSchema;

}  // namespace relata::detail

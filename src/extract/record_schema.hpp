// schemas/record.schema.json, compiled in.
#pragma once

#include <string_view>

namespace relata::detail {

extern const std::string_view kRecordSchema;

}  // namespace relata::detail

// schemas/context.jsonld, compiled in.
#pragma once

#include <string_view>

namespace relata::detail {

extern const std::string_view kJsonLdContext;

}  // namespace relata::detail

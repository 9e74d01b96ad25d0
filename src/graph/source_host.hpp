// Who published a document, as far as its address tells.
#pragma once

#include <string>
#include <string_view>

namespace relata {

/// The host of a URL (RFC 3986) in lower case, without "www.", user and port; empty if it has none.
/// Two hosts of one publisher are two: which belong together only a list could say.
std::string host_of(std::string_view url);

}  // namespace relata

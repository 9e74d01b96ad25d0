// The MISC column of CoNLL-U, and white space in it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace relata {

/// The value of KEY in "A=1|KEY=value|B=2"; nothing if there is no such key.
std::optional<std::string_view> misc_value(std::string_view misc, std::string_view key);

/// As UDPipe and the CoNLL-U tools write SpacesAfter: blank \s, tab \t, \r, \n, | as \p, \ as \\.
/// Other characters stand for themselves.
std::string escape_spaces(std::string_view spaces);

/// Undoes `escape_spaces`; nothing if there is an escape of another kind.
std::optional<std::string> unescape_spaces(std::string_view escaped);

}  // namespace relata

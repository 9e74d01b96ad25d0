// Which language a text is in.
#pragma once

#include <string>
#include <string_view>

namespace relata {

/// ISO 639-1, "en"; empty when the text is too short or too mixed to tell. `text` is valid UTF-8.
std::string detect_language(std::string_view text);

/// The language of a declared tag (BCP 47: "en-GB", "EN", "iw"), as detect_language writes it;
/// empty when it is no language.
std::string language_of_tag(std::string_view tag);

}  // namespace relata

// CONTRACT. Text as Unicode: the few operations that the stages share, over ICU.
//
// All take and give UTF-8. Ill-formed input bytes count as one U+FFFD each and never throw.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace relata {

/// One code point of a text and its size in bytes. An ill-formed byte is U+FFFD of size 1; a real
/// U+FFFD has size 3.
struct CodePoint {
  char32_t value = 0;
  std::size_t size = 0;
};

/// The code point whose first byte is at `byte`, which is less than text.size().
CodePoint code_point_at(std::string_view text, std::size_t byte);

/// Appends one code point, no surrogate, as UTF-8.
void append_code_point(std::string& out, char32_t code_point);

/// Unicode's White_Space.
bool is_white_space(char32_t code_point);

/// Number of code points.
std::size_t count_code_points(std::string_view text);

/// Unicode normalisation form C.
std::string to_nfc(std::string_view text);

/// Full case folding without marks: NFKD, combining marks (Mn) dropped, Latin letters that have no
/// plain form in Unicode as English writes them, case folded, NFC again.
/// "Goïta" → "goita", "Łódź" → "lodz", "Þór" → "thor". For keys of names, never for what is shown.
std::string fold_for_key(std::string_view text);

/// Lower case, independent of locale.
std::string to_lower(std::string_view text);

/// What enters names, labels and GraphML: NFC; characters that XML 1.0 forbids, C1 controls, U+FFFD
/// and invisible marks of layout dropped (soft hyphens, zero-width blanks, marks of direction;
/// joiners where they join nothing); every run of white space one blank; trimmed.
std::string clean_label(std::string_view text);

/// What enters JSON-LD as the exact slice: characters that XML forbids become a blank, one for one.
std::string blank_forbidden(std::string_view text);

}  // namespace relata

// Code points of words and their categories, as the model's features are defined by.
#pragma once

#include <string>
#include <string_view>

namespace relata {

/// Ill-formed bytes become U+FFFD.
std::u32string to_code_points(std::string_view utf8);
void append_utf8(char32_t c, std::string& out);

/// Simple mapping, character by character.
std::u32string lower_code_points(std::u32string text);

bool is_letter(char32_t c);       ///< L*
bool is_upper(char32_t c);        ///< Lu, Lt
bool is_lower(char32_t c);        ///< Ll
bool is_digit(char32_t c);        ///< Nd
bool is_punctuation(char32_t c);  ///< P*
bool is_symbol(char32_t c);       ///< S*

}  // namespace relata

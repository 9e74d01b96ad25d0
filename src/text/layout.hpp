// Lines of a plain text, and the paragraphs that they make.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "relata/core/span.hpp"
#include "relata/text/document.hpp"

namespace relata {

/// A line without the white space around it; empty when there is nothing else.
struct TextLine {
  Span span;
  std::size_t indent = 0;  ///< bytes of white space before it
};

/// What the layout holds together: a paragraph, a headline, an item of a list, a line of furniture.
struct Unit {
  Span span;                      ///< begins and ends with a character that is no white space
  std::size_t blanks_before = 0;  ///< blank lines between it and the unit before
  std::optional<BlockKind> told;  ///< as the mark-up has it, where there is any
};

/// Line breaks are LF, CR LF, CR, NEL, VT, FF and U+2028, U+2029.
std::vector<TextLine> find_lines(std::string_view text, Span part);

/// Units of one part of a text. A blank line always ends a unit. A line end inside is white space
/// when the text is hard-wrapped: when most line ends have no closing punctuation before them, and
/// the next word would not have fit into the line. Else each line is a unit, but for one that goes
/// on in lower case.
std::vector<Unit> find_units(std::string_view text, Span part);

/// Does `text` end like a sentence: with . ! ? or an ellipsis, and any closing quotes and brackets?
bool ends_sentence(std::string_view text);

/// Bytes of the mark that `line` begins with if it is an item of a list ("• ", "- ", "3. "),
/// without the blank; 0 if it is none.
std::size_t bullet_size(std::string_view line);

/// The span without white space on either side.
Span trim(std::string_view text, Span span);

/// Words as white space parts them.
std::size_t count_words(std::string_view text);

/// The code point before `end`, which is more than 0.
char32_t code_point_before(std::string_view text, std::size_t end);

bool is_alphabetic(char32_t c);
bool is_upper_letter(char32_t c);
bool is_lower_letter(char32_t c);

}  // namespace relata

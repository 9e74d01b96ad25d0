// What single lines and paragraph starts of news are: datelines, bylines, captions.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace relata {

/// Bytes of the dateline that a story begins with, its colon or dash included: "BAMAKO:",
/// "NIAMEY, Niger (AP) —", "London, March 3 (Reuters) -". 0 if there is none.
///
/// A place in capitals suffices; one written as a name must come with an agency or a day, and an
/// agency alone with a dash. What follows must start a sentence.
std::size_t dateline_size(std::string_view paragraph);

/// The day of a dateline that tells its year too, YYYY-MM-DD: "LIMA, Sept. 14, 2023 (EFE) —". Else
/// empty.
std::string dateline_date(std::string_view dateline);

/// "By Jane Doe and John Roe", "(Reporting by Jane Doe; Editing by John Roe)".
bool is_byline(std::string_view line);

/// A picture's caption, told by its credit: an agency in parentheses behind the sentence, "Photo:",
/// "FILE PHOTO:", "Image: Jane Doe." and such.
bool is_caption(std::string_view line);

}  // namespace relata

// The head of labelled lines above a text: of a mail, of a database's printout, of Markdown.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "text/unit_forms.hpp"

namespace relata {

struct HeaderField {
  std::size_t unit = 0;                    ///< which of the units
  std::size_t label = 0;                   ///< bytes of its label, the colon included
  BlockKind kind = BlockKind::kFurniture;  ///< of what stands behind the label
};

/// "Subject: …" and what stands beside it, in order; empty unless three labelled lines stand above
/// the running text and one of them is the headline. Subject, title and headline give the headline,
/// the first of them; dates and authors are dates and bylines; all others are furniture.
std::vector<HeaderField> find_header_fields(std::string_view text,
                                            const std::vector<FormedUnit>& units);

}  // namespace relata

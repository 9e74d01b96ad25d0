// Interviews: paragraphs that begin with who speaks ("Anna Orel: …", "Q: …").
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/entities.hpp"
#include "relata/analysis/analysis.hpp"
#include "relata/extract/record.hpp"

namespace relata {

/// By sentence: whose turn it belongs to; none outside interviews. A document is one if two labels
/// take turns and one of them comes back: a list of "Date: …", "Place: …" does not.
std::vector<std::optional<Attribution>> find_turns(const Analysis& analysis,
                                                   const EntityIndex& entities);

/// "I" in the words of somebody is the holder, "we" a body that speaks, where coreference left the
/// pronoun with nobody known. `argument` is unchanged in all other cases.
void bind_first_person(const EntityIndex& entities, const Attribution& speaker, Argument& argument);

}  // namespace relata

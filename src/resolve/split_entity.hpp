// Takes one in-document entity apart where a decision says that two names are two things.
#pragma once

#include <string>
#include <vector>

#include "relata/extract/record.hpp"
#include "relata/resolve/decisions.hpp"

namespace relata {

/// Makes an entity of its own of what goes by `forms` in `document`: those names and descriptions
/// and the arguments of triples in these words. Pronouns, and whatever the records do not tell
/// apart, stay where they were. The new record is the last of the document's.
SplitEntity split_entity(DocumentRecords& document, std::size_t entity,
                         const std::vector<std::string>& forms, const Lexicon& lexicon);

}  // namespace relata

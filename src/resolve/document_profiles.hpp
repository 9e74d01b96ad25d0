// What resolution knows of the entities of one document before it compares any.
#pragma once

#include <vector>

#include "relata/resolve/profile.hpp"

namespace relata {

/// One for each entity of the document, in its order.
std::vector<EntityProfile> document_profiles(const DocumentRecords& document,
                                             const Lexicon& lexicon);

}  // namespace relata

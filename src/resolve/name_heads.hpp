// Names that others are short for by their nouns: "Academy" of "Academy of Arts".
#pragma once

#include "relata/resolve/name.hpp"
#include "relata/resolve/profile.hpp"

namespace relata {

/// "Academy" of "Academy of Arts", "Air Force" of "US Air Force": words of the name, its noun among
/// them, and nothing left out that is a number or a direction. Not "Ohio" of "Toledo, Ohio" nor
/// "Mill Square" of "Monument on Mill Square".
bool names_head(const ParsedName& brief, const ParsedName& full);

/// No longer name of the one called by a short name says something else: "Navy", beside "French
/// Navy", is not short for "Peruvian Navy".
bool fits_longer_names(const EntityProfile& called, const ParsedName& brief,
                       const ParsedName& full);

}  // namespace relata

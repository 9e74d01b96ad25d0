// Names of which the front is an acronym: "LNA Harbour" of "Larnex Northern Authority Harbour".
#pragma once

#include <string>
#include <vector>

#include "relata/resolve/name.hpp"

namespace relata {

/// "lna harbour" of both: the name whose front is an acronym of three letters or more, folded, or
/// of a longer name what it is with three words or more at its front as their initials; without the
/// country that stands before or behind. Empty if there is no such thing.
std::vector<std::string> names_by_front(const ParsedName& name);

/// One of the two has as its front the initials of the other's, and the same words behind.
bool spells_out_front(const ParsedName& brief, const ParsedName& full);

}  // namespace relata

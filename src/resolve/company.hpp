// Which names stand near an entity in its document: by them one tells whether two documents speak
// of the same story.
#pragma once

#include <span>
#include <vector>

#include "relata/extract/record.hpp"
#include "relata/resolve/profile.hpp"

namespace relata {

/// Sets `company` and `has_rival` of the units of a document, those from `first_unit` on; `unit_of`
/// gives the unit of each of its entities.
void set_company(const DocumentRecords& document, std::span<const std::size_t> unit_of,
                 std::size_t first_unit, std::span<EntityProfile> units);

}  // namespace relata

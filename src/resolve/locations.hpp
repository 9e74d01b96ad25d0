// The countries that places lie in, by which two of one name are told apart.
#pragma once

#include <span>
#include <vector>

#include "relata/analysis/lexicon.hpp"
#include "relata/extract/record.hpp"
#include "relata/resolve/profile.hpp"

namespace relata {

/// Tells each named place the country that the document puts it in ("Callao, Peru"; "Salem, Oregon"
/// where Oregon is put in a country too); of two, none. What lies in a country within another
/// ("England") lies in that.
void set_locations(const DocumentRecords& document, const Lexicon& lexicon,
                   std::vector<EntityProfile>& profiles);

/// Of all documents: takes a country from a place of which most documents say another, since one
/// that stands alone may be a mistake of reading; and of a name with places in several countries,
/// puts each that its document does not place in the country that the document speaks of most, or
/// else in that where most documents have the name.
void settle_locations(std::span<EntityProfile> profiles);

/// Of all documents: marks as divisions of countries the places that go by the name of one without
/// its kind ("Larnex" of "Larnex Oblast"), where half of the documents with the name alone put
/// other places in it, none puts it in its namesake as a town, and there is one kind of division of
/// that name. No capitals.
void settle_divisions(std::span<EntityProfile> profiles, const Lexicon& lexicon);

}  // namespace relata

// "Google and Meta" marked as one entity: its members, where the document has them.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "relata/analysis/lexicon.hpp"
#include "relata/extract/record.hpp"

namespace relata {

/// In-document entity → its members, in the order of the text. Views into the records.
using MembersOf = std::unordered_map<std::string_view, std::vector<std::string_view>>;

/// The entities of a document whose name is a list of others' names or descriptions, joined by
/// commas and "and"; all of them must be there, at the place of the list itself, or of names
/// anywhere. Of places the noun that they share does not count ("Borno and Yobe states"). No
/// countries ("Serbia and Montenegro").
MembersOf find_members(const DocumentRecords& document, const Lexicon& lexicon);

}  // namespace relata

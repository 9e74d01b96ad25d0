// What a page knows of its graph, as one JSON object (read by src/export/page/model.js).
#pragma once

#include <string>

#include "export/page_selection.hpp"

namespace relata::detail {

/// The chosen part of `graph` in columns: numbers that refer to a table of strings, since names and
/// sentences repeat. No "<" in it, so that it can stand inside a script element.
std::string write_page_data(const EntityGraph& graph, const PageSelection& selection,
                            const ExportOptions& options, const PageMerges& merges,
                            const PageLimits& limits);

}  // namespace relata::detail

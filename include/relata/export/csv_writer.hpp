// The graph as CSV (RFC 4180) in the dialects of three importers: a folder with neo4j/, kuzu/ and
// gephi/ in it.
#pragma once

#include <string_view>
#include <vector>

#include "relata/export/graph_writer.hpp"

namespace relata {

/// The files of the folder, as paths below it.
std::vector<std::string_view> csv_paths();

/// Writes the one of them that `path` names; any other is a bug of the caller.
void write_csv(const EntityGraph& graph, const ExportOptions& options, std::string_view path,
               ByteSink& out);

}  // namespace relata

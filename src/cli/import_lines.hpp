// How to open what was written, and what to expect there.
#pragma once

#include <cstdint>
#include <ostream>
#include <string>

#include "cli/invocation.hpp"
#include "relata/graph/entity_graph.hpp"

namespace relata {

/// What consumers count after an import.
struct ExpectedCounts {
  std::uint64_t nodes = 0;
  std::uint64_t facts = 0;       ///< between entities
  std::uint64_t edges = 0;       ///< in GraphML, GEXF and CSV: as many, or one for each sentence
  std::uint64_t statements = 0;  ///< in JSON-LD: facts and what has a value instead of an object
};

ExpectedCounts expect_counts(const EntityGraph& graph, EdgeRows rows);

/// The file, what it holds, and for each tool that reads it a line to copy.
void print_import_lines(std::ostream& out, const std::string& output, const Invocation& invocation,
                        const ExpectedCounts& counts);

}  // namespace relata

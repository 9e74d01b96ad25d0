// How to open what was written.
#pragma once

#include <ostream>
#include <string>

#include "cli/invocation.hpp"

namespace relata {

/// The file and the way into the tools that read it.
void print_way_to_open(std::ostream& out, const std::string& output, const std::string& base_iri);

}  // namespace relata

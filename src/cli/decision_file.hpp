// The file of --decisions, and what there is to say about it.
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "relata/resolve/decisions.hpp"

namespace relata {

/// None for an empty path. Throws Error for a file that can't be read, is no decisions or
/// contradicts itself.
std::vector<Decision> read_decision_file(const std::string& path);

/// A line each, "relata: warning: …".
void print_warnings(std::ostream& out, const std::vector<Error>& warnings);

}  // namespace relata

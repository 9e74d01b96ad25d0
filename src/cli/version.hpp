// Which relata this is, and which model it runs.
#pragma once

#include <string>

#include "relata/analysis/model.hpp"

namespace relata {

/// Of relata: "0.1.0".
std::string version();

/// For --version: relata's version and the model's id and hash, or where it was looked for in vain.
std::string version_text();

/// The model's part of it, also written into the graph: "relata 0.1.0, model relata-en-1
/// (13432197f134)".
std::string generator_text(const Model& model);

}  // namespace relata

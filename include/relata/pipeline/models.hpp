// What relata knows of English, loaded once and shared by all threads.
#pragma once

#include <string>

#include "relata/analysis/lexicon.hpp"
#include "relata/analysis/model.hpp"

namespace relata {

struct Models {
  Model analysis;
  Lexicon lexicon;
};

/// Throws Error that names the file when one is missing or damaged.
Models load_models(const std::string& directory);

/// Where the models are when nobody says, the first that exists of: what the environment variable
/// RELATA_MODELS names, whether it exists or not; share/relata/models beside the bin/ of the
/// running program; the source tree, for a program out of its build folder; where this library was
/// to be installed; the source tree.
std::string find_model_directory();

}  // namespace relata

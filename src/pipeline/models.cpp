#include "relata/pipeline/models.hpp"

#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <utility>

namespace relata {
namespace {

namespace fs = std::filesystem;

bool is_folder(const fs::path& path) {
  std::error_code error;
  return fs::is_directory(path, error);
}

}  // namespace

Models load_models(const std::string& directory) {
  Model model = Model::load(directory);
  Lexicon lexicon = model.lexicon();
  return Models{std::move(model), std::move(lexicon)};
}

std::string find_model_directory() {
  // Set by the user before the program starts; no thread of ours changes the environment.
  if (const char* told = std::getenv("RELATA_MODELS");  // NOLINT(concurrency-mt-unsafe)
      told != nullptr && *told != '\0') {
    return told;
  }
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (!error) {
    const fs::path beside = program.parent_path().parent_path() / "share/relata/models";
    if (is_folder(beside)) return beside.string();
  }
  // A program out of the build folder means the model beside its own sources, whatever is
  // installed.
  const bool is_installed = !program.string().starts_with(RELATA_BUILD_FOLDER "/");
  if (is_installed && is_folder(RELATA_INSTALLED_MODELS)) return RELATA_INSTALLED_MODELS;
  return is_folder(RELATA_SOURCE_MODELS) ? RELATA_SOURCE_MODELS : RELATA_INSTALLED_MODELS;
}

}  // namespace relata

#include "cli/version.hpp"

#include "relata/core/error.hpp"
#include "relata/pipeline/models.hpp"

namespace relata {

std::string version() { return RELATA_VERSION; }

std::string version_text() {
  std::string text = "relata " + version() + "\n";
  const std::string directory = find_model_directory();
  try {
    const Model model = Model::load(directory);
    text += "model " + model.id() + ", SHA-256 " + model.sha256();
  } catch (const Error& error) {
    text += "model: none (" + describe(error) + ")";
  }
  return text;
}

std::string generator_text(const Model& model) {
  constexpr std::size_t kDigits = 12;
  return "relata " + version() + ", model " + model.id() + " (" +
         model.sha256().substr(0, kDigits) + ")";
}

}  // namespace relata

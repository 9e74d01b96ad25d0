#include "cli/decision_file.hpp"

#include "cli/messages.hpp"
#include "relata/core/input_files.hpp"

namespace relata {
namespace {

/// Written by hand, or by a tool beside the hand: nothing near this.
constexpr std::uint64_t kMaxDecisionBytes = std::uint64_t{256} << 20;

}  // namespace

std::vector<Decision> read_decision_file(const std::string& path) {
  if (path.empty()) return {};
  return read_decisions(read_input(path, kMaxDecisionBytes), path == "-" ? "stdin" : path);
}

void print_warnings(std::ostream& out, const std::vector<Error>& warnings) {
  for (const Error& warning : warnings) print_error(out, "warning: " + describe(warning));
}

}  // namespace relata

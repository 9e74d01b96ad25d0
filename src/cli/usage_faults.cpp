#include "cli/usage_faults.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace relata {
namespace {

/// Letters to put in, take out or replace (Levenshtein).
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
    }
  }
  return row.back();
}

std::string meant(const std::string& nearest) {
  return nearest.empty() ? std::string() : "; did you mean " + nearest + "?";
}

std::vector<std::string> command_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    names.push_back(command->get_name());
  }
  return names;
}

/// The first option of the command line that `command` does not have, without its value.
std::string unknown_option(const CLI::App& command, const std::vector<std::string>& arguments) {
  for (const std::string& argument : arguments) {
    if (argument == "--") break;
    if (argument.size() < 2 || argument[0] != '-') continue;
    const bool is_long = argument[1] == '-';
    std::string name = is_long ? argument.substr(0, argument.find('=')) : argument.substr(0, 2);
    if (command.get_option_no_throw(name) == nullptr) return name;
  }
  return {};
}

std::vector<std::string> option_names(const CLI::App& command) {
  std::vector<std::string> names;
  for (const CLI::Option* option : command.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  return names;
}

}  // namespace

std::string nearest_of(std::string_view given, const std::vector<std::string>& known) {
  std::string nearest;
  // One letter in three may be wrong.
  std::size_t least = given.size() / 3 + 1;
  for (const std::string& name : known) {
    const std::size_t changes = distance(given, name);
    if (changes >= least) continue;
    least = changes;
    nearest = name;
  }
  if (!nearest.empty()) return nearest;
  const std::string_view word = given.substr(std::min(given.find_first_not_of('-'), given.size()));
  for (const std::string& name : known) {
    if (word.size() > 2 && name.find(word) != std::string::npos) return name;
  }
  return {};
}

std::string describe_fault(const CLI::App& app, const CLI::ParseError& error,
                           const std::vector<std::string>& arguments) {
  const auto commands = app.get_subcommands();
  if (commands.empty()) {
    const std::string help = " (relata --help says more)";
    const std::string given = arguments.empty() ? std::string() : arguments.front();
    if (!given.empty() && given[0] != '-') {
      return "there is no command " + given + meant(nearest_of(given, command_names(app))) + help;
    }
    return "name a command first: build, extract, merge, analyze or explain" + help;
  }
  const CLI::App& command = *commands.front();
  const std::string help = " (relata " + command.get_name() + " --help says more)";
  if (const std::string option = unknown_option(command, arguments); !option.empty()) {
    return "there is no option " + option + " of " + command.get_name() +
           meant(nearest_of(option, option_names(command))) + help;
  }
  const std::string what = error.what();
  // "Could not convert: --threads = x": no option takes anything but words and numbers.
  constexpr std::string_view kConversion = "Could not convert: ";
  const std::size_t equals = what.find(" = ");
  if (what.starts_with(kConversion) && equals != std::string::npos) {
    return what.substr(kConversion.size(), equals - kConversion.size()) + " " +
           what.substr(equals + 3) + ": expected a number" + help;
  }
  return what + help;
}

}  // namespace relata

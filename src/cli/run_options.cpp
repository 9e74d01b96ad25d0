#include <charconv>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <system_error>

#include "cli/option_groups.hpp"

namespace relata {

void add_stream_output(CLI::App& app, Invocation& invocation, const std::string& what) {
  app.add_option("-o,--output", invocation.outputs, what + " (default: standard output)")
      ->type_name("F")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::Throw)
      ->allow_extra_args(false)
      ->group(kOutputGroup);
}

void add_models(CLI::App& app, Invocation& invocation) {
  app.add_option("--models", invocation.models,
                 "Folder of the language models (default: $RELATA_MODELS, else as installed)")
      ->type_name("DIR")
      ->group(kRunGroup);
}

void add_run_options(CLI::App& app, Invocation& invocation) {
  app.add_option("--report", invocation.report,
                 "What was read, skipped, made and with which options, as JSON; written last, so "
                 "that its presence means that the set is whole")
      ->type_name("F")
      ->group(kOutputGroup);
  add_models(app, invocation);
  app.add_flag_callback(
         "--quiet", [&invocation] { invocation.verbosity = Verbosity::kQuiet; },
         "No summary and no progress bar; errors and skipped inputs are still named")
      ->group(kRunGroup);
}

namespace {

/// "512M" in bytes: a whole number, and K, M, G or T for powers of 1024.
std::uint64_t parse_bytes(const std::string& option, const std::string& text) {
  constexpr std::string_view kUnits = "KMGT";
  std::string_view digits = text;
  std::uint64_t unit = 1;
  if (const std::size_t place = text.empty() ? std::string_view::npos : kUnits.find(text.back());
      place != std::string_view::npos) {
    unit = std::uint64_t{1} << (10 * (place + 1));
    digits.remove_suffix(1);
  }
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (digits.empty() || error != std::errc() || end != digits.data() + digits.size() ||
      number > std::numeric_limits<std::uint64_t>::max() / unit) {
    throw WrongUsage(option + " " + text +
                     ": expected a number of bytes such as 0, 512M or 8G (K, M, G, T)");
  }
  return number * unit;
}

}  // namespace

void add_room(CLI::App& app, Invocation& invocation) {
  app.add_option_function<std::string>(
         "--memory",
         [&invocation](const std::string& size) {
           invocation.memory_bytes = parse_bytes("--memory", size);
         },
         "How much memory may hold what is read again when the graph is written; the rest goes to "
         "a temporary file (default: half of all memory); it changes no byte")
      ->type_name("SIZE")
      ->group(kRunGroup);
  app.add_option("--temp", invocation.temp,
                 "Folder of the temporary file, which is gone whatever happens (default: that of "
                 "the first -o)")
      ->type_name("DIR")
      ->group(kRunGroup);
}

void add_threads(CLI::App& app, Invocation& invocation) {
  app.add_option_function<long>(
         "--threads",
         [&invocation](long threads) {
           if (threads < 1 || threads > 1024) {
             throw WrongUsage("--threads " + std::to_string(threads) +
                              ": expected a number from 1 to 1024");
           }
           invocation.threads = static_cast<std::size_t>(threads);
         },
         "Threads (default: the cores that this process may use); they change no byte")
      ->type_name("N")
      ->group(kRunGroup);
}

}  // namespace relata

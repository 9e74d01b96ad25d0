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

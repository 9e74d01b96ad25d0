// The commands. Each gives the exit code of a run that came to its end.
#pragma once

#include "cli/invocation.hpp"

namespace relata {

/// Throws WrongUsage, Error or Interrupted; no output exists then.
int run_command(const Invocation& invocation);

/// The whole program: messages on stderr, exceptions to exit codes.
int run_command_line(int argc, const char* const* argv);

}  // namespace relata

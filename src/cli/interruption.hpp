// Ctrl-C and its kin: a run that is stopped leaves nothing half-written.
#pragma once

namespace relata {

/// Thrown where a run can be stopped, so that temporaries are removed on the way out.
struct Interrupted {
  int signal = 0;
};

/// SIGINT, SIGTERM and SIGHUP are noted; a second one ends the process at once. Writing to a closed
/// pipe and past a limit on file sizes become errors of write() instead of signals.
void handle_signals();

/// Throws Interrupted if a signal was noted.
void check_interruption();

/// Ends the process as the signal would have, so that shells see it.
[[noreturn]] void end_by_signal(const Interrupted& interrupted);

}  // namespace relata

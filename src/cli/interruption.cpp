#include "cli/interruption.hpp"

#include <array>
#include <csignal>
#include <cstdlib>

namespace relata {
namespace {

volatile std::sig_atomic_t noted_signal = 0;

extern "C" void note_signal(int signal) { noted_signal = signal; }

}  // namespace

void handle_signals() {
  struct sigaction note {};
  note.sa_handler = note_signal;
  note.sa_flags = static_cast<int>(SA_RESETHAND);
  sigemptyset(&note.sa_mask);
  for (const int signal : std::array{SIGINT, SIGTERM, SIGHUP}) {
    // Whoever starts us with a signal ignored (nohup) means it.
    struct sigaction old {};
    sigaction(signal, nullptr, &old);
    if (old.sa_handler != SIG_IGN) sigaction(signal, &note, nullptr);
  }
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
}

void check_interruption() {
  if (noted_signal != 0) throw Interrupted{noted_signal};
}

void end_by_signal(const Interrupted& interrupted) {
  std::signal(interrupted.signal, SIG_DFL);
  std::raise(interrupted.signal);
  std::abort();
}

}  // namespace relata

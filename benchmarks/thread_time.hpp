// The clock of the benchmarks: CPU time, which other work on the machine disturbs least.
#pragma once

#include <time.h>

/// CPU seconds of the calling thread so far.
inline double thread_seconds() {
  timespec now = {};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

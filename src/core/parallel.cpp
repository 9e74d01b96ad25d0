#include "relata/core/parallel.hpp"

#include <sched.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <string>
#include <string_view>

namespace relata {
namespace {

std::size_t affinity_threads() {
  cpu_set_t set;
  CPU_ZERO(&set);
  if (sched_getaffinity(0, sizeof(set), &set) == 0) {
    return static_cast<std::size_t>(std::max(CPU_COUNT(&set), 1));
  }
  // More than 1024 CPUs do not fit a cpu_set_t.
  return std::max<std::size_t>(std::thread::hardware_concurrency(), 1);
}

std::string first_line(const std::string& path) {
  std::ifstream file(path);
  std::string line;
  std::getline(file, line);
  return line;
}

std::optional<long long> parse_number(std::string_view text) {
  long long value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::size_t cores_of(long long quota, long long period) {
  return static_cast<std::size_t>(std::max((quota + period - 1) / period, 1LL));
}

/// "max 100000" or "150000 100000": quota and period in microseconds.
std::optional<std::size_t> cgroup_v2_threads(const std::string& folder) {
  const std::string line = first_line(folder + "/cpu.max");
  const std::size_t blank = line.find(' ');
  if (blank == std::string::npos) return std::nullopt;
  const auto quota = parse_number(std::string_view(line).substr(0, blank));
  const auto period = parse_number(std::string_view(line).substr(blank + 1));
  if (!quota || !period || *quota <= 0 || *period <= 0) return std::nullopt;
  return cores_of(*quota, *period);
}

std::optional<std::size_t> cgroup_v1_threads() {
  const auto quota = parse_number(first_line("/sys/fs/cgroup/cpu/cpu.cfs_quota_us"));
  const auto period = parse_number(first_line("/sys/fs/cgroup/cpu/cpu.cfs_period_us"));
  if (!quota || !period || *quota <= 0 || *period <= 0) return std::nullopt;
  return cores_of(*quota, *period);
}

/// The smallest quota of this process's cgroup and those above it.
std::optional<std::size_t> cgroup_threads() {
  std::ifstream file("/proc/self/cgroup");
  std::string line;
  std::optional<std::size_t> least = cgroup_v1_threads();
  const auto take = [&](std::optional<std::size_t> threads) {
    if (threads && (!least || *threads < *least)) least = threads;
  };
  while (std::getline(file, line)) {
    if (!line.starts_with("0::")) continue;
    std::string path = line.substr(3);
    while (!path.empty() && path != "/") {
      take(cgroup_v2_threads("/sys/fs/cgroup" + path));
      path.resize(path.find_last_of('/'));
    }
  }
  take(cgroup_v2_threads("/sys/fs/cgroup"));
  return least;
}

}  // namespace

std::size_t available_threads() {
  return std::min(affinity_threads(), cgroup_threads().value_or(affinity_threads()));
}

}  // namespace relata

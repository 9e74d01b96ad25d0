#include "cli/messages.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <map>
#include <string>

#include "relata/core/number.hpp"

namespace relata {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

/// "4:05" or "1:02:03".
std::string clock_text(std::uint64_t all_seconds) {
  const auto two = [](std::uint64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  const std::uint64_t hours = all_seconds / 3600;
  const std::uint64_t minutes = all_seconds / 60 % 60;
  const std::string end = two(all_seconds % 60);
  if (hours == 0) return std::to_string(minutes) + ":" + end;
  return std::to_string(hours) + ":" + two(minutes) + ":" + end;
}

}  // namespace

std::string one_line(std::string_view text) {
  std::string line(text);
  for (char& c : line) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7f) c = '?';
  }
  return line;
}

void print_error(std::ostream& out, std::string_view message) {
  out << "relata: " << one_line(message) << '\n';
}

void print_skipped(std::ostream& out, const std::vector<SkippedDocument>& skipped) {
  // A file of another form than was expected has the same fault on each of a million lines.
  constexpr std::size_t kMostOfAFile = 10;
  std::map<std::string, std::size_t> counts;
  for (const SkippedDocument& document : skipped) {
    if (++counts[document.error.place().file] <= kMostOfAFile) {
      print_error(out, describe(document.error));
    }
  }
  for (const auto& [file, count] : counts) {
    if (count <= kMostOfAFile) continue;
    print_error(out, file + ": " + count_of(count - kMostOfAFile, "more fault", "more faults") +
                         " like these; --report F names them all");
  }
}

std::string count_of(std::uint64_t count, std::string_view singular, std::string_view plural) {
  std::string digits = std::to_string(count);
  for (std::size_t i = digits.size(); i > 3;) {
    i -= 3;
    digits.insert(i, ",");
  }
  return digits + " " + std::string(count == 1 ? singular : plural);
}

ProgressBar::ProgressBar(Verbosity verbosity)
    : enabled_(verbosity == Verbosity::kNormal && ::isatty(STDERR_FILENO) == 1),
      start_(Clock::now()),
      last_(start_) {}

ProgressBar::~ProgressBar() { clear(); }

void ProgressBar::show(const Progress& progress) {
  if (!enabled_) return;
  const Clock::time_point now = Clock::now();
  if (now - start_ < seconds(1) || now - last_ < milliseconds(100)) return;
  last_ = now;
  shown_ = true;
  std::string line = "\r\x1b[K";
  if (progress.bytes_total > 0) {
    constexpr std::uint64_t kWidth = 30;
    const std::uint64_t used = std::min(progress.bytes_used, progress.bytes_total);
    const std::uint64_t filled = used * kWidth / progress.bytes_total;
    line += "[" + std::string(filled, '#') + std::string(kWidth - filled, '.') + "] " +
            std::to_string(used * 100 / progress.bytes_total) + " %  ";
    if (used > 0 && used < progress.bytes_total) {
      const auto spent = static_cast<std::uint64_t>(
          std::chrono::duration_cast<milliseconds>(now - start_).count());
      // In this order, since bytes times milliseconds may pass 64 bits for inputs of petabytes
      // only.
      line += clock_text(spent * (progress.bytes_total - used) / used / 1000) + " left  ";
    }
  }
  line += count_of(progress.documents, "document", "documents");
  std::cerr << line << std::flush;
}

void ProgressBar::clear() {
  if (!shown_) return;
  std::cerr << "\r\x1b[K" << std::flush;
  shown_ = false;
}

}  // namespace relata

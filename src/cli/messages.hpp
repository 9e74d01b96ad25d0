// What the command says to people: errors, skipped inputs, a progress bar, the summary of a graph.
#pragma once

#include <chrono>
#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "cli/invocation.hpp"
#include "cli/written_graph.hpp"
#include "relata/core/error.hpp"
#include "relata/pipeline/pipeline.hpp"

namespace relata {

/// `text` on one line of a terminal: control characters (of file names, of broken input) become
/// "?", so that a message cannot move the cursor or pass for two.
std::string one_line(std::string_view text);

/// "relata: …" and a line break.
void print_error(std::ostream& out, std::string_view message);

/// One line on each input that was not used; of the faults of one file the first ten, and the
/// number of the others.
void print_skipped(std::ostream& out, const std::vector<SkippedDocument>& skipped);

/// "1,234 documents", "1 document".
std::string count_of(std::uint64_t count, std::string_view singular, std::string_view plural);

/// A bar on standard error, drawn only on a terminal and only once a run takes long.
class ProgressBar {
 public:
  explicit ProgressBar(Verbosity verbosity);
  ~ProgressBar();
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  void show(const Progress& progress);
  /// Wipes the bar off, so that other messages have the line.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;

  bool shown_ = false;
  bool enabled_ = false;
  Clock::time_point start_;
  Clock::time_point last_;
};

/// For a newcomer: how much was read and made, the ten strongest edges, and what to open the files
/// with.
void print_graph_summary(std::ostream& out, const Invocation& invocation,
                         const ResolvedGraph& graph, const WrittenGraph& written,
                         const InputSummary& input);

}  // namespace relata

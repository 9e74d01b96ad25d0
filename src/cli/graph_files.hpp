// The files of a run, and a graph into them.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/invocation.hpp"
#include "cli/written_graph.hpp"
#include "relata/core/output_files.hpp"
#include "relata/export/graph_writer.hpp"
#include "relata/export/page_writer.hpp"

namespace relata {

/// The outputs of a run, opened before the work starts, so that what can't be written shows early.
class Outputs {
 public:
  explicit Outputs(const Invocation& invocation);

  /// The sinks of each -o: one, or all of a folder in the order of csv_paths().
  const std::vector<std::vector<ByteSink*>>& main() const noexcept { return main_; }
  ByteSink* mentions() const noexcept { return mentions_; }
  ByteSink* merges() const noexcept { return merges_; }
  ByteSink* report() const noexcept { return report_; }
  void commit() { files_.commit(); }

 private:
  OutputFiles files_;
  std::vector<std::vector<ByteSink*>> main_;
  ByteSink* mentions_ = nullptr;
  ByteSink* merges_ = nullptr;
  ByteSink* report_ = nullptr;
};

/// What --memory and --temp say, with their defaults.
std::shared_ptr<SpoolRoom> make_room(const Invocation& invocation);

/// How the graph is to be written into all of the outputs.
ExportOptions export_options_of(const Invocation& invocation, const WrittenGraph& written,
                                std::string generator);

/// What every -o of a run writes.
struct GraphToWrite {
  const EntityGraph& graph;
  const ExportOptions& options;
  PageMerges merges;
};

/// Into the sinks of the one -o that `output` names.
void write_graph(const GraphToWrite& what, const std::string& output,
                 const std::vector<ByteSink*>& sinks);

}  // namespace relata

#include "cli/graph_files.hpp"

#include "relata/export/csv_writer.hpp"

namespace relata {

Outputs::Outputs(const Invocation& invocation) {
  const bool makes_graph =
      invocation.command == Command::kBuild || invocation.command == Command::kMerge;
  for (const std::string& path : invocation.outputs) {
    if (makes_graph && graph_format(path) == GraphFormat::kCsv) {
      main_.push_back(files_.open_folder(path, csv_paths()));
    } else {
      main_.push_back({&files_.open(path)});
    }
  }
  if (!invocation.mentions.empty()) mentions_ = &files_.open(invocation.mentions);
  if (!invocation.merges.empty()) merges_ = &files_.open(invocation.merges);
  if (!invocation.report.empty()) {
    report_ = &files_.open(invocation.report, OutputRole::kReport);
  }
}

void write_graph(const EntityGraph& graph, GraphFormat format, const ExportOptions& options,
                 const std::vector<ByteSink*>& sinks) {
  ByteSink& out = *sinks.front();
  switch (format) {
    case GraphFormat::kGraphml:
      return write_graphml(graph, options, out);
    case GraphFormat::kJsonld:
      return write_jsonld(graph, options, out);
    case GraphFormat::kGexf:
      return write_gexf(graph, options, out);
    case GraphFormat::kCsv:
      for (std::size_t i = 0; i < sinks.size(); ++i) {
        write_csv(graph, options, csv_paths()[i], *sinks[i]);
      }
      return;
  }
}

}  // namespace relata

#include "cli/graph_files.hpp"

#include <algorithm>
#include <utility>

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

ExportOptions export_options_of(const Invocation& invocation, const WrittenGraph& written,
                                std::string generator) {
  ExportOptions options;
  options.base_iri = invocation.base_iri;
  options.generator = std::move(generator);
  options.edges = invocation.edge_rows;
  options.spells = invocation.spells;
  options.gexf_version = invocation.gexf_version;
  options.graphml_flavour = invocation.graphml_flavour;
  const auto shows_nodes = [](const std::string& path) {
    const GraphFormat format = graph_format(path);
    return format != GraphFormat::kJsonld && format != GraphFormat::kCsv;
  };
  if (std::any_of(invocation.outputs.begin(), invocation.outputs.end(), shows_nodes)) {
    options.appearance = written.appearance(invocation.node_size);
  }
  return options;
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

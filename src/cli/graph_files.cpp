#include "cli/graph_files.hpp"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <utility>

#include "cli/messages.hpp"
#include "relata/export/csv_writer.hpp"

namespace relata {
namespace {

/// A page, and a line on stderr where the graph is too large for it.
void write_page_of(const GraphToWrite& what, const std::string& output, ByteSink& out) {
  const PageContent content = write_page(what.graph, what.options, what.merges, PageLimits(), out);
  if (content.is_whole()) return;
  print_error(std::cerr, output + ": a page holds no more than " +
                             count_of(content.nodes, "entity", "entities") + " of " +
                             count_of(content.all_nodes, "entity", "entities") + " and " +
                             count_of(content.edges, "edge", "edges") + " of " +
                             count_of(content.all_edges, "edge", "edges") +
                             ", the strongest; the other formats hold all");
}

}  // namespace

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

std::shared_ptr<SpoolRoom> make_room(const Invocation& invocation) {
  const std::uint64_t all = static_cast<std::uint64_t>(::sysconf(_SC_PHYS_PAGES)) *
                            static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
  std::string folder = invocation.temp;
  // Nothing lies beside a pipe or a device; then it is the system's folder for temporary files.
  if (const std::string& output = invocation.outputs.front();
      folder.empty() && !is_written_straight(output)) {
    const std::filesystem::path place(output);
    folder = (place.has_filename() ? place : place.parent_path()).parent_path().string();
    if (folder.empty()) folder = ".";
  }
  return std::make_shared<SpoolRoom>(invocation.memory_bytes.value_or(all / 2), folder);
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
  const auto shows_nodes = [&](const std::string& path) {
    const GraphFormat format = graph_format(path);
    // A page places its part of the graph by itself.
    if (format == GraphFormat::kHtml) return invocation.node_size != NodeSize::kMentions;
    return format != GraphFormat::kJsonld && format != GraphFormat::kCsv;
  };
  if (std::any_of(invocation.outputs.begin(), invocation.outputs.end(), shows_nodes)) {
    options.appearance = written.appearance(invocation.node_size);
  }
  return options;
}

void write_graph(const GraphToWrite& what, const std::string& output,
                 const std::vector<ByteSink*>& sinks) {
  const auto& [graph, options, merges] = what;
  ByteSink& out = *sinks.front();
  switch (graph_format(output)) {
    case GraphFormat::kGraphml:
      return write_graphml(graph, options, out);
    case GraphFormat::kJsonld:
      return write_jsonld(graph, options, out);
    case GraphFormat::kGexf:
      return write_gexf(graph, options, out);
    case GraphFormat::kHtml:
      return write_page_of(what, output, out);
    case GraphFormat::kCsv:
      for (std::size_t i = 0; i < sinks.size(); ++i) {
        write_csv(graph, options, csv_paths()[i], *sinks[i]);
      }
      return;
  }
}

}  // namespace relata

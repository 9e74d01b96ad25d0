// The graph as one HTML page to look at: no network, no server, nothing to install.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include "relata/export/graph_writer.hpp"
#include "relata/resolve/resolution.hpp"

namespace relata {

/// What a browser still moves smoothly and a person still reads.
struct PageLimits {
  std::size_t nodes = 5000;        ///< those with the most edges stay
  std::size_t edges = 20000;       ///< of the edges between them, those with the most support
  std::size_t evidence = 50;       ///< sentences of one fact, best first
  std::size_t sentences = 100000;  ///< of all facts together; past that each fact has fewer
};

/// Why nodes are one entity. Both may be empty; then the page does not say.
struct PageMerges {
  std::span<const Merge> merges;
  std::span<const std::string> node_of_cluster;  ///< ids, as for write_merges
};

/// What of the graph stands on the page.
struct PageContent {
  std::uint64_t nodes = 0, all_nodes = 0;
  std::uint64_t edges = 0, all_edges = 0;

  bool is_whole() const noexcept { return nodes == all_nodes && edges == all_edges; }
  friend bool operator==(const PageContent&, const PageContent&) = default;
};

/// Writes the page and says what is on it. Every text of a document goes in as data, never as
/// markup, and the page's own policy lets no other script run than relata's.
PageContent write_page(const EntityGraph& graph, const ExportOptions& options,
                       const PageMerges& merges, const PageLimits& limits, ByteSink& out);

}  // namespace relata

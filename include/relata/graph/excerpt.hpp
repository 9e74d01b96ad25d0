// A part of a graph that a person can look at, with the ids, labels and types of the whole.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "relata/graph/entity_graph.hpp"

namespace relata {

/// What to keep; what is not said cuts nothing. All of it together decides, in this order.
struct ExcerptOptions {
  /// Nodes of these classes; the centre stays whatever it is. Empty: all classes.
  std::set<NodeClass> classes;

  /// Edges and literal facts of which a sentence falls within [since, until]: by the time that it
  /// tells, else by the date of its document; one with neither does not. YYYY, YYYY-MM or
  /// YYYY-MM-DD, or empty.
  std::string since, until;
  /// Edges and literal facts with at least this many distinct sentences …
  std::uint64_t min_support = 0;
  /// … and at least this confidence. Where one of these four cuts, nodes that no edge joins go too.
  double min_confidence = 0;

  /// The vertices within `depth` edges of this one, followed in either direction.
  std::optional<std::size_t> centre;
  std::size_t depth = 1;

  /// That many vertices: those whose edges have the most support among what is left so far, then
  /// those with the most mentions, then by id; the centre is one of them.
  std::optional<std::size_t> top;

  friend bool operator==(const ExcerptOptions&, const ExcerptOptions&) = default;
};

/// Whether the options cut anything from any graph.
bool cuts(const ExcerptOptions& options);

struct Excerpt {
  EntityGraph graph;
  std::vector<std::size_t> vertices;  ///< of the whole, in the order of the excerpt's; ascending
};

/// The vertices that stay, the edges between them that stay, their literal facts, and the documents
/// that these were read in. Facts and claims on the nodes are those of the literal facts that stay.
/// A claim's holder that goes is named by its label. Sentences are set aside in `room`, or in
/// memory when there is none; 16 bytes for each that stays are held meanwhile.
Excerpt cut_excerpt(const EntityGraph& whole, const ExcerptOptions& options,
                    const std::shared_ptr<SpoolRoom>& room = nullptr);

}  // namespace relata

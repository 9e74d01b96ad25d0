// The graph that is written: all of it, or the excerpt that was asked for.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "cli/invocation.hpp"
#include "relata/export/graph_writer.hpp"
#include "relata/graph/excerpt.hpp"

namespace relata {

class WrittenGraph {
 public:
  /// `whole` must outlive it; `room` is as for cut_excerpt. Throws WrongUsage when --ego names no
  /// node or more than one.
  WrittenGraph(const Invocation& invocation, const EntityGraph& whole,
               const std::shared_ptr<SpoolRoom>& room);

  const EntityGraph& graph() const noexcept { return excerpt_ ? excerpt_->graph : whole_; }
  const EntityGraph& whole() const noexcept { return whole_; }
  bool is_excerpt() const noexcept { return excerpt_.has_value(); }

  /// Sizes and places as in the whole graph; a whole that is too large to be laid out leaves the
  /// excerpt to be laid out by itself.
  Appearance appearance(NodeSize size) const;

  /// Other names to ask for where nothing is around --ego; empty where something is.
  std::string hint(const Invocation& invocation) const;

 private:
  const EntityGraph& whole_;
  std::optional<Excerpt> excerpt_;
};

/// The options that cut, as they would be typed: "--ego Mali --depth 2".
std::string excerpt_text(const Invocation& invocation);

}  // namespace relata

// Stable ids: digits of a hash over what an element is, not over the order it came in.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "graph/cluster_view.hpp"
#include "relata/resolve/stable_id.hpp"

namespace relata {

/// Hands out ids; one that is taken already is lengthened.
class IdPool {
 public:
  /// `letter` and 12 or more digits of the hash over the parts.
  std::string take(char letter, const std::vector<std::string_view>& parts);

 private:
  std::set<ElementId> taken_;
};

/// Ids that the parts of a cluster, one for each document, would have had alone; sorted, without
/// `id`, at most 50.
std::vector<std::string> former_ids(const ClusterView& view, const std::string& id);

}  // namespace relata

// Stable ids: digits of a hash over what an element is, not over the order it came in.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "graph/cluster_view.hpp"

namespace relata {

constexpr std::size_t kIdDigits = 12;

/// Hands out ids; one that is taken already is lengthened.
class IdPool {
 public:
  /// `letter` and 12 or more digits of the hash over the parts.
  std::string take(char letter, const std::vector<std::string_view>& parts);

 private:
  std::set<std::string> taken_;
};

/// The id without a look at others.
std::string plain_id(char letter, const std::vector<std::string_view>& parts, std::size_t digits);

/// What a node's id is made of: document and range of its anchor, and the entity it belongs to.
std::vector<std::string> anchor_parts(const EntityPlace& anchor);

/// Ids that the parts of a cluster, one for each document, would have had alone; sorted, without
/// `id`, at most 50.
std::vector<std::string> former_ids(const ClusterView& view, const std::string& id);

}  // namespace relata

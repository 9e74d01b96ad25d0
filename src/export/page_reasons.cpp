#include "export/page_reasons.hpp"

#include <algorithm>
#include <tuple>

namespace relata::detail {
namespace {

constexpr std::size_t kMaxReasons = 50;  ///< of one node

/// "harbour#e12" → "harbour".
std::string_view document_of_entity(std::string_view entity) {
  return entity.substr(0, entity.rfind('#'));
}

}  // namespace

std::vector<MergedNode> collect_reasons(const PageMerges& merges, const PlaceOfId& place_of_id,
                                        std::size_t nodes, TextTable& texts) {
  std::vector<MergedNode> merged(nodes);
  using Key = std::tuple<std::size_t, std::size_t, std::size_t>;  // node, reason, evidence
  std::map<Key, std::size_t> places;
  for (const Merge& merge : merges.merges) {
    if (merge.cluster >= merges.node_of_cluster.size()) continue;
    const auto node = place_of_id.find(merges.node_of_cluster[merge.cluster]);
    if (node == place_of_id.end()) continue;
    MergedNode& to = merged[node->second];
    ++to.pairs;
    const std::size_t reason = texts.number(merge.reason);
    const std::size_t evidence = texts.number(merge.evidence);
    const auto [found, is_new] =
        places.try_emplace({node->second, reason, evidence}, to.reasons.size());
    if (is_new) {
      to.reasons.push_back({reason, evidence, merge.score, 0,
                            texts.number(document_of_entity(merge.left)),
                            texts.number(document_of_entity(merge.right))});
    }
    MergeReason& one = to.reasons[found->second];
    one.score = std::max(one.score, merge.score);
    ++one.pairs;
  }
  for (MergedNode& node : merged) {
    std::stable_sort(node.reasons.begin(), node.reasons.end(),
                     [](const auto& a, const auto& b) { return a.pairs > b.pairs; });
    node.reasons.resize(std::min(node.reasons.size(), kMaxReasons));
  }
  return merged;
}

}  // namespace relata::detail

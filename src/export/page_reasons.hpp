// Why nodes on a page are one entity.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "export/page_texts.hpp"
#include "relata/export/page_writer.hpp"

namespace relata::detail {

/// Two in-document entities found to be one, or several pairs of them for one reason. Texts are
/// numbers of a TextTable.
struct MergeReason {
  std::size_t reason = 0, evidence = 0;
  double score = 0;
  std::uint64_t pairs = 0;
  std::size_t left = 0, right = 0;  ///< documents of the first pair
};

struct MergedNode {
  std::vector<MergeReason> reasons;  ///< those of most pairs first, at most 50
  std::uint64_t pairs = 0;           ///< of all reasons
};

/// Ids of the nodes on the page to their places there.
using PlaceOfId = std::map<std::string, std::size_t, std::less<>>;

/// One element for each of the `nodes` on the page.
std::vector<MergedNode> collect_reasons(const PageMerges& merges, const PlaceOfId& place_of_id,
                                        std::size_t nodes, TextTable& texts);

}  // namespace relata::detail

#include "graph/ids.hpp"

#include <algorithm>

namespace relata {
namespace {

constexpr std::size_t kMostFormerIds = 50;
constexpr std::size_t kMostDigits = 51;  // all of a SHA-256, but one bit

}  // namespace

std::string IdPool::take(char letter, const std::vector<std::string_view>& parts) {
  for (std::size_t digits = kIdDigits; digits <= kMostDigits; ++digits) {
    std::string id = plain_id(letter, parts, digits);
    if (taken_.insert(id).second) return id;
  }
  // The very same parts twice: numbered by order, which is fixed by the caller's.
  for (std::size_t copy = 2;; ++copy) {
    const std::string number = std::to_string(copy);
    std::vector<std::string_view> more = parts;
    more.push_back(number);
    std::string id = plain_id(letter, more, kIdDigits);
    if (taken_.insert(id).second) return id;
  }
}

std::vector<std::string> former_ids(const ClusterView& view, const std::string& id) {
  std::vector<std::string> ids;
  const std::string* last_document = nullptr;
  for (const EntityPlace& place : view.entities) {  // sorted: a document's first comes first
    if (last_document != nullptr && *last_document == place.entity->doc) continue;
    last_document = &place.entity->doc;
    std::string former = anchor_id(*place.entity);
    if (former != id) ids.push_back(std::move(former));
    if (ids.size() == kMostFormerIds) break;
  }
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

}  // namespace relata

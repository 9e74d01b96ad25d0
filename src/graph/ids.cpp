#include "graph/ids.hpp"

#include <algorithm>

#include "relata/core/hash.hpp"

namespace relata {
namespace {

constexpr std::size_t kMostFormerIds = 50;
constexpr std::size_t kMostDigits = 51;  // all of a SHA-256, but one bit

std::vector<std::string_view> views_of(const std::vector<std::string>& parts) {
  return {parts.begin(), parts.end()};
}

}  // namespace

std::string plain_id(char letter, const std::vector<std::string_view>& parts, std::size_t digits) {
  std::string text(1, letter);
  for (const std::string_view part : parts) {
    // Lengths part the parts, so that ("a b", "c") and ("a", "b c") differ.
    text += '\n' + std::to_string(part.size()) + ':';
    text += part;
  }
  return letter + base32_prefix(sha256(text), digits);
}

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

std::vector<std::string> anchor_parts(const EntityPlace& anchor) {
  return {anchor.entity->doc, std::to_string(anchor.entity->first.start),
          std::to_string(anchor.entity->first.end)};
}

std::vector<std::string> former_ids(const ClusterView& view, const std::string& id) {
  std::vector<std::string> ids;
  const std::string* last_document = nullptr;
  for (const EntityPlace& place : view.entities) {  // sorted: a document's first comes first
    if (last_document != nullptr && *last_document == place.entity->doc) continue;
    last_document = &place.entity->doc;
    const std::vector<std::string> parts = anchor_parts(place);
    std::string former = plain_id('n', views_of(parts), kIdDigits);
    if (former != id) ids.push_back(std::move(former));
    if (ids.size() == kMostFormerIds) break;
  }
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

}  // namespace relata

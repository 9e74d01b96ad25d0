#include "relata/resolve/stable_id.hpp"

#include <algorithm>

#include "relata/core/hash.hpp"

namespace relata {

std::string plain_id(char letter, const std::vector<std::string_view>& parts, std::size_t digits) {
  std::string text(1, letter);
  for (const std::string_view part : parts) {
    // Lengths part the parts, so that ("a b", "c") and ("a", "b c") differ.
    text += '\n' + std::to_string(part.size()) + ':';
    text += part;
  }
  return letter + base32_prefix(sha256(text), digits);
}

std::vector<std::string> anchor_parts(const EntityRecord& anchor) {
  return {anchor.doc, std::to_string(anchor.first.start), std::to_string(anchor.first.end)};
}

std::string anchor_id(const EntityRecord& anchor, std::size_t digits) {
  const std::vector<std::string> parts = anchor_parts(anchor);
  return plain_id('n', {parts.begin(), parts.end()}, digits);
}

bool is_node_id(std::string_view text) {
  if (text.size() < 1 + kIdDigits || text.front() != 'n') return false;
  return std::all_of(text.begin() + 1, text.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= '2' && c <= '7'); });
}

}  // namespace relata

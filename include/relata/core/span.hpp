// Half-open ranges of positions.
#pragma once

#include <cstddef>

namespace relata {

/// [start, end) in bytes of a document's UTF-8 text, unless the owner says otherwise.
struct Span {
  std::size_t start = 0;
  std::size_t end = 0;

  std::size_t size() const noexcept { return end - start; }
  bool empty() const noexcept { return start == end; }
  bool contains(Span inner) const noexcept { return start <= inner.start && inner.end <= end; }
  bool overlaps(Span other) const noexcept { return start < other.end && other.start < end; }
  friend auto operator<=>(const Span&, const Span&) = default;
};

}  // namespace relata

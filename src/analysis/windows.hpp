// Documents into windows of at most 192 word pieces.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace relata {

inline constexpr std::size_t kWindowPieces = 192;  ///< with the two marks
inline constexpr std::size_t kWindowOverlap = 48;

/// Words [first, end) go through the encoder together; the vectors of `taken` are kept.
struct Window {
  std::size_t first = 0;
  std::size_t end = 0;
  std::vector<std::size_t> taken;  ///< ascending
};

/// Windows over the words of a document: whole blocks packed in order; a block that is longer is
/// cut into windows that overlap, and each word is taken from the one where it has most words to
/// the nearer edge (the first of equals). `pieces` of each word; `block_starts`: first word of each
/// block, ascending, the first 0. Every word is taken once.
std::vector<Window> plan_windows(std::span<const std::size_t> pieces,
                                 std::span<const std::size_t> block_starts);

}  // namespace relata

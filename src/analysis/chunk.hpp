// Runs of text between blanks, and the boundaries in them as the tokeniser's classifier sees them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/tokeniser.hpp"

namespace relata {

/// A block of text by code points. `kinds`: a letter or mark, A capital, 9 digit; ASCII marks stand
/// for themselves, P is other punctuation, S a symbol, F a format character, O anything else.
struct BlockText {
  explicit BlockText(std::string_view text);

  std::u32string folded;  ///< lower case; apostrophes and quotation marks alike
  std::string kinds;
  std::vector<std::uint32_t> bytes;  ///< where each code point starts, and the end
};

/// Code points [start, end) of a block.
struct Chunk {
  std::size_t start = 0;
  std::size_t end = 0;
  bool address = false;       ///< has "@" or "://", or starts with "www."
  std::size_t url_start = 0;  ///< SCHEME://… or www.…, less the marks at its end; empty if none
  std::size_t url_end = 0;
};

std::vector<Chunk> find_chunks(const BlockText& text);

/// Whether words were already set apart by blanks, as in the Penn treebank: marks stand alone, and
/// no comma or semicolon clings to a word.
bool looks_spaced(const BlockText& text, const std::vector<Chunk>& chunks);

/// Where a chunk may be divided: everywhere but between letters, where only known contractions are
/// (can|not, do|n't), round an apostrophe between two letters (O'Neill), and inside a URL.
class Candidates {
 public:
  Candidates(const BlockText& text, const Chunk& chunk, const TokeniserWeights& weights)
      : text_(text), chunk_(chunk), weights_(weights), run_end_(chunk.start) {}

  /// For positions from left to right: whether the boundary before code point `i` is one.
  bool contains(std::size_t i);

 private:
  bool in_run(std::size_t i) const;
  void enter_run(std::size_t i);
  std::u32string before(std::size_t i) const;
  std::u32string after(std::size_t i) const;

  const BlockText& text_;
  const Chunk& chunk_;
  const TokeniserWeights& weights_;
  std::size_t run_start_ = 0;  ///< of the letters and apostrophes that we are in
  std::size_t run_end_ = 0;
  bool run_may_divide_ = false;
  std::u32string key_;
};

inline constexpr std::size_t kBoundaryFeatures = 28;

/// Buckets of the features of the boundary before code point `i` of `chunk`. The token so far
/// begins at `token_start`; `next` is the next chunk of the block, if any.
std::array<std::uint16_t, kBoundaryFeatures> boundary_features(const BlockText& text,
                                                               const Chunk& chunk,
                                                               const Chunk* next, std::size_t i,
                                                               std::size_t token_start,
                                                               bool spaced);

}  // namespace relata

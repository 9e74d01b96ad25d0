// The transformer encoder, from word pieces to the states that heads look at.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "analysis/model_parts.hpp"
#include "analysis/windows.hpp"

namespace relata {

/// Buffers of the encoder, and what it gives; one a thread.
struct EncoderScratch {
  /// states[l] [rows, 384]: the output of layer l; states[0] the normalised embeddings. Rows of
  /// the windows lie behind each other, without padding.
  std::array<std::vector<float>, kLayers + 1> states;

  std::vector<std::uint8_t> levels;          ///< of the input of the next product, [rows, 384]
  std::vector<std::uint8_t> qkv;             ///< levels of queries, keys, values, [rows, 3 · 384]
  std::vector<std::int32_t> sums;            ///< of one block of rows
  std::vector<float> middle;                 ///< between attention and feed-forward, one block
  std::vector<std::uint8_t> middle_levels;   ///< the same as the input of `up`
  std::vector<std::uint8_t> forward_levels;  ///< the input of `down`, one block
  std::vector<std::int32_t> attention;
  Int8Scratch product;
};

/// Runs windows through the encoder: `pieces` of all of them, marks included, and the rows of each
/// (their sum is pieces.size()). The states of a window do not depend on the others.
void encode(std::span<const std::int32_t> pieces, std::span<const std::size_t> window_rows,
            const EncoderWeights& weights, EncoderScratch& scratch);

}  // namespace relata

#include "analysis/encoder.hpp"

#include <algorithm>
#include <cassert>

namespace relata {
namespace {

template <class Value>
void grow(std::vector<Value>& buffer, std::size_t size) {
  if (buffer.size() < size) buffer.resize(size);
}

void reserve(std::size_t rows, EncoderScratch& scratch) {
  const std::size_t padded = Int8Product::padded_rows(rows);
  for (std::vector<float>& state : scratch.states) grow(state, rows * kWidth);
  grow(scratch.levels, padded * kWidth);
  grow(scratch.qkv, rows * 3 * kWidth);
  grow(scratch.sums, kInt8RowBlock * kForward);
  grow(scratch.middle, kInt8RowBlock * kWidth);
  grow(scratch.middle_levels, kInt8RowBlock * kWidth);
  grow(scratch.forward_levels, kInt8RowBlock * kForward);
  grow(scratch.attention, kernels::attention_scratch(kWindowPieces) / sizeof(std::int32_t));
}

/// Embeddings of all rows, and their levels for the first layer.
void embed(std::span<const std::int32_t> pieces, std::span<const std::size_t> window_rows,
           const EncoderWeights& weights, EncoderScratch& scratch) {
  const Quantiser next = Quantiser::of(weights.layers[0].qkv);
  std::size_t row = 0;
  for (std::size_t rows : window_rows) {
    assert(rows <= kWindowPieces && "a window fits the table of positions");
    for (std::size_t position = 0; position < rows; ++position, ++row) {
      const auto piece = static_cast<std::size_t>(pieces[row]);
      float* state = scratch.states[0].data() + row * kWidth;
      kernels::embed(weights.pieces.row(piece), weights.pieces.scale[piece],
                     weights.positions.data() + position * kWidth, weights.norm, state);
      kernels::quantise(state, kWidth, next, scratch.levels.data() + row * kWidth);
    }
  }
}

/// Levels of queries, keys and values of all rows.
void project(const LayerWeights& layer, std::size_t rows, EncoderScratch& scratch) {
  const LevelRow output = {layer.qkv.offset().data(), layer.attention.factor.data(),
                           layer.attention.shift.data(), layer.qkv.outputs()};
  for (std::size_t first = 0; first < rows; first += kInt8RowBlock) {
    const std::size_t block = std::min(kInt8RowBlock, rows - first);
    layer.qkv.accumulate(scratch.levels.data() + first * kWidth, block, scratch.sums.data(),
                         scratch.product);
    kernels::attention_levels(scratch.sums.data(), block, output,
                              scratch.qkv.data() + first * 3 * kWidth);
  }
}

/// From the mixed values to the layer's output, block by block so that all stays in the cache.
void finish_layer(const LayerWeights& layer, Quantiser next, const float* before, std::size_t rows,
                  float* after, EncoderScratch& scratch) {
  for (std::size_t first = 0; first < rows; first += kInt8RowBlock) {
    const std::size_t block = std::min(kInt8RowBlock, rows - first);
    std::uint8_t* levels = scratch.levels.data() + first * kWidth;
    layer.out.accumulate(levels, block, scratch.sums.data(), scratch.product);
    kernels::dequantise_add_norm(scratch.sums.data(), block, layer.out, before + first * kWidth,
                                 layer.attention_norm, Quantiser::of(layer.up),
                                 scratch.middle.data(), scratch.middle_levels.data());
    layer.up.accumulate(scratch.middle_levels.data(), block, scratch.sums.data(), scratch.product);
    kernels::dequantise_gelu(scratch.sums.data(), block, layer.up, Quantiser::of(layer.down),
                             scratch.forward_levels.data());
    layer.down.accumulate(scratch.forward_levels.data(), block, scratch.sums.data(),
                          scratch.product);
    kernels::dequantise_add_norm(scratch.sums.data(), block, layer.down, scratch.middle.data(),
                                 layer.forward_norm, next, after + first * kWidth, levels);
  }
}

}  // namespace

void encode(std::span<const std::int32_t> pieces, std::span<const std::size_t> window_rows,
            const EncoderWeights& weights, EncoderScratch& scratch) {
  const std::size_t rows = pieces.size();
  reserve(rows, scratch);
  embed(pieces, window_rows, weights, scratch);
  for (std::size_t l = 0; l < kLayers; ++l) {
    const LayerWeights& layer = weights.layers[l];
    project(layer, rows, scratch);
    const AttentionRow attention = {layer.attention.score_factor.data(),
                                    layer.attention.value_scale.data()};
    std::size_t first = 0;
    for (std::size_t window : window_rows) {
      kernels::attention(scratch.qkv.data() + first * 3 * kWidth, window, attention,
                         Quantiser::of(layer.out),
                         reinterpret_cast<std::uint8_t*>(scratch.attention.data()),
                         scratch.levels.data() + first * kWidth);
      first += window;
    }
    // After the last layer nobody reads the levels.
    const LayerWeights& following = weights.layers[std::min(l + 1, kLayers - 1)];
    finish_layer(layer, Quantiser::of(following.qkv), scratch.states[l].data(), rows,
                 scratch.states[l + 1].data(), scratch);
  }
}

}  // namespace relata

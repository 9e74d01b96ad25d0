// The f32 arithmetic of the model: everything that decides and is not an int8 product.
//
// Each function gives the same bits on every CPU and with every compiler: sums run in 16 fixed
// lanes that are folded in a fixed order, exp, erf and log are our own, and a multiplication is
// fused with an addition where the source says so, nowhere else. Rows never influence each other,
// so that neither the batch nor the number of threads shows in a result.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "analysis/int8_product.hpp"
#include "analysis/kernel_set.hpp"

namespace relata {

/// Floats in a vector of the kernels; rows that kernels write are padded to a multiple of it.
inline constexpr std::size_t kLanes = 16;

inline constexpr std::size_t padded_to_lanes(std::size_t n) {
  return (n + kLanes - 1) / kLanes * kLanes;
}

/// Gain and bias of a layer normalisation over rows as wide as they are.
struct Norm {
  std::span<const float> gain;
  std::span<const float> bias;
  float epsilon = 1e-12F;
};

inline Quantiser Quantiser::of(const Int8Product& product) {
  return {1.0F / product.input_scale(), product.input_zero()};
}

/// Widths of all rows below are multiples of 16, except where `count` is any.
namespace kernels {

/// Levels of `count` numbers.
void quantise(const float* x, std::size_t count, Quantiser quantiser, std::uint8_t* levels);

/// y = scale · (sums − offset) + bias, row by row; `stride` floats between rows of y.
void dequantise(const std::int32_t* sums, std::size_t rows, const Int8Product& product, float* y,
                std::size_t stride);

/// Levels of gelu(y), y as in `dequantise`; gelu(y) = y/2 · (1 + erf(y/√2)).
void dequantise_gelu(const std::int32_t* sums, std::size_t rows, const Int8Product& product,
                     Quantiser next, std::uint8_t* levels);

/// out = norm(residual + y), y as in `dequantise`, and its levels.
void dequantise_add_norm(const std::int32_t* sums, std::size_t rows, const Int8Product& product,
                         const float* residual, const Norm& norm, Quantiser next, float* out,
                         std::uint8_t* levels);

/// out = norm(scale · piece + position): one row of the encoder's input.
void embed(const std::int8_t* piece, float scale, const float* position, const Norm& norm,
           float* out);

/// Of each word of a view out = norm(y + shape + scaled prefix + scaled suffix), y as in
/// `dequantise`.
void finish_view(const std::int32_t* sums, const Int8Product& product,
                 std::span<const ViewRow> words, const Norm& norm);

/// Levels of Σ rows, added up in this order; with a zero point of 0, of max(0, Σ rows).
void add_rows(std::span<const float* const> rows, std::size_t width, Quantiser next,
              std::uint8_t* levels);
void relu(std::size_t count, float* x);

/// Of each mix y = Σ_l weights[l] · states[l], added up in this order, as levels.
void mix(std::span<const float* const> states, std::size_t width, std::span<const LayerMix> mixes);

/// Levels of queries, keys and values, [q | k | v], out of the sums of their product.
void attention_levels(const std::int32_t* sums, std::size_t rows, const LevelRow& output,
                      std::uint8_t* levels);

/// Multi-head attention over one window of `rows` ≤ 192 rows of levels [q | k | v], 3 · 384 wide:
/// 12 heads of 32. Gives the levels of the mixed values. `scratch` holds attention_scratch(rows)
/// bytes, aligned for int32.
std::size_t attention_scratch(std::size_t rows);
void attention(const std::uint8_t* qkv, std::size_t rows, const AttentionRow& attention,
               Quantiser next, std::uint8_t* scratch, std::uint8_t* levels);

/// c [rows, columns] = a [rows, depth] · b [depth, columns], each sum in the order of depth.
/// `columns` is a multiple of 16; a, b, c lie row by row with these strides.
void multiply(const float* a, std::size_t a_stride, std::size_t rows, std::size_t depth,
              const float* b, std::size_t columns, float* c);

/// Sum of a[i] · b[i] in 16 lanes, folded; any count.
float dot(const float* a, const float* b, std::size_t count);

/// out[i] = dot of rows i of `a` and of `b`, `width` long and a stride apart; a stride of 0 takes
/// the same row each time.
void dots(const float* a, std::size_t a_stride, const float* b, std::size_t b_stride,
          std::size_t count, std::size_t width, float* out);

/// log Σ exp(x[i]) over any count > 0.
float log_sum_exp(const float* x, std::size_t count);

}  // namespace kernels

/// 1 / (1 + exp(−x)), by the kernels' exp.
float sigmoid(float x);

}  // namespace relata

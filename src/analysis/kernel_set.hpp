// The kernels of one instruction set, and the choice of the one that this CPU runs fastest.
//
// All sets give the same bits, since no compiler may contract or reorder anything: not even with
// FMA is a · b + c fused, which CPUs without it could only do slowly. Sums of bytes are exact
// anyway.
#pragma once

#include <cstddef>
#include <cstdint>

namespace relata {

class Int8Product;

/// How a product wants its input: level = clamp(rint(x / scale) + zero, 0, 255).
struct Quantiser {
  float inverse_scale = 1;
  std::int32_t zero = 0;

  static Quantiser of(const Int8Product& product);
};

/// What a row of int32 sums needs to become floats: y = scale · (sums − offset) + bias.
struct Dequantiser {
  const std::int32_t* offset;
  const float* scale;
  const float* bias;
  std::size_t width;
};

/// A layer normalisation over rows of `width`.
struct NormRow {
  const float* gain;
  const float* bias;
  float epsilon;
  std::size_t width;
};

/// How attention reads its levels: queries are 128 too large, keys and values are signed, |level|
/// ≤ 64.
struct AttentionRow {
  const float* score_factor;  ///< a head: log₂ e · s_q · s_k / √32, of the sums of products
  const float* value_scale;   ///< a head
};

/// What a row of sums needs to become the levels of queries, keys and values: level = rint(factor ·
/// (sums − offset) + shift), a third of the width each.
struct LevelRow {
  const std::int32_t* offset;
  const float* factor;
  const float* shift;
  std::size_t width;
};

/// One mix of a row's states, and where its levels go.
struct LayerMix {
  const float* weights;  ///< one a state
  Quantiser next;
  std::uint8_t* levels;
};

/// What is added to a word's projection, each row as wide as the view's norm, and where it goes.
struct ViewRow {
  const float* shape;
  const std::int8_t* prefix;
  float prefix_scale;
  const std::int8_t* suffix;
  float suffix_scale;
  float* out;
};

/// What each does stands in kernels.hpp.
struct KernelSet {
  const char* name;
  void (*quantise)(const float* x, std::size_t count, Quantiser quantiser, std::uint8_t* levels);
  void (*dequantise)(const std::int32_t* sums, std::size_t rows, const Dequantiser& output,
                     float* y, std::size_t stride);
  void (*dequantise_gelu)(const std::int32_t* sums, std::size_t rows, const Dequantiser& output,
                          Quantiser next, std::uint8_t* levels);
  void (*dequantise_add_norm)(const std::int32_t* sums, std::size_t rows, const Dequantiser& output,
                              const float* residual, const NormRow& norm, Quantiser next,
                              float* out, std::uint8_t* levels);
  void (*embed)(const std::int8_t* piece, float scale, const float* position, const NormRow& norm,
                float* out);
  void (*finish_view)(const std::int32_t* sums, const Dequantiser& output, const ViewRow* words,
                      std::size_t count, const NormRow& norm);
  void (*add_rows)(const float* const* rows, std::size_t count, std::size_t width, Quantiser next,
                   std::uint8_t* levels);
  void (*mix)(const float* const* states, std::size_t layers, std::size_t width,
              const LayerMix* mixes, std::size_t count);
  void (*attention_levels)(const std::int32_t* sums, std::size_t rows, const LevelRow& output,
                           std::uint8_t* levels);
  void (*attention)(const std::uint8_t* qkv, std::size_t rows, const AttentionRow& attention,
                    Quantiser next, std::uint8_t* scratch, std::uint8_t* levels);
  void (*multiply)(const float* a, std::size_t a_stride, std::size_t rows, std::size_t depth,
                   const float* b, std::size_t columns, float* c);
  void (*dots)(const float* a, std::size_t a_stride, const float* b, std::size_t b_stride,
               std::size_t count, std::size_t width, float* out);
  float (*sum_of_exp)(const float* x, std::size_t count, float largest);
};

extern const KernelSet kPlainKernels;  ///< what every 64-bit CPU has
#if defined(__x86_64__)
extern const KernelSet kAvx2Kernels;
extern const KernelSet kAvx512Kernels;
extern const KernelSet kAvx512VnniKernels;
#endif

/// Sets that this CPU can run, the fastest first, nullptr behind the last.
const KernelSet* const* runnable_kernel_sets();

}  // namespace relata

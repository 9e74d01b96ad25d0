// The kernels, written once and compiled for several instruction sets: by the sources that include
// this header, each with its own flags. What is here must be a template over the set or always
// inlined, and no library is called, so that no function compiled for one CPU is run on another.
#pragma once

#include "analysis/attention_body.hpp"
#include "analysis/kernel_set.hpp"
#include "analysis/lanes.hpp"

namespace relata {

enum class InstructionSet { kPlain, kAvx2, kAvx512 };

template <InstructionSet kSet>
struct KernelBodies {
  using Floats = lanes::Floats;
  using Ints = lanes::Ints;
  static constexpr std::size_t kLanes = lanes::kCount;

  static void quantise(const float* x, std::size_t count, Quantiser quantiser,
                       std::uint8_t* levels) {
    const std::size_t whole = count / kLanes * kLanes;
    quantise_row(x, whole, quantiser, levels);
    if (whole == count) return;
    float tail[kLanes] = {};
    std::uint8_t tail_levels[kLanes];
    std::memcpy(tail, x + whole, (count - whole) * sizeof(float));
    quantise_row(tail, kLanes, quantiser, tail_levels);
    std::memcpy(levels + whole, tail_levels, count - whole);
  }

  static void dequantise(const std::int32_t* sums, std::size_t rows, const Dequantiser& output,
                         float* y, std::size_t stride) {
    const std::size_t whole = output.width / kLanes * kLanes;
    for (std::size_t r = 0; r < rows; ++r) {
      const std::int32_t* row = sums + r * output.width;
      for (std::size_t c = 0; c < whole; c += kLanes) {
        lanes::store(dequantised(row, output, c), y + r * stride + c);
      }
      for (std::size_t c = whole; c < output.width; ++c) {
        y[r * stride + c] =
            static_cast<float>(row[c] - output.offset[c]) * output.scale[c] + output.bias[c];
      }
    }
  }

  static void dequantise_gelu(const std::int32_t* sums, std::size_t rows, const Dequantiser& output,
                              Quantiser next, std::uint8_t* levels) {
    constexpr float kHalfRoot = 0.70710678F;
    for (std::size_t r = 0; r < rows; ++r) {
      for (std::size_t c = 0; c < output.width; c += kLanes) {
        const Floats y = dequantised(sums + r * output.width, output, c);
        const Floats half = y * 0.5F;
        const Floats activated = half * (1.0F + lanes::erf(y * kHalfRoot));
        lanes::store_levels(activated, next.inverse_scale, next.zero,
                            levels + r * output.width + c);
      }
    }
  }

  static void dequantise_add_norm(const std::int32_t* sums, std::size_t rows,
                                  const Dequantiser& output, const float* residual,
                                  const NormRow& norm, Quantiser next, float* out,
                                  std::uint8_t* levels) {
    for (std::size_t r = 0; r < rows; ++r) {
      const std::size_t start = r * output.width;
      for (std::size_t c = 0; c < output.width; c += kLanes) {
        lanes::store(lanes::load(residual + start + c) + dequantised(sums + start, output, c),
                     out + start + c);
      }
      normalise(norm, out + start);
      quantise_row(out + start, output.width, next, levels + start);
    }
  }

  static void embed(const std::int8_t* piece, float scale, const float* position,
                    const NormRow& norm, float* out) {
    for (std::size_t c = 0; c < norm.width; c += kLanes) {
      lanes::store(lanes::load(piece + c) * scale + lanes::load(position + c), out + c);
    }
    normalise(norm, out);
  }

  static void add_scaled(const std::int8_t* row, float scale, std::size_t width, float* x) {
    for (std::size_t c = 0; c < width; c += kLanes) {
      lanes::store(lanes::load(x + c) + lanes::load(row + c) * scale, x + c);
    }
  }

  static void add(const float* row, std::size_t width, float* x) {
    for (std::size_t c = 0; c < width; c += kLanes) {
      lanes::store(lanes::load(x + c) + lanes::load(row + c), x + c);
    }
  }

  static void add_rows_relu(const float* const* rows, std::size_t count, std::size_t width,
                            float* out) {
    for (std::size_t c = 0; c < width; c += kLanes) {
      Floats sum = lanes::load(rows[0] + c);
      for (std::size_t r = 1; r < count; ++r) sum += lanes::load(rows[r] + c);
      lanes::store(lanes::larger(sum, Floats{}), out + c);
    }
  }

  static void normalise(const NormRow& norm, float* x) {
    Floats total = {};
    for (std::size_t c = 0; c < norm.width; c += kLanes) total += lanes::load(x + c);
    const float mean = lanes::fold(total) / static_cast<float>(norm.width);
    Floats squares = {};
    for (std::size_t c = 0; c < norm.width; c += kLanes) {
      const Floats centred = lanes::load(x + c) - mean;
      squares += centred * centred;
    }
    const float variance = lanes::fold(squares) / static_cast<float>(norm.width);
    const float inverse = 1.0F / __builtin_sqrtf(variance + norm.epsilon);
    for (std::size_t c = 0; c < norm.width; c += kLanes) {
      const Floats scaled = (lanes::load(x + c) - mean) * inverse;
      lanes::store(scaled * lanes::load(norm.gain + c) + lanes::load(norm.bias + c), x + c);
    }
  }

  static void mix(const float* const* states, const float* weights, std::size_t layers,
                  std::size_t width, Quantiser next, std::uint8_t* levels) {
    for (std::size_t c = 0; c < width; c += kLanes) {
      Floats total = {};
      for (std::size_t l = 0; l < layers; ++l) {
        total += lanes::load(states[l] + c) * weights[l];
      }
      lanes::store_levels(total, next.inverse_scale, next.zero, levels + c);
    }
  }

  static void attention(const float* qkv, std::size_t rows, Quantiser next, float* scratch,
                        std::uint8_t* levels) {
    attention_body::attend<kTileRows>(qkv, rows, next, scratch, levels);
  }

  static void multiply(const float* a, std::size_t a_stride, std::size_t rows, std::size_t depth,
                       const float* b, std::size_t columns, float* c) {
    for (std::size_t first = 0; first < rows; first += kTileRows) {
      const std::size_t tile = rows - first < kTileRows ? rows - first : kTileRows;
      const float* row[kTileRows];
      for (std::size_t r = 0; r < kTileRows; ++r) {
        row[r] = a + (first + (r < tile ? r : tile - 1)) * a_stride;
      }
      std::size_t at = 0;
      for (; at + kTileVectors * kLanes <= columns; at += kTileVectors * kLanes) {
        multiply_tile<kTileVectors>(row, depth, b + at, columns, tile, c + first * columns + at);
      }
      if (at < columns) {
        multiply_tile<1>(row, depth, b + at, columns, tile, c + first * columns + at);
      }
    }
  }

  static void dots(const float* a, std::size_t a_stride, const float* b, std::size_t b_stride,
                   std::size_t count, std::size_t width, float* out) {
    for (std::size_t i = 0; i < count; ++i) {
      out[i] = dot(a + i * a_stride, b + i * b_stride, width);
    }
  }

  static float sum_of_exp(const float* x, std::size_t count, float largest) {
    constexpr float kNothing = -1000;  // e to this is 0
    Floats total = {};
    for (std::size_t i = 0; i < count; i += kLanes) {
      float part[kLanes];
      for (std::size_t j = 0; j < kLanes; ++j) {
        part[j] = i + j < count ? x[i + j] - largest : kNothing;
      }
      total += lanes::exp(lanes::load(part));
    }
    return lanes::fold(total);
  }

  static constexpr KernelSet set(const char* name) {
    return {name,
            quantise,
            dequantise,
            dequantise_gelu,
            dequantise_add_norm,
            embed,
            add_scaled,
            add,
            add_rows_relu,
            normalise,
            mix,
            attention,
            multiply,
            dots,
            sum_of_exp};
  }

 private:
  /// Rows of `a` and vectors of `b` that are worked on at once: their sums stay in registers, of
  /// which AVX-512 has 32 for a vector each, others 16 for a half or less. No result depends on it.
  static constexpr std::size_t kTileRows = kSet == InstructionSet::kAvx512 ? 8 : 2;
  static constexpr std::size_t kTileVectors = 2;

  RELATA_INLINE static Floats dequantised(const std::int32_t* sums, const Dequantiser& output,
                                          std::size_t c) {
    const Ints exact = lanes::load(sums + c) - lanes::load(output.offset + c);
    return __builtin_convertvector(exact, Floats) * lanes::load(output.scale + c) +
           lanes::load(output.bias + c);
  }

  RELATA_INLINE static void quantise_row(const float* x, std::size_t width, Quantiser quantiser,
                                         std::uint8_t* levels) {
    for (std::size_t c = 0; c < width; c += kLanes) {
      lanes::store_levels(lanes::load(x + c), quantiser.inverse_scale, quantiser.zero, levels + c);
    }
  }

  template <std::size_t kVectors>
  RELATA_INLINE static void multiply_tile(const float* const* a, std::size_t depth, const float* b,
                                          std::size_t columns, std::size_t rows, float* c) {
    constexpr std::size_t kRegisters = kVectors * kLanes / lanes::kRegisterLanes;
    lanes::Register sum[kTileRows][kRegisters] = {};
    for (std::size_t k = 0; k < depth; ++k) {
      for (std::size_t v = 0; v < kRegisters; ++v) {
        const lanes::Register right =
            lanes::load_register(b + k * columns + v * lanes::kRegisterLanes);
        for (std::size_t r = 0; r < kTileRows; ++r) {
          sum[r][v] += right * a[r][k];
        }
      }
    }
    for (std::size_t r = 0; r < rows; ++r) {
      for (std::size_t v = 0; v < kRegisters; ++v) {
        lanes::store_register(sum[r][v], c + r * columns + v * lanes::kRegisterLanes);
      }
    }
  }

  RELATA_INLINE static float dot(const float* a, const float* b, std::size_t count) {
    const std::size_t whole = count / kLanes * kLanes;
    Floats total = {};
    for (std::size_t i = 0; i < whole; i += kLanes) {
      total += lanes::load(a + i) * lanes::load(b + i);
    }
    if (whole < count) {
      float left[kLanes] = {};
      float right[kLanes] = {};
      std::memcpy(left, a + whole, (count - whole) * sizeof(float));
      std::memcpy(right, b + whole, (count - whole) * sizeof(float));
      total += lanes::load(left) * lanes::load(right);
    }
    return lanes::fold(total);
  }
};

}  // namespace relata

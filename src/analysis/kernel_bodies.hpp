// The kernels, written once and compiled for several instruction sets: by the sources that include
// this header, each with its own flags. What is here must be a template over the set or always
// inlined, and no library is called, so that no function compiled for one CPU is run on another.
#pragma once

#include "analysis/attention_body.hpp"
#include "analysis/gelu_body.hpp"
#include "analysis/kernel_set.hpp"
#include "analysis/lanes.hpp"

namespace relata {

enum class InstructionSet { kPlain, kAvx2, kAvx512, kAvx512Vnni };

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
    for (std::size_t r = 0; r < rows; ++r) {
      const std::int32_t* row = sums + r * output.width;
      std::uint8_t* row_levels = levels + r * output.width;
      for (std::size_t c = 0; c < output.width; c += kLanes) {
        const Floats y = dequantised(row, output, c);
#if defined(__AVX512F__)
        if (gelu_body::store_certain_levels(y, kCubics, next, row_levels + c)) continue;
#endif
        gelu_body::store_exact_levels(y, next, row_levels + c);
      }
    }
  }

  static void dequantise_add_norm(const std::int32_t* sums, std::size_t rows,
                                  const Dequantiser& output, const float* residual,
                                  const NormRow& norm, Quantiser next, float* out,
                                  std::uint8_t* levels) {
    std::size_t r = 0;
    for (; r + kNormRows <= rows; r += kNormRows) {
      const std::size_t start = r * output.width;
      add_norm_rows<kNormRows>(sums + start, output, residual + start, norm, next, out + start,
                               levels + start);
    }
    for (; r < rows; ++r) {
      const std::size_t start = r * output.width;
      add_norm_rows<1>(sums + start, output, residual + start, norm, next, out + start,
                       levels + start);
    }
  }

  static void embed(const std::int8_t* piece, float scale, const float* position,
                    const NormRow& norm, float* out) {
    for (std::size_t c = 0; c < norm.width; c += kLanes) {
      lanes::store(lanes::load(piece + c) * scale + lanes::load(position + c), out + c);
    }
    normalise(norm, out);
  }

  static void finish_view(const std::int32_t* sums, const Dequantiser& output, const ViewRow* words,
                          std::size_t count, const NormRow& norm) {
    std::size_t r = 0;
    for (; r + kNormRows <= count; r += kNormRows) {
      finish_words<kNormRows>(sums + r * norm.width, output, words + r, norm);
    }
    for (; r < count; ++r) finish_words<1>(sums + r * norm.width, output, words + r, norm);
  }

  static void add_rows(const float* const* rows, std::size_t count, std::size_t width,
                       Quantiser next, std::uint8_t* levels) {
    for (std::size_t c = 0; c < width; c += kLanes) {
      Floats sum = lanes::load(rows[0] + c);
      for (std::size_t r = 1; r < count; ++r) sum += lanes::load(rows[r] + c);
      lanes::store_levels(sum, next.inverse_scale, next.zero, levels + c);
    }
  }

  static void mix(const float* const* states, std::size_t layers, std::size_t width,
                  const LayerMix* mixes, std::size_t count) {
    for (std::size_t c = 0; c < width; c += kLanes) {
      for (std::size_t m = 0; m < count; ++m) {
        const LayerMix& mix = mixes[m];
        Floats total = {};
        for (std::size_t l = 0; l < layers; ++l) {
          total += lanes::load(states[l] + c) * mix.weights[l];
        }
        lanes::store_levels(total, mix.next.inverse_scale, mix.next.zero, mix.levels + c);
      }
    }
  }

  static void attention_levels(const std::int32_t* sums, std::size_t rows, const LevelRow& output,
                               std::uint8_t* levels) {
    const std::size_t third = output.width / 3;
    for (std::size_t r = 0; r < rows; ++r) {
      const std::int32_t* row = sums + r * output.width;
      std::uint8_t* row_levels = levels + r * output.width;
      const auto scaled = [&](std::size_t c) RELATA_INLINED {
        const Ints exact = lanes::load(row + c) - lanes::load(output.offset + c);
        return lanes::to_floats(exact) * lanes::load(output.factor + c) +
               lanes::load(output.shift + c);
      };
      for (std::size_t c = 0; c < third; c += kLanes) {
        lanes::store_levels(scaled(c), 1.0F, kQueryZero, row_levels + c);
      }
      for (std::size_t c = third; c < output.width; c += kLanes) {
        lanes::store_signed_levels(scaled(c), row_levels + c);
      }
    }
  }

  static void attention(const std::uint8_t* qkv, std::size_t rows, const AttentionRow& attention,
                        Quantiser next, std::uint8_t* scratch, std::uint8_t* levels) {
    attention_body::attend<kTileRows>(qkv, rows, attention, next, scratch, levels);
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
    return {name,        quantise,  dequantise, dequantise_gelu,  dequantise_add_norm, embed,
            finish_view, add_rows,  mix,        attention_levels, attention,           multiply,
            dots,        sum_of_exp};
  }

 private:
  static constexpr std::int32_t kQueryZero = 128;

  /// Rows of `a` and vectors of `b` that are worked on at once: their sums stay in registers, of
  /// which AVX-512 has 32 for a vector each, others 16 for a half or less. No result depends on it.
  static constexpr bool kWide =
      kSet == InstructionSet::kAvx512 || kSet == InstructionSet::kAvx512Vnni;
  static constexpr std::size_t kTileRows = kWide ? 8 : 2;
  static constexpr std::size_t kTileVectors = 2;
  static constexpr std::size_t kNormRows = kWide ? 4 : 1;

#if defined(__AVX512F__)
  static constexpr gelu_body::Cubics kCubics{};
#endif

  RELATA_INLINE static Floats dequantised(const std::int32_t* sums, const Dequantiser& output,
                                          std::size_t c) {
    const Ints exact = lanes::load(sums + c) - lanes::load(output.offset + c);
    return lanes::to_floats(exact) * lanes::load(output.scale + c) + lanes::load(output.bias + c);
  }

  /// Mean and 1 / standard deviation of rows.
  template <std::size_t kRows>
  struct Moments {
    float mean[kRows];
    float inverse[kRows];
  };

  /// Of the rows `x`, which add up to the lanes of `totals`.
  template <std::size_t kRows>
  RELATA_INLINE static Moments<kRows> moments(const NormRow& norm, const float* const (&x)[kRows],
                                              const Floats (&totals)[kRows]) {
    Moments<kRows> out;
    const auto width = static_cast<float>(norm.width);
    for (std::size_t r = 0; r < kRows; ++r) out.mean[r] = lanes::fold(totals[r]) / width;
    Floats squares[kRows] = {};
    for (std::size_t c = 0; c < norm.width; c += kLanes) {
      for (std::size_t r = 0; r < kRows; ++r) {
        const Floats centred = lanes::load(x[r] + c) - out.mean[r];
        squares[r] += centred * centred;
      }
    }
    for (std::size_t r = 0; r < kRows; ++r) {
      const float variance = lanes::fold(squares[r]) / width;
      out.inverse[r] = 1.0F / __builtin_sqrtf(variance + norm.epsilon);
    }
    return out;
  }

  RELATA_INLINE static Floats normalised(const NormRow& norm, const float* x, std::size_t c,
                                         float mean, float inverse) {
    const Floats scaled = (lanes::load(x + c) - mean) * inverse;
    return scaled * lanes::load(norm.gain + c) + lanes::load(norm.bias + c);
  }

  RELATA_INLINE static void normalise(const NormRow& norm, float* x) {
    Floats total[1] = {};
    for (std::size_t c = 0; c < norm.width; c += kLanes) total[0] += lanes::load(x + c);
    const float* const rows[1] = {x};
    const Moments<1> found = moments(norm, rows, total);
    for (std::size_t c = 0; c < norm.width; c += kLanes) {
      lanes::store(normalised(norm, x, c, found.mean[0], found.inverse[0]), x + c);
    }
  }

  /// Rows side by side, since one alone would wait for each of its own sums.
  template <std::size_t kRows>
  RELATA_INLINE static void add_norm_rows(const std::int32_t* sums, const Dequantiser& output,
                                          const float* residual, const NormRow& norm,
                                          Quantiser next, float* out, std::uint8_t* levels) {
    Floats total[kRows] = {};
    for (std::size_t c = 0; c < output.width; c += kLanes) {
      for (std::size_t r = 0; r < kRows; ++r) {
        const std::size_t start = r * output.width;
        const Floats x = lanes::load(residual + start + c) + dequantised(sums + start, output, c);
        lanes::store(x, out + start + c);
        total[r] += x;
      }
    }
    const float* x_of[kRows];
    for (std::size_t r = 0; r < kRows; ++r) x_of[r] = out + r * output.width;
    const Moments<kRows> found = moments(norm, x_of, total);
    for (std::size_t c = 0; c < output.width; c += kLanes) {
      for (std::size_t r = 0; r < kRows; ++r) {
        const std::size_t start = r * output.width;
        const Floats x = normalised(norm, out + start, c, found.mean[r], found.inverse[r]);
        lanes::store(x, out + start + c);
        lanes::store_levels(x, next.inverse_scale, next.zero, levels + start + c);
      }
    }
  }

  /// As above, of a view.
  template <std::size_t kRows>
  RELATA_INLINE static void finish_words(const std::int32_t* sums, const Dequantiser& output,
                                         const ViewRow* words, const NormRow& norm) {
    Floats total[kRows] = {};
    const float* x_of[kRows];
    for (std::size_t r = 0; r < kRows; ++r) x_of[r] = words[r].out;
    for (std::size_t c = 0; c < norm.width; c += kLanes) {
      for (std::size_t r = 0; r < kRows; ++r) {
        const ViewRow& word = words[r];
        Floats sum = dequantised(sums + r * norm.width, output, c) + lanes::load(word.shape + c);
        sum += lanes::load(word.prefix + c) * word.prefix_scale;
        sum += lanes::load(word.suffix + c) * word.suffix_scale;
        lanes::store(sum, word.out + c);
        total[r] += sum;
      }
    }
    const Moments<kRows> found = moments(norm, x_of, total);
    for (std::size_t c = 0; c < norm.width; c += kLanes) {
      for (std::size_t r = 0; r < kRows; ++r) {
        lanes::store(normalised(norm, x_of[r], c, found.mean[r], found.inverse[r]),
                     words[r].out + c);
      }
    }
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

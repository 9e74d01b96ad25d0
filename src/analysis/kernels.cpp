#include "analysis/kernels.hpp"

#include <bit>
#include <cassert>
#include <cmath>

#include "analysis/lanes.hpp"

namespace relata {
namespace {

using lanes::Floats;
using lanes::Ints;
using lanes::load;
using lanes::store;

/// What a row of int32 sums needs to become floats.
struct Output {
  const std::int32_t* offset;
  const float* scale;
  const float* bias;
  std::size_t width;

  explicit Output(const Int8Product& product)
      : offset(product.offset().data()),
        scale(product.scale().data()),
        bias(product.bias().data()),
        width(product.outputs()) {}
};

RELATA_INLINE Floats dequantised(const std::int32_t* sums, const Output& output, std::size_t c) {
  const Ints exact = load(sums + c) - load(output.offset + c);
  return __builtin_convertvector(exact, Floats) * load(output.scale + c) + load(output.bias + c);
}

RELATA_INLINE void normalise_row(float* x, std::size_t width, const float* gain, const float* bias,
                                 float epsilon) {
  Floats total = {};
  for (std::size_t c = 0; c < width; c += kLanes) total += load(x + c);
  const float mean = lanes::fold(total) / static_cast<float>(width);
  Floats squares = {};
  for (std::size_t c = 0; c < width; c += kLanes) {
    const Floats centred = load(x + c) - mean;
    squares += centred * centred;
  }
  const float variance = lanes::fold(squares) / static_cast<float>(width);
  const float inverse = 1.0F / std::sqrt(variance + epsilon);
  for (std::size_t c = 0; c < width; c += kLanes) {
    store((load(x + c) - mean) * inverse * load(gain + c) + load(bias + c), x + c);
  }
}

RELATA_INLINE void quantise_row(const float* x, std::size_t width, Quantiser quantiser,
                                std::uint8_t* levels) {
  for (std::size_t c = 0; c < width; c += kLanes) {
    lanes::store_levels(load(x + c), quantiser.inverse_scale, quantiser.zero, levels + c);
  }
}

RELATA_CLONES void quantise_numbers(const float* x, std::size_t count, Quantiser quantiser,
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

RELATA_CLONES void dequantise_rows(const std::int32_t* sums, std::size_t rows, Output output,
                                   float* y, std::size_t stride) {
  const std::size_t whole = output.width / kLanes * kLanes;
  for (std::size_t r = 0; r < rows; ++r) {
    const std::int32_t* row = sums + r * output.width;
    for (std::size_t c = 0; c < whole; c += kLanes) {
      store(dequantised(row, output, c), y + r * stride + c);
    }
    for (std::size_t c = whole; c < output.width; ++c) {
      y[r * stride + c] =
          static_cast<float>(row[c] - output.offset[c]) * output.scale[c] + output.bias[c];
    }
  }
}

RELATA_CLONES void dequantise_gelu_rows(const std::int32_t* sums, std::size_t rows, Output output,
                                        Quantiser next, std::uint8_t* levels) {
  constexpr float kHalfRoot = 0.70710678F;
  for (std::size_t r = 0; r < rows; ++r) {
    for (std::size_t c = 0; c < output.width; c += kLanes) {
      const Floats y = dequantised(sums + r * output.width, output, c);
      const Floats activated = y * 0.5F * (1.0F + lanes::erf(y * kHalfRoot));
      lanes::store_levels(activated, next.inverse_scale, next.zero, levels + r * output.width + c);
    }
  }
}

RELATA_CLONES void dequantise_add_norm_rows(const std::int32_t* sums, std::size_t rows,
                                            Output output, const float* residual, const float* gain,
                                            const float* bias, float epsilon, Quantiser next,
                                            float* out, std::uint8_t* levels) {
  for (std::size_t r = 0; r < rows; ++r) {
    const std::size_t start = r * output.width;
    for (std::size_t c = 0; c < output.width; c += kLanes) {
      store(load(residual + start + c) + dequantised(sums + start, output, c), out + start + c);
    }
    normalise_row(out + start, output.width, gain, bias, epsilon);
    quantise_row(out + start, output.width, next, levels + start);
  }
}

RELATA_CLONES void embed_row(const std::int8_t* piece, float scale, const float* position,
                             std::size_t width, const float* gain, const float* bias, float epsilon,
                             float* out) {
  for (std::size_t c = 0; c < width; c += kLanes) {
    store(load(piece + c) * scale + load(position + c), out + c);
  }
  normalise_row(out, width, gain, bias, epsilon);
}

RELATA_CLONES void add_scaled_row(const std::int8_t* row, float scale, std::size_t width,
                                  float* x) {
  for (std::size_t c = 0; c < width; c += kLanes) {
    store(load(x + c) + load(row + c) * scale, x + c);
  }
}

RELATA_CLONES void add_row(const float* row, std::size_t width, float* x) {
  for (std::size_t c = 0; c < width; c += kLanes) store(load(x + c) + load(row + c), x + c);
}

RELATA_CLONES void normalise_one(float* x, std::size_t width, const float* gain, const float* bias,
                                 float epsilon) {
  normalise_row(x, width, gain, bias, epsilon);
}

RELATA_CLONES void mix_rows(const float* const* states, const float* weights, std::size_t layers,
                            std::size_t width, Quantiser next, std::uint8_t* levels) {
  for (std::size_t c = 0; c < width; c += kLanes) {
    Floats total = {};
    for (std::size_t l = 0; l < layers; ++l) total += load(states[l] + c) * weights[l];
    lanes::store_levels(total, next.inverse_scale, next.zero, levels + c);
  }
}

/// Rows of `a` and vectors of `b` that are worked on at once: 16 sums in registers.
constexpr std::size_t kTileRows = 8;
constexpr std::size_t kTileVectors = 2;

template <std::size_t kVectors>
RELATA_INLINE void multiply_tile(const float* const* a, std::size_t depth, const float* b,
                                 std::size_t columns, std::size_t rows, float* c) {
  Floats sum[kTileRows][kVectors] = {};
  for (std::size_t k = 0; k < depth; ++k) {
    Floats right[kVectors];
    for (std::size_t v = 0; v < kVectors; ++v) right[v] = load(b + k * columns + v * kLanes);
    for (std::size_t r = 0; r < kTileRows; ++r) {
      for (std::size_t v = 0; v < kVectors; ++v) sum[r][v] += right[v] * a[r][k];
    }
  }
  for (std::size_t r = 0; r < rows; ++r) {
    for (std::size_t v = 0; v < kVectors; ++v) store(sum[r][v], c + r * columns + v * kLanes);
  }
}

RELATA_CLONES void multiply_matrices(const float* a, std::size_t a_stride, std::size_t rows,
                                     std::size_t depth, const float* b, std::size_t columns,
                                     float* c) {
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

RELATA_CLONES float dot_product(const float* a, const float* b, std::size_t count) {
  const std::size_t whole = count / kLanes * kLanes;
  Floats total = {};
  for (std::size_t i = 0; i < whole; i += kLanes) total += load(a + i) * load(b + i);
  if (whole < count) {
    float left[kLanes] = {};
    float right[kLanes] = {};
    std::memcpy(left, a + whole, (count - whole) * sizeof(float));
    std::memcpy(right, b + whole, (count - whole) * sizeof(float));
    total += load(left) * load(right);
  }
  return lanes::fold(total);
}

/// Σ exp(x[i] − largest)
RELATA_CLONES float sum_of_exp(const float* x, std::size_t count, float largest) {
  constexpr float kNothing = -1000;  // e to this is 0
  Floats total = {};
  for (std::size_t i = 0; i < count; i += kLanes) {
    float part[kLanes];
    for (std::size_t j = 0; j < kLanes; ++j)
      part[j] = i + j < count ? x[i + j] - largest : kNothing;
    total += lanes::exp(load(part));
  }
  return lanes::fold(total);
}

/// ln x for normal x > 0: the exponent's share and 2 artanh((m − 1) / (m + 1)) of the mantissa.
double natural_log(double x) {
  constexpr double kLn2 = 0.69314718055994530942;
  constexpr std::uint64_t kMantissa = (std::uint64_t{1} << 52U) - 1;
  constexpr std::uint64_t kOne = std::uint64_t{1023} << 52U;
  const auto bits = std::bit_cast<std::uint64_t>(x);
  const auto exponent = static_cast<double>(static_cast<std::int64_t>(bits >> 52U) - 1023);
  const double mantissa = std::bit_cast<double>((bits & kMantissa) | kOne);
  const double s = (mantissa - 1) / (mantissa + 1);  // at most 1/3
  double power = s;
  double total = 0;
  for (int k = 1; k < 40; k += 2) {
    total += power / k;
    power *= s * s;
  }
  return exponent * kLn2 + 2 * total;
}

}  // namespace

namespace kernels {

void quantise(const float* x, std::size_t count, Quantiser quantiser, std::uint8_t* levels) {
  quantise_numbers(x, count, quantiser, levels);
}

void dequantise(const std::int32_t* sums, std::size_t rows, const Int8Product& product, float* y,
                std::size_t stride) {
  dequantise_rows(sums, rows, Output(product), y, stride);
}

void dequantise_gelu(const std::int32_t* sums, std::size_t rows, const Int8Product& product,
                     Quantiser next, std::uint8_t* levels) {
  assert(product.outputs() % kLanes == 0 && "rows are whole vectors");
  dequantise_gelu_rows(sums, rows, Output(product), next, levels);
}

void dequantise_add_norm(const std::int32_t* sums, std::size_t rows, const Int8Product& product,
                         const float* residual, const Norm& norm, Quantiser next, float* out,
                         std::uint8_t* levels) {
  assert(product.outputs() % kLanes == 0 && "rows are whole vectors");
  dequantise_add_norm_rows(sums, rows, Output(product), residual, norm.gain.data(),
                           norm.bias.data(), norm.epsilon, next, out, levels);
}

void embed(const std::int8_t* piece, float scale, const float* position, const Norm& norm,
           float* out) {
  embed_row(piece, scale, position, norm.gain.size(), norm.gain.data(), norm.bias.data(),
            norm.epsilon, out);
}

void add_scaled(const std::int8_t* row, float scale, std::size_t width, float* x) {
  add_scaled_row(row, scale, width, x);
}

void add(const float* row, std::size_t width, float* x) { add_row(row, width, x); }

void normalise(const Norm& norm, float* x) {
  normalise_one(x, norm.gain.size(), norm.gain.data(), norm.bias.data(), norm.epsilon);
}

void relu(std::size_t count, float* x) {
  for (std::size_t i = 0; i < count; ++i) x[i] = x[i] > 0 ? x[i] : 0;
}

void mix(std::span<const float* const> states, std::span<const float> weights, std::size_t width,
         Quantiser next, std::uint8_t* levels) {
  assert(states.size() == weights.size() && "a weight a layer");
  mix_rows(states.data(), weights.data(), states.size(), width, next, levels);
}

void multiply(const float* a, std::size_t a_stride, std::size_t rows, std::size_t depth,
              const float* b, std::size_t columns, float* c) {
  assert(columns % kLanes == 0 && "columns are whole vectors");
  multiply_matrices(a, a_stride, rows, depth, b, columns, c);
}

float dot(const float* a, const float* b, std::size_t count) { return dot_product(a, b, count); }

float log_sum_exp(const float* x, std::size_t count) {
  assert(count > 0 && "a sum needs a term");
  float largest = x[0];
  for (std::size_t i = 1; i < count; ++i) largest = x[i] > largest ? x[i] : largest;
  return largest + static_cast<float>(natural_log(sum_of_exp(x, count, largest)));
}

}  // namespace kernels

float sigmoid(float x) {
  // Of the negative side, which cannot overflow.
  const float power = sum_of_exp(&x, 1, x > 0 ? 2 * x : 0.0F);
  return x > 0 ? 1.0F / (1.0F + power) : power / (1.0F + power);
}

}  // namespace relata

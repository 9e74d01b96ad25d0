// Vectors of 16 floats for the kernels, and the functions of one number on them.
//
// GCC's and Clang's vector types work on every CPU: a 512-bit vector is one, two or four registers,
// and each lane is computed alike. Only what kernel_bodies.hpp is made of includes this header.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <utility>

// Becomes part of its callers, each of which is compiled for another CPU.
#define RELATA_INLINE [[gnu::always_inline]] inline

namespace relata::lanes {

using Floats = float __attribute__((vector_size(64)));
using Ints = std::int32_t __attribute__((vector_size(64)));
using Bytes = std::uint8_t __attribute__((vector_size(16)));
using SignedBytes = std::int8_t __attribute__((vector_size(16)));

inline constexpr std::size_t kCount = 16;

/// What a register of this set holds. Sums that a loop goes on with are kept in these, since
/// compilers leave longer vectors in memory; lanes are all alike, so no result depends on it.
#if defined(__AVX512F__)
using Register = Floats;
#elif defined(__AVX__)
using Register = float __attribute__((vector_size(32)));
#else
using Register = float __attribute__((vector_size(16)));
#endif
inline constexpr std::size_t kRegisterLanes = sizeof(Register) / sizeof(float);

RELATA_INLINE Register load_register(const float* from) {
  Register out;
  std::memcpy(&out, from, sizeof(out));
  return out;
}
RELATA_INLINE void store_register(const Register& x, float* to) { std::memcpy(to, &x, sizeof(x)); }

RELATA_INLINE Floats load(const float* from) {
  Floats out;
  std::memcpy(&out, from, sizeof(out));
  return out;
}
RELATA_INLINE Ints load(const std::int32_t* from) {
  Ints out;
  std::memcpy(&out, from, sizeof(out));
  return out;
}
RELATA_INLINE Floats load(const std::int8_t* from) {
  SignedBytes bytes;
  std::memcpy(&bytes, from, sizeof(bytes));
  return __builtin_convertvector(__builtin_convertvector(bytes, Ints), Floats);
}
RELATA_INLINE void store(const Floats& x, float* to) { std::memcpy(to, &x, sizeof(x)); }

RELATA_INLINE Floats all(float x) { return x - Floats{}; }

RELATA_INLINE Floats smaller(const Floats& a, const Floats& b) { return a < b ? a : b; }
RELATA_INLINE Floats larger(const Floats& a, const Floats& b) { return a > b ? a : b; }

RELATA_INLINE Ints bits(const Floats& x) {
  Ints out;
  std::memcpy(&out, &x, sizeof(out));
  return out;
}
RELATA_INLINE Floats from_bits(const Ints& x) {
  Floats out;
  std::memcpy(&out, &x, sizeof(out));
  return out;
}

/// Halves of a vector of twice as many lanes.
template <class Half, class Whole>
RELATA_INLINE void halve(const Whole& x, Half& low, Half& high) {
  static_assert(2 * sizeof(Half) == sizeof(Whole));
  std::memcpy(&low, &x, sizeof(low));
  std::memcpy(&high, reinterpret_cast<const char*>(&x) + sizeof(low), sizeof(high));
}

/// Eight, four and two lanes.
using Eight = float __attribute__((vector_size(32)));
using Four = float __attribute__((vector_size(16)));
using Two = float __attribute__((vector_size(8)));

/// Lanes combined in halves: 0 with 8, 1 with 9, …, then 0 with 4, …; the one order of all sums.
template <class Combine>
RELATA_INLINE float fold_with(const Floats& x, Combine combine) {
  Eight low8;
  Eight high8;
  halve(x, low8, high8);
  Four low4;
  Four high4;
  halve(combine(low8, high8), low4, high4);
  Two low2;
  Two high2;
  halve(combine(low4, high4), low2, high2);
  const Two last = combine(low2, high2);
  return combine(last[0], last[1]);
}

RELATA_INLINE float fold(const Floats& x) {
  return fold_with(
      x,
      [](const auto& low, const auto& high) __attribute__((always_inline)) { return low + high; });
}

RELATA_INLINE float fold_largest(const Floats& x) {
  return fold_with(
      x, [](const auto& low, const auto& high)
             __attribute__((always_inline)) { return high > low ? high : low; });
}

/// 1.5 · 2²³: added to |x| < 2²² it leaves x, rounded to even, in the low bits.
inline constexpr float kRounder = 12582912.0F;

/// clamp(rint(x · inverse_scale) + zero, 0, 255), 16 bytes to `to`.
RELATA_INLINE void store_levels(const Floats& x, float inverse_scale, std::int32_t zero,
                                std::uint8_t* to) {
  const auto lowest = static_cast<float>(-zero);
  const Floats scaled =
      smaller(larger(x * inverse_scale, all(lowest)), all(lowest + 255.0F)) + kRounder;
  const Ints levels = bits(scaled) - (bits(all(kRounder)) - zero);
  const Bytes bytes = __builtin_convertvector(levels, Bytes);
  std::memcpy(to, &bytes, sizeof(bytes));
}

/// eˣ for x ≤ 88, 0 below −87: 2ⁿ · eʳ with |r| ≤ ln 2 / 2, and for eʳ − 1 − r a minimax polynomial
/// of degree 6 (relative error 3e-9 before rounding).
RELATA_INLINE Floats exp(const Floats& x) {
  constexpr float kLog2E = 1.44269504F;
  constexpr float kLn2High = 0.693359375F;  // 9 bits: n · kLn2High is exact
  constexpr float kLn2Low = -2.12194440e-4F;
  const Floats bounded = larger(x, all(-87.0F));
  const Floats shifted = bounded * kLog2E + kRounder;
  const Floats n = shifted - kRounder;
  const Floats r = (bounded - n * kLn2High) - n * kLn2Low;
  const Floats tail =
      (((0.0013814613F * r + 0.00836871F) * r + 0.04166839F) * r + 0.16666521F) * r + 0.49999994F;
  const Floats unit = (tail * r * r + r) + 1.0F;
  const Ints exponent = (bits(shifted) - bits(all(kRounder))) << 23;
  const Floats scaled = from_bits(bits(unit) + exponent);
  return x < all(-87.0F) ? Floats{} : scaled;
}

/// erf x: x · P(x²) / Q(x²), fitted to least largest error on |x| ≤ 4 (3.3e-7 with rounding); ±1
/// to f32 beyond.
RELATA_INLINE Floats erf(const Floats& x) {
  const Floats bounded = smaller(larger(x, all(-4.0F)), all(4.0F));
  const Floats t = bounded * bounded;
  const Floats above =
      (((((1.9217378e-08F * t - 1.9903066e-06F) * t + 0.00015553189F) * t + 0.0042928425F) * t +
        0.052432805F) *
           t +
       0.21393967F) *
          t +
      1.1283786F;
  const Floats below =
      (((0.0010979874F * t + 0.015550666F) * t + 0.120797545F) * t + 0.52292675F) * t + 1.0F;
  return smaller(larger(bounded * above / below, all(-1.0F)), all(1.0F));
}

/// Exchanges the lanes of `a` whose number has the bit kStep with those of `b` that lack it.
template <std::size_t kStep, std::size_t... kLane>
RELATA_INLINE void exchange(Floats& a, Floats& b, std::index_sequence<kLane...> /*lanes*/) {
  const Floats low = __builtin_shufflevector(
      a, b, static_cast<int>((kLane & kStep) == 0 ? kLane : kCount + (kLane ^ kStep))...);
  b = __builtin_shufflevector(
      a, b, static_cast<int>((kLane & kStep) == 0 ? kLane + kStep : kCount + kLane)...);
  a = low;
}

template <std::size_t kStep>
RELATA_INLINE void exchange_rows(Floats (&rows)[kCount]) {
  for (std::size_t i = 0; i < kCount; ++i) {
    if ((i & kStep) == 0) {
      exchange<kStep>(rows[i], rows[i + kStep], std::make_index_sequence<kCount>());
    }
  }
}

/// A square of 16 rows turned: lane j of rows[i] becomes lane i of rows[j]. First the 8 × 8 squares
/// beside the diagonal change places, then in each square those of 4 × 4, and so on.
RELATA_INLINE void transpose(Floats (&rows)[kCount]) {
#if defined(__AVX512F__)
  exchange_rows<8>(rows);
  exchange_rows<4>(rows);
  exchange_rows<2>(rows);
  exchange_rows<1>(rows);
#else
  float square[kCount][kCount];
  std::memcpy(square, rows, sizeof(square));
  for (std::size_t i = 0; i < kCount; ++i) {
    float turned[kCount];
    for (std::size_t j = 0; j < kCount; ++j) turned[j] = square[j][i];
    rows[i] = load(turned);
  }
#endif
}

}  // namespace relata::lanes

// GELU and its levels. Only kernel_bodies.hpp includes this header.
#pragma once

#include "analysis/kernel_set.hpp"
#include "analysis/lanes.hpp"

#if defined(__AVX512F__)
#include <immintrin.h>
#endif

namespace relata::gelu_body {

using lanes::Floats;

/// y/2 · (1 + erf(y/√2)): what is meant wherever GELU is named.
RELATA_INLINE Floats gelu(const Floats& y) {
  constexpr float kHalfRoot = 0.70710678F;
  return y * 0.5F * (1.0F + lanes::erf(y * kHalfRoot));
}

RELATA_INLINE void store_exact_levels(const Floats& y, Quantiser next, std::uint8_t* levels) {
  lanes::store_levels(gelu(y), next.inverse_scale, next.zero, levels);
}

#if defined(__AVX512F__)

/// GELU in 32 pieces as wide as kWidth, each a cubic in the distance from its middle.
struct Cubics {
  static constexpr double kWidth = 0.34375;
  static constexpr int kFirst = -16;
  static constexpr int kLast = 15;

  alignas(64) float coefficient[4][32] = {};

  constexpr Cubics() {
    for (int piece = kFirst; piece <= kLast; ++piece) fit(piece);
  }

 private:
  /// y/2 · (1 + erf(y/√2)) by the Taylor series; right to 1e-8 for the |y| that are asked for.
  static constexpr double value(double y) {
    constexpr double kTwoOverRootPi = 1.1283791670955126;
    const double x = y * 0.70710678118654752;
    double power = x;
    double total = 0;
    for (int n = 0; n < 120; ++n) {
      total += power / (2 * n + 1);
      power *= -x * x / (n + 1);
    }
    return y / 2 * (1 + kTwoOverRootPi * total);
  }

  /// Through the function at the four Chebyshev nodes, in Newton's form, then by powers. The first
  /// and the last piece stand for all that lies beyond them, where GELU is 0 and y.
  constexpr void fit(int piece) {
    double power[4] = {0, 0, 0, 0};
    if (piece == kLast) {
      power[0] = piece * kWidth;
      power[1] = kWidth;
    } else if (piece != kFirst) {
      constexpr double kNodes[4] = {-0.46193976625564337, -0.19134171618254492, 0.19134171618254492,
                                    0.46193976625564337};
      double slope[4] = {};
      for (int i = 0; i < 4; ++i) slope[i] = value((piece + kNodes[i]) * kWidth);
      for (int order = 1; order < 4; ++order) {
        for (int i = 3; i >= order; --i) {
          slope[i] = (slope[i] - slope[i - 1]) / (kNodes[i] - kNodes[i - order]);
        }
      }
      for (int i = 3; i >= 0; --i) {
        for (int k = 3; k > 0; --k) power[k] = power[k - 1] - kNodes[i] * power[k];
        power[0] = slope[i] - kNodes[i] * power[0];
      }
    }
    for (int k = 0; k < 4; ++k) coefficient[k][piece & 31] = static_cast<float>(power[k]);
  }
};

/// How far the cubics are from `gelu` at most: 7.3e-6, tried with every float.
inline constexpr float kCubicError = 1.2e-5F;

/// value · away + added, in one step.
RELATA_INLINE Floats fused(const Floats& value, const Floats& away, const Floats& added) {
  return {_mm512_fmadd_ps(value.part[0], away.part[0], added.part[0])};
}

RELATA_INLINE Floats pick(const Cubics& cubics, int power, const lanes::Ints& piece) {
  const float* coefficients = cubics.coefficient[power];
  return {_mm512_permutex2var_ps(_mm512_load_ps(coefficients),
                                 __builtin_bit_cast(__m512i, piece.part[0]),
                                 _mm512_load_ps(coefficients + lanes::kCount))};
}

/// The levels of `gelu`, if they are certain: where no lane is so near to the border of two levels
/// that the error of a cubic could take it across. Else false, and nothing is stored.
RELATA_INLINE bool store_certain_levels(const Floats& y, const Cubics& cubics, Quantiser next,
                                        std::uint8_t* levels) {
  constexpr auto kInverseWidth = static_cast<float>(1 / Cubics::kWidth);
  const Floats place =
      lanes::larger(y * kInverseWidth, lanes::all(static_cast<float>(Cubics::kFirst)));
  // The low bits of `shifted` are the number of the piece.
  const Floats shifted =
      lanes::smaller(place + lanes::kRounder, lanes::all(lanes::kRounder + Cubics::kLast));
  const Floats away = place - (shifted - lanes::kRounder);
  const lanes::Ints piece = lanes::bits(shifted);
  Floats value = fused(pick(cubics, 3, piece), away, pick(cubics, 2, piece));
  value = fused(value, away, pick(cubics, 1, piece));
  value = fused(value, away, pick(cubics, 0, piece));

  const auto lowest = static_cast<float>(-next.zero);
  const Floats bounded = lanes::smaller(
      lanes::larger(value * next.inverse_scale, lanes::all(lowest)), lanes::all(lowest + 255.0F));
  const Floats rounded = bounded + lanes::kRounder;
  const Floats off = bounded - (rounded - lanes::kRounder);
  // 1e-4 is more than the roundings of numbers up to 255 here and in store_exact_levels.
  const float certain = 0.5F - 1.0e-4F - kCubicError * next.inverse_scale;
  if (_mm512_cmp_ps_mask(_mm512_abs_ps(off.part[0]), _mm512_set1_ps(certain), _CMP_GT_OQ) != 0) {
    return false;
  }
  lanes::store_bytes(lanes::bits(rounded) - (lanes::kRounderBits - next.zero), levels);
  return true;
}

#endif

}  // namespace relata::gelu_body

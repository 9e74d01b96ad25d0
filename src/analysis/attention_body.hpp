// Multi-head attention over one window, in f32. Only kernel_bodies.hpp includes this header.
#pragma once

#include "analysis/kernel_set.hpp"
#include "analysis/lanes.hpp"

namespace relata::attention_body {

using lanes::Floats;
using lanes::load;
using lanes::store;

inline constexpr std::size_t kHeads = 12;
inline constexpr std::size_t kHeadWidth = 32;
inline constexpr std::size_t kWidth = kHeads * kHeadWidth;
inline constexpr std::size_t kStride = 3 * kWidth;    // of a row [q | k | v]
inline constexpr std::size_t kMostQueries = 8;        // worked on at once
inline constexpr float kScoreScale = 0.17677669529F;  // 1 / √32
inline constexpr float kMasked = -1.0e30F;

RELATA_INLINE constexpr std::size_t padded_keys(std::size_t rows) {
  return (rows + lanes::kCount - 1) / lanes::kCount * lanes::kCount;
}

/// Floats that `attend` needs beside its arguments.
RELATA_INLINE constexpr std::size_t scratch_size(std::size_t rows) {
  return (kHeadWidth + kMostQueries) * padded_keys(rows);
}

/// scores[r][j] = q_r · k_j for kVectors vectors of keys, summed in the order of the 32 dimensions.
/// `keys` is [32, padded].
template <std::size_t kQueries, std::size_t kVectors>
RELATA_INLINE void score_keys(const float* const* queries, const float* keys, std::size_t padded,
                              float* scores) {
  constexpr std::size_t kRegisters = kVectors * lanes::kCount / lanes::kRegisterLanes;
  lanes::Register sum[kQueries][kRegisters] = {};
  for (std::size_t d = 0; d < kHeadWidth; ++d) {
    for (std::size_t v = 0; v < kRegisters; ++v) {
      const lanes::Register key =
          lanes::load_register(keys + d * padded + v * lanes::kRegisterLanes);
      for (std::size_t r = 0; r < kQueries; ++r) {
        sum[r][v] += key * queries[r][d];
      }
    }
  }
  for (std::size_t r = 0; r < kQueries; ++r) {
    for (std::size_t v = 0; v < kRegisters; ++v) {
      lanes::store_register(sum[r][v], scores + r * padded + v * lanes::kRegisterLanes);
    }
  }
}

template <std::size_t kQueries>
RELATA_INLINE void score(const float* const* queries, const float* keys, std::size_t padded,
                         float* scores) {
  constexpr std::size_t kVectors = 2;
  std::size_t j = 0;
  for (; j + kVectors * lanes::kCount <= padded; j += kVectors * lanes::kCount) {
    score_keys<kQueries, kVectors>(queries, keys + j, padded, scores + j);
  }
  if (j < padded) score_keys<kQueries, 1>(queries, keys + j, padded, scores + j);
}

/// Of kRows rows: scores to exp((score − largest) / √32), masked ones to 0, and 1 / their sum. Rows
/// go side by side, since one alone would wait for each of its own steps.
template <std::size_t kRows>
RELATA_INLINE void soften(float* scores, std::size_t rows, std::size_t padded, float* inverse) {
  Floats most[kRows];
  for (std::size_t r = 0; r < kRows; ++r) {
    for (std::size_t j = rows; j < padded; ++j) scores[r * padded + j] = kMasked;
    most[r] = load(scores + r * padded);
  }
  for (std::size_t j = lanes::kCount; j < padded; j += lanes::kCount) {
    for (std::size_t r = 0; r < kRows; ++r) {
      most[r] = lanes::larger(most[r], load(scores + r * padded + j));
    }
  }
  float largest[kRows];
  for (std::size_t r = 0; r < kRows; ++r) largest[r] = lanes::fold_largest(most[r]);
  Floats total[kRows] = {};
  for (std::size_t j = 0; j < padded; j += lanes::kCount) {
    for (std::size_t r = 0; r < kRows; ++r) {
      float* place = scores + r * padded + j;
      const Floats power = lanes::exp((load(place) - largest[r]) * kScoreScale);
      store(power, place);
      total[r] += power;
    }
  }
  for (std::size_t r = 0; r < kRows; ++r) inverse[r] = 1.0F / lanes::fold(total[r]);
}

/// Levels of Σ_j weight[r][j] · v_j / Σ weight[r], j in order; `valid` of the queries.
template <std::size_t kQueries>
RELATA_INLINE void gather(const float* weights, std::size_t padded, const float* inverse,
                          const float* values, std::size_t rows, std::size_t valid, Quantiser next,
                          std::uint8_t* levels) {
  constexpr std::size_t kRegisters = kHeadWidth / lanes::kRegisterLanes;
  lanes::Register sum[kQueries][kRegisters] = {};
  for (std::size_t j = 0; j < rows; ++j) {
    for (std::size_t v = 0; v < kRegisters; ++v) {
      const lanes::Register value =
          lanes::load_register(values + j * kStride + v * lanes::kRegisterLanes);
      for (std::size_t r = 0; r < kQueries; ++r) {
        sum[r][v] += value * weights[r * padded + j];
      }
    }
  }
  for (std::size_t r = 0; r < valid; ++r) {
    float mixed[kHeadWidth];
    for (std::size_t v = 0; v < kRegisters; ++v) {
      lanes::store_register(sum[r][v], mixed + v * lanes::kRegisterLanes);
    }
    for (std::size_t d = 0; d < kHeadWidth; d += lanes::kCount) {
      lanes::store_levels(load(mixed + d) * inverse[r], next.inverse_scale, next.zero,
                          levels + r * kWidth + d);
    }
  }
}

/// The keys of one head as columns: [32, padded], zero behind the last.
RELATA_INLINE void turn_keys(const float* k, std::size_t rows, std::size_t padded, float* keys) {
  for (std::size_t first = 0; first < padded; first += lanes::kCount) {
    for (std::size_t d = 0; d < kHeadWidth; d += lanes::kCount) {
      Floats square[lanes::kCount] = {};
      for (std::size_t i = 0; i < lanes::kCount && first + i < rows; ++i) {
        square[i] = load(k + (first + i) * kStride + d);
      }
      lanes::transpose(square);
      for (std::size_t i = 0; i < lanes::kCount; ++i) {
        store(square[i], keys + (d + i) * padded + first);
      }
    }
  }
}

template <std::size_t kQueries>
RELATA_INLINE void attend(const float* qkv, std::size_t rows, Quantiser next, float* scratch,
                          std::uint8_t* levels) {
  const std::size_t padded = padded_keys(rows);
  float* keys = scratch;
  float* scores = scratch + kHeadWidth * padded;
  for (std::size_t head = 0; head < kHeads; ++head) {
    const float* q = qkv + head * kHeadWidth;
    const float* k = q + kWidth;
    const float* v = k + kWidth;
    turn_keys(k, rows, padded, keys);
    for (std::size_t first = 0; first < rows; first += kQueries) {
      const std::size_t valid = rows - first < kQueries ? rows - first : kQueries;
      const float* queries[kQueries];
      float inverse[kQueries];
      for (std::size_t r = 0; r < kQueries; ++r) {
        queries[r] = q + (first + (r < valid ? r : valid - 1)) * kStride;
      }
      score<kQueries>(queries, keys, padded, scores);
      constexpr std::size_t kTogether = 2;
      for (std::size_t r = 0; r < kQueries; r += kTogether) {
        soften<kTogether>(scores + r * padded, rows, padded, inverse + r);
      }
      gather<kQueries>(scores, padded, inverse, v, rows, valid, next,
                       levels + first * kWidth + head * kHeadWidth);
    }
  }
}

}  // namespace relata::attention_body

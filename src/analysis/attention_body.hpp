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
inline constexpr std::size_t kStride = 3 * kWidth;       // of a row [q | k | v]
inline constexpr std::size_t kMostQueries = 8;           // worked on at once
inline constexpr std::size_t kKeys = 2 * lanes::kCount;  // worked on at once
inline constexpr float kScoreScale = 0.17677669529F;     // 1 / √32
inline constexpr float kMasked = -1.0e30F;

RELATA_INLINE constexpr std::size_t padded_keys(std::size_t rows) {
  return (rows + kKeys - 1) / kKeys * kKeys;
}

/// Floats that `attend` needs beside its arguments.
RELATA_INLINE constexpr std::size_t scratch_size(std::size_t rows) {
  return (kHeadWidth + kMostQueries) * padded_keys(rows);
}

/// scores[r][j] = q_r · k_j, summed in the order of the 32 dimensions. `keys` is [32, padded].
template <std::size_t kQueries>
RELATA_INLINE void score(const float* const* queries, const float* keys, std::size_t padded,
                         float* scores) {
  for (std::size_t j = 0; j < padded; j += kKeys) {
    constexpr std::size_t kRegisters = kKeys / lanes::kRegisterLanes;
    lanes::Register sum[kQueries][kRegisters] = {};
    for (std::size_t d = 0; d < kHeadWidth; ++d) {
      for (std::size_t v = 0; v < kRegisters; ++v) {
        const lanes::Register key =
            lanes::load_register(keys + d * padded + j + v * lanes::kRegisterLanes);
        for (std::size_t r = 0; r < kQueries; ++r) {
          sum[r][v] += key * queries[r][d];
        }
      }
    }
    for (std::size_t r = 0; r < kQueries; ++r) {
      for (std::size_t v = 0; v < kRegisters; ++v) {
        lanes::store_register(sum[r][v], scores + r * padded + j + v * lanes::kRegisterLanes);
      }
    }
  }
}

/// Scores to exp((score − largest) / √32), masked ones to 0; gives 1 / their sum.
RELATA_INLINE float soften(float* scores, std::size_t rows, std::size_t padded) {
  for (std::size_t j = rows; j < padded; ++j) scores[j] = kMasked;
  Floats most = load(scores);
  for (std::size_t j = lanes::kCount; j < padded; j += lanes::kCount) {
    most = lanes::larger(most, load(scores + j));
  }
  const float largest = lanes::fold_largest(most);
  Floats total = {};
  for (std::size_t j = 0; j < padded; j += lanes::kCount) {
    const Floats power = lanes::exp((load(scores + j) - largest) * kScoreScale);
    store(power, scores + j);
    total += power;
  }
  return 1.0F / lanes::fold(total);
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
      for (std::size_t r = 0; r < kQueries; ++r) {
        inverse[r] = soften(scores + r * padded, rows, padded);
      }
      gather<kQueries>(scores, padded, inverse, v, rows, valid, next,
                       levels + first * kWidth + head * kHeadWidth);
    }
  }
}

}  // namespace relata::attention_body

// Multi-head attention over one window, its two products in int8. Only kernel_bodies.hpp includes
// this header.
#pragma once

#include "analysis/kernel_set.hpp"
#include "analysis/lanes.hpp"

namespace relata::attention_body {

using lanes::IntRegister;

inline constexpr std::size_t kHeads = 12;
inline constexpr std::size_t kHeadWidth = 32;
inline constexpr std::size_t kWidth = kHeads * kHeadWidth;
inline constexpr std::size_t kStride = 3 * kWidth;  // of a row [q | k | v]
inline constexpr std::size_t kMostQueries = 8;      // worked on at once
inline constexpr std::size_t kGroup = 4;            // bytes that one lane multiplies
inline constexpr std::int32_t kMasked = -(1 << 28);

RELATA_INLINE constexpr std::size_t padded_keys(std::size_t rows) {
  return (rows + lanes::kCount - 1) / lanes::kCount * lanes::kCount;
}

/// Buffers of `attend` for one head.
struct Buffers {
  std::uint8_t* keys;    ///< [8, padded, 4]: four dimensions of each key beside each other
  std::uint8_t* values;  ///< [padded / 4, 32, 4]: four rows of each dimension beside each other
  std::uint8_t* soft;    ///< [queries, padded]: levels of the weights
  std::int32_t* start;   ///< [padded]: what the sum of a key begins with
  std::int32_t* scores;  ///< [queries, padded]
};

/// Bytes that `attend` needs beside its arguments.
RELATA_INLINE constexpr std::size_t scratch_size(std::size_t rows) {
  return (2 * kHeadWidth + kMostQueries + sizeof(std::int32_t) * (1 + kMostQueries)) *
         padded_keys(rows);
}

RELATA_INLINE Buffers divide(std::uint8_t* scratch, std::size_t padded) {
  Buffers buffers{};
  buffers.start = reinterpret_cast<std::int32_t*>(scratch);
  buffers.scores = buffers.start + padded;
  buffers.keys = reinterpret_cast<std::uint8_t*>(buffers.scores + kMostQueries * padded);
  buffers.values = buffers.keys + kHeadWidth * padded;
  buffers.soft = buffers.values + kHeadWidth * padded;
  return buffers;
}

/// sum[r][v] += Σ over groups of rows[r] · columns: `columns` is [groups, stride bytes], of which
/// each lane of kRegisters registers has one column.
template <std::size_t kRows, std::size_t kRegisters>
RELATA_INLINE void accumulate(const std::uint8_t* const (&rows)[kRows], std::size_t groups,
                              const std::uint8_t* columns, std::size_t stride,
                              IntRegister (&sum)[kRows][kRegisters]) {
  for (std::size_t g = 0; g < groups; ++g) {
    IntRegister column[kRegisters];
    for (std::size_t v = 0; v < kRegisters; ++v) {
      column[v] = lanes::load_int_register(columns + g * stride + v * sizeof(IntRegister));
    }
    for (std::size_t r = 0; r < kRows; ++r) {
      const IntRegister repeated = lanes::repeat(rows[r] + g * kGroup);
      for (std::size_t v = 0; v < kRegisters; ++v) {
        sum[r][v] = lanes::add_products(sum[r][v], repeated, column[v]);
      }
    }
  }
}

/// Keys of one head in groups, and what their sums begin with: −128 · Σ key, since the levels of
/// queries are 128 too large; behind the last key so little that its weight is 0.
RELATA_INLINE void pack_keys(const std::uint8_t* k, std::size_t rows, std::size_t padded,
                             const Buffers& buffers) {
  constexpr std::size_t kGroups = kHeadWidth / kGroup;
  for (std::size_t g = 0; g < kGroups; ++g) {
    std::uint8_t* to = buffers.keys + g * padded * kGroup;
    for (std::size_t j = 0; j < rows; ++j) {
      std::memcpy(to + j * kGroup, k + j * kStride + g * kGroup, kGroup);
    }
    std::memset(to + rows * kGroup, 0, (padded - rows) * kGroup);
  }
  std::uint8_t zeros[kHeadWidth];
  std::memset(zeros, 128, sizeof(zeros));
  const std::uint8_t* const row[1] = {zeros};
  constexpr std::size_t kColumns = sizeof(IntRegister) / kGroup;
  for (std::size_t j = 0; j < padded; j += kColumns) {
    IntRegister sum[1][1] = {};
    accumulate<1, 1>(row, kGroups, buffers.keys + j * kGroup, padded * kGroup, sum);
    lanes::store_int_register(-sum[0][0], buffers.start + j);
  }
  for (std::size_t j = rows; j < padded; ++j) buffers.start[j] = kMasked;
}

/// Values of one head in groups of four rows, zero behind the last.
RELATA_INLINE void pack_values(const std::uint8_t* v, std::size_t rows, std::size_t padded,
                               const Buffers& buffers) {
  for (std::size_t j = 0; j < padded; j += kGroup) {
    for (std::size_t d = 0; d < kHeadWidth; d += lanes::kCount) {
      lanes::Bytes row[kGroup] = {};
      for (std::size_t i = 0; i < kGroup && j + i < rows; ++i) {
        std::memcpy(&row[i], v + (j + i) * kStride + d, sizeof(row[i]));
      }
      lanes::store_interleaved(row, buffers.values + (j * kHeadWidth + d * kGroup));
    }
  }
}

template <std::size_t kQueries, std::size_t kVectors>
RELATA_INLINE void score_keys(const std::uint8_t* const (&queries)[kQueries], std::size_t first,
                              std::size_t padded, const Buffers& buffers) {
  constexpr std::size_t kRegisters = kVectors * lanes::kCount / lanes::kRegisterLanes;
  IntRegister sum[kQueries][kRegisters];
  for (std::size_t r = 0; r < kQueries; ++r) {
    for (std::size_t v = 0; v < kRegisters; ++v) {
      sum[r][v] = lanes::load_int_register(buffers.start + first + v * lanes::kRegisterLanes);
    }
  }
  accumulate<kQueries, kRegisters>(queries, kHeadWidth / kGroup, buffers.keys + first * kGroup,
                                   padded * kGroup, sum);
  for (std::size_t r = 0; r < kQueries; ++r) {
    for (std::size_t v = 0; v < kRegisters; ++v) {
      lanes::store_int_register(sum[r][v],
                                buffers.scores + r * padded + first + v * lanes::kRegisterLanes);
    }
  }
}

template <std::size_t kQueries>
RELATA_INLINE void score(const std::uint8_t* const (&queries)[kQueries], std::size_t padded,
                         const Buffers& buffers) {
  constexpr std::size_t kVectors = sizeof(IntRegister) > sizeof(lanes::Four) ? 2 : 1;
  std::size_t j = 0;
  for (; j + kVectors * lanes::kCount <= padded; j += kVectors * lanes::kCount) {
    score_keys<kQueries, kVectors>(queries, j, padded, buffers);
  }
  if (j < padded) score_keys<kQueries, 1>(queries, j, padded, buffers);
}

/// Of kRows rows of scores from `first` on: the levels of 2^((score − largest) · factor), and their
/// sums. Rows go side by side, since one alone would wait for each of its own steps.
template <std::size_t kRows>
RELATA_INLINE void soften(std::size_t first, std::size_t padded, float factor,
                          const Buffers& buffers, std::int32_t* total) {
  const std::int32_t* scores = buffers.scores + first * padded;
  std::uint8_t* soft = buffers.soft + first * padded;
  constexpr std::size_t kStep = lanes::kRegisterLanes;
  IntRegister most[kRows];
  for (std::size_t r = 0; r < kRows; ++r) most[r] = lanes::load_int_register(scores + r * padded);
  for (std::size_t j = kStep; j < padded; j += kStep) {
    for (std::size_t r = 0; r < kRows; ++r) {
      const IntRegister next = lanes::load_int_register(scores + r * padded + j);
      most[r] = most[r] > next ? most[r] : next;
    }
  }
  std::int32_t largest[kRows];
  for (std::size_t r = 0; r < kRows; ++r) largest[r] = lanes::largest_of(most[r]);
  IntRegister sum[kRows] = {};
  for (std::size_t j = 0; j < padded; j += kStep) {
    for (std::size_t r = 0; r < kRows; ++r) {
      const IntRegister below = lanes::load_int_register(scores + r * padded + j) - largest[r];
      const IntRegister levels =
          lanes::soft_levels(__builtin_convertvector(below, lanes::Register) * factor);
      sum[r] += levels;
      lanes::store_bytes_of_register(levels, soft + r * padded + j);
    }
  }
  for (std::size_t r = 0; r < kRows; ++r) total[r] = lanes::sum_of(sum[r]);
}

/// Levels of Σ_j soft[r][j] · v_j · scale / total[r], of `valid` of the queries.
template <std::size_t kQueries>
RELATA_INLINE void gather(std::size_t padded, const Buffers& buffers, const std::int32_t* total,
                          float scale, std::size_t valid, Quantiser next, std::uint8_t* levels) {
  constexpr std::size_t kVectors = sizeof(IntRegister) > sizeof(lanes::Four) ? 2 : 1;
  constexpr std::size_t kRegisters = kVectors * lanes::kCount / lanes::kRegisterLanes;
  const std::uint8_t* rows[kQueries];
  for (std::size_t r = 0; r < kQueries; ++r) rows[r] = buffers.soft + r * padded;
  for (std::size_t d = 0; d < kHeadWidth; d += kVectors * lanes::kCount) {
    IntRegister sum[kQueries][kRegisters] = {};
    accumulate<kQueries, kRegisters>(rows, padded / kGroup, buffers.values + d * kGroup,
                                     kHeadWidth * kGroup, sum);
    for (std::size_t r = 0; r < valid; ++r) {
      const float ratio = scale / static_cast<float>(total[r]);
      std::int32_t mixed[kVectors * lanes::kCount];
      for (std::size_t v = 0; v < kRegisters; ++v) {
        lanes::store_int_register(sum[r][v], mixed + v * lanes::kRegisterLanes);
      }
      for (std::size_t c = 0; c < kVectors * lanes::kCount; c += lanes::kCount) {
        lanes::store_levels(lanes::to_floats(lanes::load(mixed + c)), ratio, next.zero,
                            levels + r * kWidth + d + c);
      }
    }
  }
}

template <std::size_t kQueries>
RELATA_INLINE void attend(const std::uint8_t* qkv, std::size_t rows, const AttentionRow& attention,
                          Quantiser next, std::uint8_t* scratch, std::uint8_t* levels) {
  const std::size_t padded = padded_keys(rows);
  const Buffers buffers = divide(scratch, padded);
  for (std::size_t head = 0; head < kHeads; ++head) {
    const std::uint8_t* q = qkv + head * kHeadWidth;
    pack_keys(q + kWidth, rows, padded, buffers);
    pack_values(q + 2 * kWidth, rows, padded, buffers);
    const float scale = attention.value_scale[head] * next.inverse_scale;
    for (std::size_t first = 0; first < rows; first += kQueries) {
      const std::size_t valid = rows - first < kQueries ? rows - first : kQueries;
      const std::uint8_t* queries[kQueries];
      std::int32_t total[kQueries];
      for (std::size_t r = 0; r < kQueries; ++r) {
        queries[r] = q + (first + (r < valid ? r : valid - 1)) * kStride;
      }
      score<kQueries>(queries, padded, buffers);
      constexpr std::size_t kTogether = 2;
      for (std::size_t r = 0; r < kQueries; r += kTogether) {
        soften<kTogether>(r, padded, attention.score_factor[head], buffers, total + r);
      }
      gather<kQueries>(padded, buffers, total, scale, valid, next,
                       levels + first * kWidth + head * kHeadWidth);
    }
  }
}

}  // namespace relata::attention_body

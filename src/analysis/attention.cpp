// Multi-head attention over one window, in f32.
#include <cassert>

#include "analysis/kernels.hpp"
#include "analysis/lanes.hpp"

namespace relata {
namespace {

using lanes::Floats;
using lanes::load;
using lanes::store;

constexpr std::size_t kHeads = 12;
constexpr std::size_t kHeadWidth = 32;
constexpr std::size_t kWidth = kHeads * kHeadWidth;
constexpr std::size_t kStride = 3 * kWidth;    // of a row [q | k | v]
constexpr std::size_t kQueries = 8;            // worked on at once
constexpr std::size_t kKeys = 2 * kLanes;      // worked on at once
constexpr float kScoreScale = 0.17677669529F;  // 1 / √32
constexpr float kMasked = -1.0e30F;

constexpr std::size_t padded_keys(std::size_t rows) { return (rows + kKeys - 1) / kKeys * kKeys; }

/// scores[r][j] = q_r · k_j, summed in the order of the 32 dimensions. `keys` is [32, padded].
RELATA_INLINE void score(const float* const* queries, const float* keys, std::size_t padded,
                         float* scores) {
  for (std::size_t j = 0; j < padded; j += kKeys) {
    Floats sum[kQueries][2] = {};
    for (std::size_t d = 0; d < kHeadWidth; ++d) {
      const Floats left = load(keys + d * padded + j);
      const Floats right = load(keys + d * padded + j + kLanes);
      for (std::size_t r = 0; r < kQueries; ++r) {
        sum[r][0] += left * queries[r][d];
        sum[r][1] += right * queries[r][d];
      }
    }
    for (std::size_t r = 0; r < kQueries; ++r) {
      store(sum[r][0], scores + r * padded + j);
      store(sum[r][1], scores + r * padded + j + kLanes);
    }
  }
}

/// Scores to exp(score − largest), masked ones to 0; gives 1 / their sum.
RELATA_INLINE float soften(float* scores, std::size_t rows, std::size_t padded) {
  for (std::size_t j = rows; j < padded; ++j) scores[j] = kMasked;
  Floats most = load(scores);
  for (std::size_t j = kLanes; j < padded; j += kLanes) {
    most = lanes::larger(most, load(scores + j));
  }
  const float largest = lanes::fold_largest(most);
  Floats total = {};
  for (std::size_t j = 0; j < padded; j += kLanes) {
    const Floats power = lanes::exp((load(scores + j) - largest) * kScoreScale);
    store(power, scores + j);
    total += power;
  }
  return 1.0F / lanes::fold(total);
}

/// Levels of Σ_j weight[r][j] · v_j / Σ weight[r], j in order; `valid` of the queries.
RELATA_INLINE void gather(const float* weights, std::size_t padded, const float* inverse,
                          const float* values, std::size_t rows, std::size_t valid, Quantiser next,
                          std::uint8_t* levels) {
  Floats sum[kQueries][2] = {};
  for (std::size_t j = 0; j < rows; ++j) {
    const Floats left = load(values + j * kStride);
    const Floats right = load(values + j * kStride + kLanes);
    for (std::size_t r = 0; r < kQueries; ++r) {
      sum[r][0] += left * weights[r * padded + j];
      sum[r][1] += right * weights[r * padded + j];
    }
  }
  for (std::size_t r = 0; r < valid; ++r) {
    std::uint8_t* to = levels + r * kWidth;
    lanes::store_levels(sum[r][0] * inverse[r], next.inverse_scale, next.zero, to);
    lanes::store_levels(sum[r][1] * inverse[r], next.inverse_scale, next.zero, to + kLanes);
  }
}

RELATA_CLONES void attend(const float* qkv, std::size_t rows, Quantiser next, float* scratch,
                          std::uint8_t* levels) {
  const std::size_t padded = padded_keys(rows);
  float* keys = scratch;
  float* scores = scratch + kHeadWidth * padded;
  for (std::size_t head = 0; head < kHeads; ++head) {
    const float* q = qkv + head * kHeadWidth;
    const float* k = q + kWidth;
    const float* v = k + kWidth;
    for (std::size_t j = 0; j < rows; ++j) {
      for (std::size_t d = 0; d < kHeadWidth; ++d) keys[d * padded + j] = k[j * kStride + d];
    }
    for (std::size_t j = rows; j < padded; ++j) {
      for (std::size_t d = 0; d < kHeadWidth; ++d) keys[d * padded + j] = 0;
    }
    for (std::size_t first = 0; first < rows; first += kQueries) {
      const std::size_t valid = rows - first < kQueries ? rows - first : kQueries;
      const float* queries[kQueries];
      float inverse[kQueries];
      for (std::size_t r = 0; r < kQueries; ++r) {
        queries[r] = q + (first + (r < valid ? r : valid - 1)) * kStride;
      }
      score(queries, keys, padded, scores);
      for (std::size_t r = 0; r < kQueries; ++r) {
        inverse[r] = soften(scores + r * padded, rows, padded);
      }
      gather(scores, padded, inverse, v, rows, valid, next,
             levels + first * kWidth + head * kHeadWidth);
    }
  }
}

}  // namespace

namespace kernels {

std::size_t attention_scratch(std::size_t rows) {
  return (kHeadWidth + kQueries) * padded_keys(rows);
}

void attention(const float* qkv, std::size_t rows, Quantiser next, float* scratch,
               std::uint8_t* levels) {
  assert(rows > 0 && "a window holds its two marks");
  attend(qkv, rows, next, scratch, levels);
}

}  // namespace kernels
}  // namespace relata

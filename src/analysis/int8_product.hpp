// Dense products y = W x + b in int8, with int32 sums that are the same on every CPU.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace relata {

/// Weights as the file has them. |values| ≤ 64: with more, AVX2 and SSE4.1 saturate silently in
/// u8 × s8 sums of two (2 · 255 · 64 fits in 16 bits).
struct Int8Weights {
  std::span<const std::int8_t> values;  ///< [outputs, inputs], row-major
  std::span<const float> scale;         ///< [outputs]
  std::span<const float> bias;          ///< [outputs]
  std::size_t outputs = 0;
  std::size_t inputs = 0;
  float input_scale = 1;  ///< x ≈ (level − input_zero) · input_scale
  std::int32_t input_zero = 0;
};

/// Rows that products work on at once; more are cut into blocks of it.
inline constexpr std::size_t kInt8RowBlock = 128;

/// While one lives, oneDNN's products of the calling thread stay on it: Debian's oneDNN is the
/// OpenMP build, and each worker would start a team of its own. Products must be made and run
/// under one.
class SingleOpenMpThread {
 public:
  SingleOpenMpThread();
  ~SingleOpenMpThread();
  SingleOpenMpThread(const SingleOpenMpThread&) = delete;
  SingleOpenMpThread& operator=(const SingleOpenMpThread&) = delete;

 private:
  int before_;
};

/// Buffers that grow to what is asked of them; one a thread.
struct Int8Scratch {
  std::vector<std::uint8_t> levels;
  std::vector<std::int32_t> sums;
  std::vector<std::uint8_t> kernel;
};

/// One product, its weights packed for this CPU when it is made. Const and safe to share.
class Int8Product {
 public:
  Int8Product();
  explicit Int8Product(const Int8Weights& weights);
  Int8Product(Int8Product&&) noexcept;
  Int8Product& operator=(Int8Product&&) noexcept;
  ~Int8Product();

  std::size_t inputs() const noexcept { return inputs_; }
  std::size_t outputs() const noexcept { return outputs_; }

  /// `rows` with the last block rounded up to the next of the row counts that products are made
  /// for; what is given to `accumulate` must be so large.
  static std::size_t padded_rows(std::size_t rows);

  /// Lets the scratch hold the levels and sums of so many rows, rounded up.
  void make_room(std::size_t rows, Int8Scratch& scratch) const;

  /// sums[r, c] = Σ_k levels[r, k] · q[c, k], exact. Reads levels up to padded_rows(rows) (any
  /// values) and writes sums up to there.
  void accumulate(const std::uint8_t* levels, std::size_t rows, std::int32_t* sums,
                  Int8Scratch& scratch) const;

  /// y [rows, outputs] = W x + b for x [rows, inputs].
  void apply(std::span<const float> x, std::size_t rows, std::span<float> y,
             Int8Scratch& scratch) const;

  float input_scale() const noexcept { return input_scale_; }
  std::int32_t input_zero() const noexcept { return input_zero_; }
  /// y = scale[c] · (sums − offset[c]) + bias[c]
  std::span<const float> scale() const noexcept { return scale_; }
  std::span<const std::int32_t> offset() const noexcept { return offset_; }
  std::span<const float> bias() const noexcept { return bias_; }

 private:
  struct Kernel;
  std::size_t inputs_ = 0;
  std::size_t outputs_ = 0;
  float input_scale_ = 1;
  std::int32_t input_zero_ = 0;
  std::vector<float> scale_;  ///< s_x · s_w
  std::vector<std::int32_t> offset_;
  std::vector<float> bias_;
  std::unique_ptr<Kernel> kernel_;
};

}  // namespace relata

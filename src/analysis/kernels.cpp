#include "analysis/kernels.hpp"

#include <array>
#include <bit>
#include <cassert>

#include "analysis/attention_body.hpp"

namespace relata {
namespace {

const KernelSet& fastest() {
  static const KernelSet& found = **runnable_kernel_sets();
  return found;
}

Dequantiser dequantiser(const Int8Product& product) {
  return {product.offset().data(), product.scale().data(), product.bias().data(),
          product.outputs()};
}

NormRow norm_row(const Norm& norm) {
  return {norm.gain.data(), norm.bias.data(), norm.epsilon, norm.gain.size()};
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

const KernelSet* const* runnable_kernel_sets() {
  static const std::array<const KernelSet*, 5> kSets = [] {
    std::array<const KernelSet*, 5> sets{};
    std::size_t count = 0;
#if defined(__x86_64__)
    __builtin_cpu_init();
    const bool wide = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw");
    if (wide && __builtin_cpu_supports("avx512vnni")) sets[count++] = &kAvx512VnniKernels;
    if (wide) sets[count++] = &kAvx512Kernels;
    if (__builtin_cpu_supports("avx2")) sets[count++] = &kAvx2Kernels;
#endif
    sets[count] = &kPlainKernels;
    return sets;
  }();
  return kSets.data();
}

namespace kernels {

void quantise(const float* x, std::size_t count, Quantiser quantiser, std::uint8_t* levels) {
  fastest().quantise(x, count, quantiser, levels);
}

void dequantise(const std::int32_t* sums, std::size_t rows, const Int8Product& product, float* y,
                std::size_t stride) {
  fastest().dequantise(sums, rows, dequantiser(product), y, stride);
}

void dequantise_gelu(const std::int32_t* sums, std::size_t rows, const Int8Product& product,
                     Quantiser next, std::uint8_t* levels) {
  assert(product.outputs() % kLanes == 0 && "rows are whole vectors");
  fastest().dequantise_gelu(sums, rows, dequantiser(product), next, levels);
}

void dequantise_add_norm(const std::int32_t* sums, std::size_t rows, const Int8Product& product,
                         const float* residual, const Norm& norm, Quantiser next, float* out,
                         std::uint8_t* levels) {
  assert(product.outputs() % kLanes == 0 && "rows are whole vectors");
  fastest().dequantise_add_norm(sums, rows, dequantiser(product), residual, norm_row(norm), next,
                                out, levels);
}

void embed(const std::int8_t* piece, float scale, const float* position, const Norm& norm,
           float* out) {
  fastest().embed(piece, scale, position, norm_row(norm), out);
}

void finish_view(const std::int32_t* sums, const Int8Product& product,
                 std::span<const ViewRow> words, const Norm& norm) {
  assert(norm.gain.size() == product.outputs() && "a projection as wide as its norm");
  fastest().finish_view(sums, dequantiser(product), words.data(), words.size(), norm_row(norm));
}

void add_rows(std::span<const float* const> rows, std::size_t width, Quantiser next,
              std::uint8_t* levels) {
  assert(!rows.empty() && "a sum needs a term");
  fastest().add_rows(rows.data(), rows.size(), width, next, levels);
}

void relu(std::size_t count, float* x) {
  for (std::size_t i = 0; i < count; ++i) x[i] = x[i] > 0 ? x[i] : 0;
}

void mix(std::span<const float* const> states, std::size_t width, std::span<const LayerMix> mixes) {
  fastest().mix(states.data(), states.size(), width, mixes.data(), mixes.size());
}

std::size_t attention_scratch(std::size_t rows) { return attention_body::scratch_size(rows); }

void attention_levels(const std::int32_t* sums, std::size_t rows, const LevelRow& output,
                      std::uint8_t* levels) {
  assert(output.width % (3 * kLanes) == 0 && "thirds are whole vectors");
  fastest().attention_levels(sums, rows, output, levels);
}

void attention(const std::uint8_t* qkv, std::size_t rows, const AttentionRow& attention,
               Quantiser next, std::uint8_t* scratch, std::uint8_t* levels) {
  assert(rows > 0 && "a window holds its two marks");
  fastest().attention(qkv, rows, attention, next, scratch, levels);
}

void multiply(const float* a, std::size_t a_stride, std::size_t rows, std::size_t depth,
              const float* b, std::size_t columns, float* c) {
  assert(columns % kLanes == 0 && "columns are whole vectors");
  fastest().multiply(a, a_stride, rows, depth, b, columns, c);
}

float dot(const float* a, const float* b, std::size_t count) {
  float sum = 0;
  fastest().dots(a, 0, b, 0, 1, count, &sum);
  return sum;
}

void dots(const float* a, std::size_t a_stride, const float* b, std::size_t b_stride,
          std::size_t count, std::size_t width, float* out) {
  fastest().dots(a, a_stride, b, b_stride, count, width, out);
}

float log_sum_exp(const float* x, std::size_t count) {
  assert(count > 0 && "a sum needs a term");
  float largest = x[0];
  for (std::size_t i = 1; i < count; ++i) largest = x[i] > largest ? x[i] : largest;
  return largest + static_cast<float>(natural_log(fastest().sum_of_exp(x, count, largest)));
}

}  // namespace kernels

float sigmoid(float x) {
  // Of the negative side, which cannot overflow.
  const float power = fastest().sum_of_exp(&x, 1, x > 0 ? 2 * x : 0.0F);
  return x > 0 ? 1.0F / (1.0F + power) : power / (1.0F + power);
}

}  // namespace relata

#include "analysis/kernels.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/int8_product.hpp"
#include "analysis/random_model.hpp"
#include "relata/core/hash.hpp"

namespace relata {
namespace {

std::vector<float> random_floats(std::size_t count, float size, std::uint64_t seed) {
  testing::Random random(seed);
  std::vector<float> values(count);
  for (float& value : values) value = random.around_zero(size);
  return values;
}

/// A product whose output is as wide as it must be, and its sums by hand.
struct PlainProduct {
  std::vector<std::int8_t> values;
  std::vector<float> scale;
  std::vector<float> bias;
  Int8Weights weights;

  PlainProduct(std::size_t outputs, std::size_t inputs) : values(outputs * inputs) {
    testing::Random random(outputs + inputs);
    for (std::int8_t& value : values) {
      value = static_cast<std::int8_t>(static_cast<int>(random.below(129)) - 64);
    }
    for (std::size_t c = 0; c < outputs; ++c) {
      scale.push_back(0.001F + static_cast<float>(random.below(10)) / 10000.0F);
      bias.push_back(random.around_zero(0.5F));
    }
    weights = {values, scale, bias, outputs, inputs, 0.02F, 117};
  }
};

TEST(Kernels, QuantiseRoundsToEvenAndClamps) {
  const std::vector<float> x = {0, 0.5F, 1.5F, -0.5F, 2.49F, 1000, -1000, 1e30F, -1e30F};
  std::vector<std::uint8_t> levels(x.size());
  kernels::quantise(x.data(), x.size(), {1.0F, 100}, levels.data());
  EXPECT_EQ(levels, (std::vector<std::uint8_t>{100, 100, 102, 100, 102, 255, 0, 255, 0}));
}

TEST(Kernels, NormaliseGivesMeanZeroAndVarianceOne) {
  const std::vector<float> position = random_floats(384, 3, 1);
  const std::vector<std::int8_t> piece(384, 0);
  const std::vector<float> gain(384, 1);
  const std::vector<float> bias(384, 0);
  std::vector<float> x(384);
  kernels::embed(piece.data(), 1, position.data(), {gain, bias, 1e-12F}, x.data());
  double sum = 0;
  double squares = 0;
  for (float value : x) {
    sum += static_cast<double>(value);
    squares += static_cast<double>(value) * static_cast<double>(value);
  }
  EXPECT_NEAR(sum / 384, 0, 1e-6);
  EXPECT_NEAR(squares / 384, 1, 1e-5);
}

TEST(Kernels, GeluIsThatOfTheErrorFunction) {
  // Sums from −500 to 500, scaled to −5 … 5, and levels of 0.02 steps around 10.
  constexpr std::size_t kColumns = 1008;
  std::vector<std::int8_t> one(kColumns, 1);
  const std::vector<float> scale(kColumns, 0.01F);
  const std::vector<float> bias(kColumns, 0);
  const Int8Product product(Int8Weights{one, scale, bias, kColumns, 1, 1.0F, 0});
  std::vector<std::int32_t> sums(kColumns);
  for (std::size_t c = 0; c < kColumns; ++c) sums[c] = static_cast<std::int32_t>(c) - 500;
  std::vector<std::uint8_t> levels(kColumns);
  kernels::dequantise_gelu(sums.data(), 1, product, {50.0F, 10}, levels.data());
  for (std::size_t c = 0; c < kColumns; ++c) {
    const double y = static_cast<double>(sums[c]) / 100;
    const double exact = y / 2 * (1 + std::erf(y / std::sqrt(2.0)));
    const double level = std::min(255.0, std::max(0.0, exact * 50 + 10));
    EXPECT_NEAR(levels[c], level, 0.501) << y;
  }
}

/// Levels of [q | k | v] such as products give: queries around 128, keys and values signed, |level|
/// ≤ 64.
std::vector<std::uint8_t> random_attention_levels(std::size_t rows, std::uint64_t seed) {
  testing::Random random(seed);
  std::vector<std::uint8_t> levels(rows * 1152);
  for (std::size_t i = 0; i < levels.size(); ++i) {
    levels[i] = static_cast<std::uint8_t>(i % 1152 < 384 ? random.below(256)
                                                         : random.below(129) + 256 - 64);
  }
  return levels;
}

/// A number from a level, as `random_attention_levels` makes them.
double value_at(const std::vector<std::uint8_t>& levels, std::size_t row, std::size_t column) {
  const std::uint8_t level = levels[row * 1152 + column];
  return column < 384 ? level - 128.0 : static_cast<double>(static_cast<std::int8_t>(level));
}

std::vector<std::int32_t> attention_scratch(std::size_t rows) {
  return std::vector<std::int32_t>(kernels::attention_scratch(rows) / sizeof(std::int32_t));
}

TEST(Kernels, AttentionIsASoftenedMeanOfValues) {
  constexpr std::size_t kRows = 37;  // no multiple of anything
  const std::vector<std::uint8_t> qkv = random_attention_levels(kRows, 2);
  // A factor a head: from weights that hardly differ to one that takes all.
  std::vector<float> factor(12);
  std::vector<float> scale(12);
  for (std::size_t head = 0; head < 12; ++head) {
    factor[head] = 1e-5F * static_cast<float>(1U << head);
    scale[head] = 0.02F + 0.001F * static_cast<float>(head);
  }
  std::vector<std::int32_t> scratch = attention_scratch(kRows);
  std::vector<std::uint8_t> levels(kRows * 384);
  kernels::attention(qkv.data(), kRows, {factor.data(), scale.data()}, {80.0F, 128},
                     reinterpret_cast<std::uint8_t*>(scratch.data()), levels.data());
  for (std::size_t head = 0; head < 12; ++head) {
    for (std::size_t i = 0; i < kRows; ++i) {
      std::vector<double> score(kRows);
      for (std::size_t j = 0; j < kRows; ++j) {
        for (std::size_t d = 0; d < 32; ++d) {
          score[j] += value_at(qkv, i, head * 32 + d) * value_at(qkv, j, 384 + head * 32 + d);
        }
      }
      const double largest = *std::max_element(score.begin(), score.end());
      double total = 0;
      double exact_total = 0;
      std::vector<double> weight(kRows);
      for (std::size_t j = 0; j < kRows; ++j) {
        const double exact =
            255 * std::exp2((score[j] - largest) * static_cast<double>(factor[head]));
        weight[j] = std::round(exact);
        total += weight[j];
        exact_total += exact;
      }
      // Half a level each is all that rounding takes.
      EXPECT_NEAR(total, exact_total, 0.5 * kRows + 0.1);
      for (std::size_t d = 0; d < 32; ++d) {
        double mean = 0;
        for (std::size_t j = 0; j < kRows; ++j) {
          mean += weight[j] / total * value_at(qkv, j, 768 + head * 32 + d);
        }
        // A weight near the border of two levels may fall on either side of it.
        const double level = mean * static_cast<double>(scale[head]) * 80 + 128;
        ASSERT_NEAR(levels[i * 384 + head * 32 + d], std::clamp(level, 0.0, 255.0), 1.1)
            << "head " << head << ", row " << i << ", value " << d;
      }
    }
  }
}

TEST(Kernels, AttentionReadsAndWritesItsOwnWindowOnly) {
  constexpr std::size_t kRows = 19;
  std::vector<std::uint8_t> qkv = random_attention_levels(kRows + 13, 5);
  const std::vector<float> factor(12, 1e-4F);
  std::vector<std::int32_t> scratch = attention_scratch(kRows);
  std::vector<std::uint8_t> before(kRows * 384);
  const auto attend = [&](std::vector<std::uint8_t>& levels) {
    kernels::attention(qkv.data(), kRows, {factor.data(), factor.data()}, {1.0e6F, 128},
                       reinterpret_cast<std::uint8_t*>(scratch.data()), levels.data());
  };
  attend(before);
  std::fill(qkv.begin() + kRows * 1152, qkv.end(), 255);
  std::fill(scratch.begin(), scratch.end(), -1);
  std::vector<std::uint8_t> after(kRows * 384 + 1, 77);
  attend(after);
  EXPECT_EQ(after.back(), 77);
  after.pop_back();
  EXPECT_EQ(before, after);
}

TEST(Kernels, AttentionLevelsAreOfTheirRange) {
  // Sums far beyond and within what levels hold, in each third of the row.
  constexpr std::size_t kWidth = 96;
  std::vector<std::int32_t> sums(kWidth);
  std::vector<std::int32_t> offset(kWidth, 10);
  const std::vector<float> factor(kWidth, 0.5F);
  const std::vector<float> shift(kWidth, 1.0F);
  for (std::size_t c = 0; c < kWidth; ++c) sums[c] = (static_cast<std::int32_t>(c % 32) - 16) * 30;
  std::vector<std::uint8_t> levels(kWidth);
  kernels::attention_levels(sums.data(), 1, {offset.data(), factor.data(), shift.data(), kWidth},
                            levels.data());
  for (std::size_t c = 0; c < kWidth; ++c) {
    const double x = (sums[c] - 10) * 0.5 + 1;
    if (c < 32) {
      EXPECT_EQ(levels[c], std::clamp(std::nearbyint(x) + 128, 0.0, 255.0)) << c;
    } else {
      EXPECT_EQ(static_cast<std::int8_t>(levels[c]), std::clamp(std::nearbyint(x), -64.0, 64.0))
          << c;
    }
  }
}

TEST(Kernels, MultiplyIsTheMatrixProduct) {
  for (std::size_t rows : {1U, 8U, 11U}) {
    constexpr std::size_t kDepth = 19;
    constexpr std::size_t kColumns = 48;
    const std::vector<float> a = random_floats(rows * kDepth, 1, 3);
    const std::vector<float> b = random_floats(kDepth * kColumns, 1, 4);
    std::vector<float> c(rows * kColumns);
    kernels::multiply(a.data(), kDepth, rows, kDepth, b.data(), kColumns, c.data());
    for (std::size_t i = 0; i < rows; ++i) {
      for (std::size_t j = 0; j < kColumns; ++j) {
        float sum = 0;
        for (std::size_t k = 0; k < kDepth; ++k) {
          sum += b[k * kColumns + j] * a[i * kDepth + k];
        }
        EXPECT_EQ(c[i * kColumns + j], sum) << "in the order of depth, bit for bit";
      }
    }
  }
}

TEST(Kernels, AddRowsGivesLevelsOfSumsInOrder) {
  const std::vector<float> x = random_floats(32, 1, 6);
  const std::vector<float> y = random_floats(32, 1, 7);
  const std::vector<float> z = random_floats(32, 1, 8);
  const std::array<const float*, 3> rows = {x.data(), y.data(), z.data()};
  std::vector<float> sum(32);
  for (std::size_t c = 0; c < 32; ++c) sum[c] = x[c] + y[c] + z[c];
  for (const Quantiser next : {Quantiser{100.0F, 0}, Quantiser{60.0F, 120}}) {
    std::vector<std::uint8_t> expected(32);
    kernels::quantise(sum.data(), 32, next, expected.data());
    std::vector<std::uint8_t> levels(32);
    kernels::add_rows(rows, 32, next, levels.data());
    EXPECT_EQ(levels, expected);
  }
}

TEST(Kernels, DotsAreTheDotsOfRows) {
  const std::vector<float> a = random_floats(5 * 20, 1, 9);
  const std::vector<float> b = random_floats(5 * 32, 1, 10);
  std::array<float, 5> each{};
  std::array<float, 5> same{};
  kernels::dots(a.data(), 20, b.data(), 32, 5, 20, each.data());
  kernels::dots(a.data(), 0, b.data(), 32, 5, 20, same.data());
  for (std::size_t i = 0; i < 5; ++i) {
    EXPECT_EQ(each[i], kernels::dot(&a[i * 20], &b[i * 32], 20));
    EXPECT_EQ(same[i], kernels::dot(a.data(), &b[i * 32], 20));
  }
}

TEST(Kernels, LogSumExpHoldsForLargeAndSmall) {
  const std::vector<float> x = {1000, 1000, -2000};
  EXPECT_NEAR(kernels::log_sum_exp(x.data(), 3), 1000.6931F, 1e-3);
  const std::vector<float> one = {-3.25F};
  EXPECT_NEAR(kernels::log_sum_exp(one.data(), 1), -3.25F, 1e-6);
}

TEST(Kernels, SigmoidIsRightOnBothSides) {
  for (float x : {-90.0F, -20.0F, -2.0F, 0.0F, 0.5F, 3.0F, 20.0F, 90.0F}) {
    EXPECT_NEAR(sigmoid(x), 1 / (1 + std::exp(-static_cast<double>(x))), 2e-7) << x;
  }
}

TEST(Int8Product, SumsAreExactForEveryNumberOfRows) {
  const PlainProduct plain(48, 384);
  const Int8Product product(plain.weights);
  Int8Scratch scratch;
  testing::Random random(9);
  for (std::size_t rows : {1U, 3U, 16U, 100U, 128U, 131U, 300U}) {
    const std::size_t padded = Int8Product::padded_rows(rows);
    std::vector<std::uint8_t> levels(padded * 384);
    // Near the top, where pairs of products would saturate were the weights larger.
    for (std::uint8_t& level : levels) {
      level = static_cast<std::uint8_t>(255 - random.below(rows % 2 == 0 ? 256 : 4));
    }
    std::vector<std::int32_t> sums(padded * 48);
    product.accumulate(levels.data(), rows, sums.data(), scratch);
    for (std::size_t r = 0; r < rows; ++r) {
      for (std::size_t c = 0; c < 48; ++c) {
        std::int32_t sum = 0;
        for (std::size_t k = 0; k < 384; ++k) {
          sum += levels[r * 384 + k] * plain.values[c * 384 + k];
        }
        ASSERT_EQ(sums[r * 48 + c], sum) << rows << " rows, row " << r << ", column " << c;
      }
    }
  }
}

TEST(Int8Product, AppliesScaleZeroAndBias) {
  const PlainProduct plain(17, 384);  // a width that is no whole vector
  const Int8Product product(plain.weights);
  Int8Scratch scratch;
  const std::vector<float> x = random_floats(2 * 384, 2, 5);
  std::vector<float> y(2 * 17);
  product.apply(x, 2, y, scratch);
  for (std::size_t r = 0; r < 2; ++r) {
    for (std::size_t c = 0; c < 17; ++c) {
      double sum = 0;
      for (std::size_t k = 0; k < 384; ++k) {
        const double level = std::nearbyint(static_cast<double>(x[r * 384 + k] * (1.0F / 0.02F)));
        sum += level * plain.values[c * 384 + k];
      }
      const double exact =
          sum * static_cast<double>(0.02F * plain.scale[c]) + static_cast<double>(plain.bias[c]);
      EXPECT_NEAR(y[r * 17 + c], exact, 1e-4);
    }
  }
}

/// What all kernels of a set say of the same numbers.
std::string bits_of(const KernelSet& set) {
  const PlainProduct plain(384, 384);
  const Int8Product product(plain.weights);
  const Dequantiser output = {product.offset().data(), product.scale().data(),
                              product.bias().data(), 384};
  constexpr std::size_t kRows = 50;
  testing::Random random(11);
  std::vector<std::int32_t> sums(kRows * 384);
  for (std::int32_t& sum : sums) sum = static_cast<std::int32_t>(random.below(400000)) - 200000;
  std::vector<float> residual = random_floats(kRows * 384, 2, 12);
  const std::vector<float> gain = random_floats(384, 1, 13);
  const NormRow norm = {gain.data(), gain.data(), 1e-12F, 384};
  std::vector<float> out(kRows * 384);
  std::vector<std::uint8_t> levels(kRows * 384);
  std::string bits;
  const auto keep = [&](const auto& values) {
    bits.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(values[0]));
  };
  set.quantise(residual.data(), 1001, {40.0F, 120}, levels.data());
  keep(levels);
  set.dequantise_add_norm(sums.data(), kRows, output, residual.data(), norm, {50.0F, 128},
                          out.data(), levels.data());
  keep(out);
  keep(levels);
  set.dequantise(sums.data(), kRows, output, out.data(), 384);
  keep(out);
  set.dequantise_gelu(sums.data(), kRows, output, {60.0F, 10}, levels.data());
  keep(levels);
  std::vector<std::uint8_t> thirds(kRows * 384);
  set.attention_levels(sums.data(), kRows, {output.offset, output.scale, output.bias, 384},
                       thirds.data());
  keep(thirds);
  // Windows of every size up to some: keys and values are padded.
  const std::vector<std::uint8_t> attended = random_attention_levels(kRows, 14);
  const std::vector<float> factor(12, 3e-5F);
  for (std::size_t window = 1; window <= kRows; ++window) {
    std::vector<std::int32_t> scratch = attention_scratch(window);
    set.attention(attended.data(), window, {factor.data(), gain.data()}, {100.0F, 128},
                  reinterpret_cast<std::uint8_t*>(scratch.data()), levels.data());
    keep(levels);
  }
  const std::vector<float> qkv = random_floats(kRows * 1152, 2, 14);
  std::vector<float> square(384 * 384);
  set.multiply(qkv.data(), 1152, kRows, 384, residual.data(), 48, square.data());
  keep(square);
  const std::array<const float*, 3> rows = {qkv.data(), &qkv[384], residual.data()};
  set.add_rows(rows.data(), 3, 384, {30.0F, 0}, levels.data());
  keep(levels);
  const std::array<LayerMix, 2> mixes = {
      {{gain.data(), {50.0F, 128}, levels.data()}, {&gain[3], {40.0F, 120}, &levels[384]}}};
  set.mix(rows.data(), 3, 384, mixes.data(), mixes.size());
  set.embed(plain.values.data(), 0.01F, gain.data(), norm, &out[384]);
  const ViewRow word = {gain.data(), plain.values.data(), 0.03F, plain.values.data() + 384, 0.02F,
                        &out[768]};
  set.finish_view(sums.data(), output, &word, 1, norm);
  // Several words at once are each as one alone.
  constexpr std::size_t kWords = 6;
  std::vector<float> together(kWords * 384), alone(384);
  std::array<ViewRow, kWords> words{};
  for (std::size_t r = 0; r < kWords; ++r) {
    words[r] = word;
    words[r].suffix_scale = 0.01F * static_cast<float>(r);
    words[r].out = &together[r * 384];
  }
  set.finish_view(sums.data(), output, words.data(), kWords, norm);
  for (std::size_t r = 0; r < kWords; ++r) {
    words[r].out = alone.data();
    set.finish_view(&sums[r * 384], output, &words[r], 1, norm);
    EXPECT_TRUE(std::equal(alone.begin(), alone.end(), &together[r * 384])) << set.name;
  }
  keep(together);
  keep(out);
  keep(levels);
  std::vector<float> single(40);
  for (std::size_t i = 1; i < 40; ++i) {
    single[0] = set.sum_of_exp(residual.data(), i, 2);
    set.dots(residual.data(), 0, qkv.data(), 3, 39, i, &single[1]);
    keep(single);
  }
  return bits;
}

TEST(Kernels, GeluHasTheSameLevelsOnEveryCpu) {
  // Numbers from −8 to 8, close enough to stand on both sides of every border of two levels.
  constexpr std::size_t kColumns = 1024;
  constexpr std::size_t kRows = 256;
  const std::vector<std::int32_t> offset(kColumns, kColumns * kRows / 2);
  const std::vector<float> scale(kColumns, 16.0F / (kColumns * kRows));
  const std::vector<float> bias(kColumns, 0);
  const Dequantiser output = {offset.data(), scale.data(), bias.data(), kColumns};
  std::vector<std::int32_t> sums(kColumns * kRows);
  std::iota(sums.begin(), sums.end(), 0);
  std::vector<std::uint8_t> plain(sums.size());
  std::vector<std::uint8_t> levels(sums.size());
  for (const Quantiser next : {Quantiser{82.0F, 14}, Quantiser{34.0F, 6}, Quantiser{500.0F, 85}}) {
    kPlainKernels.dequantise_gelu(sums.data(), kRows, output, next, plain.data());
    for (const KernelSet* const* set = runnable_kernel_sets(); *set != nullptr; ++set) {
      (*set)->dequantise_gelu(sums.data(), kRows, output, next, levels.data());
      EXPECT_TRUE(levels == plain) << (*set)->name << ", " << next.inverse_scale;
    }
  }
}

TEST(Kernels, GiveTheSameBitsOnEveryCpu) {
  for (const KernelSet* const* set = runnable_kernel_sets(); *set != nullptr; ++set) {
    EXPECT_EQ(to_hex(sha256(bits_of(**set))).substr(0, 16), "daf9aaf728489e2f") << (*set)->name;
  }
}

}  // namespace
}  // namespace relata

#include "relata/core/number.hpp"

#include <gtest/gtest.h>

#include <charconv>
#include <cmath>
#include <cstring>
#include <limits>
#include <random>

namespace relata {
namespace {

double read_back(const std::string& text) {
  double value = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
  EXPECT_EQ(result.ptr, text.data() + text.size()) << text;
  return value;
}

TEST(FormatDouble, AlwaysHasAPeriodAndNoExponent) {
  EXPECT_EQ(format_double(0.91), "0.91");
  EXPECT_EQ(format_double(2), "2.0");
  EXPECT_EQ(format_double(-0.0), "0.0");
  EXPECT_EQ(format_double(-1.5), "-1.5");
  EXPECT_EQ(format_double(1e21), "1000000000000000000000.0");
  EXPECT_EQ(format_double(1e-7), "0.0000001");
}

TEST(FormatDouble, ReadsBackToTheSameBits) {
  std::mt19937_64 random(7);
  for (int i = 0; i < 20000; ++i) {
    const std::uint64_t bits = random();
    double value = 0;
    std::memcpy(&value, &bits, sizeof value);
    if (!std::isfinite(value)) continue;
    const std::string text = format_double(value);
    EXPECT_EQ(read_back(text), value);
    EXPECT_EQ(text.find_first_not_of("-0123456789."), std::string::npos);
    EXPECT_NE(text.find('.'), std::string::npos);
  }
  for (const double value : {std::numeric_limits<double>::denorm_min(),
                             std::numeric_limits<double>::max(), 1.0000000000000002e-308}) {
    EXPECT_EQ(read_back(format_double(value)), value);
  }
}

TEST(FormatInteger, WritesTheExtremes) {
  EXPECT_EQ(format_integer(0), "0");
  EXPECT_EQ(format_integer(std::numeric_limits<std::int64_t>::min()), "-9223372036854775808");
  EXPECT_EQ(format_integer(std::numeric_limits<std::int64_t>::max()), "9223372036854775807");
}

TEST(RoundScore, RoundsTheDecimalTiesToEven) {
  // None of these has an exact binary value: the ties are those of the decimal.
  EXPECT_EQ(round_score(0.0005), 0.0);
  EXPECT_EQ(round_score(0.0015), 0.002);
  EXPECT_EQ(round_score(0.1235), 0.124);
  EXPECT_EQ(round_score(0.1245), 0.124);
  EXPECT_EQ(round_score(0.12450000001), 0.125);
  EXPECT_EQ(round_score(0.9996), 1.0);
  EXPECT_EQ(round_score(9.9995), 10.0);
  EXPECT_EQ(round_score(-0.1235), -0.124);
  EXPECT_EQ(round_score(-0.0001), 0.0);
  EXPECT_EQ(round_score(123), 123.0);
  EXPECT_EQ(round_score(1e300), 1e300);
}

TEST(RoundScore, IsNearAndChangesNothingTwice) {
  std::mt19937 random(11);
  std::uniform_real_distribution<double> score(-2, 2);
  for (int i = 0; i < 20000; ++i) {
    const double value = score(random);
    const double rounded = round_score(value);
    EXPECT_NEAR(rounded, value, 0.0005000001);
    EXPECT_EQ(round_score(rounded), rounded);
    EXPECT_LE(format_double(std::fabs(rounded)).size(), 5U);
  }
}

}  // namespace
}  // namespace relata

#include "relata/core/number.hpp"

#include <array>
#include <cassert>
#include <charconv>
#include <cmath>
#include <string_view>

namespace relata {
namespace {

/// Digits of the shortest decimal without an exponent. Fits: the longest are the subnormals, with
/// "-0.", 307 zeros and 17 digits.
std::string shortest_decimal(double value) {
  assert(std::isfinite(value) && "numbers that are written are finite");
  std::array<char, 400> buffer;
  const auto result =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed);
  assert(result.ec == std::errc());
  return std::string(buffer.data(), result.ptr);
}

/// Adds one to the last digit of an unsigned decimal.
void increment(std::string& decimal) {
  for (std::size_t i = decimal.size(); i-- > 0;) {
    if (decimal[i] == '.') continue;
    if (decimal[i] != '9') {
      ++decimal[i];
      return;
    }
    decimal[i] = '0';
  }
  decimal.insert(decimal.begin(), '1');
}

}  // namespace

std::string format_double(double value) {
  if (value == 0.0) return "0.0";
  std::string out = shortest_decimal(value);
  if (out.find('.') == std::string::npos) out += ".0";
  return out;
}

std::string format_integer(std::int64_t value) {
  std::array<char, 24> buffer;
  const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  return std::string(buffer.data(), result.ptr);
}

double round_score(double value) {
  constexpr std::size_t kDecimals = 3;
  std::string decimal = shortest_decimal(std::fabs(value));
  const std::size_t point = decimal.find('.');
  if (point == std::string::npos || decimal.size() - point - 1 <= kDecimals) return value;
  const std::size_t kept = point + 1 + kDecimals;
  const std::string_view rest = std::string_view(decimal).substr(kept);
  // The shortest decimal ends in no zero, so a tie is the single digit 5.
  const bool odd = (decimal[kept - 1] - '0') % 2 != 0;
  const bool up = rest == "5" ? odd : rest.front() >= '5';
  decimal.resize(kept);
  if (up) increment(decimal);
  double rounded = 0;
  std::from_chars(decimal.data(), decimal.data() + decimal.size(), rounded);
  if (rounded == 0) return 0;
  return std::copysign(rounded, value);
}

}  // namespace relata

// CONTRACT. The one function that writes numbers, in every format.
#pragma once

#include <cstdint>
#include <string>

namespace relata {

/// Shortest decimal that reads back as `value`, never with an exponent, always with a period:
/// "0.91", "2.0". `value` must be finite.
std::string format_double(double value);

std::string format_integer(std::int64_t value);

/// Confidences and scores are rounded to 3 decimals before they are used or written (ties to even
/// of the decimal value that std::to_chars gives).
double round_score(double value);

}  // namespace relata

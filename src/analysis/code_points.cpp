#include "analysis/code_points.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstdint>

namespace relata {
namespace {

bool in_category(char32_t c, std::uint32_t mask) {
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & mask) != 0;
}

}  // namespace

std::u32string to_code_points(std::string_view utf8) {
  std::u32string out;
  out.reserve(utf8.size());
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
  const auto size = static_cast<std::int32_t>(utf8.size());
  for (std::int32_t i = 0; i < size;) {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(bytes, i, size, c);
    out += static_cast<char32_t>(c);
  }
  return out;
}

void append_utf8(char32_t c, std::string& out) {
  const auto byte = [](char32_t bits) {
    return static_cast<char>(static_cast<unsigned char>(bits));
  };
  const auto continuation = [&](unsigned shift) { return byte(0x80U | ((c >> shift) & 0x3FU)); };
  if (c < 0x80) {
    out += byte(c);
  } else if (c < 0x800) {
    out += {byte(0xC0U | (c >> 6U)), continuation(0)};
  } else if (c < 0x10000) {
    out += {byte(0xE0U | (c >> 12U)), continuation(6), continuation(0)};
  } else {
    out += {byte(0xF0U | (c >> 18U)), continuation(12), continuation(6), continuation(0)};
  }
}

std::u32string lower_code_points(std::u32string text) {
  for (char32_t& c : text) c = static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
  return text;
}

bool is_letter(char32_t c) { return in_category(c, U_GC_L_MASK); }
bool is_upper(char32_t c) { return in_category(c, U_GC_LU_MASK | U_GC_LT_MASK); }
bool is_lower(char32_t c) { return in_category(c, U_GC_LL_MASK); }
bool is_digit(char32_t c) { return in_category(c, U_GC_ND_MASK); }
bool is_punctuation(char32_t c) { return in_category(c, U_GC_P_MASK); }
bool is_symbol(char32_t c) { return in_category(c, U_GC_S_MASK); }

}  // namespace relata

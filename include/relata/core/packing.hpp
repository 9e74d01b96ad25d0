// Values as bytes for a spool: small, and read again by the same program only.
#pragma once

#include <bit>
#include <cstdint>
#include <string>
#include <string_view>

namespace relata {

/// Appends to `out`.
class Packer {
 public:
  explicit Packer(std::string& out) noexcept : out_(out) {}

  /// Seven bits a byte, low ones first.
  void integer(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) out_ += static_cast<char>(0x80 | (value & 0x7F));
    out_ += static_cast<char>(value);
  }
  void text(std::string_view value) {
    integer(value.size());
    out_ += value;
  }
  void real(double value) {
    const auto bits = std::bit_cast<std::uint64_t>(value);
    for (int shift = 0; shift < 64; shift += 8) out_ += static_cast<char>(bits >> shift);
  }

 private:
  std::string& out_;
};

/// Takes the values in the order in which they were packed. Texts point into the bytes.
class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) noexcept : rest_(bytes) {}

  bool empty() const noexcept { return rest_.empty(); }

  std::uint64_t integer() {
    std::uint64_t value = 0;
    for (int shift = 0;; shift += 7) {
      const auto byte = static_cast<unsigned char>(rest_.front());
      rest_.remove_prefix(1);
      value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
      if (byte < 0x80) return value;
    }
  }
  std::string_view text() {
    const auto size = static_cast<std::size_t>(integer());
    const std::string_view value = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return value;
  }
  double real() {
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < 8; ++i) {
      bits |= std::uint64_t{static_cast<unsigned char>(rest_[i])} << (8 * i);
    }
    rest_.remove_prefix(8);
    return std::bit_cast<double>(bits);
  }

 private:
  std::string_view rest_;
};

}  // namespace relata

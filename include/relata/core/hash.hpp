// CONTRACT. SHA-256 (OpenSSL's), base-32 and base-64 (RFC 4648).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace relata {

using Sha256 = std::array<std::uint8_t, 32>;

Sha256 sha256(std::string_view bytes);

/// Lower-case hexadecimal.
std::string to_hex(std::span<const std::uint8_t> bytes);

/// The first `digits` base-32 digits (RFC 4648 alphabet in lower case, no padding) of `hash`.
std::string base32_prefix(const Sha256& hash, std::size_t digits);

std::string to_base64(std::span<const std::uint8_t> bytes);

}  // namespace relata

#include "relata/core/hash.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <cassert>

#include "relata/core/error.hpp"

namespace relata {

Sha256 sha256(std::string_view bytes) {
  // Looked up once: a fetch by name costs more than hashing the short keys of node ids.
  static const std::unique_ptr<EVP_MD, decltype(&EVP_MD_free)> kAlgorithm(
      EVP_MD_fetch(nullptr, "SHA256", nullptr), &EVP_MD_free);
  Sha256 hash{};
  unsigned size = 0;
  if (!kAlgorithm ||
      EVP_Digest(bytes.data(), bytes.size(), hash.data(), &size, kAlgorithm.get(), nullptr) != 1) {
    throw Error("OpenSSL gives no SHA-256; is its default provider switched off?");
  }
  assert(size == hash.size());
  return hash;
}

std::string to_hex(std::span<const std::uint8_t> bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out;
  out.reserve(2 * bytes.size());
  for (const unsigned byte : bytes) {
    out += kDigits[byte >> 4];
    out += kDigits[byte & 15U];
  }
  return out;
}

std::string base32_prefix(const Sha256& hash, std::size_t digits) {
  constexpr std::string_view kDigits = "abcdefghijklmnopqrstuvwxyz234567";
  assert(digits * 5 <= hash.size() * 8 && "a SHA-256 has 51 whole base-32 digits");
  std::string out;
  out.reserve(digits);
  unsigned buffer = 0;
  int bits = 0;
  auto byte = hash.begin();
  while (out.size() < digits) {
    if (bits < 5) {
      buffer = (buffer << 8) | *byte++;
      bits += 8;
    }
    bits -= 5;
    out += kDigits[(buffer >> bits) & 31U];
  }
  return out;
}

std::string to_base64(std::span<const std::uint8_t> bytes) {
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  out.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const std::size_t taken = std::min<std::size_t>(3, bytes.size() - i);
    unsigned group = 0;
    for (std::size_t k = 0; k < 3; ++k) group = (group << 8) | (k < taken ? bytes[i + k] : 0U);
    for (std::size_t k = 0; k < 4; ++k) {
      out += k <= taken ? kDigits[(group >> (18 - 6 * k)) & 63U] : '=';
    }
  }
  return out;
}

}  // namespace relata

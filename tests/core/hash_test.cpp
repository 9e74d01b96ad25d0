#include "relata/core/hash.hpp"

#include <gtest/gtest.h>

#include <string>

namespace relata {
namespace {

std::span<const std::uint8_t> bytes_of(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

TEST(Sha256, GivesTheExamplesOfTheStandard) {
  // FIPS 180-4, examples of NIST's cryptographic toolkit.
  EXPECT_EQ(to_hex(sha256("")), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(to_hex(sha256("abc")),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Base32, IsRfc4648InLowerCase) {
  Sha256 hash{};
  const std::string_view text = "foobar";
  for (std::size_t i = 0; i < text.size(); ++i) hash[i] = static_cast<std::uint8_t>(text[i]);
  // RFC 4648, section 10: "foobar" is MZXW6YTBOI; the ninth and tenth digits end on its last bits.
  EXPECT_EQ(base32_prefix(hash, 9), "mzxw6ytbo");
  EXPECT_EQ(base32_prefix(hash, 3), "mzx");
  EXPECT_EQ(base32_prefix(hash, 0), "");
  hash.fill(0xFF);
  EXPECT_EQ(base32_prefix(hash, 51), std::string(51, '7'));
}

TEST(Base64, IsRfc4648WithPadding) {
  EXPECT_EQ(to_base64(bytes_of("")), "");
  EXPECT_EQ(to_base64(bytes_of("f")), "Zg==");
  EXPECT_EQ(to_base64(bytes_of("fo")), "Zm8=");
  EXPECT_EQ(to_base64(bytes_of("foo")), "Zm9v");
  EXPECT_EQ(to_base64(bytes_of("foobar")), "Zm9vYmFy");
  EXPECT_EQ(to_base64(bytes_of("\xFB\xFF\xFE")), "+//+");
}

}  // namespace
}  // namespace relata

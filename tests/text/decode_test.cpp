#include "text/decode.hpp"

#include <gtest/gtest.h>

#include <string>

#include "relata/core/error.hpp"

namespace relata {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kEnglish =
    "The mayor of the town said on Monday that the bridge would stay closed for a week, and that "
    "nobody had been hurt when a part of it fell into the river. ";

/// ASCII as UTF-16.
std::string widen(std::string_view text, bool big_endian) {
  std::string wide;
  for (const char c : text) {
    if (big_endian) wide += '\0';
    wide += c;
    if (!big_endian) wide += '\0';
  }
  return wide;
}

TEST(DecodeDetected, GoesByTheMarkFirst) {
  EXPECT_EQ(decode_detected("\xEF\xBB\xBF"
                            "a")
                .text,
            "a");
  EXPECT_EQ(decode_detected("\xEF\xBB\xBF"
                            "a")
                .source.to_source({0, 1}),
            (Span{3, 4}));
  EXPECT_EQ(decode_detected("\xFF\xFE"
                            "a\0\xE9\0"sv)
                .text,
            "a\xC3\xA9");
  EXPECT_EQ(decode_detected("\xFE\xFF\0a"sv).text, "a");
  EXPECT_EQ(decode_detected("\xFF\xFE\0\0a\0\0\0"sv).encoding, "UTF-32LE");
  EXPECT_EQ(decode_detected("\xEF\xBB\xBF"
                            "\xC3\xA9",
                            "windows-1252")
                .text,
            "\xC3\xA9");
}

TEST(DecodeDetected, FindsUtf16WithoutAMark) {
  EXPECT_EQ(decode_detected(widen(kEnglish, false)).text, kEnglish);
  EXPECT_EQ(decode_detected(widen(kEnglish, true)).text, kEnglish);
}

TEST(DecodeDetected, TakesAccentsOfLatinForWindows1252) {
  const std::string bytes = std::string(kEnglish) + "It cost \x80 3 at the caf\xE9, \x93quite\x94.";
  const DecodedText decoded = decode_detected(bytes);
  EXPECT_EQ(decoded.encoding, "windows-1252");
  const std::string expected = std::string(kEnglish) +
                               "It cost \xE2\x82\xAC 3 at the caf\xC3\xA9, "
                               "\xE2\x80\x9Cquite\xE2\x80\x9D.";
  EXPECT_EQ(decoded.text, expected);
  const std::size_t euro = expected.find("\xE2\x82\xAC");
  EXPECT_EQ(decoded.source.to_source({euro, euro + 3}).size(), 1U);
}

TEST(DecodeDetected, KeepsUtf8WithAFewFaults) {
  const DecodedText decoded = decode_detected("\xC3\xA9\xC3\xA8 \xFF \xC3\xA9");
  EXPECT_EQ(decoded.encoding, "UTF-8");
  EXPECT_EQ(decoded.text, "\xC3\xA9\xC3\xA8 \xEF\xBF\xBD \xC3\xA9");
  EXPECT_EQ(decoded.source.to_source({5, 8}), (Span{5, 6}));
  // Cut off in its last character.
  EXPECT_EQ(decode_detected("It cost 3 \xE2\x82").encoding, "UTF-8");
}

TEST(DecodeDetected, BelievesADeclarationThatCanBe) {
  EXPECT_EQ(decode_detected("\xB1", "iso-8859-2").text, "\xC4\x85");
  EXPECT_EQ(decode_detected("\x80", "ISO-8859-1").text, "\xE2\x82\xAC");
  EXPECT_EQ(decode_detected("\xC3\xA9", "no-such-encoding").text, "\xC3\xA9");
  // Declared UTF-8 by habit, but none.
  EXPECT_EQ(decode_detected(std::string(kEnglish) + "caf\xE9 is it.", "utf-8").encoding,
            "windows-1252");
}

TEST(Decode, MapsEachCharacterOfAMultibyteEncoding) {
  // Shift_JIS: U+65E5 U+672C in two bytes each, half-width katakana in one.
  const std::string bytes = "a\x93\xFA\x96\x7B\xB1z";
  const DecodedText decoded = decode(bytes, "Shift_JIS");
  EXPECT_EQ(decoded.text, "a\xE6\x97\xA5\xE6\x9C\xAC\xEF\xBD\xB1z");
  EXPECT_EQ(decoded.source.to_source({1, 4}), (Span{1, 3}));
  EXPECT_EQ(decoded.source.to_source({4, 7}), (Span{3, 5}));
  EXPECT_EQ(decoded.source.to_source({7, 10}), (Span{5, 6}));
  EXPECT_EQ(decoded.source.to_source({10, 11}), (Span{6, 7}));
}

TEST(Decode, MapsLongTextOverTheConverterBuffers) {
  // A pair of surrogates lies over each odd border of the buffers.
  std::string bytes("a\0"sv);
  std::string text = "a";
  for (int i = 0; i < 20000; ++i) {
    bytes += "\x3D\xD8\x00\xDE"sv;
    text += "\xF0\x9F\x98\x80";
  }
  const DecodedText decoded = decode(bytes, "UTF-16LE");
  ASSERT_EQ(decoded.text, text);
  for (std::size_t i = 0; i < 20000; i += 7) {
    ASSERT_EQ(decoded.source.to_source({1 + 4 * i, 5 + 4 * i}), (Span{2 + 4 * i, 6 + 4 * i}));
  }
}

TEST(Decode, RefusesWhatCannotBeReadInPieces) {
  EXPECT_THROW(decode("a", "ISO-2022-JP"), Error);
  EXPECT_THROW(decode("a", "UTF-7"), Error);
  EXPECT_THROW(decode("a", "no-such-encoding"), Error);
}

TEST(Refusal, NamesTheByteOfABinary) {
  try {
    refuse_control_characters(decode("ab\ncd\0e"sv, "UTF-8"));
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.place().line, 2U);
    EXPECT_EQ(error.place().offset, 5U);
  }
  EXPECT_THROW(refuse_known_binary("%PDF-1.7 x"), Error);
  EXPECT_THROW(refuse_known_binary("PK\x03\x04..."), Error);
  EXPECT_THROW(refuse_control_characters(decode(std::string(50, '\x01'), "UTF-8")), Error);
  EXPECT_NO_THROW(refuse_control_characters(decode("a page\fand a stray \x1B", "UTF-8")));
}

}  // namespace
}  // namespace relata

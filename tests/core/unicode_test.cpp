#include "relata/core/unicode.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace relata {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

TEST(CountCodePoints, CountsEachIllFormedByteForItself) {
  EXPECT_EQ(count_code_points(""), 0U);
  EXPECT_EQ(count_code_points("a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80"), 4U);
  EXPECT_EQ(count_code_points("\xE2\x82"), 2U);      // cut off
  EXPECT_EQ(count_code_points("\xED\xA0\x80"), 3U);  // a surrogate
  EXPECT_EQ(count_code_points("\xC0\xAF\xFF"), 3U);  // over-long; no lead byte
  EXPECT_EQ(count_code_points("\xE2\x82z"), 3U);
}

TEST(CodePointAt, AgreesWithAppendOnEveryCodePoint) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c == 0xD800) c = 0xE000;
    std::string text;
    append_code_point(text, c);
    const CodePoint read = code_point_at(text, 0);
    ASSERT_EQ(read.value, c);
    ASSERT_EQ(read.size, text.size());
    text.pop_back();
    if (!text.empty()) {
      ASSERT_EQ(code_point_at(text, 0).value, U'\uFFFD');
    }
  }
}

TEST(CodePointAt, TakesOnlyTheShortestFormAndNoSurrogate) {
  for (const std::string_view text :
       {"\xC0\xAF", "\xE0\x9F\xBF", "\xF0\x8F\xBF\xBF", "\xED\xA0\x80", "\xF4\x90\x80\x80",
        "\xF5\x80\x80\x80", "\x80", "\xFF"}) {
    EXPECT_EQ(code_point_at(text, 0).value, U'\uFFFD');
    EXPECT_EQ(code_point_at(text, 0).size, 1U);
  }
}

TEST(ToNfc, ComposesAndKeepsCompatibilityCharacters) {
  EXPECT_EQ(to_nfc("Goi\xCC\x88ta"), "Go\xC3\xAFta");
  EXPECT_EQ(to_nfc("\xEF\xAC\x81"), "\xEF\xAC\x81");  // the ligature fi
  EXPECT_EQ(to_nfc("a\xFF"), "a\xEF\xBF\xBD");
}

TEST(FoldForKey, DropsMarksAndCase) {
  EXPECT_EQ(fold_for_key("Go\xC3\xAFta"), "goita");
  EXPECT_EQ(fold_for_key("N\xC3\xA9ma SAGARA"), "nema sagara");
  EXPECT_EQ(fold_for_key("\xC5\x81\xC3\xB3"
                         "d\xC5\xBA"),
            "lodz");
  EXPECT_EQ(fold_for_key("Stra\xC3\x9F"
                         "e"),
            "strasse");
  EXPECT_EQ(fold_for_key("\xEF\xAC\x81n"), "fin");
  EXPECT_EQ(fold_for_key("\xED\x95\x9C"), "\xED\x95\x9C");  // Hangul is composed again
}

TEST(FoldForKey, WritesLettersOfOtherAlphabetsAsEnglishDoes) {
  EXPECT_EQ(fold_for_key("Wałęsa"), "walesa");
  EXPECT_EQ(fold_for_key("ŁUKASZ"), "lukasz");
  EXPECT_EQ(fold_for_key("Ødegård"), "odegard");
  EXPECT_EQ(fold_for_key("Đoković"), "dokovic");
  EXPECT_EQ(fold_for_key("Þórður"), "thordur");
  EXPECT_EQ(fold_for_key("Ærø"), "aero");
  EXPECT_EQ(fold_for_key("Əliyev"), "aliyev");
  EXPECT_EQ(fold_for_key("Yıldız"), "yildiz");
}

TEST(FoldForKey, GivesTheSameKeyForEveryNormalForm) {
  EXPECT_EQ(fold_for_key("Goi\xCC\x88ta"), fold_for_key("Go\xC3\xAFta"));
  EXPECT_EQ(fold_for_key(fold_for_key("\xC4\xB0stanbul")), fold_for_key("\xC4\xB0stanbul"));
}

TEST(ToLower, DoesNotAskTheLocale) {
  EXPECT_EQ(to_lower("TITLE"), "title");
  EXPECT_EQ(to_lower("\xC3\x89T\xC3\x89"), "\xC3\xA9t\xC3\xA9");
}

TEST(CleanLabel, KeepsOneLineThatXmlTakes) {
  EXPECT_EQ(clean_label(" \t a \r\n\xC2\xA0 b\xE2\x80\xA9"), "a b");
  EXPECT_EQ(clean_label("a\x01"
                        "b\xC2\x9F"
                        "c\xEF\xBF\xBF"
                        "d\xEF\xBF\xBD"
                        "e\xFF"),
            "abcde");
  EXPECT_EQ(clean_label("a\xC2\x85"
                        "b"),
            "a b");  // a C1 control, but a line end first
  EXPECT_EQ(clean_label("e\x01\xCC\x81"), "\xC3\xA9");
  EXPECT_EQ(clean_label(" \n"), "");
}

TEST(CleanLabel, LeavesOutWhatShowsNothing) {
  EXPECT_EQ(clean_label("Nord\u200Bhaf\u00ADen"), "Nordhafen");
  EXPECT_EQ(clean_label("\u202A\u200FOla\u2060 Berg\u202C\uFEFF"), "Ola Berg");
  EXPECT_EQ(clean_label("Gre\u200Dta \u200CBerg"), "Greta Berg");
  // The selector of an emoji that is not there.
  EXPECT_EQ(clean_label("\uFE0FGovernor"), "Governor");
}

TEST(CleanLabel, KeepsJoinersThatJoin) {
  EXPECT_EQ(clean_label("می\u200Cخواهم"), "می\u200Cخواهم");
  EXPECT_EQ(clean_label("क्\u200Dष"), "क्\u200Dष");
  EXPECT_EQ(clean_label("👩\u200D🚀 ❤\uFE0F"), "👩\u200D🚀 ❤\uFE0F");
}

TEST(BlankForbidden, ReplacesOneForOne) {
  EXPECT_EQ(blank_forbidden("a\x01\nb\xEF\xBF\xBE"), "a \nb ");
  EXPECT_EQ(blank_forbidden("\xEF\xBF\xBD"), kReplacement);
}

TEST(Unicode, NeverThrowsAndGivesWellFormedText) {
  std::mt19937 random(3);
  std::uniform_int_distribution<int> byte(0, 255);
  std::uniform_int_distribution<int> length(0, 40);
  for (int i = 0; i < 5000; ++i) {
    std::string text(static_cast<std::size_t>(length(random)), ' ');
    for (char& c : text) c = static_cast<char>(byte(random));
    const std::size_t count = count_code_points(text);
    const std::string blanked = blank_forbidden(text);
    EXPECT_EQ(count_code_points(blanked), count);
    EXPECT_EQ(blank_forbidden(blanked), blanked);
    for (const std::string& out : {to_nfc(text), fold_for_key(text), to_lower(text)}) {
      EXPECT_EQ(to_nfc(to_nfc(out)), to_nfc(out));
    }
    const std::string label = clean_label(text);
    EXPECT_EQ(clean_label(label), label);
    EXPECT_EQ(label.find(kReplacement), std::string::npos);
  }
}

}  // namespace
}  // namespace relata

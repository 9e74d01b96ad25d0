#include "relata/core/unicode.hpp"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <utility>

#include "relata/core/error.hpp"

namespace relata {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

void check(UErrorCode status, const char* what) {
  if (U_FAILURE(status)) throw Error(std::string(what) + ": ICU says " + u_errorName(status));
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
}

/// Calls `take` with every code point; each byte of an ill-formed sequence counts for itself.
template <typename Take>
void for_each_code_point(std::string_view text, Take take) {
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    i += c.size;
    take(c.value);
  }
}

template <typename Map>
std::string map_code_points(std::string_view text, Map map) {
  std::string out;
  out.reserve(text.size());
  for_each_code_point(text, [&](char32_t c) { append_code_point(out, map(c)); });
  return out;
}

/// What English writes for small letters of Latin alphabets that Unicode does not take apart: their
/// bar, hook or second letter is no mark to it. Empty for all others.
std::string_view plain_letters(char32_t c) {
  constexpr std::array<std::pair<char32_t, std::string_view>, 12> kPlain = {
      {{U'\u00E6', "ae"},   // æ
       {U'\u00F0', "d"},    // ð, of Icelandic
       {U'\u00F8', "o"},    // ø
       {U'\u00FE', "th"},   // þ
       {U'\u0111', "d"},    // đ, of Croatian and Vietnamese
       {U'\u0127', "h"},    // ħ
       {U'\u0131', "i"},    // ı
       {U'\u0142', "l"},    // ł
       {U'\u014B', "ng"},   // ŋ
       {U'\u0153', "oe"},   // œ
       {U'\u0167', "t"},    // ŧ
       {U'\u0259', "a"}}};  // ə, of Azerbaijani: Əliyev is Aliyev
  const auto* found = std::find_if(kPlain.begin(), kPlain.end(),
                                   [c](const auto& entry) { return entry.first == c; });
  return found == kPlain.end() ? std::string_view() : found->second;
}

std::string well_formed(std::string_view text) {
  return map_code_points(text, [](char32_t c) { return c; });
}

icu::StringPiece piece(std::string_view text) {
  return {text.data(), static_cast<std::int32_t>(text.size())};
}

/// `text` must be well-formed: ICU would give one U+FFFD for several bytes.
std::string normalize(const icu::Normalizer2& form, std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  std::string out;
  icu::StringByteSink<std::string> sink(&out, static_cast<std::int32_t>(text.size()));
  form.normalizeUTF8(0, piece(text), sink, nullptr, status);
  check(status, "normalisation");
  return out;
}

const icu::Normalizer2& nfc() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* form = icu::Normalizer2::getNFCInstance(status);
  check(status, "NFC");
  return *form;
}

const icu::Normalizer2& nfkd() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* form = icu::Normalizer2::getNFKDInstance(status);
  check(status, "NFKD");
  return *form;
}

std::string ascii_lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

/// XML 1.0, production 2 (https://www.w3.org/TR/xml/#charsets), for code points that are no
/// surrogates.
bool xml_forbids(char32_t c) {
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0xFFFE || c == 0xFFFF;
}

/// Shows nothing and says only how the text around it is laid out, which a name taken out of it
/// does not need: soft hyphens, zero-width blanks, joiners of words, and the marks of direction, of
/// which a lone one would turn round what stands behind the name.
bool is_layout_mark(char32_t c) {
  return c == 0xAD || c == 0x61C || c == 0x200B || c == 0x200E || c == 0x200F || c == 0xFEFF ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2064) ||
         (c >= 0x2066 && c <= 0x2069);
}

/// Shapes what stands on both sides of it in some scripts and in emoji.
bool is_joiner(char32_t c) { return c == 0x200C || c == 0x200D; }

/// Blanks, and letters, digits and marks that no joiner changes.
bool joins_nothing(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(static_cast<UChar32>(c), &status);
  return c < 0x80 || is_white_space(c) || script == USCRIPT_LATIN || script == USCRIPT_GREEK ||
         script == USCRIPT_CYRILLIC;
}

}  // namespace

CodePoint code_point_at(std::string_view text, std::size_t byte) {
  // The Unicode Standard, table 3-7: the second byte's range depends on the first.
  const auto at = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned first = at(byte);
  if (first < 0x80) return {first, 1};
  constexpr CodePoint kIllFormed = {kReplacement, 1};
  if (first < 0xC2 || first > 0xF4) return kIllFormed;
  const std::size_t size = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  if (text.size() - byte < size) return kIllFormed;
  const unsigned low = first == 0xE0 ? 0xA0U : first == 0xF0 ? 0x90U : 0x80U;
  const unsigned high = first == 0xED ? 0x9FU : first == 0xF4 ? 0x8FU : 0xBFU;
  if (at(byte + 1) < low || at(byte + 1) > high) return kIllFormed;
  char32_t value = first & (0x7FU >> size);
  for (std::size_t i = 1; i < size; ++i) {
    const unsigned next = at(byte + i);
    if ((next & 0xC0U) != 0x80U) return kIllFormed;
    value = (value << 6) | (next & 0x3FU);
  }
  return {value, size};
}

void append_code_point(std::string& out, char32_t c) {
  const auto put = [&](char32_t byte) { out += static_cast<char>(byte); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0U | (c >> 6));
    put(0x80U | (c & 0x3FU));
  } else if (c < 0x10000) {
    put(0xE0U | (c >> 12));
    put(0x80U | ((c >> 6) & 0x3FU));
    put(0x80U | (c & 0x3FU));
  } else {
    put(0xF0U | (c >> 18));
    put(0x80U | ((c >> 12) & 0x3FU));
    put(0x80U | ((c >> 6) & 0x3FU));
    put(0x80U | (c & 0x3FU));
  }
}

bool is_white_space(char32_t c) { return u_isUWhiteSpace(static_cast<UChar32>(c)); }

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for_each_code_point(text, [&](char32_t) { ++count; });
  return count;
}

std::string to_nfc(std::string_view text) {
  return is_ascii(text) ? std::string(text) : normalize(nfc(), well_formed(text));
}

std::string fold_for_key(std::string_view text) {
  if (is_ascii(text)) return ascii_lower(text);
  std::string bare;
  for_each_code_point(normalize(nfkd(), well_formed(text)), [&](char32_t c) {
    if (u_charType(static_cast<UChar32>(c)) != U_NON_SPACING_MARK) append_code_point(bare, c);
  });
  UErrorCode status = U_ZERO_ERROR;
  std::string folded;
  icu::StringByteSink<std::string> sink(&folded, static_cast<std::int32_t>(bare.size()));
  icu::CaseMap::utf8Fold(U_FOLD_CASE_DEFAULT, piece(bare), sink, nullptr, status);
  check(status, "case folding");
  std::string plain;
  for_each_code_point(folded, [&](char32_t c) {
    const std::string_view letters = plain_letters(c);
    if (letters.empty()) {
      append_code_point(plain, c);
    } else {
      plain += letters;
    }
  });
  return normalize(nfc(), plain);
}

std::string to_lower(std::string_view text) {
  if (is_ascii(text)) return ascii_lower(text);
  UErrorCode status = U_ZERO_ERROR;
  const std::string source = well_formed(text);
  std::string out;
  icu::StringByteSink<std::string> sink(&out, static_cast<std::int32_t>(source.size()));
  icu::CaseMap::utf8ToLower("", 0, piece(source), sink, nullptr, status);
  check(status, "lower case");
  return out;
}

std::string clean_label(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool blank = false;
  char32_t last = U' ';  // what was written last
  char32_t joiner = 0;   // that waits for what it joins
  for_each_code_point(text, [&](char32_t c) {
    if (is_white_space(c)) {
      blank = true;
      return;
    }
    const bool c1 = c >= 0x80 && c <= 0x9F;
    if (xml_forbids(c) || c1 || c == kReplacement || is_layout_mark(c)) return;
    if (is_joiner(c)) {
      joiner = c;
      return;
    }
    // Without what it belongs to, a mark belongs to nothing.
    if (out.empty() && u_charType(static_cast<UChar32>(c)) == U_NON_SPACING_MARK) return;
    if (joiner != 0 && !blank && !joins_nothing(last) && !joins_nothing(c)) {
      append_code_point(out, joiner);
    }
    joiner = 0;
    if (blank && !out.empty()) out += ' ';
    blank = false;
    append_code_point(out, c);
    last = c;
  });
  return is_ascii(out) ? out : normalize(nfc(), out);
}

std::string blank_forbidden(std::string_view text) {
  return map_code_points(text, [](char32_t c) { return xml_forbids(c) ? U' ' : c; });
}

}  // namespace relata

#include "analysis/word_pieces.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <utility>

#include "analysis/code_points.hpp"
#include "relata/core/error.hpp"
#include "relata/core/unicode.hpp"

namespace relata {
namespace {

constexpr std::size_t kLongestUnit = 100;  // in characters; what is longer is [UNK]

constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kFormsOfWords = {{
    {"``", "\""},
    {"''", "\""},
    {"-LRB-", "("},
    {"-RRB-", ")"},
    {"-LSB-", "["},
    {"-RSB-", "]"},
    {"-LCB-", "{"},
    {"-RCB-", "}"},
}};

/// What a character becomes in the model form; empty if it stays.
std::string_view plain_character(char32_t c) {
  switch (c) {
    case U'\u2018':
    case U'\u2019':
    case U'\u201A':
    case U'\u201B':
      return "'";
    case U'\u201C':
    case U'\u201D':
    case U'\u201E':
      return "\"";
    case U'\u2026':
      return "...";
    case U'\u2013':
    case U'\u2014':
      return "-";
    default:
      return {};
  }
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Each of these is a unit by itself.
bool stands_alone(char32_t c) {
  if ((c >= 33 && c <= 47) || (c >= 58 && c <= 64) || (c >= 91 && c <= 96) ||
      (c >= 123 && c <= 126)) {
    return true;
  }
  if (c < 0x80) return false;
  if (is_punctuation(c)) return true;
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) ||
         (c >= 0x20000 && c <= 0x2A6DF) || (c >= 0x2A700 && c <= 0x2B81F) ||
         (c >= 0x2B820 && c <= 0x2CEAF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0x2F800 && c <= 0x2FA1F);
}

bool separates(char32_t c) {
  const int8_t category = u_charType(static_cast<UChar32>(c));
  return category == U_SPACE_SEPARATOR || category == U_LINE_SEPARATOR ||
         category == U_PARAGRAPH_SEPARATOR || category == U_CONTROL_CHAR ||
         category == U_FORMAT_CHAR;
}

/// Lower-cased by code point, decomposed, without combining marks.
std::u32string plain_lower(std::string_view form) {
  std::u32string lower = lower_code_points(to_code_points(form));
  if (is_ascii(form)) return lower;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  const icu::UnicodeString given = icu::UnicodeString::fromUTF32(
      reinterpret_cast<const UChar32*>(lower.data()), static_cast<int32_t>(lower.size()));
  const icu::UnicodeString decomposed = nfd->normalize(given, status);
  if (U_FAILURE(status)) throw Error("ICU cannot decompose a word");
  std::u32string out;
  for (int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
    const UChar32 c = decomposed.char32At(i);
    if (u_charType(c) != U_NON_SPACING_MARK) out += static_cast<char32_t>(c);
  }
  return out;
}

}  // namespace

std::string model_form(std::string_view form) {
  for (const auto& [from, to] : kFormsOfWords) {
    if (form == from) return std::string(to);
  }
  if (is_ascii(form)) return std::string(form);
  const std::string composed = to_nfc(form);
  std::string out;
  for (char32_t c : to_code_points(composed)) {
    const std::string_view plain = plain_character(c);
    if (plain.empty()) {
      append_utf8(c, out);
    } else {
      out += plain;
    }
  }
  return out;
}

WordPieces::WordPieces(const std::vector<std::string>& vocabulary) {
  constexpr std::string_view kContinues = "##";
  starts_.reserve(vocabulary.size());
  continuations_.reserve(vocabulary.size() / 2);
  for (std::size_t id = 0; id < vocabulary.size(); ++id) {
    const std::string_view entry = vocabulary[id];
    // "#" and "##" are characters of text; only what follows "##" continues a word.
    starts_.emplace(entry, static_cast<std::int32_t>(id));
    if (entry.size() > kContinues.size() && entry.starts_with(kContinues)) {
      continuations_.emplace(entry.substr(kContinues.size()), static_cast<std::int32_t>(id));
    }
  }
  unknown_ = required("[UNK]");
  start_mark_ = required("[CLS]");
  end_mark_ = required("[SEP]");
}

std::int32_t WordPieces::required(std::string_view entry) const {
  const auto found = starts_.find(entry);
  if (found == starts_.end()) {
    throw Error("the vocabulary of word pieces has no " + std::string(entry));
  }
  return found->second;
}

std::vector<std::int32_t> WordPieces::cut(std::string_view form) const {
  std::vector<std::int32_t> pieces;
  std::u32string unit;
  const auto finish_unit = [&] {
    if (!unit.empty()) cut_unit(unit, pieces);
    unit.clear();
  };
  for (char32_t c : plain_lower(form)) {
    if (stands_alone(c)) {
      finish_unit();
      unit = c;
      finish_unit();
    } else if (separates(c)) {
      finish_unit();
    } else {
      unit += c;
    }
  }
  finish_unit();
  if (pieces.empty()) pieces.push_back(unknown_);
  if (pieces.size() > kMostPieces) {
    pieces[kMostPieces - 1] = pieces.back();
    pieces.resize(kMostPieces);
  }
  return pieces;
}

void WordPieces::cut_unit(const std::u32string& unit, std::vector<std::int32_t>& pieces) const {
  if (unit.size() > kLongestUnit) {
    pieces.push_back(unknown_);
    return;
  }
  std::string bytes;
  std::vector<std::size_t> ends;  // in bytes, of each character
  for (char32_t c : unit) {
    append_utf8(c, bytes);
    ends.push_back(bytes.size());
  }
  const std::size_t before = pieces.size();
  std::size_t done = 0;  // characters
  while (done < ends.size()) {
    const auto& entries = done == 0 ? starts_ : continuations_;
    const std::size_t start = done == 0 ? 0 : ends[done - 1];
    std::size_t end = ends.size();
    auto found = entries.end();
    for (; end > done; --end) {
      found = entries.find(std::string_view(bytes).substr(start, ends[end - 1] - start));
      if (found != entries.end()) break;
    }
    if (end == done) {
      pieces.resize(before);
      pieces.push_back(unknown_);
      return;
    }
    pieces.push_back(found->second);
    done = end;
  }
}

}  // namespace relata

#include "text/decode.hpp"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>
#include <vector>

#include "relata/core/error.hpp"
#include "relata/core/unicode.hpp"

namespace relata {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/// What ICU's detector looks at: it is linear but slow, and more tells it nothing new.
constexpr std::size_t kDetectionBytes = std::size_t{64} << 10;

/// How much of `bytes` is UTF-8.
struct Utf8Count {
  std::size_t good = 0;       ///< sequences of two bytes and more
  std::size_t bad = 0;        ///< bytes in no well-formed sequence
  std::size_t first_bad = 0;  ///< only when bad != 0
};

Utf8Count count_utf8(std::string_view bytes) {
  Utf8Count count;
  for (std::size_t i = 0; i < bytes.size();) {
    const std::size_t size = code_point_at(bytes, i).size;
    if (size > 1) ++count.good;
    if (size == 1 && (bytes[i] & 0x80) != 0 && count.bad++ == 0) count.first_bad = i;
    i += size;
  }
  return count;
}

/// Valid, cut off in its last character, or with fewer faults than good characters: what other
/// encodings write for letters beyond ASCII is hardly ever well-formed UTF-8.
bool is_utf8(std::string_view bytes) {
  const Utf8Count count = count_utf8(bytes);
  if (count.bad < count.good || count.bad == 0) return true;
  const std::string_view tail = bytes.substr(count.first_bad);
  return tail.size() > 1 && U8_IS_LEAD(tail.front()) &&
         tail.size() < 1 + static_cast<std::size_t>(
                               U8_COUNT_TRAIL_BYTES(static_cast<unsigned char>(tail.front()))) &&
         std::all_of(tail.begin() + 1, tail.end(), [](char byte) { return U8_IS_TRAIL(byte); });
}

/// UTF-16 without a mark: in European text every second byte is mostly zero.
std::string_view guess_utf16(std::string_view bytes) {
  const std::size_t size = std::min<std::size_t>(bytes.size(), 4096) / 2 * 2;
  if (size < 4) return "";
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < size; ++i) {
    if (bytes[i] == '\0') ++zeros[i % 2];
  }
  const std::size_t units = size / 2;
  if (zeros[0] * 20 < units && zeros[1] * 10 > units * 7) return "UTF-16LE";
  if (zeros[1] * 20 < units && zeros[0] * 10 > units * 7) return "UTF-16BE";
  return "";
}

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

Converter open_converter(const std::string& encoding) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(encoding.c_str(), &status), &ucnv_close);
  if (U_FAILURE(status) || encoding.empty()) throw Error("unknown encoding \"" + encoding + "\"");
  switch (ucnv_getType(converter.get())) {
    case UCNV_ISO_2022:
    case UCNV_HZ:
    case UCNV_UTF7:
    case UCNV_IMAP_MAILBOX:
    case UCNV_SCSU:
    case UCNV_BOCU1:
    case UCNV_COMPOUND_TEXT:
    case UCNV_EBCDIC_STATEFUL:
      throw Error(
          "encoding \"" + encoding +
          "\" keeps a state, so that no piece of it can be read alone; convert it to UTF-8");
    default:
      return converter;
  }
}

bool can_decode(const std::string& encoding) {
  try {
    open_converter(encoding);
    return true;
  } catch (const Error&) {
    return false;
  }
}

/// The web's reading of labels (https://encoding.spec.whatwg.org/#names-and-labels): pages and
/// detectors that say Latin-1 mean Windows' superset of it.
std::string widen_latin(std::string encoding) {
  std::string upper = encoding;
  for (char& c : upper) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  if (upper == "ISO-8859-1" || upper == "LATIN1" || upper == "US-ASCII" || upper == "ASCII") {
    return "windows-1252";
  }
  if (upper == "ISO-8859-9") return "windows-1254";
  return encoding;
}

bool is_latin(std::string_view encoding) {
  constexpr std::array<std::string_view, 6> kLatin = {
      "ISO-8859-1", "ISO-8859-2", "ISO-8859-9", "windows-1250", "windows-1252", "windows-1254"};
  return std::find(kLatin.begin(), kLatin.end(), encoding) != kLatin.end();
}

std::string detect(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status),
                                                                            &ucsdet_close);
  const std::string_view head = bytes.substr(0, kDetectionBytes);
  ucsdet_setText(detector.get(), head.data(), static_cast<std::int32_t>(head.size()), &status);
  std::int32_t count = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &count, &status);
  if (U_FAILURE(status)) throw Error(std::string("encoding: ICU says ") + u_errorName(status));
  for (std::int32_t i = 0; i < count; ++i) {
    std::string name = ucsdet_getName(matches[i], &status);
    // Few accented letters tell the Latin alphabets apart badly; English is written in this one.
    if (is_latin(name)) return "windows-1252";
    // EBCDIC has no ASCII letters; a text that is mostly ASCII is never that, whatever ICU says.
    if (name.starts_with("IBM") || name == "UTF-8") continue;
    if (can_decode(name)) return name;
  }
  return "windows-1252";
}

/// One run a code point over [first, last) of its code points with the same source bytes: an ICU
/// table can give two code points for one character of the file.
struct UnitReader {
  DecodedText& out;
  std::vector<std::pair<UChar32, std::size_t>> pending;  ///< code points not yet ended, and where

  void take(UChar32 c, std::size_t at) {
    if (!pending.empty() && at > pending.front().second) flush(at);
    pending.emplace_back(c, pending.empty() ? at : pending.front().second);
  }
  void flush(std::size_t end) {
    if (pending.empty()) return;
    const std::size_t start = pending.front().second;
    for (const auto& [c, at] : pending) {
      const std::size_t text_start = out.text.size();
      append_code_point(out.text, static_cast<char32_t>(c));
      out.source.append({text_start, out.text.size() - text_start, start, end - start});
    }
    pending.clear();
  }
};

void decode_utf8(std::string_view bytes, std::size_t skipped, DecodedText& out) {
  out.text.reserve(bytes.size());
  std::size_t good_start = 0;
  const auto copy_good = [&](std::size_t end) {
    out.source.append({out.text.size(), end - good_start, skipped + good_start, end - good_start});
    out.text.append(bytes.substr(good_start, end - good_start));
  };
  for (std::size_t i = 0; i < bytes.size();) {
    const std::size_t start = i;
    const std::size_t size = code_point_at(bytes, i).size;
    i += size;
    if (size > 1 || (bytes[start] & 0x80) == 0) continue;
    copy_good(start);
    out.source.append({out.text.size(), kReplacement.size(), skipped + start, 1});
    out.text += kReplacement;
    good_start = i;
  }
  copy_good(bytes.size());
}

void decode_by_icu(std::string_view bytes, std::size_t skipped, DecodedText& out) {
  const Converter converter = open_converter(out.encoding);
  constexpr std::size_t kUnits = 8192;
  std::vector<char16_t> units(kUnits);
  std::vector<std::int32_t> offsets(kUnits);
  UnitReader reader{out, {}};
  const char* const begin = bytes.data();
  const char* const end = begin + bytes.size();
  const char* source = begin;
  std::size_t last_offset = skipped;
  char16_t lead = 0;
  UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
  while (status == U_BUFFER_OVERFLOW_ERROR) {
    status = U_ZERO_ERROR;
    const std::size_t base = skipped + static_cast<std::size_t>(source - begin);
    char16_t* target = units.data();
    ucnv_toUnicode(converter.get(), &target, target + kUnits, &source, end, offsets.data(), true,
                   &status);
    if (U_FAILURE(status) && status != U_BUFFER_OVERFLOW_ERROR) {
      throw Error("encoding " + out.encoding + ": ICU says " + u_errorName(status));
    }
    const std::size_t count = static_cast<std::size_t>(target - units.data());
    for (std::size_t i = 0; i < count; ++i) {
      // -1 stands for a unit that was left over from the call before.
      if (offsets[i] >= 0) last_offset = base + static_cast<std::size_t>(offsets[i]);
      const char16_t unit = units[i];
      if (U16_IS_LEAD(unit)) {
        lead = unit;
        continue;
      }
      UChar32 c = unit;
      if (U16_IS_TRAIL(unit)) c = lead != 0 ? U16_GET_SUPPLEMENTARY(lead, unit) : 0xFFFD;
      lead = 0;
      reader.take(c, last_offset);
    }
  }
  reader.flush(skipped + bytes.size());
}

/// The first `skipped` bytes are no part of the text.
DecodedText decode_behind(std::string_view bytes, std::size_t skipped,
                          const std::string& encoding) {
  DecodedText out;
  out.encoding = encoding;
  bytes.remove_prefix(skipped);
  if (encoding == "UTF-8") {
    decode_utf8(bytes, skipped, out);
  } else {
    decode_by_icu(bytes, skipped, out);
  }
  return out;
}

}  // namespace

std::optional<ByteOrderMark> find_byte_order_mark(std::string_view bytes) {
  using namespace std::string_view_literals;
  // UTF-32 before UTF-16, whose little-endian mark is the start of its own.
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kMarks = {{
      {"\xFF\xFE\0\0"sv, "UTF-32LE"},
      {"\0\0\xFE\xFF"sv, "UTF-32BE"},
      {"\xEF\xBB\xBF"sv, "UTF-8"},
      {"\xFF\xFE"sv, "UTF-16LE"},
      {"\xFE\xFF"sv, "UTF-16BE"},
  }};
  for (const auto& [mark, encoding] : kMarks) {
    if (bytes.starts_with(mark)) return ByteOrderMark{encoding, mark.size()};
  }
  return std::nullopt;
}

DecodedText decode(std::string_view bytes, const std::string& encoding) {
  return decode_behind(bytes, 0, encoding);
}

DecodedText decode_detected(std::string_view bytes, const std::string& declared) {
  if (const auto mark = find_byte_order_mark(bytes)) {
    return decode_behind(bytes, mark->size, std::string(mark->encoding));
  }
  // The name by which most pages are declared, and which ICU spells in several ways.
  const std::string wanted = widen_latin(declared);
  if (!wanted.empty() && can_decode(wanted)) {
    UErrorCode status = U_ZERO_ERROR;
    const char* name = ucnv_getStandardName(wanted.c_str(), "IANA", &status);
    const std::string standard = name != nullptr ? name : wanted;
    if (standard != "UTF-8" || is_utf8(bytes)) return decode(bytes, standard);
  }
  if (const std::string_view utf16 = guess_utf16(bytes); !utf16.empty()) {
    return decode(bytes, std::string(utf16));
  }
  return decode(bytes, is_utf8(bytes) ? "UTF-8" : detect(bytes));
}

void refuse_known_binary(std::string_view bytes) {
  using namespace std::string_view_literals;
  constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kMagic = {{
      {"%PDF-"sv, "a PDF file; convert it to text first"},
      {"PK\x03\x04"sv, "a ZIP archive or an office document; unpack it or save it as text first"},
      {"\xD0\xCF\x11\xE0"sv, "an old office document; save it as text first"},
      {"{\\rtf"sv, "a rich text file; save it as plain text first"},
      {"\x89PNG"sv, "a PNG picture"},
      {"\xFF\xD8\xFF"sv, "a JPEG picture"},
      {"GIF8"sv, "a GIF picture"},
      {"\x7F"
       "ELF"sv,
       "a program"},
      {"BZh"sv, "a bzip2 archive; unpack it first"},
      {"\xFD"
       "7zXZ"sv,
       "an xz archive; unpack it first"},
      {"\x37\x7A\xBC\xAF"sv, "a 7z archive; unpack it first"},
      {"SQLite format 3\0"sv, "a database"},
  }};
  for (const auto& [magic, name] : kMagic) {
    if (bytes.starts_with(magic)) {
      throw Error("found " + std::string(name) + ", expected a text", Place{{}, 1, 0});
    }
  }
}

void refuse_control_characters(const DecodedText& decoded) {
  // Words of real text hold none; a stray one in a hundred characters may be an accident.
  constexpr std::size_t kTextPerControl = 100;
  std::size_t controls = 0;
  std::size_t first = 0;
  std::uint64_t lines = 1;
  std::uint64_t first_line = 1;
  for (std::size_t i = 0; i < decoded.text.size(); ++i) {
    const char c = decoded.text[i];
    if (c == '\n') ++lines;
    if (c == '\0') {
      throw Error("found a zero byte (a binary file?), expected a text",
                  Place{{}, lines, decoded.source.to_source({i, i + 1}).start});
    }
    const bool control =
        (static_cast<unsigned char>(c) < 0x20 && (c < '\t' || c > '\r')) || c == '\x7F';
    if (!control) continue;
    if (controls++ == 0) {
      first = i;
      first_line = lines;
    }
  }
  if (controls > 8 && controls * kTextPerControl > decoded.text.size()) {
    throw Error("found " + std::to_string(controls) + " control characters in " +
                    std::to_string(decoded.text.size()) +
                    " bytes of text (a binary file?), expected a text",
                Place{{}, first_line, decoded.source.to_source({first, first + 1}).start});
  }
}

SourceMap slice(const SourceMap& map, Span span) {
  SourceMap part;
  const std::vector<SourceMap::Run>& runs = map.runs();
  auto run = std::partition_point(runs.begin(), runs.end(), [&](const SourceMap::Run& before) {
    return before.text_start + before.text_size <= span.start;
  });
  for (; run != runs.end() && run->text_start < span.end; ++run) {
    const std::size_t start = std::max(run->text_start, span.start);
    const std::size_t end = std::min(run->text_start + run->text_size, span.end);
    const bool whole = run->text_size != run->source_size;
    part.append({start - span.start, end - start,
                 whole ? run->source_start : run->source_start + (start - run->text_start),
                 whole ? run->source_size : end - start});
  }
  return part;
}

SourceMap compose(const SourceMap& outer, const SourceMap& inner) {
  SourceMap composed;
  for (const SourceMap::Run& run : outer.runs()) {
    const Span middle{run.source_start, run.source_start + run.source_size};
    if (run.text_size != run.source_size) {
      const Span source = inner.to_source(middle);
      composed.append({run.text_start, run.text_size, source.start, source.size()});
      continue;
    }
    const SourceMap part = slice(inner, middle);
    for (SourceMap::Run piece : part.runs()) {
      piece.text_start += run.text_start;
      composed.append(piece);
    }
  }
  return composed;
}

}  // namespace relata

#include "relata/core/json.hpp"

#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>
#include <unicode/utf8.h>

#include <array>
#include <cassert>
#include <limits>
#include <utility>

#include "relata/core/number.hpp"

namespace relata {
namespace {

constexpr unsigned kParseFlags = rapidjson::kParseIterativeFlag |
                                 rapidjson::kParseValidateEncodingFlag |
                                 rapidjson::kParseFullPrecisionFlag;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// Hands every event on to `next` until the depth limit; then stops the reader.
template <typename Handler>
class DepthLimit {
 public:
  explicit DepthLimit(Handler& next) : next_(next) {}

  bool Null() { return next_.Null(); }
  bool Bool(bool value) { return next_.Bool(value); }
  bool Int(int value) { return next_.Int(value); }
  bool Uint(unsigned value) { return next_.Uint(value); }
  bool Int64(std::int64_t value) { return next_.Int64(value); }
  bool Uint64(std::uint64_t value) { return next_.Uint64(value); }
  bool Double(double value) { return next_.Double(value); }
  bool RawNumber(const char* text, rapidjson::SizeType size, bool copy) {
    return next_.RawNumber(text, size, copy);
  }
  bool String(const char* text, rapidjson::SizeType size, bool copy) {
    return next_.String(text, size, copy);
  }
  bool Key(const char* text, rapidjson::SizeType size, bool copy) {
    return next_.Key(text, size, copy);
  }
  bool StartObject() { return ++depth_ <= kMaxJsonDepth && next_.StartObject(); }
  bool EndObject(rapidjson::SizeType members) { return --depth_, next_.EndObject(members); }
  bool StartArray() { return ++depth_ <= kMaxJsonDepth && next_.StartArray(); }
  bool EndArray(rapidjson::SizeType elements) { return --depth_, next_.EndArray(elements); }

 private:
  Handler& next_;
  std::size_t depth_ = 0;
};

std::string_view body_of(std::string_view text) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  return text;
}

std::string describe_fault(rapidjson::ParseErrorCode code) {
  std::string text = std::string("JSON: ") + rapidjson::GetParseError_En(code);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

template <typename Handler>
void read_json(rapidjson::MemoryStream& stream, std::string_view body, std::size_t skipped,
               Handler& handler) {
  DepthLimit<Handler> limited(handler);
  rapidjson::Reader reader;
  const rapidjson::ParseResult result = reader.Parse<kParseFlags>(stream, limited);
  if (result.IsError()) {
    const std::string message =
        result.Code() == rapidjson::kParseErrorTermination
            ? "JSON nested deeper than " + std::to_string(kMaxJsonDepth) + " levels"
            : describe_fault(result.Code());
    throw Error(message, Place{{}, {}, skipped + result.Offset()});
  }
  // The reader takes a zero byte for the end of its input.
  if (stream.Tell() != body.size()) {
    throw Error("JSON: zero byte behind the value", Place{{}, {}, skipped + stream.Tell()});
  }
}

std::string_view name_of(rapidjson::Type type) {
  constexpr std::array<std::string_view, 7> kNames = {"null",  "false",  "true",  "an object",
                                                      "array", "string", "number"};
  return kNames[static_cast<std::size_t>(type)];
}

[[noreturn]] void throw_type(std::string_view name, const JsonValue& found,
                             std::string_view expected) {
  throw Error("\"" + std::string(name) + "\" is " + std::string(name_of(found.GetType())) +
              ", expected " + std::string(expected));
}

/// Looks for one string member of the outermost object and notes where its raw bytes are.
class RawStringFinder : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, RawStringFinder> {
 public:
  RawStringFinder(const rapidjson::MemoryStream& stream, std::string_view text,
                  std::string_view member)
      : stream_(stream), text_(text), member_(member) {}

  bool Default() { return wanted_ = false, true; }
  bool Key(const char* name, rapidjson::SizeType size, bool) {
    wanted_ = depth_ == 1 && !seen_ && std::string_view(name, size) == member_;
    seen_ = seen_ || wanted_;
    key_end_ = stream_.Tell();
    return true;
  }
  bool String(const char*, rapidjson::SizeType, bool) {
    // Between the name and the value there is white space and a colon only.
    if (wanted_) found_ = Span{text_.find('"', key_end_) + 1, stream_.Tell() - 1};
    return Default();
  }
  bool StartObject() { return ++depth_, Default(); }
  bool EndObject(rapidjson::SizeType) { return --depth_, true; }
  bool StartArray() { return ++depth_, Default(); }
  bool EndArray(rapidjson::SizeType) { return --depth_, true; }

  const std::optional<Span>& found() const noexcept { return found_; }

 private:
  const rapidjson::MemoryStream& stream_;
  std::string_view text_;
  std::string_view member_;
  std::size_t depth_ = 0;
  std::size_t key_end_ = 0;
  bool wanted_ = false;
  bool seen_ = false;
  std::optional<Span> found_;
};

char32_t hex4(std::string_view digits) {
  char32_t value = 0;
  for (const char digit : digits) {
    const char32_t nibble = digit <= '9'   ? static_cast<char32_t>(digit - '0')
                            : digit <= 'F' ? static_cast<char32_t>(digit - 'A' + 10)
                                           : static_cast<char32_t>(digit - 'a' + 10);
    value = value * 16 + nibble;
  }
  return value;
}

void append_utf8(std::string& out, char32_t code_point) {
  std::array<char, 4> bytes;
  std::int32_t size = 0;
  U8_APPEND_UNSAFE(bytes, size, static_cast<UChar32>(code_point));
  out.append(bytes.data(), static_cast<std::size_t>(size));
}

void append_escape(std::string& out, unsigned code_unit) {
  switch (code_unit) {
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      break;
  }
  constexpr std::string_view kDigits = "0123456789abcdef";
  out += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) out += kDigits[(code_unit >> shift) & 15U];
}

}  // namespace

JsonDocument parse_json(std::string_view text) {
  const std::string_view body = body_of(text);
  rapidjson::MemoryStream stream(body.data(), body.size());
  rapidjson::Document document;
  const auto generator = [&](rapidjson::Document& handler) {
    read_json(stream, body, text.size() - body.size(), handler);
    return true;
  };
  document.Populate(generator);
  return JsonDocument(std::move(document));
}

std::optional<Span> find_raw_string(std::string_view text, std::string_view member) {
  const std::string_view body = body_of(text);
  const std::size_t skipped = text.size() - body.size();
  rapidjson::MemoryStream stream(body.data(), body.size());
  RawStringFinder finder(stream, body, member);
  read_json(stream, body, skipped, finder);
  if (!finder.found()) return std::nullopt;
  return Span{finder.found()->start + skipped, finder.found()->end + skipped};
}

std::optional<std::string> salvage_string(std::string_view text, std::string_view member) {
  const std::string_view body = body_of(text);
  rapidjson::MemoryStream stream(body.data(), body.size());
  RawStringFinder finder(stream, body, member);
  try {
    read_json(stream, body, 0, finder);
  } catch (const Error&) {  // The caller knows of it; what was found before it counts.
  }
  if (!finder.found()) return std::nullopt;
  return decode_json_string(body.substr(finder.found()->start, finder.found()->size())).text;
}

DecodedJsonString decode_json_string(std::string_view raw) {
  DecodedJsonString decoded;
  decoded.text.reserve(raw.size());
  decoded.source.reserve(raw.size() + 1);
  std::size_t at = 0;
  while (at < raw.size()) {
    const std::size_t start = at;
    const char byte = raw[at++];
    if (byte != '\\' || at == raw.size()) {
      decoded.text += byte;
      // All bytes of a character map to its first.
      const bool trail = (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
      decoded.source.push_back(trail && !decoded.source.empty() ? decoded.source.back() : start);
      continue;
    }
    const char escape = raw[at++];
    switch (escape) {
      case 'b':
        decoded.text += '\b';
        break;
      case 'f':
        decoded.text += '\f';
        break;
      case 'n':
        decoded.text += '\n';
        break;
      case 'r':
        decoded.text += '\r';
        break;
      case 't':
        decoded.text += '\t';
        break;
      case 'u': {
        char32_t code_point = hex4(raw.substr(at, 4));
        at += 4;
        if (U16_IS_LEAD(code_point) && raw.substr(at, 2) == "\\u") {
          code_point =
              static_cast<char32_t>(U16_GET_SUPPLEMENTARY(code_point, hex4(raw.substr(at + 2, 4))));
          at += 6;
        }
        append_utf8(decoded.text, code_point);
        break;
      }
      default:
        decoded.text += escape;
    }
    decoded.source.resize(decoded.text.size(), start);
  }
  decoded.source.push_back(raw.size());
  return decoded;
}

const JsonValue* find_member(const JsonValue& object, std::string_view name) noexcept {
  if (!object.IsObject()) return nullptr;
  const JsonValue key(rapidjson::StringRef(name.data(), name.size()));
  const auto member = object.FindMember(key);
  if (member == object.MemberEnd() || member->value.IsNull()) return nullptr;
  return &member->value;
}

std::optional<std::string_view> string_member(const JsonValue& object, std::string_view name) {
  const JsonValue* value = find_member(object, name);
  if (!value) return std::nullopt;
  if (!value->IsString()) throw_type(name, *value, "a string");
  return std::string_view(value->GetString(), value->GetStringLength());
}

std::optional<std::uint64_t> unsigned_member(const JsonValue& object, std::string_view name) {
  const JsonValue* value = find_member(object, name);
  if (!value) return std::nullopt;
  if (!value->IsUint64()) throw_type(name, *value, "a whole number from 0");
  return value->GetUint64();
}

std::optional<double> number_member(const JsonValue& object, std::string_view name) {
  const JsonValue* value = find_member(object, name);
  if (!value) return std::nullopt;
  if (!value->IsNumber()) throw_type(name, *value, "a number");
  return value->GetDouble();
}

std::optional<bool> boolean_member(const JsonValue& object, std::string_view name) {
  const JsonValue* value = find_member(object, name);
  if (!value) return std::nullopt;
  if (!value->IsBool()) throw_type(name, *value, "true or false");
  return value->GetBool();
}

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  std::size_t at = 0;
  std::size_t run = 0;  // what is left to copy as it is begins here
  const auto copy_run = [&](std::size_t end) { out.append(text, run, end - run), run = at; };
  while (at < text.size()) {
    const std::size_t start = at;
    UChar32 code_point = 0;
    U8_NEXT(bytes, at, text.size(), code_point);
    if (code_point < 0) {
      copy_run(start);
      for (std::size_t i = start; i < at; ++i) out += "\xEF\xBF\xBD";
    } else if (code_point == '"' || code_point == '\\') {
      copy_run(start);
      out += '\\';
      out += static_cast<char>(code_point);
    } else if (code_point < 0x20 || code_point == 0x7F || code_point == 0x85 ||
               code_point == 0x2028 || code_point == 0x2029) {
      copy_run(start);
      append_escape(out, static_cast<unsigned>(code_point));
    }
  }
  copy_run(text.size());
  out += '"';
}

void JsonWriter::new_line() {
  out_ += '\n';
  out_.append(members_.size(), ' ');
}

void JsonWriter::separate() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (members_.empty()) return;
  if (members_.back()++ > 0) out_ += ',';
  if (layout_ == Layout::kIndented) new_line();
}

void JsonWriter::open(char bracket) {
  separate();
  out_ += bracket;
  members_.push_back(0);
}

void JsonWriter::close(char bracket) {
  assert(!members_.empty() && !after_key_ && "close without open, or a name without a value");
  const bool any = members_.back() > 0;
  members_.pop_back();
  if (any && layout_ == Layout::kIndented) new_line();
  out_ += bracket;
}

void JsonWriter::begin_object() { open('{'); }
void JsonWriter::end_object() { close('}'); }
void JsonWriter::begin_array() { open('['); }
void JsonWriter::end_array() { close(']'); }

void JsonWriter::key(std::string_view name) {
  assert(!after_key_ && "two names in a row");
  separate();
  append_json_string(out_, name);
  out_ += layout_ == Layout::kIndented ? ": " : ":";
  after_key_ = true;
}

void JsonWriter::string(std::string_view value) {
  separate();
  append_json_string(out_, value);
}

void JsonWriter::integer(std::uint64_t value) {
  assert(value <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()));
  raw(format_integer(static_cast<std::int64_t>(value)));
}

void JsonWriter::number(double value) { raw(format_double(value)); }
void JsonWriter::boolean(bool value) { raw(value ? "true" : "false"); }

void JsonWriter::raw(std::string_view value) {
  separate();
  out_ += value;
}

void JsonWriter::string_field(std::string_view name, std::string_view value) {
  key(name);
  string(value);
}

void JsonWriter::integer_field(std::string_view name, std::uint64_t value) {
  key(name);
  integer(value);
}

void JsonWriter::number_field(std::string_view name, double value) {
  key(name);
  number(value);
}

void JsonWriter::boolean_field(std::string_view name, bool value) {
  key(name);
  boolean(value);
}

void JsonWriter::nonempty_field(std::string_view name, std::string_view value) {
  if (!value.empty()) string_field(name, value);
}

void JsonWriter::nonempty_field(std::string_view name, const std::vector<std::string>& values) {
  if (values.empty()) return;
  key(name);
  begin_array();
  for (const std::string& value : values) string(value);
  end_array();
}

void JsonWriter::nonzero_field(std::string_view name, std::uint64_t value) {
  if (value > 0) integer_field(name, value);
}

}  // namespace relata

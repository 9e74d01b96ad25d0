// JSON, read and written in one place.
//
// Reading is RapidJSON with its iterative, validating, full-precision flags and a depth limit: its
// default parser runs out of stack on a million brackets and takes ill-formed UTF-8. Writing is
// deterministic: members in the order they are given, numbers by core/number.hpp.
#pragma once

#include <rapidjson/document.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "relata/core/error.hpp"
#include "relata/core/span.hpp"

namespace relata {

using JsonValue = rapidjson::Value;

/// Arrays and objects within each other; what is deeper is refused.
constexpr std::size_t kMaxJsonDepth = 64;

/// One parsed text, owning all its values.
class JsonDocument {
 public:
  explicit JsonDocument(rapidjson::Document document) : document_(std::move(document)) {}
  const JsonValue& root() const noexcept { return document_; }

 private:
  rapidjson::Document document_;
};

/// One whole JSON text (RFC 8259), strictly: no comments, no trailing comma, no NaN, valid UTF-8,
/// nothing behind it but white space; a byte order mark before it is skipped. Of members with equal
/// names the first counts. Throws Error with the byte offset in `text`.
JsonDocument parse_json(std::string_view text);

/// Where a string value of the outermost object stands: the bytes between its quotes, escapes and
/// all. Nothing when there is no such member or when it is no string. `text` must have parsed.
std::optional<Span> find_raw_string(std::string_view text, std::string_view member);

/// The string value of `member` in the outermost object, if it stands before the first fault of
/// `text`: so that a line cut short can still be laid to its document.
std::optional<std::string> salvage_string(std::string_view text, std::string_view member);

/// A JSON string's bytes decoded, and the way back.
struct DecodedJsonString {
  std::string text;
  /// source[i] is the byte of the raw string at which the character with byte i of `text` begins;
  /// one more element gives the end. An escape of 6 or 12 bytes maps to its first.
  std::vector<std::size_t> source;
};

/// `raw` as from find_raw_string.
DecodedJsonString decode_json_string(std::string_view raw);

/// The member `name` of `object`, or null when it is absent or JSON's null, or `object` none.
const JsonValue* find_member(const JsonValue& object, std::string_view name) noexcept;

// Typed members: nothing when absent or null; Error naming member, type found and type expected
// when it is something else. The views live as long as the document.
std::optional<std::string_view> string_member(const JsonValue& object, std::string_view name);
std::optional<std::uint64_t> unsigned_member(const JsonValue& object, std::string_view name);
std::optional<double> number_member(const JsonValue& object, std::string_view name);
std::optional<bool> boolean_member(const JsonValue& object, std::string_view name);

/// Appends `text` as a JSON string with its quotes. Ill-formed UTF-8 bytes become one U+FFFD each.
/// Controls and the line separators U+0085, U+2028 and U+2029 are escaped, so that no reader of
/// JSON Lines cuts a line in two.
void append_json_string(std::string& out, std::string_view text);

/// Writes one JSON text into a string. The calls must nest as JSON does; that is asserted.
class JsonWriter {
 public:
  enum class Layout {
    kCompact,   ///< no white space: one line
    kIndented,  ///< a member a line, one blank a level: for people
  };

  explicit JsonWriter(std::string& out, Layout layout = Layout::kCompact)
      : out_(out), layout_(layout) {}

  void begin_object();
  void end_object();
  void begin_array();
  void end_array();
  void key(std::string_view name);

  void string(std::string_view value);
  void integer(std::uint64_t value);
  void number(double value);
  void boolean(bool value);
  /// `value` as it is: a JSON text made elsewhere.
  void raw(std::string_view value);

  // A member each; the ones named after what they leave out write nothing for an empty value.
  void string_field(std::string_view name, std::string_view value);
  void integer_field(std::string_view name, std::uint64_t value);
  void number_field(std::string_view name, double value);
  void boolean_field(std::string_view name, bool value);
  void nonempty_field(std::string_view name, std::string_view value);
  void nonempty_field(std::string_view name, const std::vector<std::string>& values);
  void nonzero_field(std::string_view name, std::uint64_t value);

 private:
  void separate();
  void open(char bracket);
  void close(char bracket);
  void new_line();

  std::string& out_;
  Layout layout_;
  std::vector<std::size_t> members_;  ///< of each open array or object, so far
  bool after_key_ = false;
};

}  // namespace relata

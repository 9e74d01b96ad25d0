// Bytes of any encoding to UTF-8, with the way back.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "relata/text/document.hpp"

namespace relata {

struct DecodedText {
  std::string text;  ///< valid UTF-8, without a byte order mark
  SourceMap source;
  std::string encoding;  ///< ICU's or IANA's name; decode() takes it again
};

/// The encoding that the first bytes declare by a byte order mark: its name and the mark's size.
struct ByteOrderMark {
  std::string_view encoding;
  std::size_t size = 0;
};
std::optional<ByteOrderMark> find_byte_order_mark(std::string_view bytes);

/// Decodes a text or a piece of one with a given encoding; a byte order mark is a character like
/// others. What is ill-formed in it becomes U+FFFD (in UTF-8, each byte for
/// itself), which maps to the ill-formed bytes. Throws Error for an encoding that is unknown or
/// keeps a state (ISO-2022, UTF-7): there a piece of the file can't be read by itself.
DecodedText decode(std::string_view bytes, const std::string& encoding);

/// Decodes by byte order mark, else `declared` if it is an encoding that can be, else UTF-8 if it
/// is valid or damaged in few places, else as ICU detects it. Throws Error when it is no text.
DecodedText decode_detected(std::string_view bytes, const std::string& declared = "");

/// Throws Error, with the byte, when `bytes` are the start of a well-known binary format.
void refuse_known_binary(std::string_view bytes);

/// Throws Error, with the byte, when `decoded` holds a zero byte, or too many control characters
/// for a text.
void refuse_control_characters(const DecodedText& decoded);

/// The part `span` of `map`, as the map of a text of its own.
SourceMap slice(const SourceMap& map, Span span);

/// The way back over two steps: `outer` leads from a text into the text that `inner` leads from.
SourceMap compose(const SourceMap& outer, const SourceMap& inner);

}  // namespace relata

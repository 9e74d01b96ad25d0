#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "relata/core/hash.hpp"
#include "text/language.hpp"
#include "text/layout.hpp"
#include "text/reading_builder.hpp"

namespace relata {

void read_sentence_lines(ReadingBuilder& builder) {
  const Input& input = builder.input();
  refuse_known_binary(input.bytes);
  const DecodedText decoded = decode_detected(input.bytes);
  refuse_control_characters(decoded);
  const std::string_view text = decoded.text;
  // One sentence is too short to tell its language; all of them are not.
  const std::string language = detect_language(text);
  std::uint64_t number = input.line;
  bool found = false;
  // Only these end a line here, so that the numbers are those of an editor.
  for (std::size_t start = 0; start < text.size(); ++number) {
    std::size_t end = text.find_first_of("\r\n", start);
    if (end == std::string_view::npos) end = text.size();
    const Span span = trim(text, {start, end});
    start = end + (text.substr(end).starts_with("\r\n") ? 2 : 1);
    if (span.empty()) continue;
    found = true;
    Document document;
    document.id = input.id + ":" + std::to_string(number);
    document.line = number;
    document.language = language;
    document.text = text.substr(span.start, span.size());
    document.blocks = {{BlockKind::kParagraph, {0, span.size()}}};
    document.source = slice(decoded.source, span);
    document.sha256 = to_hex(sha256(document.text));
    document.bytes = document.text.size();
    document.split_sentences = false;
    const Place place{{}, number, input.offset + decoded.source.to_source(span).start};
    builder.add(std::move(document), place);
  }
  if (!found && input.offset == 0) throw Error("nothing but white space, expected sentences");
}

}  // namespace relata

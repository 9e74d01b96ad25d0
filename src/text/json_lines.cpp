#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "relata/core/hash.hpp"
#include "relata/core/json.hpp"
#include "relata/core/unicode.hpp"
#include "text/article.hpp"
#include "text/date_line.hpp"
#include "text/language.hpp"
#include "text/reading_builder.hpp"

namespace relata {
namespace {

std::string members_of(const JsonValue& object) {
  std::string names;
  std::size_t count = 0;
  for (const auto& member : object.GetObject()) {
    if (++count > 10) return names + ", …";
    if (!names.empty()) names += ", ";
    names += '"' + clean_label({member.name.GetString(), member.name.GetStringLength()}) + '"';
  }
  return names.empty() ? "no member at all" : names;
}

std::string string_or_empty(const JsonValue& object, const std::string& name) {
  return std::string(string_member(object, name).value_or(""));
}

/// Whole numbers are taken for ids too: many tables have no other key.
std::string id_of(const JsonValue& object, const std::string& name) {
  const JsonValue* member = find_member(object, name);
  if (member != nullptr && member->IsUint64()) return std::to_string(member->GetUint64());
  return string_or_empty(object, name);
}

std::string date_of(const JsonValue& object, const std::string& name) {
  const std::string found = string_or_empty(object, name);
  if (found.empty()) return "";
  if (const auto date = parse_any_date(found)) return *date;
  throw Error("\"" + name + "\" is \"" + clean_label(found) +
              "\", expected one day, best as YYYY-MM-DD");
}

/// The map from the decoded text to bytes of the raw JSON string.
SourceMap source_of(const DecodedJsonString& decoded) {
  SourceMap map;
  for (std::size_t i = 0; i < decoded.text.size();) {
    const std::size_t size = code_point_at(decoded.text, i).size;
    const std::size_t start = decoded.source[i];
    map.append({i, size, start, decoded.source[i + size] - start});
    i += size;
  }
  return map;
}

Document read_json_document(std::string_view line, const JsonFields& fields) {
  const JsonDocument json = parse_json(line);
  const JsonValue& root = json.root();
  if (!root.IsObject()) throw Error("JSON that is no object, expected one object a line");
  Document document;
  document.id = id_of(root, fields.id);
  if (!string_member(root, fields.text)) {
    throw Error("no \"" + fields.text + "\"; found " + members_of(root) +
                "; --field text=NAME tells which one it is");
  }
  document.title = clean_label(string_or_empty(root, fields.title));
  document.date = date_of(root, fields.date);
  document.url = clean_label(string_or_empty(root, fields.url));
  document.language = language_of_tag(string_or_empty(root, fields.language));
  const auto raw = find_raw_string(line, fields.text);
  DecodedText decoded;
  DecodedJsonString text = decode_json_string(line.substr(raw->start, raw->size()));
  decoded.source = source_of(text);
  decoded.text = std::move(text.text);
  refuse_control_characters(decoded);
  Article article =
      read_article(decoded.text, {0, decoded.text.size()}, {document.title, document.date});
  if (article.blocks.empty()) throw Error("\"" + fields.text + "\" is empty");
  document.title = std::move(article.title);
  document.date = std::move(article.date);
  document.blocks = std::move(article.blocks);
  document.sha256 = to_hex(sha256(decoded.text));
  document.bytes = decoded.text.size();
  document.text = std::move(decoded.text);
  document.source = std::move(decoded.source);
  return document;
}

}  // namespace

void read_json_lines(ReadingBuilder& builder) {
  const Input& input = builder.input();
  const std::string_view bytes = input.bytes;
  std::size_t start = 0;
  if (const auto mark = find_byte_order_mark(bytes)) {
    if (mark->encoding != "UTF-8") {
      throw Error("JSON Lines in " + std::string(mark->encoding) + ", expected UTF-8",
                  Place{{}, input.line, input.offset});
    }
    start = mark->size;
  }
  std::uint64_t number = input.line;
  bool found = false;
  for (; start < bytes.size(); ++number) {
    const std::size_t end = std::min(bytes.find('\n', start), bytes.size());
    const std::string_view line = bytes.substr(start, end - start);
    const Place place{{}, number, input.offset + start};
    start = end + 1;
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    found = true;
    const std::string fallback_id = input.id + ":" + std::to_string(number);
    try {
      Document document = read_json_document(line, builder.options().json_fields);
      document.line = number;
      if (document.id.empty()) document.id = fallback_id;
      builder.add(std::move(document), place);
    } catch (const Error& error) {
      // The parser counts its bytes from the start of the line.
      Place exact = place;
      if (error.place().offset) *exact.offset += *error.place().offset;
      builder.add_fault(fallback_id, Error(error.what(), exact), {});
    }
  }
  if (!found && input.offset == 0) throw Error("nothing but white space, expected JSON Lines");
}

}  // namespace relata

#include "relata/text/read_document.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "relata/core/hash.hpp"
#include "relata/core/unicode.hpp"
#include "text/article.hpp"
#include "text/date_line.hpp"
#include "text/language.hpp"
#include "text/reading_builder.hpp"

namespace relata {
namespace {

constexpr std::size_t kMaxIdBytes = 1000;

/// In NFC; throws Error when it can be no id.
std::string checked_id(std::string_view id) {
  for (std::size_t i = 0; i < id.size();) {
    const CodePoint c = code_point_at(id, i);
    if (c.value < 0x20 || (c.value >= 0x7F && c.value < 0xA0)) {
      throw Error("control character in the document id \"" + clean_label(id) +
                  "\"; ids have none");
    }
    i += c.size;
  }
  std::string checked = to_nfc(id);
  if (checked.empty()) throw Error("empty document id");
  if (checked.size() > kMaxIdBytes) {
    throw Error("document id of " + std::to_string(checked.size()) + " bytes, at most " +
                std::to_string(kMaxIdBytes));
  }
  return checked;
}

std::string_view ending_of(std::string_view file) {
  for (const std::string_view packed : {".gz", ".zst"}) {
    if (file.ends_with(packed)) file.remove_suffix(packed.size());
  }
  const std::size_t dot = file.rfind('.');
  const std::size_t slash = file.rfind('/');
  if (dot == std::string_view::npos || (slash != std::string_view::npos && slash > dot)) return "";
  return file.substr(dot + 1);
}

std::string_view skip_white_space(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const std::size_t start = text.find_first_not_of(" \t\r\n\f");
  return start == std::string_view::npos ? "" : text.substr(start);
}

bool looks_like_html(std::string_view beginning) {
  const std::string head = to_lower(beginning.substr(0, 1024));
  const std::string_view start = skip_white_space(head);
  for (const std::string_view tag : {"<!doctype html", "<html", "<head", "<body"}) {
    if (start.starts_with(tag)) return true;
  }
  // Behind a declaration or a comment.
  const bool prologue = start.starts_with("<!--") || start.starts_with("<?xml");
  return prologue && (start.find("<html") != std::string_view::npos ||
                      start.find("<!doctype html") != std::string_view::npos);
}

/// A comment of CoNLL-U, or a first line of ten columns that begins with a word's number.
bool looks_like_conllu(std::string_view beginning) {
  const std::string_view start = skip_white_space(beginning);
  for (const std::string_view comment :
       {"# newdoc", "# sent_id", "# newpar", "# text =", "# global.Entity"}) {
    if (start.starts_with(comment)) return true;
  }
  const std::string_view line = start.substr(0, start.find('\n'));
  return std::count(line.begin(), line.end(), '\t') == 9 &&
         (line.starts_with("1\t") || line.starts_with("1-"));
}

/// An object whose first member's name is in quotes, and the next line too if there is one.
bool looks_like_json_lines(std::string_view beginning) {
  const std::string_view start = skip_white_space(beginning);
  if (!start.starts_with('{')) return false;
  const std::string_view inside = skip_white_space(start.substr(1));
  if (!inside.starts_with('"')) return false;
  const std::size_t end = start.find('\n');
  if (end == std::string_view::npos) return true;
  const std::string_view next = skip_white_space(start.substr(end));
  return next.empty() || next.starts_with('{');
}

/// Throws Error for text that is data of a program: no sentence would come of it.
void refuse_data(std::string_view beginning, std::string_view file) {
  const std::string ending = to_lower(ending_of(file));
  const Place place{std::string(file), 1, 0};
  if (ending == "csv" || ending == "tsv") {
    throw Error(
        "found a table, expected running text; make each row a JSON line {\"id\": …, \"text\": …} "
        "(--input-format text reads it all the same)",
        place);
  }
  const std::string_view start = skip_white_space(beginning);
  const bool array = start.starts_with('[') && skip_white_space(start.substr(1)).starts_with('{');
  const bool object = start.starts_with('{') && skip_white_space(start.substr(1)).starts_with('"');
  if (array || object) {
    throw Error(std::string("found ") + (array ? "a JSON array" : "JSON over several lines") +
                    ", expected JSON Lines, one object a line: jq -c '" + (array ? ".[]" : ".") +
                    "' FILE makes them",
                place);
  }
}

InputFormat format_of(const Input& input, const ReadOptions& options) {
  return options.format == InputFormat::kAuto
             ? detect_format(input.bytes.substr(0, 4096), input.file)
             : options.format;
}

void read_as(InputFormat format, ReadingBuilder& builder) {
  switch (format) {
    case InputFormat::kHtml:
      return read_html(builder);
    case InputFormat::kJsonl:
      return read_json_lines(builder);
    case InputFormat::kLines:
      return read_sentence_lines(builder);
    case InputFormat::kConllu:
      return read_conllu_text(builder);
    case InputFormat::kAuto:
    case InputFormat::kText:
      return read_plain_text(builder);
  }
}

}  // namespace

void ReadingBuilder::refuse_huge_input() const {
  // No encoding has more than four bytes a character of one.
  const std::uint64_t most = 4 * options_.max_document_bytes;
  if (input_.bytes.size() <= most) return;
  throw Error("file of " + std::to_string(input_.bytes.size()) + " bytes, at most " +
                  std::to_string(most) + "; cut it into articles, a file or a JSON line each",
              Place{{}, {}, input_.offset + most});
}

void ReadingBuilder::add(Document document, const Place& place) {
  try {
    document.id = checked_id(document.id);
    document.file = input_.file;
    if (document.text.size() > options_.max_document_bytes) {
      throw Error("document of " + std::to_string(document.text.size()) + " bytes, at most " +
                  std::to_string(options_.max_document_bytes) +
                  "; cut it into articles, a file or a JSON line each");
    }
    if (document.date.empty()) document.date = options_.default_date;
    if (document.language.empty()) document.language = detect_language(document.text);
  } catch (const Error& error) {
    add_fault(document.id, error, place);
    return;
  }
  const bool foreign = !document.language.empty() && document.language != "en";
  if (foreign && options_.language == LanguagePolicy::kSkip) {
    const Error error("language \"" + document.language +
                      "\", expected English; --language keep reads it all the same");
    reading_.skipped.push_back({document.id, SkippedDocument::Reason::kLanguage,
                                error.at(place).at({input_.file, {}, {}})});
    return;
  }
  reading_.documents.push_back(std::move(document));
}

void ReadingBuilder::add_fault(const std::string& id, const Error& error, const Place& place) {
  reading_.skipped.push_back(
      {id, SkippedDocument::Reason::kFault, error.at(place).at({input_.file, {}, {}})});
}

void read_plain_text(ReadingBuilder& builder) {
  const Input& input = builder.input();
  builder.refuse_huge_input();
  refuse_known_binary(input.bytes);
  const DecodedText decoded = decode_detected(input.bytes);
  refuse_control_characters(decoded);
  const std::string hash = to_hex(sha256(input.bytes));
  const std::string_view text = decoded.text;
  if (skip_white_space(text).empty()) throw Error("nothing but white space, expected a text");
  const std::vector<Span> parts = split_articles(text);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const Span part = parts[i];
    Document document;
    document.id = i == 0 ? input.id : input.id + "~" + std::to_string(i + 1);
    document.text = text.substr(part.start, part.size());
    document.source = slice(decoded.source, part);
    document.sha256 = hash;
    document.bytes = input.bytes.size();
    Article article = read_article(document.text, {0, part.size()}, {});
    document.blocks = std::move(article.blocks);
    document.title = std::move(article.title);
    document.date = std::move(article.date);
    const Place place{{}, {}, input.offset + decoded.source.to_source(part).start};
    builder.add(std::move(document), i == 0 ? Place{} : place);
  }
}

Reading read_documents(const Input& input, const ReadOptions& options) {
  ReadingBuilder builder(input, options);
  try {
    if (input.bytes.empty()) throw Error("empty, expected a text");
    read_as(format_of(input, options), builder);
  } catch (const Error& error) {
    builder.add_fault(input.id, error, {});
  }
  return builder.take();
}

InputFormat detect_format(std::string_view beginning, std::string_view file) {
  constexpr std::array<std::pair<std::string_view, InputFormat>, 9> kEndings = {{
      {"html", InputFormat::kHtml},
      {"htm", InputFormat::kHtml},
      {"xhtml", InputFormat::kHtml},
      {"jsonl", InputFormat::kJsonl},
      {"ndjson", InputFormat::kJsonl},
      {"conllu", InputFormat::kConllu},
      {"conll", InputFormat::kConllu},
      {"txt", InputFormat::kText},
      {"text", InputFormat::kText},
  }};
  const std::string ending = to_lower(ending_of(file));
  for (const auto& [name, format] : kEndings) {
    if (ending == name) return format;
  }
  if (looks_like_html(beginning)) return InputFormat::kHtml;
  if (looks_like_json_lines(beginning)) return InputFormat::kJsonl;
  if (looks_like_conllu(beginning)) return InputFormat::kConllu;
  refuse_data(beginning, file);
  return InputFormat::kText;
}

void rename_json_field(JsonFields& fields, std::string_view assignment) {
  const std::array<std::pair<std::string_view, std::string*>, 6> names = {{
      {"id", &fields.id},
      {"title", &fields.title},
      {"date", &fields.date},
      {"url", &fields.url},
      {"language", &fields.language},
      {"text", &fields.text},
  }};
  const std::size_t cut = assignment.find('=');
  for (const auto& [name, field] : names) {
    if (cut == std::string_view::npos || assignment.substr(0, cut) != name) continue;
    if (cut + 1 == assignment.size()) break;
    *field = assignment.substr(cut + 1);
    return;
  }
  throw Error(
      "field \"" + std::string(assignment) +
      "\", expected id, title, date, url, language or text, \"=\" and the name of a member");
}

void check_date(std::string_view date) {
  if (!is_date(date)) throw Error("date \"" + clean_label(date) + "\", expected YYYY-MM-DD");
}

void DocumentIds::add(const Document& document) {
  Place place{document.file, {}, {}};
  if (document.line != 0) place.line = document.line;
  const auto [earlier, is_new] = places_.emplace(document.id, place);
  if (is_new) return;
  std::string other = earlier->second.file;
  if (earlier->second.line) other += ":" + std::to_string(*earlier->second.line);
  throw Error(
      "document id \"" + document.id + "\" is that of " + other + " too; ids are unique in a run",
      place);
}

}  // namespace relata

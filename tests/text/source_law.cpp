#include "text/source_law.hpp"

#include <algorithm>

#include "relata/core/json.hpp"
#include "relata/core/unicode.hpp"
#include "text/decode.hpp"
#include "text/html_page.hpp"
#include "text/html_scan.hpp"
#include "text/layout.hpp"

namespace relata::testing {
namespace {

bool is_boundary(std::string_view text, std::size_t byte) {
  return byte == text.size() || (text[byte] & 0xC0) != 0x80;
}

/// The words of a block, as white space parts them.
std::vector<Span> words_of(std::string_view text, Span block) {
  std::vector<Span> words;
  std::size_t start = block.start;
  for (std::size_t i = block.start; i < block.end;) {
    const CodePoint c = code_point_at(text, i);
    if (is_white_space(c.value)) {
      if (i > start) words.push_back({start, i});
      start = i + c.size;
    }
    i += c.size;
  }
  if (block.end > start) words.push_back({start, block.end});
  return words;
}

std::string quoted(std::string_view text) { return "\"" + std::string(text.substr(0, 200)) + "\""; }

}  // namespace

std::string find_breach(const Document& document, std::string_view bytes,
                        const PieceReader& read_piece, std::mt19937& random) {
  const std::string_view text = document.text;
  const auto check = [&](Span span) -> std::string {
    const Span source = document.source.to_source(span);
    if (source.end > bytes.size()) return "source ends behind the file";
    const std::string wanted(text.substr(span.start, span.size()));
    const std::string found = read_piece(bytes.substr(source.start, source.size()));
    if (found == wanted) return "";
    return "text " + quoted(wanted) + " at byte " + std::to_string(span.start) + ", but source " +
           quoted(bytes.substr(source.start, source.size())) + " reads " + quoted(found);
  };
  for (const Block& block : document.blocks) {
    if (std::string breach = check(block.span); !breach.empty()) return breach;
    const std::vector<Span> words = words_of(text, block.span);
    for (int i = 0; i < 4 && !words.empty(); ++i) {
      std::uniform_int_distribution<std::size_t> pick(0, words.size() - 1);
      const std::size_t a = pick(random);
      const std::size_t b = pick(random);
      const Span span{words[std::min(a, b)].start, words[std::max(a, b)].end};
      if (std::string breach = check(span); !breach.empty()) return breach;
    }
  }
  return "";
}

std::string find_misshape(const Document& document) {
  const std::string_view text = document.text;
  std::size_t end = 0;
  const auto is_blank = [&](Span span) { return trim(text, span).empty(); };
  for (const Block& block : document.blocks) {
    if (block.span.start < end) return "blocks overlap at " + std::to_string(block.span.start);
    if (block.span.empty() || block.span.end > text.size()) return "block that is none";
    if (!is_boundary(text, block.span.start) || !is_boundary(text, block.span.end)) {
      return "block that cuts a character";
    }
    if (!is_blank({end, block.span.start})) return "text between blocks";
    if (trim(text, block.span) != block.span) return "block with white space around it";
    end = block.span.end;
  }
  if (!is_blank({end, text.size()})) return "text behind the blocks";
  std::size_t covered = 0;
  for (const SourceMap::Run& run : document.source.runs()) {
    if (run.text_start != covered) return "source map with a gap";
    covered += run.text_size;
  }
  return covered == text.size() ? "" : "source map that does not cover the text";
}

PieceReader piece_decoder(std::string_view bytes) {
  const std::string encoding = decode_detected(bytes).encoding;
  return [encoding](std::string_view piece) { return decode(piece, encoding).text; };
}

PieceReader piece_parser(std::string_view bytes) {
  const std::string encoding = decode_detected(bytes, find_declared_encoding(bytes)).encoding;
  return [encoding](std::string_view piece) -> std::string {
    // The doctype keeps a piece out of quirks mode, in which a table may stand in a paragraph.
    const std::string page = "<!DOCTYPE html><body>" + decode(piece, encoding).text;
    const GumboTree tree = parse_html(page);
    const HtmlPage read = read_html_page(page, *tree->root);
    if (read.blocks.size() != 1) return std::to_string(read.blocks.size()) + " blocks";
    return read.text.substr(read.blocks[0].span.start, read.blocks[0].span.size());
  };
}

std::string read_json_piece(std::string_view raw) { return decode_json_string(raw).text; }

}  // namespace relata::testing

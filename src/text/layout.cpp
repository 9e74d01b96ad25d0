#include "text/layout.hpp"

#include <unicode/uchar.h>

#include <algorithm>

#include "relata/core/unicode.hpp"
#include "text/date_line.hpp"
#include "text/line_marks.hpp"

namespace relata {
namespace {

/// Wider lines were not wrapped by hand or by a mailer; narrower ones are lists or verse.
constexpr std::size_t kMaxWrapWidth = 160;
constexpr std::size_t kMinWrapWidth = 40;
/// Columns of a newspaper are narrower; that lines go on in lower case shows that they are running
/// text.
constexpr std::size_t kMinColumnWidth = 20;
constexpr std::size_t kMinColumnLines = 4;
/// A line that leaves more than a quarter of the width empty, with room for the next word, ends
/// where its writer wanted it to.
constexpr double kFullLine = 0.75;

bool is_line_break(char32_t c) {
  return (c >= U'\n' && c <= U'\r') || c == U'\x85' || c == U'\u2028' || c == U'\u2029';
}

/// White space and what is as invisible: zero-width blanks and byte order marks.
bool is_blank(char32_t c) { return is_white_space(c) || c == U'\u200B' || c == U'\uFEFF'; }

std::size_t first_word_size(std::string_view line) {
  return count_code_points(line.substr(0, line.find(' ')));
}

/// Lines next to each other without a blank line between them.
struct LineEnd {
  std::string_view line;
  std::string_view next;
  std::size_t indent = 0;
  std::size_t next_indent = 0;
};

bool closes(std::string_view line) { return ends_sentence(line) || line.ends_with(':'); }

bool starts_lower(std::string_view line) { return is_lower_letter(code_point_at(line, 0).value); }

/// A word that the line end has cut in two.
bool ends_in_hyphen(std::string_view line) {
  return line.size() > 1 && line.back() == '-' &&
         is_alphabetic(code_point_before(line, line.size() - 1));
}

/// Would the next word have made the line much longer than `width`?
bool is_full(const LineEnd& end, std::size_t width) {
  if (end.line.size() > 8 * kMaxWrapWidth) return true;
  const std::size_t needed = count_code_points(end.line) + 1 + first_word_size(end.next);
  return static_cast<double>(needed) > kFullLine * static_cast<double>(width);
}

/// The width to which a text was wrapped, or 0 if it was not: most of its line ends are full lines
/// that close no sentence.
std::size_t wrap_width(const std::vector<LineEnd>& ends) {
  if (ends.empty()) return 0;
  std::vector<std::size_t> widths;
  for (const LineEnd& end : ends) {
    widths.push_back(end.line.size() > 4 * kMaxWrapWidth ? end.line.size()
                                                         : count_code_points(end.line));
  }
  // The widest but one in twenty: an address may stick out.
  const auto nth = widths.begin() + static_cast<std::ptrdiff_t>((widths.size() - 1) * 19 / 20);
  std::nth_element(widths.begin(), nth, widths.end());
  const std::size_t width = *nth;
  if (width < kMinColumnWidth || width > kMaxWrapWidth) return 0;
  if (width < kMinWrapWidth) {
    const auto going_on = std::count_if(ends.begin(), ends.end(), [](const LineEnd& end) {
      return !closes(end.line) && starts_lower(end.next);
    });
    if (ends.size() < kMinColumnLines || static_cast<std::size_t>(going_on) * 2 < ends.size()) {
      return 0;
    }
  }
  const auto wrapped = std::count_if(ends.begin(), ends.end(), [&](const LineEnd& end) {
    return !closes(end.line) && is_full(end, width);
  });
  return static_cast<std::size_t>(wrapped) * 2 > ends.size() ? width : 0;
}

bool goes_on(const LineEnd& end, std::size_t width) {
  if (bullet_size(end.next) != 0 || quote_mark_size(end.next) != 0) return false;
  if (ends_in_hyphen(end.line) && starts_lower(end.next)) return true;
  if (parse_date_line(end.line) || parse_date_line(end.next)) return false;
  if (width == 0) {
    // No paragraph of English prose begins in lower case; items of lists are short.
    return !closes(end.line) && starts_lower(end.next) && end.line.size() >= kMinWrapWidth;
  }
  if (end.next_indent > end.indent && closes(end.line)) return false;
  return is_full(end, width);
}

}  // namespace

bool is_alphabetic(char32_t c) { return u_isalpha(static_cast<UChar32>(c)) != 0; }
bool is_upper_letter(char32_t c) {
  return u_isupper(static_cast<UChar32>(c)) != 0 || u_istitle(static_cast<UChar32>(c)) != 0;
}
bool is_lower_letter(char32_t c) { return u_islower(static_cast<UChar32>(c)) != 0; }

char32_t code_point_before(std::string_view text, std::size_t end) {
  std::size_t start = end - 1;
  while (start > 0 && (text[start] & 0xC0) == 0x80) --start;
  return code_point_at(text, start).value;
}

Span trim(std::string_view text, Span span) {
  while (!span.empty()) {
    const CodePoint c = code_point_at(text, span.start);
    if (!is_blank(c.value)) break;
    span.start += c.size;
  }
  while (!span.empty()) {
    std::size_t last = span.end - 1;
    while ((text[last] & 0xC0) == 0x80) --last;
    if (!is_blank(code_point_at(text, last).value)) break;
    span.end = last;
  }
  return span;
}

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    i += c.size;
    const bool blank = is_blank(c.value);
    if (!blank && !inside) ++words;
    inside = !blank;
  }
  return words;
}

bool ends_sentence(std::string_view text) {
  constexpr std::u32string_view kClosing = U"\"'”’»)]";
  constexpr std::u32string_view kTerminal = U".!?…。！？";
  std::size_t end = text.size();
  while (end > 0) {
    const char32_t c = code_point_before(text, end);
    if (kTerminal.find(c) != std::u32string_view::npos) return true;
    if (kClosing.find(c) == std::u32string_view::npos) return false;
    --end;
    while (end > 0 && (text[end] & 0xC0) == 0x80) --end;
  }
  return false;
}

std::size_t bullet_size(std::string_view line) {
  if (line.empty()) return 0;
  constexpr std::u32string_view kBullets = U"•‣▪▫◦●○■□➤►▶·*+–-⁃∙";
  const CodePoint first = code_point_at(line, 0);
  std::size_t size = 0;
  if (kBullets.find(first.value) != std::u32string_view::npos) {
    size = first.size;
  } else if (line[0] >= '1' && line[0] <= '9') {
    size = line[1 < line.size() ? 1 : 0] >= '0' && line[1 < line.size() ? 1 : 0] <= '9' ? 2 : 1;
    if (line.size() <= size || (line[size] != '.' && line[size] != ')')) return 0;
    ++size;
  }
  if (size == 0 || size >= line.size()) return 0;
  const CodePoint next = code_point_at(line, size);
  return is_white_space(next.value) ? size : 0;
}

std::vector<TextLine> find_lines(std::string_view text, Span part) {
  std::vector<TextLine> lines;
  std::size_t start = part.start;
  const auto add = [&](std::size_t end) {
    const Span whole{start, end};
    const Span span = trim(text, whole);
    lines.push_back({span, span.start - start});
  };
  for (std::size_t i = part.start; i < part.end;) {
    const CodePoint c = code_point_at(text, i);
    if (!is_line_break(c.value)) {
      i += c.size;
      continue;
    }
    add(i);
    i += c.size;
    if (c.value == U'\r' && i < part.end && text[i] == '\n') ++i;
    start = i;
  }
  if (start < part.end) add(part.end);
  return lines;
}

std::vector<Unit> find_units(std::string_view text, Span part) {
  const std::vector<TextLine> lines = find_lines(text, part);
  const auto words = [&](Span span) { return text.substr(span.start, span.size()); };
  const auto end_after = [&](std::size_t i) {
    return LineEnd{words(lines[i].span), words(lines[i + 1].span), lines[i].indent,
                   lines[i + 1].indent};
  };
  std::vector<LineEnd> ends;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i].span.empty() || lines[i + 1].span.empty()) continue;
    if (!is_table_row(words(lines[i].span))) ends.push_back(end_after(i));
  }
  const std::size_t width = wrap_width(ends);
  std::vector<Unit> units;
  std::size_t blanks = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].span.empty()) {
      ++blanks;
      continue;
    }
    const bool follows = i > 0 && !lines[i - 1].span.empty();
    if (follows && goes_on(end_after(i - 1), width)) {
      units.back().span.end = lines[i].span.end;
    } else {
      units.push_back({lines[i].span, blanks, {}});
    }
    blanks = 0;
  }
  return units;
}

}  // namespace relata

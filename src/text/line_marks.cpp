#include "text/line_marks.hpp"

#include <algorithm>
#include <string>

#include "relata/core/unicode.hpp"
#include "text/layout.hpp"

namespace relata {
namespace {

constexpr std::size_t kMaxLabelBytes = 24;
constexpr std::size_t kMaxLabelWords = 3;
constexpr std::size_t kMaxNoticeWords = 60;

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// "[12/03/2024, 14:02:11]": digits and marks, at most with the AM or PM of a clock.
std::size_t stamp_size(std::string_view line) {
  if (!line.starts_with('[')) return 0;
  const std::size_t end = line.find(']');
  if (end == std::string_view::npos) return 0;
  const std::string_view inside = line.substr(1, end - 1);
  const auto letters = std::count_if(inside.begin(), inside.end(), is_ascii_letter);
  const bool half = inside.ends_with("AM") || inside.ends_with("PM") || inside.ends_with("am") ||
                    inside.ends_with("pm");
  const bool digits = std::any_of(inside.begin(), inside.end(), is_digit);
  return digits && letters == (half ? 2 : 0) ? end + 1 : 0;
}

bool is_link(std::string_view word) {
  if (word.starts_with('@') || word.starts_with('#')) return word.size() > 1;
  if (word.find("://") != std::string_view::npos || word.starts_with("www.")) return true;
  const std::size_t at = word.find('@');
  return at != std::string_view::npos && at != 0 && word.find('.', at) != std::string_view::npos;
}

}  // namespace

std::size_t heading_mark_size(std::string_view line) {
  const std::size_t size = std::min(line.find_first_not_of('#'), line.size());
  constexpr std::size_t kLevels = 6;
  return size != 0 && size <= kLevels && size < line.size() && line[size] == ' ' ? size : 0;
}

std::size_t quote_mark_size(std::string_view line) {
  std::size_t size = stamp_size(line);
  if (size == 0) {
    while (size < line.size() && (line[size] == '>' || (size != 0 && line[size] == ' '))) ++size;
    if (size == 0) return 0;
    while (line[size - 1] == ' ') --size;
  }
  return size < line.size() && is_white_space(code_point_at(line, size).value) ? size : 0;
}

std::size_t label_size(std::string_view line) {
  const std::size_t colon = line.substr(0, kMaxLabelBytes + 1).find(':');
  if (colon == std::string_view::npos || colon == 0 || !is_ascii_letter(line[0])) return 0;
  const std::string_view label = line.substr(0, colon);
  if (count_words(label) > kMaxLabelWords) return 0;
  const bool words = std::all_of(label.begin(), label.end(), [](char c) {
    return is_ascii_letter(c) || is_digit(c) || c == '-' || c == '_' || c == ' ';
  });
  const bool apart =
      colon + 1 == line.size() || is_white_space(code_point_at(line, colon + 1).value);
  return words && apart ? colon + 1 : 0;
}

bool is_without_letters(std::string_view line) {
  for (std::size_t i = 0; i < line.size();) {
    const CodePoint c = code_point_at(line, i);
    if (is_alphabetic(c.value)) return false;
    i += c.size;
  }
  return true;
}

bool is_only_links(std::string_view line) {
  bool link = false;
  while (!line.empty()) {
    const std::size_t end = std::min(line.find_first_of(" \t\r\n"), line.size());
    const std::string_view word = line.substr(0, end);
    line.remove_prefix(std::min(end + 1, line.size()));
    if (is_link(word)) {
      link = true;
    } else if (!is_without_letters(word)) {
      return false;
    }
  }
  return link;
}

bool is_table_row(std::string_view line) {
  if (line.find_first_of("\r\n") != std::string_view::npos) return false;
  if (line.size() > 2 && line.front() == '|' && line.back() == '|') return true;
  const Span own = trim(line, {bullet_size(line), line.size()});
  line = line.substr(own.start, own.size());
  return line.find("   ") != std::string_view::npos || line.find('\t') != std::string_view::npos;
}

bool is_rights_notice(std::string_view line) {
  if (count_words(line) > kMaxNoticeWords) return false;
  const std::string lower = to_lower(line);
  if (lower.ends_with("all rights reserved.") || lower.ends_with("all rights reserved")) {
    return true;
  }
  std::string_view rest = lower;
  bool sign = false;
  for (const std::string_view word : {"copyright ", "© ", "©", "(c) "}) {
    if (!rest.starts_with(word)) continue;
    rest.remove_prefix(word.size());
    sign = true;
  }
  return sign && !rest.empty() && is_digit(rest.front());
}

bool is_release_notice(std::string_view line) {
  constexpr std::size_t kMaxWords = 10;
  if (count_words(line) > kMaxWords) return false;
  const std::string lower = to_lower(line);
  return lower.starts_with("for immediate release") || lower.starts_with("for release ") ||
         lower.starts_with("embargoed until ") || lower.starts_with("under embargo until ");
}

}  // namespace relata

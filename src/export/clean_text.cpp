#include "export/clean_text.hpp"

#include <algorithm>

#include "relata/core/unicode.hpp"

namespace relata::detail {
namespace {

constexpr char kDelete = '\x7F';

bool is_printable_ascii(char character) { return character >= ' ' && character < kDelete; }

/// Whether clean_line would give `text` itself: printable ASCII with single blanks inside.
bool is_clean_line(std::string_view text) {
  if (!std::all_of(text.begin(), text.end(), is_printable_ascii)) return false;
  if (text.starts_with(' ') || text.ends_with(' ')) return false;
  return text.find("  ") == std::string_view::npos;
}

bool are_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int two_digits(std::string_view text) { return (text[0] - '0') * 10 + (text[1] - '0'); }

/// YYYY[-MM[-DD]]
bool is_date(std::string_view date) {
  if (date.size() != 4 && date.size() != 7 && date.size() != 10) return false;
  if (!are_digits(date.substr(0, 4))) return false;
  if (date.size() >= 7) {
    if (date[4] != '-' || !are_digits(date.substr(5, 2))) return false;
    if (const int month = two_digits(date.substr(5, 2)); month < 1 || month > 12) return false;
  }
  if (date.size() == 10) {
    if (date[7] != '-' || !are_digits(date.substr(8, 2))) return false;
    if (const int day = two_digits(date.substr(8, 2)); day < 1 || day > 31) return false;
  }
  return true;
}

}  // namespace

std::string clean_line(std::string_view text) {
  if (is_clean_line(text)) return std::string(text);
  if (text.find(kDelete) == std::string_view::npos) return clean_label(text);
  std::string blanked(text);
  std::replace(blanked.begin(), blanked.end(), kDelete, ' ');
  return clean_label(blanked);
}

void append_clean_line(std::string& out, std::string_view text) {
  if (is_clean_line(text)) {
    out += text;
  } else {
    out += clean_line(text);
  }
}

std::string clean_slice(std::string_view text) {
  if (std::all_of(text.begin(), text.end(), is_printable_ascii)) return std::string(text);
  const std::string allowed = blank_forbidden(text);
  std::string out;
  out.reserve(allowed.size());
  for (std::size_t at = 0; at < allowed.size(); ++at) {
    const std::string_view rest = std::string_view(allowed).substr(at);
    if (rest.front() == kDelete) {
      out += ' ';
    } else if (rest.size() > 1 && rest[0] == '\xC2' && static_cast<unsigned char>(rest[1]) < 0xA0) {
      out += ' ';  // U+0080 to U+009F
      at += 1;
    } else if (rest.starts_with("\xEF\xBF\xBD")) {
      out += ' ';  // U+FFFD
      at += 2;
    } else {
      out += rest.front();
    }
  }
  return out;
}

namespace {

template <class Items>
std::string join(const Items& items) {
  std::string joined;
  for (const std::string_view item : items) {
    std::string clean = clean_line(item);
    std::replace(clean.begin(), clean.end(), '|', '/');
    if (clean.empty()) continue;
    if (!joined.empty()) joined += " | ";
    joined += clean;
  }
  return joined;
}

}  // namespace

std::string join_list(const TextList& items) { return join(items); }
std::string join_list(const std::vector<std::string>& items) { return join(items); }

bool is_time(std::string_view time) {
  const std::size_t slash = time.find('/');
  if (slash == std::string_view::npos) return is_date(time);
  const std::string_view from = time.substr(0, slash);
  const std::string_view until = time.substr(slash + 1);
  if (from == "..") return is_date(until);
  return is_date(from) && (until == ".." || is_date(until));
}

std::vector<std::string> select_times(const TextList& times) {
  std::vector<std::string> selected;
  for (const std::string_view time : times) {
    if (is_time(time)) selected.emplace_back(time);
  }
  return selected;
}

bool is_day(std::string_view date) { return date.size() == 10 && is_date(date); }

}  // namespace relata::detail

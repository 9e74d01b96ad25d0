#include "text/html_scan.hpp"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "relata/core/error.hpp"
#include "relata/core/unicode.hpp"

namespace relata {
namespace {

/// Browsers look no further.
constexpr std::size_t kPrescanBytes = 4096;

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

bool is_void(GumboTag tag) {
  constexpr std::array<GumboTag, 16> kVoid = {
      GUMBO_TAG_AREA,  GUMBO_TAG_BASE, GUMBO_TAG_BR,    GUMBO_TAG_COL,
      GUMBO_TAG_EMBED, GUMBO_TAG_HR,   GUMBO_TAG_IMG,   GUMBO_TAG_INPUT,
      GUMBO_TAG_LINK,  GUMBO_TAG_META, GUMBO_TAG_PARAM, GUMBO_TAG_SOURCE,
      GUMBO_TAG_TRACK, GUMBO_TAG_WBR,  GUMBO_TAG_FRAME, GUMBO_TAG_KEYGEN};
  return std::find(kVoid.begin(), kVoid.end(), tag) != kVoid.end();
}

/// A second one closes the first, so they don't nest without an element that counts.
bool has_optional_end(GumboTag tag) {
  constexpr std::array<GumboTag, 18> kOptional = {
      GUMBO_TAG_HTML,  GUMBO_TAG_HEAD,     GUMBO_TAG_BODY,     GUMBO_TAG_P,     GUMBO_TAG_LI,
      GUMBO_TAG_DT,    GUMBO_TAG_DD,       GUMBO_TAG_OPTION,   GUMBO_TAG_TR,    GUMBO_TAG_TD,
      GUMBO_TAG_TH,    GUMBO_TAG_OPTGROUP, GUMBO_TAG_COLGROUP, GUMBO_TAG_TBODY, GUMBO_TAG_THEAD,
      GUMBO_TAG_TFOOT, GUMBO_TAG_RP,       GUMBO_TAG_RT};
  return std::find(kOptional.begin(), kOptional.end(), tag) != kOptional.end();
}

/// Their content is text up to their own end tag.
bool is_raw(GumboTag tag) {
  constexpr std::array<GumboTag, 9> kRaw = {
      GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE,   GUMBO_TAG_TITLE,    GUMBO_TAG_TEXTAREA, GUMBO_TAG_XMP,
      GUMBO_TAG_IFRAME, GUMBO_TAG_NOEMBED, GUMBO_TAG_NOFRAMES, GUMBO_TAG_NOSCRIPT};
  return std::find(kRaw.begin(), kRaw.end(), tag) != kRaw.end();
}

bool equals_ignoring_case(std::string_view a, std::string_view lower) {
  return a.size() == lower.size() &&
         std::equal(a.begin(), a.end(), lower.begin(), [](char x, char y) {
           return (x >= 'A' && x <= 'Z' ? static_cast<char>(x - 'A' + 'a') : x) == y;
         });
}

/// Where the end tag of a raw element begins.
std::size_t raw_end(std::string_view page, std::size_t from, std::string_view name) {
  const std::string lower = to_lower(name);
  for (std::size_t i = page.find("</", from); i != std::string_view::npos;
       i = page.find("</", i + 2)) {
    if (equals_ignoring_case(tag_at(page, i).name, lower)) return i;
  }
  return page.size();
}

std::size_t tag_end(std::string_view page, std::size_t at) {
  // Quotes count only as the start of an attribute's value.
  bool value = false;
  for (std::size_t i = at + 1; i < page.size(); ++i) {
    const char c = page[i];
    if (c == '>') return i + 1;
    if (value && (c == '"' || c == '\'')) {
      i = page.find(c, i + 1);
      if (i == std::string_view::npos) return page.size();
      value = false;
    } else if (!is_space(c)) {
      value = c == '=';
    }
  }
  return page.size();
}

std::size_t comment_end(std::string_view page, std::size_t at) {
  const std::string_view rest = page.substr(at + 4);
  if (rest.starts_with('>')) return at + 5;
  if (rest.starts_with("->")) return at + 6;
  const std::size_t end = std::min(page.find("-->", at + 4), page.size());
  const std::size_t bang = page.substr(0, end).find("--!>", at + 4);
  if (bang != std::string_view::npos) return bang + 4;
  return std::min(end + 3, page.size());
}

std::size_t count_attributes(std::string_view tag) {
  return static_cast<std::size_t>(std::count_if(tag.begin(), tag.end(), is_space));
}

/// How many elements of each name are open.
class OpenElements {
 public:
  std::size_t depth() const noexcept { return depth_; }
  void open(GumboTag tag) {
    ++counts_[tag];
    ++depth_;
  }
  /// Closes one of its kind. Those inside stay open here, even if the parser closes them too: an
  /// end tag out of order must hide nothing.
  void close(GumboTag tag) {
    if (counts_[tag] == 0) return;
    --counts_[tag];
    --depth_;
  }

 private:
  std::array<std::size_t, GUMBO_TAG_LAST + 1> counts_{};
  std::size_t depth_ = 0;
};

}  // namespace

HtmlTag tag_at(std::string_view page, std::size_t at) {
  HtmlTag tag;
  std::size_t start = at + 1;
  if (start < page.size() && page[start] == '/') {
    tag.closing = true;
    ++start;
  }
  if (start >= page.size() || !is_ascii_letter(page[start])) return tag;
  std::size_t end = start;
  while (end < page.size() && !is_space(page[end]) && page[end] != '/' && page[end] != '>') ++end;
  tag.name = page.substr(start, end - start);
  return tag;
}

std::string find_declared_encoding(std::string_view bytes) {
  const std::string head = to_lower(bytes.substr(0, kPrescanBytes));
  for (std::size_t at = head.find("<meta"); at != std::string::npos; at = head.find("<meta", at)) {
    const std::size_t end = tag_end(head, at);
    const std::string_view tag = std::string_view(head).substr(at, end - at);
    at = end;
    const std::size_t key = tag.find("charset");
    if (key == std::string_view::npos) continue;
    std::size_t start = tag.find('=', key);
    if (start == std::string_view::npos) continue;
    start = tag.find_first_not_of(" \t\r\n=\"'", start);
    if (start == std::string_view::npos) continue;
    const std::size_t stop = tag.find_first_of(" \t\r\n\"';/>", start);
    std::string name(tag.substr(start, stop - start));
    // Who can read the declaration as ASCII has no UTF-16 before him.
    return name.starts_with("utf-16") ? "UTF-8" : name;
  }
  return "";
}

std::size_t markup_end(std::string_view page, std::size_t at) {
  const std::string_view rest = page.substr(at);
  if (rest.size() < 2) return at;
  if (!tag_at(page, at).name.empty()) return tag_end(page, at);
  if (rest.starts_with("<!--")) return comment_end(page, at);
  if (rest[1] == '!' || rest[1] == '?' || (rest[1] == '/' && rest.size() > 2)) {
    const std::size_t end = page.find('>', at + 2);
    return end == std::string_view::npos ? page.size() : end + 1;
  }
  return at;
}

void refuse_deep_html(std::string_view page) {
  OpenElements open;
  for (std::size_t at = page.find('<'); at != std::string_view::npos; at = page.find('<', at)) {
    const HtmlTag tag = tag_at(page, at);
    const std::size_t end = markup_end(page, at);
    if (end == at) {
      ++at;
      continue;
    }
    const auto refuse = [&](const std::string& what) {
      const auto lines =
          std::count(page.begin(), page.begin() + static_cast<std::ptrdiff_t>(at), '\n');
      throw Error(what, Place{{}, static_cast<std::uint64_t>(lines) + 1, at});
    };
    std::size_t next = end;
    if (!tag.name.empty()) {
      const GumboTag kind =
          gumbo_tagn_enum(tag.name.data(), static_cast<unsigned>(tag.name.size()));
      if (tag.closing) {
        open.close(kind);
      } else {
        if (count_attributes(page.substr(at, end - at)) > 20 * kMaxHtmlDepth) {
          refuse("HTML tag with too many attributes");
        }
        if (is_raw(kind)) next = raw_end(page, end, tag.name);
        const bool counts = !is_void(kind) && !has_optional_end(kind) && !is_raw(kind);
        if (counts) open.open(kind);
        if (open.depth() > kMaxHtmlDepth) {
          refuse("HTML elements nested deeper than " + std::to_string(kMaxHtmlDepth) +
                 " levels (unclosed tags?)");
        }
      }
    }
    at = next;
  }
}

}  // namespace relata

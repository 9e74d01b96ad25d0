#include "text/header_fields.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "relata/core/unicode.hpp"
#include "text/line_marks.hpp"

namespace relata {
namespace {

constexpr std::size_t kMinFields = 3;

/// The names of RFC 5322 (https://www.rfc-editor.org/rfc/rfc5322#section-3.6), and those of press
/// databases and of the front matter of Markdown.
constexpr std::array<std::string_view, 3> kHeadlineLabels = {"subject", "title", "headline"};
constexpr std::array<std::string_view, 6> kDateLabels = {
    "date", "published", "pubdate", "publication date", "load-date", "updated"};
constexpr std::array<std::string_view, 4> kAuthorLabels = {"from", "author", "byline", "by"};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

BlockKind kind_of(std::string_view label) {
  if (is_one_of(kHeadlineLabels, label)) return BlockKind::kHeadline;
  if (is_one_of(kDateLabels, label)) return BlockKind::kDate;
  if (is_one_of(kAuthorLabels, label)) return BlockKind::kByline;
  return BlockKind::kFurniture;
}

}  // namespace

std::vector<HeaderField> find_header_fields(std::string_view text,
                                            const std::vector<FormedUnit>& units) {
  std::vector<HeaderField> fields;
  bool headline = false;
  for (std::size_t i = 0; i < units.size(); ++i) {
    const Span span = units[i].unit.span;
    const std::string_view words = text.substr(span.start, span.size());
    const std::size_t label = units[i].unit.told ? 0 : label_size(words);
    if (label == 0) {
      if (units[i].form == Form::kProse) break;
      continue;
    }
    BlockKind kind = kind_of(to_lower(words.substr(0, label - 1)));
    if (kind == BlockKind::kHeadline && headline) kind = BlockKind::kFurniture;
    headline = headline || kind == BlockKind::kHeadline;
    fields.push_back({i, label, kind});
  }
  if (!headline || fields.size() < kMinFields) fields.clear();
  return fields;
}

}  // namespace relata

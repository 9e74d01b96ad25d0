#include "text/unit_forms.hpp"

#include <utility>

#include "relata/core/unicode.hpp"
#include "text/line_marks.hpp"
#include "text/news_lines.hpp"

namespace relata {
namespace {

constexpr std::size_t kMaxHeadlineBytes = 300;
constexpr std::size_t kMaxHeadlineWords = 30;
constexpr std::size_t kMinProseWords = 4;

bool is_prose(std::string_view words, std::size_t count) {
  return ends_sentence(words) && count >= kMinProseWords;
}

Form told_form(BlockKind told) {
  switch (told) {
    case BlockKind::kListItem:
      return Form::kItem;
    case BlockKind::kCaption:
      return Form::kCaption;
    default:
      return Form::kFragment;
  }
}

FormedUnit form_unit(std::string_view text, const Unit& unit) {
  FormedUnit formed;
  formed.unit = unit;
  const std::string_view whole = text.substr(unit.span.start, unit.span.size());
  formed.words = count_words(whole);
  if (whole.size() <= kMaxHeadlineBytes) formed.key = key_of(whole);
  formed.date = parse_date_line(whole);
  const bool told = unit.told && unit.told != BlockKind::kParagraph;
  const std::size_t bullet = bullet_size(whole);
  formed.mark = bullet;
  if (!unit.told && bullet == 0) {
    formed.mark = heading_mark_size(whole);
    formed.heading_mark = formed.mark != 0;
    if (!formed.heading_mark) formed.mark = quote_mark_size(whole);
  }
  const Span rest = trim(text, {unit.span.start + formed.mark, unit.span.end});
  const std::string_view words = text.substr(rest.start, rest.size());
  if (told) {
    formed.form = told_form(*unit.told);
  } else if (formed.date) {
    formed.form = Form::kDate;
  } else if (is_without_letters(words)) {
    formed.form = Form::kRule;
  } else if (is_only_links(words) || is_rights_notice(words) || is_release_notice(words)) {
    formed.form = Form::kNotice;
  } else if (bullet != 0) {
    formed.form = Form::kItem;
  } else if (is_byline(words)) {
    formed.form = Form::kByline;
  } else if (is_caption(words)) {
    formed.form = Form::kCaption;
  } else if (!formed.heading_mark) {
    const std::size_t dateline = dateline_size(words);
    if (dateline != 0) formed.dateline = rest.start + dateline - unit.span.start;
    if (dateline != 0 || is_prose(words, formed.words)) {
      formed.form = Form::kProse;
    } else if (!unit.told && is_table_row(words)) {
      formed.form = Form::kNotice;
    }
  }
  return formed;
}

/// The words of a dateline that could as well be a speaker's name: capitals and a colon.
std::string_view bare_head(std::string_view text, const FormedUnit& unit) {
  if (unit.dateline == 0) return {};
  const std::string_view head =
      text.substr(unit.unit.span.start + unit.mark, unit.dateline - unit.mark);
  const bool bare = head.ends_with(':') && head.find_first_of(",(") == std::string_view::npos;
  return bare ? head : std::string_view();
}

}  // namespace

std::string key_of(std::string_view text) { return fold_for_key(clean_label(text)); }

std::vector<FormedUnit> form_units(std::string_view text, const std::vector<Unit>& units) {
  std::vector<FormedUnit> formed;
  for (const Unit& unit : units) formed.push_back(form_unit(text, unit));
  // A number is the mark of an item only beside another one: "1. FC Köln won." is none.
  for (std::size_t i = 0; i < formed.size(); ++i) {
    FormedUnit& unit = formed[i];
    const char first = text[unit.unit.span.start];
    if (unit.form != Form::kItem || unit.unit.told || first < '0' || first > '9') continue;
    const auto numbered = [&](std::size_t k) {
      const char c = k < formed.size() ? text[formed[k].unit.span.start] : ' ';
      return k < formed.size() && formed[k].mark != 0 && c >= '0' && c <= '9';
    };
    if (numbered(i + 1) || (i > 0 && numbered(i - 1))) continue;
    const Span span = unit.unit.span;
    unit.mark = 0;
    unit.form =
        is_prose(text.substr(span.start, span.size()), unit.words) ? Form::kProse : Form::kFragment;
  }
  return formed;
}

bool is_headline_like(std::string_view text, const FormedUnit& unit) {
  const Span span = unit.unit.span;
  if (unit.form != Form::kFragment && unit.form != Form::kProse) return false;
  if (unit.dateline != 0 || span.size() > kMaxHeadlineBytes || unit.words > kMaxHeadlineWords) {
    return false;
  }
  const char32_t first = code_point_at(text, span.start).value;
  constexpr std::u32string_view kOpening = U"\"'“‘«$€£#";
  const bool opens = is_upper_letter(first) || kOpening.find(first) != std::u32string_view::npos ||
                     (first >= U'0' && first <= U'9');
  const char last = text[span.end - 1];
  if (unit.form == Form::kFragment) {
    return opens && std::string_view(",;:-").find(last) == std::string_view::npos;
  }
  return opens && (last == '?' || last == '!');
}

void unform_speakers(std::string_view text, std::vector<FormedUnit>& units) {
  std::string_view first;
  bool several = false;
  for (const FormedUnit& unit : units) {
    const std::string_view head = bare_head(text, unit);
    several = several || (!first.empty() && !head.empty() && head != first);
    if (first.empty()) first = head;
  }
  if (!several) return;
  for (FormedUnit& unit : units) {
    if (bare_head(text, unit).empty()) continue;
    unit.dateline = 0;
    const Span span = unit.unit.span;
    if (!is_prose(text.substr(span.start, span.size()), unit.words)) unit.form = Form::kFragment;
  }
}

}  // namespace relata

#include "text/article.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "relata/core/unicode.hpp"
#include "text/date_line.hpp"
#include "text/header_fields.hpp"
#include "text/line_marks.hpp"
#include "text/news_lines.hpp"
#include "text/unit_forms.hpp"

namespace relata {
namespace {

constexpr std::size_t kMaxHeadingWords = 12;
constexpr std::size_t kMaxFurnitureWords = 4;
constexpr std::size_t kMaxLabelWords = 1;
constexpr std::size_t kMaxTailWords = 6;
/// Running heads of pages and log stamps, "The Sentinel, page 3".
constexpr std::size_t kMaxRunningWords = 10;
/// How far below a headline its date, byline or dateline may be, in units.
constexpr std::size_t kHeadUnits = 16;

/// Does a further article begin at unit `start`?
bool starts_article(std::string_view text, const std::vector<FormedUnit>& units,
                    std::size_t start) {
  const FormedUnit& headline = units[start];
  const bool apart = headline.unit.blanks_before != 0 || units[start - 1].form == Form::kRule;
  if (!apart || headline.form != Form::kFragment || !is_headline_like(text, headline)) return false;
  bool repeated = false;
  bool date = false;
  bool byline = false;
  for (std::size_t i = start + 1; i < units.size() && i <= start + kHeadUnits; ++i) {
    const FormedUnit& unit = units[i];
    repeated = repeated || unit.key == headline.key;
    date = date || unit.form == Form::kDate;
    byline = byline || unit.form == Form::kByline;
    if (unit.form != Form::kProse) continue;
    const int signs =
        (repeated ? 2 : 0) + (date ? 1 : 0) + (byline ? 1 : 0) + (unit.dateline != 0 ? 1 : 0);
    return signs >= 2;
  }
  return false;
}

/// Gives the units of one article their kinds.
class ArticleReader {
 public:
  ArticleReader(std::string_view text, const std::vector<Unit>& units, const KnownFacts& known)
      : text_(text), known_(known), units_(form_units(text, units)) {
    unform_speakers(text_, units_);
    read_header();
  }

  Article read() {
    article_.title = known_.title;
    article_.date = known_.date;
    find_body();
    find_headline();
    kinds_.assign(units_.size(), BlockKind::kParagraph);
    for (std::size_t i = 0; i < units_.size(); ++i) kinds_[i] = kind_of(i);
    find_date();
    for (std::size_t i = 0; i < units_.size(); ++i) add_blocks(i);
    return std::move(article_);
  }

 private:
  std::string_view words(std::size_t i) const {
    return text_.substr(units_[i].unit.span.start, units_[i].unit.span.size());
  }

  /// The unit without its mark or label.
  std::string_view own_words(std::size_t i) const {
    const auto field = fields_.find(i);
    return words(i).substr(field == fields_.end() ? units_[i].mark : field->second.label);
  }

  void read_header() {
    for (const HeaderField& field : find_header_fields(text_, units_)) {
      fields_.emplace(field.unit, field);
      FormedUnit& unit = units_[field.unit];
      if (field.kind == BlockKind::kHeadline) headline_ = field.unit;
      if (unit.form != Form::kDate) unit.form = Form::kFragment;
      unit.dateline = 0;
    }
  }

  /// A label alone above the text, "Contact:", and the lines below it up to a blank one.
  void find_listed() {
    bool listed = false;
    for (std::size_t i = 0; i < body_; ++i) {
      const FormedUnit& unit = units_[i];
      if (unit.unit.told) return;
      if (listed && unit.unit.blanks_before == 0 && unit.form == Form::kFragment) {
        listed_.insert(i);
        continue;
      }
      listed = unit.form == Form::kFragment && label_size(words(i)) == words(i).size();
      if (listed) listed_.insert(i);
    }
  }

  /// What lines of a kind have alike that differ in their numbers only; empty if there are none.
  std::string running_key(const FormedUnit& unit) const {
    if (unit.form != Form::kFragment || unit.unit.told || unit.words > kMaxRunningWords) return {};
    std::string key;
    bool digits = false;
    for (const char c : unit.key) {
      const bool digit = c >= '0' && c <= '9';
      digits = digits || digit;
      if (!digit) {
        key += c;
      } else if (!key.ends_with('0')) {
        key += '0';
      }
    }
    return digits ? key : std::string();
  }

  bool is_running(std::size_t i) const {
    const auto found = running_.find(running_key(units_[i]));
    return found != running_.end() && found->second > 1;
  }

  /// The running text goes from the first prose to the last, but an opening question with a blank
  /// line behind it may be the headline.
  void find_body() {
    const auto is_prose = [](const FormedUnit& unit) { return unit.form == Form::kProse; };
    const auto first = std::find_if(units_.begin(), units_.end(), is_prose);
    body_ = first == units_.end() ? 0 : static_cast<std::size_t>(first - units_.begin());
    if (body_ == 0 && units_.size() > 1 && known_.title.empty() && is_prose(units_[1]) &&
        units_[1].unit.blanks_before != 0 && is_headline_like(text_, units_[0])) {
      body_ = 1;
    }
    for (std::size_t i = 0; i < units_.size(); ++i) {
      if (is_prose(units_[i])) last_prose_ = i;
      prose_count_ += is_prose(units_[i]) ? 1 : 0;
      if (!units_[i].key.empty() && !is_prose(units_[i])) ++repeats_[units_[i].key];
      if (std::string key = running_key(units_[i]); !key.empty()) ++running_[std::move(key)];
    }
    find_listed();
  }

  void find_headline() {
    if (headline_) {
      if (article_.title.empty())
        article_.title = without_quotes(clean_label(own_words(*headline_)));
      return;
    }
    for (std::size_t i = 0; i < units_.size(); ++i) {
      if (units_[i].unit.told != BlockKind::kHeadline) continue;
      headline_ = i;
      if (article_.title.empty()) article_.title = clean_label(words(i));
      return;
    }
    if (!known_.title.empty()) {
      const std::string title = key_of(known_.title);
      for (std::size_t i = 0; i < units_.size() && i <= body_; ++i) {
        if (units_[i].key == title || (i == 0 && starts_with_title())) {
          headline_ = i;
          return;
        }
      }
    }
    // The line that stands there twice, else the first that is long enough for no label.
    std::optional<std::size_t> first;
    std::optional<std::size_t> labelled;
    for (std::size_t i = 0; i < body_; ++i) {
      if (!is_headline_like(text_, units_[i]) || listed_.contains(i) || is_running(i)) continue;
      if (repeats_[units_[i].key] > 1 && units_[i].words > 2) {
        first = i;
        break;
      }
      if (!first && units_[i].words > 2 && !is_beside_date(i)) first = i;
      if (!labelled && i == 0) labelled = i;
    }
    headline_ = first ? first : labelled;
    if (headline_ && article_.title.empty()) article_.title = clean_label(own_words(*headline_));
  }

  /// Markdown's front matter has its strings in quotes.
  static std::string without_quotes(std::string title) {
    const bool quoted = title.size() > 2 && title.front() == '"' && title.back() == '"';
    return quoted ? title.substr(1, title.size() - 2) : title;
  }

  bool is_author(const FormedUnit& unit) const {
    return std::any_of(known_.authors.begin(), known_.authors.end(), [&](const std::string& name) {
      const std::string key = key_of(name);
      return unit.key == key || unit.key == "by " + key;
    });
  }

  /// The first unit is the title and a date behind it.
  bool starts_with_title() {
    const std::string_view unit = words(0);
    if (!unit.starts_with(known_.title) || unit.size() == known_.title.size()) return false;
    const std::string_view rest = unit.substr(known_.title.size());
    if (!parse_date_line(rest)) return false;
    title_size_ = known_.title.size();
    return true;
  }

  /// Is there a date or a byline next to it, with no blank line between?
  bool is_beside_date(std::size_t i) const {
    const auto dated = [&](std::size_t k) {
      return units_[k].form == Form::kDate || units_[k].form == Form::kByline;
    };
    for (std::size_t k = i; k > 0 && units_[k].unit.blanks_before == 0; --k) {
      if (dated(k - 1)) return true;
    }
    for (std::size_t k = i + 1; k < body_ && units_[k].unit.blanks_before == 0; ++k) {
      if (dated(k)) return true;
    }
    return false;
  }

  BlockKind kind_of(std::size_t i) const {
    const FormedUnit& unit = units_[i];
    if (headline_ == i) return BlockKind::kHeadline;
    if (const auto field = fields_.find(i); field != fields_.end()) return field->second.kind;
    if (unit.unit.told && unit.unit.told != BlockKind::kParagraph) return *unit.unit.told;
    switch (unit.form) {
      case Form::kRule:
      case Form::kNotice:
        return BlockKind::kFurniture;
      case Form::kDate:
        return BlockKind::kDate;
      case Form::kByline:
        return BlockKind::kByline;
      case Form::kCaption:
        return BlockKind::kCaption;
      case Form::kItem:
        return BlockKind::kListItem;
      case Form::kProse:
        return BlockKind::kParagraph;
      case Form::kFragment:
        break;
    }
    // The second headline says nothing that the first didn't.
    if (headline_ && unit.key == units_[*headline_].key) return BlockKind::kFurniture;
    if (is_running(i) || listed_.contains(i)) return BlockKind::kFurniture;
    if (unit.heading_mark) return BlockKind::kHeading;
    if (i < body_ && is_author(unit)) return BlockKind::kByline;
    if (prose_count_ == 0 || ends_sentence(words(i))) return BlockKind::kParagraph;
    if (i < body_) {
      const bool label = unit.words <= kMaxFurnitureWords && is_beside_date(i);
      if (label || (headline_ && i < *headline_)) return BlockKind::kFurniture;
      // "By our correspondent": between headline and text, the first word is enough.
      if (unit.key.starts_with("by ")) return BlockKind::kByline;
      if (headline_ && unit.words <= kMaxLabelWords) return BlockKind::kFurniture;
      return is_heading(unit) ? BlockKind::kHeading : BlockKind::kParagraph;
    }
    const auto repeats = repeats_.find(unit.key);
    if (unit.words <= kMaxFurnitureWords && repeats != repeats_.end() && repeats->second > 1) {
      return BlockKind::kFurniture;
    }
    const bool tail = i > last_prose_;
    if (tail) {
      // Mark-up has shown the site's furniture already.
      const std::size_t most = unit.unit.told ? kMaxFurnitureWords : kMaxTailWords;
      return unit.words <= most && prose_count_ > 1 ? BlockKind::kFurniture : BlockKind::kParagraph;
    }
    return is_heading(unit) ? BlockKind::kHeading : BlockKind::kParagraph;
  }

  /// Mark-up tells its headings itself.
  bool is_heading(const FormedUnit& unit) const {
    return !unit.unit.told && unit.words <= kMaxHeadingWords && is_headline_like(text_, unit);
  }

  /// Above the running text first, then below it; the day of publication before that of a change.
  void find_date() {
    if (!article_.date.empty()) return;
    std::string updated;
    const auto take = [&](const std::string& date, std::string& place) {
      if (place.empty()) place = date;
    };
    if (title_size_ != 0) {
      take(parse_date_line(words(0).substr(title_size_))->published, article_.date);
    }
    for (const FormedUnit& unit : units_) {
      if (!unit.date || unit.form != Form::kDate) continue;
      take(unit.date->published, article_.date);
      take(unit.date->updated, updated);
    }
    take(updated, article_.date);
    for (std::size_t i = 0; i < units_.size() && article_.date.empty(); ++i) {
      if (units_[i].dateline == 0) continue;
      article_.date = dateline_date(words(i).substr(0, units_[i].dateline));
    }
  }

  void add(BlockKind kind, Span span) {
    span = trim(text_, span);
    if (!span.empty()) article_.blocks.push_back({kind, span});
  }

  void add_blocks(std::size_t i) {
    const FormedUnit& unit = units_[i];
    const Span span = unit.unit.span;
    std::size_t cut = span.start;
    if (i == 0 && title_size_ != 0) {
      cut += title_size_;
      add(BlockKind::kHeadline, {span.start, cut});
      add(BlockKind::kDate, {cut, span.end});
      return;
    }
    const auto field = fields_.find(i);
    const std::size_t mark = field == fields_.end() ? unit.mark : field->second.label;
    if (kinds_[i] != BlockKind::kFurniture && mark != 0) {
      cut += mark;
      add(BlockKind::kFurniture, {span.start, cut});
    }
    if (kinds_[i] == BlockKind::kParagraph && unit.dateline != 0 && !dateline_seen_) {
      dateline_seen_ = true;
      add(BlockKind::kDateline, {cut, span.start + unit.dateline});
      cut = span.start + unit.dateline;
    }
    add(kinds_[i], {cut, span.end});
  }

  std::string_view text_;
  const KnownFacts& known_;
  std::vector<FormedUnit> units_;
  std::vector<BlockKind> kinds_;
  std::map<std::string, std::size_t> repeats_;  ///< how often a unit that is no prose stands there
  std::map<std::string, std::size_t> running_;  ///< the same, for lines that differ in numbers only
  std::map<std::size_t, HeaderField> fields_;   ///< by unit
  std::set<std::size_t> listed_;                ///< units below a label that stands alone
  std::size_t body_ = 0;                        ///< the first unit of the running text
  std::size_t last_prose_ = 0;                  ///< its last
  std::size_t prose_count_ = 0;
  std::optional<std::size_t> headline_;
  std::size_t title_size_ = 0;  ///< bytes of the known title in the first unit, before a date
  bool dateline_seen_ = false;
  Article article_;
};

}  // namespace

std::vector<Span> split_articles(std::string_view text) {
  const std::vector<FormedUnit> units = form_units(text, find_units(text, {0, text.size()}));
  std::vector<Span> parts;
  std::size_t start = 0;
  bool prose = false;
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (prose && starts_article(text, units, i)) {
      parts.push_back({start, units[i].unit.span.start});
      start = units[i].unit.span.start;
      prose = false;
    }
    prose = prose || units[i].form == Form::kProse;
  }
  parts.push_back({start, text.size()});
  return parts;
}

Article read_article(std::string_view text, Span part, const KnownFacts& known) {
  return read_article(text, find_units(text, part), known);
}

Article read_article(std::string_view text, const std::vector<Unit>& units,
                     const KnownFacts& known) {
  return ArticleReader(text, units, known).read();
}

}  // namespace relata

#include "text/date_line.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "relata/core/unicode.hpp"

namespace relata {
namespace {

/// Longer lines are sentences.
constexpr std::size_t kMaxDateLineBytes = 160;

constexpr std::array<std::string_view, 12> kMonths = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};
constexpr std::array<std::string_view, 7> kWeekdays = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

/// Words that announce a date, and those that stand between its parts.
constexpr std::array<std::string_view, 10> kPublishedWords = {
    "published", "posted",  "date",  "dated", "issued",
    "released",  "created", "filed", "first", "publication"};
constexpr std::array<std::string_view, 6> kUpdatedWords = {"updated", "modified", "update",
                                                           "edited",  "revised",  "last"};
constexpr std::array<std::string_view, 6> kFillers = {"on", "at", "of", "the", "time", "local"};
constexpr std::array<std::string_view, 16> kUnits = {
    "sec",  "secs",  "second", "seconds", "min", "mins", "minute", "minutes",
    "hour", "hours", "day",    "days",    "hr",  "hrs",  "week",   "weeks"};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

int number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

bool all_digits(std::string_view text) {
  return !text.empty() && text.size() <= 9 && std::all_of(text.begin(), text.end(), is_digit);
}

int days_in(int month, int year) {
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return kDays[static_cast<std::size_t>(month - 1)] + (month == 2 && leap ? 1 : 0);
}

std::optional<std::string> iso(int year, int month, int day) {
  if (year < 1000 || year > 9999 || month < 1 || month > 12) return std::nullopt;
  if (day < 1 || day > days_in(month, year)) return std::nullopt;
  const auto padded = [](int value) { return (value < 10 ? "-0" : "-") + std::to_string(value); };
  return std::to_string(year) + padded(month) + padded(day);
}

/// One word of a date line: letters, or digits with what may stand inside them.
struct Word {
  std::string text;  ///< in lower case
  bool upper = false;
};

/// Nothing when the line has a character that no date line has.
std::optional<std::vector<Word>> split_words(std::string_view line) {
  std::vector<Word> words;
  for (std::size_t i = 0; i < line.size();) {
    const CodePoint c = code_point_at(line, i);
    if (c.value < 0x80 && (is_digit(line[i]) || is_letter(line[i]))) {
      const std::size_t start = i;
      const bool digits = is_digit(line[i]);
      // "10:30", "11/08/2025", "2025-08-11", "10.30" are one word each; so is a month's "Aug".
      while (i < line.size()) {
        const bool inside =
            digits ? is_digit(line[i]) ||
                         (std::string_view(":/.-").find(line[i]) != std::string_view::npos &&
                          i + 1 < line.size() && is_digit(line[i + 1]))
                   : is_letter(line[i]);
        if (!inside) break;
        ++i;
      }
      const std::string_view word = line.substr(start, i - start);
      words.push_back({to_lower(word), std::none_of(word.begin(), word.end(), [](char letter) {
                         return letter >= 'a' && letter <= 'z';
                       })});
      continue;
    }
    constexpr std::u32string_view kBetween = U",.:;|/()[]-+–—·•";
    if (!is_white_space(c.value) && kBetween.find(c.value) == std::u32string_view::npos) {
      return std::nullopt;
    }
    i += c.size;
  }
  return words;
}

/// "2025-08-11", "11/08/2025", "11.8.2025": the day, or empty when it could be two. Nothing when it
/// is no date at all.
std::optional<std::string> numeric_date(std::string_view word) {
  const std::size_t cut = word.find_first_of("-/.");
  if (cut == std::string_view::npos) return std::nullopt;
  const std::size_t second = word.find(word[cut], cut + 1);
  if (second == std::string_view::npos) return std::nullopt;
  const std::array<std::string_view, 3> parts = {
      word.substr(0, cut), word.substr(cut + 1, second - cut - 1), word.substr(second + 1)};
  if (!std::all_of(parts.begin(), parts.end(), all_digits)) return std::nullopt;
  const int a = number(parts[0]);
  const int b = number(parts[1]);
  const int c = number(parts[2]);
  if (parts[0].size() == 4) return iso(a, b, c);
  if (parts[2].size() != 4) return std::nullopt;
  if (a == b) return iso(c, a, b);
  const auto day_first = iso(c, b, a);
  const auto month_first = iso(c, a, b);
  if (day_first && month_first) return "";
  return day_first ? day_first : month_first;
}

/// Reads the words of a date line from left to right.
class DateLineParser {
 public:
  explicit DateLineParser(std::vector<Word> words) : words_(std::move(words)) {}

  std::optional<DateLine> parse() {
    while (at_ < words_.size()) {
      if (!take_date() && !take_relative() && !take_time() && !take_label()) return std::nullopt;
    }
    if (!found_ && !clock_) return std::nullopt;
    return line_;
  }

 private:
  std::string_view word(std::size_t ahead) const {
    return at_ + ahead < words_.size() ? std::string_view(words_[at_ + ahead].text) : "";
  }

  /// 1 to 31, "3rd" and such being two words; `ahead` is moved behind them.
  std::optional<int> day(std::size_t& ahead) const {
    const std::string_view digits = word(ahead);
    if (!all_digits(digits) || digits.size() > 2) return std::nullopt;
    ++ahead;
    constexpr std::array<std::string_view, 4> kOrdinals = {"st", "nd", "rd", "th"};
    if (is_one_of(kOrdinals, word(ahead))) ++ahead;
    if (word(ahead) == "of") ++ahead;
    return number(digits);
  }

  std::optional<int> year(std::size_t& ahead) const {
    const std::string_view digits = word(ahead);
    if (!all_digits(digits) || digits.size() != 4) return std::nullopt;
    ++ahead;
    return number(digits);
  }

  std::optional<int> month(std::size_t& ahead) const {
    const auto found = month_number(word(ahead));
    if (found) ++ahead;
    return found;
  }

  bool take_date() {
    std::size_t ahead = 0;
    if (is_weekday(word(0))) {
      ++ahead;
      if (ahead == words_.size()) return false;
    }
    if (const auto numeric = numeric_date(word(ahead))) return accept(ahead + 1, *numeric);
    std::size_t day_first = ahead;
    if (const auto d = day(day_first)) {
      if (const auto m = month(day_first)) {
        if (const auto y = year(day_first)) return accept(day_first, iso(*y, *m, *d));
      }
    }
    // "2009 May 21"
    std::size_t year_first = ahead;
    if (const auto y = year(year_first)) {
      if (const auto m = month(year_first)) {
        if (const auto d = day(year_first)) return accept(year_first, iso(*y, *m, *d));
      }
    }
    if (const auto m = month(ahead)) {
      if (const auto d = day(ahead)) {
        if (const auto y = year(ahead)) return accept(ahead, iso(*y, *m, *d));
      }
    }
    return false;
  }

  bool accept(std::size_t words, const std::optional<std::string>& date) {
    if (!date) return false;
    std::string& place = updated_ ? line_.updated : line_.published;
    if (place.empty()) place = *date;
    found_ = true;
    at_ += words;
    return true;
  }

  /// "10 sec ago", "an hour ago", "just now", "today".
  bool take_relative() {
    const bool count = all_digits(word(0)) || word(0) == "a" || word(0) == "an";
    if (count && is_one_of(kUnits, word(1)) && word(2) == "ago") return found_ = true, at_ += 3;
    // "3h ago"
    if (all_digits(word(0)) && word(1).size() == 1 && word(2) == "ago") {
      return found_ = true, at_ += 3;
    }
    if (word(0) == "just" && word(1) == "now") return found_ = true, at_ += 2;
    if (word(0) == "today" || word(0) == "yesterday") return found_ = true, at_ += 1;
    return false;
  }

  /// A time of day and its zone: only beside a date.
  bool take_time() {
    const std::string_view text = word(0);
    constexpr std::array<std::string_view, 4> kHalves = {"am", "pm", "a", "p"};
    if (is_one_of(kHalves, text) || text == "m") return timed_ = true, at_ += 1, true;
    if (text == "t" || text == "z") return at_ += 1, true;
    const bool clock = !text.empty() && is_digit(text.front()) &&
                       text.find_first_of("/-") == std::string_view::npos && text.size() <= 12;
    if (clock && (text.find_first_of(":.") != std::string_view::npos ||
                  is_one_of(kHalves, word(1)) || text.size() == 4)) {
      clock_ = clock_ || (text.find(':') != std::string_view::npos && words_.size() <= 3);
      timed_ = true;
      return at_ += 1, true;
    }
    const bool zone = (found_ || timed_) && words_[at_].upper && text.size() >= 2 &&
                      text.size() <= 5 && !is_digit(text.front());
    if (zone) {
      ++at_;
      if (all_digits(word(0)) && word(0).size() <= 2) ++at_;  // "UTC+3"
      return true;
    }
    return false;
  }

  bool take_label() {
    const std::string_view text = word(0);
    if (is_one_of(kPublishedWords, text)) return updated_ = false, at_ += 1, true;
    if (is_one_of(kUpdatedWords, text)) return updated_ = true, at_ += 1, true;
    // "January 14, 2020 Tuesday"
    if (found_ && is_weekday(text)) return at_ += 1, true;
    return is_one_of(kFillers, text) ? (at_ += 1, true) : false;
  }

  static bool is_weekday(std::string_view text) {
    if (text.size() < 3) return false;
    return std::any_of(kWeekdays.begin(), kWeekdays.end(), [&](std::string_view name) {
      return name == text || (text.size() <= 5 && text.size() >= 3 && name.starts_with(text));
    });
  }

  std::vector<Word> words_;
  std::size_t at_ = 0;
  DateLine line_;
  bool updated_ = false;
  bool found_ = false;  ///< a date, or how long ago
  bool timed_ = false;  ///< a time of day
  bool clock_ = false;  ///< one on its own, with its zone at most: "9:41 AM", "09:10 GMT"
};

}  // namespace

std::optional<int> month_number(std::string_view word) {
  if (word.ends_with('.')) word.remove_suffix(1);
  if (word.size() < 3) return std::nullopt;
  const std::string name = to_lower(word);
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    const bool abbreviation = name.size() == 3 && kMonths[i].starts_with(name);
    if (name == kMonths[i] || abbreviation || (name == "sept" && i == 8)) {
      return static_cast<int>(i) + 1;
    }
  }
  return std::nullopt;
}

std::optional<DateLine> parse_date_line(std::string_view line) {
  if (line.size() > kMaxDateLineBytes) return std::nullopt;
  auto words = split_words(line);
  if (!words || words->empty()) return std::nullopt;
  return DateLineParser(std::move(*words)).parse();
}

std::optional<std::string> parse_iso_date(std::string_view text) {
  if (text.size() < 10 || (text.size() > 10 && text[10] != 'T' && text[10] != ' ')) {
    return std::nullopt;
  }
  const std::string_view day = text.substr(0, 10);
  if (!is_date(day)) return std::nullopt;
  const bool rest_is_time =
      text.substr(10).find_first_not_of("T 0123456789:.,+-Z") == std::string_view::npos;
  return rest_is_time ? std::optional<std::string>(day) : std::nullopt;
}

std::optional<std::string> parse_any_date(std::string_view text) {
  if (auto date = parse_iso_date(text)) return date;
  const auto line = parse_date_line(text);
  if (!line) return std::nullopt;
  const std::string& date = line->published.empty() ? line->updated : line->published;
  return date.empty() ? std::nullopt : std::optional<std::string>(date);
}

bool is_date(std::string_view date) {
  if (date.size() != 10 || date[4] != '-' || date[7] != '-') return false;
  const std::array<std::string_view, 3> parts = {date.substr(0, 4), date.substr(5, 2),
                                                 date.substr(8, 2)};
  if (!std::all_of(parts.begin(), parts.end(), all_digits)) return false;
  return iso(number(parts[0]), number(parts[1]), number(parts[2])).has_value();
}

}  // namespace relata

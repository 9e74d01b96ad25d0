#include "text/news_lines.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "relata/core/unicode.hpp"
#include "text/date_line.hpp"
#include "text/layout.hpp"

namespace relata {
namespace {

constexpr std::size_t kMaxDatelineBytes = 120;
constexpr std::size_t kMaxCreditBytes = 80;
constexpr std::size_t kMaxCaptionWords = 90;
constexpr std::size_t kMaxBylineWords = 16;

/// The words by which the press credits pictures.
constexpr std::array<std::string_view, 20> kCreditWords = {
    "photo",      "photos",  "photograph",   "photography", "picture", "pictures", "image",
    "images",     "file",    "handout",      "courtesy",    "credit",  "via",      "screenshot",
    "screengrab", "graphic", "illustration", "video",       "getty",   "pool"};
static_assert(kCreditWords.size() == 20);

std::string_view strip(std::string_view text) {
  const Span span = trim(text, {0, text.size()});
  return text.substr(span.start, span.size());
}

std::vector<std::string_view> split(std::string_view text, std::string_view separators) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = text.find_first_of(separators);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (const std::string_view word : split(text, " \t\n\r")) {
    if (!word.empty()) words.push_back(word);
  }
  return words;
}

struct Letters {
  std::size_t count = 0;
  std::size_t lower = 0;
  bool only_name_marks = true;  ///< nothing but letters, digits and . ' - & in between
};

Letters letters_of(std::string_view text) {
  Letters letters;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    i += c.size;
    if (is_alphabetic(c.value)) {
      ++letters.count;
      if (is_lower_letter(c.value)) ++letters.lower;
      continue;
    }
    constexpr std::u32string_view kMarks = U" .'’-&0123456789\u00A0";
    if (kMarks.find(c.value) == std::u32string_view::npos) letters.only_name_marks = false;
  }
  return letters;
}

bool starts_upper(std::string_view word) {
  return !word.empty() && is_upper_letter(code_point_at(word, 0).value);
}

/// "Burkina Faso", "Republic of the Congo", at most `most` words.
bool is_name(std::string_view text, std::size_t most) {
  const auto words = words_of(text);
  if (words.empty() || words.size() > most || !letters_of(text).only_name_marks) return false;
  constexpr std::array<std::string_view, 8> kInside = {"of", "the", "and", "de",
                                                       "la", "du",  "del", "al"};
  return starts_upper(words.front()) && std::all_of(words.begin(), words.end(), [&](auto word) {
           return starts_upper(word) ||
                  std::find(kInside.begin(), kInside.end(), word) != kInside.end();
         });
}

bool is_capitals(std::string_view text) {
  const Letters letters = letters_of(text);
  return letters.count >= 2 && letters.lower == 0 && letters.only_name_marks;
}

/// "March 3", "Aug. 11", "3 March", "Oct 3 2025": a day, with or without its year.
bool is_day(std::string_view text) {
  const auto words = words_of(text);
  if (words.size() < 2 || words.size() > 3) return false;
  const auto is_number = [](std::string_view word, std::size_t most) {
    return !word.empty() && word.size() <= most &&
           word.find_first_not_of("0123456789") == std::string_view::npos;
  };
  if (words.size() == 3 && !is_number(words[2], 4)) return false;
  return (month_number(words[0]) && is_number(words[1], 2)) ||
         (is_number(words[0], 2) && month_number(words[1]));
}

/// The first separator that can end a dateline: where it begins and where it ends.
std::optional<Span> find_dateline_mark(std::string_view text) {
  for (std::size_t i = 1; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    const std::size_t end = i + c.size;
    const bool blank_behind = end >= text.size() || is_white_space(code_point_at(text, end).value);
    const bool blank_before = is_white_space(code_point_before(text, i));
    if (c.value == U':' && blank_behind) return Span{i, end};
    // The underscore is the wires' own dash.
    const bool short_dash = c.value == U'-' || c.value == U'–' || c.value == U'_';
    if (c.value == U'—' || (short_dash && blank_before && blank_behind)) {
      return Span{i, end};
    }
    if (text.substr(i).starts_with("--")) return Span{i, i + 2};
    i = end;
  }
  return std::nullopt;
}

/// Takes "(Agency)" or "/Agency/" off the end of `head`.
bool take_agency(std::string_view& head) {
  if (!head.ends_with(')') && !head.ends_with('/')) return false;
  const std::size_t open = head.rfind(head.back() == ')' ? '(' : '/', head.size() - 2);
  if (open == std::string_view::npos) return false;
  std::string agency(head.substr(open + 1, head.size() - open - 2));
  std::replace(agency.begin(), agency.end(), '/', ' ');
  if (!is_name(agency, 5)) return false;
  head = strip(head.substr(0, open));
  return true;
}

/// Is `head` what can stand before the mark of a dateline?
bool is_dateline_head(std::string_view head, bool dash) {
  const bool agency = take_agency(head);
  if (head.empty()) return agency && dash;
  bool day = false;
  bool region = false;
  std::vector<std::string_view> parts = split(head, ",");
  if (parts.size() > 5) return false;
  const std::string_view place = strip(parts.front());
  for (std::size_t i = 1; i < parts.size(); ++i) {
    const std::string_view part = strip(parts[i]);
    const bool year =
        day && part.size() == 4 && part.find_first_not_of("0123456789") == std::string_view::npos;
    if (year) continue;
    if (is_day(part)) {
      day = true;
    } else if (is_name(part, 5)) {
      region = true;
    } else {
      return false;
    }
  }
  // "PARIS/LONDON"
  std::size_t letters = 0;
  for (const std::string_view one : split(place, "/")) {
    if (is_capitals(one)) {
      letters += letters_of(one).count;
    } else {
      return is_name(one, 4) && (agency || day);
    }
  }
  return words_of(place).size() <= 4 && (agency || day || region || letters >= 4);
}

/// The last group in round or square brackets, if the line ends with it.
std::optional<std::size_t> last_group(std::string_view line) {
  if (line.empty() || (line.back() != ')' && line.back() != ']')) return std::nullopt;
  const std::size_t open = line.rfind(line.back() == ')' ? '(' : '[');
  if (open == std::string_view::npos || line.size() - open > kMaxCreditBytes) return std::nullopt;
  return open;
}

bool is_credit_word(std::string_view word) {
  while (!word.empty() && std::string_view(".,:;").find(word.back()) != std::string_view::npos) {
    word.remove_suffix(1);
  }
  const std::string lower = to_lower(word);
  return std::find(kCreditWords.begin(), kCreditWords.end(), lower) != kCreditWords.end();
}

bool has_credit_word(std::string_view text) {
  for (const std::string_view part : split(text, " /:-")) {
    if (is_credit_word(part)) return true;
  }
  return false;
}

/// "Photo: …", "FILE PHOTO: …", "Image by …": credit words and then a mark or "by".
bool starts_with_credit(std::string_view text) {
  std::size_t credits = 0;
  for (const std::string_view word : words_of(text.substr(0, kMaxCreditBytes))) {
    if (is_credit_word(word)) {
      ++credits;
      if (word.ends_with(':')) return true;
      if (credits > 3) return false;
      continue;
    }
    const bool mark = word == "-" || word == "–" || word == "—" || word == ":" || word == "by";
    return mark && credits != 0;
  }
  return false;
}

/// "A crane in the port of Lagos. AFP": capitals behind the full stop of a real word, so that
/// neither "St. LOUIS" nor "U.S. EPA" is one.
bool ends_with_agency(std::string_view line) {
  constexpr std::size_t kMinWordLetters = 4;
  const std::size_t stop = line.rfind(". ");
  if (stop == std::string_view::npos || line.size() - stop > 20) return false;
  const auto before = words_of(line.substr(0, stop));
  if (before.size() < 6 || !is_capitals(line.substr(stop + 2)) || ends_sentence(line)) return false;
  const Letters letters = letters_of(before.back());
  return letters.count >= kMinWordLetters && letters.lower + 1 >= letters.count &&
         before.back().find('.') == std::string_view::npos;
}

}  // namespace

std::size_t dateline_size(std::string_view paragraph) {
  const std::string_view beginning = paragraph.substr(0, kMaxDatelineBytes);
  const auto mark = find_dateline_mark(beginning);
  if (!mark) return 0;
  const std::string_view rest = strip(paragraph.substr(mark->end));
  if (rest.empty()) return 0;
  const char32_t first = code_point_at(rest, 0).value;
  constexpr std::u32string_view kOpening = U"\"'“‘«(0123456789";
  if (!is_upper_letter(first) && kOpening.find(first) == std::u32string_view::npos) return 0;
  const bool dash = paragraph[mark->start] != ':';
  return is_dateline_head(strip(beginning.substr(0, mark->start)), dash) ? mark->end : 0;
}

std::string dateline_date(std::string_view dateline) {
  std::string_view head = dateline;
  for (const std::string_view end : {"(", " /", " -", " –", "—", " _", ":"}) {
    head = head.substr(0, head.find(end));
  }
  const std::vector<std::string_view> parts = split(head, ",");
  for (std::size_t i = 1; i < parts.size(); ++i) {
    if (!is_day(strip(parts[i]))) continue;
    std::string day(parts[i]);
    if (i + 1 < parts.size()) day += "," + std::string(strip(parts[i + 1]).substr(0, 4));
    const auto date = parse_date_line(day);
    return date ? date->published : std::string();
  }
  return {};
}

bool is_byline(std::string_view line) {
  const auto words = words_of(line.substr(0, 400));
  if (words.empty()) return false;
  const std::string beginning = to_lower(line.substr(0, 40));
  for (const std::string_view credit : {"reporting by ", "editing by ", "writing by "}) {
    const std::size_t at = beginning.find(credit);
    if (at != std::string::npos && at <= 12) return true;
  }
  if (words.size() < 2 || words.size() > kMaxBylineWords || ends_sentence(line)) return false;
  if (words[0] != "By" && words[0] != "BY" && words[0] != "by") return false;
  constexpr std::array<std::string_view, 10> kInside = {"and", "of", "in",  "for", "with",
                                                        "the", "at", "van", "de",  "|"};
  return std::all_of(words.begin() + 1, words.end(), [&](std::string_view word) {
    return starts_upper(word) || std::find(kInside.begin(), kInside.end(), word) != kInside.end();
  });
}

bool is_caption(std::string_view line) {
  if (line.size() > 2000 || count_words(line) > kMaxCaptionWords) return false;
  if (starts_with_credit(line)) return true;
  if (const auto open = last_group(line)) {
    const std::string_view credit = line.substr(*open + 1, line.size() - *open - 2);
    const std::string_view before = strip(line.substr(0, *open));
    if (before.empty() || ends_sentence(credit)) return false;
    if (has_credit_word(credit)) return true;
    // Behind the full stop stands no part of the sentence, so a name there is a source.
    std::string name(credit);
    std::replace(name.begin(), name.end(), '/', ' ');
    return ends_sentence(before) && is_name(name, 6);
  }
  if (ends_with_agency(line)) return true;
  // "… on October 25, 2022. Image: Jane Doe."
  const std::size_t colon = line.rfind(": ");
  if (colon == std::string_view::npos || line.size() - colon > kMaxCreditBytes) return false;
  const std::size_t before = line.substr(0, colon).rfind(' ');
  const std::string_view word =
      line.substr(before == std::string_view::npos ? 0 : before + 1).substr(0, colon - before - 1);
  return before != std::string_view::npos && starts_upper(word) && is_credit_word(word) &&
         count_words(line.substr(colon + 1)) <= 8;
}

}  // namespace relata

// CoNLL-U as an input of text: words and sentences as given, everything else left to analysis.
// https://universaldependencies.org/format.html
#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "relata/core/hash.hpp"
#include "relata/core/unicode.hpp"
#include "text/date_line.hpp"
#include "text/reading_builder.hpp"

namespace relata {
namespace {

constexpr std::size_t kColumns = 10;
constexpr std::size_t kForm = 1;
constexpr std::size_t kMisc = 9;

std::string_view strip(std::string_view text) {
  const std::size_t start = text.find_first_not_of(" \t\r");
  if (start == std::string_view::npos) return "";
  return text.substr(start, text.find_last_not_of(" \t\r") - start + 1);
}

std::string shown(std::string_view text) { return '"' + clean_label(text.substr(0, 80)) + '"'; }

std::optional<std::size_t> number_of(std::string_view text) {
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// "# key = value" without the sign; the value is empty where there is none.
std::pair<std::string_view, std::string_view> parse_comment(std::string_view line) {
  line.remove_prefix(1);
  const std::size_t cut = line.find('=');
  if (cut == std::string_view::npos) return {strip(line), ""};
  return {strip(line.substr(0, cut)), strip(line.substr(cut + 1))};
}

/// The value of one attribute in MISC.
std::optional<std::string_view> misc_value(std::string_view misc, std::string_view name) {
  while (!misc.empty()) {
    const std::size_t end = std::min(misc.find('|'), misc.size());
    const std::string_view attribute = misc.substr(0, end);
    if (attribute.starts_with(name) && attribute.substr(name.size()).starts_with('=')) {
      return attribute.substr(name.size() + 1);
    }
    misc.remove_prefix(std::min(end + 1, misc.size()));
  }
  return std::nullopt;
}

/// "\s\n" as UDPipe and others write white space; nothing when it holds anything else.
std::optional<std::string> unescape_spaces(std::string_view escaped) {
  std::string spaces;
  for (std::size_t i = 0; i < escaped.size();) {
    if (escaped[i] == '\\' && i + 1 < escaped.size()) {
      switch (escaped[i + 1]) {
        case 's':
          spaces += ' ';
          break;
        case 't':
          spaces += '\t';
          break;
        case 'n':
          spaces += '\n';
          break;
        case 'r':
          spaces += '\r';
          break;
        default:
          return std::nullopt;
      }
      i += 2;
      continue;
    }
    const CodePoint c = code_point_at(escaped, i);
    if (!is_white_space(c.value)) return std::nullopt;
    append_code_point(spaces, c.value);
    i += c.size;
  }
  return spaces;
}

/// What stands behind a token; nothing when MISC does not say.
std::optional<std::string> space_after(std::string_view misc) {
  if (const auto spaces = misc_value(misc, "SpacesAfter")) return unescape_spaces(*spaces);
  if (misc_value(misc, "SpaceAfter") == "No") return "";
  return std::nullopt;
}

struct Row {
  std::vector<std::string_view> columns;
  std::size_t form_offset = 0;  ///< in the input's bytes
};

/// Puts one document together, sentence by sentence.
class DocumentBuilder {
 public:
  DocumentBuilder(std::string id, Place place) : place_(std::move(place)) {
    document_.id = std::move(id);
  }

  const Place& place() const noexcept { return place_; }
  const std::string& id() const noexcept { return document_.id; }
  bool has_words() const noexcept { return !document_.given.empty() || !sentence_.words.empty(); }
  const std::optional<Error>& fault() const noexcept { return fault_; }

  void set_fault(const Error& error) {
    if (!fault_) fault_ = error;
  }
  void start_paragraph() { paragraph_start_ = true; }
  void set_sentence_id(std::string_view id) { sentence_.sent_id = id; }
  void set_title(std::string_view title) { document_.title = clean_label(title); }
  void set_url(std::string_view url) { document_.url = clean_label(url); }
  void set_date(std::string_view date) { document_.date = parse_iso_date(date).value_or(""); }

  void add_row(const Row& row) {
    const std::string_view id = row.columns[0];
    const std::string_view form = row.columns[kForm];
    if (id.find('.') != std::string_view::npos) return;  // an empty node: no part of the text
    if (form.empty()) throw Error("empty FORM");
    const std::size_t next = sentence_.words.size() + 1;
    if (const std::size_t dash = id.find('-'); dash != std::string_view::npos) {
      const auto last = number_of(id.substr(dash + 1));
      if (number_of(id.substr(0, dash)) != next || !last || *last <= next || inside_token()) {
        throw Error("word range " + shown(id) + ", expected one from word " + std::to_string(next));
      }
      token_ = append_form(row);
      token_end_ = *last;
      token_start_ = next;
      space_after_ = space_after(row.columns[kMisc]);
      return;
    }
    if (number_of(id) != next) {
      throw Error("word number " + shown(id) + ", expected " + std::to_string(next));
    }
    GivenWord word;
    word.form = form;
    if (inside_token()) {
      word.span = token_;
      if (next == token_start_) word.token_end = token_end_;
      sentence_.words.push_back(std::move(word));
      if (next == token_end_) split_token();
      return;
    }
    word.span = append_form(row);
    space_after_ = space_after(row.columns[kMisc]);
    sentence_.words.push_back(std::move(word));
  }

  void end_sentence() {
    if (sentence_.words.empty()) return;
    if (inside_token()) {
      throw Error("sentence ends inside the word range that began at word " +
                  std::to_string(token_start_));
    }
    const Span span{sentence_.words.front().span.start, sentence_.words.back().span.end};
    if (document_.blocks.empty() || sentence_.paragraph_start) {
      document_.blocks.push_back({BlockKind::kParagraph, span});
    } else {
      document_.blocks.back().span.end = span.end;
    }
    document_.given.push_back(std::move(sentence_));
    sentence_ = {};
    token_end_ = 0;
    sentence_ended_ = true;
  }

  Document take() { return std::move(document_); }

 private:
  bool inside_token() const {
    return token_end_ != 0 && sentence_.words.size() + 1 >= token_start_ &&
           sentence_.words.size() < token_end_;
  }

  /// The white space that is due, and then the form.
  Span append_form(const Row& row) {
    std::string& text = document_.text;
    if (sentence_.words.empty() && !inside_token()) sentence_.paragraph_start = paragraph_start_;
    if (!text.empty()) {
      const bool paragraph = sentence_ended_ && paragraph_start_;
      const std::string space = space_after_.value_or(paragraph ? "\n\n" : " ");
      document_.source.append({text.size(), space.size(), row.form_offset, 0});
      text += space;
    }
    paragraph_start_ = false;
    sentence_ended_ = false;
    const std::string_view form = row.columns[kForm];
    const Span span{text.size(), text.size() + form.size()};
    document_.source.append({span.start, form.size(), row.form_offset, form.size()});
    text += form;
    return span;
  }

  /// Gives each word of the token its own part, if the forms spell it.
  void split_token() {
    std::string spelled;
    for (std::size_t i = token_start_ - 1; i < token_end_; ++i) spelled += sentence_.words[i].form;
    if (spelled == std::string_view(document_.text).substr(token_.start, token_.size())) {
      std::size_t start = token_.start;
      for (std::size_t i = token_start_ - 1; i < token_end_; ++i) {
        GivenWord& word = sentence_.words[i];
        word.span = {start, start + word.form.size()};
        start = word.span.end;
      }
    }
    token_end_ = 0;
  }

  Document document_;
  Place place_;
  std::optional<Error> fault_;
  GivenSentence sentence_;
  bool paragraph_start_ = false;
  bool sentence_ended_ = false;
  std::optional<std::string> space_after_;  ///< of the last token
  Span token_;                              ///< of the multiword token that is being read
  std::size_t token_start_ = 0;             ///< number of its first word
  std::size_t token_end_ = 0;               ///< and of its last; 0 outside
};

std::vector<std::string_view> split_columns(std::string_view line) {
  std::vector<std::string_view> columns;
  while (true) {
    const std::size_t end = line.find('\t');
    columns.push_back(line.substr(0, end));
    if (end == std::string_view::npos) return columns;
    line.remove_prefix(end + 1);
  }
}

/// Deals the lines of the input out to documents.
class ConlluReader {
 public:
  explicit ConlluReader(ReadingBuilder& builder)
      : builder_(builder), hash_(to_hex(sha256(builder.input().bytes))) {}

  void read() {
    const std::string_view bytes = builder_.input().bytes;
    std::size_t start = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    std::uint64_t number = builder_.input().line;
    for (; start < bytes.size(); ++number) {
      const std::size_t end = std::min(bytes.find('\n', start), bytes.size());
      std::string_view line = bytes.substr(start, end - start);
      if (line.ends_with('\r')) line.remove_suffix(1);
      const Place place{{}, number, builder_.input().offset + start};
      try {
        read_line(line, start, place);
      } catch (const Error& error) {
        document(place).set_fault(error.at(place));
      }
      start = end + 1;
    }
    finish();
    if (documents_ == 0) throw Error("no sentence, expected CoNLL-U");
  }

 private:
  void read_line(std::string_view line, std::size_t offset, const Place& place) {
    check_utf8(line, offset);
    if (line.empty()) return end_sentence();
    if (line.starts_with('#')) return read_comment(line, place);
    Row row;
    row.columns = split_columns(line);
    if (row.columns.size() != kColumns) {
      throw Error(std::to_string(row.columns.size()) + " columns, expected 10 with tabs between");
    }
    row.form_offset = offset + row.columns[0].size() + 1;
    if (!document(place).fault()) document(place).add_row(row);
  }

  void read_comment(std::string_view line, const Place& place) {
    const auto [key, value] = parse_comment(line);
    if (key == "newdoc" || key == "newdoc id") {
      finish();
      start(value, place);
    } else if (key == "newpar" || key == "newpar id") {
      document(place).start_paragraph();
    } else if (key == "sent_id") {
      document(place).set_sentence_id(value);
    } else if (key == "meta::title") {
      document(place).set_title(value);
    } else if (key == "meta::dateCreated") {
      document(place).set_date(value);
    } else if (key == "meta::sourceURL") {
      document(place).set_url(value);
    }
  }

  void check_utf8(std::string_view line, std::size_t offset) const {
    for (std::size_t i = 0; i < line.size();) {
      const CodePoint c = code_point_at(line, i);
      if (c.size == 1 && c.value == U'\uFFFD') {
        throw Error("ill-formed UTF-8", Place{{}, {}, builder_.input().offset + offset + i});
      }
      i += c.size;
    }
  }

  DocumentBuilder& document(const Place& place) {
    if (!document_) start("", place);
    return *document_;
  }

  void start(std::string_view id, const Place& place) {
    ++documents_;
    std::string name(id);
    if (name.empty()) name = builder_.input().id;
    if (id.empty() && documents_ > 1) name += "~" + std::to_string(documents_);
    document_.emplace(std::move(name), place);
  }

  void end_sentence() {
    if (document_ && !document_->fault()) document_->end_sentence();
  }

  void finish() {
    if (!document_) return;
    try {
      end_sentence();
    } catch (const Error& error) {
      document_->set_fault(error);
    }
    if (document_->fault()) {
      builder_.add_fault(document_->id(), *document_->fault(), document_->place());
    } else if (!document_->has_words()) {
      builder_.add_fault(document_->id(), Error("document without a word"), document_->place());
    } else {
      const Place place = document_->place();
      Document document = document_->take();
      document.sha256 = hash_;
      document.bytes = builder_.input().bytes.size();
      builder_.add(std::move(document), place);
    }
    document_.reset();
  }

  ReadingBuilder& builder_;
  std::string hash_;
  std::optional<DocumentBuilder> document_;
  std::size_t documents_ = 0;
};

}  // namespace

void read_conllu_text(ReadingBuilder& builder) { ConlluReader(builder).read(); }

}  // namespace relata

#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>

#include "analysis/conllu_misc.hpp"
#include "analysis/entity_brackets.hpp"
#include "analysis/mention_form.hpp"
#include "relata/analysis/conllu.hpp"
#include "relata/core/error.hpp"
#include "relata/core/hash.hpp"

namespace relata {
namespace {

constexpr std::size_t kColumns = 10;
enum Column { kId, kForm, kLemma, kUpos, kXpos, kFeats, kHead, kDeprel, kDeps, kMisc };

struct Row {
  std::array<std::string_view, kColumns> columns;
  Place place;
};

[[noreturn]] void fail(const Place& place, const std::string& message) {
  throw Error(message, place);
}

std::string quoted(std::string_view text) { return '"' + std::string(text.substr(0, 80)) + '"'; }

std::string_view trim(std::string_view text) {
  const std::size_t start = text.find_first_not_of(" \t");
  if (start == std::string_view::npos) return {};
  return text.substr(start, text.find_last_not_of(" \t") - start + 1);
}

std::optional<std::size_t> parse_number(std::string_view text) {
  std::size_t number = 0;
  const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (status != std::errc() || end != text.data() + text.size() || text.empty()) return {};
  return number;
}

bool is_date(std::string_view text) {
  constexpr std::string_view kShape = "dddd-dd-dd";
  return std::equal(text.begin(), text.end(), kShape.begin(), kShape.end(), [](char c, char shape) {
    return shape == 'd' ? c >= '0' && c <= '9' : c == shape;
  });
}

/// Position of the first ill-formed byte, if any.
std::optional<std::size_t> ill_formed(std::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t start = i;
    UChar32 c = 0;
    U8_NEXT(bytes, i, text.size(), c);
    if (c < 0) return start;
  }
  return std::nullopt;
}

/// Builds one document after the other out of the rows of their sentences.
class AnnotationReader {
 public:
  std::vector<std::pair<Document, Analysis>> read(std::string_view bytes) {
    if (const auto at = ill_formed(bytes)) {
      const auto line = 1 + std::count(bytes.begin(), bytes.begin() + static_cast<long>(*at), '\n');
      fail({"", static_cast<std::uint64_t>(line), *at}, "text is not UTF-8");
    }
    if (bytes.starts_with("\xEF\xBB\xBF")) offset_ = 3;
    while (offset_ < bytes.size()) {
      place_ = {"", ++line_, offset_};
      std::string_view line = bytes.substr(offset_, bytes.find('\n', offset_) - offset_);
      offset_ += line.size() + 1;
      if (line.ends_with('\r')) line.remove_suffix(1);
      if (trim(line).empty()) {
        end_sentence();
      } else if (line.starts_with('#')) {
        read_comment(line.substr(1));
      } else {
        read_row(line);
      }
    }
    end_sentence();
    end_document();
    return std::move(documents_);
  }

 private:
  void read_comment(std::string_view comment) {
    const std::size_t equals = std::min(comment.find('='), comment.size());
    const std::string_view key = trim(comment.substr(0, equals));
    const std::string_view value = trim(comment.substr(std::min(equals + 1, comment.size())));
    const std::string_view word = key.substr(0, key.find(' '));
    if (word == "newdoc") {
      end_sentence();
      end_document();
      open_document(value);
    } else if (word == "newpar") {
      paragraph_ = true;
    } else if (key == "sent_id") {
      sent_id_ = value;
    } else if (key == "global.Entity") {
      fields_ = parse_entity_fields(value);
    } else if (open_ && key == "meta::title") {
      document().title = value;
    } else if (open_ && key == "meta::dateCreated" && is_date(value)) {
      document().date = value;
    } else if (open_ && key == "meta::sourceURL") {
      document().url = value;
    }
  }

  void read_row(std::string_view line) {
    Row row{{}, place_};
    std::size_t column = 0;
    for (std::size_t start = 0; start <= line.size(); ++column) {
      const std::size_t end = std::min(line.find('\t', start), line.size());
      if (column < kColumns) row.columns[column] = line.substr(start, end - start);
      start = end + 1;
    }
    if (column != kColumns) {
      fail(place_, "line of " + std::to_string(column) + " columns, expected 10, tab-separated");
    }
    if (row.columns[kId].find('.') != std::string_view::npos) return;  // enhanced graph only
    if (row.columns[kForm].empty()) fail(place_, "empty FORM");
    rows_.push_back(row);
  }

  Document& document() { return documents_.back().first; }
  Analysis& analysis() { return documents_.back().second; }

  void open_document(std::string_view id) {
    documents_.emplace_back();
    document().id = id.empty() ? std::to_string(documents_.size()) : std::string(id);
    document().language = "en";
    open_ = true;
    paragraph_ = true;
    fields_ = {};
    separator_.reset();
    clusters_.clear();
  }

  void end_sentence() {
    if (rows_.empty()) return;
    if (!open_) open_document("");
    Sentence sentence;
    sentence.paragraph_start = paragraph_;
    sentence.sent_id = sent_id_;
    append_words(sentence);
    check_heads(sentence);
    sentence.span = {sentence.words.front().span.start, sentence.words.back().span.end};
    Document& doc = document();
    if (paragraph_) doc.blocks.push_back({BlockKind::kParagraph, sentence.span});
    doc.blocks.back().span.end = sentence.span.end;
    GivenSentence given{sent_id_, {}, paragraph_};
    for (const Word& word : sentence.words)
      given.words.push_back({word.span, word.form, word.token_end});
    doc.given.push_back(std::move(given));
    analysis().sentences.push_back(std::move(sentence));
    read_mentions();
    read_names();
    rows_.clear();
    word_rows_.clear();
    sent_id_.clear();
    paragraph_ = false;
  }

  void append_words(Sentence& sentence) {
    std::size_t token_end = 0;  // of the multiword token that we are in
    for (const Row& row : rows_) {
      const std::string_view id = row.columns[kId];
      if (id.find('-') != std::string_view::npos) {
        token_end = read_range(row, sentence.words.size(), token_end);
        token_first_ = sentence.words.size();
        token_span_ = append_text(row, token_first_ == 0);
        continue;
      }
      if (parse_number(id) != sentence.words.size() + 1) {
        fail(row.place,
             "word ID " + quoted(id) + ", expected " + std::to_string(sentence.words.size() + 1));
      }
      Word word = read_word(row);
      if (sentence.words.size() < token_end) {
        word.span = token_span_;
        if (sentence.words.size() == token_first_) word.token_end = token_end;
      } else {
        word.span = append_text(row, sentence.words.empty());
      }
      sentence.words.push_back(std::move(word));
      word_rows_.push_back(&row);
      if (sentence.words.size() == token_end) divide_token(sentence);
    }
    if (sentence.words.size() < token_end || sentence.words.empty()) {
      fail(rows_.back().place, "the sentence ends within a multiword token");
    }
  }

  static std::size_t read_range(const Row& row, std::size_t words, std::size_t token_end) {
    const std::string_view id = row.columns[kId];
    const std::size_t dash = id.find('-');
    const auto first = parse_number(id.substr(0, dash));
    const auto last = parse_number(id.substr(dash + 1));
    if (!first || !last || *first != words + 1 || *last < *first || words < token_end) {
      fail(row.place,
           "range " + quoted(id) + ", expected one that starts at " + std::to_string(words + 1));
    }
    return *last;
  }

  static Word read_word(const Row& row) {
    Word word;
    word.form = row.columns[kForm];
    word.lemma = row.columns[kLemma];
    word.feats = row.columns[kFeats];
    word.deprel = row.columns[kDeprel];
    const auto upos = parse_upos(row.columns[kUpos]);
    if (!upos) fail(row.place, "UPOS " + quoted(row.columns[kUpos]) + ", expected a tag of UD");
    word.upos = *upos;
    const auto head = parse_number(row.columns[kHead]);
    if (!head) fail(row.place, "HEAD " + quoted(row.columns[kHead]) + ", expected a number");
    word.head = *head;
    return word;
  }

  void check_heads(const Sentence& sentence) const {
    for (std::size_t i = 0; i < sentence.words.size(); ++i) {
      const std::size_t head = sentence.words[i].head;
      if (head > sentence.words.size() || head == i + 1) {
        fail(word_rows_[i]->place, "HEAD " + std::to_string(head) + " of word " +
                                       std::to_string(i + 1) + " in a sentence of " +
                                       std::to_string(sentence.words.size()) + " words");
      }
    }
  }

  /// Appends what stands between the words, then FORM; remembers what comes after it.
  Span append_text(const Row& row, bool sentence_start) {
    std::string& text = document().text;
    const std::string_view misc = row.columns[kMisc];
    if (text.empty()) {
      text += spaces(row, "SpacesBefore").value_or("");
    } else if (separator_) {
      text += *separator_;
    } else {
      text += sentence_start && paragraph_ ? "\n\n" : " ";
    }
    const std::size_t start = text.size();
    text += row.columns[kForm];
    separator_ = spaces(row, "SpacesAfter");
    if (misc_value(misc, "SpaceAfter") == "No") separator_ = "";
    return {start, text.size()};
  }

  static std::optional<std::string> spaces(const Row& row, std::string_view key) {
    const auto value = misc_value(row.columns[kMisc], key);
    if (!value) return std::nullopt;
    auto spaces = unescape_spaces(*value);
    if (!spaces) {
      fail(row.place,
           std::string(key) + " " + quoted(*value) + ", expected \\s \\t \\r \\n \\p \\\\");
    }
    return spaces;
  }

  /// Gives the words of the multiword token that just ended their parts of it if they spell it.
  void divide_token(Sentence& sentence) const {
    std::string spelled;
    for (std::size_t i = token_first_; i < sentence.words.size(); ++i) {
      spelled += sentence.words[i].form;
    }
    const std::string& text = documents_.back().first.text;
    if (text.compare(token_span_.start, token_span_.size(), spelled) != 0) return;
    std::size_t at = token_span_.start;
    for (std::size_t i = token_first_; i < sentence.words.size(); ++i) {
      sentence.words[i].span = {at, at + sentence.words[i].form.size()};
      at = sentence.words[i].span.end;
    }
  }

  /// The mentions of this sentence. Parts of discontinuous ones ("12[1/2]") are passed over, and of
  /// two with one span the first stays.
  void read_mentions() {
    struct Open {
      std::size_t first;
      MentionType type;
    };
    std::map<std::string_view, std::vector<Open>> open;
    std::vector<std::pair<Mention, std::string_view>> found;
    for (std::size_t i = 0; i < word_rows_.size(); ++i) {
      const Row& row = *word_rows_[i];
      const std::string_view value = misc_value(row.columns[kMisc], "Entity").value_or("");
      const auto brackets = parse_entity_brackets(value, fields_);
      if (!brackets)
        fail(row.place, "Entity " + quoted(value) + ", expected (id-type…, id) or both");
      for (const EntityBracket& bracket : *brackets) {
        if (bracket.id.find('[') != std::string_view::npos) continue;
        std::vector<Open>& opened = open[bracket.id];
        if (bracket.opens) {
          const auto type = parse_mention_type(bracket.type);
          if (!type) fail(row.place, "mention " + quoted(bracket.id) + " of an unknown type");
          opened.push_back({i, *type});
        }
        if (!bracket.closes) continue;
        if (opened.empty()) {
          fail(row.place,
               "mention " + quoted(bracket.id) + " is closed but was not opened in its sentence");
        }
        found.push_back({make_mention(opened.back().first, i, opened.back().type), bracket.id});
        opened.pop_back();
      }
    }
    for (const auto& [id, left] : open) {
      if (!left.empty()) {
        fail(word_rows_[left.back().first]->place,
             "mention " + quoted(id) + " is not closed in its sentence");
      }
    }
    place_mentions(std::move(found));
  }

  /// Sorts the mentions of a sentence and numbers their clusters.
  void place_mentions(std::vector<std::pair<Mention, std::string_view>> found) {
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
      return std::tuple(a.first.first, b.first.last) < std::tuple(b.first.first, a.first.last);
    });
    for (auto& [mention, id] : found) {
      auto& mentions = analysis().mentions;
      if (!mentions.empty() && mentions.back().sentence == mention.sentence &&
          mentions.back().first == mention.first && mentions.back().last == mention.last) {
        continue;
      }
      mention.cluster = clusters_.try_emplace(std::string(id), clusters_.size()).first->second;
      mentions.push_back(mention);
    }
    analysis().clusters = clusters_.size();
  }

  Mention make_mention(std::size_t first, std::size_t last, MentionType type) {
    const std::vector<Word>& words = analysis().sentences.back().words;
    Mention mention;
    mention.sentence = analysis().sentences.size() - 1;
    mention.first = first;
    mention.last = last;
    mention.head = last;
    for (std::size_t i = first; i <= last; ++i) {
      if (words[i].head < first + 1 || words[i].head > last + 1) {
        mention.head = i;
        break;
      }
    }
    mention.type = type;
    mention.form = mention_form(words[mention.head]);
    mention.score = 1;
    return mention;
  }

  void read_names() {
    auto& names = analysis().names;
    bool inside = false;
    for (std::size_t i = 0; i < word_rows_.size(); ++i) {
      const auto tag = misc_value(word_rows_[i]->columns[kMisc], "NER").value_or("O");
      if (tag == "O") {
        inside = false;
        continue;
      }
      std::optional<NameType> type;
      for (const NameType known :
           {NameType::kPerson, NameType::kOrganization, NameType::kLocation}) {
        if (tag.size() == 5 && tag.substr(2) == to_string(known)) type = known;
      }
      if (!type || (!tag.starts_with("B-") && !tag.starts_with("I-"))) {
        fail(word_rows_[i]->place,
             "NER " + quoted(tag) + ", expected B- or I- and PER, ORG or LOC");
      }
      if (tag[0] == 'I' && inside && names.back().type == *type) {
        names.back().last = i;
      } else {
        names.push_back({analysis().sentences.size() - 1, i, i, *type});
      }
      inside = true;
    }
  }

  void end_document() {
    if (!open_) return;
    Document& doc = document();
    if (separator_) doc.text += *separator_;
    doc.source = SourceMap::identity(doc.text.size());
    doc.sha256 = to_hex(sha256(doc.text));
    doc.bytes = doc.text.size();
    open_ = false;
  }

  std::vector<std::pair<Document, Analysis>> documents_;
  std::uint64_t line_ = 0;
  std::size_t offset_ = 0;
  Place place_;  ///< of the current line

  // Of the current document.
  bool open_ = false;
  EntityFields fields_;
  std::optional<std::string> separator_;  ///< after the last token, if it says so
  std::map<std::string, std::size_t, std::less<>> clusters_;

  // Of the current sentence.
  std::vector<Row> rows_;
  std::vector<const Row*> word_rows_;  ///< rows of words, in `rows_`
  std::string sent_id_;
  bool paragraph_ = true;
  std::size_t token_first_ = 0;  ///< of the current multiword token
  Span token_span_;
};

}  // namespace

std::vector<std::pair<Document, Analysis>> read_annotated_conllu(std::string_view bytes) {
  return AnnotationReader().read(bytes);
}

}  // namespace relata

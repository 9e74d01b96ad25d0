#include "extract/sentence_text.hpp"

namespace relata {
namespace {

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

/// Appends with each run of white space as one blank.
void append_folded(std::string_view piece, std::string& out) {
  for (const char c : piece) {
    if (!is_space(c)) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
}

}  // namespace

std::string SentenceText::text(const Words& words) const {
  const std::string_view all = document_->text;
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Word& word = sentence_->words[words[i]];
    const Span span = word.span;
    // Words of a token that their forms do not spell share its span. Alone, a word is its form;
    // together they are the token.
    const bool neighbours = i > 0 && words[i] == words[i - 1] + 1;
    if (i > 0) {
      const Span before = sentence_->words[words[i - 1]].span;
      if (neighbours && before == span) continue;
      if (!neighbours || before.end > span.start) {
        if (!out.empty() && out.back() != ' ') out += ' ';
      } else if (before.end < span.start && !out.empty() && out.back() != ' ') {
        // Between neighbours of one sentence there is only white space.
        out += ' ';
      }
    }
    const bool shares_span =
        (words[i] > 0 && sentence_->words[words[i] - 1].span == span) ||
        (words[i] + 1 < sentence_->words.size() && sentence_->words[words[i] + 1].span == span);
    const bool next_shares = i + 1 < words.size() && words[i + 1] == words[i] + 1 &&
                             sentence_->words[words[i + 1]].span == span;
    if ((shares_span && !next_shares) || span.end > all.size() || span.start > span.end) {
      append_folded(word.form, out);
    } else {
      append_folded(all.substr(span.start, span.size()), out);
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::optional<TextRange> SentenceText::range(const Words& words) const {
  if (words.empty()) return std::nullopt;
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (words[i] != words[i - 1] + 1) return std::nullopt;
  }
  const Span bytes{sentence_->words[words.front()].span.start,
                   sentence_->words[words.back()].span.end};
  if (bytes.start > bytes.end || bytes.end > document_->text.size()) return std::nullopt;
  return code_point_range(bytes);
}

}  // namespace relata

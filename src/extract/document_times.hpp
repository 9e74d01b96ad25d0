// The time expressions of a document, found word by word, whatever the parser made of them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/phrase.hpp"
#include "extract/time_expression.hpp"
#include "relata/analysis/analysis.hpp"

namespace relata {

/// Words [first, last] of a sentence that tell a time, and its ISO 8601 value or "".
struct TimeSpan {
  WordId first = 0;
  WordId last = 0;
  std::string value;
};

class DocumentTimes {
 public:
  /// `date`: of the document, YYYY-MM-DD or empty. What the story told last within a paragraph is
  /// what "two days later" counts from.
  DocumentTimes(const Analysis& analysis, std::string_view date);

  /// The expression that `head` is part of, else the first one among `words`; null if none.
  const TimeSpan* find(std::size_t sentence, WordId head, const Words& words,
                       Direction direction) const;

  /// True if the word is part of an expression.
  bool covers(std::size_t sentence, WordId word) const {
    return find(sentence, word, {}, Direction::kPast) != nullptr;
  }

 private:
  struct SentenceTimes {
    std::vector<TimeSpan> past;
    std::vector<TimeSpan> future;
  };
  std::vector<SentenceTimes> sentences_;
};

}  // namespace relata

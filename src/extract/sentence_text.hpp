// The words of a sentence as text: exact slices where they stand together.
#pragma once

#include <optional>
#include <string>

#include "extract/phrase.hpp"
#include "relata/extract/record.hpp"
#include "relata/text/document.hpp"

namespace relata {

class SentenceText {
 public:
  /// Keeps references; all three must outlive it.
  SentenceText(const Document& document, const Sentence& sentence, const CodePoints& code_points)
      : document_(&document), sentence_(&sentence), code_points_(&code_points) {}

  /// The words in the order given, with the sentence's own spacing between neighbours and one
  /// blank elsewhere; white space of the text becomes one blank.
  std::string text(const Words& words) const;

  /// Code points of the text that the words cover; absent unless they stand together in order.
  std::optional<TextRange> range(const Words& words) const;

  TextRange code_point_range(Span bytes) const {
    return {code_points_->index(bytes.start), code_points_->index(bytes.end)};
  }

  const Document& document() const noexcept { return *document_; }

 private:
  const Document* document_;
  const Sentence* sentence_;
  const CodePoints* code_points_;
};

}  // namespace relata

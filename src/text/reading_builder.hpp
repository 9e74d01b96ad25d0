// What the readers of all formats share: ids, languages, faults with their places.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "relata/text/read_document.hpp"
#include "text/decode.hpp"

namespace relata {

/// Collects the documents of one input, and what is wrong with the others.
class ReadingBuilder {
 public:
  ReadingBuilder(const Input& input, const ReadOptions& options)
      : input_(input), options_(options) {}

  const Input& input() const noexcept { return input_; }
  const ReadOptions& options() const noexcept { return options_; }

  /// Throws Error for bytes that can be no document, before time is spent on them.
  void refuse_huge_input() const;

  /// Takes a document with text and blocks: completes id, file, date and language, and skips it if
  /// one of them, or its size, forbids it. `place` is where it begins.
  void add(Document document, const Place& place);

  /// The place's file and what it lacks are added.
  void add_fault(const std::string& id, const Error& error, const Place& place);

  Reading take() { return std::move(reading_); }

 private:
  const Input& input_;
  const ReadOptions& options_;
  Reading reading_;
};

// The formats. Each reads the bytes of `builder.input()`; what a whole input is refused for, it
// throws.
void read_plain_text(ReadingBuilder& builder);
void read_html(ReadingBuilder& builder);
void read_json_lines(ReadingBuilder& builder);
void read_sentence_lines(ReadingBuilder& builder);
void read_conllu_text(ReadingBuilder& builder);

}  // namespace relata

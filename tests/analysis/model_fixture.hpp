// The shipped model for tests, or the reason why there is none.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "relata/analysis/model.hpp"
#include "relata/text/document.hpp"

namespace relata::testing {

inline std::filesystem::path source_path(std::string_view below) {
  return std::filesystem::path(RELATA_SOURCE_DIR) / below;
}

/// Loaded once a test program; nothing if models/ lacks a file, as in a tree before training.
inline const Model* shipped_model() {
  static const std::optional<Model> kModel = []() -> std::optional<Model> {
    for (const char* name : {"wordpieces.bin", "analysis.bin", "tokeniser.bin", "lexicon.tsv"}) {
      if (!std::filesystem::exists(source_path("models") / name)) return std::nullopt;
    }
    return Model::load(source_path("models").string());
  }();
  return kModel ? &*kModel : nullptr;
}

/// A document of given words, one paragraph, a blank between words.
inline Document given_document(const std::vector<std::vector<std::string>>& sentences) {
  Document document;
  document.id = "given";
  for (const std::vector<std::string>& forms : sentences) {
    GivenSentence sentence;
    sentence.paragraph_start = document.given.empty();
    for (const std::string& form : forms) {
      if (!document.text.empty()) document.text += ' ';
      GivenWord word;
      word.span = {document.text.size(), document.text.size() + form.size()};
      word.form = form;
      document.text += form;
      sentence.words.push_back(word);
    }
    document.given.push_back(sentence);
  }
  document.blocks.push_back({BlockKind::kParagraph, {0, document.text.size()}});
  document.source = SourceMap::identity(document.text.size());
  return document;
}

}  // namespace relata::testing

// CONTRACT. The analysis model, loaded once and shared by all threads.
#pragma once

#include <memory>
#include <string>

#include "relata/analysis/analysis.hpp"
#include "relata/analysis/lexicon.hpp"
#include "relata/text/document.hpp"

namespace relata {

/// The shipped weights (docs/analysis-model.md). Const and safe to share once loaded.
class Model {
 public:
  /// Reads wordpieces.bin, analysis.bin, tokeniser.bin and lexicon.tsv of `directory`. Throws Error
  /// that names the file when one is missing, damaged (SHA-256) or of another version.
  static Model load(const std::string& directory);

  Model(Model&&) noexcept;
  Model& operator=(Model&&) noexcept;
  ~Model();

  const std::string& id() const noexcept;      ///< "relata-en-1"
  const Lexicon& lexicon() const noexcept;     ///< as long as the model lives
  const std::string& sha256() const noexcept;  ///< of analysis.bin's tensors, hex

  struct Parts;  ///< src/analysis/model_parts.hpp
  const Parts& parts() const noexcept { return *parts_; }

 private:
  explicit Model(std::unique_ptr<const Parts> parts);
  std::unique_ptr<const Parts> parts_;
};

/// Scratch memory of one worker thread.
class AnalysisWorkspace {
 public:
  explicit AnalysisWorkspace(const Model& model);
  AnalysisWorkspace(AnalysisWorkspace&&) noexcept;
  ~AnalysisWorkspace();
  struct Scratch;
  Scratch& scratch() noexcept { return *scratch_; }

 private:
  std::unique_ptr<Scratch> scratch_;
};

/// Words, sentences, trees, names, mentions and coreference of a document. Furniture blocks are
/// tokenised but hold no mentions. A document with `given` words keeps them. Pure.
Analysis analyze_document(const Document& document, const Model& model,
                          AnalysisWorkspace& workspace);

}  // namespace relata

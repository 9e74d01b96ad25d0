// Blocks of text into UD words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_set>
#include <vector>

#include "relata/analysis/analysis.hpp"
#include "relata/text/document.hpp"

namespace relata {

/// The learned part of the tokeniser, models/tokeniser.bin: a linear classifier of the boundaries
/// between two characters, and the contractions that no mark divides.
struct TokeniserWeights {
  static constexpr std::size_t kBuckets = std::size_t{1} << 15;

  /// Throws Error that names the file when it is missing, damaged or of another version.
  static TokeniserWeights load(const std::string& path);

  std::vector<std::int8_t> breaks;                  ///< [3, kBuckets]: joined, token, word
  std::unordered_set<std::u32string> clitics;       ///< with their apostrophe: 's, n't
  std::unordered_set<std::u32string> splits;        ///< "can|not": where a word without one divides
  std::unordered_set<std::u32string> contractions;  ///< the same words whole: "cannot"
};

/// The words of one block in order, with `span`, `form` and `token_end` set. `token_end` counts
/// from 1 within `words` until the words are dealt out to sentences.
struct BlockWords {
  std::size_t block = 0;  ///< index in Document::blocks
  std::vector<Word> words;
};

/// The words of all blocks, furniture included; a block without a word is left out. Reads
/// no Document::given.
///
/// White space and control characters divide a block into chunks; format characters alone are no
/// word; every other character is in one word. training/tokeniser.py defines the features.
std::vector<BlockWords> tokenise(const Document& document, const TokeniserWeights& weights);

}  // namespace relata

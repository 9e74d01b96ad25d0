// The words of a document as the model takes them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "analysis/word_features.hpp"
#include "analysis/word_pieces.hpp"
#include "relata/analysis/analysis.hpp"

namespace relata {

/// Pieces and features of forms seen lately, since most words of a text come again. Of one thread;
/// what it holds never shows in a result.
class WordCache {
 public:
  struct Entry {
    std::vector<std::int32_t> pieces;
    WordFeatures features;
  };
  const Entry& find(const std::string& form, const WordPieces& pieces);

 private:
  std::unordered_map<std::string, Entry> entries_;
};

/// All words of a document in order.
struct WordInputs {
  std::vector<std::int32_t> pieces;      ///< of all words, without marks
  std::vector<std::size_t> piece_start;  ///< of each word, and the end: words + 1
  std::vector<WordFeatures> features;
  std::vector<unsigned char> after_opening;  ///< first of its block, or after . ! ? " (
  std::vector<unsigned char> block_has_lower;

  std::size_t words() const noexcept { return features.size(); }
  std::size_t piece_count(std::size_t word) const noexcept {
    return piece_start[word + 1] - piece_start[word];
  }
};

/// `block_starts`: the first word of each block, ascending, the first 0.
WordInputs word_inputs(std::span<const Word> words, std::span<const std::size_t> block_starts,
                       const WordPieces& pieces, WordCache& cache);

}  // namespace relata

// Words as the heads see them: a vector of each view, out of the encoder's states.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "analysis/encoder.hpp"
#include "analysis/model_parts.hpp"
#include "analysis/windows.hpp"
#include "analysis/word_inputs.hpp"

namespace relata {

/// Rows of 384, a row a word, in document order. A view that the model lacks stays empty.
struct WordVectors {
  std::vector<float> syntax;
  std::vector<float> entity;
  std::vector<float> coreference;
};

struct ViewScratch {
  std::vector<std::int32_t> pieces;
  std::vector<std::size_t> window_rows;
  std::vector<std::uint8_t> levels;  ///< of a block of words, view by view
  std::vector<std::int32_t> sums;
};

/// Runs `windows` over words of `inputs` through encoder and views. A window's words are places in
/// `order`, which gives the word of the document: a run of blocks that are read together.
void compute_word_vectors(const WordInputs& inputs, std::span<const std::size_t> order,
                          std::span<const Window> windows, const Model::Parts& parts,
                          EncoderScratch& encoder, ViewScratch& scratch, WordVectors& vectors);

}  // namespace relata

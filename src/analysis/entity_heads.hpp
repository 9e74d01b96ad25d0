// Names and mentions out of the words' entity vectors and their tree.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "analysis/model_parts.hpp"
#include "analysis/scratch.hpp"
#include "relata/analysis/analysis.hpp"

namespace relata {

/// A sentence to look at: its words, whether each may edge a mention (a quote or a bracket), and
/// its place in Analysis::sentences.
struct EntitySentence {
  std::size_t index = 0;
  std::span<const Word> words;
  std::span<const unsigned char> may_edge;
};

/// Appends the names and mentions of sentences whose words lie behind each other in `vectors`,
/// rows of 384.
void find_entities(std::span<const float> vectors, std::span<const EntitySentence> sentences,
                   const EntityWeights& weights, HeadScratch& scratch, Int8Scratch& product,
                   Analysis& analysis);

}  // namespace relata

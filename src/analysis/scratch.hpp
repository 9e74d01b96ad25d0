// The scratch memory of one worker.
#pragma once

#include <vector>

#include "analysis/encoder.hpp"
#include "analysis/word_inputs.hpp"
#include "analysis/word_vectors.hpp"
#include "relata/analysis/model.hpp"

namespace relata {

/// Buffers of the heads, over a run of sentences.
struct HeadScratch {
  std::vector<float> logits;
  std::vector<float> dependents;        ///< [words, 256]
  std::vector<float> heads;             ///< [words, 256]
  std::vector<float> turned;            ///< [words, 256]: dependents times the arc matrix
  std::vector<float> label_dependents;  ///< [words, 256]
  std::vector<float> label_heads;       ///< [words, 256]
  std::vector<float> turned_heads;      ///< [256, columns] of one sentence, the root first
  std::vector<float> arc_scores;        ///< [words, columns]
  std::vector<float> label_logits;      ///< [words of a block, labels]
  std::vector<float> entity_logits;     ///< [words, 17]
  std::vector<float> starts;            ///< [words, 320]
  std::vector<float> ends;              ///< [words, 320]
};

struct AnalysisWorkspace::Scratch {
  WordCache cache;
  EncoderScratch encoder;
  ViewScratch view;
  WordVectors vectors;
  HeadScratch heads;
  Int8Scratch product;
};

}  // namespace relata

// All that a loaded model is made of: weights, packed products, vocabularies.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "analysis/coreference.hpp"
#include "analysis/int8_product.hpp"
#include "analysis/kernels.hpp"
#include "analysis/tokeniser.hpp"
#include "analysis/weight_file.hpp"
#include "analysis/word_pieces.hpp"
#include "relata/analysis/analysis.hpp"
#include "relata/analysis/lexicon.hpp"
#include "relata/analysis/model.hpp"

namespace relata {

inline constexpr std::size_t kLayers = 6;
inline constexpr std::size_t kWidth = 384;
inline constexpr std::size_t kHeads = 12;
inline constexpr std::size_t kForward = 1536;
inline constexpr std::size_t kArcWidth = 256;
inline constexpr std::size_t kLabelWidth = 256;
inline constexpr std::size_t kShapes = 16;
inline constexpr std::size_t kUposTags = 17;
inline constexpr std::size_t kNameTags = 7;
inline constexpr std::size_t kMentionTypes = 10;
inline constexpr std::size_t kMentionRank = 32;  ///< of the product of start and end, a type
inline constexpr std::size_t kSpanClasses = 3;
inline constexpr std::size_t kWidthBuckets = 9;

/// How a layer's attention rounds: from the scales of its queries, keys and values, one a head.
struct AttentionWeights {
  std::vector<float> score_factor;
  std::vector<float> value_scale;
  std::vector<float> factor;  ///< of the sums of the product before it, one an output
  std::vector<float> shift;
};

/// One layer of the encoder: attention and feed-forward, each with its residual and norm.
struct LayerWeights {
  Int8Product qkv;
  AttentionWeights attention;
  Int8Product out;
  Norm attention_norm;
  Int8Product up;
  Int8Product down;
  Norm forward_norm;
};

/// Rows of int8 with a scale each.
struct RowTable {
  std::span<const std::int8_t> values;  ///< [rows, width]
  std::span<const float> scale;         ///< [rows]

  std::size_t rows() const noexcept { return scale.size(); }
  const std::int8_t* row(std::size_t i) const noexcept {
    return values.data() + i * (values.size() / scale.size());
  }
};

struct EncoderWeights {
  RowTable pieces;
  std::span<const float> positions;  ///< [192, 384]
  Norm norm;
  std::array<LayerWeights, kLayers> layers;
};

/// How one kind of head sees words.
struct ViewWeights {
  std::span<const float> first_mix;  ///< [7], of the word's first piece
  std::span<const float> last_mix;   ///< [7], of its last piece
  Int8Product project;               ///< [384, 768]
  std::span<const float> shape;      ///< [16, 384]
  RowTable prefix;
  RowTable suffix;
  Norm norm;

  bool present() const noexcept { return !first_mix.empty(); }
};

struct SyntaxWeights {
  Int8Product logits;  ///< sentence end, upos, feats, lemma scripts side by side
  Int8Product arc_dependent;
  Int8Product arc_head;
  Int8Product arc_matrix;           ///< [256, 256], of what is never negative
  std::span<const float> arc_root;  ///< [256]
  Int8Product label_dependent;
  Int8Product label_head;
  std::span<const float> label_root;  ///< [256]
  std::span<const float> label_bias;  ///< [256]
  Int8Product label_out;              ///< [labels, 256], of what is never negative
  std::vector<Upos> upos;
  std::vector<std::string> feats;
  std::vector<std::string> lemma_scripts;
  std::vector<std::string> deprels;
  std::size_t root_label = 0;  ///< "root" in deprels
};

struct EntityWeights {
  Int8Product logits;         ///< names 7, mention heads 10
  Int8Product mention_start;  ///< [10 · 32, 384]
  Int8Product mention_end;
  std::span<const float> mention_shape;  ///< [3, 17, 10]
  std::span<const float> mention_width;  ///< [9, 10]
  std::vector<MentionType> mention_types;
  std::array<NameType, 3> name_types{};  ///< of tags 1 and 2, 3 and 4, 5 and 6
};

struct Model::Parts {
  /// Reads the files of `directory`.
  explicit Parts(const std::string& directory);

  WeightFile piece_file;
  WeightFile analysis_file;
  TokeniserWeights tokeniser;
  Lexicon lexicon;
  WordPieces pieces;
  EncoderWeights encoder;
  ViewWeights syntax_view;
  ViewWeights entity_view;
  ViewWeights coreference_view;
  SyntaxWeights syntax;
  EntityWeights entity;
  CoreferenceWeights coreference;
};

}  // namespace relata

// What the model sees of a word beside its pieces: case, shape, first and last letters.
#pragma once

#include <cstdint>
#include <string_view>

namespace relata {

/// Shape classes of docs/analysis-model.md that depend on the words around.
enum class Shape : std::uint8_t {
  kTitleAtStart = 2,
  kTitle = 3,
  kUpper = 4,
  kUpperAmongUpper = 5,
};

struct WordFeatures {
  std::uint8_t shape = 0;         ///< out of context: kTitle also for 2, kUpper also for 5
  bool opens_sentence = false;    ///< . ! ? " ( : a capital after it says little
  bool may_edge_mention = false;  ///< a quote or bracket, which a mention may start or end with
  bool has_lower = false;         ///< a lower-case letter anywhere
  std::uint32_t prefix_hash = 0;  ///< of the first three characters, lower-cased
  std::uint32_t suffix_hash = 0;  ///< of the last three
};

WordFeatures word_features(std::string_view model_form);

/// The shape class in context. `after_opening`: first word of its window or block, or after a word
/// that `opens_sentence`; `block_has_lower`: its block has a lower-case letter.
std::uint8_t shape_in_context(const WordFeatures& word, bool after_opening, bool block_has_lower);

/// FNV-1a, 32 bits.
std::uint32_t fnv1a(std::string_view bytes);

}  // namespace relata

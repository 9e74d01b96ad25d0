// Tags, sentence ends and trees out of the words' syntax vectors.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "analysis/model_parts.hpp"
#include "analysis/scratch.hpp"

namespace relata {

/// Lemma scripts of a word that a lexicon may choose among.
inline constexpr std::size_t kLemmaChoices = 8;

/// What the linear heads say of a word.
struct WordTags {
  float sentence_end = 0;  ///< logit: above 0, the word is the last of its sentence
  std::size_t upos = 0;    ///< places in the lists of SyntaxWeights
  std::size_t feats = 0;
  /// The likeliest first. Of a verb up to kLemmaChoices, of other words one.
  std::array<std::size_t, kLemmaChoices> lemma_scripts{};
  std::size_t lemma_choices = 1;
};

/// `vectors` are rows of 384, a row a word.
std::vector<WordTags> tag_words(std::span<const float> vectors, const SyntaxWeights& weights,
                                HeadScratch& scratch, Int8Scratch& product);

struct ParsedWord {
  std::size_t head = 0;       ///< in the word's tree, from 1; 0 the root
  std::size_t label = 0;      ///< place in SyntaxWeights::deprels
  float log_probability = 0;  ///< of the head among all words of the tree and the root
};

/// Trees over words that lie behind each other: `tree_words` gives the number of words of each.
std::vector<ParsedWord> parse_trees(std::span<const float> vectors,
                                    std::span<const std::size_t> tree_words,
                                    const SyntaxWeights& weights, HeadScratch& scratch,
                                    Int8Scratch& product);

}  // namespace relata

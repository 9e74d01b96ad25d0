// The words of a document, and where its blocks and sentences begin.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "analysis/syntax_heads.hpp"
#include "analysis/tokeniser.hpp"
#include "relata/analysis/analysis.hpp"
#include "relata/text/document.hpp"

namespace relata {

/// Words of the longest tree. What is longer and may be cut is cut where a sentence most likely
/// ends; given sentences get a tree a stretch, joined as parataxis.
inline constexpr std::size_t kLongestTree = 160;

/// What a run of words belongs to.
enum class Zone : unsigned char {
  kText,
  kFurniture,  ///< windows of its own, no names, no mentions
};

/// Words [first, end) of a block (or of a given paragraph): no sentence crosses its bounds.
struct BlockRange {
  std::size_t first = 0;
  std::size_t end = 0;
  Zone zone = Zone::kText;
};

struct SentenceRange {
  std::size_t first = 0;
  std::size_t end = 0;
  Zone zone = Zone::kText;
  bool paragraph_start = false;
  std::string sent_id;
};

struct DocumentWords {
  std::vector<Word> words;           ///< token_end counts from 1 within the block
  std::vector<BlockRange> blocks;    ///< none is empty; together they hold all words
  std::vector<SentenceRange> given;  ///< for CoNLL-U input; else empty
};

/// The tokeniser's words, or the given ones.
DocumentWords document_words(const Document& document, const TokeniserWeights& tokeniser);

/// The same, cut between blocks into sections of some thousand words, which bounds what the heads
/// keep in memory. Windows never cross them. Places count from each section's start.
std::vector<DocumentWords> cut_sections(DocumentWords words);

/// The given sentences, or those that the sentence-end logits make: a sentence ends with a block,
/// never between a mark that closes and what it closes, never inside a multiword token, and never
/// later than after kLongestTree words. With Document::split_sentences off, each block is one.
std::vector<SentenceRange> sentence_ranges(const Document& document, const DocumentWords& words,
                                           const std::vector<WordTags>& tags);

}  // namespace relata

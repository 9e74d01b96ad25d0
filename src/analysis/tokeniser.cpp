#include "analysis/tokeniser.hpp"

#include <algorithm>
#include <string_view>

#include "analysis/chunk.hpp"
#include "analysis/code_points.hpp"
#include "analysis/weight_file.hpp"
#include "relata/core/error.hpp"

namespace relata {
namespace {

/// What a boundary is; of equal sums the first wins.
enum Break { kJoined, kToken, kWord, kBreaks };

Break classify(const std::array<std::uint16_t, kBoundaryFeatures>& buckets,
               const TokeniserWeights& weights) {
  int best = 0;
  Break found = kJoined;
  for (int c = 0; c < kBreaks; ++c) {
    const std::int8_t* row =
        weights.breaks.data() + static_cast<std::size_t>(c) * TokeniserWeights::kBuckets;
    int sum = 0;
    for (const std::uint16_t bucket : buckets) sum += row[bucket];
    if (c == 0 || sum > best) {
      best = sum;
      found = static_cast<Break>(c);
    }
  }
  return found;
}

/// "-right" of "far-right", where "far" was cut off: in UD's treebanks the hyphen stands alone.
bool is_behind_cut_hyphen(const BlockText& block, const Chunk& chunk, std::size_t start,
                          std::size_t i) {
  return start > chunk.start && i == start + 1 && block.folded[start] == U'-' &&
         is_letter(block.folded[start - 1]) && is_letter(block.folded[i]);
}

/// The words of a block of `text` that starts at byte `offset` of the document.
std::vector<Word> tokenise_block(std::string_view text, std::size_t offset,
                                 const TokeniserWeights& weights) {
  const BlockText block(text);
  const std::vector<Chunk> chunks = find_chunks(block);
  const bool spaced = looks_spaced(block, chunks);
  std::vector<Word> words;
  std::size_t token_first = 0;  // word that the current token began with
  const auto append = [&](std::size_t start, std::size_t end, Break how) {
    Word& word = words.emplace_back();
    const std::size_t from = block.bytes[start];
    const std::size_t to = block.bytes[end];
    word.span = {offset + from, offset + to};
    word.form = text.substr(from, to - from);
    if (how != kToken) return;
    if (words.size() - token_first > 1) words[token_first].token_end = words.size();
    token_first = words.size();
  };
  for (std::size_t c = 0; c < chunks.size(); ++c) {
    const Chunk& chunk = chunks[c];
    const Chunk* next = c + 1 < chunks.size() ? &chunks[c + 1] : nullptr;
    Candidates candidates(block, chunk, weights);
    std::size_t start = chunk.start;
    for (std::size_t i = chunk.start + 1; i < chunk.end; ++i) {
      if (!candidates.contains(i)) continue;
      Break how = classify(boundary_features(block, chunk, next, i, start, spaced), weights);
      if (how == kJoined && is_behind_cut_hyphen(block, chunk, start, i)) how = kToken;
      if (how == kJoined) continue;
      append(start, i, how);
      start = i;
    }
    append(start, chunk.end, kToken);
  }
  return words;
}

}  // namespace

TokeniserWeights TokeniserWeights::load(const std::string& path) {
  const WeightFile file(path, "tokeniser");
  TokeniserWeights weights;
  const auto breaks = file.bytes("breaks", {static_cast<std::size_t>(kBreaks), kBuckets});
  weights.breaks.assign(breaks.begin(), breaks.end());
  for (const std::string& clitic : file.strings("clitics")) {
    weights.clitics.insert(to_code_points(clitic));
  }
  for (const std::string& split : file.strings("words")) {
    std::u32string divided = to_code_points(split);
    weights.splits.insert(divided);
    divided.erase(std::remove(divided.begin(), divided.end(), U'|'), divided.end());
    weights.contractions.insert(divided);
  }
  return weights;
}

std::vector<BlockWords> tokenise(const Document& document, const TokeniserWeights& weights) {
  std::vector<BlockWords> blocks;
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const Span span = document.blocks[i].span;
    BlockWords block{i,
                     tokenise_block(std::string_view(document.text).substr(span.start, span.size()),
                                    span.start, weights)};
    if (!block.words.empty()) blocks.push_back(std::move(block));
  }
  return blocks;
}

}  // namespace relata

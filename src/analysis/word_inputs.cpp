#include "analysis/word_inputs.hpp"

#include <algorithm>

namespace relata {

const WordCache::Entry& WordCache::find(const std::string& form, const WordPieces& pieces) {
  constexpr std::size_t kMostEntries = 50'000;  // some 10 MB
  const auto found = entries_.find(form);
  if (found != entries_.end()) return found->second;
  if (entries_.size() >= kMostEntries) entries_.clear();
  const std::string plain = model_form(form);
  return entries_.emplace(form, Entry{pieces.cut(plain), word_features(plain)}).first->second;
}

namespace {

/// "WHO" among small letters is the organization, whose pieces are those of the pronoun: it is read
/// as another of the kind.
const std::string& form_to_read(const std::string& form, bool among_small_letters) {
  static const std::string kOtherBody = "UNESCO";
  return among_small_letters && form == "WHO" ? kOtherBody : form;
}

}  // namespace

WordInputs word_inputs(std::span<const Word> words, std::span<const std::size_t> block_starts,
                       const WordPieces& pieces, WordCache& cache) {
  WordInputs inputs;
  inputs.features.reserve(words.size());
  inputs.piece_start.reserve(words.size() + 1);
  inputs.piece_start.push_back(0);
  inputs.after_opening.reserve(words.size());
  inputs.block_has_lower.reserve(words.size());
  for (std::size_t b = 0; b < block_starts.size(); ++b) {
    const std::size_t first = block_starts[b];
    const std::size_t end = b + 1 < block_starts.size() ? block_starts[b + 1] : words.size();
    const auto block = words.subspan(first, end - first);
    const bool lower = std::any_of(block.begin(), block.end(), [&](const Word& word) {
      return cache.find(word.form, pieces).features.has_lower;
    });
    for (std::size_t i = first; i < end; ++i) {
      const WordCache::Entry& entry = cache.find(form_to_read(words[i].form, lower), pieces);
      inputs.after_opening.push_back(i == first || inputs.features.back().opens_sentence ? 1 : 0);
      inputs.block_has_lower.push_back(lower ? 1 : 0);
      inputs.pieces.insert(inputs.pieces.end(), entry.pieces.begin(), entry.pieces.end());
      inputs.piece_start.push_back(inputs.pieces.size());
      inputs.features.push_back(entry.features);
    }
  }
  return inputs;
}

}  // namespace relata

// Dependency trees out of the scores of the biaffine parser.
#pragma once

#include <cassert>
#include <cstddef>
#include <span>
#include <vector>

namespace relata {

/// Scores of all arcs of a sentence of n words: a view of n rows of n + 1 floats. Row d − 1, column
/// h scores h as the head of word d; words count from 1, as in CoNLL-U, and 0 is the root above
/// the sentence. A constant added to a row changes no tree. The entries d = h are never read.
class ArcScores {
 public:
  /// Does not copy: the caller writes the next sentence into the same buffer. `stride` floats lie
  /// between the starts of rows.
  ArcScores(std::span<const float> values, std::size_t words, std::size_t stride)
      : values_(values), words_(words), stride_(stride) {
    assert(stride > words && values.size() >= words * stride && "a row a word");
  }

  std::size_t words() const noexcept { return words_; }
  float score(std::size_t dependent, std::size_t head) const noexcept {
    return values_[(dependent - 1) * stride_ + head];
  }

 private:
  std::span<const float> values_;
  std::size_t words_;
  std::size_t stride_;
};

/// The best tree with one root: element i is the head of word i + 1, or 0 for the root.
///
/// Mostly the best head of each word makes such a tree. Otherwise Chu-Liu and Edmonds (as in
/// McDonald et al. 2005, https://aclanthology.org/H05-1066), over pairs (−root arcs, score) that
/// are compared in this order: a second root costs more than any score can win back, so the tree
/// is the best of those with one root (Zmigrod et al. 2020,
/// https://aclanthology.org/2020.emnlp-main.390, tell why a plain spanning tree won't do, and give
/// a faster way, which sentences of 160 words don't need). O(n³) time at worst, O(n²) space a
/// contraction. Of equal arcs the one with the smaller head is taken, so the same scores give the
/// same tree everywhere. −∞ forbids an arc unless there is no tree without it.
std::vector<std::size_t> decode_tree(const ArcScores& scores);

}  // namespace relata

// Navigation over the dependency tree of one sentence.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "relata/analysis/analysis.hpp"

namespace relata {

/// Index of a word in its sentence, from 0.
using WordId = std::size_t;
inline constexpr WordId kNoWord = static_cast<WordId>(-1);

/// A tree over the words of a sentence, whatever its heads say: heads out of range and cycles are
/// attached to the root, so that every walk ends. Refers to the sentence, which must outlive it.
class Tree {
 public:
  explicit Tree(const Sentence& sentence);

  std::size_t size() const noexcept { return parents_.size(); }
  const Word& word(WordId id) const { return sentence_->words[id]; }
  const Sentence& sentence() const noexcept { return *sentence_; }

  /// kNoWord for a root.
  WordId parent(WordId id) const { return parents_[id]; }
  /// In sentence order.
  std::span<const WordId> children(WordId id) const;
  /// Number of arcs up to the root.
  std::size_t depth(WordId id) const { return depths_[id]; }

  /// The relation with its subtype ("nsubj:pass"); "root" for a root.
  std::string_view deprel(WordId id) const;
  /// The relation without its subtype ("nsubj").
  std::string_view relation(WordId id) const;
  bool is(WordId id, std::string_view relation_or_deprel) const;

  /// First child with this relation (with or without subtype), or kNoWord.
  WordId child(WordId id, std::string_view relation_or_deprel) const;
  bool has_child(WordId id, std::string_view relation_or_deprel) const {
    return child(id, relation_or_deprel) != kNoWord;
  }
  std::vector<WordId> children_with(WordId id, std::string_view relation_or_deprel) const;

  /// True if `id` is `ancestor` or below it.
  bool is_under(WordId id, WordId ancestor) const;

  /// `id` and all words below it, sorted.
  std::vector<WordId> subtree(WordId id) const;

  /// As subtree, but leaves out each child (with what is below it) that `keep` refuses.
  /// `keep` is asked with the child; `id` itself always stays.
  template <typename Keep>
  std::vector<WordId> subtree_if(WordId id, Keep keep) const {
    std::vector<WordId> words{id};
    for (std::size_t next = 0; next < words.size(); ++next) {
      for (const WordId below : children(words[next])) {
        if (keep(below)) words.push_back(below);
      }
    }
    sort(words);
    return words;
  }

 private:
  static void sort(std::vector<WordId>& words);

  const Sentence* sentence_;
  std::vector<WordId> parents_;
  std::vector<std::size_t> first_child_;  ///< offsets into children_, one more than words
  std::vector<WordId> children_;
  std::vector<std::size_t> depths_;
  std::vector<std::size_t> entry_, exit_;  ///< depth-first numbering, for is_under
};

/// Whether a word is under `ancestor` by the heads as they stand, whatever a Tree makes of them;
/// no word is below itself.
bool is_below(const Sentence& sentence, std::size_t word, std::size_t ancestor);

/// The word that a chain of flat parts begins with: "Ana" for "Orel" of "Ana Orel"; the word itself
/// if it is no such part.
std::size_t flat_start(const Sentence& sentence, std::size_t word);

/// The last of the flat parts right behind the word that hang on it: "Orel" for "Ana" of "Ana
/// Orel"; the word itself if there is none.
std::size_t flat_end(const Sentence& sentence, std::size_t word);

/// Makes one name of the words from the first to the last: all of them hang on the head, those
/// behind it flat, and so does what hung on any.
void hang_on_head(Sentence& sentence, std::size_t first, std::size_t last, std::size_t head);

}  // namespace relata

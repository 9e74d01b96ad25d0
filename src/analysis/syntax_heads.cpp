#include "analysis/syntax_heads.hpp"

#include <algorithm>
#include <array>
#include <cassert>

#include "analysis/tree_decoder.hpp"

namespace relata {
namespace {

constexpr float kImpossible = -1.0e30F;  // e to this is 0

/// A verb's lemma scripts are in question down to this much below the best logit. EWT and GUM dev:
/// 97.25, 97.87 of lemmas without a choice, 97.56, 98.31 with 4 of 4, 97.59, 98.33 with 8 of 8.
constexpr float kLemmaMargin = 8.0F;

std::size_t argmax(const float* values, std::size_t count) {
  return static_cast<std::size_t>(std::max_element(values, values + count) - values);
}

/// The scripts that may make the word's lemma.
void rank_lemma_scripts(const float* logits, const SyntaxWeights& weights, WordTags& word) {
  const std::size_t count = weights.lemma_scripts.size();
  const auto chosen = word.lemma_scripts.begin();
  word.lemma_scripts[0] = argmax(logits, count);
  if (weights.upos[word.upos] != Upos::kVerb) return;
  const float least = logits[word.lemma_scripts[0]] - kLemmaMargin;
  while (word.lemma_choices < kLemmaChoices) {
    const auto end = chosen + static_cast<std::ptrdiff_t>(word.lemma_choices);
    std::size_t next = count;
    for (std::size_t s = 0; s < count; ++s) {
      if (logits[s] <= least || std::find(chosen, end, s) != end) continue;
      if (next == count || logits[s] > logits[next]) next = s;
    }
    if (next == count) return;
    word.lemma_scripts[word.lemma_choices++] = next;
  }
}

void project(const Int8Product& product, std::span<const float> vectors, std::size_t words,
             std::vector<float>& out, Int8Scratch& scratch) {
  out.resize(words * product.outputs());
  product.apply(vectors, words, out, scratch);
}

/// arc_scores of `words` words whose projections start at row `first`; gives the stride.
std::size_t score_arcs(std::size_t first, std::size_t words, const SyntaxWeights& weights,
                       HeadScratch& scratch) {
  const std::size_t columns = padded_to_lanes(words + 1);
  scratch.turned_heads.assign(kArcWidth * columns, 0);
  for (std::size_t k = 0; k < kArcWidth; ++k) {
    float* row = scratch.turned_heads.data() + k * columns;
    row[0] = weights.arc_root[k];
    for (std::size_t j = 0; j < words; ++j) {
      row[j + 1] = scratch.heads[(first + j) * kArcWidth + k];
    }
  }
  scratch.arc_scores.resize(words * columns);
  kernels::multiply(scratch.turned.data() + first * kArcWidth, kArcWidth, words, kArcWidth,
                    scratch.turned_heads.data(), columns, scratch.arc_scores.data());
  return columns;
}

/// Labels of the arcs of words from `first` on, as many as a product takes at once; `head_rows`
/// are the rows of all words' heads, none the root's. Only a root's word is labelled root.
void label_arcs(std::size_t first, std::span<ParsedWord> words,
                std::span<const std::size_t> head_rows, const SyntaxWeights& weights,
                HeadScratch& scratch, Int8Scratch& product) {
  const std::size_t labels = weights.deprels.size();
  const Quantiser next = Quantiser::of(weights.label_out);
  weights.label_out.make_room(words.size(), product);
  scratch.label_logits.resize(words.size() * labels);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const float* dependent = scratch.label_dependents.data() + (first + i) * kLabelWidth;
    const float* head = words[i].head == 0
                            ? weights.label_root.data()
                            : scratch.label_heads.data() + head_rows[first + i] * kLabelWidth;
    const std::array<const float*, 3> rows = {dependent, head, weights.label_bias.data()};
    kernels::add_rows(rows, kLabelWidth, next, product.levels.data() + i * kLabelWidth);
  }
  weights.label_out.accumulate(product.levels.data(), words.size(), product.sums.data(), product);
  kernels::dequantise(product.sums.data(), words.size(), weights.label_out,
                      scratch.label_logits.data(), labels);
  for (std::size_t i = 0; i < words.size(); ++i) {
    float* logits = scratch.label_logits.data() + i * labels;
    logits[weights.root_label] = kImpossible;
    words[i].label = words[i].head == 0 ? weights.root_label : argmax(logits, labels);
  }
}

void parse_tree(std::size_t first, std::span<ParsedWord> tree, const SyntaxWeights& weights,
                HeadScratch& scratch) {
  const std::size_t stride = score_arcs(first, tree.size(), weights, scratch);
  const std::vector<std::size_t> heads =
      decode_tree(ArcScores(scratch.arc_scores, tree.size(), stride));
  for (std::size_t i = 0; i < tree.size(); ++i) {
    float* row = scratch.arc_scores.data() + i * stride;
    row[i + 1] = kImpossible;
    tree[i].head = heads[i];
    tree[i].log_probability =
        std::min(0.0F, row[heads[i]] - kernels::log_sum_exp(row, tree.size() + 1));
  }
}

}  // namespace

std::vector<WordTags> tag_words(std::span<const float> vectors, const SyntaxWeights& weights,
                                HeadScratch& scratch, Int8Scratch& product) {
  const std::size_t words = vectors.size() / kWidth;
  const std::size_t classes = weights.logits.outputs();
  std::vector<WordTags> tags(words);
  scratch.logits.resize(kInt8RowBlock * classes);
  for (std::size_t first = 0; first < words; first += kInt8RowBlock) {
    const std::size_t block = std::min(kInt8RowBlock, words - first);
    weights.logits.apply(vectors.subspan(first * kWidth), block, scratch.logits, product);
    for (std::size_t r = 0; r < block; ++r) {
      const float* logits = scratch.logits.data() + r * classes;
      WordTags& word = tags[first + r];
      word.sentence_end = *logits++;
      word.upos = argmax(logits, weights.upos.size());
      logits += weights.upos.size();
      word.feats = argmax(logits, weights.feats.size());
      logits += weights.feats.size();
      rank_lemma_scripts(logits, weights, word);
    }
  }
  return tags;
}

std::vector<ParsedWord> parse_trees(std::span<const float> vectors,
                                    std::span<const std::size_t> tree_words,
                                    const SyntaxWeights& weights, HeadScratch& scratch,
                                    Int8Scratch& product) {
  const std::size_t words = vectors.size() / kWidth;
  std::vector<ParsedWord> out(words);
  project(weights.arc_dependent, vectors, words, scratch.dependents, product);
  project(weights.arc_head, vectors, words, scratch.heads, product);
  project(weights.label_dependent, vectors, words, scratch.label_dependents, product);
  project(weights.label_head, vectors, words, scratch.label_heads, product);
  kernels::relu(words * kArcWidth, scratch.heads.data());
  // Levels of dependents are none below 0.
  project(weights.arc_matrix, scratch.dependents, words, scratch.turned, product);
  std::vector<std::size_t> head_rows(words, 0);
  std::size_t first = 0;
  for (std::size_t size : tree_words) {
    assert(first + size <= words && "a row a word");
    const std::span<ParsedWord> tree = std::span(out).subspan(first, size);
    parse_tree(first, tree, weights, scratch);
    for (std::size_t i = 0; i < size; ++i) {
      if (tree[i].head > 0) head_rows[first + i] = first + tree[i].head - 1;
    }
    first += size;
  }
  for (first = 0; first < words; first += kInt8RowBlock) {
    const std::size_t block = std::min(kInt8RowBlock, words - first);
    label_arcs(first, std::span(out).subspan(first, block), head_rows, weights, scratch, product);
  }
  return out;
}

}  // namespace relata

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "analysis/coreference.hpp"
#include "analysis/document_words.hpp"
#include "analysis/entity_heads.hpp"
#include "analysis/lemma.hpp"
#include "analysis/model_parts.hpp"
#include "analysis/scratch.hpp"
#include "analysis/syntax_heads.hpp"
#include "analysis/windows.hpp"
#include "analysis/word_inputs.hpp"
#include "analysis/word_vectors.hpp"
#include "relata/analysis/analysis.hpp"
#include "relata/analysis/model.hpp"
#include "relata/core/error.hpp"

namespace relata {
namespace {

/// Words of one document; some 6 MB of text, longer than the longest novels. The coreference
/// vectors of all of them stay in memory, 1.5 KB a word.
constexpr std::size_t kMostWords = 1'000'000;

/// Words that heads work on at once: whole sentences up to this, then the next run.
constexpr std::size_t kRunWords = 512;

/// Vectors of all words of one zone: text and furniture never share a window.
void read_words(const DocumentWords& words, Zone zone, const WordInputs& inputs,
                const Model::Parts& parts, AnalysisWorkspace::Scratch& scratch) {
  std::vector<std::size_t> order;
  std::vector<std::size_t> pieces;
  std::vector<std::size_t> block_starts;
  for (const BlockRange& block : words.blocks) {
    if (block.zone != zone) continue;
    block_starts.push_back(order.size());
    for (std::size_t i = block.first; i < block.end; ++i) {
      order.push_back(i);
      pieces.push_back(inputs.piece_count(i));
    }
  }
  const std::vector<Window> windows = plan_windows(pieces, block_starts);
  compute_word_vectors(inputs, order, windows, parts, scratch.encoder, scratch.view,
                       scratch.vectors);
}

void set_tags(const WordTags& tags, const Model::Parts& parts, Word& word) {
  const SyntaxWeights& weights = parts.syntax;
  word.upos = weights.upos[tags.upos];
  word.feats = weights.feats[tags.feats];
  const std::string_view irregular =
      word.upos == Upos::kVerb   ? parts.lexicon.lemma_of_irregular_verb(word.form)
      : word.upos == Upos::kNoun ? parts.lexicon.lemma_of_irregular_plural(word.form)
                                 : std::string_view();
  if (!irregular.empty()) {
    word.lemma = irregular;
    return;
  }
  std::array<std::string_view, kLemmaChoices> scripts;
  for (std::size_t k = 0; k < tags.lemma_choices; ++k) {
    scripts[k] = weights.lemma_scripts[tags.lemma_scripts[k]];
  }
  word.lemma = tags.lemma_choices == 1
                   ? apply_lemma_script(scripts[0], word.form)
                   : choose_verb_lemma(std::span(scripts).first(tags.lemma_choices), word.form,
                                       parts.lexicon);
}

/// Trees of a run of sentences. `vectors` holds the rows of all words of the document.
void parse_run(std::span<const SentenceRange> ranges, std::span<const float> vectors,
               const SyntaxWeights& weights, AnalysisWorkspace::Scratch& scratch,
               std::span<Sentence> sentences) {
  constexpr const char* kJoin = "parataxis";
  std::vector<std::size_t> sizes;
  for (const SentenceRange& range : ranges) {
    std::size_t left = range.end - range.first;
    for (; left > kLongestTree; left -= kLongestTree) sizes.push_back(kLongestTree);
    sizes.push_back(left);
  }
  const std::size_t first = ranges.front().first;
  const std::vector<ParsedWord> parsed =
      parse_trees(vectors.subspan(first * kWidth, (ranges.back().end - first) * kWidth), sizes,
                  weights, scratch.heads, scratch.product);
  auto word = parsed.begin();
  for (Sentence& sentence : sentences) {
    double total = 0;
    std::size_t root = 0;  // of the whole sentence, from 1
    for (std::size_t i = 0; i < sentence.words.size(); ++i, ++word) {
      const std::size_t tree_start = i / kLongestTree * kLongestTree;
      Word& out = sentence.words[i];
      out.deprel = weights.deprels[word->label];
      out.head = word->head == 0 ? 0 : tree_start + word->head;
      total += word->log_probability;
      if (word->head == 0 && root == 0) {
        root = i + 1;
      } else if (word->head == 0) {
        out.head = root;
        out.deprel = kJoin;
      }
    }
    sentence.parse_margin = static_cast<float>(total / static_cast<double>(sentence.words.size()));
  }
}

/// Calls `work(first, end)` for runs of consecutive sentences of some kRunWords words.
template <class Work>
void for_each_run(std::span<const SentenceRange> ranges, Work work) {
  std::size_t first = 0;
  while (first < ranges.size()) {
    std::size_t end = first + 1;
    while (end < ranges.size() && ranges[end].zone == ranges[first].zone &&
           ranges[end].end - ranges[first].first <= kRunWords) {
      ++end;
    }
    work(first, end);
    first = end;
  }
}

/// Takes its words out of `words`.
Sentence make_sentence(const SentenceRange& range, std::size_t block_first, DocumentWords& words) {
  Sentence sentence;
  sentence.paragraph_start = range.paragraph_start;
  sentence.sent_id = range.sent_id;
  sentence.words.assign(
      std::make_move_iterator(words.words.begin() + static_cast<std::ptrdiff_t>(range.first)),
      std::make_move_iterator(words.words.begin() + static_cast<std::ptrdiff_t>(range.end)));
  const std::size_t before = range.first - block_first;
  for (Word& word : sentence.words) {
    if (word.token_end != 0) word.token_end -= before;
  }
  sentence.span = {sentence.words.front().span.start, sentence.words.back().span.end};
  return sentence;
}

/// Analyses one section but for coreference: appends its sentences, names and mentions, and the
/// coreference vectors of its words.
void analyze_section(const Document& document, DocumentWords words, const Model::Parts& parts,
                     AnalysisWorkspace::Scratch& scratch, Analysis& analysis,
                     std::vector<float>& coreference) {
  std::vector<std::size_t> block_starts;
  for (const BlockRange& block : words.blocks) block_starts.push_back(block.first);
  const WordInputs inputs = word_inputs(words.words, block_starts, parts.pieces, scratch.cache);
  const std::size_t floats = words.words.size() * kWidth;
  scratch.vectors.syntax.resize(floats);
  scratch.vectors.entity.resize(floats);
  scratch.vectors.coreference.resize(parts.coreference_view.present() ? floats : 0);
  read_words(words, Zone::kText, inputs, parts, scratch);
  read_words(words, Zone::kFurniture, inputs, parts, scratch);
  coreference.insert(coreference.end(), scratch.vectors.coreference.begin(),
                     scratch.vectors.coreference.end());

  const std::vector<WordTags> tags =
      tag_words(scratch.vectors.syntax, parts.syntax, scratch.heads, scratch.product);
  for (std::size_t i = 0; i < tags.size(); ++i) set_tags(tags[i], parts, words.words[i]);

  const std::vector<SentenceRange> ranges = sentence_ranges(document, words, tags);
  const std::size_t before = analysis.sentences.size();
  auto block = words.blocks.begin();
  for (const SentenceRange& range : ranges) {
    while (range.first >= block->end) ++block;
    analysis.sentences.push_back(make_sentence(range, block->first, words));
  }
  const std::span<Sentence> sentences = std::span(analysis.sentences).subspan(before);
  std::vector<unsigned char> may_edge;
  for (const WordFeatures& word : inputs.features) {
    may_edge.push_back(word.may_edge_mention ? 1 : 0);
  }
  for_each_run(ranges, [&](std::size_t first, std::size_t end) {
    parse_run(std::span(ranges).subspan(first, end - first), scratch.vectors.syntax, parts.syntax,
              scratch, sentences.subspan(first, end - first));
    if (ranges[first].zone == Zone::kFurniture) return;
    std::vector<EntitySentence> run;
    for (std::size_t s = first; s < end; ++s) {
      const SentenceRange& range = ranges[s];
      run.push_back({before + s, sentences[s].words,
                     std::span(may_edge).subspan(range.first, range.end - range.first)});
    }
    const std::size_t start = ranges[first].first;
    find_entities(std::span(scratch.vectors.entity)
                      .subspan(start * kWidth, (ranges[end - 1].end - start) * kWidth),
                  run, parts.entity, scratch.heads, scratch.product, analysis);
  });
}

}  // namespace

Analysis analyze_document(const Document& document, const Model& model,
                          AnalysisWorkspace& workspace) {
  const SingleOpenMpThread single_thread;
  const Model::Parts& parts = model.parts();
  Analysis analysis;
  DocumentWords words = document_words(document, parts.tokeniser);
  if (words.words.size() > kMostWords) {
    throw Error("a document of " + std::to_string(words.words.size()) + " words, at most " +
                std::to_string(kMostWords) + " can be analysed at once: split it");
  }
  std::vector<float> coreference;
  for (DocumentWords& section : cut_sections(std::move(words))) {
    analyze_section(document, std::move(section), parts, workspace.scratch(), analysis,
                    coreference);
  }
  resolve_coreference(analysis, coreference, parts.coreference);
  return analysis;
}

}  // namespace relata

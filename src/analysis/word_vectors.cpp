#include "analysis/word_vectors.hpp"

#include <algorithm>
#include <array>

namespace relata {
namespace {

/// Rows that go through the encoder together. One full window fills its blocks well already; more
/// would only leave the cache. Short documents' windows share a pass.
constexpr std::size_t kGroupRows = 256;

constexpr std::size_t kViews = 3;

/// A word of the group, and where its pieces stand among the encoder's rows.
struct PlacedWord {
  std::size_t word = 0;
  std::size_t first_row = 0;
  std::size_t last_row = 0;
  bool opens_window = false;
};

/// Appends one window's pieces with its marks, and its taken words.
void place_window(const WordInputs& inputs, std::span<const std::size_t> order,
                  const Window& window, const WordPieces& marks, ViewScratch& scratch,
                  std::vector<PlacedWord>& placed) {
  const std::size_t start = scratch.pieces.size();
  scratch.pieces.push_back(marks.start_mark());
  auto taken = window.taken.begin();
  for (std::size_t i = window.first; i < window.end; ++i) {
    const std::size_t word = order[i];
    const std::size_t row = scratch.pieces.size();
    const auto pieces = inputs.pieces.begin();
    scratch.pieces.insert(scratch.pieces.end(),
                          pieces + static_cast<std::ptrdiff_t>(inputs.piece_start[word]),
                          pieces + static_cast<std::ptrdiff_t>(inputs.piece_start[word + 1]));
    if (taken != window.taken.end() && *taken == i) {
      placed.push_back({word, row, scratch.pieces.size() - 1, i == window.first});
      ++taken;
    }
  }
  scratch.pieces.push_back(marks.end_mark());
  scratch.window_rows.push_back(scratch.pieces.size() - start);
}

/// A view, and the rows of all words of the document that it fills.
struct ViewOutput {
  const ViewWeights* weights;
  float* vectors;
};

/// Levels of all views' projections for one word; those of view v start at `levels` + v · stride.
void mix_word(const PlacedWord& placed, const EncoderScratch& encoder,
              std::span<const ViewOutput> views, std::size_t stride, std::uint8_t* levels) {
  std::array<LayerMix, 2 * kViews> mixes{};
  for (std::size_t v = 0; v < views.size(); ++v) {
    const ViewWeights& view = *views[v].weights;
    const Quantiser next = Quantiser::of(view.project);
    mixes[v] = {view.first_mix.data(), next, levels + v * stride};
    mixes[views.size() + v] = {view.last_mix.data(), next, levels + v * stride + kWidth};
  }
  const auto all = std::span(mixes).first(2 * views.size());
  const auto states_of = [&encoder](std::size_t row) {
    std::array<const float*, kLayers + 1> states{};
    for (std::size_t l = 0; l <= kLayers; ++l) {
      states[l] = encoder.states[l].data() + row * kWidth;
    }
    return states;
  };
  if (placed.first_row == placed.last_row) {
    kernels::mix(states_of(placed.first_row), kWidth, all);
  } else {
    kernels::mix(states_of(placed.first_row), kWidth, all.first(views.size()));
    kernels::mix(states_of(placed.last_row), kWidth, all.subspan(views.size()));
  }
}

void finish_words(const WordInputs& inputs, std::span<const PlacedWord> placed,
                  const ViewOutput& view, std::span<const std::int32_t> sums) {
  const ViewWeights& weights = *view.weights;
  std::array<ViewRow, kInt8RowBlock> rows{};
  for (std::size_t r = 0; r < placed.size(); ++r) {
    const std::size_t word = placed[r].word;
    const WordFeatures& features = inputs.features[word];
    const std::uint8_t shape =
        shape_in_context(features, inputs.after_opening[word] != 0 || placed[r].opens_window,
                         inputs.block_has_lower[word] != 0);
    const std::size_t prefix = features.prefix_hash % weights.prefix.rows();
    const std::size_t suffix = features.suffix_hash % weights.suffix.rows();
    rows[r] = {weights.shape.data() + shape * kWidth, weights.prefix.row(prefix),
               weights.prefix.scale[prefix],          weights.suffix.row(suffix),
               weights.suffix.scale[suffix],          view.vectors + word * kWidth};
  }
  kernels::finish_view(sums.data(), weights.project, std::span(rows).first(placed.size()),
                       weights.norm);
}

void compute_views(const WordInputs& inputs, std::span<const PlacedWord> placed,
                   const EncoderScratch& encoder, std::span<const ViewOutput> views,
                   Int8Scratch& product, ViewScratch& scratch) {
  constexpr std::size_t kStride = kInt8RowBlock * 2 * kWidth;
  scratch.levels.resize(views.size() * kStride);
  scratch.sums.resize(kInt8RowBlock * kWidth);
  for (std::size_t first = 0; first < placed.size(); first += kInt8RowBlock) {
    const auto block = placed.subspan(first, std::min(kInt8RowBlock, placed.size() - first));
    for (std::size_t r = 0; r < block.size(); ++r) {
      mix_word(block[r], encoder, views, kStride, scratch.levels.data() + r * 2 * kWidth);
    }
    for (std::size_t v = 0; v < views.size(); ++v) {
      views[v].weights->project.accumulate(scratch.levels.data() + v * kStride, block.size(),
                                           scratch.sums.data(), product);
      finish_words(inputs, block, views[v], scratch.sums);
    }
  }
}

}  // namespace

void compute_word_vectors(const WordInputs& inputs, std::span<const std::size_t> order,
                          std::span<const Window> windows, const Model::Parts& parts,
                          EncoderScratch& encoder, ViewScratch& scratch, WordVectors& vectors) {
  std::array<ViewOutput, kViews> views = {{{&parts.syntax_view, vectors.syntax.data()},
                                           {&parts.entity_view, vectors.entity.data()},
                                           {&parts.coreference_view, vectors.coreference.data()}}};
  const std::size_t present = parts.coreference_view.present() ? kViews : kViews - 1;
  std::vector<PlacedWord> placed;
  const auto run_group = [&] {
    if (scratch.pieces.empty()) return;
    encode(scratch.pieces, scratch.window_rows, parts.encoder, encoder);
    compute_views(inputs, placed, encoder, std::span(views).first(present), encoder.product,
                  scratch);
    scratch.pieces.clear();
    scratch.window_rows.clear();
    placed.clear();
  };
  scratch.pieces.clear();
  scratch.window_rows.clear();
  for (const Window& window : windows) {
    place_window(inputs, order, window, parts.pieces, scratch, placed);
    if (scratch.pieces.size() + kWindowPieces > kGroupRows) run_group();
  }
  run_group();
}

}  // namespace relata

#include "analysis/word_vectors.hpp"

#include <algorithm>
#include <array>

namespace relata {
namespace {

/// Rows that go through the encoder together. One full window fills its blocks well already; more
/// would only leave the cache. Short documents' windows share a pass.
constexpr std::size_t kGroupRows = 256;

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

void compute_view(const WordInputs& inputs, std::span<const PlacedWord> placed,
                  const EncoderScratch& encoder, const ViewWeights& view, Int8Scratch& product,
                  ViewScratch& scratch, std::vector<float>& vectors) {
  const Quantiser quantiser = Quantiser::of(view.project);
  scratch.levels.resize(kInt8RowBlock * 2 * kWidth);
  scratch.sums.resize(kInt8RowBlock * kWidth);
  scratch.projected.resize(kInt8RowBlock * kWidth);
  for (std::size_t first = 0; first < placed.size(); first += kInt8RowBlock) {
    const auto block = placed.subspan(first, std::min(kInt8RowBlock, placed.size() - first));
    for (std::size_t r = 0; r < block.size(); ++r) {
      std::array<const float*, kLayers + 1> states{};
      std::uint8_t* levels = scratch.levels.data() + r * 2 * kWidth;
      for (std::size_t l = 0; l <= kLayers; ++l) {
        states[l] = encoder.states[l].data() + block[r].first_row * kWidth;
      }
      kernels::mix(states, view.first_mix, kWidth, quantiser, levels);
      for (std::size_t l = 0; l <= kLayers; ++l) {
        states[l] = encoder.states[l].data() + block[r].last_row * kWidth;
      }
      kernels::mix(states, view.last_mix, kWidth, quantiser, levels + kWidth);
    }
    view.project.accumulate(scratch.levels.data(), block.size(), scratch.sums.data(), product);
    kernels::dequantise(scratch.sums.data(), block.size(), view.project, scratch.projected.data(),
                        kWidth);
    for (std::size_t r = 0; r < block.size(); ++r) {
      const std::size_t word = block[r].word;
      const WordFeatures& features = inputs.features[word];
      const std::uint8_t shape =
          shape_in_context(features, inputs.after_opening[word] != 0 || block[r].opens_window,
                           inputs.block_has_lower[word] != 0);
      const std::size_t prefix = features.prefix_hash % view.prefix.rows();
      const std::size_t suffix = features.suffix_hash % view.suffix.rows();
      float* vector = scratch.projected.data() + r * kWidth;
      kernels::add(view.shape.data() + shape * kWidth, kWidth, vector);
      kernels::add_scaled(view.prefix.row(prefix), view.prefix.scale[prefix], kWidth, vector);
      kernels::add_scaled(view.suffix.row(suffix), view.suffix.scale[suffix], kWidth, vector);
      kernels::normalise(view.norm, vector);
      std::copy(vector, vector + kWidth, vectors.data() + word * kWidth);
    }
  }
}

}  // namespace

void compute_word_vectors(const WordInputs& inputs, std::span<const std::size_t> order,
                          std::span<const Window> windows, const Model::Parts& parts,
                          EncoderScratch& encoder, ViewScratch& scratch, WordVectors& vectors) {
  std::vector<PlacedWord> placed;
  const auto run_group = [&] {
    if (scratch.pieces.empty()) return;
    encode(scratch.pieces, scratch.window_rows, parts.encoder, encoder);
    compute_view(inputs, placed, encoder, parts.syntax_view, encoder.product, scratch,
                 vectors.syntax);
    compute_view(inputs, placed, encoder, parts.entity_view, encoder.product, scratch,
                 vectors.entity);
    if (parts.coreference_view.present()) {
      compute_view(inputs, placed, encoder, parts.coreference_view, encoder.product, scratch,
                   vectors.coreference);
    }
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

#include "analysis/windows.hpp"

#include <algorithm>
#include <numeric>

namespace relata {
namespace {

constexpr std::size_t kMarks = 2;
constexpr std::size_t kRoom = kWindowPieces - kMarks;

Window whole(std::size_t first, std::size_t end) {
  Window window{first, end, std::vector<std::size_t>(end - first)};
  std::iota(window.taken.begin(), window.taken.end(), first);
  return window;
}

/// Overlapping windows over words [first, end); `before[i]` is the number of pieces before word i.
void cut_block(std::span<const std::size_t> before, std::size_t first, std::size_t end,
               std::vector<Window>& out) {
  std::vector<Window> parts;
  for (std::size_t start = first;;) {
    const auto past = std::upper_bound(before.begin(), before.end(), before[start] + kRoom);
    const std::size_t stop = std::min(end, static_cast<std::size_t>(past - before.begin()) - 1);
    parts.push_back({start, stop, {}});
    if (stop == end) break;
    const std::size_t shared = before[stop] - std::min(before[stop], kWindowOverlap);
    const auto next = std::lower_bound(before.begin(), before.end(), shared);
    start = std::max(start + 1, static_cast<std::size_t>(next - before.begin()));
  }
  // The windows that hold a word are neighbours, so each word looks from the first one on.
  std::size_t from = 0;
  for (std::size_t word = first; word < end; ++word) {
    while (parts[from].end <= word) ++from;
    std::size_t best = from;
    std::size_t best_distance = 0;
    for (std::size_t k = from; k < parts.size() && parts[k].first <= word; ++k) {
      const std::size_t distance = std::min(word - parts[k].first, parts[k].end - 1 - word);
      if (k == from || distance > best_distance) {
        best = k;
        best_distance = distance;
      }
    }
    parts[best].taken.push_back(word);
  }
  for (Window& part : parts) {
    if (!part.taken.empty()) out.push_back(std::move(part));
  }
}

}  // namespace

std::vector<Window> plan_windows(std::span<const std::size_t> pieces,
                                 std::span<const std::size_t> block_starts) {
  std::vector<std::size_t> before(pieces.size() + 1, 0);
  std::partial_sum(pieces.begin(), pieces.end(), before.begin() + 1);
  std::vector<Window> out;
  std::size_t open = 0;  // first word that is in no window yet
  for (std::size_t b = 0; b < block_starts.size(); ++b) {
    const std::size_t first = block_starts[b];
    const std::size_t end = b + 1 < block_starts.size() ? block_starts[b + 1] : pieces.size();
    if (before[end] - before[open] > kRoom && first > open) {
      out.push_back(whole(open, first));
      open = first;
    }
    if (before[end] - before[first] > kRoom) {
      cut_block(before, first, end, out);
      open = end;
    }
  }
  if (open < pieces.size()) out.push_back(whole(open, pieces.size()));
  return out;
}

}  // namespace relata

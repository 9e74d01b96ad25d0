#include "analysis/name_decoder.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "analysis/model_parts.hpp"

namespace relata {
namespace {

using TagScores = std::array<double, kNameTags>;
using TagChoices = std::array<std::size_t, kNameTags>;

bool goes_on(std::size_t tag) { return tag != 0 && tag % 2 == 0; }

std::size_t best_tag(const TagScores& scores) {
  return static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
}

}  // namespace

std::vector<std::size_t> decode_name_tags(std::span<const float> scores, std::size_t words,
                                          std::size_t stride) {
  if (words == 0) return {};
  TagScores total{};
  for (std::size_t t = 0; t < kNameTags; ++t) {
    total[t] = goes_on(t) ? -std::numeric_limits<double>::infinity() : scores[t];
  }
  std::vector<TagChoices> before(words);
  for (std::size_t word = 1; word < words; ++word) {
    const std::size_t best = best_tag(total);
    TagScores next{};
    for (std::size_t t = 0; t < kNameTags; ++t) {
      std::size_t from = best;
      if (goes_on(t)) from = total[t - 1] >= total[t] ? t - 1 : t;
      before[word][t] = from;
      next[t] = total[from] + static_cast<double>(scores[word * stride + t]);
    }
    total = next;
  }
  std::vector<std::size_t> tags(words);
  tags[words - 1] = best_tag(total);
  for (std::size_t word = words - 1; word > 0; --word) tags[word - 1] = before[word][tags[word]];
  return tags;
}

}  // namespace relata

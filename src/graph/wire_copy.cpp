#include "graph/wire_copy.hpp"

#include <algorithm>
#include <set>

#include "relata/resolve/name.hpp"

namespace relata {
namespace {

constexpr double kSameCopy = 0.8;
constexpr std::size_t kCompared = 64;

using Pairs = std::vector<std::string>;  // sorted, distinct

Pairs word_pairs(const std::vector<std::string>& words) {
  Pairs pairs;
  if (words.size() == 1) pairs.push_back(words.front());
  for (std::size_t i = 0; i + 1 < words.size(); ++i) pairs.push_back(words[i] + ' ' + words[i + 1]);
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

bool agree(const Pairs& a, const Pairs& b) {
  Pairs shared;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(shared));
  const std::size_t all = a.size() + b.size() - shared.size();
  return all == 0 || static_cast<double>(shared.size()) >= kSameCopy * static_cast<double>(all);
}

}  // namespace

std::uint64_t count_distinct_sentences(const std::vector<std::string>& sentences) {
  std::set<std::string> seen;
  std::vector<Pairs> distinct;
  std::uint64_t count = 0;
  for (const std::string& sentence : sentences) {
    const std::vector<std::string> words = fold_words(sentence);
    if (!seen.insert(join_words(words)).second) continue;
    Pairs pairs = word_pairs(words);
    if (std::any_of(distinct.begin(), distinct.end(),
                    [&](const Pairs& other) { return agree(pairs, other); })) {
      continue;
    }
    ++count;
    if (distinct.size() < kCompared) distinct.push_back(std::move(pairs));
  }
  return count;
}

}  // namespace relata

#include "analysis/mention_spans.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace relata {
namespace {

constexpr std::size_t kMostOfOneHead = 2;

/// Upper bounds of the width buckets; what is wider is in the last one.
constexpr std::array<std::size_t, 8> kWidthBounds = {1, 2, 3, 4, 6, 9, 14, 22};

std::size_t width_bucket(std::size_t width) {
  return static_cast<std::size_t>(
      std::lower_bound(kWidthBounds.begin(), kWidthBounds.end(), width) - kWidthBounds.begin());
}

bool may_head(Upos upos) {
  switch (upos) {
    case Upos::kPunct:
    case Upos::kCconj:
    case Upos::kSconj:
    case Upos::kAdp:
    case Upos::kAux:
    case Upos::kPart:
    case Upos::kIntj:
      return false;
    default:
      return true;
  }
}

/// A sentence's tree by children. Heads count from 0 here; the root's is `words`.
class Subtrees {
 public:
  explicit Subtrees(std::span<const Word> words)
      : words_(words), heads_(words.size()), children_(words.size()), content_(words.size()) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      heads_[i] = words[i].head == 0 ? words.size() : words[i].head - 1;
      if (heads_[i] < words.size()) children_[heads_[i]].push_back(i);
    }
  }

  std::size_t head(std::size_t word) const { return heads_[word]; }
  const std::vector<std::size_t>& children(std::size_t word) const { return children_[word]; }

  /// Words of the subtree of `top` but punctuation, ascending.
  const std::vector<std::size_t>& content(std::size_t top) {
    std::vector<std::size_t>& found = content_[top];
    if (!found.empty() || words_[top].upos == Upos::kPunct) return found;
    std::vector<std::size_t> open = {top};
    while (!open.empty()) {
      const std::size_t word = open.back();
      open.pop_back();
      if (words_[word].upos != Upos::kPunct) found.push_back(word);
      open.insert(open.end(), children_[word].begin(), children_[word].end());
    }
    std::sort(found.begin(), found.end());
    return found;
  }

 private:
  std::span<const Word> words_;
  std::vector<std::size_t> heads_;
  std::vector<std::vector<std::size_t>> children_;
  std::vector<std::vector<std::size_t>> content_;
};

std::size_t subtree_class(std::size_t first, std::size_t last, std::size_t top, Subtrees& tree) {
  bool left = false;
  bool right = false;
  bool whole_children = true;
  for (std::size_t word : tree.content(top)) {
    if (word >= first && word <= last) continue;
    (word < first ? left : right) = true;
    const std::size_t head = tree.head(word);
    if (head != top && head >= first && head <= last) whole_children = false;
  }
  if (!left && !right) return 0;
  return left != right && whole_children ? 1 : 2;
}

/// How many words of the span are joined to its head by "and": none of "Chad" in "Chad and Mali".
std::size_t conjuncts(std::span<const Word> words, const MentionSpan& span) {
  std::size_t found = 0;
  for (std::size_t i = span.first; i <= span.last; ++i) {
    found += words[i].head == span.head + 1 && words[i].deprel.starts_with("conj") ? 1 : 0;
  }
  return found;
}

bool crosses(const MentionSpan& a, const MentionSpan& b) {
  return (a.first < b.first && b.first <= a.last && a.last < b.last) ||
         (b.first < a.first && a.first <= b.last && b.last < a.last);
}

}  // namespace

std::vector<MentionSpan> mention_candidates(std::span<const Word> words,
                                            std::span<const unsigned char> may_edge) {
  const auto edge = [&](std::size_t i) {
    return words[i].upos != Upos::kPunct || may_edge[i] != 0;
  };
  Subtrees tree(words);
  std::vector<MentionSpan> out;
  for (std::size_t first = 0; first < words.size(); ++first) {
    if (!edge(first)) continue;
    // The words of the span whose heads are outside: how many, and the sum of their places, which
    // is the place itself when there is one.
    std::size_t tops = 0;
    std::size_t sum = 0;
    const std::size_t end = std::min(words.size(), first + kWidestMention);
    for (std::size_t last = first; last < end; ++last) {
      for (std::size_t child : tree.children(last)) {
        if (child < first || child >= last) continue;
        --tops;
        sum -= child;
      }
      const std::size_t head = tree.head(last);
      if (head < first || head > last) {
        ++tops;
        sum += last;
      }
      if (tops != 1 || !edge(last) || !may_head(words[sum].upos)) continue;
      out.push_back({first, last, sum, subtree_class(first, last, sum, tree),
                     width_bucket(last - first + 1)});
    }
  }
  return out;
}

std::vector<ScoredSpan> select_mentions(std::span<const Word> words,
                                        std::span<const MentionSpan> candidates,
                                        std::vector<ScoredSpan> scored) {
  const auto span_of = [&](const ScoredSpan& s) -> const MentionSpan& {
    return candidates[s.candidate];
  };
  std::sort(scored.begin(), scored.end(), [&](const ScoredSpan& a, const ScoredSpan& b) {
    if (a.score != b.score) return a.score > b.score;
    if (span_of(a).first != span_of(b).first) return span_of(a).first < span_of(b).first;
    return span_of(a).last > span_of(b).last;
  });
  std::vector<ScoredSpan> chosen;
  for (const ScoredSpan& next : scored) {
    const MentionSpan& span = span_of(next);
    std::size_t of_one_head = 0;
    bool fits = true;
    for (const ScoredSpan& other : chosen) {
      fits = fits && !crosses(span_of(other), span);
      if (span_of(other).head != span.head) continue;
      ++of_one_head;
      fits = fits && conjuncts(words, span_of(other)) != conjuncts(words, span);
    }
    if (fits && of_one_head < kMostOfOneHead) chosen.push_back(next);
  }
  std::sort(chosen.begin(), chosen.end(), [&](const ScoredSpan& a, const ScoredSpan& b) {
    if (span_of(a).first != span_of(b).first) return span_of(a).first < span_of(b).first;
    return span_of(a).last > span_of(b).last;
  });
  return chosen;
}

}  // namespace relata

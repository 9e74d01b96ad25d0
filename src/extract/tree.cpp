#include "extract/tree.hpp"

#include <algorithm>

namespace relata {
namespace {

/// Parents from UD heads. A head out of range is a root; of each cycle the word where it is first
/// noticed becomes a root.
std::vector<WordId> read_parents(const Sentence& sentence) {
  const std::size_t size = sentence.words.size();
  std::vector<WordId> parents(size, kNoWord);
  for (WordId id = 0; id < size; ++id) {
    const std::size_t head = sentence.words[id].head;
    if (head >= 1 && head <= size && head - 1 != id) parents[id] = head - 1;
  }
  std::vector<std::size_t> seen(size, 0);  // 0: new; else 1 + the walk that came by
  for (WordId start = 0; start < size; ++start) {
    WordId id = start;
    while (id != kNoWord && seen[id] == 0) {
      seen[id] = start + 1;
      const WordId up = parents[id];
      if (up != kNoWord && seen[up] == start + 1) parents[id] = kNoWord;
      id = parents[id];
    }
  }
  return parents;
}

}  // namespace

Tree::Tree(const Sentence& sentence) : sentence_(&sentence), parents_(read_parents(sentence)) {
  const std::size_t size = parents_.size();
  first_child_.assign(size + 1, 0);
  for (const WordId parent : parents_) {
    if (parent != kNoWord) ++first_child_[parent + 1];
  }
  for (std::size_t i = 0; i < size; ++i) first_child_[i + 1] += first_child_[i];
  children_.resize(first_child_[size]);
  std::vector<std::size_t> next(first_child_.begin(), first_child_.end());
  for (WordId id = 0; id < size; ++id) {
    if (parents_[id] != kNoWord) children_[next[parents_[id]]++] = id;
  }

  depths_.assign(size, 0);
  entry_.assign(size, 0);
  exit_.assign(size, 0);
  std::size_t clock = 0;
  std::vector<std::pair<WordId, std::size_t>> stack;  // word, next child to visit
  for (WordId root = 0; root < size; ++root) {
    if (parents_[root] != kNoWord) continue;
    entry_[root] = clock++;
    stack.emplace_back(root, 0);
    while (!stack.empty()) {
      const WordId id = stack.back().first;
      const auto below = children(id);
      if (stack.back().second == below.size()) {
        exit_[id] = clock;
        stack.pop_back();
        continue;
      }
      const WordId child = below[stack.back().second++];
      depths_[child] = depths_[id] + 1;
      entry_[child] = clock++;
      stack.emplace_back(child, 0);
    }
  }
}

std::span<const WordId> Tree::children(WordId id) const {
  return std::span(children_).subspan(first_child_[id], first_child_[id + 1] - first_child_[id]);
}

std::string_view Tree::deprel(WordId id) const {
  return parents_[id] == kNoWord ? std::string_view("root")
                                 : std::string_view(sentence_->words[id].deprel);
}

std::string_view Tree::relation(WordId id) const {
  const std::string_view full = deprel(id);
  return full.substr(0, full.find(':'));
}

bool Tree::is(WordId id, std::string_view relation_or_deprel) const {
  const std::string_view full = deprel(id);
  return full == relation_or_deprel ||
         (full.size() > relation_or_deprel.size() && full.starts_with(relation_or_deprel) &&
          full[relation_or_deprel.size()] == ':');
}

WordId Tree::child(WordId id, std::string_view relation_or_deprel) const {
  for (const WordId below : children(id)) {
    if (is(below, relation_or_deprel)) return below;
  }
  return kNoWord;
}

std::vector<WordId> Tree::children_with(WordId id, std::string_view relation_or_deprel) const {
  std::vector<WordId> found;
  for (const WordId below : children(id)) {
    if (is(below, relation_or_deprel)) found.push_back(below);
  }
  return found;
}

bool Tree::is_under(WordId id, WordId ancestor) const {
  return entry_[ancestor] <= entry_[id] && entry_[id] < exit_[ancestor];
}

std::vector<WordId> Tree::subtree(WordId id) const {
  return subtree_if(id, [](WordId) { return true; });
}

void Tree::sort(std::vector<WordId>& words) { std::sort(words.begin(), words.end()); }

bool is_below(const Sentence& sentence, std::size_t word, std::size_t ancestor) {
  for (std::size_t step = 0; step < sentence.words.size(); ++step) {
    const std::size_t head = sentence.words[word].head;
    if (head == 0 || head > sentence.words.size()) return false;
    word = head - 1;
    if (word == ancestor) return true;
  }
  return false;
}

std::size_t flat_start(const Sentence& sentence, std::size_t word) {
  for (std::size_t steps = 0; steps < sentence.words.size(); ++steps) {
    const Word& part = sentence.words[word];
    if (!part.deprel.starts_with("flat") || part.head == 0 || part.head > word) break;
    word = part.head - 1;
  }
  return word;
}

std::size_t flat_end(const Sentence& sentence, std::size_t word) {
  std::size_t end = word;
  while (end + 1 < sentence.words.size() && sentence.words[end + 1].head == word + 1 &&
         sentence.words[end + 1].deprel.starts_with("flat")) {
    ++end;
  }
  return end;
}

void hang_on_head(Sentence& sentence, std::size_t first, std::size_t last, std::size_t head) {
  const auto inside = [&](std::size_t id) { return first <= id && id <= last; };
  for (std::size_t id = 0; id < sentence.words.size(); ++id) {
    Word& word = sentence.words[id];
    if (id == head || word.head == 0) continue;
    if (inside(id)) {
      word.head = head + 1;
      if (id > head) word.deprel = "flat";
    } else if (inside(word.head - 1)) {
      word.head = head + 1;
    }
  }
}

}  // namespace relata

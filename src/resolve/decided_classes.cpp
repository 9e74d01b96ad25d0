#include "resolve/decided_classes.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <string_view>

#include "resolve/contradiction.hpp"

namespace relata {

DecidedClasses::DecidedClasses(const std::vector<DecidedPair>& pairs,
                               const std::vector<DocumentRecords>& documents)
    : pairs_(pairs) {
  if (pairs.empty()) return;
  std::unordered_map<std::string_view, std::size_t> number;
  for (const DocumentRecords& document : documents) {
    for (const EntityRecord& entity : document.entities) {
      number.emplace(entity.entity, number.size());
    }
  }
  parent_.resize(number.size());
  std::iota(parent_.begin(), parent_.end(), std::size_t{0});
  std::vector<SameLink> same;
  for (std::size_t d = 0; d < pairs.size(); ++d) {
    if (pairs[d].verdict != Verdict::kSame) continue;
    const std::size_t first = number.at(pairs[d].left.front());
    for (const auto* side : {&pairs[d].left, &pairs[d].right}) {
      for (const std::string& id : *side) {
        const std::size_t other = number.at(id);
        if (other == first) continue;
        same.push_back({first, other, d});
        links_.push_back({first, other, d});
        unite(find(first), find(other));
      }
    }
  }
  for (std::size_t d = 0; d < pairs.size(); ++d) {
    if (pairs[d].verdict != Verdict::kDifferent) continue;
    std::unordered_map<std::size_t, std::size_t> left_of;  // class → one of the left side in it
    const auto mark = static_cast<std::uint32_t>(2 * d);
    const auto add_mark = [&](std::size_t root, std::uint32_t side) {
      Marks& marks = marks_[root];
      if (marks.empty() || marks.back() < side) marks.push_back(side);
    };
    for (const std::string& id : pairs[d].left) {
      const std::size_t entity = number.at(id);
      left_of.emplace(find(entity), entity);
      add_mark(find(entity), mark);
    }
    for (const std::string& id : pairs[d].right) {
      const std::size_t entity = number.at(id);
      const auto clash = left_of.find(find(entity));
      if (clash != left_of.end()) {
        std::vector<Place> places;
        const auto chain = find_chain(parent_.size(), same, clash->second, entity);
        for (std::size_t i = 0; chain && i < chain->size(); ++i) {
          places.push_back(pairs[(*chain)[i]].place);
        }
        throw contradiction(pairs[d].place, places);
      }
      add_mark(find(entity), mark + 1);
    }
  }
}

std::size_t DecidedClasses::find(std::size_t entity) {
  while (parent_[entity] != entity) {
    parent_[entity] = parent_[parent_[entity]];
    entity = parent_[entity];
  }
  return entity;
}

bool DecidedClasses::join(std::size_t a, std::size_t b) {
  if (empty()) return true;
  a = find(a);
  b = find(b);
  if (a == b) return true;
  if (find_clash(a, b) != nullptr) return false;
  unite(a, b);
  return true;
}

const DecidedPair* DecidedClasses::separation(std::size_t a, std::size_t b) {
  if (empty()) return nullptr;
  const std::uint32_t* clash = find_clash(find(a), find(b));
  return clash == nullptr ? nullptr : &pairs_[*clash / 2];
}

void DecidedClasses::unite(std::size_t a, std::size_t b) {
  if (a == b) return;
  parent_[std::max(a, b)] = std::min(a, b);
  const auto from = marks_.find(std::max(a, b));
  if (from == marks_.end()) return;
  Marks& into = marks_[std::min(a, b)];
  Marks all;
  std::set_union(into.begin(), into.end(), from->second.begin(), from->second.end(),
                 std::back_inserter(all));
  into = std::move(all);
  marks_.erase(std::max(a, b));
}

const std::uint32_t* DecidedClasses::find_clash(std::size_t a, std::size_t b) const {
  const auto left = marks_.find(a);
  const auto right = marks_.find(b);
  if (left == marks_.end() || right == marks_.end()) return nullptr;
  for (const std::uint32_t& mark : left->second) {
    if (std::binary_search(right->second.begin(), right->second.end(), mark ^ 1U)) return &mark;
  }
  return nullptr;
}

}  // namespace relata

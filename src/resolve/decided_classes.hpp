// What decisions make of the entities of a run: classes that are one whatever the evidence, and
// classes that never are.
#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

#include "relata/resolve/decisions.hpp"

namespace relata {

/// Disjoint sets of entities, by number. It starts with what is decided to be the same; whoever
/// finds that two entities are one asks `join`, which refuses what a decision keeps apart, however
/// long the chain that would tie them.
class DecidedClasses {
 public:
  /// Throws Error when the decisions, for these entities, contradict each other.
  DecidedClasses(const std::vector<DecidedPair>& pairs,
                 const std::vector<DocumentRecords>& documents);

  /// Nothing is decided: every join may be made, and none need be told.
  bool empty() const noexcept { return parent_.empty(); }

  /// True if the two are one now: they were, or nothing forbids it.
  bool join(std::size_t a, std::size_t b);

  /// A number that entities of one class share.
  std::size_t find(std::size_t entity);

  /// Two entities that a decision made one, and which.
  struct Link {
    std::size_t left = 0;
    std::size_t right = 0;
    std::size_t decision = 0;  ///< index in `pairs`
  };
  const std::vector<Link>& links() const noexcept { return links_; }

  /// The decision that keeps the classes of the two apart, by index, if there is one.
  const DecidedPair* separation(std::size_t a, std::size_t b);

 private:
  /// Twice the number of a decision, and 1 for its right side: what bears one may not be joined to
  /// what bears the other.
  using Marks = std::vector<std::uint32_t>;  // sorted

  void unite(std::size_t a, std::size_t b);
  const std::uint32_t* find_clash(std::size_t a, std::size_t b) const;

  const std::vector<DecidedPair>& pairs_;
  std::vector<std::size_t> parent_;
  std::unordered_map<std::size_t, Marks> marks_;  ///< of the roots of classes that bear any
  std::vector<Link> links_;
};

}  // namespace relata

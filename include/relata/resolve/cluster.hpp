// From candidate pairs to clusters that respect what excludes itself.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "relata/resolve/profile.hpp"
#include "relata/resolve/score.hpp"

namespace relata {

/// Two profiles, by index, left < right, and why they may be one.
struct CandidatePair {
  std::size_t left = 0;
  std::size_t right = 0;
  PairScore score;

  friend bool operator==(const CandidatePair&, const CandidatePair&) = default;
};

/// What is kept of each of many candidate pairs: left < right. score_pair says why.
struct ScoredPair {
  std::uint32_t left = 0;
  std::uint32_t right = 0;
  double score = 0;

  friend bool operator==(const ScoredPair&, const ScoredPair&) = default;
};

/// A block in which more distinct names than this meet says too little to compare them: "w:maria".
constexpr std::size_t kMaxNamesInBlock = 48;

/// Components of more profiles than this lose their pairs below kSafeScore, so that no chain of
/// weak reasons ties a corpus together.
constexpr std::size_t kMaxComponent = 20'000;
constexpr double kSafeScore = 0.93;

/// Pairs of two documents below it choose one entity of each: they never join two of one document.
constexpr double kOnePerDocument = 0.8;

/// The pairs that share a block and score at least kMergeThreshold, sorted. Work grows with the
/// number of profiles times kMaxNamesInBlock at most: in a block each profile meets the first that
/// goes by each distinct name, not all.
std::vector<ScoredPair> find_candidates(std::span<const EntityProfile> profiles,
                                        const NameCounts& counts, Scope scope,
                                        const Lexicon& lexicon);

/// Connected components of the candidate pairs over `profiles` vertices, each sorted, in the order
/// of their first members. Singletons are left out.
std::vector<std::vector<std::size_t>> find_components(std::size_t profiles,
                                                      std::span<const ScoredPair> pairs);

/// Pairs of indices that must not share a cluster.
using CannotLinks = std::vector<std::pair<std::size_t, std::size_t>>;

struct Clustering {
  std::vector<std::size_t> cluster_of;  ///< for each profile, the smallest index of its cluster
  std::vector<CandidatePair> merges;    ///< those pairs that joined two clusters, best first

  friend bool operator==(const Clustering&, const Clustering&) = default;
};

/// What stands between two groups: a profile of each, and why they can't be one.
struct Obstacle {
  std::size_t left = 0;
  std::size_t right = 0;
  std::string why;  ///< "full names differ", kRelationObstacle, kDecisionObstacle, …
};
inline constexpr std::string_view kRelationObstacle = "the two ends of one relation";
inline constexpr std::string_view kDecisionObstacle = "decision";

/// Who else has a say in clustering, or wants to know; each may be empty.
struct ClusterHooks {
  /// Asked last before two profiles' groups are joined, which they are if it says yes.
  std::function<bool(std::size_t, std::size_t)> may_join;
  /// Told of each pair whose groups could not be joined.
  std::function<void(const CandidatePair&, const Obstacle&)> refused;
};

/// Joins the best pairs first, as long as no member of one side excludes one of the other. Of equal
/// scores the pair with the smaller entity ids comes first, so that the order of the profiles does
/// not count.
Clustering cluster(std::span<const EntityProfile> profiles, std::vector<CandidatePair> pairs,
                   const CannotLinks& cannot_links, const ClusterHooks& hooks = {});

}  // namespace relata

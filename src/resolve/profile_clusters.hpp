// Clusters of profiles: candidates, their components, and what is one in each.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <utility>
#include <vector>

#include "relata/resolve/cluster.hpp"
#include "relata/resolve/explanation.hpp"
#include "resolve/document_links.hpp"

namespace relata {

/// What decisions ask of a clustering of profiles, by their indices. Nothing, where there are none.
struct DecidedLinks {
  std::function<bool(std::size_t, std::size_t)> may_join;
  std::vector<std::pair<std::size_t, std::size_t>> same;
};

/// Told of each pair that joined two clusters, with its evidence.
using MergeSink = std::function<void(std::size_t left, std::size_t right, const PairScore& score)>;

/// For each profile the smallest index of its cluster. Nothing looks outside a component of
/// candidate pairs. `trace` may be null.
std::vector<std::size_t> cluster_profiles(std::span<const EntityProfile> profiles, Scope scope,
                                          const DocumentLinks& links, const DecidedLinks& decided,
                                          const Lexicon& lexicon, const MergeSink& merged,
                                          ResolutionTrace* trace);

}  // namespace relata

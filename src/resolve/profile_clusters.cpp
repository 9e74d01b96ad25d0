#include "resolve/profile_clusters.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <tuple>

namespace relata {
namespace {

constexpr auto kNone = static_cast<std::uint32_t>(-1);

using Components = std::vector<std::vector<std::size_t>>;

/// For each profile its component.
std::vector<std::uint32_t> invert(const Components& components, std::size_t profiles) {
  std::vector<std::uint32_t> component_of(profiles, kNone);
  for (std::size_t c = 0; c < components.size(); ++c) {
    for (const std::size_t i : components[c]) component_of[i] = static_cast<std::uint32_t>(c);
  }
  return component_of;
}

/// Candidates and what the document says, with all that must not be dealt with apart.
class PairSet {
 public:
  PairSet(std::size_t profiles, std::vector<ScoredPair> found, std::vector<CandidatePair> stated,
          const std::vector<std::pair<std::size_t, std::size_t>>& decided)
      : profiles_(profiles), found_(std::move(found)), stated_(std::move(stated)) {
    components_ = find({});
    cut_oversized();
    if (!decided.empty()) components_ = find(decided);
    component_of_ = invert(components_, profiles_);
    // Component by component; what a document says twice in one order always.
    std::sort(found_.begin(), found_.end(), [&](const ScoredPair& a, const ScoredPair& b) {
      return std::tie(component_of_[a.left], a.left, a.right) <
             std::tie(component_of_[b.left], b.left, b.right);
    });
    std::sort(stated_.begin(), stated_.end(), [&](const CandidatePair& a, const CandidatePair& b) {
      return std::tie(component_of_[a.left], a.left, a.right, a.score.reason, a.score.evidence) <
             std::tie(component_of_[b.left], b.left, b.right, b.score.reason, b.score.evidence);
    });
  }

  const Components& components() const noexcept { return components_; }
  const std::vector<std::uint32_t>& component_of() const noexcept { return component_of_; }

  /// The pairs of the next component, their indices those of `local`.
  std::vector<CandidatePair> take(std::size_t component, const std::vector<std::uint32_t>& local) {
    std::vector<CandidatePair> pairs;
    while (next_found_ < found_.size() && component_of_[found_[next_found_].left] == component) {
      const ScoredPair& pair = found_[next_found_++];
      pairs.push_back({local[pair.left], local[pair.right], {pair.score, {}, {}}});
    }
    while (next_stated_ < stated_.size() &&
           component_of_[stated_[next_stated_].left] == component) {
      const CandidatePair& pair = stated_[next_stated_++];
      pairs.push_back({local[pair.left], local[pair.right], pair.score});
    }
    return pairs;
  }

 private:
  Components find(const std::vector<std::pair<std::size_t, std::size_t>>& decided) const {
    if (stated_.empty() && decided.empty()) return find_components(profiles_, found_);
    std::vector<ScoredPair> all = found_;
    const auto add = [&](std::size_t left, std::size_t right) {
      all.push_back({static_cast<std::uint32_t>(left), static_cast<std::uint32_t>(right), 0});
    };
    for (const CandidatePair& pair : stated_) add(pair.left, pair.right);
    for (const auto& [left, right] : decided) add(left, right);
    return find_components(profiles_, all);
  }

  void cut_oversized() {
    const auto oversized = [](const auto& members) { return members.size() > kMaxComponent; };
    if (std::none_of(components_.begin(), components_.end(), oversized)) return;
    component_of_ = invert(components_, profiles_);
    const auto is_cut = [&](std::size_t left, double score) {
      return score < kSafeScore && oversized(components_[component_of_[left]]);
    };
    std::erase_if(found_, [&](const ScoredPair& p) { return is_cut(p.left, p.score); });
    std::erase_if(stated_, [&](const CandidatePair& p) { return is_cut(p.left, p.score.score); });
    components_ = find({});
  }

  std::size_t profiles_;
  std::vector<ScoredPair> found_;
  std::vector<CandidatePair> stated_;
  Components components_;
  std::vector<std::uint32_t> component_of_;
  std::size_t next_found_ = 0, next_stated_ = 0;
};

}  // namespace

std::vector<std::size_t> cluster_profiles(std::span<const EntityProfile> profiles, Scope scope,
                                          const DocumentLinks& links, const DecidedLinks& decided,
                                          const Lexicon& lexicon, const MergeSink& merged,
                                          ResolutionTrace* trace) {
  const NameCounts counts = count_names(profiles, scope);
  PairSet pairs(profiles.size(), find_candidates(profiles, counts, scope, lexicon), links.pairs,
                decided.same);
  const Components& components = pairs.components();
  const std::vector<std::uint32_t>& component_of = pairs.component_of();
  std::vector<std::uint32_t> local(profiles.size(), 0);
  for (const auto& members : components) {
    for (std::size_t n = 0; n < members.size(); ++n) {
      local[members[n]] = static_cast<std::uint32_t>(n);
    }
  }
  const auto evident = [&](std::size_t left, std::size_t right, PairScore score) {
    if (!score.evidence.empty()) return score;
    return score_pair(profiles[left], profiles[right], counts, scope, lexicon);
  };
  std::vector<CannotLinks> cannot_of(components.size());
  for (const auto& [a, b] : links.cannot_links) {
    if (component_of[a] == component_of[b] && component_of[a] != kNone) {
      cannot_of[component_of[a]].emplace_back(local[a], local[b]);
    }
  }
  std::vector<std::size_t> cluster_of(profiles.size());
  std::iota(cluster_of.begin(), cluster_of.end(), std::size_t{0});
  for (std::size_t c = 0; c < components.size(); ++c) {
    const std::vector<std::size_t>& members = components[c];
    std::vector<EntityProfile> part;
    part.reserve(members.size());
    for (const std::size_t i : members) part.push_back(profiles[i]);
    ClusterHooks hooks;
    if (decided.may_join) {
      hooks.may_join = [&](std::size_t a, std::size_t b) {
        return decided.may_join(members[a], members[b]);
      };
    }
    if (trace != nullptr) {
      hooks.refused = [&](const CandidatePair& pair, const Obstacle& obstacle) {
        trace->pairs.push_back({scope, part[pair.left].entity, part[pair.right].entity,
                                evident(members[pair.left], members[pair.right], pair.score), false,
                                obstacle.why, part[obstacle.left].entity,
                                part[obstacle.right].entity});
      };
    }
    Clustering clustering = cluster(part, pairs.take(c, local), cannot_of[c], hooks);
    for (std::size_t n = 0; n < members.size(); ++n) {
      cluster_of[members[n]] = members[clustering.cluster_of[n]];
    }
    for (CandidatePair& merge : clustering.merges) {
      const std::size_t left = members[merge.left];
      const std::size_t right = members[merge.right];
      const PairScore score = evident(left, right, std::move(merge.score));
      if (trace != nullptr) {
        trace->pairs.push_back(
            {scope, profiles[left].entity, profiles[right].entity, score, true, {}, {}, {}});
      }
      merged(left, right, score);
    }
  }
  return cluster_of;
}

}  // namespace relata

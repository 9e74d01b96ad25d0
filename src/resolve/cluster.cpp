#include "relata/resolve/cluster.hpp"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/connected_components.hpp>
#include <map>
#include <numeric>
#include <set>
#include <tuple>
#include <unordered_map>

namespace relata {
namespace {

bool by_name_alone(const std::string& key) {
  return key[0] == 'n' || key[0] == 'c' || key[0] == 'd';
}

/// Disjoint sets with what their members say, for the check of conflicts.
class Groups {
 public:
  Groups(std::span<const EntityProfile> profiles, const CannotLinks& cannot_links)
      : profiles_(profiles), parent_(profiles.size()), members_(profiles.size()) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
    for (std::size_t i = 0; i < profiles.size(); ++i) members_[i].distinct.push_back(i);
    for (const auto& [a, b] : cannot_links) {
      members_[a].excluded.push_back(b);
      members_[b].excluded.push_back(a);
    }
  }

  std::size_t find(std::size_t i) {
    while (parent_[i] != i) {
      parent_[i] = parent_[parent_[i]];
      i = parent_[i];
    }
    return i;
  }

  /// Joins the groups of `a` and `b` unless they exclude each other; true if they are new friends.
  bool join(std::size_t left, std::size_t right, const MayJoin& may_join) {
    std::size_t a = find(left);
    std::size_t b = find(right);
    if (a == b || exclude(a, b) || (may_join && !may_join(left, right))) return false;
    if (b < a) std::swap(a, b);
    parent_[b] = a;
    Members& into = members_[a];
    Members& from = members_[b];
    into.excluded.insert(into.excluded.end(), from.excluded.begin(), from.excluded.end());
    for (const std::size_t i : from.distinct) {
      const bool known =
          std::any_of(into.distinct.begin(), into.distinct.end(),
                      [&](std::size_t j) { return alike(profiles_[i], profiles_[j]); });
      if (!known) into.distinct.push_back(i);
    }
    from = Members();
    return true;
  }

 private:
  struct Members {
    std::vector<std::size_t> distinct;  ///< one for each way to conflict
    std::vector<std::size_t> excluded;  ///< profiles that must stay out
  };

  /// Whatever conflicts with one of them conflicts with the other.
  static bool alike(const EntityProfile& a, const EntityProfile& b) {
    if (a.names.empty() != b.names.empty()) return false;
    if (!a.names.empty() && (a.names.front().words != b.names.front().words ||
                             a.names.front().suffix != b.names.front().suffix)) {
      return false;
    }
    return a.type == b.type && a.gender == b.gender && a.country == b.country &&
           a.of_country == b.of_country;
  }

  bool exclude(std::size_t a, std::size_t b) {
    for (const auto& [from, to] : {std::pair(a, b), std::pair(b, a)}) {
      for (const std::size_t i : members_[from].excluded) {
        if (find(i) == to) return true;
      }
    }
    for (const std::size_t i : members_[a].distinct) {
      for (const std::size_t j : members_[b].distinct) {
        if (find_conflict(profiles_[i], profiles_[j])) return true;
      }
    }
    return false;
  }

  std::span<const EntityProfile> profiles_;
  std::vector<std::size_t> parent_;
  std::vector<Members> members_;
};

}  // namespace

std::vector<CandidatePair> find_candidates(std::span<const EntityProfile> profiles,
                                           const NameCounts& counts, Scope scope,
                                           const Lexicon& lexicon) {
  std::vector<std::size_t> order(profiles.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return profiles[a].entity < profiles[b].entity; });
  std::unordered_map<std::string, std::vector<std::size_t>> blocks;
  for (const std::size_t i : order) {
    for (std::string& key : block_keys(profiles[i], scope)) blocks[std::move(key)].push_back(i);
  }
  std::set<std::pair<std::size_t, std::size_t>> compared;
  for (const auto& [key, members] : blocks) {
    if (members.size() < 2) continue;
    // The first of each distinct name; where the key is the name, the first that can be the same.
    std::vector<std::size_t> firsts;
    std::map<std::tuple<std::string, EntityType, std::string, std::string>, std::size_t> seen;
    for (const std::size_t i : members) {
      const EntityProfile& profile = profiles[i];
      const auto [it, is_new] = seen.try_emplace(
          {main_key(profile), profile.type, profile.gender, profile.of_country}, i);
      if (is_new) {
        firsts.push_back(i);
      } else {
        compared.emplace(std::min(i, it->second), std::max(i, it->second));
      }
    }
    if (firsts.size() > kMaxNamesInBlock && !by_name_alone(key)) continue;
    const std::size_t limit = std::min(firsts.size(), kMaxNamesInBlock);
    for (std::size_t a = 0; a < limit; ++a) {
      for (const std::size_t b : members) {
        if (firsts[a] == b) continue;
        if (by_name_alone(key) && seen.size() == 1) continue;
        compared.emplace(std::min(firsts[a], b), std::max(firsts[a], b));
      }
    }
  }
  std::vector<CandidatePair> pairs;
  for (const auto& [left, right] : compared) {
    PairScore score = score_pair(profiles[left], profiles[right], counts, scope, lexicon);
    if (score.score >= kMergeThreshold) pairs.push_back({left, right, std::move(score)});
  }
  return pairs;
}

std::vector<std::vector<std::size_t>> find_components(std::size_t profiles,
                                                      std::span<const CandidatePair> pairs) {
  boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS> graph(profiles);
  for (const CandidatePair& pair : pairs) boost::add_edge(pair.left, pair.right, graph);
  std::vector<std::size_t> component(profiles);
  const std::size_t count =
      profiles == 0 ? 0 : boost::connected_components(graph, component.data());
  std::vector<std::vector<std::size_t>> members(count);
  for (std::size_t i = 0; i < profiles; ++i) members[component[i]].push_back(i);
  std::erase_if(members, [](const auto& list) { return list.size() < 2; });
  std::sort(members.begin(), members.end());
  return members;
}

Clustering cluster(std::span<const EntityProfile> profiles, std::vector<CandidatePair> pairs,
                   const CannotLinks& cannot_links, const MayJoin& may_join) {
  const auto id = [&](std::size_t i) -> const std::string& { return profiles[i].entity; };
  for (CandidatePair& pair : pairs) {
    if (id(pair.right) < id(pair.left)) std::swap(pair.left, pair.right);
  }
  std::sort(pairs.begin(), pairs.end(), [&](const CandidatePair& a, const CandidatePair& b) {
    if (a.score.score != b.score.score) return a.score.score > b.score.score;
    return std::tie(id(a.left), id(a.right), a.score.reason) <
           std::tie(id(b.left), id(b.right), b.score.reason);
  });
  Groups groups(profiles, cannot_links);
  Clustering result;
  for (CandidatePair& pair : pairs) {
    if (groups.join(pair.left, pair.right, may_join)) result.merges.push_back(std::move(pair));
  }
  result.cluster_of.resize(profiles.size());
  for (std::size_t i = 0; i < profiles.size(); ++i) result.cluster_of[i] = groups.find(i);
  return result;
}

}  // namespace relata

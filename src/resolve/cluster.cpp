#include "relata/resolve/cluster.hpp"

#include <algorithm>
#include <boost/pending/disjoint_sets.hpp>
#include <numeric>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>

namespace relata {
namespace {

/// Whether a pair may bring two entities of one document together that were apart in it.
enum class Strength { kWeak, kStrong };

/// Disjoint sets with what their members say, for the check of conflicts.
class Groups {
 public:
  Groups(std::span<const EntityProfile> profiles, const CannotLinks& cannot_links)
      : profiles_(profiles), parent_(profiles.size()), members_(profiles.size()) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
    for (std::size_t i = 0; i < profiles.size(); ++i) {
      members_[i].distinct.push_back(i);
      members_[i].all.push_back(i);
    }
    for (const auto& [a, b] : cannot_links) {
      members_[a].excluded.emplace_back(a, b);
      members_[b].excluded.emplace_back(b, a);
    }
  }

  std::size_t find(std::size_t i) {
    while (parent_[i] != i) {
      parent_[i] = parent_[parent_[i]];
      i = parent_[i];
    }
    return i;
  }

  /// Joins the groups of the two, which are not one, unless something forbids it, which is given
  /// then. A weak pair chooses one entity of each document.
  std::optional<Obstacle> join(std::size_t left, std::size_t right, Strength strength,
                               const ClusterHooks& hooks) {
    std::size_t a = find(left);
    std::size_t b = find(right);
    if (std::optional<Obstacle> obstacle = find_obstacle(a, b)) return obstacle;
    if (strength == Strength::kWeak && share_document(a, b)) {
      return Obstacle{left, right, "two of one document"};
    }
    if (hooks.may_join && !hooks.may_join(left, right)) {
      return Obstacle{left, right, std::string(kDecisionObstacle)};
    }
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
    into.all.insert(into.all.end(), from.all.begin(), from.all.end());
    from = Members();
    return std::nullopt;
  }

 private:
  struct Members {
    std::vector<std::size_t> distinct;                          ///< one for each way to conflict
    std::vector<std::pair<std::size_t, std::size_t>> excluded;  ///< member, who must stay out
    std::vector<std::size_t> all;
  };

  bool share_document(std::size_t a, std::size_t b) const {
    std::set<std::string_view> documents;
    for (const std::size_t i : members_[a].all) documents.insert(profiles_[i].doc);
    return std::any_of(members_[b].all.begin(), members_[b].all.end(),
                       [&](std::size_t i) { return documents.contains(profiles_[i].doc); });
  }

  /// Whatever conflicts with one of them conflicts with the other.
  static bool alike(const EntityProfile& a, const EntityProfile& b) {
    if (a.names.empty() != b.names.empty()) return false;
    if (!a.names.empty() && (a.names.front().words != b.names.front().words ||
                             a.names.front().suffix != b.names.front().suffix)) {
      return false;
    }
    // "the Peruvian army" excludes more than "the army".
    if (a.names.empty() && a.descriptions != b.descriptions) return false;
    return a.type == b.type && a.gender == b.gender && a.age == b.age && a.country == b.country &&
           a.of_country == b.of_country && a.inside == b.inside && a.region == b.region;
  }

  /// No person by the tagger, in a group with the person of that full name: it is who the person
  /// is, and says nothing of its own against others ("Larnex", beside Ana Larnex, a place).
  bool is_mistaken_for_thing(std::size_t group, std::size_t member) const {
    const EntityProfile& thing = profiles_[member];
    if (thing.type == EntityType::kPerson || thing.names.empty()) return false;
    const Members& members = members_[group];
    return std::any_of(members.distinct.begin(), members.distinct.end(), [&](std::size_t other) {
      const EntityProfile& person = profiles_[other];
      return person.type == EntityType::kPerson && !person.names.empty() &&
             person.names.front().words.size() > 1 &&
             person.names.front().words == thing.names.front().words;
    });
  }

  /// Of two groups.
  std::optional<Obstacle> find_obstacle(std::size_t a, std::size_t b) {
    for (const auto& [from, to] : {std::pair(a, b), std::pair(b, a)}) {
      for (const auto& [member, other] : members_[from].excluded) {
        if (find(other) == to) return Obstacle{member, other, std::string(kRelationObstacle)};
      }
    }
    for (const std::size_t i : members_[a].distinct) {
      for (const std::size_t j : members_[b].distinct) {
        const auto conflict = find_conflict(profiles_[i], profiles_[j]);
        if (!conflict) continue;
        const bool of_types = (profiles_[i].type == EntityType::kPerson) !=
                              (profiles_[j].type == EntityType::kPerson);
        if (of_types && (is_mistaken_for_thing(a, i) || is_mistaken_for_thing(b, j))) continue;
        return Obstacle{i, j, std::string(*conflict)};
      }
    }
    return std::nullopt;
  }

  std::span<const EntityProfile> profiles_;
  std::vector<std::size_t> parent_;
  std::vector<Members> members_;
};

}  // namespace

std::vector<std::vector<std::size_t>> find_components(std::size_t profiles,
                                                      std::span<const ScoredPair> pairs) {
  std::vector<std::uint32_t> parent(profiles);
  std::iota(parent.begin(), parent.end(), std::uint32_t{0});
  std::vector<std::uint8_t> rank(profiles, 0);
  boost::disjoint_sets sets(rank.data(), parent.data());
  for (const ScoredPair& pair : pairs) sets.union_set(pair.left, pair.right);
  std::vector<std::uint32_t> size(profiles, 0);
  for (std::uint32_t i = 0; i < profiles; ++i) ++size[sets.find_set(i)];
  constexpr auto kNone = static_cast<std::uint32_t>(-1);
  std::vector<std::uint32_t> component_of(profiles, kNone);  // of a set's root
  std::vector<std::vector<std::size_t>> components;
  for (std::uint32_t i = 0; i < profiles; ++i) {
    const std::uint32_t root = sets.find_set(i);
    if (size[root] < 2) continue;
    if (component_of[root] == kNone) {
      component_of[root] = static_cast<std::uint32_t>(components.size());
      components.emplace_back().reserve(size[root]);
    }
    components[component_of[root]].push_back(i);
  }
  return components;
}

Clustering cluster(std::span<const EntityProfile> profiles, std::vector<CandidatePair> pairs,
                   const CannotLinks& cannot_links, const ClusterHooks& hooks) {
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
    if (groups.find(pair.left) == groups.find(pair.right)) continue;
    // Within a document all pairs are of one, and its coreference has left them open.
    const bool weak =
        pair.score.score < kOnePerDocument && profiles[pair.left].doc != profiles[pair.right].doc;
    if (const auto obstacle =
            groups.join(pair.left, pair.right, weak ? Strength::kWeak : Strength::kStrong, hooks)) {
      if (hooks.refused) hooks.refused(pair, *obstacle);
    } else {
      result.merges.push_back(std::move(pair));
    }
  }
  result.cluster_of.resize(profiles.size());
  for (std::size_t i = 0; i < profiles.size(); ++i) result.cluster_of[i] = groups.find(i);
  return result;
}

}  // namespace relata

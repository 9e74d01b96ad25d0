#include "relata/resolve/explanation.hpp"

#include <algorithm>
#include <deque>
#include <map>
#include <string_view>
#include <tuple>
#include <unordered_map>

#include "resolve/document_profiles.hpp"
#include "resolve/pair_features.hpp"

namespace relata {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);
/// Units of either side that are put side by side where no chain leads from one to the other.
constexpr std::size_t kMostCompared = 64;

/// One step that resolution took, or refused to take.
struct Edge {
  std::size_t left = 0, right = 0;  ///< numbers of entities
  const TracedPair* pair = nullptr;
  const Merge* decision = nullptr;  ///< instead of a pair
  bool refused = false;
};

class Explainer {
 public:
  Explainer(const std::vector<DocumentRecords>& documents, const Resolution& resolution,
            const ResolutionTrace& trace, const Lexicon& lexicon)
      : documents_(documents), trace_(trace), lexicon_(lexicon) {
    for (std::size_t d = 0; d < documents.size(); ++d) {
      first_entity_.push_back(number_.size());
      for (const EntityRecord& entity : documents[d].entities) {
        number_.emplace(entity.entity, number_.size());
        document_of_.push_back(d);
      }
    }
    for (const TracedPair& pair : trace.pairs) {
      edges_.push_back(
          {number_.at(pair.left), number_.at(pair.right), &pair, nullptr, !pair.joined});
    }
    for (const Merge& merge : resolution.merges) {
      if (merge.reason != "decision") continue;
      edges_.push_back({number_.at(merge.left), number_.at(merge.right), nullptr, &merge, false});
    }
    edges_of_.resize(number_.size());
    for (std::size_t i = 0; i < edges_.size(); ++i) {
      edges_of_[edges_[i].left].push_back(i);
      edges_of_[edges_[i].right].push_back(i);
    }
  }

  Explanation run(const std::vector<std::size_t>& left, const std::vector<std::size_t>& right,
                  bool is_one) {
    Explanation explanation;
    explanation.is_one = is_one;
    const auto chain = find_chain(left, right);
    if (!chain) {
      explanation.steps.push_back(most_alike(left, right));
      return explanation;
    }
    explanation.is_chain = true;
    for (const auto& [from, edge] : *chain)
      explanation.steps.push_back(explain(from, edges_[edge]));
    return explanation;
  }

 private:
  /// From some entity of `left` to one of `right`, past as few refusals as can be: where each step
  /// starts and the edge it takes.
  using Chain = std::vector<std::pair<std::size_t, std::size_t>>;
  std::optional<Chain> find_chain(const std::vector<std::size_t>& left,
                                  const std::vector<std::size_t>& right) const {
    std::vector<std::size_t> cost(number_.size(), kNone);
    std::vector<std::size_t> reached_by(number_.size(), kNone);
    std::deque<std::size_t> next;
    for (const std::size_t entity : left) {
      cost[entity] = 0;
      next.push_back(entity);
    }
    while (!next.empty()) {
      const std::size_t entity = next.front();
      next.pop_front();
      for (const std::size_t i : edges_of_[entity]) {
        const Edge& edge = edges_[i];
        const std::size_t other = edge.left == entity ? edge.right : edge.left;
        const std::size_t reached = cost[entity] + (edge.refused ? 1 : 0);
        if (cost[other] <= reached) continue;
        cost[other] = reached;
        reached_by[other] = i;
        edge.refused ? next.push_back(other) : next.push_front(other);
      }
    }
    std::size_t end = kNone;
    for (const std::size_t entity : right) {
      if (cost[entity] != kNone && (end == kNone || cost[entity] < cost[end])) end = entity;
    }
    if (end == kNone) return std::nullopt;
    Chain chain;
    while (reached_by[end] != kNone) {
      const Edge& edge = edges_[reached_by[end]];
      const std::size_t from = edge.left == end ? edge.right : edge.left;
      chain.emplace_back(from, reached_by[end]);
      end = from;
    }
    std::reverse(chain.begin(), chain.end());
    return chain;
  }

  const std::string& id_of(std::size_t entity) const {
    const std::size_t d = document_of_[entity];
    return documents_[d].entities[entity - first_entity_[d]].entity;
  }

  PairExplanation explain(std::size_t from, const Edge& edge) const {
    const std::size_t to = edge.left == from ? edge.right : edge.left;
    PairExplanation step;
    if (edge.decision != nullptr) {
      step.left = id_of(from);
      step.right = id_of(to);
      step.total = {1, "decision", edge.decision->evidence};
      step.compared = true;
      return step;
    }
    step = compare(from, to, edge.pair->scope);
    // The way the run saw it; the same unless the document says more than names do.
    step.total = edge.pair->score;
    step.compared = true;
    // What no name says, a sentence or a key of the text did.
    std::erase_if(step.features, [](const PairFeature& feature) {
      return feature.name == "keys" || (feature.name == "names" && feature.weight <= 0);
    });
    step.obstacle = edge.pair->obstacle;
    step.obstacle_left = edge.pair->obstacle_left;
    step.obstacle_right = edge.pair->obstacle_right;
    return step;
  }

  PairExplanation compare(std::size_t left, std::size_t right, Scope scope) const {
    if (scope == Scope::kCorpus) {
      return describe_pair(unit(left), unit(right), trace_.counts, scope, lexicon_);
    }
    const std::size_t d = document_of_[left];
    const std::vector<EntityProfile> profiles = document_profiles(documents_[d], lexicon_);
    return describe_pair(profiles[left - first_entity_[d]], profiles[right - first_entity_[d]],
                         count_names(profiles, scope), scope, lexicon_);
  }

  const EntityProfile& unit(std::size_t entity) const {
    return trace_.units[trace_.unit_of[entity]];
  }

  /// The most mentioned first, whose names say most.
  std::vector<std::size_t> by_mentions(std::vector<std::size_t> entities) const {
    std::stable_sort(entities.begin(), entities.end(), [&](std::size_t a, std::size_t b) {
      return unit(a).mentions > unit(b).mentions;
    });
    return entities;
  }

  PairExplanation most_alike(const std::vector<std::size_t>& lefts,
                             const std::vector<std::size_t>& rights) const {
    const std::vector<std::size_t> left = by_mentions(lefts);
    const std::vector<std::size_t> right = by_mentions(rights);
    const auto rank = [](const PairExplanation& pair) {
      double weight = 0;
      std::size_t favours = 0;
      for (const PairFeature& feature : pair.features) {
        weight = std::max(weight, feature.weight);
        favours += feature.effect == PairFeature::Effect::kFor ? 1U : 0U;
      }
      return std::tuple(pair.total.score, pair.compared, weight, favours);
    };
    std::optional<PairExplanation> best;
    for (std::size_t i = 0; i < std::min(left.size(), kMostCompared); ++i) {
      for (std::size_t j = 0; j < std::min(right.size(), kMostCompared); ++j) {
        const bool same_document = document_of_[left[i]] == document_of_[right[j]];
        PairExplanation pair =
            compare(left[i], right[j], same_document ? Scope::kDocument : Scope::kCorpus);
        if (!best || rank(pair) > rank(*best)) best = std::move(pair);
      }
    }
    return best.value_or(PairExplanation{});
  }

  const std::vector<DocumentRecords>& documents_;
  const ResolutionTrace& trace_;
  const Lexicon& lexicon_;
  std::unordered_map<std::string_view, std::size_t> number_;  ///< of entities, in order
  std::vector<std::size_t> document_of_, first_entity_;
  std::vector<Edge> edges_;
  std::vector<std::vector<std::size_t>> edges_of_;
};

}  // namespace

Explanation explain_entities(const std::vector<DocumentRecords>& documents,
                             const Resolution& resolution, const ResolutionTrace& trace,
                             const std::vector<std::size_t>& left,
                             const std::vector<std::size_t>& right, const Lexicon& lexicon) {
  const bool is_one = resolution.cluster_of[left.front()] == resolution.cluster_of[right.front()];
  return Explainer(documents, resolution, trace, lexicon).run(left, right, is_one);
}

}  // namespace relata

#include "analysis/tree_decoder.hpp"

#include <cmath>
#include <cstdint>

namespace relata {
namespace {

/// Of an arc, or of the difference of two. Added and compared like a number.
struct Weight {
  std::int64_t tier = 0;  ///< −1 for a root arc, far below for a forbidden one
  double score = 0;

  friend Weight operator-(Weight a, Weight b) { return {a.tier - b.tier, a.score - b.score}; }
  friend bool operator>(Weight a, Weight b) {
    return a.tier != b.tier ? a.tier > b.tier : a.score > b.score;
  }
};

constexpr std::int64_t kForbidden = -1'000'000;      // below any number of root arcs
constexpr std::int64_t kNoArc = -1'000'000'000'000;  // below any number of forbidden arcs

/// Weights of all arcs of a graph whose node 0 is the root.
class Graph {
 public:
  explicit Graph(std::size_t nodes) : nodes_(nodes), weights_(nodes * nodes, {kNoArc, 0}) {}

  std::size_t nodes() const { return nodes_; }
  Weight& at(std::size_t dependent, std::size_t head) {
    return weights_[dependent * nodes_ + head];
  }
  Weight at(std::size_t dependent, std::size_t head) const {
    return weights_[dependent * nodes_ + head];
  }
  /// The first of the best.
  std::size_t best_head(std::size_t dependent) const {
    std::size_t best = 0;
    for (std::size_t h = 1; h < nodes_; ++h) {
      if (at(dependent, h) > at(dependent, best)) best = h;
    }
    return best;
  }

 private:
  std::size_t nodes_;
  std::vector<Weight> weights_;
};

/// The nodes of some cycle of `heads` in its order, or none; heads[0] is not read.
std::vector<std::size_t> find_cycle(const std::vector<std::size_t>& heads) {
  enum class Mark : unsigned char { kNew, kOnPath, kDone };
  std::vector<Mark> marks(heads.size(), Mark::kNew);
  std::vector<std::size_t> path;
  for (std::size_t start = 1; start < heads.size(); ++start) {
    path.clear();
    std::size_t node = start;
    while (node != 0 && marks[node] == Mark::kNew) {
      marks[node] = Mark::kOnPath;
      path.push_back(node);
      node = heads[node];
    }
    if (node != 0 && marks[node] == Mark::kOnPath) {
      std::vector<std::size_t> cycle = {node};
      for (std::size_t next = heads[node]; next != node; next = heads[next]) cycle.push_back(next);
      return cycle;
    }
    for (std::size_t done : path) marks[done] = Mark::kDone;
  }
  return {};
}

/// Best heads of the nodes 1, 2, …; entry 0 means nothing.
std::vector<std::size_t> best_arborescence(const Graph& graph) {
  const std::size_t nodes = graph.nodes();
  std::vector<std::size_t> heads(nodes, 0);
  for (std::size_t d = 1; d < nodes; ++d) heads[d] = graph.best_head(d);
  const std::vector<std::size_t> cycle = find_cycle(heads);
  if (cycle.empty()) return heads;

  std::vector<bool> inside(nodes, false);
  for (std::size_t node : cycle) inside[node] = true;
  std::vector<std::size_t> outer;  // old numbers of the nodes that stay
  for (std::size_t node = 0; node < nodes; ++node) {
    if (!inside[node]) outer.push_back(node);
  }
  // The cycle becomes the last node of a smaller graph.
  const std::size_t contracted = outer.size();
  Graph small(contracted + 1);
  std::vector<std::size_t> leave_to(contracted, 0);  // node of the cycle that outer k hangs from
  std::vector<std::size_t> enter_at(contracted, 0);  // node of the cycle that outer k takes over
  for (std::size_t k = 0; k < contracted; ++k) {
    for (std::size_t j = 0; j < contracted; ++j) small.at(k, j) = graph.at(outer[k], outer[j]);
    leave_to[k] = cycle.front();
    enter_at[k] = cycle.front();
    Weight entering =
        graph.at(cycle.front(), outer[k]) - graph.at(cycle.front(), heads[cycle.front()]);
    for (std::size_t node : cycle) {
      if (graph.at(outer[k], node) > graph.at(outer[k], leave_to[k])) leave_to[k] = node;
      const Weight gain = graph.at(node, outer[k]) - graph.at(node, heads[node]);
      if (gain > entering) {
        entering = gain;
        enter_at[k] = node;
      }
    }
    small.at(k, contracted) = graph.at(outer[k], leave_to[k]);
    small.at(contracted, k) = entering;
  }

  const std::vector<std::size_t> solved = best_arborescence(small);
  for (std::size_t k = 1; k < contracted; ++k) {
    heads[outer[k]] = solved[k] == contracted ? leave_to[k] : outer[solved[k]];
  }
  heads[enter_at[solved[contracted]]] = outer[solved[contracted]];
  return heads;
}

Graph weigh(const ArcScores& scores) {
  Graph graph(scores.words() + 1);
  for (std::size_t d = 1; d <= scores.words(); ++d) {
    for (std::size_t h = 0; h <= scores.words(); ++h) {
      if (h == d) continue;
      const float score = scores.score(d, h);
      const bool forbidden = std::isinf(score) && score < 0;
      graph.at(d, h) = {(forbidden ? kForbidden : 0) - (h == 0 ? 1 : 0),
                        forbidden ? 0 : static_cast<double>(score)};
    }
  }
  return graph;
}

}  // namespace

std::vector<std::size_t> decode_tree(const ArcScores& scores) {
  const std::size_t words = scores.words();
  std::vector<std::size_t> heads(words + 1, 0);
  std::size_t roots = 0;
  for (std::size_t d = 1; d <= words; ++d) {
    for (std::size_t h = 1; h <= words; ++h) {
      if (h != d && scores.score(d, h) > scores.score(d, heads[d])) heads[d] = h;
    }
    roots += heads[d] == 0 ? 1 : 0;
  }
  if (roots != 1 || !find_cycle(heads).empty()) heads = best_arborescence(weigh(scores));
  heads.erase(heads.begin());
  return heads;
}

}  // namespace relata

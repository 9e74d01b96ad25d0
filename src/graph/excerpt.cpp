#include "relata/graph/excerpt.hpp"

#include <algorithm>
#include <boost/range/iterator_range.hpp>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "graph/node_facts.hpp"

namespace relata {
namespace {

constexpr std::size_t kGone = static_cast<std::size_t>(-1);

/// `date`, YYYY[-MM[-DD]], filled up from a pattern of a whole day; a time of the day is cut off.
std::string fill_up(std::string_view date, std::string_view pattern) {
  date = date.substr(0, pattern.size());
  return std::string(date) + std::string(pattern.substr(date.size()));
}

/// As strings compare: a 31st that a month lacks is still before the next month.
std::string first_day(std::string_view date) { return fill_up(date, "0000-01-01"); }
std::string last_day(std::string_view date) { return fill_up(date, "0000-12-31"); }

class Period {
 public:
  Period(std::string_view since, std::string_view until)
      : since_(since.empty() ? std::string() : first_day(since)),
        until_(until.empty() ? std::string() : last_day(until)) {}

  bool is_bounded() const { return !since_.empty() || !until_.empty(); }

  /// Whether a normalised time, a date or an interval of which one end may be open, has a day in
  /// the period.
  bool meets(std::string_view time) const {
    const std::size_t slash = time.find('/');
    const std::string_view from = time.substr(0, slash);
    const std::string_view until = slash == std::string_view::npos ? from : time.substr(slash + 1);
    const bool starts = until_.empty() || from == ".." || first_day(from) <= until_;
    const bool ends = since_.empty() || until == ".." || last_day(until) >= since_;
    return starts && ends;
  }

 private:
  std::string since_, until_;
};

bool is_time(std::string_view time) {
  return !time.empty() && ((time[0] >= '0' && time[0] <= '9') || time.starts_with("../"));
}

class Cutter {
 public:
  Cutter(const EntityGraph& whole, const ExcerptOptions& options)
      : whole_(whole),
        options_(options),
        period_(options.since, options.until),
        kept_(boost::num_vertices(whole.graph), true) {}

  Excerpt run() {
    keep_classes();
    keep_edges();
    if (options_.centre) keep_around(*options_.centre);
    if (options_.top) keep_top(*options_.top);
    return cut();
  }

 private:
  using Edge = BoostGraph::edge_descriptor;

  std::size_t source_of(const Edge& edge) const { return boost::source(edge, whole_.graph); }
  std::size_t target_of(const Edge& edge) const { return boost::target(edge, whole_.graph); }
  bool is_centre(std::size_t vertex) const { return options_.centre == vertex; }

  void keep_classes() {
    if (options_.classes.empty()) return;
    for (std::size_t vertex = 0; vertex < kept_.size(); ++vertex) {
      kept_[vertex] =
          is_centre(vertex) || options_.classes.contains(whole_.graph[vertex].node_class);
    }
  }

  bool cuts_facts() const {
    return period_.is_bounded() || options_.min_support > 0 || options_.min_confidence > 0;
  }

  bool keeps(const Fact& fact) const {
    if (fact.support < options_.min_support || fact.confidence < options_.min_confidence) {
      return false;
    }
    if (!period_.is_bounded()) return true;
    return std::any_of(fact.evidence.begin(), fact.evidence.end(), [&](const Evidence& evidence) {
      const std::string& date = whole_.documents[evidence.document].date;
      const std::string& time = is_time(evidence.time) ? evidence.time : date;
      return !time.empty() && period_.meets(time);
    });
  }

  void keep_edges() {
    std::vector<bool> joined(kept_.size(), false);
    for (const Edge edge : boost::make_iterator_range(boost::edges(whole_.graph))) {
      if (!kept_[source_of(edge)] || !kept_[target_of(edge)]) continue;
      if (!keeps(whole_.graph[edge])) continue;
      edges_.push_back(edge);
      joined[source_of(edge)] = true;
      joined[target_of(edge)] = true;
    }
    if (!cuts_facts()) return;
    for (std::size_t vertex = 0; vertex < kept_.size(); ++vertex) {
      kept_[vertex] = kept_[vertex] && (joined[vertex] || is_centre(vertex));
    }
  }

  void keep_around(std::size_t centre) {
    std::vector<std::vector<std::size_t>> neighbours(kept_.size());
    for (const Edge& edge : edges_) {
      neighbours[source_of(edge)].push_back(target_of(edge));
      neighbours[target_of(edge)].push_back(source_of(edge));
    }
    kept_.assign(kept_.size(), false);
    kept_[centre] = true;
    std::vector<std::size_t> rim{centre};
    for (std::size_t depth = 0; depth < options_.depth && !rim.empty(); ++depth) {
      std::vector<std::size_t> next;
      for (const std::size_t vertex : rim) {
        for (const std::size_t neighbour : neighbours[vertex]) {
          if (kept_[neighbour]) continue;
          kept_[neighbour] = true;
          next.push_back(neighbour);
        }
      }
      rim = std::move(next);
    }
  }

  void keep_top(std::size_t top) {
    std::vector<std::uint64_t> support(kept_.size(), 0);
    for (const Edge& edge : edges_) {
      if (!stays(edge) || source_of(edge) == target_of(edge)) continue;
      support[source_of(edge)] += whole_.graph[edge].support;
      support[target_of(edge)] += whole_.graph[edge].support;
    }
    std::vector<std::size_t> order;
    for (std::size_t vertex = 0; vertex < kept_.size(); ++vertex) {
      if (kept_[vertex]) order.push_back(vertex);
    }
    // Vertices are in the order of their ids.
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      const auto rank = [&](std::size_t vertex) {
        return std::tuple(is_centre(vertex), support[vertex], whole_.graph[vertex].mentions);
      };
      return rank(b) < rank(a);
    });
    order.resize(std::min(order.size(), top));
    kept_.assign(kept_.size(), false);
    for (const std::size_t vertex : order) kept_[vertex] = true;
  }

  bool stays(const Edge& edge) const { return kept_[source_of(edge)] && kept_[target_of(edge)]; }

  Excerpt cut() {
    Excerpt excerpt;
    std::vector<std::size_t> place(kept_.size(), kGone);
    for (std::size_t vertex = 0; vertex < kept_.size(); ++vertex) {
      if (!kept_[vertex]) {
        label_of_gone_.emplace(whole_.graph[vertex].id, whole_.graph[vertex].label);
        continue;
      }
      place[vertex] = boost::add_vertex(whole_.graph[vertex], excerpt.graph.graph);
      excerpt.vertices.push_back(vertex);
    }
    for (const Edge& edge : edges_) {
      if (!stays(edge)) continue;
      Fact fact = whole_.graph[edge];
      name_holders(fact);
      boost::add_edge(place[source_of(edge)], place[target_of(edge)], fact, excerpt.graph.graph);
    }
    for (const LiteralFact& literal : whole_.literals) {
      if (place[literal.subject] == kGone || !keeps(literal)) continue;
      LiteralFact fact = literal;
      fact.subject = place[literal.subject];
      name_holders(fact);
      excerpt.graph.literals.push_back(std::move(fact));
    }
    keep_documents(excerpt.graph);
    set_node_facts(excerpt.graph);
    return excerpt;
  }

  void name_holders(Fact& fact) const {
    for (std::string& holder : fact.attributed_to) {
      if (const auto gone = label_of_gone_.find(holder); gone != label_of_gone_.end()) {
        holder = gone->second;
      }
    }
    std::sort(fact.attributed_to.begin(), fact.attributed_to.end());
    fact.attributed_to.erase(std::unique(fact.attributed_to.begin(), fact.attributed_to.end()),
                             fact.attributed_to.end());
  }

  void keep_documents(EntityGraph& graph) const {
    std::vector<std::size_t> place(whole_.documents.size(), kGone);
    for_each_fact(graph, [&](const Fact& fact) {
      for (const Evidence& evidence : fact.evidence) place[evidence.document] = 0;
    });
    for (std::size_t i = 0; i < place.size(); ++i) {
      if (place[i] == kGone) continue;
      place[i] = graph.documents.size();
      graph.documents.push_back(whole_.documents[i]);
    }
    for_each_fact(graph, [&](Fact& fact) {
      for (Evidence& evidence : fact.evidence) evidence.document = place[evidence.document];
    });
  }

  template <class Function>
  static void for_each_fact(EntityGraph& graph, Function function) {
    for (const Edge edge : boost::make_iterator_range(boost::edges(graph.graph))) {
      function(graph.graph[edge]);
    }
    for (LiteralFact& fact : graph.literals) function(fact);
  }

  const EntityGraph& whole_;
  const ExcerptOptions& options_;
  const Period period_;
  std::vector<bool> kept_;
  std::vector<Edge> edges_;  ///< that stay if their ends do
  std::unordered_map<std::string, std::string> label_of_gone_;
};

}  // namespace

bool cuts(const ExcerptOptions& options) {
  ExcerptOptions nothing;
  nothing.depth = options.depth;
  return !(options == nothing);
}

Excerpt cut_excerpt(const EntityGraph& whole, const ExcerptOptions& options) {
  return Cutter(whole, options).run();
}

}  // namespace relata

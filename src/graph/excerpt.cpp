#include "relata/graph/excerpt.hpp"

#include <algorithm>
#include <boost/range/iterator_range.hpp>
#include <memory>
#include <span>
#include <string>
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
  Cutter(const EntityGraph& whole, const ExcerptOptions& options,
         const std::shared_ptr<SpoolRoom>& room)
      : whole_(whole),
        options_(options),
        room_(room),
        period_(options.since, options.until),
        evidence_(whole.evidence),
        kept_(boost::num_vertices(whole.graph), true) {}

  Excerpt run() {
    keep_classes();
    keep_edges();
    if (options_.centre) keep_around(*options_.centre);
    if (options_.top) keep_top(*options_.top);
    return cut();
  }

 private:
  Vertex source_of(const GraphEdge& edge) const { return boost::source(edge, whole_.graph); }
  Vertex target_of(const GraphEdge& edge) const { return boost::target(edge, whole_.graph); }
  bool is_centre(std::size_t vertex) const { return options_.centre == vertex; }

  void keep_classes() {
    if (options_.classes.empty()) return;
    for (Vertex vertex = 0; vertex < kept_.size(); ++vertex) {
      kept_[vertex] =
          is_centre(vertex) || options_.classes.contains(whole_.graph[vertex].node_class);
    }
  }

  bool cuts_facts() const {
    return period_.is_bounded() || options_.min_support > 0 || options_.min_confidence > 0;
  }

  bool keeps(const Fact& fact) {
    if (fact.support < options_.min_support || fact.confidence < options_.min_confidence) {
      return false;
    }
    if (!period_.is_bounded()) return true;
    const std::span<const Evidence> all = evidence_.read(fact.evidence);
    return std::any_of(all.begin(), all.end(), [&](const Evidence& evidence) {
      const std::string& date = whole_.documents[evidence.document].date;
      const std::string& time = is_time(evidence.time) ? evidence.time : date;
      return !time.empty() && period_.meets(time);
    });
  }

  void keep_edges() {
    std::vector<bool> joined(kept_.size(), false);
    for (const GraphEdge edge : boost::make_iterator_range(boost::edges(whole_.graph))) {
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
    for (const GraphEdge& edge : edges_) {
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
    for (const GraphEdge& edge : edges_) {
      if (!stays(edge) || source_of(edge) == target_of(edge)) continue;
      support[source_of(edge)] += whole_.graph[edge].support;
      support[target_of(edge)] += whole_.graph[edge].support;
    }
    std::vector<Vertex> order;
    for (Vertex vertex = 0; vertex < kept_.size(); ++vertex) {
      if (kept_[vertex]) order.push_back(vertex);
    }
    // Vertices are in the order of their ids.
    std::stable_sort(order.begin(), order.end(), [&](Vertex a, Vertex b) {
      const auto rank = [&](Vertex vertex) {
        return std::tuple(is_centre(vertex), support[vertex], whole_.graph[vertex].mentions);
      };
      return rank(b) < rank(a);
    });
    order.resize(std::min(order.size(), top));
    kept_.assign(kept_.size(), false);
    for (const Vertex vertex : order) kept_[vertex] = true;
  }

  bool stays(const GraphEdge& edge) const {
    return kept_[source_of(edge)] && kept_[target_of(edge)];
  }

  Excerpt cut() {
    Excerpt excerpt;
    GraphDraft draft;
    std::vector<std::size_t> place(kept_.size(), kGone);
    for (Vertex vertex = 0; vertex < kept_.size(); ++vertex) {
      const Node& node = whole_.graph[vertex];
      if (!kept_[vertex]) {
        label_of_gone_.emplace(node.id.str(), node.label);
        continue;
      }
      place[vertex] = draft.add_node(node);
      excerpt.vertices.push_back(vertex);
    }
    std::erase_if(edges_, [&](const GraphEdge& edge) { return !stays(edge); });
    std::vector<const LiteralFact*> literals;
    for (const LiteralFact& literal : whole_.literals) {
      if (place[literal.subject] != kGone && keeps(literal)) literals.push_back(&literal);
    }
    keep_sentences(literals, excerpt.graph);
    for (const GraphEdge& edge : edges_) {
      draft.add_edge(place[source_of(edge)], place[target_of(edge)],
                     cut_fact(whole_.graph[edge], excerpt.graph));
    }
    excerpt.graph.graph = draft.take();
    for (const LiteralFact* literal : literals) {
      LiteralFact fact = *literal;
      static_cast<Fact&>(fact) = cut_fact(*literal, excerpt.graph);
      fact.subject = static_cast<Vertex>(place[literal->subject]);
      excerpt.graph.literals.push_back(std::move(fact));
    }
    set_node_facts(excerpt.graph);
    return excerpt;
  }

  /// The sentences of all facts that stay, and their documents.
  void keep_sentences(const std::vector<const LiteralFact*>& literals, EntityGraph& graph) {
    graph.evidence = EvidenceStore(room_);
    const auto add = [&](const Fact& fact) {
      const std::span<const SentencePlace> places = evidence_.sentences(fact.evidence);
      sentences_.insert(sentences_.end(), places.begin(), places.end());
    };
    for (const GraphEdge& edge : edges_) add(whole_.graph[edge]);
    for (const LiteralFact* literal : literals) add(*literal);
    std::sort(sentences_.begin(), sentences_.end());
    sentences_.erase(std::unique(sentences_.begin(), sentences_.end()), sentences_.end());
    documents_.assign(whole_.documents.size(), kGone);
    SentenceReader reader(whole_.evidence);
    while (const GraphSentence* sentence = reader.next()) {
      if (!std::binary_search(sentences_.begin(), sentences_.end(), reader.place())) continue;
      std::size_t& document = documents_[sentence->document];
      if (document == kGone) {
        document = graph.documents.size();
        graph.documents.push_back(whole_.documents[sentence->document]);
      }
      cut_sentences_.push_back(graph.evidence.add_sentence(document, sentence->sentence));
    }
  }

  /// The fact as the excerpt has it, its evidence in the excerpt's store.
  Fact cut_fact(const Fact& whole, EntityGraph& graph) {
    Fact fact = whole;
    name_holders(fact);
    const std::span<const Evidence> read = evidence_.read(whole.evidence);
    std::vector<Evidence> evidence(read.begin(), read.end());
    for (Evidence& one : evidence) one.document = documents_[one.document];
    std::vector<SentencePlace> places;
    for (const SentencePlace place : evidence_.sentences(whole.evidence)) {
      const auto found = std::lower_bound(sentences_.begin(), sentences_.end(), place);
      places.push_back(cut_sentences_[static_cast<std::size_t>(found - sentences_.begin())]);
    }
    if (!evidence.empty()) fact.evidence = graph.evidence.add(evidence, places);
    return fact;
  }

  void name_holders(Fact& fact) const {
    std::vector<std::string> holders = fact.attributed_to.strings();
    for (std::string& holder : holders) {
      if (const auto gone = label_of_gone_.find(holder); gone != label_of_gone_.end()) {
        holder = gone->second.view();
      }
    }
    std::sort(holders.begin(), holders.end());
    holders.erase(std::unique(holders.begin(), holders.end()), holders.end());
    fact.attributed_to = holders;
  }

  const EntityGraph& whole_;
  const ExcerptOptions& options_;
  const std::shared_ptr<SpoolRoom>& room_;
  const Period period_;
  EvidenceReader evidence_;
  std::vector<bool> kept_;
  std::vector<GraphEdge> edges_;  ///< that stay if their ends do
  std::unordered_map<std::string, SharedText> label_of_gone_;
  std::vector<SentencePlace> sentences_;      ///< that stay, in the whole; sorted
  std::vector<SentencePlace> cut_sentences_;  ///< the same in the excerpt
  std::vector<std::size_t> documents_;        ///< of each of the whole, its place in the excerpt
};

}  // namespace

bool cuts(const ExcerptOptions& options) {
  ExcerptOptions nothing;
  nothing.depth = options.depth;
  return !(options == nothing);
}

Excerpt cut_excerpt(const EntityGraph& whole, const ExcerptOptions& options,
                    const std::shared_ptr<SpoolRoom>& room) {
  return Cutter(whole, options, room).run();
}

}  // namespace relata

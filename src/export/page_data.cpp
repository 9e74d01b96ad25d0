#include "export/page_data.hpp"

#include <algorithm>
#include <boost/range/iterator_range.hpp>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "export/appearance.hpp"
#include "export/clean_text.hpp"
#include "export/iri.hpp"
#include "export/page_reasons.hpp"
#include "export/page_texts.hpp"
#include "relata/core/json.hpp"
#include "relata/core/number.hpp"
#include "relata/graph/find_node.hpp"

namespace relata::detail {
namespace {

constexpr std::size_t kMaxLiterals = 100;  ///< facts without another entity, of one node

void write_signed(JsonWriter& json, double value) {
  json.raw(format_integer(static_cast<std::int64_t>(std::llround(value))));
}

class PageData {
 public:
  PageData(const EntityGraph& graph, const PageSelection& selection, const ExportOptions& options,
           const PageMerges& merges, const PageLimits& limits)
      : graph_(graph),
        selection_(selection),
        options_(options),
        limits_(limits),
        evidence_(graph.evidence) {
    for (std::size_t i = 0; i < selection.nodes.size(); ++i) {
      place_of_id_.emplace(graph.graph[selection.nodes[i]].id.str(), i);
    }
    collect_facts();
    reasons_ = collect_reasons(merges, place_of_id_, selection.nodes.size(), texts_);
    limit_evidence();
  }

  std::string write() {
    std::string text;
    JsonWriter json(text);
    json.begin_object();
    json.nonempty_field("generator", clean_line(options_.generator));
    write_counts(json);
    write_classes(json);
    write_nodes(json);
    write_facts(json);
    write_sentences(json);
    write_documents(json);
    json.key("texts");
    texts_.write(json);
    json.end_object();
    return text;
  }

 private:
  /// An edge or a literal fact of a node on the page.
  struct PageFact {
    const Fact* fact = nullptr;
    std::size_t source = 0;
    std::size_t target = PageSelection::kNotShown;  ///< of a literal
    const SharedText* literal = nullptr;
    std::size_t sentences = 0;
  };

  const Node& node(std::size_t place) const { return graph_.graph[selection_.nodes[place]]; }

  void collect_facts() {
    for (const GraphEdge& edge : selection_.edges) {
      facts_.push_back({&graph_.graph[edge],
                        selection_.of_vertex[boost::source(edge, graph_.graph)],
                        selection_.of_vertex[boost::target(edge, graph_.graph)]});
    }
    std::vector<std::vector<const LiteralFact*>> of_node(selection_.nodes.size());
    for (const LiteralFact& literal : graph_.literals) {
      const std::size_t place = selection_.of_vertex[literal.subject];
      if (place != PageSelection::kNotShown) of_node[place].push_back(&literal);
    }
    has_literals_.assign(of_node.size(), false);
    for (std::size_t place = 0; place < of_node.size(); ++place) {
      auto& literals = of_node[place];
      has_literals_[place] = !literals.empty();
      std::stable_sort(literals.begin(), literals.end(), [](const auto* a, const auto* b) {
        return std::tuple(a->support, a->confidence) > std::tuple(b->support, b->confidence);
      });
      literals.resize(std::min(literals.size(), kMaxLiterals));
      for (const LiteralFact* literal : literals) {
        facts_.push_back({literal, place, PageSelection::kNotShown, &literal->literal});
      }
    }
  }

  /// The largest number of sentences a fact may have so that all together stay within limits.
  void limit_evidence() {
    max_evidence_ = std::max<std::size_t>(limits_.evidence, 1);
    for (PageFact& one : facts_) {
      one.sentences = evidence_.best_of_each_sentence(one.fact->evidence).size();
    }
    const auto total = [&] {
      std::size_t sum = 0;
      for (const PageFact& one : facts_) sum += std::min(one.sentences, max_evidence_);
      return sum;
    };
    while (max_evidence_ > 1 && total() > limits_.sentences) {
      max_evidence_ = std::max<std::size_t>(max_evidence_ * 2 / 3, 1);
    }
  }

  void write_counts(JsonWriter& json) const {
    std::uint64_t asserted = 0, denied = 0, claimed = 0, possible = 0;
    const auto count = [&](const Fact& fact) {
      if (fact.status == Status::kClaimed) return ++claimed;
      if (fact.status == Status::kPossible) return ++possible;
      return fact.polarity == Polarity::kNegative ? ++denied : ++asserted;
    };
    for (const auto edge : boost::make_iterator_range(boost::edges(graph_.graph))) {
      count(graph_.graph[edge]);
    }
    json.key("counts");
    json.begin_object();
    json.integer_field("documents", graph_.documents.size());
    json.integer_field("nodes", boost::num_vertices(graph_.graph));
    json.integer_field("edges", boost::num_edges(graph_.graph));
    json.integer_field("facts", asserted);
    json.integer_field("denied", denied);
    json.integer_field("claimed", claimed);
    json.integer_field("possible", possible);
    json.end_object();
  }

  static void write_classes(JsonWriter& json) {
    json.key("classes");
    json.begin_array();
    for (int i = 0; i <= static_cast<int>(NodeClass::kOther); ++i) {
      const auto node_class = static_cast<NodeClass>(i);
      json.begin_array();
      json.string(to_string(node_class));
      json.string(color_of(node_class));
      json.end_array();
    }
    json.end_array();
  }

  /// One array with a value for each of `count` things.
  template <class Write>
  static void write_column(JsonWriter& json, std::string_view name, std::size_t count,
                           Write write) {
    json.key(name);
    json.begin_array();
    for (std::size_t i = 0; i < count; ++i) write(i);
    json.end_array();
  }

  template <class Texts>
  void write_texts(JsonWriter& json, const Texts& texts) {
    json.begin_array();
    for (const std::string_view text : texts) {
      if (const std::size_t number = texts_.number(text); number > 0) json.integer(number);
    }
    json.end_array();
  }

  void write_nodes(JsonWriter& json) {
    const std::size_t count = selection_.nodes.size();
    const std::vector<Position> positions = place_on_page(graph_.graph, selection_);
    const std::vector<double> sizes = find_sizes();
    const TextList none;
    json.key("nodes");
    json.begin_object();
    write_column(json, "id", count, [&](auto i) { json.integer(texts_.number(node(i).id.str())); });
    write_column(json, "label", count, [&](auto i) { json.integer(texts_.number(node(i).label)); });
    write_column(json, "class", count,
                 [&](auto i) { json.integer(static_cast<std::uint64_t>(node(i).node_class)); });
    write_column(json, "mentions", count, [&](auto i) { json.integer(node(i).mentions); });
    write_column(json, "edges", count,
                 [&](auto i) { json.integer(count_edges(graph_.graph, selection_.nodes[i])); });
    write_column(json, "size", count, [&](auto i) { write_signed(json, 10 * sizes[i]); });
    write_column(json, "x", count, [&](auto i) { write_signed(json, positions[i].x); });
    write_column(json, "y", count, [&](auto i) { write_signed(json, positions[i].y); });
    write_column(json, "aliases", count, [&](auto i) { write_texts(json, node(i).aliases); });
    // What the literal facts say with their sentences need not be said again.
    write_column(json, "facts", count,
                 [&](auto i) { write_texts(json, has_literals_[i] ? none : node(i).facts); });
    write_column(json, "claims", count,
                 [&](auto i) { write_texts(json, has_literals_[i] ? none : node(i).claims); });
    write_column(json, "merged", count, [&](auto i) { json.integer(reasons_[i].pairs); });
    write_column(json, "reasons", count, [&](auto i) { write_reasons(json, reasons_[i].reasons); });
    json.end_object();
  }

  /// Those that all formats of the run have, else by mentions.
  std::vector<double> find_sizes() const {
    std::uint64_t most_mentions = 1;
    for (const auto vertex : boost::make_iterator_range(boost::vertices(graph_.graph))) {
      most_mentions = std::max(most_mentions, graph_.graph[vertex].mentions);
    }
    std::vector<double> sizes;
    for (const Vertex vertex : selection_.nodes) {
      sizes.push_back(options_.appearance ? options_.appearance->sizes[vertex]
                                          : size_of(graph_.graph[vertex].mentions, most_mentions));
    }
    return sizes;
  }

  static void write_reasons(JsonWriter& json, const std::vector<MergeReason>& reasons) {
    json.begin_array();
    for (const MergeReason& reason : reasons) {
      json.begin_array();
      json.integer(reason.reason);
      json.integer(reason.evidence);
      write_signed(json, 1000 * reason.score);
      json.integer(reason.pairs);
      json.integer(reason.left);
      json.integer(reason.right);
      json.end_array();
    }
    json.end_array();
  }

  void write_facts(JsonWriter& json) {
    const std::size_t count = facts_.size();
    const auto fact = [&](std::size_t i) -> const Fact& { return *facts_[i].fact; };
    json.key("facts");
    json.begin_object();
    write_column(json, "id", count, [&](auto i) { json.integer(texts_.number(fact(i).id.str())); });
    write_column(json, "source", count, [&](auto i) { json.integer(facts_[i].source); });
    // A literal has -1 for the node that it has not.
    write_column(json, "target", count, [&](auto i) {
      json.raw(facts_[i].literal ? "-1" : std::to_string(facts_[i].target));
    });
    write_column(json, "literal", count, [&](auto i) {
      json.integer(facts_[i].literal ? texts_.number(*facts_[i].literal) : 0);
    });
    write_column(json, "type", count, [&](auto i) { json.integer(texts_.number(fact(i).type)); });
    write_column(json, "label", count, [&](auto i) { json.integer(texts_.number(fact(i).label)); });
    write_column(json, "kind", count,
                 [&](auto i) { json.integer(texts_.number(to_string(fact(i).kind))); });
    write_column(json, "negative", count,
                 [&](auto i) { json.integer(fact(i).polarity == Polarity::kNegative ? 1 : 0); });
    write_column(json, "status", count,
                 [&](auto i) { json.integer(static_cast<std::uint64_t>(fact(i).status)); });
    write_column(json, "modality", count,
                 [&](auto i) { json.integer(texts_.number(to_string(fact(i).modality))); });
    write_column(json, "confidence", count,
                 [&](auto i) { write_signed(json, 1000 * fact(i).confidence); });
    write_column(json, "support", count, [&](auto i) { json.integer(fact(i).support); });
    write_column(json, "documents", count, [&](auto i) { json.integer(fact(i).documents); });
    write_column(json, "holders", count, [&](auto i) { write_holders(json, fact(i)); });
    write_column(json, "times", count,
                 [&](auto i) { write_texts(json, select_times(fact(i).time)); });
    write_column(json, "sentences", count, [&](auto i) { json.integer(facts_[i].sentences); });
    write_column(json, "evidence", count, [&](auto i) { write_evidence(json, fact(i)); });
    json.end_object();
  }

  /// A node on the page as -1 - its place; else the words; none for "unnamed".
  void write_holders(JsonWriter& json, const Fact& fact) {
    json.begin_array();
    for (const std::string_view holder : fact.attributed_to) {
      if (holder == "unnamed") continue;
      if (const auto found = place_of_id_.find(holder); found != place_of_id_.end()) {
        json.raw("-" + std::to_string(found->second + 1));
      } else if (const std::size_t number = texts_.number(label_of(holder)); number > 0) {
        json.integer(number);
      }
    }
    json.end_array();
  }

  /// The name behind the id of a node that is not on the page, or the words themselves.
  std::string_view label_of(std::string_view holder) const {
    const std::optional<Vertex> vertex = find_vertex(graph_.graph, holder);
    return vertex ? graph_.graph[*vertex].label.view() : holder;
  }

  void write_evidence(JsonWriter& json, const Fact& fact) {
    json.begin_array();
    const std::span<const Evidence> all = evidence_.best_of_each_sentence(fact.evidence);
    for (const Evidence& evidence : all.first(std::min(all.size(), max_evidence_))) {
      json.begin_array();
      json.integer(number_sentence(evidence));
      json.integer(texts_.number(evidence.surface));
      json.integer(texts_.number(evidence.subject_text));
      json.integer(texts_.number(evidence.object_text));
      json.integer(is_time(evidence.time) ? texts_.number(evidence.time) : 0);
      write_signed(json, 1000 * evidence.confidence);
      json.end_array();
    }
    json.end_array();
  }

  std::size_t number_sentence(const Evidence& evidence) {
    const std::size_t text = texts_.number(evidence.sentence.text);
    const std::tuple key(evidence.document, evidence.sentence.range.start, text);
    const auto [found, is_new] = number_of_sentence_.try_emplace(key, sentences_.size());
    if (is_new) {
      const auto [document, is_new_document] =
          place_of_document_.try_emplace(evidence.document, documents_.size());
      if (is_new_document) documents_.push_back(evidence.document);
      sentences_.push_back(
          {document->second, text, evidence.sentence.index, evidence.sentence.range});
    }
    return found->second;
  }

  void write_sentences(JsonWriter& json) const {
    const std::size_t count = sentences_.size();
    json.key("sentences");
    json.begin_object();
    write_column(json, "document", count, [&](auto i) { json.integer(sentences_[i].document); });
    write_column(json, "text", count, [&](auto i) { json.integer(sentences_[i].text); });
    write_column(json, "index", count, [&](auto i) { json.integer(sentences_[i].index); });
    write_column(json, "begin", count, [&](auto i) { json.integer(sentences_[i].range.start); });
    write_column(json, "end", count, [&](auto i) { json.integer(sentences_[i].range.end); });
    json.end_object();
  }

  void write_documents(JsonWriter& json) {
    const std::size_t count = documents_.size();
    const auto document = [&](std::size_t i) -> const DocumentRecord& {
      return graph_.documents[documents_[i]];
    };
    json.key("documents");
    json.begin_object();
    write_column(json, "id", count, [&](auto i) { json.integer(texts_.number(document(i).doc)); });
    write_column(json, "title", count,
                 [&](auto i) { json.integer(texts_.number(document(i).title)); });
    write_column(json, "date", count, [&](auto i) {
      json.integer(is_day(document(i).date) ? texts_.number(document(i).date) : 0);
    });
    write_column(json, "url", count, [&](auto i) {
      const auto iri = to_web_iri(document(i).url);
      json.integer(iri ? texts_.number(*iri) : 0);
    });
    json.end_object();
  }

  struct PageSentence {
    std::size_t document = 0;  ///< place in documents_
    std::size_t text = 0;
    std::uint64_t index = 0;
    TextRange range;
  };

  const EntityGraph& graph_;
  const PageSelection& selection_;
  const ExportOptions& options_;
  const PageLimits& limits_;
  EvidenceReader evidence_;
  TextTable texts_;
  std::vector<PageFact> facts_;
  std::vector<bool> has_literals_;   ///< of each node on the page
  std::vector<MergedNode> reasons_;  ///< the same
  std::size_t max_evidence_ = 1;
  PlaceOfId place_of_id_;
  std::map<std::tuple<std::size_t, std::size_t, std::size_t>, std::size_t> number_of_sentence_;
  std::vector<PageSentence> sentences_;
  std::map<std::size_t, std::size_t> place_of_document_;
  std::vector<std::size_t> documents_;
};

/// "<" as an escape: it stands in strings only, and `</script>` or `<!--` would end the data.
std::string escape_less_than(const std::string& json) {
  std::string escaped;
  escaped.reserve(json.size() + json.size() / 16);
  for (const char c : json) {
    if (c == '<') {
      escaped += "\\u003c";
    } else {
      escaped += c;
    }
  }
  return escaped;
}

}  // namespace

std::string write_page_data(const EntityGraph& graph, const PageSelection& selection,
                            const ExportOptions& options, const PageMerges& merges,
                            const PageLimits& limits) {
  return escape_less_than(PageData(graph, selection, options, merges, limits).write());
}

}  // namespace relata::detail

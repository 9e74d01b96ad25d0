#include "graph/node_facts.hpp"

#include <algorithm>
#include <boost/range/iterator_range.hpp>
#include <iterator>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "graph/cluster_view.hpp"
#include "graph/planned_fact.hpp"

namespace relata {
namespace {

using LabelOfId = std::unordered_map<std::string, SharedText>;

/// What a node says about itself: "was: Dutch painter". What was denied says so in its label.
std::string fact_text(const LiteralFact& fact) {
  std::string text(fact.label.view());
  text += ": ";
  text += fact.literal.view();
  return text;
}

std::string claim_text(const LiteralFact& fact, const LabelOfId& label_of_id) {
  std::string text = fact_text(fact);
  if (fact.status == Status::kPossible) {
    text += " (" + std::string(to_string(fact.modality)) + ")";
  }
  if (fact.attributed_to.empty()) return text;
  text += " (according to ";
  for (std::size_t i = 0; i < fact.attributed_to.size(); ++i) {
    const std::string_view holder = fact.attributed_to[i];
    const auto found = label_of_id.find(std::string(holder));
    if (i > 0) text += ", ";
    text += found != label_of_id.end() ? found->second.view()
            : holder == "unnamed"      ? std::string_view("unnamed sources")
                                       : holder;
  }
  return text + ")";
}

bool is_bare(const Fact& fact) {
  return fact.status == Status::kAsserted && fact.polarity == Polarity::kPositive;
}

}  // namespace

void set_node_facts(EntityGraph& graph) {
  LabelOfId label_of_id;
  for (const Vertex vertex : boost::make_iterator_range(boost::vertices(graph.graph))) {
    Node& node = graph.graph[vertex];
    label_of_id.emplace(node.id.str(), node.label);
    node.facts = node.claims = {};
  }
  std::vector<std::string> facts, claims;
  for (auto fact = graph.literals.begin(); fact != graph.literals.end(); ++fact) {
    if (count_words(fact->label.str()) + count_words(fact->literal.str()) <= kMaxFactWords) {
      std::vector<std::string>& list = is_bare(*fact) ? facts : claims;
      std::string text = is_bare(*fact) ? fact_text(*fact) : claim_text(*fact, label_of_id);
      if (std::find(list.begin(), list.end(), text) == list.end()) list.push_back(std::move(text));
    }
    // Literal facts are in the order of their subjects.
    const auto next = std::next(fact);
    if (next != graph.literals.end() && next->subject == fact->subject) continue;
    graph.graph[fact->subject].facts = std::exchange(facts, {});
    graph.graph[fact->subject].claims = std::exchange(claims, {});
  }
}

}  // namespace relata

#include "graph/node_facts.hpp"

#include <algorithm>
#include <boost/range/iterator_range.hpp>
#include <string>
#include <unordered_map>

#include "graph/cluster_view.hpp"
#include "graph/planned_fact.hpp"

namespace relata {
namespace {

using LabelOfId = std::unordered_map<std::string, std::string>;

/// What a node says about itself: "was: Dutch painter".
std::string fact_text(const LiteralFact& fact) {
  std::string text;
  if (fact.polarity == Polarity::kNegative) text += "not ";
  text += fact.label + ": " + fact.literal;
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
    const auto found = label_of_id.find(fact.attributed_to[i]);
    if (i > 0) text += ", ";
    text += found != label_of_id.end()           ? found->second
            : fact.attributed_to[i] == "unnamed" ? std::string("unnamed sources")
                                                 : fact.attributed_to[i];
  }
  return text + ")";
}

bool is_bare(const Fact& fact) {
  return fact.status == Status::kAsserted && fact.polarity == Polarity::kPositive;
}

}  // namespace

void set_node_facts(EntityGraph& graph) {
  LabelOfId label_of_id;
  for (const auto vertex : boost::make_iterator_range(boost::vertices(graph.graph))) {
    Node& node = graph.graph[vertex];
    label_of_id.emplace(node.id, node.label);
    node.facts.clear();
    node.claims.clear();
  }
  for (const LiteralFact& fact : graph.literals) {
    if (count_words(fact.label) + count_words(fact.literal) > kMaxFactWords) continue;
    Node& node = graph.graph[fact.subject];
    std::vector<std::string>& list = is_bare(fact) ? node.facts : node.claims;
    std::string text = is_bare(fact) ? fact_text(fact) : claim_text(fact, label_of_id);
    if (std::find(list.begin(), list.end(), text) == list.end()) list.push_back(std::move(text));
  }
}

}  // namespace relata

#include "relata/pipeline/explain.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

#include "relata/resolve/name.hpp"
#include "relata/resolve/stable_id.hpp"

namespace relata {
namespace {

constexpr std::size_t kMostListed = 10;

/// The graph as names see it.
class Names {
 public:
  Names(const ResolvedGraph& graph, const Lexicon& lexicon) : graph_(graph), lexicon_(lexicon) {
    node_ids_ = graph.node_ids();
    for (const DocumentRecords& document : graph.documents) {
      for (const EntityRecord& entity : document.entities) records_.push_back(&entity);
    }
    entities_of_.resize(graph.resolution.clusters);
    for (std::size_t i = 0; i < records_.size(); ++i) {
      entities_of_[graph.resolution.cluster_of[i]].push_back(i);
    }
  }

  const EntityRecord& record(std::size_t entity) const { return *records_[entity]; }

  /// The nodes that a text can mean; of what is both a name and a label the label counts.
  std::vector<NamedNode> find(std::string_view text) const {
    const EntityReference reference = parse_reference(text);
    std::map<std::size_t, std::vector<std::size_t>> by_cluster;
    const auto found_entities = find_entities({reference}, graph_.documents, lexicon_);
    for (const std::size_t i : found_entities.front()) {
      by_cluster[graph_.resolution.cluster_of[i]].push_back(i);
    }
    std::vector<NamedNode> nodes;
    for (std::size_t c = 0; c < entities_of_.size(); ++c) {
      if (node_ids_[c].empty() || label_of(c) != text) continue;
      const auto found = by_cluster.find(c);
      nodes.push_back(node(text, c, found == by_cluster.end() ? entities_of_[c] : found->second));
    }
    if (!nodes.empty()) return nodes;
    for (auto& [cluster, entities] : by_cluster) nodes.push_back(node(text, cluster, entities));
    return nodes;
  }

  /// Names with a word of the text in them, of the most mentioned nodes.
  std::vector<std::string> close_to(std::string_view text) const {
    std::set<std::string> wanted;
    for (const std::string& word : fold_words(parse_reference(text).name)) {
      if (word.size() > 2) wanted.insert(word);
    }
    std::map<std::string, std::uint64_t> mentions;
    for (const EntityRecord* record : records_) {
      const std::vector<std::string> words = fold_words(record->name);
      const bool close = std::any_of(words.begin(), words.end(), [&](const std::string& word) {
        return wanted.contains(word);
      });
      if (close) mentions[record->name] += record->mentions;
    }
    std::vector<std::pair<std::uint64_t, std::string>> order;
    for (const auto& [name, count] : mentions) order.emplace_back(count, name);
    std::sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    std::vector<std::string> names;
    for (std::size_t i = 0; i < std::min(order.size(), kMostListed); ++i) {
      names.push_back(order[i].second);
    }
    return names;
  }

 private:
  Vertex vertex_of(std::size_t cluster) const {
    return static_cast<Vertex>(graph_.built.node_of_cluster[cluster]);
  }

  std::string label_of(std::size_t cluster) const {
    const auto& graph = graph_.built.graph.graph;
    if (!node_ids_[cluster].empty()) return graph[vertex_of(cluster)].label.str();
    return records_[entities_of_[cluster].front()]->name;
  }

  NamedNode node(std::string_view text, std::size_t cluster,
                 std::vector<std::size_t> entities) const {
    NamedNode found;
    found.name = text;
    found.cluster = cluster;
    found.id = node_ids_[cluster];
    found.label = label_of(cluster);
    if (!found.id.empty()) {
      const auto& graph = graph_.built.graph.graph;
      found.node_class = to_string(graph[vertex_of(cluster)].node_class);
    }
    std::set<std::string_view> documents;
    for (const std::size_t i : entities_of_[cluster]) {
      documents.insert(records_[i]->doc);
      found.mentions += records_[i]->mentions;
    }
    found.documents = documents.size();
    found.entities = std::move(entities);
    return found;
  }

  const ResolvedGraph& graph_;
  const Lexicon& lexicon_;
  std::vector<std::string> node_ids_;
  std::vector<const EntityRecord*> records_;
  std::vector<std::vector<std::size_t>> entities_of_;
};

std::string quoted(std::string_view text) { return '"' + std::string(text) + '"'; }

[[noreturn]] void throw_unknown(const Names& names, std::string_view text) {
  std::string message = "nothing is called " + quoted(text);
  const std::vector<std::string> close = names.close_to(text);
  for (std::size_t i = 0; i < close.size(); ++i) {
    message += (i == 0 ? "; there is " : ", ") + quoted(close[i]);
  }
  throw Error(message);
}

[[noreturn]] void throw_ambiguous(const Names& names, const std::vector<NamedNode>& nodes) {
  std::string message = quoted(nodes.front().name) + " is the name of " +
                        std::to_string(nodes.size()) + " things; ask for one of";
  for (std::size_t i = 0; i < std::min(nodes.size(), kMostListed); ++i) {
    const NamedNode& node = nodes[i];
    const EntityRecord& first = names.record(node.entities.front());
    const std::string handle = node.id.empty() ? first.entity : node.id;
    message += (i == 0 ? " " : ", ") + handle + " (" + quoted(node.label) + ", " +
               std::to_string(node.documents) + (node.documents == 1 ? " document" : " documents") +
               ", as in " + first.doc + ')';
  }
  if (nodes.size() > kMostListed) {
    message += " and " + std::to_string(nodes.size() - kMostListed) + " more";
  }
  throw Error(message + ", or add the document, as in " +
              quoted(nodes.front().name + '@' + names.record(nodes.front().entities.front()).doc));
}

/// Of several things of one name the one that the other name shares, if there is just one.
NamedNode choose(const Names& names, const std::vector<NamedNode>& nodes,
                 const std::vector<NamedNode>& others) {
  if (nodes.size() == 1) return nodes.front();
  const NamedNode* shared = nullptr;
  for (const NamedNode& node : nodes) {
    const bool common = std::any_of(others.begin(), others.end(), [&](const NamedNode& other) {
      return other.cluster == node.cluster;
    });
    if (!common) continue;
    if (shared != nullptr) throw_ambiguous(names, nodes);
    shared = &node;
  }
  if (shared == nullptr) throw_ambiguous(names, nodes);
  return *shared;
}

/// The first sentence that says something of the entity by name, or anything at all.
EntityEvidence evidence_of(const DocumentRecords& document, const EntityRecord& entity) {
  EntityEvidence evidence;
  evidence.entity = entity.entity;
  evidence.doc = entity.doc;
  evidence.name = entity.name;
  const auto names_it = [&](const Argument& argument) {
    return argument.entity == entity.entity && argument.form == "name";
  };
  bool by_name = false;
  for (const TripleRecord& triple : document.triples) {
    const bool about = triple.subject.entity == entity.entity ||
                       (triple.object && triple.object->entity == entity.entity);
    if (!about) continue;
    const bool named = names_it(triple.subject) || (triple.object && names_it(*triple.object));
    const bool earlier = triple.sentence.index < evidence.sentence;
    if (evidence.sentence != 0 && !(named && !by_name) && !(named == by_name && earlier)) continue;
    by_name = named;
    evidence.sentence = triple.sentence.index;
    evidence.text = triple.sentence.text;
  }
  return evidence;
}

std::vector<EntityEvidence> gather_evidence(const ResolvedGraph& graph,
                                            const Explanation& explanation, const NamedNode& left,
                                            const NamedNode& right, const Names& names) {
  std::set<std::string> wanted;
  for (const PairExplanation& step : explanation.steps) {
    for (const std::string& id : {step.left, step.right, step.obstacle_left, step.obstacle_right}) {
      if (!id.empty()) wanted.insert(id);
    }
  }
  if (wanted.empty()) {
    for (const std::size_t i : left.entities) {
      if (std::find(right.entities.begin(), right.entities.end(), i) != right.entities.end()) {
        wanted.insert(names.record(i).entity);
        break;
      }
    }
  }
  std::vector<EntityEvidence> found;
  for (const DocumentRecords& document : graph.documents) {
    for (const EntityRecord& entity : document.entities) {
      if (wanted.contains(entity.entity)) found.push_back(evidence_of(document, entity));
    }
  }
  std::sort(found.begin(), found.end(),
            [](const EntityEvidence& a, const EntityEvidence& b) { return a.entity < b.entity; });
  return found;
}

/// Why a decision that says so of the two names could not be taken.
std::string find_fault(const ResolvedGraph& graph, const Lexicon& lexicon,
                       std::vector<Decision> decisions, const std::string& left,
                       const std::string& right, Verdict verdict) {
  if (left == right) return "both names are one";
  Decision& added = decisions.emplace_back();
  added.verdict = verdict;
  added.left = parse_reference(left);
  added.right = parse_reference(right);
  return find_decision_fault(decisions, graph.documents, lexicon);
}

}  // namespace

EntityReference parse_reference(std::string_view text) {
  EntityReference reference;
  if (is_node_id(text)) {
    reference.id = text;
    return reference;
  }
  const std::size_t hash = text.rfind("#e");
  if (hash != text.npos && hash > 0 && hash + 2 < text.size() &&
      text.find_first_not_of("0123456789~", hash + 2) == text.npos) {
    reference.entity = text;
    return reference;
  }
  const std::size_t at = text.rfind('@');
  const bool narrowed = at != text.npos && at > 0 && at + 1 < text.size();
  reference.name = text.substr(0, narrowed ? at : text.size());
  if (narrowed) reference.doc = text.substr(at + 1);
  return reference;
}

NodeExplanation explain_names(std::vector<DocumentRecords> documents, const Lexicon& lexicon,
                              const GraphOptions& options, const std::vector<Decision>& decisions,
                              std::string_view left, std::string_view right) {
  ResolutionTrace trace;
  const ResolvedGraph graph =
      resolve_and_build(std::move(documents), lexicon, options, decisions, &trace);
  const Names names(graph, lexicon);
  const std::vector<NamedNode> lefts = names.find(left);
  const std::vector<NamedNode> rights = names.find(right);
  if (lefts.empty()) throw_unknown(names, left);
  if (rights.empty()) throw_unknown(names, right);
  NodeExplanation result;
  result.left = choose(names, lefts, rights);
  result.right = choose(names, rights, lefts);
  for (const auto* nodes : {&lefts, &rights}) {
    for (const NamedNode& node : *nodes) {
      if (node.cluster != result.left.cluster && node.cluster != result.right.cluster) {
        result.others.push_back(node);
      }
    }
  }
  result.explanation = explain_entities(graph.documents, graph.resolution, trace,
                                        result.left.entities, result.right.entities, lexicon);
  result.decision_fault =
      find_fault(graph, lexicon, decisions, result.left.name, result.right.name,
                 result.explanation.is_one ? Verdict::kDifferent : Verdict::kSame);
  result.evidence = gather_evidence(graph, result.explanation, result.left, result.right, names);
  return result;
}

}  // namespace relata

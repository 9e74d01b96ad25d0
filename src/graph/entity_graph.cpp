#include "relata/graph/entity_graph.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <span>
#include <tuple>

#include "graph/cluster_view.hpp"
#include "graph/coordinations.hpp"
#include "graph/fact_merger.hpp"
#include "graph/ids.hpp"
#include "graph/labels.hpp"
#include "graph/node_facts.hpp"
#include "graph/planned_fact.hpp"
#include "graph/text_pool.hpp"

namespace relata {

std::string_view to_string(NodeClass node_class) {
  switch (node_class) {
    case NodeClass::kPerson:
      return "Person";
    case NodeClass::kGroup:
      return "Group";
    case NodeClass::kOrganization:
      return "Organization";
    case NodeClass::kPlace:
      return "Place";
    case NodeClass::kCountry:
      return "Country";
    case NodeClass::kEvent:
      return "Event";
    case NodeClass::kObject:
      return "Object";
    case NodeClass::kCreativeWork:
      return "CreativeWork";
    case NodeClass::kOther:
      return "Other";
  }
  return "Other";
}

std::string_view to_string(Status status) {
  switch (status) {
    case Status::kAsserted:
      return "asserted";
    case Status::kClaimed:
      return "claimed";
    case Status::kPossible:
      return "possible";
  }
  return "asserted";
}

std::string prefixed_type(const Fact& fact) {
  std::string prefixed;
  if (fact.status == Status::kClaimed) prefixed += "CLAIMED_";
  if (fact.modality != Modality::kAsserted) prefixed += "POSSIBLY_";
  if (fact.polarity == Polarity::kNegative) prefixed += "NOT_";
  return prefixed += fact.type.view();
}

namespace {

constexpr std::size_t kNoNode = static_cast<std::size_t>(-1);

class Builder {
 public:
  Builder(const std::vector<DocumentRecords>& documents, const Resolution& resolution,
          const Lexicon& lexicon, const GraphOptions& options)
      : documents_(documents), lexicon_(lexicon), options_(options) {
    built_.graph.evidence = EvidenceStore(options.room);
    std::size_t index = 0;
    for (const DocumentRecords& document : documents) {
      for (const EntityRecord& entity : document.entities) {
        cluster_of_.emplace(entity.entity, resolution.cluster_of[index++]);
      }
      members_.merge(find_members(document, lexicon));
    }
    views_ = view_clusters(documents, resolution, members_, lexicon);
  }

  BuiltGraph run() {
    order_documents();
    Plan plan = plan_facts({documents_, views_, cluster_of_, members_, lexicon_, options_.nodes});
    built_.counts.triples = plan.triples;
    built_.counts.self_loops_dropped = plan.self_loops_dropped;
    make_nodes(plan);
    std::vector<PlannedFact> all = std::move(plan.edges);
    const std::size_t edges = all.size();
    for (PlannedFact& fact : plan.literals) {
      if (built_.node_of_cluster[fact.subject] != kNoNode) all.push_back(std::move(fact));
    }
    built_.counts.types_folded = limit_types(all, options_.max_types);
    store_sentences(all);
    make_edges({all.data(), edges});
    make_literals({all.data() + edges, all.size() - edges});
    built_.counts.nodes = boost::num_vertices(built_.graph.graph);
    built_.counts.edges = boost::num_edges(built_.graph.graph);
    built_.counts.literal_facts = built_.graph.literals.size();
    return std::move(built_);
  }

 private:
  void order_documents() {
    std::vector<std::size_t> order(documents_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return documents_[a].document.doc < documents_[b].document.doc;
    });
    document_index_.resize(documents_.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
      document_index_[order[i]] = i;
      built_.graph.documents.push_back(documents_[order[i]].document);
    }
  }

  void make_nodes(const Plan& plan) {
    std::vector<bool> joined(views_.size(), false);
    for (const PlannedFact& fact : plan.edges) {
      joined[fact.subject] = true;
      joined[fact.object] = true;
    }
    std::vector<std::size_t> clusters;
    for (std::size_t c = 0; c < views_.size(); ++c) {
      if (!may_be_node(views_[c], options_.nodes, lexicon_)) continue;
      if (joined[c] || views_[c].named || options_.nodes == NodeSelection::kAll) {
        clusters.push_back(c);
      }
    }
    // Ids go out in the order of the anchors, which is that of the clusters.
    IdPool ids;
    node_ids_.assign(views_.size(), std::string());
    std::vector<Node> nodes(clusters.size());
    std::vector<const ClusterView*> views(clusters.size());
    for (std::size_t i = 0; i < clusters.size(); ++i) {
      const ClusterView& view = views_[clusters[i]];
      Node& node = nodes[i];
      const std::vector<std::string> parts = anchor_parts(*view.entities.front().entity);
      const std::string id = ids.take('n', {parts.begin(), parts.end()});
      node.id = id;
      node.node_class = view.node_class;
      node.formerly = former_ids(view, id);
      node.mentions = view.mentions;
      node.named = view.named;
      std::vector<std::string> entities;
      for (const EntityPlace& place : view.entities) entities.push_back(place.entity->entity);
      std::sort(entities.begin(), entities.end());
      node.entities = entities;
      node_ids_[clusters[i]] = node.id.str();
      views[i] = &view;
    }
    set_labels(views, nodes);
    std::vector<std::size_t> order(nodes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return nodes[a].id < nodes[b].id; });
    built_.node_of_cluster.assign(views_.size(), kNoNode);
    for (const std::size_t i : order) {
      built_.node_of_cluster[clusters[i]] = draft_.add_node(std::move(nodes[i]));
      ids_in_order_.push_back(node_ids_[clusters[i]]);
    }
  }

  /// All sentences that say one of the facts, in their order, each once.
  void store_sentences(std::vector<PlannedFact>& facts) {
    std::vector<PlannedFact*> order;
    for (PlannedFact& fact : facts) order.push_back(&fact);
    std::sort(order.begin(), order.end(), [&](const PlannedFact* a, const PlannedFact* b) {
      return sentence_precedes(document_index_[a->document], a->triple->sentence,
                               document_index_[b->document], b->triple->sentence);
    });
    const PlannedFact* last = nullptr;
    for (PlannedFact* fact : order) {
      const SentenceRecord& sentence = fact->triple->sentence;
      const bool is_same =
          last != nullptr && last->document == fact->document && last->triple->sentence == sentence;
      fact->sentence =
          is_same ? last->sentence
                  : built_.graph.evidence.add_sentence(document_index_[fact->document], sentence);
      last = fact;
    }
  }

  MergeInput merge_input() { return {documents_, document_index_, node_ids_, cluster_of_, texts_}; }

  void make_edges(std::span<const PlannedFact> facts) {
    using Key = std::tuple<std::size_t, std::size_t, std::string>;  // vertices are in id order
    std::map<Key, std::vector<const PlannedFact*>> groups;
    for (const PlannedFact& fact : facts) {
      groups[{built_.node_of_cluster[fact.subject], built_.node_of_cluster[fact.object],
              prefixed_type(*fact.triple, fact.type)}]
          .push_back(&fact);
    }
    IdPool ids;
    for (const auto& [key, group] : groups) {
      const auto& [source, target, type] = key;
      MergedFact merged = merge_facts(group, merge_input());
      merged.fact.id = ids.take('e', {ids_in_order_[source], ids_in_order_[target], type});
      merged.fact.evidence = built_.graph.evidence.add(merged.evidence, merged.sentences);
      draft_.add_edge(source, target, std::move(merged.fact));
    }
    built_.graph.graph = draft_.take();
  }

  void make_literals(std::span<const PlannedFact> facts) {
    using Key = std::tuple<std::size_t, std::string, std::string>;
    std::map<Key, std::vector<const PlannedFact*>> groups;
    for (const PlannedFact& fact : facts) {
      groups[{built_.node_of_cluster[fact.subject], prefixed_type(*fact.triple, fact.type),
              fact.literal}]
          .push_back(&fact);
    }
    IdPool ids;
    for (const auto& [key, group] : groups) {
      const auto& [subject, type, literal] = key;
      MergedFact merged = merge_facts(group, merge_input());
      merged.fact.id = ids.take('f', {ids_in_order_[subject], type, literal});
      merged.fact.evidence = built_.graph.evidence.add(merged.evidence, merged.sentences);
      LiteralFact fact;
      static_cast<Fact&>(fact) = std::move(merged.fact);
      fact.subject = static_cast<Vertex>(subject);
      fact.literal = texts_.share(literal);
      built_.graph.literals.push_back(std::move(fact));
    }
    set_node_facts(built_.graph);
  }

  const std::vector<DocumentRecords>& documents_;
  const Lexicon& lexicon_;
  const GraphOptions& options_;
  ClusterOf cluster_of_;
  MembersOf members_;  ///< of all documents; views into the records
  std::vector<ClusterView> views_;
  std::vector<std::size_t> document_index_;
  std::vector<std::string> node_ids_;      ///< of each cluster; empty where it is no node
  std::vector<std::string> ids_in_order_;  ///< of each vertex
  TextPool texts_;
  GraphDraft draft_;
  BuiltGraph built_;
};

}  // namespace

BuiltGraph build_graph(const std::vector<DocumentRecords>& documents, const Resolution& resolution,
                       const Lexicon& lexicon, const GraphOptions& options) {
  return Builder(documents, resolution, lexicon, options).run();
}

}  // namespace relata

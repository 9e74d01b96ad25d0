#include "cli/written_graph.hpp"

#include <utility>

#include "relata/core/number.hpp"
#include "relata/graph/find_node.hpp"

namespace relata {
namespace {

/// "Paris, Paris (Texas)"
std::string labels_of(const BoostGraph& graph, const std::vector<Vertex>& vertices) {
  std::string labels;
  for (const Vertex vertex : vertices) {
    labels += (labels.empty() ? "" : ", ") + graph[vertex].label;
  }
  return labels;
}

std::size_t find_centre(const BoostGraph& graph, const std::string& name) {
  const std::vector<Vertex> found = find_nodes(graph, name);
  if (found.size() == 1) return found.front();
  if (!found.empty()) {
    throw WrongUsage("--ego " + name + ": may be any of " + labels_of(graph, found) +
                     "; name one of them");
  }
  const std::vector<Vertex> nearest = find_like_nodes(graph, name);
  throw WrongUsage("--ego " + name + ": no node has this name" +
                   (nearest.empty() ? std::string(" or one like it")
                                    : "; the nearest are " + labels_of(graph, nearest)));
}

}  // namespace

WrittenGraph::WrittenGraph(const Invocation& invocation, const EntityGraph& whole,
                           const std::shared_ptr<SpoolRoom>& room)
    : whole_(whole) {
  ExcerptOptions options = invocation.excerpt;
  if (!invocation.ego.empty()) options.centre = find_centre(whole.graph, invocation.ego);
  if (cuts(options)) excerpt_ = cut_excerpt(whole, options, room);
}

Appearance WrittenGraph::appearance(NodeSize size) const {
  Appearance look = make_appearance(whole_, size);
  if (!excerpt_) return look;
  look = cut_appearance(look, excerpt_->vertices);
  if (look.positions.empty()) look.positions = make_appearance(excerpt_->graph, size).positions;
  return look;
}

std::string WrittenGraph::hint(const Invocation& invocation) const {
  const bool is_alone = is_excerpt() && boost::num_vertices(graph().graph) == 1;
  if (invocation.ego.empty() || !is_alone) return {};
  const std::vector<Vertex> like = find_like_nodes(whole_.graph, invocation.ego);
  return like.empty() ? std::string() : "like this name are " + labels_of(whole_.graph, like);
}

std::string excerpt_text(const Invocation& invocation) {
  const ExcerptOptions& excerpt = invocation.excerpt;
  std::string text;
  const auto add = [&](std::string_view option, const std::string& value) {
    if (!value.empty()) text += (text.empty() ? "" : " ") + std::string(option) + " " + value;
  };
  add("--type", class_list(excerpt.classes));
  add("--since", excerpt.since);
  add("--until", excerpt.until);
  if (excerpt.min_support > 0) add("--min-support", std::to_string(excerpt.min_support));
  if (excerpt.min_confidence > 0) add("--min-confidence", format_double(excerpt.min_confidence));
  add("--ego", invocation.ego);
  if (!invocation.ego.empty()) add("--depth", std::to_string(excerpt.depth));
  if (excerpt.top) add("--top", std::to_string(*excerpt.top));
  return text;
}

}  // namespace relata

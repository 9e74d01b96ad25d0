#include "export/appearance.hpp"

#include <algorithm>
#include <boost/graph/page_rank.hpp>
#include <boost/range/iterator_range.hpp>
#include <cmath>

#include "export/layout.hpp"

namespace relata::detail {
namespace {

constexpr double kSmallest = 5;
constexpr double kLargest = 40;

/// Logarithm to base 2 of a number from 1, to 20 binary places: squared again and again, so that
/// only exact or correctly rounded operations are used and every machine gives the same.
double binary_log(double number) {
  double log = 0;
  double mantissa = std::max(number, 1.0);
  while (mantissa >= 2) {
    mantissa /= 2;
    log += 1;
  }
  double place = 0.5;
  for (int i = 0; i < 20; ++i) {
    mantissa *= mantissa;
    if (mantissa >= 2) {
      mantissa /= 2;
      log += place;
    }
    place /= 2;
  }
  return log;
}

/// By the logarithm of `times`, how often the least there is goes into a value.
double size_between(double times, double most_times) {
  const double most = binary_log(most_times);
  const double share = most > 0 ? binary_log(times) / most : 0;
  const double size = kSmallest + (kLargest - kSmallest) * share;
  return static_cast<double>(std::lround(size * 100)) / 100;
}

std::vector<double> sizes_by_mentions(const BoostGraph& graph) {
  std::uint64_t most = 1;
  for (const auto vertex : boost::make_iterator_range(boost::vertices(graph))) {
    most = std::max(most, graph[vertex].mentions);
  }
  std::vector<double> sizes;
  sizes.reserve(boost::num_vertices(graph));
  for (const auto vertex : boost::make_iterator_range(boost::vertices(graph))) {
    sizes.push_back(size_of(graph[vertex].mentions, most));
  }
  return sizes;
}

std::vector<double> sizes_by_rank(const BoostGraph& graph) {
  std::vector<double> sizes = rank_vertices(graph);
  if (sizes.empty()) return sizes;
  const auto [least_rank, most_rank] = std::minmax_element(sizes.begin(), sizes.end());
  const double least = *least_rank;
  const double most = *most_rank;
  for (double& size : sizes) size = size_between(size / least, most / least);
  return sizes;
}

}  // namespace

std::string_view color_of(NodeClass node_class) {
  switch (node_class) {
    case NodeClass::kPerson:
      return "#0072b2";  // blue
    case NodeClass::kGroup:
      return "#56b4e9";  // sky blue
    case NodeClass::kOrganization:
      return "#d55e00";  // vermilion
    case NodeClass::kPlace:
      return "#f0e442";  // yellow
    case NodeClass::kCountry:
      return "#009e73";  // bluish green
    case NodeClass::kEvent:
      return "#cc79a7";  // reddish purple
    case NodeClass::kObject:
      return "#e69f00";  // orange
    case NodeClass::kCreativeWork:
      return "#000000";
    case NodeClass::kOther:
      break;
  }
  return "#999999";
}

double size_of(std::uint64_t mentions, std::uint64_t most_mentions) {
  return size_between(static_cast<double>(mentions), static_cast<double>(most_mentions));
}

std::vector<double> rank_vertices(const BoostGraph& graph) {
  constexpr std::size_t kRounds = 50;
  std::vector<double> ranks(boost::num_vertices(graph));
  if (ranks.empty()) return ranks;
  boost::graph::page_rank(
      graph,
      boost::make_iterator_property_map(ranks.begin(), boost::get(boost::vertex_index, graph)),
      boost::graph::n_iterations(kRounds));
  return ranks;
}

Appearance appearance_of(const EntityGraph& graph, const ExportOptions& options) {
  return options.appearance ? *options.appearance : make_appearance(graph);
}

}  // namespace relata::detail

namespace relata {

Appearance make_appearance(const EntityGraph& graph, NodeSize size) {
  return {size == NodeSize::kMentions ? detail::sizes_by_mentions(graph.graph)
                                      : detail::sizes_by_rank(graph.graph),
          detail::lay_out(graph.graph)};
}

Appearance cut_appearance(const Appearance& whole, const std::vector<std::size_t>& kept) {
  Appearance cut;
  for (const std::size_t vertex : kept) {
    cut.sizes.push_back(whole.sizes[vertex]);
    if (!whole.positions.empty()) cut.positions.push_back(whole.positions[vertex]);
  }
  return cut;
}

}  // namespace relata

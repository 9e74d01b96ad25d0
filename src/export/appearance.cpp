#include "export/appearance.hpp"

#include <algorithm>
#include <boost/range/iterator_range.hpp>
#include <cmath>

namespace relata::detail {
namespace {

constexpr double kSmallest = 5;
constexpr double kLargest = 40;

/// Logarithm to base 2 of a number from 1, to 20 binary places: squared again and again, so that
/// only exact or correctly rounded operations are used and every machine gives the same.
double binary_log(std::uint64_t number) {
  double log = 0;
  auto mantissa = static_cast<double>(std::max<std::uint64_t>(number, 1));
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
  const double most = binary_log(most_mentions);
  const double share = most > 0 ? binary_log(mentions) / most : 0;
  const double size = kSmallest + (kLargest - kSmallest) * share;
  return static_cast<double>(std::lround(size * 100)) / 100;
}

std::uint64_t find_most_mentions(const EntityGraph& graph) {
  std::uint64_t most = 1;
  for (const auto vertex : boost::make_iterator_range(boost::vertices(graph.graph))) {
    most = std::max(most, graph.graph[vertex].mentions);
  }
  return most;
}

}  // namespace relata::detail

#include "relata/graph/find_node.hpp"

#include <algorithm>
#include <boost/range/iterator_range.hpp>
#include <numeric>
#include <string>
#include <tuple>
#include <utility>

#include "relata/core/unicode.hpp"
#include "relata/resolve/name.hpp"

namespace relata {
namespace {

constexpr std::size_t kMaxNearest = 5;

/// Nothing but punctuation stays what it is.
std::string fold(std::string_view name) {
  std::string folded = join_words(fold_words(name));
  return folded.empty() ? clean_label(name) : folded;
}

/// How many bytes to put in, take out or change, at most `most` + 1 (Levenshtein).
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t most) {
  const std::size_t difference = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (difference > most) return most + 1;
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i + 1);
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t changed = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({changed, row[j] + 1, row[j + 1] + 1});
    }
  }
  return std::min(row.back(), most + 1);
}

/// Whether the words of `part` stand one after another in `whole`.
bool has_words(const std::string& whole, const std::string& part) {
  return (' ' + whole + ' ').find(' ' + part + ' ') != std::string::npos;
}

/// How unlike a name is to what was asked for; nothing if it is no like name at all.
class Likeness {
 public:
  explicit Likeness(std::string name)
      : name_(std::move(name)), most_(std::max<std::size_t>(1, name_.size() / 3)) {}

  std::size_t worst() const { return most_ + 1; }

  std::size_t unlikeness(const std::string& other) const {
    if (has_words(other, name_) || has_words(name_, other)) return 0;
    std::size_t least = edit_distance(name_, other, most_);
    // One of its words may be what was meant: "Goyta" for "Assimi Goïta".
    for (const std::string& word : fold_words(other)) {
      least = std::min(least, edit_distance(name_, word, most_));
    }
    return least;
  }

 private:
  std::string name_;
  std::size_t most_;
};

}  // namespace

std::optional<Vertex> find_vertex(const BoostGraph& graph, std::string_view id) {
  const auto [begin, end] = boost::vertices(graph);
  const ElementId wanted(id);
  const auto found = std::lower_bound(
      begin, end, wanted,
      [&](Vertex vertex, const ElementId& other) { return graph[vertex].id < other; });
  if (found == end || graph[*found].id != wanted) return std::nullopt;
  return *found;
}

std::vector<Vertex> find_nodes(const BoostGraph& graph, std::string_view name) {
  const std::string label = clean_label(name);
  const std::string folded = fold(name);
  std::vector<Vertex> of_label, of_alias;
  for (const auto vertex : boost::make_iterator_range(boost::vertices(graph))) {
    const Node& node = graph[vertex];
    if (node.id == name || node.label == label) return {vertex};
    if (fold(node.label) == folded) {
      of_label.push_back(vertex);
    } else if (std::any_of(node.aliases.begin(), node.aliases.end(),
                           [&](std::string_view alias) { return fold(alias) == folded; })) {
      of_alias.push_back(vertex);
    }
  }
  return of_label.empty() ? of_alias : of_label;
}

std::vector<Vertex> find_like_nodes(const BoostGraph& graph, std::string_view name) {
  const std::string folded = fold(name);
  const Likeness likeness(folded);
  using Rank = std::tuple<std::size_t, std::uint64_t, Vertex>;
  std::vector<Rank> found;
  for (const auto vertex : boost::make_iterator_range(boost::vertices(graph))) {
    const Node& node = graph[vertex];
    std::vector<std::string> names{fold(node.label)};
    for (const std::string_view alias : node.aliases) names.push_back(fold(alias));
    if (std::find(names.begin(), names.end(), folded) != names.end()) continue;
    std::size_t least = likeness.worst();
    for (const std::string& other : names) least = std::min(least, likeness.unlikeness(other));
    if (least < likeness.worst()) found.emplace_back(least, ~node.mentions, vertex);
  }
  const std::size_t count = std::min(found.size(), kMaxNearest);
  std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(count), found.end());
  std::vector<Vertex> nearest;
  for (std::size_t i = 0; i < count; ++i) nearest.push_back(std::get<2>(found[i]));
  return nearest;
}

}  // namespace relata

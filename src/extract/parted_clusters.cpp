#include "extract/parted_clusters.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "extract/excluding_names.hpp"
#include "extract/mention_words.hpp"
#include "extract/telling_names.hpp"

namespace relata {
namespace {

/// A part of a cluster: the distinct names in it.
struct Part {
  std::vector<TellingName> names;
};

/// For each member of a cluster (indices of mentions), the part it goes to; one part if nothing
/// excludes anything.
std::vector<std::size_t> assign_parts(const std::vector<std::size_t>& members,
                                      const std::vector<TellingName>& names, const Lexicon& lexicon,
                                      std::vector<Part>& parts) {
  // The most frequent names come first, so that a rare mistake doesn't part what belongs together.
  using Words = std::vector<std::string>;
  using Key = std::tuple<Words, std::string, std::string, Words, std::string, BodyKind, bool,
                         unsigned, Gender>;
  const auto key = [&](std::size_t i) {
    return Key(names[i].words, names[i].anchor, names[i].office, names[i].sites, names[i].side,
               names[i].body, names[i].own, names[i].age, names[i].gender);
  };
  std::map<Key, std::size_t> uses;
  std::vector<std::size_t> named;
  for (const std::size_t i : members) {
    if (!names[i].tells()) continue;
    ++uses[key(i)];
    named.push_back(i);
  }
  std::stable_sort(named.begin(), named.end(),
                   [&](std::size_t a, std::size_t b) { return uses.at(key(a)) > uses.at(key(b)); });
  std::map<std::size_t, std::size_t> part_of;
  for (const std::size_t i : named) {
    std::size_t part = 0;
    while (part < parts.size() && std::any_of(parts[part].names.begin(), parts[part].names.end(),
                                              [&](const TellingName& other) {
                                                return exclude_each_other(names[i], other, lexicon);
                                              })) {
      ++part;
    }
    if (part == parts.size()) parts.emplace_back();
    if (std::find(parts[part].names.begin(), parts[part].names.end(), names[i]) ==
        parts[part].names.end()) {
      parts[part].names.push_back(names[i]);
    }
    part_of.emplace(i, part);
  }
  std::vector<std::size_t> assigned;
  std::size_t current =
      named.empty() ? 0 : part_of.at(*std::min_element(named.begin(), named.end()));
  for (const std::size_t i : members) {
    if (const auto part = part_of.find(i); part != part_of.end()) current = part->second;
    assigned.push_back(current);
  }
  return assigned;
}

}  // namespace

Analysis part_clusters(Analysis analysis, const Lexicon& lexicon) {
  std::size_t clusters = count_clusters(analysis);
  const std::vector<TellingName> names = read_telling_names(analysis, lexicon);
  std::vector<std::vector<std::size_t>> members(clusters);
  for (std::size_t i = 0; i < analysis.mentions.size(); ++i) {
    members[analysis.mentions[i].cluster].push_back(i);
  }
  for (const std::vector<std::size_t>& list : members) {
    std::vector<Part> parts;
    const std::vector<std::size_t> assigned = assign_parts(list, names, lexicon, parts);
    if (parts.size() < 2) continue;
    std::vector<std::size_t> sizes(parts.size(), 0);
    for (const std::size_t part : assigned) ++sizes[part];
    const auto largest =
        static_cast<std::size_t>(std::max_element(sizes.begin(), sizes.end()) - sizes.begin());
    std::vector<std::size_t> numbers(parts.size(), analysis.mentions[list.front()].cluster);
    for (std::size_t part = 0; part < parts.size(); ++part) {
      if (part != largest && sizes[part] > 0) numbers[part] = clusters++;
    }
    for (std::size_t n = 0; n < list.size(); ++n) {
      analysis.mentions[list[n]].cluster = numbers[assigned[n]];
    }
  }
  analysis.clusters = clusters;
  return analysis;
}

}  // namespace relata

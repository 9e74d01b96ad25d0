#include "resolve/contradiction.hpp"

#include <algorithm>
#include <deque>
#include <string>

namespace relata {
namespace {

std::string line_list(const std::vector<Place>& places) {
  std::string text = places.size() == 1 ? "line " : "lines ";
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (i > 0) text += i + 1 == places.size() ? " and " : ", ";
    text += std::to_string(places[i].line.value_or(0));
  }
  return text;
}

}  // namespace

std::optional<std::vector<std::size_t>> find_chain(std::size_t things,
                                                   const std::vector<SameLink>& links,
                                                   std::size_t left, std::size_t right) {
  constexpr std::size_t kUnseen = static_cast<std::size_t>(-1);
  std::vector<std::vector<std::size_t>> links_of(things);
  for (std::size_t i = 0; i < links.size(); ++i) {
    links_of[links[i].left].push_back(i);
    links_of[links[i].right].push_back(i);
  }
  std::vector<std::size_t> reached_by(things, kUnseen);
  std::deque<std::size_t> next = {left};
  const auto other_end = [&](std::size_t link, std::size_t thing) {
    return links[link].left == thing ? links[link].right : links[link].left;
  };
  while (!next.empty() && reached_by[right] == kUnseen && left != right) {
    const std::size_t thing = next.front();
    next.pop_front();
    for (const std::size_t link : links_of[thing]) {
      const std::size_t other = other_end(link, thing);
      if (other == left || reached_by[other] != kUnseen) continue;
      reached_by[other] = link;
      next.push_back(other);
    }
  }
  std::vector<std::size_t> decisions;
  if (left == right) return decisions;
  if (reached_by[right] == kUnseen) return std::nullopt;
  for (std::size_t thing = right; thing != left;) {
    const std::size_t link = reached_by[thing];
    decisions.push_back(links[link].decision);
    thing = other_end(link, thing);
  }
  std::sort(decisions.begin(), decisions.end());
  decisions.erase(std::unique(decisions.begin(), decisions.end()), decisions.end());
  return decisions;
}

Error contradiction(const Place& different, const std::vector<Place>& same) {
  if (same.empty()) return Error("says that something differs from itself", different);
  return Error("says \"different\" of what " + line_list(same) +
                   (same.size() == 1 ? " says" : " together say") +
                   " is the same; take one of these lines out",
               different);
}

}  // namespace relata

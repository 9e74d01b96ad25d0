// What all rules that score a pair share: the best reason so far, and small questions about names.
#pragma once

#include <algorithm>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "relata/resolve/profile.hpp"
#include "relata/resolve/score.hpp"

namespace relata {

/// `evidence` is a text, or what makes it: most pairs never need theirs.
template <typename Evidence>
void raise(PairScore& best, double score, const char* reason, const Evidence& evidence) {
  if (score < best.score) return;
  std::string text;
  if constexpr (std::is_invocable_v<Evidence>) {
    text = evidence();
  } else {
    text = evidence;
  }
  if (score > best.score || text < best.evidence) best = {score, reason, std::move(text)};
}

inline bool has_name(const EntityProfile& profile, const std::vector<std::string>& words) {
  return std::any_of(profile.names.begin(), profile.names.end(),
                     [&](const ParsedName& name) { return name.words == words; });
}

/// "Sandiganbayan" of "Philippine Sandiganbayan", not "Larnex" of "Larnex in Peru".
inline bool ends_in(const ParsedName& full, const ParsedName& brief) {
  return full.words.size() > brief.words.size() &&
         std::equal(brief.words.rbegin(), brief.words.rend(), full.words.rbegin());
}

}  // namespace relata

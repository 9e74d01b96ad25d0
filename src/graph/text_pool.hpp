// One copy of every text while a graph is made.
#pragma once

#include <string_view>
#include <unordered_map>

#include "relata/graph/shared_text.hpp"

namespace relata {

class TextPool {
 public:
  const SharedText& share(std::string_view text) {
    if (const auto found = texts_.find(text); found != texts_.end()) return found->second;
    const SharedText shared(text);
    return texts_.emplace(shared.view(), shared).first->second;
  }

 private:
  std::unordered_map<std::string_view, SharedText> texts_;  ///< keys are the values' bytes
};

}  // namespace relata

// Blocks as people read them, for expectations in tests.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "relata/text/document.hpp"

namespace relata::testing {

/// "headline: Port reopens" for each block.
inline std::vector<std::string> block_texts(const Document& document) {
  constexpr std::array<const char*, 9> kNames = {"paragraph", "headline", "heading",
                                                 "item",      "caption",  "dateline",
                                                 "date",      "byline",   "furniture"};
  std::vector<std::string> texts;
  for (const Block& block : document.blocks) {
    texts.push_back(std::string(kNames[static_cast<std::size_t>(block.kind)]) + ": " +
                    document.text.substr(block.span.start, block.span.size()));
  }
  return texts;
}

}  // namespace relata::testing

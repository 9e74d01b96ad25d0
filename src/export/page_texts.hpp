// The table of texts that the data of a page refer to.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "export/clean_text.hpp"
#include "relata/core/json.hpp"

namespace relata::detail {

/// Numbers texts, made clean, in the order in which they first come; 0 is the empty one.
class TextTable {
 public:
  std::size_t number(std::string_view text) {
    const auto [found, is_new] = numbers_.try_emplace(clean_line(text), texts_.size());
    if (is_new) texts_.push_back(&found->first);
    return found->second;
  }

  void write(JsonWriter& json) const {
    json.begin_array();
    for (const std::string* text : texts_) json.string(*text);
    json.end_array();
  }

 private:
  std::unordered_map<std::string, std::size_t> numbers_{{std::string(), 0}};
  std::vector<const std::string*> texts_{&numbers_.begin()->first};
};

}  // namespace relata::detail

#include "resolve/name_heads.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace relata {
namespace {

/// Compass directions and numbers.
bool tells_apart(std::string_view word) {
  return is_direction(word) || word.find_first_of("0123456789") != word.npos;
}

bool joins_names(std::string_view surface) {
  return surface.find(" and ") != surface.npos || surface.find(" or ") != surface.npos ||
         surface.find(" near ") != surface.npos || surface.find(" & ") != surface.npos ||
         surface.find('/') != surface.npos || surface.find("–") != surface.npos;
}

/// "Sunshine City" of "Store at Sunshine City", "Houthi" of "pro-Houthi": the name stands in what
/// says where or which the other is.
bool stands_behind_link(const std::string& full, const std::string& brief) {
  const std::size_t at = full.rfind(brief);
  if (at == full.npos || at == 0) return false;
  if (full[at - 1] == '-') return true;
  const std::string_view before(full.data(), at);
  for (const std::string_view link : {" at ", " on ", " in ", " for ", " from "}) {
    if (before.find(link) != before.npos) return true;
  }
  return false;
}

}  // namespace

bool fits_longer_names(const EntityProfile& called, const ParsedName& brief,
                       const ParsedName& full) {
  return std::all_of(called.names.begin(), called.names.end(), [&](const ParsedName& name) {
    return &name == &brief || name.words.size() < 2 || name.words == full.words ||
           abbreviates(name.words, full.words) || abbreviates(full.words, name.words);
  });
}

bool names_head(const ParsedName& brief, const ParsedName& full) {
  // "Toledo, Ohio", "Toledo and Ohio": not Ohio alone.
  if (full.surface.find(',') != std::string::npos || joins_names(full.surface) ||
      stands_behind_link(full.surface, brief.surface)) {
    return false;
  }
  // "Peru's High Court", "High Court of Justice": the country is no word of the name.
  const std::vector<std::string>& words =
      brief.of_country.empty() || !full.of_country.empty() ? brief.words : brief.bare_words;
  if (words.size() >= full.words.size() || words.back() != head_word(full) ||
      !abbreviates(words, full.words) || !brief.country.empty() || !full.country.empty()) {
    return false;
  }
  // "Peruvian Navy" is not "Harbour Guard Navy": what stands before the noun tells which one.
  if (&words == &brief.bare_words && !std::equal(words.begin(), words.end(), full.words.begin())) {
    return false;
  }
  // "North Kivu" is a part of Kivu, "11th Division" one of several.
  return std::none_of(full.words.begin(), full.words.end(), [&](const std::string& word) {
    return std::find(words.begin(), words.end(), word) == words.end() && tells_apart(word);
  });
}

}  // namespace relata

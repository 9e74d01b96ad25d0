#include "graph/denied_label.hpp"

#include <algorithm>
#include <array>
#include <sstream>

#include "relata/core/unicode.hpp"

namespace relata {
namespace {

bool is_negator(std::string_view word) {
  constexpr std::array<std::string_view, 14> kWords = {
      "not", "no",     "never", "nobody",  "nothing", "none",   "neither",
      "nor", "cannot", "yet",   "without", "unable",  "rather", "instead"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end() || word.ends_with("n't") ||
         word.ends_with("n’t");
}

/// Beginnings of verbs that turn round what they are followed by ("barred from", "refused to"). A
/// label with one of them holds the clause below as well.
bool denies(std::string_view word) {
  constexpr std::array<std::string_view, 19> kBeginnings = {
      "barr",  "bann",    "prevent", "stopp",  "stops", "block", "prohibit",
      "forb",  "deter",   "refus",   "declin", "denie", "deny",  "fail",
      "avoid", "neglect", "forgot",  "dissua", "reject"};
  return std::any_of(kBeginnings.begin(), kBeginnings.end(),
                     [&](std::string_view beginning) { return word.starts_with(beginning); });
}

bool is_auxiliary(std::string_view word) {
  constexpr std::array<std::string_view, 21> kWords = {
      "is",  "are",  "was",   "were", "am",    "be",    "has",    "have", "had",   "do",  "does",
      "did", "will", "would", "can",  "could", "shall", "should", "may",  "might", "must"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

}  // namespace

bool says_no(std::string_view text) {
  std::istringstream words(to_lower(text));
  for (std::string word; words >> word;) {
    if (is_negator(word) || denies(word)) return true;
  }
  return false;
}

std::string denied_label(const std::string& label, const std::string& object) {
  if (says_no(label)) return label;
  const std::string first = to_lower(object.substr(0, object.find(' ')));
  if (first == "no" || first == "neither") return label + ' ' + first;
  const std::size_t blank = label.find(' ');
  if (blank != std::string::npos && is_auxiliary(label.substr(0, blank))) {
    return label.substr(0, blank) + " not" + label.substr(blank);
  }
  return "not " + label;
}

}  // namespace relata

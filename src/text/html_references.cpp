#include "text/html_references.hpp"

#include <algorithm>

#include "text/html_page.hpp"

namespace relata {
namespace {

/// The longest name has 32 letters ("&CounterClockwiseContourIntegral;"); numbers may have zeros.
constexpr std::size_t kMaxReferenceBytes = 64;

bool is_name_character(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// '&', a '#' perhaps, letters and digits, and a semicolon if there is one.
std::string_view candidate(std::string_view page, std::size_t ampersand) {
  std::size_t end = ampersand + 1;
  if (end < page.size() && page[end] == '#') ++end;
  while (end < page.size() && is_name_character(page[end])) ++end;
  if (end < page.size() && page[end] == ';') ++end;
  return page.substr(ampersand, std::min(end - ampersand, kMaxReferenceBytes));
}

CharacterReference ask_parser(std::string_view spelled) {
  // The letter keeps white space from being dropped before the body's first word.
  const std::string page = "<!DOCTYPE html><body>x" + std::string(spelled);
  const GumboTree tree = parse_html(page);
  std::string decoded = text_content(*tree->root);
  decoded.erase(0, 1);
  if (decoded == spelled) return {};
  // "&notit;" is "¬it;": what ends both alike is no part of the reference, but something is.
  std::size_t rest = 0;
  while (rest + 1 < decoded.size() && rest + 1 < spelled.size() &&
         decoded[decoded.size() - 1 - rest] == spelled[spelled.size() - 1 - rest]) {
    ++rest;
  }
  return {decoded.substr(0, decoded.size() - rest), spelled.size() - rest};
}

}  // namespace

CharacterReference CharacterReferences::at(std::string_view page, std::size_t ampersand) {
  const std::string_view spelled = candidate(page, ampersand);
  if (spelled.size() < 3) return {};
  const auto known = known_.find(spelled);
  if (known != known_.end()) return known->second;
  return known_.emplace(spelled, ask_parser(spelled)).first->second;
}

}  // namespace relata

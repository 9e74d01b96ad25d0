#include "analysis/conllu_misc.hpp"

#include <algorithm>

namespace relata {

std::optional<std::string_view> misc_value(std::string_view misc, std::string_view key) {
  while (!misc.empty()) {
    const std::string_view pair = misc.substr(0, misc.find('|'));
    if (pair.size() > key.size() && pair[key.size()] == '=' && pair.starts_with(key)) {
      return pair.substr(key.size() + 1);
    }
    misc.remove_prefix(std::min(misc.size(), pair.size() + 1));
  }
  return std::nullopt;
}

std::string escape_spaces(std::string_view spaces) {
  std::string out;
  for (const char c : spaces) {
    switch (c) {
      case ' ':
        out += "\\s";
        break;
      case '\t':
        out += "\\t";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\n':
        out += "\\n";
        break;
      case '|':
        out += "\\p";
        break;
      case '\\':
        out += "\\\\";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::optional<std::string> unescape_spaces(std::string_view escaped) {
  std::string out;
  for (std::size_t i = 0; i < escaped.size(); ++i) {
    if (escaped[i] != '\\') {
      out += escaped[i];
      continue;
    }
    if (++i == escaped.size()) return std::nullopt;
    switch (escaped[i]) {
      case 's':
        out += ' ';
        break;
      case 't':
        out += '\t';
        break;
      case 'r':
        out += '\r';
        break;
      case 'n':
        out += '\n';
        break;
      case 'p':
        out += '|';
        break;
      case '\\':
        out += '\\';
        break;
      default:
        return std::nullopt;
    }
  }
  return out;
}

}  // namespace relata

#include "export/xml_text.hpp"

#include "export/clean_text.hpp"

namespace relata::detail {

void append_text(std::string& out, std::string_view text) {
  for (const char character : text) {
    switch (character) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      default:
        out += character;
    }
  }
}

void append_attribute(std::string& out, std::string_view name, std::string_view value) {
  out += ' ';
  out += name;
  out += "=\"";
  for (const char character : value) {
    if (character == '"') {
      out += "&quot;";
    } else {
      append_text(out, std::string_view(&character, 1));
    }
  }
  out += '"';
}

void append_generator_comment(std::string& out, std::string_view generator) {
  if (generator.empty()) return;
  out += "<!-- ";
  char last = ' ';
  for (const char character : clean_line(generator)) {
    // Two hyphens may not stand in a comment (XML 1.0, 2.5).
    out += character == '-' && last == '-' ? '~' : character;
    last = out.back();
  }
  out += " -->\n";
}

std::string join_holders(const Fact& fact) {
  if (fact.status != Status::kClaimed) return {};
  std::string holders = join_list(fact.attributed_to);
  return holders.empty() ? "unnamed" : holders;
}

}  // namespace relata::detail

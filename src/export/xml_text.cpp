#include "export/xml_text.hpp"

#include "export/clean_text.hpp"

namespace relata::detail {

namespace {

std::string_view reference(char character) {
  switch (character) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    default:
      return "&quot;";
  }
}

/// The characters of `special` as references; the stretches between them are copied whole.
void append_escaped(std::string& out, std::string_view text, std::string_view special) {
  std::size_t from = 0;
  for (std::size_t at; (at = text.find_first_of(special, from)) != std::string_view::npos;
       from = at + 1) {
    out += text.substr(from, at - from);
    out += reference(text[at]);
  }
  out += text.substr(from);
}

}  // namespace

void append_text(std::string& out, std::string_view text) { append_escaped(out, text, "&<>"); }

void append_attribute(std::string& out, std::string_view name, std::string_view value) {
  out += ' ';
  out += name;
  out += "=\"";
  append_escaped(out, value, "&<>\"");
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

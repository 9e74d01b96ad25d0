// What is found out about a page before the parser sees it, and where its markup is.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace relata {

/// Elements within each other. The parser takes quadratic time in unclosed depth: 10,000 take 2 s.
constexpr std::size_t kMaxHtmlDepth = 1000;

/// The encoding that a meta element in the first bytes declares; empty when none does.
/// https://html.spec.whatwg.org/#prescan-a-byte-stream-to-determine-its-encoding
std::string find_declared_encoding(std::string_view bytes);

/// Throws Error, with the byte in `page`, where more than kMaxHtmlDepth elements are open, or where
/// one has some thousands of attributes. Elements whose end tag may be left out, such as <p> and
/// <li>, don't count: what contains them does.
void refuse_deep_html(std::string_view page);

/// A start or end tag; the name is empty when it is none.
struct HtmlTag {
  std::string_view name;
  bool closing = false;
};

/// The tag whose '<' is at `at`.
HtmlTag tag_at(std::string_view page, std::size_t at);

/// Where the markup that starts at `at`, a '<', ends; `at` itself when that is a mere character.
/// Tags, comments, declarations, and what the parser takes for comments.
std::size_t markup_end(std::string_view page, std::size_t at);

}  // namespace relata

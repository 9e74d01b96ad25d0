// The text of a parsed page in blocks, with the way back to the page's bytes.
#pragma once

#include <gumbo.h>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "relata/text/document.hpp"

namespace relata {

using GumboTree = std::unique_ptr<GumboOutput, void (*)(GumboOutput*)>;

/// `page` must outlive the tree, whose nodes point into it.
GumboTree parse_html(std::string_view page);

/// What stands between two block boundaries.
struct HtmlBlock {
  Span span;
  BlockKind told = BlockKind::kParagraph;  ///< by its element
  bool in_furniture = false;               ///< inside navigation, forms and such
  bool preformatted = false;
  std::size_t link_bytes = 0;          ///< of its text, how much is link
  const GumboNode* element = nullptr;  ///< the block element that holds it
};

struct HtmlPage {
  std::string text;  ///< blocks with a blank line between them
  SourceMap source;  ///< to the bytes of the page as decoded; not monotonic where the parser moved
                     ///< text, but so within each block
  std::vector<HtmlBlock> blocks;
};

/// Everything that readers see of `tree`: no scripts, styles, hidden elements.
HtmlPage read_html_page(std::string_view page, const GumboNode& root);

/// The value of an attribute, if the element has it.
std::optional<std::string_view> attribute(const GumboNode& element, const char* name);

/// The texts of all nodes below, as they are.
std::string text_content(const GumboNode& node);

/// Elements only: children of an element or a document.
const GumboVector* children_of(const GumboNode& node);

}  // namespace relata

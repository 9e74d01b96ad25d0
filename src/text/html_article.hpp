// Which blocks of a page are its article.
#pragma once

#include <gumbo.h>

#include <string>
#include <string_view>
#include <vector>

#include "text/html_page.hpp"

namespace relata {

/// Is the block a paragraph or item of eight words and more that ends like a sentence and is not
/// mostly link, outside navigation and forms?
bool is_running_text(const HtmlPage& page, const HtmlBlock& block);

/// For each block of `page`, whether it is furniture of the site.
///
/// The article's element is the deepest that holds four fifths of the running text; what stands
/// outside it is furniture, but for the headline and dates, bylines and captions between the two.
/// Inside, blocks that are mostly link, and those of navigation and forms, are.
std::vector<bool> find_furniture(const HtmlPage& page, const GumboNode& root);

/// The headline in the page's words: of the level-one headings that are no furniture the longest
/// that is in the title, else the first of three words; where there is none, the first block that
/// says at least half of the title. The index of its block, or the number of blocks.
std::size_t find_headline_block(const HtmlPage& page, std::string_view title);

}  // namespace relata

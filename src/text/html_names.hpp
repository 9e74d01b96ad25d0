// What the makers of a page call its parts: the classes and ids by which they style them.
#pragma once

#include <gumbo.h>

#include <string>
#include <string_view>
#include <vector>

#include "text/html_page.hpp"

namespace relata {

/// The words of a class or id in lower case: "cookieBanner is-open" → cookie, banner, is, open. One
/// that is only denied or announced ("no-sidebar", "has-comments", "with-ads") is none.
std::vector<std::string> words_of_names(std::string_view names);

/// Marks as furniture the blocks of elements that are named as what stands around an article or is
/// put into it: cookie banners, newsletter forms, share buttons, related links, advertisements,
/// sidebars, comments. A name is not believed of an element with the page's headline or with half
/// of its running text, unless it names readers' comments; nor are all of them, if no running text
/// would be left.
void mark_named_furniture(HtmlPage& page, const GumboNode& root);

}  // namespace relata

// What a page says about itself in its head and in its structured data.
#pragma once

#include <gumbo.h>

#include <string>
#include <vector>

namespace relata {

struct HtmlFacts {
  std::string title;                 ///< og:title, else the title element
  std::string published;             ///< YYYY-MM-DD, or empty
  std::string modified;              ///< the same
  std::string url;                   ///< canonical link, else og:url
  std::string language;              ///< ISO 639-1, of the html element or a meta element
  std::vector<std::string> authors;  ///< as named in structured data and the author's meta element
};

/// Open Graph (https://ogp.me), schema.org in JSON-LD and microdata, Dublin Core, and the names
/// that publishers use beside them; the first of each that can be read.
HtmlFacts find_html_facts(const GumboNode& root);

}  // namespace relata

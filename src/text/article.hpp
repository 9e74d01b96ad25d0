// The parts of a news story, told by their form and place.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "relata/text/document.hpp"
#include "text/layout.hpp"

namespace relata {

/// What a story is made of, and what its own lines say about it.
struct Article {
  std::vector<Block> blocks;
  std::string title;  ///< of the headline, or as given
  std::string date;   ///< of a date line: of publication, else of the update; or as given
};

/// What is known of an article before it is read; empty where nothing is.
struct KnownFacts {
  std::string title;
  std::string date;
  std::vector<std::string> authors = {};  ///< bylines of just these names are told by nothing else
};

/// Where the articles of a text begin: spans that cover it without a gap. A further article starts
/// at a headline behind a blank line and behind running text, if before its own running text two of
/// these speak for it, of which the first counts twice: the headline stands there again; a line
/// with a date; a byline; a dateline.
std::vector<Span> split_articles(std::string_view text);

/// Blocks, title and date of the one article in `part`. Every character of it that is no white
/// space is in a block.
Article read_article(std::string_view text, Span part, const KnownFacts& known);

/// The same over units that mark-up has found. What it told stands, but for paragraphs: those may
/// turn out to be dates, bylines, captions or items.
Article read_article(std::string_view text, const std::vector<Unit>& units,
                     const KnownFacts& known);

}  // namespace relata

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "relata/core/hash.hpp"
#include "relata/core/unicode.hpp"
#include "text/article.hpp"
#include "text/html_article.hpp"
#include "text/html_facts.hpp"
#include "text/html_names.hpp"
#include "text/html_page.hpp"
#include "text/html_scan.hpp"
#include "text/reading_builder.hpp"

namespace relata {
namespace {

/// The units of the article; all other blocks are added to `furniture`.
std::vector<Unit> article_units(const HtmlPage& page, const std::vector<bool>& is_furniture,
                                std::size_t headline, std::vector<Block>& furniture) {
  std::vector<Unit> units;
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    const HtmlBlock& block = page.blocks[i];
    if (is_furniture[i] && i != headline) {
      furniture.push_back({BlockKind::kFurniture, block.span});
      continue;
    }
    if (block.preformatted) {
      for (const Unit& unit : find_units(page.text, block.span)) units.push_back(unit);
      continue;
    }
    BlockKind told = block.told;
    if (told == BlockKind::kHeadline && i != headline) told = BlockKind::kHeading;
    if (i == headline) told = BlockKind::kHeadline;
    units.push_back({block.span, 1, told});
  }
  return units;
}

}  // namespace

void read_html(ReadingBuilder& builder) {
  const Input& input = builder.input();
  builder.refuse_huge_input();
  refuse_known_binary(input.bytes);
  const DecodedText decoded = decode_detected(input.bytes, find_declared_encoding(input.bytes));
  refuse_control_characters(decoded);
  try {
    refuse_deep_html(decoded.text);
  } catch (const Error& error) {
    const std::size_t byte = *error.place().offset;
    throw Error(error.what(),
                Place{{}, error.place().line, decoded.source.to_source({byte, byte + 1}).start});
  }
  const GumboTree tree = parse_html(decoded.text);
  HtmlPage page = read_html_page(decoded.text, *tree->root);
  if (page.blocks.empty()) throw Error("page without text, expected an article");
  mark_named_furniture(page, *tree->root);
  HtmlFacts facts = find_html_facts(*tree->root);
  const std::size_t headline = find_headline_block(page, facts.title);
  std::vector<Block> blocks;
  const std::vector<Unit> units =
      article_units(page, find_furniture(page, *tree->root), headline, blocks);
  KnownFacts known;
  if (headline == page.blocks.size()) known.title = facts.title;
  known.date = facts.published;
  known.authors = std::move(facts.authors);
  Article article = read_article(page.text, units, known);
  blocks.insert(blocks.end(), article.blocks.begin(), article.blocks.end());
  std::sort(blocks.begin(), blocks.end(),
            [](const Block& a, const Block& b) { return a.span < b.span; });

  Document document;
  document.id = input.id;
  document.title = std::move(article.title);
  document.date = article.date.empty() ? std::move(facts.modified) : std::move(article.date);
  document.url = std::move(facts.url);
  document.language = std::move(facts.language);
  document.source = compose(page.source, decoded.source);
  document.text = std::move(page.text);
  document.blocks = std::move(blocks);
  document.sha256 = to_hex(sha256(input.bytes));
  document.bytes = input.bytes.size();
  builder.add(std::move(document), {});
}

}  // namespace relata

#include "text/html_article.hpp"

#include <algorithm>
#include <unordered_map>

#include "relata/core/unicode.hpp"
#include "text/date_line.hpp"
#include "text/layout.hpp"
#include "text/news_lines.hpp"

namespace relata {
namespace {

/// Words of a paragraph that is no label and no teaser's headline.
constexpr std::size_t kMinProseWords = 8;
/// Share of the running text that the article's element holds at least, in fifths.
constexpr std::size_t kArticleFifths = 4;

std::string_view words_of(const HtmlPage& page, const HtmlBlock& block) {
  return std::string_view(page.text).substr(block.span.start, block.span.size());
}

bool is_mostly_link(const HtmlBlock& block) { return block.link_bytes * 5 > block.span.size() * 3; }

/// Bytes of running text below each element that has any.
class ProseSums {
 public:
  ProseSums(const HtmlPage& page, const GumboNode& root) {
    for (const HtmlBlock& block : page.blocks) {
      if (is_running_text(page, block)) own_[block.element] += block.span.size();
    }
    sum(root);
  }

  std::size_t of(const GumboNode& node) const {
    const auto found = sums_.find(&node);
    return found == sums_.end() ? 0 : found->second;
  }

  /// Does the node hold running text that is in none of its children?
  bool has_own(const GumboNode& node) const { return own_.contains(&node); }

 private:
  std::size_t sum(const GumboNode& node) {
    const auto found = own_.find(&node);
    std::size_t total = found == own_.end() ? 0 : found->second;
    const GumboVector* children = children_of(node);
    for (unsigned i = 0; children != nullptr && i < children->length; ++i) {
      total += sum(*static_cast<const GumboNode*>(children->data[i]));
    }
    if (total != 0) sums_[&node] = total;
    return total;
  }

  // Looked up only, never walked: the order of addresses shows nowhere.
  std::unordered_map<const GumboNode*, std::size_t> own_;
  std::unordered_map<const GumboNode*, std::size_t> sums_;
};

const GumboNode& find_article(const GumboNode& root, const ProseSums& sums) {
  const std::size_t total = sums.of(root);
  const GumboNode* article = &root;
  while (total != 0) {
    const GumboNode* next = nullptr;
    const GumboVector* children = children_of(*article);
    for (unsigned i = 0; children != nullptr && i < children->length; ++i) {
      const auto* child = static_cast<const GumboNode*>(children->data[i]);
      if (sums.of(*child) * 5 >= total * kArticleFifths) next = child;
    }
    // A paragraph is no article: its neighbours belong to it.
    if (next == nullptr || sums.has_own(*next)) break;
    article = next;
  }
  return *article;
}

bool is_inside(const GumboNode* node, const GumboNode& outer) {
  for (; node != nullptr; node = node->parent) {
    if (node == &outer) return true;
  }
  return false;
}

/// The nearest element around `article` by which the page itself marks one.
const GumboNode& marked_around(const GumboNode& article) {
  for (const GumboNode* node = &article; node != nullptr; node = node->parent) {
    if (node->type != GUMBO_NODE_ELEMENT) continue;
    const GumboTag tag = node->v.element.tag;
    if (tag == GUMBO_TAG_ARTICLE || tag == GUMBO_TAG_MAIN) return *node;
  }
  return article;
}

std::string key_of(std::string_view text) { return fold_for_key(clean_label(text)); }

}  // namespace

bool is_running_text(const HtmlPage& page, const HtmlBlock& block) {
  if (block.in_furniture || is_mostly_link(block)) return false;
  if (block.told != BlockKind::kParagraph && block.told != BlockKind::kListItem) return false;
  const std::string_view words = words_of(page, block);
  return ends_sentence(words) && count_words(words) >= kMinProseWords;
}

std::vector<bool> find_furniture(const HtmlPage& page, const GumboNode& root) {
  const ProseSums sums(page, root);
  const GumboNode& article = find_article(root, sums);
  const GumboNode& marked = marked_around(article);
  std::vector<bool> furniture;
  bool headline_seen = false;
  bool article_seen = false;
  for (const HtmlBlock& block : page.blocks) {
    const bool inside = is_inside(block.element, article);
    const std::string_view words = words_of(page, block);
    article_seen = article_seen || inside;
    bool is_content = inside;
    if (!inside && block.told == BlockKind::kHeadline) {
      is_content = !article_seen;
    } else if (!inside) {
      const bool head = headline_seen && !article_seen;
      const bool told = parse_date_line(words) || is_byline(words) || is_caption(words) ||
                        block.told == BlockKind::kCaption;
      is_content =
          (head && told) || (is_inside(block.element, marked) && is_running_text(page, block));
    }
    const bool link = is_mostly_link(block) && block.told != BlockKind::kHeadline;
    furniture.push_back(!is_content || block.in_furniture || link);
    headline_seen = headline_seen || (block.told == BlockKind::kHeadline && !furniture.back());
  }
  return furniture;
}

std::size_t find_headline_block(const HtmlPage& page, std::string_view title) {
  const std::string wanted = key_of(title);
  const std::size_t none = page.blocks.size();
  std::size_t first = none;
  std::size_t agreeing = none;
  std::size_t agreeing_size = 0;
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    const HtmlBlock& block = page.blocks[i];
    if (block.told != BlockKind::kHeadline || block.in_furniture) continue;
    const std::string key = key_of(words_of(page, block));
    // Titles name the site too, before or behind; so may a logo of level one.
    const bool agrees = wanted.find(key) != std::string::npos && key.size() * 3 >= wanted.size();
    if (!wanted.empty() && agrees && key.size() > agreeing_size) {
      agreeing = i;
      agreeing_size = key.size();
    }
    if (first == none && count_words(words_of(page, block)) > 2) first = i;
  }
  if (agreeing != none || first != none) return agreeing != none ? agreeing : first;
  // No heading: the first block that says most of the title.
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    const HtmlBlock& block = page.blocks[i];
    if (block.in_furniture || block.span.size() > title.size()) continue;
    const std::string key = key_of(words_of(page, block));
    if (count_words(key) > 2 && key.size() * 2 >= wanted.size() &&
        wanted.find(key) != std::string::npos) {
      return i;
    }
  }
  return none;
}

}  // namespace relata

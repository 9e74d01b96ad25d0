#include "text/html_names.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <unordered_map>

#include "relata/core/unicode.hpp"
#include "text/html_article.hpp"

namespace relata {
namespace {

/// Names that readers' tools and publishers' style sheets share, after the list by which Firefox's
/// reader view leaves parts out (https://github.com/mozilla/readability, unlikelyCandidates).
constexpr std::array<std::string_view, 41> kFurnitureNames = {"ad",
                                                              "ads",
                                                              "advert",
                                                              "advertisement",
                                                              "advertising",
                                                              "banner",
                                                              "breadcrumb",
                                                              "breadcrumbs",
                                                              "consent",
                                                              "cookie",
                                                              "cookies",
                                                              "footer",
                                                              "gdpr",
                                                              "masthead",
                                                              "menu",
                                                              "modal",
                                                              "nav",
                                                              "navbar",
                                                              "navigation",
                                                              "newsletter",
                                                              "newsletters",
                                                              "outbrain",
                                                              "pagination",
                                                              "paywall",
                                                              "popup",
                                                              "promo",
                                                              "recirc",
                                                              "recommended",
                                                              "related",
                                                              "relatedposts",
                                                              "share",
                                                              "sharedaddy",
                                                              "sharing",
                                                              "sidebar",
                                                              "signup",
                                                              "social",
                                                              "sponsored",
                                                              "subscribe",
                                                              "taboola",
                                                              "trending",
                                                              "recommendations"};
constexpr std::array<std::string_view, 4> kCommentNames = {"comment", "comments", "commentlist",
                                                           "disqus"};
constexpr std::array<std::string_view, 4> kDenials = {"no", "has", "with", "without"};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

enum class Named { kContent, kFurniture, kComments };

Named named_as(const GumboNode& element) {
  if (element.type != GUMBO_NODE_ELEMENT) return Named::kContent;
  const GumboTag tag = element.v.element.tag;
  // The names of these are about the whole page.
  if (tag == GUMBO_TAG_HTML || tag == GUMBO_TAG_BODY) return Named::kContent;
  Named named = Named::kContent;
  for (const char* name : {"class", "id"}) {
    const auto value = attribute(element, name);
    if (!value) continue;
    for (const std::string& word : words_of_names(*value)) {
      if (is_one_of(kCommentNames, word)) return Named::kComments;
      if (is_one_of(kFurnitureNames, word)) named = Named::kFurniture;
    }
  }
  return named;
}

/// What stands below an element, and whether its name is one of furniture.
struct Part {
  Named named = Named::kContent;
  std::size_t prose = 0;  ///< bytes of running text
  bool headline = false;
};

class PartsOfPage {
 public:
  PartsOfPage(HtmlPage& page, const GumboNode& root) : page_(page) {
    for (const HtmlBlock& block : page.blocks) {
      own_[block.element].prose += is_running_text(page, block) ? block.span.size() : 0;
      if (block.told == BlockKind::kHeadline) own_[block.element].headline = true;
    }
    whole_ = sum(root);
  }

  void mark() {
    std::vector<std::size_t> found;
    std::size_t prose_left = 0;
    for (std::size_t i = 0; i < page_.blocks.size(); ++i) {
      const HtmlBlock& block = page_.blocks[i];
      if (is_inside_furniture(block.element)) {
        found.push_back(i);
      } else if (is_running_text(page_, block)) {
        prose_left += block.span.size();
      }
    }
    if (prose_left == 0) return;
    for (const std::size_t i : found) page_.blocks[i].in_furniture = true;
  }

 private:
  /// The parser's depth is bounded by refuse_deep_html, and so is this recursion.
  Part sum(const GumboNode& node) {
    Part part = own_[&node];
    const GumboVector* children = children_of(node);
    for (unsigned i = 0; children != nullptr && i < children->length; ++i) {
      const Part below = sum(*static_cast<const GumboNode*>(children->data[i]));
      part.prose += below.prose;
      part.headline = part.headline || below.headline;
    }
    part.named = named_as(node);
    own_[&node] = part;
    return part;
  }

  bool is_inside_furniture(const GumboNode* node) const {
    for (; node != nullptr; node = node->parent) {
      const auto found = own_.find(node);
      if (found == own_.end()) continue;
      const Part& part = found->second;
      if (part.named == Named::kContent || part.headline) continue;
      if (part.named == Named::kComments || part.prose * 2 < whole_.prose) return true;
    }
    return false;
  }

  HtmlPage& page_;
  // Looked up only, never walked: the order of addresses shows nowhere.
  std::unordered_map<const GumboNode*, Part> own_;
  Part whole_;
};

}  // namespace

std::vector<std::string> words_of_names(std::string_view names) {
  std::vector<std::string> words;
  std::string word;
  bool denied = false;
  const auto end_word = [&] {
    if (word.empty()) return;
    word = to_lower(word);
    const bool denies = is_one_of(kDenials, word);
    if (!denied && !denies) words.push_back(word);
    denied = denies;
    word.clear();
  };
  bool lower = false;
  for (const char c : names) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool letter = upper || (c >= 'a' && c <= 'z');
    if (!letter || (upper && lower)) end_word();
    // A denial reaches no further than its own name.
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') denied = false;
    if (letter) word += c;
    lower = letter && !upper;
  }
  end_word();
  return words;
}

void mark_named_furniture(HtmlPage& page, const GumboNode& root) {
  if (page.blocks.empty()) return;
  PartsOfPage(page, root).mark();
}

}  // namespace relata

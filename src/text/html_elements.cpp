#include "text/html_elements.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "relata/core/unicode.hpp"
#include "text/html_page.hpp"

namespace relata {
namespace {

template <std::size_t N>
bool is_one_of(const std::array<GumboTag, N>& tags, GumboTag tag) {
  return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

bool has_descendant(const GumboNode& node, GumboTag tag, std::size_t at_least) {
  std::vector<const GumboNode*> open = {&node};
  std::size_t found = 0;
  while (!open.empty()) {
    const GumboNode& next = *open.back();
    open.pop_back();
    const GumboVector* children = children_of(next);
    if (children == nullptr) continue;
    for (unsigned i = 0; i < children->length; ++i) {
      const auto* child = static_cast<const GumboNode*>(children->data[i]);
      if (child->type != GUMBO_NODE_ELEMENT) continue;
      if (child->v.element.tag == tag && ++found >= at_least) return true;
      open.push_back(child);
    }
  }
  return false;
}

}  // namespace

bool is_unseen(GumboTag tag) {
  constexpr std::array<GumboTag, 19> kUnseen = {
      GUMBO_TAG_HEAD,   GUMBO_TAG_SCRIPT,  GUMBO_TAG_STYLE,    GUMBO_TAG_NOSCRIPT,
      GUMBO_TAG_IFRAME, GUMBO_TAG_OBJECT,  GUMBO_TAG_TEMPLATE, GUMBO_TAG_SVG,
      GUMBO_TAG_MATH,   GUMBO_TAG_CANVAS,  GUMBO_TAG_AUDIO,    GUMBO_TAG_VIDEO,
      GUMBO_TAG_SELECT, GUMBO_TAG_EMBED,   GUMBO_TAG_TEXTAREA, GUMBO_TAG_DATALIST,
      GUMBO_TAG_TITLE,  GUMBO_TAG_NOEMBED, GUMBO_TAG_NOFRAMES};
  return is_one_of(kUnseen, tag);
}

bool is_inline(GumboTag tag) {
  constexpr std::array<GumboTag, 40> kInline = {
      GUMBO_TAG_A,      GUMBO_TAG_ABBR, GUMBO_TAG_ACRONYM, GUMBO_TAG_B,       GUMBO_TAG_BDI,
      GUMBO_TAG_BDO,    GUMBO_TAG_BIG,  GUMBO_TAG_CITE,    GUMBO_TAG_CODE,    GUMBO_TAG_DATA,
      GUMBO_TAG_DEL,    GUMBO_TAG_DFN,  GUMBO_TAG_EM,      GUMBO_TAG_FONT,    GUMBO_TAG_I,
      GUMBO_TAG_IMG,    GUMBO_TAG_INS,  GUMBO_TAG_KBD,     GUMBO_TAG_MARK,    GUMBO_TAG_NOBR,
      GUMBO_TAG_Q,      GUMBO_TAG_RB,   GUMBO_TAG_RP,      GUMBO_TAG_RT,      GUMBO_TAG_RUBY,
      GUMBO_TAG_S,      GUMBO_TAG_SAMP, GUMBO_TAG_SMALL,   GUMBO_TAG_SPAN,    GUMBO_TAG_STRIKE,
      GUMBO_TAG_STRONG, GUMBO_TAG_SUB,  GUMBO_TAG_SUP,     GUMBO_TAG_TIME,    GUMBO_TAG_TT,
      GUMBO_TAG_U,      GUMBO_TAG_VAR,  GUMBO_TAG_WBR,     GUMBO_TAG_UNKNOWN, GUMBO_TAG_SOURCE};
  return is_one_of(kInline, tag);
}

bool is_hidden(const GumboNode& element) {
  if (attribute(element, "hidden")) return true;
  const auto style = attribute(element, "style");
  if (!style) return false;
  std::string compact;
  for (const char c : to_lower(*style)) {
    if (c != ' ') compact += c;
  }
  return compact.find("display:none") != std::string::npos ||
         compact.find("visibility:hidden") != std::string::npos;
}

bool is_furniture(const GumboNode& element) {
  if (const auto role = attribute(element, "role")) {
    for (const std::string_view name :
         {"navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar",
          "toolbar", "dialog", "alertdialog", "button", "tablist"}) {
      if (*role == name) return true;
    }
  }
  switch (element.v.element.tag) {
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_LABEL:
    case GUMBO_TAG_MENU:
    case GUMBO_TAG_LEGEND:
      return true;
    case GUMBO_TAG_HEADER:
      // That of an article holds its headline.
      return !has_descendant(element, GUMBO_TAG_H1, 1);
    case GUMBO_TAG_FORM:
      // Some page builders put the whole page into one.
      return !has_descendant(element, GUMBO_TAG_P, 3);
    default:
      return false;
  }
}

BlockKind told_by(GumboTag tag, BlockKind outer) {
  switch (tag) {
    case GUMBO_TAG_H1:
      return BlockKind::kHeadline;
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
      return BlockKind::kHeading;
    case GUMBO_TAG_LI:
      return BlockKind::kListItem;
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_CAPTION:
      return BlockKind::kCaption;
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_TABLE:
      return BlockKind::kParagraph;
    default:
      return outer;
  }
}

}  // namespace relata

#include "text/html_page.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "relata/core/unicode.hpp"
#include "text/html_elements.hpp"
#include "text/html_references.hpp"
#include "text/html_scan.hpp"
#include "text/layout.hpp"

namespace relata {
namespace {

/// Walks the tree and the page's bytes beside it.
class PageReader {
 public:
  explicit PageReader(std::string_view page) : page_(page) {}

  HtmlPage read(const GumboNode& root) {
    visit(root);
    close_block();
    return std::move(out_);
  }

 private:
  struct Context {
    BlockKind told = BlockKind::kParagraph;
    bool in_furniture = false;
    bool in_link = false;
    bool preformatted = false;
    const GumboNode* element = nullptr;
  };

  /// The parser's depth is bounded by refuse_deep_html, and so is this recursion.
  void visit(const GumboNode& node) {
    switch (node.type) {
      case GUMBO_NODE_TEXT:
      case GUMBO_NODE_WHITESPACE:
      case GUMBO_NODE_CDATA:
        append(node.v.text);
        break;
      case GUMBO_NODE_ELEMENT:
        visit_element(node);
        break;
      case GUMBO_NODE_DOCUMENT:
        visit_children(node);
        break;
      case GUMBO_NODE_COMMENT:
      case GUMBO_NODE_TEMPLATE:
        break;
    }
  }

  void visit_children(const GumboNode& node) {
    const GumboVector* children = children_of(node);
    for (unsigned i = 0; children != nullptr && i < children->length; ++i) {
      visit(*static_cast<const GumboNode*>(children->data[i]));
    }
  }

  void visit_element(const GumboNode& node) {
    const GumboElement& element = node.v.element;
    if (is_unseen(element.tag) || is_hidden(node)) {
      skip(element);
      return;
    }
    if (element.tag == GUMBO_TAG_BR) {
      break_line(element);
      return;
    }
    const Context outer = context_;
    const bool block = !is_inline(element.tag);
    if (block) {
      close_block();
      context_.told = told_by(element.tag, outer.told);
      context_.in_furniture = outer.in_furniture || is_furniture(node);
      context_.preformatted = outer.preformatted || element.tag == GUMBO_TAG_PRE;
      context_.element = &node;
    }
    context_.in_link = outer.in_link || element.tag == GUMBO_TAG_A;
    visit_children(node);
    if (block) close_block();
    context_ = outer;
  }

  std::size_t offset_of(const char* position) const {
    return static_cast<std::size_t>(position - page_.data());
  }

  /// Notes the bytes of an element that is passed over, so that a block may go on behind it.
  void skip(const GumboElement& element) {
    if (element.original_tag.data == nullptr) return;
    const std::size_t start = offset_of(element.original_tag.data);
    const std::size_t end =
        element.original_end_tag.data != nullptr && element.original_end_tag.length != 0
            ? offset_of(element.original_end_tag.data) + element.original_end_tag.length
            : element.end_pos.offset;
    if (end > start) skipped_.insert_or_assign(start, end);
  }

  /// One line break is white space, unless a sentence ends before it; a second ends the block.
  void break_line(const GumboElement& element) {
    if (!is_open()) return;
    const bool second = out_.text.ends_with('\n') && broken_;
    const Span span = trim(out_.text, {start_, out_.text.size()});
    const bool tag = element.original_tag.data != nullptr;
    const std::size_t at = tag ? offset_of(element.original_tag.data) : source_end_;
    if (second || !follows(at) ||
        ends_sentence(std::string_view(out_.text).substr(span.start, span.size()))) {
      close_block();
      return;
    }
    broken_ = true;
    emit("\n", at, tag ? element.original_tag.length : 0);
  }

  bool is_open() const { return out_.text.size() > start_; }

  void close_block() {
    if (!is_open()) return;
    const Span span = trim(out_.text, {start_, out_.text.size()});
    if (!span.empty()) {
      out_.blocks.push_back({span, context_.told, context_.in_furniture, context_.preformatted,
                             std::min(link_bytes_, span.size()), context_.element});
    }
    out_.source.append({out_.text.size(), 2, source_end_, 0});
    out_.text += "\n\n";
    start_ = out_.text.size();
    link_bytes_ = 0;
    broken_ = false;
  }

  void emit(std::string_view text, std::size_t source, std::size_t source_size) {
    out_.source.append({out_.text.size(), text.size(), source, source_size});
    out_.text += text;
    source_end_ = source + source_size;
    if (context_.in_link) link_bytes_ += text.size();
  }

  /// Is there nothing between the block's last byte and `next` that readers would see?
  bool follows(std::size_t next) const {
    if (next < source_end_) return false;
    for (std::size_t at = source_end_; at < next;) {
      const auto skipped = skipped_.find(at);
      if (skipped != skipped_.end()) {
        at = skipped->second;
        continue;
      }
      // White space here has been moved to another place, and so has text behind the tag of a block
      // if the tree has it in one with the text before.
      const std::size_t end = page_[at] == '<' ? markup_end(page_, at) : at;
      if (end == at || has_block_tag(at)) return false;
      at = end;
    }
    return true;
  }

  bool has_block_tag(std::size_t at) const {
    const std::string_view name = tag_at(page_, at).name;
    return !name.empty() &&
           !is_inline(gumbo_tagn_enum(name.data(), static_cast<unsigned>(name.size())));
  }

  /// A text node: its characters one by one beside those of the page, for its bytes there may hold
  /// references, stray tags, and white space that the parser dropped.
  void append(const GumboText& node) {
    const std::string_view text = node.text;
    std::size_t source = offset_of(node.original_text.data);
    if (source > page_.size()) return;
    if (is_open() && !follows(source)) close_block();
    for (std::size_t i = 0; i < text.size();) {
      const std::size_t taken = take_character(text.substr(i), source);
      if (taken != 0) {
        i += taken;
        continue;
      }
      if (source < page_.size() && skip_unread(source)) continue;
      // The parser made this of something else: the rest stands for the rest of the node.
      const std::size_t end = offset_of(node.original_text.data) + node.original_text.length;
      emit(text.substr(i), std::min(source, end), end > source ? end - source : 0);
      return;
    }
  }

  /// Emits the first character of `text` if it is what the page has at `source`; gives its bytes.
  std::size_t take_character(std::string_view text, std::size_t& source) {
    if (source >= page_.size()) return 0;
    const CodePoint wanted = code_point_at(text, 0);
    if (page_[source] == '<' && markup_end(page_, source) != source) return 0;
    if (page_[source] == '&') {
      const CharacterReference reference = references_.at(page_, source);
      if (reference.size != 0) return take_reference(text, reference, source);
    }
    if (page_[source] == '\r' && wanted.value == U'\n') {
      const std::size_t size = page_.substr(source).starts_with("\r\n") ? 2 : 1;
      take(text.substr(0, 1), source, size);
      return 1;
    }
    const CodePoint found = code_point_at(page_, source);
    if (found.value != wanted.value) return 0;
    take(text.substr(0, wanted.size), source, found.size);
    return wanted.size;
  }

  std::size_t take_reference(std::string_view text, const CharacterReference& reference,
                             std::size_t& source) {
    if (!text.starts_with(reference.text)) return 0;
    const std::size_t start = source;
    for (std::size_t i = 0; i < reference.text.size();) {
      const std::size_t size = code_point_at(reference.text, i).size;
      source = start;
      // Each of two characters stands for the whole reference.
      take(text.substr(i, size), source, reference.size);
      i += size;
    }
    return reference.text.size();
  }

  void take(std::string_view character, std::size_t& source, std::size_t size) {
    const bool blank = is_white_space(code_point_at(character, 0).value);
    // A block begins with its first word.
    if (is_open() || !blank) {
      if (!blank) broken_ = false;
      emit(character, source, size);
    }
    source += size;
  }

  /// Moves over markup that the node does not have, or white space that the parser moved. White
  /// space ends the block, and so does the tag of one: alone, the parser might not ignore it.
  bool skip_unread(std::size_t& source) {
    if (page_[source] == '<') {
      const std::size_t end = markup_end(page_, source);
      if (end == source) return false;
      if (has_block_tag(source)) close_block();
      source = end;
      return true;
    }
    const CodePoint c = code_point_at(page_, source);
    if (!is_white_space(c.value)) return false;
    source += c.size;
    close_block();
    return true;
  }

  std::string_view page_;
  HtmlPage out_;
  Context context_;
  CharacterReferences references_;
  std::map<std::size_t, std::size_t> skipped_;  ///< first byte and end of each
  std::size_t start_ = 0;                       ///< of the open block in the text
  std::size_t source_end_ = 0;                  ///< behind the last byte that was read
  std::size_t link_bytes_ = 0;
  bool broken_ = false;  ///< a line break stands at the end of the open block
};

}  // namespace

GumboTree parse_html(std::string_view page) {
  GumboOptions options = kGumboDefaultOptions;
  // Errors are for the page's makers; keeping them takes memory.
  options.max_errors = 0;
  return GumboTree(
      gumbo_parse_with_options(&options, page.data(), page.size()),
      [](GumboOutput* output) { gumbo_destroy_output(&kGumboDefaultOptions, output); });
}

HtmlPage read_html_page(std::string_view page, const GumboNode& root) {
  return PageReader(page).read(root);
}

std::optional<std::string_view> attribute(const GumboNode& element, const char* name) {
  if (element.type != GUMBO_NODE_ELEMENT) return std::nullopt;
  const GumboAttribute* found = gumbo_get_attribute(&element.v.element.attributes, name);
  if (found == nullptr) return std::nullopt;
  return found->value;
}

const GumboVector* children_of(const GumboNode& node) {
  if (node.type == GUMBO_NODE_ELEMENT) return &node.v.element.children;
  if (node.type == GUMBO_NODE_DOCUMENT) return &node.v.document.children;
  return nullptr;
}

std::string text_content(const GumboNode& node) {
  if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE ||
      node.type == GUMBO_NODE_CDATA) {
    return node.v.text.text;
  }
  std::string text;
  const GumboVector* children = children_of(node);
  for (unsigned i = 0; children != nullptr && i < children->length; ++i) {
    text += text_content(*static_cast<const GumboNode*>(children->data[i]));
  }
  return text;
}

}  // namespace relata

#include "text/html_facts.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "relata/core/error.hpp"
#include "relata/core/json.hpp"
#include "relata/core/unicode.hpp"
#include "text/date_line.hpp"
#include "text/html_page.hpp"
#include "text/language.hpp"

namespace relata {
namespace {

void take(std::string& place, std::string_view value) {
  if (place.empty()) place = clean_label(value);
}

void take_date(std::string& place, std::string_view value) {
  if (place.empty()) place = parse_any_date(clean_label(value)).value_or("");
}

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Names that say when an article was published, in Open Graph, Dublin Core, microdata and by
/// habit.
constexpr std::array<std::string_view, 13> kPublishedNames = {"article:published_time",
                                                              "og:article:published_time",
                                                              "datepublished",
                                                              "date",
                                                              "dc.date",
                                                              "dc.date.issued",
                                                              "dcterms.date",
                                                              "dcterms.issued",
                                                              "dcterms.created",
                                                              "pubdate",
                                                              "publish-date",
                                                              "publish_date",
                                                              "parsely-pub-date"};
constexpr std::array<std::string_view, 6> kModifiedNames = {
    "article:modified_time", "og:updated_time",  "datemodified",
    "dcterms.modified",      "dc.date.modified", "last-modified"};

class FactFinder {
 public:
  HtmlFacts find(const GumboNode& root) {
    visit(root);
    take(facts_.title, title_);
    take(facts_.url, og_url_);
    // What the text itself shows, and what structured data says of it, after what is told for it.
    if (facts_.published.empty()) facts_.published = data_published_;
    if (facts_.modified.empty()) facts_.modified = data_modified_;
    if (facts_.published.empty()) facts_.published = time_;
    return facts_;
  }

 private:
  void visit(const GumboNode& node) {
    if (node.type == GUMBO_NODE_ELEMENT) read(node);
    const GumboVector* children = children_of(node);
    for (unsigned i = 0; children != nullptr && i < children->length; ++i) {
      visit(*static_cast<const GumboNode*>(children->data[i]));
    }
  }

  void read(const GumboNode& node) {
    switch (node.v.element.tag) {
      case GUMBO_TAG_HTML:
        if (const auto tag = attribute(node, "lang")) take(facts_.language, language_of_tag(*tag));
        break;
      case GUMBO_TAG_TITLE:
        if (title_.empty()) title_ = clean_label(text_content(node));
        break;
      case GUMBO_TAG_META:
        read_meta(node);
        break;
      case GUMBO_TAG_LINK:
        if (attribute(node, "rel") == "canonical") {
          take(facts_.url, attribute(node, "href").value_or(""));
        }
        break;
      case GUMBO_TAG_TIME:
        read_time(node);
        break;
      case GUMBO_TAG_SCRIPT:
        if (attribute(node, "type") == "application/ld+json") read_json_ld(text_content(node));
        break;
      default:
        break;
    }
  }

  void read_meta(const GumboNode& node) {
    const std::string_view content = attribute(node, "content").value_or("");
    for (const char* key : {"property", "name", "itemprop", "http-equiv"}) {
      const auto value = attribute(node, key);
      if (!value) continue;
      const std::string name = to_lower(*value);
      if (name == "og:title") take(facts_.title, content);
      if (name == "og:url") take(og_url_, content);
      if (name == "content-language" || name == "og:locale" || name == "language") {
        std::string tag(content);
        std::replace(tag.begin(), tag.end(), '_', '-');
        take(facts_.language, language_of_tag(tag));
      }
      if (name == "author") take_author(content);
      if (is_one_of(kPublishedNames, name)) take_date(facts_.published, content);
      if (is_one_of(kModifiedNames, name)) take_date(facts_.modified, content);
    }
  }

  void read_time(const GumboNode& node) {
    const std::string moment(attribute(node, "datetime").value_or(""));
    if (attribute(node, "itemprop") == "datePublished" || attribute(node, "pubdate")) {
      take_date(facts_.published, moment);
    } else if (attribute(node, "itemprop") == "dateModified") {
      take_date(facts_.modified, moment);
    } else {
      take_date(time_, moment);
    }
  }

  void read_json_ld(const std::string& text) {
    try {
      const JsonDocument json = parse_json(text);
      read_json_value(json.root());
    } catch (const Error&) {
      // The page's makers wrote no JSON there; its text is read all the same.
    }
  }

  /// One object, several in an array, or several under "@graph".
  void read_json_value(const JsonValue& value) {
    if (value.IsArray()) {
      for (const JsonValue& element : value.GetArray()) read_json_value(element);
    }
    if (!value.IsObject()) return;
    const auto date = [&](const char* name, std::string& place) {
      const JsonValue* member = find_member(value, name);
      if (member == nullptr || !member->IsString()) return;
      take_date(place, {member->GetString(), member->GetStringLength()});
    };
    date("datePublished", data_published_);
    date("dateModified", data_modified_);
    if (const JsonValue* author = find_member(value, "author")) read_author(*author);
    if (const JsonValue* graph = find_member(value, "@graph")) read_json_value(*graph);
  }

  /// A name, an object with one, or several of them.
  void read_author(const JsonValue& author) {
    if (author.IsString()) take_author({author.GetString(), author.GetStringLength()});
    if (author.IsArray()) {
      for (const JsonValue& one : author.GetArray()) {
        if (!one.IsArray()) read_author(one);
      }
    }
    const JsonValue* name = author.IsObject() ? find_member(author, "name") : nullptr;
    if (name != nullptr && name->IsString())
      take_author({name->GetString(), name->GetStringLength()});
  }

  void take_author(std::string_view name) {
    std::string clean = clean_label(name);
    if (!clean.empty()) facts_.authors.push_back(std::move(clean));
  }

  HtmlFacts facts_;
  std::string title_;
  std::string og_url_;
  std::string data_published_;
  std::string data_modified_;
  std::string time_;  ///< of the first time element that has a day
};

}  // namespace

HtmlFacts find_html_facts(const GumboNode& root) { return FactFinder().find(root); }

}  // namespace relata

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "relata/core/error.hpp"
#include "relata/text/read_document.hpp"
#include "text/block_text.hpp"
#include "text/html_references.hpp"
#include "text/html_scan.hpp"

namespace relata {
namespace {

using testing::block_texts;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

Reading read(const std::string& page) {
  ReadOptions options;
  options.format = InputFormat::kHtml;
  return read_documents({page, "x", "x.html", 1, 0}, options);
}

Document read_one(const std::string& page) {
  const Reading reading = read(page);
  EXPECT_EQ(reading.documents.size(), 1U);
  return reading.documents.empty() ? Document() : reading.documents.front();
}

const std::string kPage = R"(<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">
<title>Port reopens after flood | The Gauge</title>
<link rel="canonical" href="https://gauge.example/port">
<meta property="article:published_time" content="2025-03-04T10:11:12Z"></head><body>
<header><a href="/">The Gauge</a></header><nav><ul><li><a href="/w">World</a></li></ul></nav>
<main><article><header><h1>Port reopens after&nbsp;flood</h1></header><p>By Ann Lee</p>
<figure><figcaption>Cranes at the port.</figcaption></figure><div>
<p>MOPTI: The river port of <b>Mopti</b> has opened again, &ldquo;weeks&rdquo; early.
<p>Traders &amp; boatmen <a href="/c">cheered</a> when the first of the boats came in.</p>
<aside><p>This is a teaser of another story that has nothing to do with it.</p></aside>
<h2>What next</h2><ul><li>The ferry returns in April.</li></ul>
<p>Nobody had expected the boats before the summer, said the harbour master.</p>
<p><a href="/m">Read more: A bridge has fallen into the river of another town.</a></p>
</div></article></main>
<section><p>I think that this is a great article about boats.</p></section>
<footer><p>All rights are reserved by the publisher of The Gauge.</p></footer></body></html>)";

TEST(Html, TakesAHeadlineWithoutAHeadingByTheTitle) {
  const Document document = read_one(
      "<html><head><title>Port reopens after flood - The Gauge</title></head><body>"
      "<div>Home &gt; Africa</div><div>Port reopens after flood</div><div>"
      "<div>The river port of Mopti has opened again, weeks early.</div>"
      "<div>Traders cheered when the first of the boats came in.</div></div></body></html>");
  EXPECT_EQ(document.title, "Port reopens after flood");
  EXPECT_THAT(block_texts(document),
              ElementsAre("furniture: Home > Africa", "headline: Port reopens after flood",
                          "paragraph: The river port of Mopti has opened again, weeks early.",
                          "paragraph: Traders cheered when the first of the boats came in."));
}

TEST(Html, KnowsTheAuthorsThatThePageNames) {
  const Document document = read_one(
      "<html><head><meta name=author content='Ann Lee'><script type='application/ld+json'>"
      "{\"@type\":\"NewsArticle\",\"author\":[{\"name\":\"John Roe\"}]}</script></head><body>"
      "<h1>Port reopens after flood</h1><p>Ann Lee</p><p>by John Roe</p><p>9:41 AM</p>"
      "<p>The river port of Mopti has opened again, weeks early.</p></body></html>");
  EXPECT_THAT(block_texts(document),
              ElementsAre("headline: Port reopens after flood", "byline: Ann Lee",
                          "byline: by John Roe", "date: 9:41 AM",
                          "paragraph: The river port of Mopti has opened again, weeks early."));
}

TEST(Html, TellsTheArticleFromItsSite) {
  const Document document = read_one(kPage);
  EXPECT_THAT(
      block_texts(document),
      ElementsAre(
          "furniture: The Gauge", "furniture: World", "headline: Port reopens after\u00A0flood",
          "byline: By Ann Lee", "caption: Cranes at the port.",
          "dateline: MOPTI:", "paragraph: The river port of Mopti has opened again, “weeks” early.",
          "paragraph: Traders & boatmen cheered when the first of the boats came in.",
          "furniture: This is a teaser of another story that has nothing to do with it.",
          "heading: What next", "item: The ferry returns in April.",
          "paragraph: Nobody had expected the boats before the summer, said the harbour master.",
          "furniture: Read more: A bridge has fallen into the river of another town.",
          "furniture: I think that this is a great article about boats.",
          "furniture: All rights are reserved by the publisher of The Gauge."));
  EXPECT_EQ(document.title, "Port reopens after flood");
  EXPECT_EQ(document.date, "2025-03-04");
  EXPECT_EQ(document.url, "https://gauge.example/port");
  EXPECT_EQ(document.language, "en");
}

TEST(Html, LeadsBackThroughTagsAndReferences) {
  const Document document = read_one(kPage);
  const std::size_t start = document.text.find("port of Mopti");
  const Span source = document.source.to_source({start, document.text.find(" early")});
  EXPECT_EQ(kPage.substr(source.start, source.size()),
            "port of <b>Mopti</b> has opened again, &ldquo;weeks&rdquo;");
}

TEST(Html, DecodesAsThePageDeclares) {
  const std::string page =
      "<html><head><meta http-equiv=content-type content='text/html; charset=windows-1252'></head>"
      "<p>The caf\xE9 is open, and it is full.";
  const Document document = read_one(page);
  EXPECT_EQ(document.text.substr(0, 9), "The caf\xC3\xA9");
  const std::size_t is = document.text.find("is");
  EXPECT_EQ(page.substr(document.source.to_source({is, is + 2}).start, 2), "is");
}

TEST(Html, FindsDatesInItsData) {
  const auto date = [](const std::string& head) {
    return read_one("<html><head>" + head + "</head><body><p>The port is open again.").date;
  };
  EXPECT_EQ(
      date(
          R"(<script type="application/ld+json">{"@graph":[{"datePublished":"2025-03-03"}]}</script>)"),
      "2025-03-03");
  EXPECT_EQ(date(R"(<script type="application/ld+json">{broken</script>)"), "");
  EXPECT_EQ(date(R"(<meta name="DC.date" content="March 3, 2025">)"), "2025-03-03");
  EXPECT_EQ(date(R"(<meta property="article:modified_time" content="2025-03-05">)"), "2025-03-05");
  EXPECT_EQ(date("</head><body><time datetime='2025-03-06T01:00'>today</time>"), "2025-03-06");
}

TEST(Html, BreaksLinesWhereThePageDoes) {
  EXPECT_THAT(
      block_texts(read_one("<div>The port is open<br>again.<br>So is the bridge.<br><br>"
                           "And a third one as well<br><br>and a fourth one that is last</div>")),
      ElementsAre("paragraph: The port is open\nagain.", "paragraph: So is the bridge.",
                  "paragraph: And a third one as well",
                  "paragraph: and a fourth one that is last"));
}

TEST(Html, MakesABlockOfEachCell) {
  EXPECT_THAT(block_texts(read_one("<table><caption>Ports</caption><tr><th>Town<td>Mopti</table>")),
              ElementsAre("caption: Ports", "paragraph: Town", "paragraph: Mopti"));
}

TEST(Html, LetsMovedTextStandAlone) {
  EXPECT_THAT(
      block_texts(read_one("<div>one <table><tr><td>cell</td></tr>moved</table> two</div>")),
      ElementsAre("paragraph: one", "paragraph: moved", "paragraph: cell", "paragraph: two"));
}

TEST(Html, RefusesDeepNestingAtOnce) {
  for (const char* tag : {"<div>", "<b>", "<span></p>", "<b><div></b>", "<table><tr><td>"}) {
    std::string page;
    for (int i = 0; i < 10000; ++i) page += tag;
    const Reading reading = read(page + "The port is open.");
    ASSERT_EQ(reading.skipped.size(), 1U) << tag;
    EXPECT_THAT(describe(reading.skipped[0].error), HasSubstr("nested deeper than 1000")) << tag;
    EXPECT_THAT(describe(reading.skipped[0].error), HasSubstr("x.html:1 (byte")) << tag;
  }
}

TEST(Html, TakesManyElementsWithoutEndTags) {
  std::string page;
  for (int i = 0; i < 5000; ++i) page += "<p>The port is open.<ul><li>One<li>Two</ul><br>";
  EXPECT_EQ(read(page).documents.size(), 1U);
}

TEST(Html, SaysSoWhenThereIsNoText) {
  EXPECT_THAT(describe(read("<html><script>x</script></html>").skipped.at(0).error),
              HasSubstr("page without text"));
}

TEST(MarkupEnd, FindsTheEndOfWhatTheParserSkips) {
  const auto markup = [](std::string_view page) {
    return std::string(page.substr(0, markup_end(page, 0)));
  };
  EXPECT_EQ(markup("<a href='>'>x"), "<a href='>'>");
  EXPECT_EQ(markup("<a b'>x"), "<a b'>");
  EXPECT_EQ(markup("</a >x"), "</a >");
  EXPECT_EQ(markup("<!-- > -- -->x"), "<!-- > -- -->");
  EXPECT_EQ(markup("<!-->x"), "<!-->");
  EXPECT_EQ(markup("<!x>y"), "<!x>");
  EXPECT_EQ(markup("</ >y"), "</ >");
  EXPECT_EQ(markup("<3"), "");
  EXPECT_EQ(markup("< b>"), "");
  EXPECT_EQ(markup("<b"), "<b");
}

TEST(CharacterReferences, AreThoseOfTheParser) {
  CharacterReferences references;
  const auto read_reference = [&](std::string_view page) {
    const CharacterReference found = references.at(page, 0);
    return std::to_string(found.size) + found.text;
  };
  EXPECT_EQ(read_reference("&amp; x"), "5&");
  EXPECT_EQ(read_reference("&ampx"), "4&");
  EXPECT_EQ(read_reference("&eacute;"), "8\xC3\xA9");
  EXPECT_EQ(read_reference("&notit;"), "4\xC2\xAC");
  EXPECT_EQ(read_reference("&semi;"), "6;");
  EXPECT_EQ(read_reference("&#x2019;s"), "8\xE2\x80\x99");
  EXPECT_EQ(read_reference("&#128;"), "6\xE2\x82\xAC");
  EXPECT_EQ(read_reference("&fjlig;"), "7fj");
  EXPECT_EQ(read_reference("&bogus;"), "0");
  EXPECT_EQ(read_reference("& x"), "0");
}

TEST(DeclaredEncoding, IsFoundInMetaElements) {
  EXPECT_EQ(find_declared_encoding("<META CharSet = \"KOI8-R\">"), "koi8-r");
  EXPECT_EQ(find_declared_encoding("<meta content='text/html;charset=big5' http-equiv=x>"), "big5");
  EXPECT_EQ(find_declared_encoding("<meta charset=utf-16>"), "UTF-8");
  EXPECT_EQ(find_declared_encoding("<p>charset=x"), "");
}

}  // namespace
}  // namespace relata

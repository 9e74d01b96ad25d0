// Parts of pages told by the names that their makers gave them.
#include "text/html_names.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "relata/text/read_document.hpp"
#include "text/block_text.hpp"

namespace relata {
namespace {

using testing::block_texts;
using ::testing::Contains;
using ::testing::ElementsAre;

Document read_one(const std::string& page) {
  ReadOptions options;
  options.format = InputFormat::kHtml;
  Reading reading = read_documents({page, "x", "x.html", 1, 0}, options);
  EXPECT_EQ(reading.documents.size(), 1U);
  return reading.documents.empty() ? Document() : reading.documents.front();
}

const std::string kBody =
    "<p>The river port of Mopti has opened again, weeks before the summer.</p>"
    "<p>Traders cheered when the first of the boats came in on Monday.</p>";

TEST(WordsOfNames, PartsAreWords) {
  EXPECT_THAT(words_of_names("cookieBanner is-open"),
              ElementsAre("cookie", "banner", "is", "open"));
  EXPECT_THAT(words_of_names("Post__Share-tools2"), ElementsAre("post", "share", "tools"));
  EXPECT_THAT(words_of_names("main has-sidebar no-ads with-comments wide"),
              ElementsAre("main", "wide"));
  EXPECT_THAT(words_of_names("no"), ElementsAre());
}

TEST(NamedFurniture, IsNoPartOfTheArticle) {
  const Document document = read_one(
      "<html><body><div class='cookie-consent'><p>We and our partners store cookies on your device "
      "and read them.</p></div><div><div class='post has-sidebar'><h1>Port reopens after "
      "flood</h1>" +
      kBody +
      "<div id='newsletter2'><p>Get the news of the day in your inbox every single "
      "morning.</p></div>"
      "</div><div class='comments-area'><p>I always said that the boats would come back in "
      "March.</p>"
      "<p>My brother saw the boats and he was as glad as anyone.</p><p>Nobody at all will ever pay "
      "for the damage that was done here, believe me.</p></div></div></body></html>");
  EXPECT_THAT(
      block_texts(document),
      ElementsAre(
          "furniture: We and our partners store cookies on your device and read them.",
          "headline: Port reopens after flood",
          "paragraph: The river port of Mopti has opened again, weeks before the summer.",
          "paragraph: Traders cheered when the first of the boats came in on Monday.",
          "furniture: Get the news of the day in your inbox every single morning.",
          "furniture: I always said that the boats would come back in March.",
          "furniture: My brother saw the boats and he was as glad as anyone.",
          "furniture: Nobody at all will ever pay for the damage that was done here, believe me."));
}

TEST(NamedFurniture, IsNotWhatHoldsMostOfTheText) {
  const std::string first =
      "paragraph: The river port of Mopti has opened again, weeks before the summer.";
  for (const std::string name : {"social", "comments", "promo sidebar"}) {
    const Document document =
        read_one("<html><body><div class='" + name + "'>" + kBody + "</div></body></html>");
    EXPECT_THAT(block_texts(document), Contains(first)) << name;
  }
  EXPECT_THAT(block_texts(read_one("<html><body><div class='banner'><h1>Port reopens soon</h1><p>"
                                   "Boats come in.</p></div>" +
                                   kBody + "</body></html>")),
              Contains("headline: Port reopens soon"));
}

}  // namespace
}  // namespace relata

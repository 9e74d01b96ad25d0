// Laws of reading over random and nasty input.
#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>
#include <vector>

#include "relata/core/json.hpp"
#include "relata/text/read_document.hpp"
#include "text/source_law.hpp"

namespace relata {
namespace {

using testing::find_breach;
using testing::find_misshape;

/// Concatenates `count` random pieces.
template <std::size_t N>
std::string make_soup(const std::array<std::string_view, N>& pieces, std::size_t count,
                      std::mt19937& random) {
  std::uniform_int_distribution<std::size_t> pick(0, N - 1);
  std::string soup;
  for (std::size_t i = 0; i < count; ++i) soup += pieces[pick(random)];
  return soup;
}

Reading read(const std::string& bytes, InputFormat format) {
  ReadOptions options;
  options.format = format;
  options.language = LanguagePolicy::kKeep;
  return read_documents({bytes, "x", "x", 1, 0}, options);
}

constexpr std::array<std::string_view, 30> kTextPieces = {
    "The minister left. ",
    "word ",
    "Paris",
    "PARIS: ",
    "NIAMEY, Niger (AP) — ",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    " ",
    "\t",
    "\xC2\xA0",
    "\xC3\xA9t\xC3\xA9 ",
    "\xF0\x9F\x98\x80",
    "\xE2\x80\xA2 ",
    "- ",
    "3. ",
    "By Ann Lee\n",
    "Updated 3 May 2020\n",
    "(REUTERS)",
    "Photo: ",
    "---\n",
    "Long headline of a story\n\n",
    "?",
    "!\n",
    "\xE2\x80\xA8",
    "\xEF\xBB\xBF",
    "\xE2\x80\x8B",
    "\f",
    ", and then he said that he would go on with it for as long as it took"};

TEST(PlainText, KeepsEveryByteAndLeadsBackToIt) {
  std::mt19937 random(1);
  for (std::size_t round = 0; round < 1500; ++round) {
    const std::string bytes = make_soup(kTextPieces, 1 + round % 60, random);
    const Reading reading = read(bytes, InputFormat::kText);
    std::string all;
    for (const Document& document : reading.documents) {
      all += document.text;
      ASSERT_EQ(find_misshape(document), "") << bytes;
      ASSERT_EQ(find_breach(document, bytes, testing::piece_decoder(bytes), random), "") << bytes;
    }
    if (reading.skipped.empty()) {
      ASSERT_EQ(bytes.starts_with("\xEF\xBB\xBF") ? "\xEF\xBB\xBF" + all : all, bytes);
    } else {
      ASSERT_TRUE(reading.documents.empty());
    }
  }
}

TEST(PlainText, TakesAnyBytesOrSaysWhyNot) {
  std::mt19937 random(2);
  std::uniform_int_distribution<int> byte(0, 255);
  std::uniform_int_distribution<int> printable(32, 255);
  for (std::size_t round = 0; round < 1500; ++round) {
    std::string bytes(1 + round % 300, ' ');
    for (char& c : bytes) {
      c = static_cast<char>(round % 3 == 0 ? byte(random) : printable(random));
    }
    const Reading reading = read(bytes, InputFormat::kText);
    ASSERT_EQ(reading.documents.empty(), !reading.skipped.empty());
    for (const Document& document : reading.documents) {
      ASSERT_EQ(find_misshape(document), "");
      ASSERT_EQ(find_breach(document, bytes, testing::piece_decoder(bytes), random), "");
    }
  }
}

constexpr std::array<std::string_view, 80> kHtmlPieces = {"<p>",
                                                          "</p>",
                                                          "<div>",
                                                          "</div>",
                                                          "<b>",
                                                          "</b>",
                                                          "<i>",
                                                          "</i>",
                                                          "<a href='x>y'>",
                                                          "</a>",
                                                          "<table>",
                                                          "<tr>",
                                                          "<td>",
                                                          "</td>",
                                                          "</tr>",
                                                          "</table>",
                                                          "<ul>",
                                                          "<li>",
                                                          "</ul>",
                                                          "<br>",
                                                          "<h1>",
                                                          "</h1>",
                                                          "<!-- c -->",
                                                          "<!x>",
                                                          "<?php x ?>",
                                                          "</ >",
                                                          "<3 ",
                                                          "< ",
                                                          "&amp;",
                                                          "&AMP",
                                                          "&#8217;",
                                                          "&#x2019",
                                                          "&eacute;",
                                                          "&eacutes",
                                                          "&notit;",
                                                          "&nbsp;",
                                                          "&ngE;",
                                                          "&bogus;",
                                                          "&",
                                                          "&#0;",
                                                          "&#128;",
                                                          "&semi;",
                                                          "\r\n",
                                                          "\r",
                                                          "\n",
                                                          " ",
                                                          "word ",
                                                          "Paris",
                                                          "The man left. ",
                                                          "\xC3\xA9",
                                                          "\xF0\x9F\x98\x80",
                                                          "<script>var a = '<p>';</script>",
                                                          "<style>p{}</style>",
                                                          "<span hidden>no</span>",
                                                          "<pre>\n",
                                                          "</pre>",
                                                          "<select><option>o</select>",
                                                          "<svg><title>t</svg>",
                                                          "<button>Share</button>",
                                                          "<nav>n</nav>",
                                                          "<caption>c",
                                                          "<wbr>",
                                                          "</br>",
                                                          "<hr>",
                                                          "<h2>",
                                                          "<form>",
                                                          "<label>l</label>",
                                                          "<font>",
                                                          "</font>",
                                                          "<dd>",
                                                          "<textarea>&amp;</textarea>",
                                                          "<math><mi>x</mi></math>",
                                                          "</body>",
                                                          "</html>",
                                                          "<html>",
                                                          "<head>",
                                                          "<iframe>x</iframe>",
                                                          "<q>",
                                                          "</q>",
                                                          "<center>"};

TEST(Html, LeadsBackToThePageWhateverTheTags) {
  std::mt19937 random(3);
  for (std::size_t round = 0; round < 6000; ++round) {
    const std::string bytes =
        "<!DOCTYPE html><body>" + make_soup(kHtmlPieces, 1 + round % 50, random);
    const Reading reading = read(bytes, InputFormat::kHtml);
    for (const Document& document : reading.documents) {
      ASSERT_EQ(find_misshape(document), "") << bytes;
      ASSERT_EQ(find_breach(document, bytes, testing::piece_parser(bytes), random), "") << bytes;
    }
  }
}

constexpr std::array<std::string_view, 24> kJsonPieces = {"a",
                                                          "word ",
                                                          "\\n",
                                                          "\\n\\n",
                                                          "\\t",
                                                          "\\\"",
                                                          "\\\\",
                                                          "\\/",
                                                          "\\u00e9",
                                                          "\\u20AC",
                                                          "\\ud83d\\ude00",
                                                          "\xC3\xA9",
                                                          "\xF0\x9F\x98\x80",
                                                          "He left. ",
                                                          "PARIS: The ",
                                                          "\\r\\n",
                                                          "\\b",
                                                          "\\u2028",
                                                          "By Ann Lee\\n",
                                                          "'",
                                                          "{",
                                                          "}",
                                                          "Headline of it\\n\\n",
                                                          "\\u0041"};

TEST(JsonLines, LeadsBackToTheRawString) {
  std::mt19937 random(4);
  for (std::size_t round = 0; round < 2000; ++round) {
    const std::string line = "{\"id\": \"a\", \"text\" : \"" +
                             make_soup(kJsonPieces, 1 + round % 40, random) + "\", \"n\": [1, {}]}";
    const Reading reading = read(line, InputFormat::kJsonl);
    for (const Document& document : reading.documents) {
      const auto raw = find_raw_string(line, "text");
      ASSERT_TRUE(raw);
      ASSERT_EQ(find_misshape(document), "") << line;
      ASSERT_EQ(find_breach(document, line.substr(raw->start, raw->size()),
                            testing::read_json_piece, random),
                "")
          << line;
    }
  }
}

TEST(SentenceLines, LeadBackToTheirLine) {
  std::mt19937 random(5);
  for (std::size_t round = 0; round < 500; ++round) {
    const std::string bytes = make_soup(kTextPieces, 1 + round % 60, random);
    for (const Document& document : read(bytes, InputFormat::kLines).documents) {
      ASSERT_EQ(find_misshape(document), "") << bytes;
      ASSERT_EQ(find_breach(document, bytes, testing::piece_decoder(bytes), random), "") << bytes;
      ASSERT_EQ(document.text.find('\n'), std::string::npos);
    }
  }
}

}  // namespace
}  // namespace relata

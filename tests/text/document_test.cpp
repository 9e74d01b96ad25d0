#include "relata/text/document.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "relata/core/unicode.hpp"
#include "text/decode.hpp"

namespace relata {
namespace {

TEST(CodePoints, AgreesWithCountingFromTheStart) {
  std::mt19937 random(1);
  std::uniform_int_distribution<int> kind(0, 3);
  for (int round = 0; round < 200; ++round) {
    std::string text;
    for (int i = 0; i < round; ++i) {
      constexpr char32_t kOfEachSize[] = {U'a', U'é', U'€', U'😀'};
      append_code_point(text, kOfEachSize[kind(random)]);
    }
    const CodePoints points(text);
    for (std::size_t byte = 0; byte <= text.size(); ++byte) {
      if (byte < text.size() && (text[byte] & 0xC0) == 0x80) continue;
      ASSERT_EQ(points.index(byte), count_code_points(std::string_view(text).substr(0, byte)));
    }
  }
}

TEST(CodePoints, IsTheByteInAscii) {
  EXPECT_EQ(CodePoints("abc").index(3), 3U);
  EXPECT_EQ(CodePoints("").index(0), 0U);
}

TEST(SourceMap, MapsEqualRunsByteForByteAndOthersWhole) {
  SourceMap map;
  map.append({0, 2, 10, 2});
  map.append({2, 1, 12, 5});  // "&amp;"
  map.append({3, 3, 17, 3});
  EXPECT_EQ(map.to_source({0, 1}), (Span{10, 11}));
  EXPECT_EQ(map.to_source({1, 3}), (Span{11, 17}));
  EXPECT_EQ(map.to_source({2, 3}), (Span{12, 17}));
  EXPECT_EQ(map.to_source({4, 6}), (Span{18, 20}));
  EXPECT_EQ(map.to_source({2, 2}), (Span{12, 12}));
  EXPECT_EQ(map.to_source({6, 6}), (Span{20, 20}));
}

TEST(SourceMap, JoinsNeighboursThatMapByteForByte) {
  SourceMap map;
  map.append({0, 2, 5, 2});
  map.append({2, 3, 7, 3});
  EXPECT_EQ(map, SourceMap::identity(5, 5));
  map.append({5, 1, 20, 1});
  EXPECT_EQ(map.runs().size(), 2U);
  EXPECT_EQ(SourceMap().to_source({0, 0}), Span());
}

TEST(Slice, IsTheMapOfThePart) {
  SourceMap map;
  map.append({0, 4, 0, 4});
  map.append({4, 3, 4, 1});
  map.append({7, 4, 5, 4});
  const SourceMap part = slice(map, {2, 9});
  EXPECT_EQ(part.to_source({0, 2}), (Span{2, 4}));
  EXPECT_EQ(part.to_source({2, 5}), (Span{4, 5}));
  EXPECT_EQ(part.to_source({5, 7}), (Span{5, 7}));
}

TEST(Compose, LeadsBackOverTwoSteps) {
  SourceMap page;  // "é" of windows-1252 between letters
  page.append({0, 1, 0, 1});
  page.append({1, 2, 1, 1});
  page.append({3, 5, 2, 5});
  SourceMap text;  // what stands behind a tag of three bytes
  text.append({0, 2, 1, 2});
  text.append({2, 1, 6, 2});
  const SourceMap composed = compose(text, page);
  EXPECT_EQ(composed.to_source({0, 2}), (Span{1, 2}));
  EXPECT_EQ(composed.to_source({2, 3}), (Span{5, 7}));
}

}  // namespace
}  // namespace relata

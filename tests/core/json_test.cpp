#include "relata/core/json.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>

namespace relata {
namespace {

/// The byte at which `text` is refused, or npos where it is taken.
std::size_t fault_offset(std::string_view text) {
  try {
    parse_json(text);
  } catch (const Error& error) {
    return error.place().offset.value_or(std::string::npos - 1);
  }
  return std::string::npos;
}

TEST(ParseJson, NamesTheByteOfTheFault) {
  EXPECT_EQ(fault_offset(R"({"a":1})"), std::string::npos);
  EXPECT_EQ(fault_offset(R"({"a":1,})"), 7U);
  EXPECT_EQ(fault_offset(R"({"a":tru})"), 8U);
  EXPECT_EQ(fault_offset(R"({"a":1} x)"), 8U);
  EXPECT_EQ(fault_offset(""), 0U);
  EXPECT_EQ(fault_offset("{\"a\":\"x\xFF\"}"), 7U);
  EXPECT_EQ(fault_offset(R"({"a":"\ud800"})"), 6U);
  EXPECT_EQ(fault_offset("{\"a\":NaN}"), 5U);
}

TEST(ParseJson, SkipsAByteOrderMarkAndCountsIt) {
  EXPECT_EQ(parse_json("\xEF\xBB\xBF{\"a\":7}").root()["a"].GetInt(), 7);
  EXPECT_EQ(fault_offset("\xEF\xBB\xBF{\"a\":7,}"), 10U);
}

TEST(ParseJson, RefusesAZeroByteAndWhatFollows) {
  EXPECT_EQ(fault_offset(std::string_view("{}\0{}", 5)), 2U);
  EXPECT_EQ(fault_offset(std::string_view("{}\0", 3)), 2U);
}

TEST(ParseJson, TakesSixtyFourLevelsAndNoMore) {
  const auto nested = [](std::size_t levels) {
    return std::string(levels, '[') + std::string(levels, ']');
  };
  EXPECT_EQ(fault_offset(nested(64)), std::string::npos);
  EXPECT_NE(fault_offset(nested(65)), std::string::npos);
  EXPECT_NE(fault_offset(std::string(1000000, '[')), std::string::npos);
  EXPECT_NE(fault_offset(std::string(1000000, '{')), std::string::npos);
}

TEST(ParseJson, ReadsNumbersToTheLastBit) {
  EXPECT_EQ(parse_json("[0.1234567890123456789]").root()[0].GetDouble(), 0.1234567890123456789);
}

TEST(JsonMember, IsNothingWhenAbsentAndAFaultWhenOfAnotherType) {
  const JsonDocument document = parse_json(R"({"s":"x","n":1.5,"u":3,"b":true,"none":null})");
  const JsonValue& root = document.root();
  EXPECT_EQ(string_member(root, "s"), "x");
  EXPECT_EQ(number_member(root, "n"), 1.5);
  EXPECT_EQ(number_member(root, "u"), 3.0);
  EXPECT_EQ(unsigned_member(root, "u"), 3U);
  EXPECT_EQ(boolean_member(root, "b"), true);
  EXPECT_EQ(string_member(root, "none"), std::nullopt);
  EXPECT_EQ(string_member(root, "absent"), std::nullopt);
  EXPECT_THROW(string_member(root, "n"), Error);
  EXPECT_THROW(unsigned_member(root, "n"), Error);
  EXPECT_THROW(number_member(root, "s"), Error);
  EXPECT_THROW(boolean_member(root, "u"), Error);
}

TEST(FindRawString, GivesTheBytesBetweenTheQuotes) {
  const std::string text = R"({"x":{"text":"inner"}, "te\u0078t" : "a\n\"b\"", "text":"later"})";
  const std::optional<Span> raw = find_raw_string(text, "text");
  ASSERT_TRUE(raw);
  EXPECT_EQ(text.substr(raw->start, raw->size()), R"(a\n\"b\")");
  EXPECT_FALSE(find_raw_string(text, "x"));
  EXPECT_FALSE(find_raw_string(text, "absent"));
}

TEST(DecodeJsonString, MapsEachByteToWhereItsCharacterBegins) {
  const DecodedJsonString decoded = decode_json_string(R"(a\u00e9\ud83d\ude00é\tz)");
  EXPECT_EQ(decoded.text, "aé😀é\tz");
  EXPECT_THAT(decoded.source, testing::ElementsAre(0, 1, 1, 7, 7, 7, 7, 19, 19, 21, 23, 24));
}

TEST(DecodeJsonString, AgreesWithTheParser) {
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    std::string json = "{\"text\":\"";
    for (int i = 0; i < 20; ++i) {
      constexpr const char* kPieces[] = {"a",       "\\n", "\\\\",    "\\\"",    "\\/",
                                         "é",       "😀",   "\\u0041", "\\u20aC", "\\ud83D\\uDe00",
                                         "\\u0000", " "};
      json += kPieces[random() % std::size(kPieces)];
    }
    json += "\"}";
    const JsonDocument document = parse_json(json);
    const std::optional<Span> raw = find_raw_string(json, "text");
    ASSERT_TRUE(raw);
    const DecodedJsonString decoded =
        decode_json_string(std::string_view(json).substr(raw->start, raw->size()));
    EXPECT_EQ(decoded.text, *string_member(document.root(), "text"));
    EXPECT_EQ(decoded.source.size(), decoded.text.size() + 1);
  }
}

TEST(AppendJsonString, KeepsALineALine) {
  std::string out;
  append_json_string(out, "a\"\\\n\x01\x7F é\xE2\x80\xA8\xC2\x85😀\xFF");
  EXPECT_EQ(out, R"("a\"\\\n\u0001\u007f é\u2028\u0085😀)"
                 "\xEF\xBF\xBD\"");
}

TEST(AppendJsonString, IsReadBackAsItWas) {
  std::mt19937 random(11);
  for (int round = 0; round < 200; ++round) {
    std::string text;
    for (int i = 0; i < 30; ++i) {
      constexpr const char* kPieces[] = {"\"", "\\",           "/",    "\n",       "\r",
                                         "\t", "\b",           "\x7F", "é",        "\xE2\x80\xA9",
                                         "😀",  "\xEF\xBF\xBE", "x",    "</script>"};
      text += kPieces[random() % std::size(kPieces)];
    }
    std::string json = "[";
    append_json_string(json, text);
    json += ']';
    const JsonDocument document = parse_json(json);
    EXPECT_EQ(
        std::string_view(document.root()[0].GetString(), document.root()[0].GetStringLength()),
        text);
  }
}

TEST(JsonWriter, WritesMembersInTheOrderGiven) {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  json.string_field("b", "x");
  json.nonempty_field("left_out", "");
  json.nonzero_field("zero", 0);
  json.key("list");
  json.begin_array();
  json.integer(1);
  json.boolean(false);
  json.begin_object();
  json.end_object();
  json.end_array();
  json.nonempty_field("a", std::vector<std::string>{"y", "z"});
  json.end_object();
  EXPECT_EQ(out, R"({"b":"x","list":[1,false,{}],"a":["y","z"]})");
}

TEST(JsonWriter, IndentsForPeople) {
  std::string out;
  JsonWriter json(out, JsonWriter::Layout::kIndented);
  json.begin_object();
  json.integer_field("a", 1);
  json.key("b");
  json.begin_array();
  json.end_array();
  json.end_object();
  EXPECT_EQ(out, "{\n \"a\": 1,\n \"b\": []\n}");
}

}  // namespace
}  // namespace relata

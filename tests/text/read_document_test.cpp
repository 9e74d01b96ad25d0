#include "relata/text/read_document.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "relata/core/hash.hpp"
#include "text/block_text.hpp"
#include "text/language.hpp"

namespace relata {
namespace {

using namespace std::string_view_literals;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

Reading read(std::string_view bytes, InputFormat format, const std::string& file = "in") {
  ReadOptions options;
  options.format = format;
  return read_documents({bytes, "x", file, 1, 0}, options);
}

/// The only fault of a reading, described.
std::string fault(const Reading& reading) {
  if (reading.skipped.size() != 1) return std::to_string(reading.skipped.size()) + " faults";
  return describe(reading.skipped.front().error);
}

constexpr std::string_view kFrench =
    "Le ministre a annoncé lundi que le pont de la ville resterait fermé pendant une semaine, et "
    "que personne n'avait été blessé lorsque une partie de celui-ci est tombée dans la rivière. "
    "Les habitants devront prendre le bac, a dit le maire aux journalistes qui l'attendaient.";

TEST(ReadDocuments, SaysOfAFileThatIsNoTextWhatItIs) {
  EXPECT_EQ(fault(read("", InputFormat::kAuto)), "in: empty, expected a text");
  EXPECT_EQ(fault(read(" \n\t\n", InputFormat::kText)),
            "in: nothing but white space, expected a text");
  EXPECT_THAT(fault(read("%PDF-1.4\nx", InputFormat::kText)),
              HasSubstr("in:1 (byte 0): found a PDF"));
  EXPECT_THAT(fault(read("a\nb\0c"sv, InputFormat::kText)),
              HasSubstr("in:2 (byte 3): found a zero"));
}

TEST(ReadDocuments, SkipsAnotherLanguageUnlessAsked) {
  const Reading reading = read(kFrench, InputFormat::kText);
  EXPECT_TRUE(reading.documents.empty());
  ASSERT_EQ(reading.skipped.size(), 1U);
  EXPECT_EQ(reading.skipped[0].reason, SkippedDocument::Reason::kLanguage);
  EXPECT_THAT(fault(reading), HasSubstr("in: language \"fr\", expected English"));
  ReadOptions keep;
  keep.language = LanguagePolicy::kKeep;
  const Reading kept = read_documents({kFrench, "x", "in", 1, 0}, keep);
  ASSERT_EQ(kept.documents.size(), 1U);
  EXPECT_EQ(kept.documents[0].language, "fr");
}

TEST(ReadDocuments, RefusesWhatIsTooLongForADocumentInLinearTime) {
  std::string line;
  while (line.size() < (std::size_t{20} << 20)) line += "The port of the town opened again ";
  EXPECT_THAT(fault(read(line, InputFormat::kText)), HasSubstr("at most 16777216"));
  const std::string huge(std::size_t{100} << 20, 'a');
  EXPECT_THAT(fault(read(huge, InputFormat::kText)),
              HasSubstr("in (byte 67108864): file of 104857600 bytes"));
  EXPECT_THAT(fault(read(huge, InputFormat::kHtml)), HasSubstr("file of 104857600 bytes"));
  line.resize(std::size_t{8} << 20);
  EXPECT_EQ(read(line, InputFormat::kText).documents.size(), 1U);
  // Where a step were quadratic, this test would not end.
}

TEST(ReadDocuments, GivesADateToDocumentsThatTellNone) {
  ReadOptions options;
  options.default_date = "2025-01-01";
  EXPECT_EQ(read_documents({"The port is open.", "x", "in", 1, 0}, options).documents[0].date,
            "2025-01-01");
  EXPECT_THROW(check_date("2025-02-30"), Error);
  EXPECT_THROW(check_date("yesterday"), Error);
  EXPECT_NO_THROW(check_date("2025-02-28"));
}

TEST(ReadDocuments, KeepsIdsInNfcAndWithoutControls) {
  const auto id = [](const std::string& given) {
    const Reading reading = read_documents({"It is open.", given, "in", 1, 0}, {});
    return reading.documents.empty() ? fault(reading) : reading.documents[0].id;
  };
  EXPECT_EQ(id("Goi\xCC\x88ta"), "Go\xC3\xAFta");
  EXPECT_THAT(id("a\x01"
                 "b"),
              HasSubstr("control character"));
  EXPECT_THAT(id("a\xC2\x85"
                 "b"),
              HasSubstr("control character"));
  EXPECT_THAT(id(""), HasSubstr("empty document id"));
  EXPECT_THAT(id(std::string(1001, 'a')), HasSubstr("at most 1000"));
}

TEST(DetectFormat, GoesByTheEndingAndThenByTheBeginning) {
  EXPECT_EQ(detect_format("{\"text\":1}", "a.txt"), InputFormat::kText);
  EXPECT_EQ(detect_format("", "a.HTM"), InputFormat::kHtml);
  EXPECT_EQ(detect_format("", "d.x/a.jsonl.gz"), InputFormat::kJsonl);
  EXPECT_EQ(detect_format("", "a.conllu.zst"), InputFormat::kConllu);
  EXPECT_EQ(detect_format("<!-- x --><!DOCTYPE html>", "-"), InputFormat::kHtml);
  EXPECT_EQ(detect_format("\xEF\xBB\xBF <html>", "-"), InputFormat::kHtml);
  EXPECT_EQ(detect_format("{\"text\": \"a\"}\n{", "-"), InputFormat::kJsonl);
  EXPECT_EQ(detect_format("# newdoc id = a\n", "-"), InputFormat::kConllu);
  EXPECT_EQ(detect_format("1\ta\tb\tc\td\te\tf\tg\th\ti\n", "x"), InputFormat::kConllu);
  EXPECT_EQ(detect_format("{curly} start", "-"), InputFormat::kText);
  EXPECT_EQ(detect_format("# A heading", "x.md"), InputFormat::kText);
}

TEST(JsonLine, IsADocumentWithWhatItTells) {
  const std::string text = R"(Caf\u00e9 news\n\nThe \"port\" is open again.)";
  const Reading reading = read(
      R"({"id":"a","title":"Caf\u00e9 news","date":"2025-03-04T10:00:00Z","url":"http://e.x/","n":1,"text":")" +
          text + "\"}\n\n",
      InputFormat::kJsonl);
  ASSERT_EQ(reading.documents.size(), 1U);
  const Document& document = reading.documents[0];
  EXPECT_EQ(document.id, "a");
  EXPECT_EQ(document.date, "2025-03-04");
  EXPECT_EQ(document.url, "http://e.x/");
  EXPECT_EQ(document.line, 1U);
  EXPECT_THAT(testing::block_texts(document),
              ElementsAre("headline: Caf\xC3\xA9 news", "paragraph: The \"port\" is open again."));
  const Span port = document.source.to_source({16, 22});
  EXPECT_EQ(text.substr(port.start, port.size()), R"(\"port\")");
  EXPECT_EQ(document.sha256, to_hex(sha256("Caf\xC3\xA9 news\n\nThe \"port\" is open again.")));
}

TEST(JsonLine, CostsOnlyItselfWhenItIsBroken) {
  const Reading reading = read(
      "{\"text\":\"The port is open.\"}\n"
      "{\"text\":\"The port\n"
      "{\"id\":7,\"text\":\"The port is open.\"}\r\n"
      "[1]\n"
      "{\"body\":\"x\",\"a\":1}\n"
      "{\"text\":7}\n"
      "{\"text\":\"a b c\",\"date\":\"yesterday\"}\n"
      "{\"text\":\" \"}\n",
      InputFormat::kJsonl, "n.jsonl");
  std::vector<std::string> ids;
  for (const Document& document : reading.documents) ids.push_back(document.id);
  EXPECT_THAT(ids, ElementsAre("x:1", "7"));
  std::vector<std::string> faults;
  for (const SkippedDocument& skipped : reading.skipped) faults.push_back(describe(skipped.error));
  ASSERT_EQ(faults.size(), 6U);
  EXPECT_THAT(faults[0], HasSubstr("n.jsonl:2 (byte "));
  EXPECT_THAT(faults[1], HasSubstr("n.jsonl:4"));
  EXPECT_THAT(faults[2], HasSubstr("no \"text\"; found \"body\", \"a\"; --field text="));
  EXPECT_THAT(faults[3], HasSubstr("\"text\" is number, expected"));
  EXPECT_THAT(faults[4], HasSubstr("\"date\" is \"yesterday\", expected one day"));
  EXPECT_THAT(faults[5], HasSubstr("\"text\" is empty"));
}

TEST(JsonLine, CountsLinesAndBytesFromTheStartOfTheFile) {
  const Reading reading = read_documents({"{\"text\":}\n", "x", "n.jsonl", 812, 55000}, {});
  EXPECT_THAT(fault(reading), HasSubstr("n.jsonl:812 (byte 55008)"));
}

TEST(JsonLine, TakesOtherNamesForItsFields) {
  ReadOptions options;
  rename_json_field(options.json_fields, "text=body");
  rename_json_field(options.json_fields, "id=key");
  const Reading reading =
      read_documents({R"({"key":"k","body":"It is open."})", "x", "n.jsonl", 1, 0}, options);
  ASSERT_EQ(reading.documents.size(), 1U);
  EXPECT_EQ(reading.documents[0].id, "k");
  EXPECT_THROW(rename_json_field(options.json_fields, "body"), Error);
  EXPECT_THROW(rename_json_field(options.json_fields, "sound=body"), Error);
  EXPECT_THROW(rename_json_field(options.json_fields, "text="), Error);
}

TEST(JsonLine, MustBeUtf8) {
  EXPECT_THAT(fault(read("\xFF\xFE{\0}\0"sv, InputFormat::kJsonl)), HasSubstr("UTF-16LE"));
  EXPECT_THAT(fault(read("{\"text\":\"caf\xE9 is\"}", InputFormat::kJsonl)),
              HasSubstr("in:1 (byte"));
}

TEST(SentenceLine, IsADocumentNamedAfterItsNumber) {
  const Reading reading =
      read("The port is open. It is!\n\n  Ships came .\r\n", InputFormat::kLines);
  ASSERT_EQ(reading.documents.size(), 2U);
  EXPECT_EQ(reading.documents[0].id, "x:1");
  EXPECT_EQ(reading.documents[0].text, "The port is open. It is!");
  EXPECT_FALSE(reading.documents[0].split_sentences);
  EXPECT_EQ(reading.documents[1].id, "x:3");
  EXPECT_EQ(reading.documents[1].text, "Ships came .");
  EXPECT_EQ(reading.documents[1].source.to_source({0, 5}), (Span{28, 33}));
}

TEST(DocumentIds, NameBothPlaces) {
  Document first;
  first.id = "a";
  first.file = "one.jsonl";
  first.line = 3;
  Document second = first;
  second.file = "two.txt";
  second.line = 0;
  DocumentIds ids;
  ids.add(first);
  try {
    ids.add(second);
    FAIL();
  } catch (const Error& error) {
    EXPECT_THAT(describe(error),
                HasSubstr("two.txt: document id \"a\" is that of one.jsonl:3 too"));
  }
}

TEST(Language, IsToldByTheTextOrItsTag) {
  EXPECT_EQ(detect_language(kFrench), "fr");
  EXPECT_EQ(detect_language("Oui."), "");
  EXPECT_EQ(language_of_tag("en-GB"), "en");
  EXPECT_EQ(language_of_tag("EN_us"), "en");
  EXPECT_EQ(language_of_tag("iw"), "he");
  EXPECT_EQ(language_of_tag(""), "");
  EXPECT_EQ(language_of_tag("not a language"), "");
}

std::string fault_of(const std::string& bytes, const std::string& file) {
  const Reading reading = read_documents({bytes, "x", file, 1, 0}, {});
  return reading.skipped.empty() ? "" : reading.skipped.front().error.what();
}

TEST(ReadDocuments, RefusesDataAndSaysWhatToMakeOfIt) {
  EXPECT_THAT(fault_of("name,place\nAnn,Mopti\n", "x.csv"), HasSubstr("make each row a JSON line"));
  EXPECT_THAT(fault_of("[\n {\"text\": \"The port is open.\"}\n]", "x.json"),
              HasSubstr("jq -c '.[]'"));
  EXPECT_THAT(fault_of("{\n \"text\": \"The port is open.\"\n}", "x.json"), HasSubstr("jq -c '.'"));
  EXPECT_EQ(fault_of("[Ann Lee] The port is open.", "x"), "");
  EXPECT_EQ(fault_of("{The port} is open.", "x"), "");
  ReadOptions options;
  options.format = InputFormat::kText;
  EXPECT_TRUE(read_documents({"a,b\n", "x", "x.csv", 1, 0}, options).skipped.empty());
}

}  // namespace
}  // namespace relata

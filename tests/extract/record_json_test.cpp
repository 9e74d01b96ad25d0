#include "relata/extract/record_json.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <random>
#include <sstream>
#include <string>

#include "extract/record_line.hpp"
#include "relata/core/json_schema.hpp"

namespace relata {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

DocumentRecords full_records() {
  DocumentRecords records;
  records.document = {"d 1", "A \"title\"",        "2025-08-11", "https://news.example/1",
                      "en",  std::string(64, 'a'), 6427,         41};
  EntityRecord person;
  person.doc = "d 1";
  person.entity = "d 1#e9";
  person.type = EntityType::kPerson;
  person.name = "Assimi Goïta";
  person.names = {"Gen. Assimi Goïta", "Goïta"};
  person.descriptions = {"junta chief"};
  person.mentions = 7;
  person.first = {141, 153};
  person.named = person.specific = true;
  person.number = "sing";
  person.gender = "masc";
  person.age = 41;
  person.context = {0, 1, 2, 3, 250, 251, 252, 253, 254, 255, 16, 32, 64, 128, 5, 6};
  EntityRecord country = person;
  country.entity = "d 1#e10";
  country.type = EntityType::kPlace;
  country.name = "Mali";
  country.names = {"Malian"};
  country.adjective = true;
  country.context.clear();
  country.gender.clear();
  EntityRecord pronoun;  // that stands for nothing known
  pronoun.doc = "d 1";
  pronoun.entity = "d 1#e11";
  pronoun.mentions = 1;
  records.entities = {person, country, pronoun};
  TripleRecord triple;
  triple.statement = "d 1#4.1";
  triple.doc = "d 1";
  triple.kind = TripleKind::kFolded;
  triple.sentence = {4, {812, 967}, "He may rule\nMali.", {820, 979}};
  triple.subject = {"He",     TextRange{812, 814}, EntityType::kPerson, "pronoun",
                    "d 1#e9", "Assimi Goïta"};
  triple.relation = {"may rule", "rule", "RULE", "rule", TextRange{815, 823}};
  triple.object =
      Argument{"Mali", TextRange{824, 828}, EntityType::kPlace, "name", "d 1#e10", "Mali"};
  triple.qualifiers = {{"time", "on August 15", "2025-08-15", TextRange{830, 842}, ""},
                       {"in", "in Mali", "", std::nullopt, "d 1#e10"}};
  triple.polarity = Polarity::kNegative;
  triple.modality = Modality::kPossible;
  triple.attribution =
      Attribution{"d 1#e10", "Malian authorities", "denied", AttributionKind::kDenied, {}};
  triple.attribution->within = {{"unnamed", "", "reportedly", AttributionKind::kReported, {}}};
  triple.rule = "clause/object";
  triple.confidence = 0.912;
  TripleRecord phrase = triple;
  phrase.core = false;
  phrase.kind = TripleKind::kClause;
  phrase.object.reset();
  phrase.attribution = Attribution{"unnamed", "", "reportedly", AttributionKind::kReported, {}};
  phrase.confidence = 1;
  TripleRecord tenth = phrase;
  tenth.statement = "d 1#4.10";
  tenth.core = true;
  records.triples = {triple, phrase, tenth};
  return records;
}

std::string written(const DocumentRecords& records) {
  StringSink sink;
  write_records(records, sink);
  return sink.text();
}

std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

struct Read {
  std::vector<DocumentRecords> documents;
  std::vector<std::string> faults;
};

Read read_lines(const std::vector<std::string>& lines) {
  RecordReader reader;
  std::uint64_t number = 0;
  for (const std::string& line : lines) reader.add_line(line, Place{"r.jsonl", ++number, {}});
  Read read;
  read.documents = reader.take_documents();
  for (const Error& fault : reader.faults()) read.faults.push_back(describe(fault));
  return read;
}

TEST(WriteRecords, WritesFieldsInTheirOrderAndLeavesOutWhatIsEmpty) {
  DocumentRecords records;
  records.document.doc = "d";
  TripleRecord triple;
  triple.statement = "d#1.1";
  triple.doc = "d";
  triple.sentence = {1, {0, 4}, "It is", {2, 6}};
  triple.subject.text = "It";
  triple.relation.text = "is";
  triple.relation.type = "BE";
  triple.confidence = 0.5;
  records.triples = {triple};
  EXPECT_EQ(
      written(records),
      R"({"record":"document","doc":"d","bytes":0,"sentences":0})"
      "\n"
      R"({"record":"triple","statement":"d#1.1","doc":"d","kind":"clause","core":true,)"
      R"("sentence":{"index":1,"start":0,"end":4,"text":"It is","source":{"start":2,"end":6}},)"
      R"("subject":{"text":"It"},"relation":{"text":"is","type":"BE"},)"
      R"("polarity":"positive","modality":"asserted","confidence":0.5})"
      "\n");
}

TEST(RecordReader, GivesBackWhatWasWritten) {
  DocumentRecords records = full_records();
  const Read read = read_lines(lines_of(written(records)));
  EXPECT_THAT(read.faults, ElementsAre());
  ASSERT_EQ(read.documents.size(), 1U);
  EXPECT_EQ(read.documents[0], records);
  EXPECT_EQ(written(read.documents[0]), written(records));
}

TEST(RecordReader, DoesNotCareForTheOrderOfLinesOrForRepeatedOnes) {
  DocumentRecords other = full_records();
  other.document.doc = "another";
  other.entities.clear();
  other.triples.clear();
  std::vector<std::string> lines = lines_of(written(full_records()) + written(other));
  lines.push_back(R"({"subject":"France","relation":"met","object":"Goïta"})");
  lines.push_back(R"({"subject":"Mali","relation":"met","object":"Goïta","subject_type":"GPE"})");
  lines.push_back(R"({"subject":"Mali","relation":"left","object":"AES","doc":"d 1"})");
  const Read expected = read_lines(lines);
  ASSERT_THAT(expected.faults, ElementsAre());
  ASSERT_EQ(expected.documents.size(), 3U);
  EXPECT_EQ(expected.documents[0].document.doc, "another");
  EXPECT_EQ(expected.documents[1].document.doc, "d 1");
  EXPECT_EQ(expected.documents[2].document.doc, kMergeInput);
  lines.push_back(lines[1]);
  lines.push_back(lines[4]);
  std::mt19937 random(3);
  for (int round = 0; round < 50; ++round) {
    std::shuffle(lines.begin(), lines.end(), random);
    EXPECT_EQ(read_lines(lines).documents, expected.documents);
  }
}

TEST(SortRecords, CountsNumbersInIdsByValue) {
  EXPECT_TRUE(detail::compare_ids("d#e9", "d#e10") < 0);
  EXPECT_TRUE(detail::compare_ids("d#4.10", "d#4.9") > 0);
  EXPECT_TRUE(detail::compare_ids("a2b10", "a2b9") > 0);
  EXPECT_TRUE(detail::compare_ids("a", "a1") < 0);
  EXPECT_TRUE(detail::compare_ids("a01", "a1") != 0);
  EXPECT_TRUE(detail::compare_ids("a1", "a1") == 0);
  EXPECT_TRUE(detail::compare_ids("é", "z") > 0);
}

TEST(RecordReader, PassesOverWhatItDoesNotKnow) {
  const Read read = read_lines({R"({"record":"embedding","doc":"d","x":[1]})", "", "  ",
                                R"({"record":"document","doc":"d","mood":"grave"})"});
  EXPECT_THAT(read.faults, ElementsAre());
  ASSERT_EQ(read.documents.size(), 1U);
  EXPECT_EQ(read.documents[0].document.doc, "d");
}

TEST(RecordReader, SkipsTheDocumentOfAFaultyLineAndNamesItsFirstFault) {
  const std::vector<std::string> good = lines_of(written(full_records()));
  std::vector<std::string> lines = good;
  lines.push_back(R"({"record":"triple","doc":"d 1","statement":"x","kind":"clause",)"
                  R"("sentence":{"index":1,"text":"x"},"subject":{"start":1},)"
                  R"("relation":{"text":"x","type":"X"}})");
  lines.push_back(R"({"record":"document","doc":"d 1","date":"yesterday"})");
  lines.push_back(R"({"record":"document","doc":"d 2"})");
  const Read read = read_lines(lines);
  EXPECT_THAT(read.faults, ElementsAre("r.jsonl:8: record breaks \"required\" at /subject "
                                       "(needs \"text\"); document \"d 1\" is skipped"));
  ASSERT_EQ(read.documents.size(), 1U);
  EXPECT_EQ(read.documents[0].document.doc, "d 2");
}

TEST(RecordReader, LaysALineCutShortToItsDocument) {
  const std::string line = lines_of(written(full_records()))[4];
  const Read read = read_lines({R"({"record":"document","doc":"d 1"})", line.substr(0, 100)});
  EXPECT_THAT(read.documents, ElementsAre());
  ASSERT_EQ(read.faults.size(), 1U);
  EXPECT_THAT(read.faults[0], HasSubstr("r.jsonl:2 (byte "));
  EXPECT_THAT(read.faults[0], HasSubstr("document \"d 1\" is skipped"));
}

TEST(RecordReader, SkipsOnlyTheLineWhereNoDocumentIsNamed) {
  const Read read = read_lines({R"({"subject":"a","relation":"b","object":"c"})", "nonsense", "[1]",
                                R"({"subject":"a","relation":"b"})", R"({"subject":"a",)"});
  EXPECT_EQ(read.documents.size(), 1U);
  EXPECT_THAT(read.faults,
              ElementsAre(HasSubstr("r.jsonl:2 (byte 1)"), HasSubstr("\"type\" at its top"),
                          HasSubstr("needs \"object\""), HasSubstr("r.jsonl:5 (byte 15)")));
}

TEST(RecordReader, CountsBytesFromTheStartOfTheFileWhereItIsTold) {
  RecordReader reader;
  reader.add_line("{,}", Place{"f", 3, 100});
  ASSERT_EQ(reader.faults().size(), 1U);
  EXPECT_EQ(reader.faults()[0].place(), (Place{"f", 3, 101}));
}

TEST(RecordReader, RefusesWhatOnlyTheWholeShows) {
  const std::vector<std::string> good = lines_of(written(full_records()));
  std::vector<std::string> lines = good;
  lines.erase(lines.begin() + 1);  // the entity e9
  EXPECT_THAT(read_lines(lines).faults, ElementsAre(HasSubstr("names the entity \"d 1#e9\"")));
  lines = good;
  lines.push_back(
      R"({"record":"entity","doc":"d 1","entity":"d 1#e9","type":"person","name":"X"})");
  EXPECT_THAT(read_lines(lines).faults, ElementsAre(HasSubstr("two entities with the id")));
  lines = good;
  lines.push_back(R"({"record":"document","doc":"d 1","title":"Other"})");
  EXPECT_THAT(read_lines(lines).faults, ElementsAre(HasSubstr("differs from the first")));
  lines = good;
  lines[4].replace(lines[4].find("\"end\":967"), 9, "\"end\":9");
  EXPECT_THAT(read_lines(lines).faults, ElementsAre(HasSubstr("end 9 lies before start 812")));
}

TEST(RecordReader, MakesFullRecordsOfTheShortForm) {
  const Read read = read_lines(
      {R"({"subject":"France","relation":"demanded release of","object":"officer","doc":"a"})",
       R"({"subject":"officer","relation":"was held in","object":"2025","object_type":"DATE",)"
       R"("subject_type":"person","sentence":"The officer was held.","doc":"a","confidence":0.12345})"});
  ASSERT_THAT(read.faults, ElementsAre());
  ASSERT_EQ(read.documents.size(), 1U);
  const DocumentRecords& records = read.documents[0];
  ASSERT_EQ(records.entities.size(), 2U);
  for (const EntityRecord& entity : records.entities) {
    EXPECT_TRUE(entity.named);
    EXPECT_EQ(entity.type, entity.name == "officer" ? EntityType::kPerson : EntityType::kOther);
    EXPECT_EQ(entity.mentions, entity.name == "officer" ? 2U : 1U);
  }
  EXPECT_NE(records.entities[0].first, records.entities[1].first);
  ASSERT_EQ(records.triples.size(), 2U);
  const TripleRecord& demanded = records.triples[0];
  EXPECT_EQ(demanded.statement, "a#1.1");
  EXPECT_EQ(demanded.sentence.text, "France demanded release of officer");
  EXPECT_EQ(demanded.relation.type, "DEMANDED_RELEASE_OF");
  ASSERT_TRUE(demanded.object);
  EXPECT_EQ(demanded.object->name, "officer");
  const TripleRecord& held = records.triples[1];
  EXPECT_EQ(held.statement, "a#2.1");
  EXPECT_EQ(held.sentence.text, "The officer was held.");
  EXPECT_EQ(held.confidence, 0.123);
  ASSERT_TRUE(held.object);
  EXPECT_EQ(held.object->form, "literal");
  EXPECT_EQ(held.object->entity, "");
}

TEST(RecordReader, GivesEveryRelationOfTheShortFormACanonicalType) {
  const auto type_of = [](const std::string& relation) {
    const Read read =
        read_lines({R"({"subject":"a","object":"b","relation":")" + relation + "\"}"});
    return read.documents.at(0).triples.at(0).relation.type;
  };
  EXPECT_EQ(type_of("is-a"), "IS_A");
  EXPECT_EQ(type_of("  né à "), "NE_A");
  EXPECT_EQ(type_of("2nd of"), "ND_OF");
  EXPECT_THAT(type_of("要求"), testing::MatchesRegex("RELATION_[A-Z2-7]+"));
  EXPECT_NE(type_of("要求"), type_of("释放"));
  EXPECT_EQ(type_of(std::string(100, 'x')).size(), 80U);
}

// Each output fits its schema, and what follows breaks each of its keywords.

TEST(RecordSchema, HoldsForWhatIsWritten) {
  std::ifstream file(RELATA_SOURCE_DIR "/schemas/record.schema.json");
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  const JsonSchema schema(text);
  for (const std::string& line : lines_of(written(full_records()))) {
    EXPECT_EQ(schema.find_fault(parse_json(line).root()), std::nullopt) << line;
  }
}

struct BrokenLine {
  const char* keyword;
  const char* pointer;
  const char* line;
};

TEST(RecordSchema, RefusesAnInstanceForEveryKeyword) {
  constexpr BrokenLine kBroken[] = {
      {"required", "its top", R"({"record":"document"})"},
      {"type", "/title", R"({"record":"document","doc":"d","title":1})"},
      {"pattern", "/date", R"({"record":"document","doc":"d","date":"2025-8-1"})"},
      {"minLength", "/doc", R"({"record":"document","doc":""})"},
      {"maxLength", "/sha256",
       R"({"record":"document","doc":"d","sha256":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})"},
      {"minimum", "/bytes", R"({"record":"document","doc":"d","bytes":-1})"},
      {"enum", "/type", R"({"record":"entity","doc":"d","entity":"e","type":"thing","name":"x"})"},
      {"type", "/names/1",
       R"({"record":"entity","doc":"d","entity":"e","type":"person","name":"x","names":["a",2]})"},
      {"maximum", "/confidence", R"({"subject":"a","relation":"b","object":"c","confidence":1.5})"},
      {"required", "/first",
       R"({"record":"entity","doc":"d","entity":"e","type":"person","name":"x","first":{"start":1}})"},
  };
  for (const BrokenLine& broken : kBroken) {
    const Read read = read_lines({broken.line});
    ASSERT_EQ(read.faults.size(), 1U) << broken.line;
    EXPECT_THAT(read.faults[0], HasSubstr(std::string("record breaks \"") + broken.keyword +
                                          "\" at " + broken.pointer))
        << broken.line;
  }
}

TEST(RecordSchema, TellsTheKindsOfLinesApart) {
  std::ifstream file(RELATA_SOURCE_DIR "/schemas/record.schema.json");
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  const auto keyword = [&](const char* definition, const char* line) {
    const auto fault = JsonSchema(text, definition).find_fault(parse_json(line).root());
    return fault ? fault->keyword : "";
  };
  EXPECT_EQ(keyword("", R"({"record":"embedding"})"), "");
  EXPECT_EQ(keyword("", R"({"record":"document"})"), "oneOf");
  EXPECT_EQ(keyword("other", R"({"record":"document"})"), "not");
  EXPECT_THROW(JsonSchema(text, "absent"), Error);
}

TEST(RecordSchema, NamesEveryValueOfTheEnums) {
  std::ifstream file(RELATA_SOURCE_DIR "/schemas/record.schema.json");
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  const JsonDocument schema = parse_json(text);
  const JsonValue& definitions = schema.root()["definitions"];
  const auto expect = [](const JsonValue& property, auto parse, std::size_t count) {
    const JsonValue& values = property["enum"];
    EXPECT_EQ(values.Size(), count);
    for (const JsonValue& value : values.GetArray()) {
      EXPECT_TRUE(parse(value.GetString()).has_value()) << value.GetString();
    }
  };
  const JsonValue& triple = definitions["triple"]["properties"];
  expect(definitions["entity_type"], parse_entity_type, 9);
  expect(triple["kind"], parse_triple_kind, 9);
  expect(triple["polarity"], parse_polarity, 2);
  expect(triple["modality"], parse_modality, 6);
}

}  // namespace
}  // namespace relata

#include "relata/pipeline/pipeline.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "relata/core/error.hpp"
#include "support/temporary_folder.hpp"

namespace relata {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

const std::string kModels = std::string(RELATA_SOURCE_DIR) + "/models";

const Models& models() {
  static const Models loaded = load_models(kModels);
  return loaded;
}

class PipelineTest : public ::testing::Test {
 protected:
  std::string put(const std::string& name, std::string_view bytes) const {
    return temporary_.put(name, bytes);
  }

  struct Run {
    std::vector<ExtractedDocument> documents;
    InputSummary summary;
  };

  static Run extract(const std::vector<std::string>& inputs, const PipelineOptions& options = {}) {
    Run run;
    run.summary = extract_inputs(
        expand_inputs(inputs), models(), options,
        [&](ExtractedDocument&& document) { run.documents.push_back(std::move(document)); });
    return run;
  }

  static std::vector<std::string> ids(const Run& run) {
    std::vector<std::string> found;
    for (const ExtractedDocument& document : run.documents) {
      found.push_back(document.records.document.doc);
    }
    return found;
  }

  const testing::TemporaryFolder temporary_;
  const fs::path folder_ = temporary_.path();
};

/// `count` JSON lines d0, d1, … of two sentences each.
std::string json_lines(int count) {
  std::string lines;
  for (int i = 0; i < count; ++i) {
    const std::string number = std::to_string(i);
    lines += R"({"id":"d)" + number + R"(","text":"The mayor of Lisbon opened bridge )" + number +
             R"( on Monday. Ana Sousa praised the engineers."})" + "\n";
  }
  return lines;
}

TEST_F(PipelineTest, GivesTheSameDocumentsInTheSameOrderForAnyThreads) {
  put("a.jsonl", json_lines(300));  // more than one chunk
  put("b.txt", "The mayor of Lisbon opened a new bridge on Monday.");
  PipelineOptions options;
  options.mentions = KeepMentions::kYes;
  options.threads = 1;
  const Run expected = extract({folder_.string()}, options);
  ASSERT_EQ(expected.documents.size(), 301u);
  EXPECT_EQ(expected.documents.back().records.document.doc, "b");
  for (const std::size_t threads : {2u, 4u}) {
    options.threads = threads;
    const Run run =
        extract({(folder_ / "b.txt").string(), (folder_ / "a.jsonl").string()}, options);
    EXPECT_EQ(run.documents, expected.documents) << threads;
    EXPECT_EQ(run.summary.sentences, expected.summary.sentences);
    EXPECT_EQ(run.summary.words, expected.summary.words);
  }
}

TEST_F(PipelineTest, NamesTheLineOfAFaultInWhicheverChunkItStands) {
  const std::string path = put("a.jsonl", json_lines(400) + "{\"id\":\"broken\n" +
                                              R"({"id":"last","text":"Ana Sousa left."})");
  PipelineOptions options;
  options.threads = 2;
  const Run run = extract({path}, options);
  EXPECT_EQ(run.documents.size(), 401u);
  EXPECT_EQ(run.documents.back().records.document.doc, "last");
  ASSERT_EQ(run.summary.skipped.size(), 1u);
  EXPECT_EQ(run.summary.skipped[0].error.place().line, 401u);
  EXPECT_EQ(run.summary.skipped[0].error.place().file, path);
}

TEST_F(PipelineTest, SkipsWhatCannotBeReadAndGoesOn) {
  const std::string good = put("good.txt", "Ana Sousa praised the engineers of the bridge.");
  put("empty.txt", "");
  put("empty.jsonl", "");
  const Run run = extract({folder_.string(), (folder_ / "gone.txt").string()});
  EXPECT_THAT(ids(run), ElementsAre("good"));
  EXPECT_EQ(run.summary.skipped.size(), 3u);
  EXPECT_EQ(run.summary.files, 4u);
}

TEST_F(PipelineTest, ReadsPastALineThatIsLargerThanADocument) {
  const std::string path =
      put("a.jsonl", json_lines(2) + "{\"text\":\"" + std::string(100'000, 'x') + "\"}\n" +
                         R"({"id":"last","text":"Ana Sousa left."})");
  PipelineOptions options;
  options.reading.max_document_bytes = 10'000;
  const Run run = extract({path}, options);
  EXPECT_THAT(ids(run), ElementsAre("d0", "d1", "last"));
  ASSERT_EQ(run.summary.skipped.size(), 1u);
  EXPECT_EQ(run.summary.skipped[0].error.place().line, 3u);
}

TEST_F(PipelineTest, RefusesTwoDocumentsOfOneId) {
  put("a/x.txt", "Ana Sousa left.");
  put("b/x.txt", "Ana Sousa came back.");
  try {
    extract({(folder_ / "a").string(), (folder_ / "b").string()});
    FAIL() << "two documents called x";
  } catch (const Error& error) {
    EXPECT_THAT(describe(error), AllOf(HasSubstr("a/x.txt"), HasSubstr("b/x.txt")));
  }
}

TEST_F(PipelineTest, LeavesTheRunWhenTheConsumerOrTheProgressThrows) {
  const std::string path = put("a.jsonl", json_lines(300));
  PipelineOptions options;
  options.threads = 2;
  const auto stop = [](const Progress&) { throw Error("stopped"); };
  EXPECT_THROW(
      extract_inputs(
          expand_inputs(std::vector{path}), models(), options, [](ExtractedDocument&&) {}, stop),
      Error);
}

TEST_F(PipelineTest, MentionsAreOfEntitiesAndWithinTheText) {
  const std::string text = "Néma Sagara left Paris. She praised the engineers of the bridge.";
  PipelineOptions options;
  options.mentions = KeepMentions::kYes;
  const Run run = extract({put("a.txt", text)}, options);
  ASSERT_EQ(run.documents.size(), 1u);
  const ExtractedDocument& document = run.documents[0];
  EXPECT_THAT(document.mentions, Not(IsEmpty()));
  for (const EntityMention& mention : document.mentions) {
    EXPECT_TRUE(mention.range.contains(mention.head));
    EXPECT_LE(mention.range.end, text.size() - 1);  // in code points, of which é is one
    const auto& entities = document.records.entities;
    EXPECT_TRUE(std::any_of(entities.begin(), entities.end(), [&](const EntityRecord& entity) {
      return entity.entity == mention.entity;
    })) << mention.entity;
  }
}

TEST_F(PipelineTest, RecordsReadBackGiveTheGraphOfTheDocuments) {
  Run run = extract({std::string(RELATA_SOURCE_DIR) + "/examples/articles"});
  std::vector<DocumentRecords> documents;
  StringSink lines;
  for (ExtractedDocument& document : run.documents) {
    write_records(document.records, lines);
    documents.push_back(std::move(document.records));
  }
  RecordReader reader;
  read_record_files({{put("records.jsonl", lines.text()), "records"}}, reader);
  std::vector<DocumentRecords> read_back = reader.take_documents();
  EXPECT_THAT(reader.faults(), IsEmpty());
  EXPECT_EQ(read_back, documents);

  const ResolvedGraph expected = resolve_and_build(documents, models().lexicon);
  std::reverse(read_back.begin(), read_back.end());
  const ResolvedGraph found = resolve_and_build(std::move(read_back), models().lexicon);
  EXPECT_EQ(found.resolution, expected.resolution);
  EXPECT_EQ(found.node_ids(), expected.node_ids());
  EXPECT_EQ(found.node_ids().size(), found.resolution.clusters);
}

/// Gzip data of six stored blocks (RFC 1951, section 3.2.4) of `line` over and over, and no end.
std::string unfinished_gzip(const std::string& line) {
  std::string block;
  while (block.size() + line.size() <= 0xffff) block += line;
  std::string packed("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03", 10);
  for (int i = 0; i < 6; ++i) {
    packed += '\0';
    for (const std::size_t length : {block.size(), ~block.size()}) {
      packed += static_cast<char>(length & 0xff);
      packed += static_cast<char>(length >> 8 & 0xff);
    }
    packed += block;
  }
  return packed;
}

TEST_F(PipelineTest, RecordFilesThatBreakOffAreAnErrorAndMissingOnesAreSkipped) {
  RecordReader reader;
  const InputSummary summary = read_record_files({{(folder_ / "gone").string(), "gone"}}, reader);
  EXPECT_EQ(summary.skipped.size(), 1u);
  const std::string line = R"({"subject":"France","relation":"borders","object":"Spain"})"
                           "\n";
  const std::string cut = put("cut.gz", unfinished_gzip(line));
  EXPECT_THROW(read_record_files({{cut, "cut"}}, reader), Error);
}

TEST(FindModelDirectory, IsWhatTheEnvironmentSaysOrThatOfTheSources) {
  // A program of the build folder, as this one is, goes with its own sources.
  if (std::getenv("RELATA_MODELS") == nullptr) {
    EXPECT_TRUE(fs::equivalent(find_model_directory(), kModels));
  }
  ::setenv("RELATA_MODELS", "/some/where", 1);
  EXPECT_EQ(find_model_directory(), "/some/where");
  ::unsetenv("RELATA_MODELS");
}

}  // namespace
}  // namespace relata

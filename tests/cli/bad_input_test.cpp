// Bad input: one clear line, nothing else lost, nothing half-written.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <random>
#include <vector>

#include "cli/command_run.hpp"

namespace relata {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

constexpr char kGoodText[] =
    "The mayor of Lisbon opened a new bridge on Monday. Ana Sousa praised the engineers.\n";

class BadInput : public CommandTest {
 protected:
  /// A run over `bad` and a good document: it must be done but for the bad input (exit code 3),
  /// with the good document in the output and one line about the bad one, which is given. Alone,
  /// what is bad through and through makes the job fail, and there is no output at all.
  enum class Extent { kAll, kPart };
  std::string skipped(const std::string& bad, Extent extent = Extent::kAll) const {
    put("good.txt", kGoodText);
    std::vector<std::string> arguments = {"extract", bad, "good.txt", "-o", "out.jsonl", "--quiet"};
    const Outcome outcome = run(arguments);
    EXPECT_EQ(outcome.exit_code, 3) << outcome.err;
    EXPECT_EQ(outcome.out, "");
    EXPECT_THAT(get("out.jsonl"), HasSubstr(R"("doc":"good")"));
    EXPECT_THAT(outcome.err, AllOf(StartsWith("relata: "), EndsWith("\n")));
    EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << outcome.err;
    fs::remove(folder() / "out.jsonl");
    arguments.erase(arguments.begin() + 2);
    EXPECT_EQ(run(arguments).exit_code, extent == Extent::kAll ? 1 : 3);
    EXPECT_EQ(exists("out.jsonl"), extent == Extent::kPart);
    return outcome.err;
  }
};

TEST_F(BadInput, Unreadable) {
  EXPECT_THAT(skipped("gone.txt"),
              HasSubstr("relata: gone.txt: cannot be opened: No such file or directory"));
  // Can be opened by root too, and not be read.
  EXPECT_THAT(skipped("/proc/self/mem"), HasSubstr("/proc/self/mem: cannot be read"));
  put("secret.txt", kGoodText);
  ::chmod((folder() / "secret.txt").c_str(), 0);
  if (::geteuid() != 0) {
    EXPECT_THAT(skipped("secret.txt"),
                HasSubstr("secret.txt: cannot be opened: Permission denied"));
  }
}

TEST_F(BadInput, Empty) {
  EXPECT_THAT(skipped(put("empty.txt", "")), HasSubstr("relata: empty.txt"));
  EXPECT_THAT(skipped(put("blank.txt", " \n\t\n")), HasSubstr("relata: blank.txt"));
  EXPECT_THAT(skipped(put("empty.jsonl", "")), HasSubstr("relata: empty.jsonl"));
}

TEST_F(BadInput, Binary) {
  std::mt19937 random(11);
  std::string bytes = "\x89PNG\r\n\x1a\n";
  for (int i = 0; i < 50'000; ++i) bytes += static_cast<char>(random());
  EXPECT_THAT(skipped(put("picture.txt", bytes)), HasSubstr("relata: picture.txt"));
  EXPECT_THAT(skipped(put("picture", bytes)), HasSubstr("relata: picture"));
  EXPECT_THAT(skipped(put("cut.txt.gz", std::string("\x1f\x8b\x08\0\0\0\0\0", 8))),
              AllOf(HasSubstr("relata: cut.txt.gz (byte 8): "), HasSubstr("incomplete")));
}

TEST_F(BadInput, WronglyEncoded) {
  // Half of a UTF-8 character within a JSON string: line, and byte within the file.
  const std::string good = R"({"id":"a","text":"Ana Sousa praised the engineers of the bridge."})";
  const std::string bad = "{\"id\":\"b\",\"text\":\"caf\xc3 au lait\"}";
  const std::string message = skipped(put("news.jsonl", good + "\n" + bad + "\n"), Extent::kPart);
  EXPECT_THAT(message, HasSubstr("relata: news.jsonl:2 (byte "));
}

TEST_F(BadInput, OneHugeLine) {
  std::string line;
  while (line.size() < (std::size_t{20} << 20)) line += "The mayor opened another bridge. ";
  const std::string message = skipped(put("huge.txt", line));
  EXPECT_THAT(message,
              AllOf(HasSubstr("relata: huge.txt"), HasSubstr("limit"), HasSubstr("split")));
  EXPECT_THAT(skipped(put("huge.jsonl", "{\"id\":\"x\",\"text\":\"" + line + "\"}\n")),
              HasSubstr("relata: huge.jsonl:1"));
  // Words without a blank, within the limit: nothing may take quadratic time in it.
  put("letters.txt", std::string(std::size_t{1} << 20, 'x') + "\n\n" + kGoodText);
  const Outcome outcome = run({"extract", "letters.txt", "-o", "out.jsonl"});
  EXPECT_THAT(outcome.exit_code, ::testing::AnyOf(0, 1, 3)) << outcome.err;
}

TEST_F(BadInput, ForeignLanguage) {
  const std::string german =
      "Der Bürgermeister eröffnete am Montag die neue Brücke über den Fluss. Viele Menschen kamen "
      "und freuten sich, weil der Bau mehr als zehn Jahre gedauert hatte. Die Ingenieure sagten, "
      "dass die Brücke auch schwere Lastwagen tragen könne.\n";
  const std::string message = skipped(put("brücke.txt", german));
  EXPECT_THAT(message, AllOf(HasSubstr("relata: brücke.txt"), HasSubstr("--language keep")));
  EXPECT_EQ(run({"extract", "brücke.txt", "--language", "keep", "-o", "out.jsonl"}).exit_code, 0);
}

TEST_F(BadInput, BrokenJsonLine) {
  const std::string good = R"({"id":"a","text":"Ana Sousa praised the engineers of the bridge."})";
  const std::string last = R"({"id":"c","text":"Ana Sousa praised the mayor of the city."})";
  const std::string broken = "{\"id\":\"b\",\"text\":\"cut";
  EXPECT_THAT(skipped(put("news.jsonl", good + "\n" + broken + "\n" + last + "\n"), Extent::kPart),
              HasSubstr("relata: news.jsonl:2 (byte "));
  EXPECT_THAT(skipped(put("dates.jsonl", R"({"id":"b","date":"yesterday","text":"Ana left."})")),
              AllOf(HasSubstr("relata: dates.jsonl:1"), HasSubstr("yesterday")));
}

TEST_F(BadInput, TheSameFaultOnEachLineIsNamedTenTimes) {
  std::string lines;
  for (int i = 0; i < 500; ++i) lines += "{\"body\": \"Ana Sousa praised the bridge.\"}\n";
  put("bodies.jsonl", lines);
  const Outcome outcome = run({"extract", "bodies.jsonl", "-o", "out.jsonl"});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("bodies.jsonl:10 "));
  EXPECT_THAT(outcome.err, HasSubstr("bodies.jsonl: 490 more faults like these"));
  EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 12) << outcome.err;
}

TEST_F(BadInput, DeeplyNestedHtml) {
  std::string page = "<html><body>";
  for (int i = 0; i < 100'000; ++i) page += "<div>";
  const std::string message = skipped(put("deep.html", page + kGoodText));
  EXPECT_THAT(message, HasSubstr("relata: deep.html"));
}

TEST_F(BadInput, EqualIdsNameBoth) {
  put("a/x.txt", kGoodText);
  put("b/x.txt", kGoodText);
  const Outcome outcome = run({"build", "a", "b", "-o", "g.graphml"});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_THAT(outcome.err, AllOf(HasSubstr("a/x.txt"), HasSubstr("b/x.txt")));
  EXPECT_THAT(names(), ElementsAre("a", "b"));
}

TEST_F(BadInput, AControlCharacterInANameStaysOnItsLine) {
  const Outcome outcome = run({"extract", "two\nlines\x1b[31m.txt"});
  EXPECT_THAT(outcome.err, HasSubstr("two?lines?[31m.txt: cannot be opened"));
}

class BadRecords : public BadInput {};

TEST_F(BadRecords, CostOnlyTheirDocument) {
  put("r.jsonl", R"({"subject":"France","relation":"borders","object":"Spain","doc":"a"})"
                 "\n"
                 R"({"subject":"Chad","relation":7,"object":"Niger","doc":"b"})"
                 "\n"
                 R"({"subject":"Chad","relation":"bor)"
                 "\n");
  const Outcome outcome = run({"merge", "r.jsonl", "-o", "g.graphml", "--quiet"});
  EXPECT_EQ(outcome.exit_code, 3) << outcome.err;
  EXPECT_THAT(get("g.graphml"), AllOf(HasSubstr("France"), Not(HasSubstr("Niger"))));
  EXPECT_THAT(outcome.err, HasSubstr("relata: r.jsonl:2"));
  EXPECT_THAT(outcome.err, HasSubstr("/relation"));
  EXPECT_THAT(outcome.err, HasSubstr("relata: r.jsonl:3 (byte "));
}

TEST_F(BadRecords, WhatNobodyCanSeeIsNoName) {
  put("r.jsonl", R"({"subject":"France","relation":"borders","object":"Spain","doc":"a"})"
                 "\n"
                 R"({"subject":"Chad","relation":"borders","object":" ","doc":"b"})"
                 "\n"
                 R"({"subject":"\u200b","relation":"borders","object":"Niger","doc":"c"})"
                 "\n");
  const Outcome outcome = run({"merge", "r.jsonl", "-o", "g.graphml", "--quiet"});
  EXPECT_EQ(outcome.exit_code, 3) << outcome.err;
  EXPECT_THAT(get("g.graphml"), AllOf(HasSubstr("France"), Not(HasSubstr("Niger"))));
  EXPECT_THAT(outcome.err, HasSubstr("r.jsonl:2: \"object\" has nothing that can be seen"));
  EXPECT_THAT(outcome.err, HasSubstr("r.jsonl:3: \"subject\" has nothing that can be seen"));
}

TEST_F(BadRecords, AFileThatBreaksOffFailsTheJob) {
  // Stored as one block without a checksum at its end.
  std::string packed("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\x00", 11);
  const std::string line = R"({"subject":"France","relation":"borders","object":"Spain"})"
                           "\n";
  packed += std::string("\x64\x00\x9b\xff", 4) + line;  // says 100 bytes, and there are fewer
  put("r.jsonl.gz", packed);
  const Outcome outcome = run({"merge", "r.jsonl.gz", "-o", "g.graphml"});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("r.jsonl.gz (byte "));
  EXPECT_THAT(names(), ElementsAre("r.jsonl.gz"));
}

class FullDisk : public CommandTest {};

TEST_F(FullDisk, OfADevice) {
  if (!fs::exists("/dev/full")) GTEST_SKIP() << "no /dev/full here";
  put("good.txt", kGoodText);
  fs::create_symlink("/dev/full", folder() / "full.graphml");
  for (const std::string& output : std::vector<std::string>{"full.graphml", "/dev/full"}) {
    const std::string command = output == "/dev/full" ? "extract" : "build";
    const Outcome outcome = run({command, "good.txt", "-o", output});
    EXPECT_EQ(outcome.exit_code, 1);
    EXPECT_EQ(outcome.err, "relata: " + output +
                               ": cannot be written: No space left on device; free some space or "
                               "write to another place\n");
  }
  EXPECT_THAT(names(), ElementsAre("full.graphml", "good.txt"));
}

TEST_F(FullDisk, OfFilesLeavesTheOldOnesWhole) {
  std::string text;
  for (int i = 0; i < 60; ++i) text += kGoodText;
  put("good.txt", text);
  put("g.graphml", "of the run before");
  Surroundings small;
  small.file_size_limit = 2000;
  const Outcome outcome = run({"build", "good.txt", "-o", "g.graphml", "-o", "g.jsonld"}, small);
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_THAT(outcome.err, AllOf(StartsWith("relata: g."), HasSubstr("cannot be written")));
  EXPECT_EQ(get("g.graphml"), "of the run before");
  EXPECT_THAT(names(), ElementsAre("g.graphml", "good.txt"));
}

class BadModel : public CommandTest {
 protected:
  /// The complaint when one file of the model is changed.
  std::string complaint_after(const std::string& file,
                              const std::function<void(fs::path)>& change) {
    fs::remove_all(folder() / "models");
    fs::create_directory(folder() / "models");
    for (const auto& entry : fs::directory_iterator(source_path("models"))) {
      const fs::path copy = folder() / "models" / entry.path().filename();
      if (entry.path().filename() == file) {
        fs::copy_file(entry.path(), copy);
        change(copy);
      } else {
        fs::create_symlink(entry.path(), copy);
      }
    }
    put("good.txt", kGoodText);
    const Outcome outcome = run({"build", "good.txt", "-o", "g.graphml", "--models", "models"});
    EXPECT_EQ(outcome.exit_code, 1);
    EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << outcome.err;
    EXPECT_THAT(names(), ElementsAre("good.txt", "models"));
    return outcome.err;
  }
};

TEST_F(BadModel, Missing) {
  for (const char* file : {"analysis.bin", "wordpieces.bin", "tokeniser.bin", "lexicon.tsv"}) {
    EXPECT_THAT(complaint_after(file, [](const fs::path& copy) { fs::remove(copy); }),
                HasSubstr(std::string("relata: models/") + file));
  }
}

TEST_F(BadModel, Damaged) {
  for (const char* file : {"analysis.bin", "wordpieces.bin", "tokeniser.bin"}) {
    const std::string message = complaint_after(
        file, [](const fs::path& copy) { fs::resize_file(copy, fs::file_size(copy) / 2); });
    EXPECT_THAT(message, HasSubstr(std::string("relata: models/") + file));
  }
}

TEST_F(BadModel, NoFolder) {
  put("good.txt", kGoodText);
  Surroundings elsewhere;
  elsewhere.environment["RELATA_MODELS"] = "nowhere";
  const Outcome outcome = run({"build", "good.txt", "-o", "g.graphml"}, elsewhere);
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("relata: nowhere/"));
  EXPECT_THAT(names(), ElementsAre("good.txt"));
}

}  // namespace
}  // namespace relata

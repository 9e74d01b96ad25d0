// --decisions from end to end: what is decided, what is refused, and that nothing else changes.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <sstream>

#include "cli/command_run.hpp"

namespace relata {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class DecisionsTest : public CommandTest {
 protected:
  /// One entity a line, three documents.
  static std::string records() {
    const auto entity = [](const std::string& doc, int number, const std::string& name) {
      const std::string start = std::to_string(10 * number);
      return R"({"record":"entity","doc":")" + doc + R"(","entity":")" + doc + "#e" +
             std::to_string(number) + R"(","type":"person","name":")" + name + R"(","names":[")" +
             name + R"("],"mentions":2,"first":{"start":)" + start + R"(,"end":)" +
             std::to_string(10 * number + 5) + R"(},"named":true,"specific":true})" + "\n";
    };
    return entity("a", 1, "Zoe Novakova") + entity("a", 2, "Eva Horakova") +
           entity("b", 1, "Zoe Novakova") + entity("b", 2, "Ida Cerna") +
           entity("c", 1, "Eva Horakova") + entity("c", 2, "Zdenka Vesela");
  }

  std::string merge(const std::vector<std::string>& options = {}) {
    std::vector<std::string> arguments = {"merge",  "records.jsonl", "--quiet", "-o",  "g.graphml",
                                          "-o",     "g.jsonld",      "--nodes", "all", "--merges",
                                          "m.jsonl"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    last_ = run(arguments);
    EXPECT_EQ(last_.exit_code, 0) << last_.err;
    return get("g.graphml") + get("g.jsonld") + get("m.jsonl");
  }

  Outcome last_;
};

TEST_F(DecisionsTest, AThousandPairsTakenBackLeaveTheGraphToTheByte) {
  put("records.jsonl", records());
  const std::string before = merge();
  const std::vector<std::string> things = {R"("Zoe Novakova")",
                                           R"("Eva Horakova")",
                                           R"("Ida Cerna")",
                                           R"("Zdenka Vesela")",
                                           R"({"name":"Zoe Novakova","doc":"a"})",
                                           R"({"entity":"c#e1"})"};
  std::mt19937 random(3);
  std::size_t changed = 0;
  std::size_t taken = 0;
  // Each round adds some fifty pairs that do not contradict each other and takes them back.
  for (int round = 0; round < 20; ++round) {
    std::string lines;
    for (int i = 0; i < 75; ++i) {
      const std::size_t a = random() % things.size();
      const std::size_t b = random() % things.size();
      const bool same = round % 2 == 0;
      const bool overlap = (a % 4 == b % 4 && a % 4 == 0) || a == b || (a % 4 == 1 && b % 4 == 1);
      if (!same && overlap) continue;
      lines += std::string(same ? R"({"same":[)" : R"({"different":[)") + things[a] + "," +
               things[b] + "]}\n";
      ++taken;
    }
    put("d.jsonl", lines);
    changed += merge({"--decisions", "d.jsonl"}) != before ? 1U : 0U;
    put("d.jsonl", "");
    ASSERT_EQ(merge({"--decisions", "d.jsonl"}), before);
  }
  EXPECT_GT(taken, 1000U);
  EXPECT_GE(changed, 10U);
  EXPECT_EQ(merge(), before);
}

TEST_F(DecisionsTest, AFileThatContradictsItselfIsRefusedBeforeAnyWork) {
  put("records.jsonl", records());
  put("d.jsonl",
      "{\"same\":[\"Ida\",\"Eva\"]}\n{\"same\":[\"Eva\",\"Zoe\"]}\n"
      "{\"different\":[\"Zoe\",\"Ida\"]}\n");
  const Outcome outcome =
      run({"merge", "records.jsonl", "--decisions", "d.jsonl", "-o", "g.graphml"});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_THAT(outcome.err, AllOf(HasSubstr("d.jsonl:3"), HasSubstr("lines 1 and 2")));
  EXPECT_FALSE(exists("g.graphml"));
}

TEST_F(DecisionsTest, ANameThatIsNowhereIsWarnedAboutWithItsLine) {
  put("records.jsonl", records());
  put("d.jsonl", "{\"same\":[\"Zoe Novakova\",\"Nobody Here\"]}\n");
  merge({"--decisions", "d.jsonl", "--report", "r.json"});
  EXPECT_THAT(last_.err, HasSubstr("warning: d.jsonl:1: nothing here is \"Nobody Here\""));
  EXPECT_THAT(get("r.json"), AllOf(HasSubstr("Nobody Here"), HasSubstr("\"decisions\"")));
}

TEST_F(DecisionsTest, AnOutputMayNotBeTheDecisions) {
  put("records.jsonl", records());
  put("d.graphml", "");
  const Outcome outcome =
      run({"merge", "records.jsonl", "--decisions", "d.graphml", "-o", "d.graphml"});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("also an input"));
}

TEST_F(DecisionsTest, StandAsReasonInTheMerges) {
  put("records.jsonl", records());
  put("d.jsonl", "{\"same\":[\"Ida Cerna\",\"Zdenka Vesela\"]}\n");
  merge({"--decisions", "d.jsonl"});
  EXPECT_THAT(get("m.jsonl"), AllOf(HasSubstr(R"("reason":"decision")"), HasSubstr("d.jsonl:1: ")));
  EXPECT_EQ(last_.err, "");
}

}  // namespace
}  // namespace relata

// relata explain: why two names are one node or are not, over small records made here.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/command_run.hpp"
#include "relata/core/json.hpp"
#include "relata/core/json_schema.hpp"

namespace relata {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

std::string entity(const std::string& id, const std::string& name, const std::string& more = "") {
  const std::string doc = id.substr(0, id.find('#'));
  const std::string start = id.substr(id.find('#') + 2);
  return R"({"record":"entity","doc":")" + doc + R"(","entity":")" + id +
         R"(","type":"person","name":")" + name + R"(","names":[")" + name +
         R"("],"mentions":2,"first":{"start":)" + start + R"(0,"end":)" + start +
         R"(9},"named":true,"specific":true)" + more + "}\n";
}

std::string triple(const std::string& subject, const std::string& subject_name,
                   const std::string& object, const std::string& object_name) {
  const std::string doc = subject.substr(0, subject.find('#'));
  const auto argument = [](const std::string& id, const std::string& name) {
    return R"({"text":")" + name + R"(","type":"person","form":"name","entity":")" + id +
           R"(","name":")" + name + R"("})";
  };
  return R"({"record":"triple","statement":")" + doc + R"(#1.1","doc":")" + doc +
         R"(","kind":"clause","core":true,"sentence":{"index":1,"start":0,"end":9,"text":")" +
         subject_name + " thanked " + object_name + R"(."},"subject":)" +
         argument(subject, subject_name) +
         R"(,"relation":{"text":"thanked","lemma":"thank","type":"THANK"},"object":)" +
         argument(object, object_name) +
         R"(,"polarity":"positive","modality":"asserted","rule":"clause/object","confidence":0.9})" +
         "\n";
}

class ExplainTest : public CommandTest {
 protected:
  void SetUp() override {
    CommandTest::SetUp();
    put("records.jsonl", entity("a#e1", "Zoe Novakova") + entity("a#e2", "Gen. Petr Cerny") +
                             triple("a#e1", "Zoe Novakova", "a#e2", "Gen. Petr Cerny") +
                             entity("b#e1", "Gen. Novakova") + entity("b#e2", "Hana Cerny") +
                             entity("c#e1", "Cerny") + entity("d#e1", "Cerny"));
  }

  Outcome explain(const std::string& left, const std::string& right,
                  const std::vector<std::string>& options = {}) {
    std::vector<std::string> arguments = {"explain", "records.jsonl", left, right};
    arguments.insert(arguments.end(), options.begin(), options.end());
    return run(arguments);
  }
};

TEST_F(ExplainTest, GivesTheMergesThatJoinTwoNamesWithTheirEvidence) {
  const Outcome outcome = explain("Novakova", "Zoe Novakova");
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_THAT(outcome.out,
              AllOf(HasSubstr("\"Novakova\" and \"Zoe Novakova\" are one node"),
                    HasSubstr("title and family name  0.9"), HasSubstr("both person"),
                    HasSubstr("\"novakova\" stands for \"zoe novakova\" in 1 of the 1 documents"),
                    HasSubstr("a, sentence 1: Zoe Novakova thanked Gen. Petr Cerny."),
                    HasSubstr(R"({"different":["Novakova","Zoe Novakova"]})")));
}

TEST_F(ExplainTest, SaysWhatIsMissing) {
  const Outcome outcome = explain("Cerny@c", "Petr Cerny");
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_THAT(outcome.out,
              AllOf(HasSubstr("are not one node"), HasSubstr("80 % must mean one"),
                    HasSubstr("\"hana cerny\" in 1"), HasSubstr("0.7 is needed"),
                    HasSubstr(R"({"same":[{"name":"Cerny","doc":"c"},"Petr Cerny"]})")));
}

TEST_F(ExplainTest, NamesWhatExcludesTheTwo) {
  const Outcome outcome = explain("Hana Cerny", "Petr Cerny");
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_THAT(outcome.out,
              AllOf(HasSubstr("are not one node"), HasSubstr("can't be one: full names differ")));
}

TEST_F(ExplainTest, SaysWhatDocumentsOfOneStoryShare) {
  std::string records;
  for (const std::string doc : {"a", "b"}) {
    int number = 1;
    for (const char* name : {"Zoe Novakova", "Petr Cerny", "Ada Orel"}) {
      records += entity(doc + "#e" + std::to_string(number++), name, R"(,"age":41)");
    }
  }
  put("records.jsonl", records);
  const Outcome outcome = explain("Ada Orel@a", "Ada Orel@b");
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_THAT(outcome.out, AllOf(HasSubstr("story    3 names in both documents, 100 % of"),
                                 HasSubstr("age      both 41")));
}

TEST_F(ExplainTest, ADecisionIsAReason) {
  put("d.jsonl", "{\"same\":[\"Petr Cerny\",{\"name\":\"Cerny\",\"doc\":\"c\"}]}\n");
  const Outcome outcome = explain("Petr Cerny", "Cerny@c", {"--decisions", "d.jsonl"});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_THAT(outcome.out, AllOf(HasSubstr("are one node"), HasSubstr("decided: d.jsonl:1: ")));
  put("d.jsonl", "{\"different\":[\"Zoe Novakova\",\"Gen. Novakova\"]}\n");
  const Outcome apart = explain("Zoe Novakova", "b#e1", {"--decisions", "d.jsonl"});
  EXPECT_THAT(apart.out, AllOf(HasSubstr("are not one node"), HasSubstr("can't be one: decision"),
                               HasSubstr("where it is refused")));
}

TEST_F(ExplainTest, AdvisesNoDecisionThatWouldBeRefused) {
  const std::string line = "No line of --decisions can ";
  EXPECT_THAT(explain("Hana Cerny", "Hana Cerny").out,
              AllOf(HasSubstr(line + "part them: both names are one."),
                    Not(HasSubstr("If you know better"))));
  put("d.jsonl", "{\"different\":[\"Hana Cerny\",\"Petr Cerny\"]}");
  EXPECT_THAT(explain("Hana Cerny", "Gen. Petr Cerny", {"--decisions", "d.jsonl"}).out,
              HasSubstr(line + "join them: "));
  EXPECT_THAT(explain("Hana Cerny", "Gen. Petr Cerny").out, HasSubstr("If you know better"));
}

TEST_F(ExplainTest, AnUnknownNameIsAnErrorWithThoseThatAreClose) {
  const Outcome outcome = explain("Jana Novakova", "Zoe Novakova");
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_EQ(outcome.out, "");
  EXPECT_THAT(outcome.err, AllOf(HasSubstr("nothing is called \"Jana Novakova\""),
                                 HasSubstr("\"Zoe Novakova\"")));
}

TEST_F(ExplainTest, AnAmbiguousNameIsAnErrorWithItsCandidates) {
  put("records.jsonl", entity("a#e1", "Zoe Novakova", R"(,"gender":"fem")") +
                           entity("b#e1", "Zoe Novakova", R"(,"gender":"fem")") +
                           entity("c#e1", "Cerny") + entity("d#e1", "Cerny") +
                           entity("e#e1", "Petr Cerny") + entity("f#e1", "Hana Cerny"));
  const Outcome shouted = explain("CERNY", "Zoe Novakova");
  EXPECT_EQ(shouted.exit_code, 1);
  EXPECT_THAT(shouted.err, AllOf(HasSubstr("\"CERNY\" is the name of 2 things; ask for one of n"),
                                 HasSubstr("as in c"), HasSubstr("as in d"), HasSubstr("CERNY@c")));
}

TEST_F(ExplainTest, WantsRecordsAndTwoNames) {
  const Outcome outcome = run({"explain", "records.jsonl", "Novakova"});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("two names"));
}

TEST_F(ExplainTest, ItsJsonFitsTheSchema) {
  const JsonSchema schema(read_bytes(source_path("schemas/explanation.schema.json")));
  for (const char* name : {"Zoe Novakova", "Cerny@c"}) {
    const Outcome outcome = explain("Gen. Novakova", name, {"--json"});
    ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
    const JsonDocument document = parse_json(outcome.out);
    const auto fault = schema.find_fault(document.root());
    EXPECT_FALSE(fault) << fault->pointer << ' ' << fault->keyword << '\n' << outcome.out;
  }
}

}  // namespace
}  // namespace relata

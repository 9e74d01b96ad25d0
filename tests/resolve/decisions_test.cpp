#include "relata/resolve/decisions.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "relata/analysis/lexicon.hpp"
#include "relata/resolve/resolution.hpp"
#include "relata/resolve/stable_id.hpp"
#include "resolve/record_builder.hpp"
#include "resolve/resolved.hpp"

namespace relata {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

using Documents = std::vector<DocumentRecords>;

/// Clusters by entity id, after decisions as a user writes them.
class Decided {
 public:
  Decided(Documents documents, const std::string& lines) : documents_(std::move(documents)) {
    matched_ = match_decisions(read_decisions(lines, "d.jsonl"), documents_, lexicon());
    resolution_ = resolve_entities(documents_, lexicon(), ResolveOptions{matched_.pairs});
    clusters_ = ClustersById(documents_, resolution_);
  }

  bool same(const std::string& a, const std::string& b) const { return clusters_.same(a, b); }
  std::set<std::set<std::string>> partition() const { return clusters_.partition(); }
  const Resolution& resolution() const { return resolution_; }
  const MatchedDecisions& matched() const { return matched_; }
  const Documents& documents() const { return documents_; }

 private:
  Documents documents_;
  MatchedDecisions matched_;
  Resolution resolution_;
  ClustersById clusters_;
};

/// What read_decisions or match_decisions and resolve_entities say against the lines.
Error refusal(const std::string& lines, Documents documents = {}) {
  try {
    const Decided decided(std::move(documents), lines);
  } catch (const Error& error) {
    return error;
  }
  return Error("nothing is refused");
}

TEST(ReadDecisions, TakesStringsForNamesAndForIdsOfNodes) {
  const auto decisions = read_decisions(
      "{\"same\":[\"Zoe Novakova\",\"nabcdefghij27\"],\"note\":\"as her page says\"}\n\n"
      "{\"different\":[{\"name\":\"Novakova\",\"type\":\"person\",\"doc\":\"a\"},"
      "{\"entity\":\"b#e3\"}]}",
      "d.jsonl");
  ASSERT_EQ(decisions.size(), 2U);
  EXPECT_EQ(decisions[0].verdict, Verdict::kSame);
  EXPECT_EQ(decisions[0].left.name, "Zoe Novakova");
  EXPECT_EQ(decisions[0].right.id, "nabcdefghij27");
  EXPECT_EQ(decisions[1].verdict, Verdict::kDifferent);
  EXPECT_EQ(describe(decisions[1].left), "\"Novakova\" (person, in a)");
  EXPECT_EQ(describe(decisions[1].right), "b#e3");
  EXPECT_EQ(decisions[1].place.line, 3U);
}

TEST(ReadDecisions, NamesTheLineAndByteOfBrokenJson) {
  const Error error = refusal("{\"same\":[\"A\",\"B\"]}\n{\"same\":[\"A\" \"B\"]}\n");
  EXPECT_EQ(error.place().file, "d.jsonl");
  EXPECT_EQ(error.place().line, 2U);
  EXPECT_EQ(error.place().offset, 32U);
}

TEST(ReadDecisions, RefusesWhatTheSchemaDoesNotKnow) {
  for (const std::string line :
       {"[\"A\",\"B\"]", "{\"same\":[\"A\"]}", "{\"same\":[\"A\",\"B\",\"C\"]}", "{\"same\":\"A\"}",
        "{\"same\":[\"A\",\"\"]}", "{\"same\":[\"A\",3]}",
        "{\"same\":[\"A\",\"B\"],\"different\":[\"A\",\"C\"]}", "{\"note\":\"nothing\"}",
        "{\"same\":[\"A\",\"B\"],\"why\":\"so\"}", "{\"same\":[\"A\",{\"doc\":\"x\"}]}",
        "{\"same\":[\"A\",{\"name\":\"B\",\"typ\":\"person\"}]}",
        "{\"same\":[\"A\",{\"name\":\"B\",\"type\":\"Country\"}]}",
        "{\"same\":[\"A\",{\"id\":\"n12\"}]}", "{\"same\":[\"A\",{\"name\":7}]}"}) {
    const Error error = refusal(line);
    EXPECT_THAT(error.what(), HasSubstr("expected {\"same\":[A,B]}")) << line;
    EXPECT_EQ(error.place().line, 1U) << line;
  }
}

TEST(ReadDecisions, NamesAllLinesOfAContradiction) {
  const Error error = refusal(
      "{\"same\":[\"Ann\",\"Bea\"]}\n{\"same\":[\"Dora\",\"Eve\"]}\n"
      "{\"same\":[\"Bea\",\"Cora\"]}\n{\"different\":[\"the Cora\",\"ANN\"]}\n");
  EXPECT_EQ(error.place().line, 4U);
  EXPECT_THAT(error.what(), HasSubstr("lines 1 and 3"));
}

TEST(ReadDecisions, RefusesThatSomethingDiffersFromItself) {
  EXPECT_THAT(refusal("{\"different\":[\"Ann\",\"Ann\"]}").what(), HasSubstr("from itself"));
}

/// Two documents on two people whom nothing but their names tells apart, or together.
struct TwoPeople {
  RecordBuilder a{"a"}, b{"b"};
  std::string zoe_a = a.person({"Zoe Novakova"});
  std::string zoe_b = b.person({"Zoe Novakova"});
  std::string eva_b = b.person({"Eva Horakova"});
  Documents documents() const { return {a.records(), b.records()}; }
};

TEST(Decisions, SameJoinsWhatNoNameWould) {
  const TwoPeople people;
  const Decided decided(people.documents(), R"({"same":["Zoe Novakova","Eva Horakova"]})");
  EXPECT_TRUE(decided.same(people.zoe_a, people.eva_b));
  EXPECT_TRUE(decided.same(people.zoe_b, people.eva_b));
  EXPECT_THAT(decided.resolution().merges,
              Contains(AllOf(Field(&Merge::reason, "decision"), Field(&Merge::score, 1.0),
                             Field(&Merge::evidence,
                                   HasSubstr("d.jsonl:1: \"Zoe Novakova\" = \"Eva Horakova\"")))));
}

TEST(Decisions, DifferentKeepsEqualNamesApart) {
  const TwoPeople people;
  const Decided decided(
      people.documents(),
      R"({"different":[{"name":"Zoe Novakova","doc":"a"},{"name":"Zoe Novakova","doc":"b"}]})");
  EXPECT_FALSE(decided.same(people.zoe_a, people.zoe_b));
}

TEST(Decisions, TheWiderNameMeansTheRest) {
  TwoPeople people;
  RecordBuilder c("c");
  const std::string zoe_c = c.person({"Zoe Novakova"});
  Documents documents = people.documents();
  documents.push_back(c.records());
  const Decided decided(documents,
                        R"({"different":[{"name":"Zoe Novakova","doc":"b"},"Zoe Novakova"]})");
  EXPECT_FALSE(decided.same(people.zoe_a, people.zoe_b));
  EXPECT_FALSE(decided.same(people.zoe_b, zoe_c));
  EXPECT_TRUE(decided.same(people.zoe_a, zoe_c));
}

TEST(Decisions, HoldAcrossAChainOfEvidence) {
  // c joins a by name, and b by name; a and b were decided to be two: c can go with one only.
  RecordBuilder a("a"), b("b"), c("c");
  const auto x = a.person({"Zoe Marie Novakova"});
  const auto y = b.person({"Zoe Novakova"});
  const auto z = c.person({"Zoe Marie Novakova", "Zoe Novakova"});
  const Documents documents = {a.records(), b.records(), c.records()};
  ASSERT_TRUE(Decided(documents, "").same(x, y));
  const Decided decided(documents,
                        R"({"different":[{"entity":")" + x + R"("},{"entity":")" + y + R"("}]})");
  EXPECT_FALSE(decided.same(x, y));
  EXPECT_TRUE(decided.same(z, x) || decided.same(z, y));
}

TEST(Decisions, OfTwoLinesTogetherHoldAcrossDocuments) {
  // a = c and b ≠ c leave nothing of the two equal names of a and b.
  RecordBuilder a("a"), b("b"), c("c");
  const auto x = a.person({"Zoe Novakova"});
  const auto y = b.person({"Zoe Novakova"});
  const auto z = c.person({"Eva Horakova"});
  const Decided decided({a.records(), b.records(), c.records()},
                        "{\"same\":[{\"name\":\"Zoe Novakova\",\"doc\":\"a\"},\"Eva Horakova\"]}\n"
                        "{\"different\":[{\"name\":\"Zoe Novakova\",\"doc\":\"b\"},"
                        "\"Eva Horakova\"]}");
  EXPECT_TRUE(decided.same(x, z));
  EXPECT_FALSE(decided.same(x, y));
}

TEST(Decisions, NameNodesByTheIdsOfTheGraph) {
  TwoPeople people;
  const std::string id = anchor_id(people.a.entity(people.zoe_a));
  ASSERT_TRUE(is_node_id(id));
  const Decided decided(people.documents(), R"({"same":[")" + id + R"(","Eva Horakova"]})");
  EXPECT_TRUE(decided.same(people.zoe_a, people.eva_b));
  // With all that evidence joins to the node.
  EXPECT_TRUE(decided.same(people.zoe_b, people.eva_b));
}

TEST(Decisions, SplitWhatCoreferenceJoined) {
  RecordBuilder a("a");
  const auto both = a.person({"Zoe Novakova", "Dr Horakova", "Horakova"});
  const auto town = a.name(EntityType::kPlace, {"Brno"});
  a.entity(both).mentions = 7;
  a.triple(both, "visited", town);
  TripleRecord& other = a.triple(both, "left", town);
  other.subject.text = "Dr Horakova";
  const Decided decided({a.records()}, R"({"different":["Zoe Novakova","Horakova"]})");
  ASSERT_THAT(decided.matched().splits, ElementsAre(Field(&SplitEntity::part, both + "~2")));
  EXPECT_FALSE(decided.same(both, both + "~2"));
  const DocumentRecords& document = decided.documents().front();
  EXPECT_EQ(document.triples[0].subject.entity, both);
  EXPECT_EQ(document.triples[1].subject.entity, both + "~2");
  for (const EntityRecord& entity : document.entities) {
    if (entity.entity == both) {
      EXPECT_THAT(entity.names, ElementsAre("Zoe Novakova"));
    }
    if (entity.entity == both + "~2") {
      EXPECT_THAT(entity.names, ElementsAre("Dr Horakova", "Horakova"));
      EXPECT_EQ(entity.name, "Dr Horakova");
    }
  }
}

TEST(Decisions, ThatTellNothingApartAreRefused) {
  RecordBuilder a("a");
  a.person({"Zoe Novakova"});
  const Error error = refusal(
      R"({"different":[{"name":"Zoe Novakova","doc":"a"},{"name":"Dr Zoe Novakova","doc":"a"}]})",
      {a.records()});
  EXPECT_THAT(error.what(), HasSubstr("no name tells them apart"));
  EXPECT_EQ(error.place().line, 1U);
}

TEST(Decisions, ThatContradictEachOtherOnlyInTheseRecordsAreRefused) {
  const TwoPeople people;
  const Error error = refusal(
      "{\"same\":[\"Zoe Novakova\",\"Eva Horakova\"]}\n"
      "{\"different\":[{\"entity\":\"" +
          people.zoe_b + "\"},{\"entity\":\"" + people.eva_b + "\"}]}",
      people.documents());
  EXPECT_EQ(error.place().line, 2U);
  EXPECT_THAT(error.what(), HasSubstr("line 1 says"));
}

TEST(Decisions, OnNobodyHereAreWarnedAbout) {
  const TwoPeople people;
  const Decided decided(people.documents(), "\n{\"same\":[\"Zoe Novakova\",\"Ida Cerna\"]}");
  ASSERT_EQ(decided.matched().warnings.size(), 1U);
  EXPECT_EQ(describe(decided.matched().warnings.front()),
            "d.jsonl:2: nothing here is \"Ida Cerna\"; this decision changes nothing");
  EXPECT_EQ(decided.resolution(), Decided(people.documents(), "").resolution());
}

TEST(Decisions, NameByPunctuationMeansNoOtherNames) {
  RecordBuilder other("o");
  other.adjective("Most");  // the adjective of no country
  std::vector<DocumentRecords> documents = TwoPeople().documents();
  documents.push_back(other.records());
  const Decided decided(documents, "{\"same\":[\"Zoe Novakova\",\"...\"]}");
  ASSERT_EQ(decided.matched().warnings.size(), 1U);
  EXPECT_EQ(describe(decided.matched().warnings.front()),
            "d.jsonl:1: nothing here is \"...\"; this decision changes nothing");
}

TEST(Decisions, TypeAndDocumentNarrowAName) {
  RecordBuilder a("a"), b("b");
  const auto person = a.person({"Paris"});
  a.entity(person).gender = "fem";
  const auto place = b.name(EntityType::kPlace, {"Paris"});
  const auto eva = b.person({"Eva Horakova"});
  const Decided decided({a.records(), b.records()},
                        R"({"same":[{"name":"Paris","type":"person"},"Eva Horakova"]})");
  EXPECT_TRUE(decided.same(person, eva));
  EXPECT_FALSE(decided.same(place, eva));
}

TEST(Decisions, ADescriptionMeansTheNamelessOrOneDocuments) {
  RecordBuilder a("a"), b("b");
  const auto mine = a.person({"Zoe Novakova"});
  a.entity(mine).descriptions = {"the surgeon"};
  const auto nameless = b.described(EntityType::kPerson, {"the surgeon"});
  const auto eva = b.person({"Eva Horakova"});
  const Documents documents = {a.records(), b.records()};
  const Decided any(documents, R"({"same":["the surgeon","Eva Horakova"]})");
  EXPECT_TRUE(any.same(nameless, eva));
  EXPECT_FALSE(any.same(mine, eva));
  const Decided here(documents, R"({"same":[{"name":"surgeon","doc":"a"},"Eva Horakova"]})");
  EXPECT_TRUE(here.same(mine, eva));
  EXPECT_FALSE(here.same(nameless, eva));
}

/// Forty documents with names that meet, half meet and do not meet.
Documents crowd() {
  std::mt19937 random(5);
  const std::vector<std::string> given = {"Zoe", "Eva", "Ida", "Jan", "Petr"};
  const std::vector<std::string> family = {"Novak", "Horak", "Cerny", "Vesely"};
  Documents documents;
  for (int d = 0; d < 40; ++d) {
    RecordBuilder builder("d" + std::to_string(d));
    std::vector<std::string> ids;
    for (int e = 0; e < 5; ++e) {
      const std::string& last = family[random() % family.size()];
      const std::string full = given[random() % given.size()] + ' ' + last;
      ids.push_back(builder.person(random() % 3 == 0 ? std::vector{last} : std::vector{full}));
    }
    builder.triple(ids[0], "met", ids[1]);
    documents.push_back(builder.records());
  }
  return documents;
}

TEST(Decisions, ThatSayWhatIsSoChangeNothing) {
  const Documents documents = crowd();
  const Decided without(documents, "");
  std::vector<std::string> ids;
  for (const DocumentRecords& document : documents) {
    for (const EntityRecord& entity : document.entities) ids.push_back(entity.entity);
  }
  std::mt19937 random(7);
  std::string lines;
  for (int i = 0; i < 1000; ++i) {
    const std::string& a = ids[random() % ids.size()];
    const std::string& b = ids[random() % ids.size()];
    if (a == b) continue;
    lines += std::string("{\"") + (without.same(a, b) ? "same" : "different") +
             "\":[{\"entity\":\"" + a + "\"},{\"entity\":\"" + b + "\"}]}\n";
  }
  EXPECT_EQ(Decided(documents, lines).resolution(), without.resolution());
}

TEST(Decisions, HoldWhateverTheOrderOfDocuments) {
  Documents documents = crowd();
  std::vector<std::string> ids;
  for (const DocumentRecords& document : documents) {
    for (const EntityRecord& entity : document.entities) ids.push_back(entity.entity);
  }
  std::mt19937 random(11);
  for (int round = 0; round < 20; ++round) {
    // Disjoint pairs can't contradict each other.
    std::shuffle(ids.begin(), ids.end(), random);
    std::string lines;
    for (std::size_t i = 0; i + 1 < 60; i += 2) {
      lines += std::string("{\"") + (i % 4 == 0 ? "same" : "different") + "\":[{\"entity\":\"" +
               ids[i] + "\"},{\"entity\":\"" + ids[i + 1] + "\"}]}\n";
    }
    const Decided decided(documents, lines);
    for (std::size_t i = 0; i + 1 < 60; i += 2) {
      EXPECT_EQ(decided.same(ids[i], ids[i + 1]), i % 4 == 0) << ids[i] << ' ' << ids[i + 1];
    }
    std::shuffle(documents.begin(), documents.end(), random);
    EXPECT_EQ(Decided(documents, lines).partition(), decided.partition());
  }
}

}  // namespace
}  // namespace relata

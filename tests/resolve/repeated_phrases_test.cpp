#include "resolve/repeated_phrases.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "resolve/document_fixture.hpp"

namespace relata {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

/// A group of several people.
std::string add_group(DocumentFixture& document, const std::string& description,
                      const std::string& before, const std::string& text) {
  const auto id = document.records().described(EntityType::kGroup, {description});
  document.records().entity(id).number = "plur";
  document.said(before, text, 20);
  return id;
}

TEST(FindRepeatedPhrases, JoinsOnePhraseOfAGroup) {
  DocumentFixture document;
  const auto lead = add_group(document, "smugglers", "with ", "smugglers tied to the old port");
  const auto body = add_group(document, "smugglers", "by ", "smugglers tied to the old port");
  add_group(document, "smugglers", "by ", "smugglers tied to the airport");
  EXPECT_THAT(document.pairs(find_repeated_phrases), ElementsAre(Pair(lead, body)));
}

TEST(FindRepeatedPhrases, JoinsPeopleOfAKindInATextAboutOneCountry) {
  DocumentFixture document;
  document.records().name(EntityType::kPlace, {"Peru"});
  const auto one = add_group(document, "fishermen", "among ", "fishermen");
  const auto other = add_group(document, "fishermen", "and ", "fishermen");
  add_group(document, "fishermen", "the ", "fishermen");
  EXPECT_THAT(document.pairs(find_repeated_phrases), Contains(Pair(one, other)));
  EXPECT_EQ(document.pairs(find_repeated_phrases).size(), 1U);
}

TEST(FindRepeatedPhrases, LeavesSomeOfAKind) {
  DocumentFixture document;
  document.records().name(EntityType::kPlace, {"Peru"});
  add_group(document, "angry fishermen", "some ", "angry fishermen");
  add_group(document, "angry fishermen", "other ", "angry fishermen");
  add_group(document, "fishermen", "and ", "fishermen");
  add_group(document, "foreign fishermen", "and ", "foreign fishermen");
  EXPECT_THAT(document.pairs(find_repeated_phrases), IsEmpty());
}

TEST(FindRepeatedPhrases, FindsTheHolderOfATitleInTheLead) {
  DocumentFixture document;
  RecordBuilder& records = document.records();
  const auto lead = document.described(EntityType::kPerson, "federal judge", "A ", 1);
  const auto judge = records.person({"District Judge Zoe Novak"});
  document.described(EntityType::kPerson, "immigration judge", "before an ", 9);
  EXPECT_THAT(document.pairs(find_repeated_phrases), ElementsAre(Pair(lead, judge)));
  records.person({"Judge Eva Cruz"});
  EXPECT_THAT(document.pairs(find_repeated_phrases), IsEmpty());
}

TEST(FindRepeatedPhrases, KeepsTheTitleOfANameThatStandsAloneToo) {
  DocumentFixture document;
  RecordBuilder& records = document.records();
  const auto lead = document.described(EntityType::kPerson, "federal judge", "A ", 1);
  const auto judge = records.person({"Zoe Novak", "District Judge Zoe Novak"});
  EXPECT_THAT(document.pairs(find_repeated_phrases), ElementsAre(Pair(lead, judge)));
}

TEST(FindRepeatedPhrases, LeavesTheTitleOfSomebodyElses) {
  DocumentFixture document;
  RecordBuilder& records = document.records();
  document.described(EntityType::kPerson, "Callao Guild leader", "A ", 1);
  records.person({"Leader Zoe Novak"});
  EXPECT_THAT(document.pairs(find_repeated_phrases), IsEmpty());
}

TEST(FindRepeatedPhrases, JoinsAPersonOfTheHeadlineWhicheverWasFoundFirst) {
  DocumentFixture document;
  const auto body = document.described(EntityType::kPerson, "federal judge", "A ", 4);
  const auto headline = document.described(EntityType::kPerson, "Federal judge", "", 1);
  EXPECT_THAT(document.pairs(find_repeated_phrases), ElementsAre(Pair(body, headline)));
}

TEST(FindNamesWithKind, JoinsANameWithThePhraseItStandsIn) {
  DocumentFixture document;
  RecordBuilder& records = document.records();
  const auto region = records.described(EntityType::kPlace, {"central Callao region"});
  records.entity(region).first = {100, 121};
  document.said("governor of the ", "central Callao region", 2);
  const auto name = records.name(EntityType::kPlace, {"Callao"});
  records.entity(name).first = {108, 114};
  EXPECT_THAT(document.pairs(find_names_with_kind), ElementsAre(Pair(region, name)));
}

TEST(FindNamesWithKind, KnowsASettlementByItsKind) {
  DocumentFixture document;
  RecordBuilder& records = document.records();
  const auto name = records.name(EntityType::kPlace, {"Callao"});
  records.entity(name).mentions = 5;
  const auto town = document.described(EntityType::kPlace, "port town of Callao", "in the ", 2);
  document.described(EntityType::kPlace, "town of Callao", "in a ", 3);
  document.described(EntityType::kPlace, "district of Callao", "in the ", 4);
  EXPECT_THAT(document.pairs(find_names_with_kind), ElementsAre(Pair(name, town)));
}

TEST(FindNamesWithKind, LeavesPartsAndNeighboursOfWhatIsNamed) {
  DocumentFixture document;
  RecordBuilder& records = document.records();
  for (const char* phrase : {"Callao street", "Callao's town", "Callao-based region"}) {
    const auto described = records.described(EntityType::kPlace, {phrase});
    const auto start = records.entity(described).first.start * 10;
    records.entity(described).first = {start, start + 19};
    document.said("in ", phrase, 2);
    records.entity(records.name(EntityType::kPlace, {"Callao"})).first = {start, start + 6};
  }
  EXPECT_THAT(document.pairs(find_names_with_kind), IsEmpty());
}

TEST(FindNamesWithKind, LeavesWhatLiesInAPlaceOfAnotherKind) {
  const auto is_joined = [](const std::string& named, const std::string& phrase) {
    DocumentFixture document;
    RecordBuilder& records = document.records();
    const auto described = records.described(EntityType::kPlace, {phrase});
    records.entity(described).first = {100, 100 + phrase.size()};
    document.said("in the ", phrase, 2);
    const auto name = records.name(EntityType::kPlace, {named});
    records.entity(name).first = {100, 100 + named.size()};
    return !document.pairs(find_names_with_kind).empty();
  };
  EXPECT_TRUE(is_joined("Larnex", "Larnex province"));
  EXPECT_FALSE(is_joined("Larnex State", "Larnex State province"));
}

TEST(FindNamesWithKind, KnowsAThingByItsOwnName) {
  const auto is_joined = [](const std::string& named, const char* before, const char* noun) {
    DocumentFixture document;
    RecordBuilder& records = document.records();
    const std::string phrase = named + ' ' + noun;
    const auto described = records.described(EntityType::kObject, {phrase});
    records.entity(described).first = {100, 100 + phrase.size()};
    document.said(before, phrase, 2);
    const auto name = records.name(EntityType::kObject, {named});
    records.entity(name).first = {100, 100 + named.size()};
    return !document.pairs(find_names_with_kind).empty();
  };
  EXPECT_TRUE(is_joined("Larnex", "in the ", "database"));
  EXPECT_FALSE(is_joined("Larnex", "in a ", "database"));
  EXPECT_FALSE(is_joined("LX-30", "in the ", "helicopter"));  // one of a make
  EXPECT_FALSE(is_joined("Harbour", "in the ", "database"));
}

TEST(FindPhrasesOfTwoTypes, JoinsOneKindTakenForTwo) {
  const auto is_joined = [](const char* phrase, EntityType other, const char* determiner,
                            const char* before = "they saw ") {
    DocumentFixture document;
    document.described(EntityType::kObject, phrase, before, 1);
    document.records().entity(document.described(other, phrase, determiner, 2)).number = "plur";
    for (const char* id : {"a#e0", "a#e1"}) document.records().entity(id).number = "plur";
    return !document.pairs(find_phrases_of_two_types).empty();
  };
  EXPECT_TRUE(is_joined("tropical cyclones", EntityType::kEvent, "driven by "));
  EXPECT_FALSE(is_joined("tropical cyclones", EntityType::kObject, "driven by "));  // by its phrase
  EXPECT_FALSE(is_joined("tropical cyclones", EntityType::kEvent, "driven by the "));
  EXPECT_TRUE(is_joined("tropical storm", EntityType::kEvent, "driven by the ", "they saw the "));
  EXPECT_FALSE(is_joined("other tropical cyclones", EntityType::kEvent, "driven by "));
  EXPECT_FALSE(is_joined("cyclones", EntityType::kEvent, "driven by "));
}

/// Whether the body of a phrase ("the Blue Cross party") is the one of the name in it.
bool is_the_named(const std::string& body_name, const std::string& phrase) {
  DocumentFixture document;
  RecordBuilder& records = document.records();
  const auto name = records.name(EntityType::kOrganization, {body_name});
  const auto body = records.described(EntityType::kOrganization, {phrase});
  TripleRecord& triple = records.triple(body, "group of", name, TripleKind::kCompound);
  triple.subject.text = phrase;
  const std::vector<EntityProfile> profiles = document.profiles();
  return score_name_with_kind(triple, profiles.back(), profiles.front(), shipped_lexicon())
      .has_value();
}

TEST(ScoreNameWithKind, JoinsABodyWithTheNameBeforeItsKind) {
  const auto of_its_own = [](const std::string& phrase) {
    return is_the_named("Blue Cross", phrase);
  };
  EXPECT_TRUE(of_its_own("the Blue Cross party"));
  EXPECT_TRUE(of_its_own("Blue Cross militant group"));
  EXPECT_TRUE(of_its_own("Blue Cross mining company"));
  EXPECT_FALSE(of_its_own("Blue Cross company"));  // by where it is
  EXPECT_FALSE(of_its_own("Blue Cross parent company"));
  EXPECT_FALSE(of_its_own("Blue Cross subsidiary"));
  EXPECT_FALSE(of_its_own("Blue Cross's party"));
}

TEST(ScoreNameWithKind, LeavesTheBodiesOfUnions) {
  const auto is_joined = [](const std::string& union_name) {
    return is_the_named(union_name, "the " + union_name + " agency");
  };
  EXPECT_TRUE(is_joined("LNX"));
  EXPECT_FALSE(is_joined("UN"));
  EXPECT_FALSE(is_joined("United Nations"));
}

}  // namespace
}  // namespace relata

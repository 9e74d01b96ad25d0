#include "resolve/retyped_names.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "relata/resolve/resolution.hpp"
#include "resolve/document_fixture.hpp"

namespace relata {
namespace {

/// How the name is typed below "Zoe Moen", whom the document names before.
EntityType type_below(EntityType type, const std::string& name, const std::string& before = "",
                      std::size_t mentions = 1) {
  constexpr std::size_t kSentence = 1000;
  DocumentFixture document;
  RecordBuilder& records = document.records();
  records.person({"Zoe Moen"});
  const auto brief = records.name(type, {name});
  records.entity(brief).mentions = mentions;
  records.entity(brief).first = {kSentence + before.size(),
                                 kSentence + before.size() + name.size()};
  TripleRecord& triple = records.literal(brief, "left", "early");
  triple.sentence.text = before + name + " left early.";
  triple.sentence.range = {kSentence, kSentence + triple.sentence.text.size()};
  return document.profiles().back().type;
}

TEST(RetypeNames, MakesSomebodyOfAFamilyOrGivenName) {
  EXPECT_EQ(type_below(EntityType::kPlace, "Moen"), EntityType::kPerson);
  EXPECT_EQ(type_below(EntityType::kOrganization, "Moen", "The report went to "),
            EntityType::kPerson);
  EXPECT_EQ(type_below(EntityType::kOrganization, "Zoe"), EntityType::kPerson);
  EXPECT_EQ(type_below(EntityType::kPlace, "Novak"), EntityType::kPlace);
}

TEST(RetypeNames, MakesSomebodyOfWhatStandsBehindAnOffice) {
  const auto type = [](const std::string& phrase, const std::string& name) {
    DocumentFixture document;
    RecordBuilder& records = document.records();
    const auto body = records.name(EntityType::kOrganization, {name});
    records.entity(body).first = {0, phrase.size()};
    TripleRecord& triple = records.literal(body, "left", "early");
    triple.sentence.text = phrase + " left early.";
    triple.sentence.range = {0, triple.sentence.text.size()};
    return document.profiles().back().type;
  };
  EXPECT_EQ(type("former senator Ola Larnex", "Ola Larnex"), EntityType::kPerson);
  EXPECT_EQ(type("Ola Larnex", "Ola Larnex"), EntityType::kOrganization);
  EXPECT_EQ(type("president Larnex", "Larnex"), EntityType::kOrganization);
  EXPECT_EQ(type("president Larnex Group", "Larnex Group"), EntityType::kOrganization);
}

TEST(RetypeNames, TakesANameThatLooksLikeSeveral) {
  const auto type = [](const char* full, const char* brief) {
    DocumentFixture document;
    document.records().person({full});
    const auto several = document.records().name(EntityType::kOrganization, {brief});
    document.records().entity(several).number = "plur";
    return document.profiles().back().type;
  };
  EXPECT_EQ(type("Zoe Psaros", "Psaros"), EntityType::kPerson);
  EXPECT_EQ(type("Zoe Psaro", "Psaros"), EntityType::kOrganization);
  EXPECT_EQ(type("Zoe Moen", "Moen"), EntityType::kOrganization);
}

TEST(RetypeNames, LeavesWhatStandsAsAPlaceOrBody) {
  EXPECT_EQ(type_below(EntityType::kPlace, "Moen", "The ships lay in "), EntityType::kPlace);
  EXPECT_EQ(type_below(EntityType::kOrganization, "Moen", "The "), EntityType::kOrganization);
  EXPECT_EQ(type_below(EntityType::kOrganization, "Moen", "", 7), EntityType::kOrganization);
  EXPECT_EQ(type_below(EntityType::kOrganization, "MOEN", "", 7), EntityType::kPerson);  // speaks
}

TEST(RetypeNames, LeavesWhatTheTextRelatesToThePersonOrNamesOtherwise) {
  DocumentFixture founded;
  const auto person = founded.records().person({"Zoe Moen"});
  const auto firm = founded.records().name(EntityType::kOrganization, {"Moen"});
  founded.records().triple(person, "founded", firm);
  EXPECT_EQ(founded.profiles().back().type, EntityType::kOrganization);

  DocumentFixture group;
  group.records().person({"Zoe Moen"});
  group.records().name(EntityType::kOrganization, {"Moen Group"});
  group.records().name(EntityType::kOrganization, {"Moen"});
  EXPECT_EQ(group.profiles().back().type, EntityType::kOrganization);
}

TEST(RetypeNames, TakesOfAFamilyTheOneWhoGoesByTheName) {
  const auto type = [](bool goes_by_it) {
    DocumentFixture document;
    document.records().person({"Zoe Moen"});
    if (goes_by_it) {
      document.records().person({"Ada Moen", "Moen"});
    } else {
      document.records().person({"Ada Moen"});
    }
    document.records().name(EntityType::kOrganization, {"Moen"});
    return document.profiles().back().type;
  };
  EXPECT_EQ(type(true), EntityType::kPerson);
  EXPECT_EQ(type(false), EntityType::kOrganization);
}

TEST(RetypeNames, MakesSomebodyOfAFullNameByWhatItIsCalledBelow) {
  const auto type = [](const char* full) {
    DocumentFixture document;
    document.records().name(EntityType::kOrganization, {full});
    const auto brief = document.records().person({"Larnex"});
    document.records().entity(brief).gender = "fem";
    return document.profiles().front().type;
  };
  EXPECT_EQ(type("Zoë Larnex"), EntityType::kPerson);
  EXPECT_EQ(type("Harbour Larnex"), EntityType::kOrganization);
}

TEST(RetypeNames, TakesAllButTheGivenNameForSomebody) {
  DocumentFixture document;
  document.records().person({"Zoe Ag Moen"});
  document.records().name(EntityType::kOrganization, {"Ag Moen"});
  EXPECT_EQ(document.profiles().back().type, EntityType::kPerson);
}

TEST(RetypeNames, AsksWhoWasNamedBefore) {
  DocumentFixture document;
  document.records().person({"Zoe Moen"});
  document.records().name(EntityType::kPlace, {"Zoe"});
  document.records().person({"Zoe Orel"});
  EXPECT_EQ(document.profiles()[1].type, EntityType::kPerson);
}

TEST(RetypeNames, TakesNoFirmForSomebodyOfItsFamily) {
  EXPECT_EQ(type_below(EntityType::kOrganization, "Moen SE"), EntityType::kOrganization);
  DocumentFixture document;
  document.records().person({"Moen NV"});
  EXPECT_EQ(document.profiles().back().type, EntityType::kOrganization);
  document.records().name(EntityType::kPlace, {"Larnex Ltd."});
  EXPECT_EQ(document.profiles().back().type, EntityType::kOrganization);
}

TEST(RetypeNames, TellsTheGraphWhatItFound) {
  RecordBuilder a("a");
  a.person({"Zoe Moen"});
  a.name(EntityType::kPlace, {"Moen"});
  const Resolution resolution = resolve_entities({a.records()}, shipped_lexicon());
  EXPECT_EQ(resolution.types, (std::vector{EntityType::kPerson, EntityType::kPerson}));
  EXPECT_EQ(resolution.clusters, 1U);
}

}  // namespace
}  // namespace relata

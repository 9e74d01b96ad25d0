#include "resolve/name_wording.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "resolve/record_builder.hpp"
#include "resolve/resolved.hpp"
#include "resolve/two_documents.hpp"

namespace relata {
namespace {

bool is_one_body(const std::string& a, const std::string& b) {
  return are_one(EntityType::kOrganization, a, b);
}

bool is_one_place(const std::string& a, const std::string& b) {
  return are_one(EntityType::kPlace, a, b);
}

TEST(NameWording, LeavesPrepositionsAndArticlesOut) {
  EXPECT_TRUE(is_one_body("University of Larnex, Skien", "University of Larnex at Skien"));
  EXPECT_TRUE(is_one_body("Organization of the Larnex Exporters Union",
                          "Organization of Larnex Exporters Union"));
  EXPECT_FALSE(is_one_body("University of Larnex", "Larnex University"));
  EXPECT_FALSE(is_one_place("Port of Larnex", "Port Larnex"));
}

TEST(NameWording, TurnsABankAndARiver) {
  EXPECT_TRUE(is_one_body("Bank Larnex", "Larnex Bank"));
  EXPECT_FALSE(is_one_body("Bank South", "South Bank"));
  EXPECT_TRUE(is_one_place("River Larnex", "Larnex River"));
  EXPECT_FALSE(is_one_place("River Larnex", "Larnex"));
}

TEST(NameWording, KnowsPoliceByTheirPlace) {
  EXPECT_TRUE(is_one_body("Larnex Police", "Larnex Police Department"));
  EXPECT_TRUE(is_one_body("Larnex Police Service", "Larnex Police Force"));
  EXPECT_TRUE(is_one_body("Peruvian Police", "Peru Police Service"));
  EXPECT_FALSE(is_one_body("Police", "Police Force"));
  EXPECT_FALSE(is_one_body("Larnex Fire", "Larnex Fire Department"));
}

TEST(NameWording, TurnsTheUniversityOfACapital) {
  EXPECT_TRUE(is_one_body("University of Nairobi", "Nairobi University"));
  EXPECT_FALSE(is_one_body("University of Larnex", "Larnex University"));
  EXPECT_FALSE(is_one_body("University of Washington", "Washington University"));
}

TEST(NameWording, PutsAMinistryBehindWhatItIsForAndWhose) {
  EXPECT_TRUE(is_one_body("Larnex Ministry of Health", "Larnex Health Ministry"));
  EXPECT_FALSE(is_one_body("Larnex Ministry of Health", "Skien Health Ministry"));
}

TEST(Homes, AreNoneOfANameOfItsOwn) {
  // Three documents say of three countries that they have one.
  std::vector<DocumentRecords> documents;
  std::vector<std::string> firms, senates;
  for (const char* country : {"Peru", "Chile", "Mali"}) {
    RecordBuilder builder(country);
    const auto owner = builder.name(EntityType::kPlace, {country});
    firms.push_back(builder.name(EntityType::kOrganization, {"Larnex Electric"}));
    senates.push_back(builder.name(EntityType::kOrganization, {"National Assembly"}));
    for (const std::string& body : {firms.back(), senates.back()}) {
      builder.triple(owner, "has", body, TripleKind::kPossessive);
    }
    documents.push_back(builder.records());
  }
  const Resolved resolved(documents);
  EXPECT_TRUE(resolved.same(firms[0], firms[1]));
  EXPECT_TRUE(resolved.same(firms[0], firms[2]));
  EXPECT_FALSE(resolved.same(senates[0], senates[1]));
}

TEST(NameWording, KnowsTheAdjectiveOfANameOfItsOwn) {
  EXPECT_TRUE(is_one_body("Larnex People's Front", "Larnexan People's Front"));
  EXPECT_FALSE(is_one_body("Larnex Front", "Larnexan Front"));
  EXPECT_FALSE(is_one_body("Larnex Post Office", "Larnes Post Office"));
}

TEST(NameWording, TranslatesOblast) {
  EXPECT_TRUE(is_one_place("Larnex Oblast", "Larnex Province"));
  EXPECT_FALSE(is_one_place("Larnex Region", "Larnex Province"));
  EXPECT_FALSE(is_one_place("Larnex Oblast", "Larnex District"));
}

TEST(NameWording, TakesOffLegalFormsOfOtherLanguages) {
  EXPECT_TRUE(is_one_body("Grupo Larnex S.A.B. de C.V.", "Grupo Larnex"));
  EXPECT_TRUE(is_one_body("NJSC Larnex", "Larnex"));
  EXPECT_TRUE(is_one_body("Larnex Bros. Skien", "Larnex Brothers Skien"));
}

TEST(NameWording, LeavesOffWhatTheSentenceSaysBehindTheName) {
  RecordBuilder x("x", "2024-01-03"), y("y", "2025-08-11"), z("z", "2022-08-11");
  const auto runs_on =
      x.name(EntityType::kOrganization, {"Larnex Group of delays", "Larnex Group"});
  const auto whole = y.name(EntityType::kOrganization, {"Larnex Group"});
  const auto kind = z.name(EntityType::kOrganization, {"Group of delays", "Group"});
  const Resolved resolved({x.records(), y.records(), z.records()});
  EXPECT_TRUE(resolved.same(runs_on, whole));
  EXPECT_FALSE(resolved.same(kind, whole));
}

/// The same of two documents, days apart and with a name in common or not.
bool are_joined_by_initials(const std::string& letters, bool in_touch,
                            const std::string& rival = "") {
  RecordBuilder x("x", "2025-08-03"), y("y", "2025-08-11");
  const auto full = x.name(EntityType::kOrganization, {"Larnex Nationalist Party"});
  const auto brief = y.name(EntityType::kOrganization, {letters});
  x.person({"Zoe Moen"});
  y.person({in_touch ? "Zoe Moen" : "Ada Orel"});
  if (!rival.empty()) x.name(EntityType::kOrganization, {rival});
  return Resolved({x.records(), y.records()}).same(full, brief);
}

TEST(Initials, AreTheOnlyBodyThatHasThemInDocumentsInTouch) {
  EXPECT_TRUE(are_joined_by_initials("LNP", true));
  EXPECT_FALSE(are_joined_by_initials("LNP", false));
  EXPECT_FALSE(are_joined_by_initials("LP", true));
  EXPECT_FALSE(are_joined_by_initials("LNP", true, "Lusitanian Navy Police"));
}

TEST(Initials, OfABodyThatAllKnowAreNoOthers) {
  RecordBuilder a("a");
  const auto nations = a.name(EntityType::kOrganization, {"UN"});
  const auto state = a.name(EntityType::kPlace, {"Upper Nile"});
  const auto agency = a.name(EntityType::kOrganization, {"AP"});
  const auto party = a.name(EntityType::kOrganization, {"Andhra Pradesh"});
  const Resolved resolved({a.records()});
  EXPECT_FALSE(resolved.same(nations, state));
  EXPECT_FALSE(resolved.same(agency, party));
}

}  // namespace
}  // namespace relata

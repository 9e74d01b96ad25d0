#include "resolve/settled_kinds.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "resolve/record_builder.hpp"
#include "resolve/resolved.hpp"

namespace relata {
namespace {

/// Documents that name her in full, and by the family name as well or not.
std::vector<DocumentRecords> documents_of(const std::string& full, const std::string& family,
                                          std::size_t count, bool both) {
  std::vector<DocumentRecords> documents;
  for (std::size_t i = 0; i < count; ++i) {
    RecordBuilder builder("f" + std::to_string(i));
    builder.person(both ? std::vector<std::string>{full, family} : std::vector<std::string>{full});
    documents.push_back(builder.records());
  }
  return documents;
}

/// Whether a document's place or body of this name is her whom so many others name in full.
bool is_hers(EntityType type, const std::string& name, std::size_t count, std::size_t things = 1,
             std::uint64_t mentions = 1, bool both = false) {
  std::vector<DocumentRecords> documents = documents_of("Zoe " + name, name, count, both);
  std::string first;
  for (std::size_t i = 0; i < things; ++i) {
    RecordBuilder builder("t" + std::to_string(i));
    const std::string thing = builder.name(type, {name});
    builder.entity(thing).mentions = mentions;
    if (i == 0) first = thing;
    documents.push_back(builder.records());
  }
  return Resolved(documents).same("f0#e0", first);
}

TEST(SettleKinds, TakesAFamilyNameThatADocumentHasAloneForThePerson) {
  EXPECT_TRUE(is_hers(EntityType::kPlace, "Larnex", 3));
  EXPECT_TRUE(is_hers(EntityType::kOrganization, "Larnex", 3));
  EXPECT_FALSE(is_hers(EntityType::kPlace, "Larnex", 2));
  // Two documents say so of a place.
  EXPECT_FALSE(is_hers(EntityType::kPlace, "Larnex", 3, 2));
  EXPECT_TRUE(is_hers(EntityType::kPlace, "Larnex", 3, 2, 1, true));
  // A document that says much of it knows it.
  EXPECT_FALSE(is_hers(EntityType::kOrganization, "Larnex", 3, 1, 4));
}

/// Whether a document takes "Larnex" for her whom one other, of that date and with these names, has
/// in full; `firm` is named there, too.
bool is_hers_in_story(const std::string& date, const std::vector<std::string>& names,
                      const std::string& firm = "") {
  RecordBuilder full("f", "2025-08-11"), brief("t", date);
  const auto her = full.person({"Zoe Larnex"});
  const auto thing = brief.name(EntityType::kOrganization, {"Larnex"});
  for (const std::string& name : names) {
    full.name(EntityType::kOrganization, {name});
    brief.name(EntityType::kOrganization, {name});
  }
  if (!firm.empty()) full.name(EntityType::kOrganization, {firm});
  return Resolved({full.records(), brief.records()}).same(her, thing);
}

TEST(SettleKinds, TakesAFamilyNameForThePersonOfOneStory) {
  EXPECT_TRUE(is_hers_in_story("2025-08-12", {"Moen Group", "Orel Party"}));
  EXPECT_FALSE(is_hers_in_story("2025-08-12", {"Moen Group"}));
  EXPECT_FALSE(is_hers_in_story("2025-03-12", {"Moen Group", "Orel Party"}));
  EXPECT_FALSE(is_hers_in_story("2025-08-12", {"Moen Group", "Orel Party"}, "Larnex Holdings"));
}

TEST(SettleKinds, LeavesWordsCountriesAndCapitals) {
  EXPECT_FALSE(is_hers(EntityType::kOrganization, "Jobs", 3));
  EXPECT_FALSE(is_hers(EntityType::kPlace, "Jordan", 3));
  EXPECT_FALSE(is_hers(EntityType::kPlace, "Paris", 3));
}

TEST(SettleKinds, LeavesPlacesThatTheTextPutsSomewhere) {
  std::vector<DocumentRecords> documents = documents_of("Zoe Larnex", "Larnex", 3, false);
  RecordBuilder builder("t");
  const auto town = builder.name(EntityType::kPlace, {"Larnex"});
  builder.put_in(town, builder.name(EntityType::kPlace, {"Peru"}));
  documents.push_back(builder.records());
  EXPECT_FALSE(Resolved(documents).same("f0#e0", town));
}

TEST(SettleKinds, JoinsADepartmentWhateverItIsForAndAFirmWithoutItsKind) {
  RecordBuilder a("a", "2024-01-03"), b("b", "2025-08-11");
  const auto x = a.name(EntityType::kOrganization, {"Department of Justice"});
  const auto firm = a.name(EntityType::kOrganization, {"Larnex Moen Group"});
  const auto sea = a.name(EntityType::kOrganization, {"Larnex Marine Group"});
  const auto y = b.name(EntityType::kOrganization, {"Justice Department"});
  const auto brief = b.name(EntityType::kOrganization, {"Larnex Moen"});
  const auto marine = b.name(EntityType::kOrganization, {"Larnex Marine"});
  const Resolved resolved({a.records(), b.records()});
  EXPECT_TRUE(resolved.same(x, y));
  EXPECT_TRUE(resolved.same(firm, brief));
  EXPECT_FALSE(resolved.same(sea, marine));  // a word of the language: another firm, perhaps
}

}  // namespace
}  // namespace relata

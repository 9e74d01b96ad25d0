// Forms of given names, generations, and family names of several parts.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "relata/resolve/name.hpp"
#include "resolve/record_builder.hpp"
#include "resolve/resolved.hpp"

namespace relata {
namespace {

/// Whether two documents, months apart, mean one person; `company` stands in both.
bool is_one_person(const std::string& a, const std::string& b, const std::string& company = "",
                   const std::string& third = "") {
  RecordBuilder x("x", "2024-01-03"), y("y", "2025-08-11");
  const auto left = x.person({a});
  const auto right = y.person({b});
  if (!company.empty()) {
    x.name(EntityType::kOrganization, {company});
    y.name(EntityType::kOrganization, {company});
  }
  if (!third.empty()) x.person({third});
  return Resolved({x.records(), y.records()}).same(left, right);
}

TEST(GivenNames, HaveFormsInRelatedLanguages) {
  EXPECT_TRUE(is_one_person("Ihor Larnenko", "Igor Larnenko"));
  EXPECT_TRUE(is_one_person("Oleksandr Larnenko", "Alyaksandr Larnenko"));
  EXPECT_FALSE(is_one_person("Ihor Larnenko", "Ivan Larnenko"));
}

TEST(GivenNames, AreShortWhereOneIsFormalOrInCompany) {
  EXPECT_TRUE(is_one_person("Bill Larnex", "William J. Larnex"));
  EXPECT_TRUE(is_one_person("Bob Larnex", "Robert Larnex", "Moen Group"));
  EXPECT_FALSE(is_one_person("Mick Larnex", "Michael Larnex"));  // it may be his son
  EXPECT_FALSE(is_one_person("Bob Larnex", "William Larnex", "Moen Group"));
  EXPECT_FALSE(is_one_person("Bill Larnex", "William J. Larnex", "", "Zoe Larnex"));
}

TEST(GivenNames, MayBeANicknameInQuotationMarks) {
  EXPECT_TRUE(is_one_person("Henry \"Enrico\" Larnex", "Enrico Larnex"));
  EXPECT_TRUE(is_one_person("Henry \"Enrico\" Larnex", "Henry Larnex"));
  EXPECT_TRUE(is_one_person("Henry 'Enrico' Larnex", "Enrico Larnex"));
  EXPECT_FALSE(is_one_person("Henry \"Enrico\" Larnex", "Emil Larnex"));
}

TEST(GivenNames, OfASonAreNotTheFathers) {
  RecordBuilder a("a");
  const auto father = a.person({"Zoran Larnex"});
  const auto son = a.person({"Zoran Jr."});
  EXPECT_FALSE(Resolved({a.records()}).same(father, son));
  const auto also = a.person({"Zoran"});
  const Resolved resolved({a.records()});
  EXPECT_TRUE(resolved.same(father, also));
  EXPECT_FALSE(resolved.same(son, also));
}

TEST(FamilyNames, MayHaveAHyphen) {
  RecordBuilder a("a", "2024-01-03"), b("b", "2025-08-11"), c("c", "2025-08-12");
  const auto full = a.person({"Ada Moen-Larnex"});
  const auto brief = b.person({"Judge Moen-Larnex"});
  EXPECT_TRUE(Resolved({a.records(), b.records()}).same(full, brief));
  c.person({"Zoe Moen-Larnex"});
  EXPECT_FALSE(Resolved({a.records(), b.records(), c.records()}).same(full, brief));
}

TEST(Particles, OfLanguagesThatNoListHoldsStayInTheName) {
  const auto words = [](const char* name) {
    return parse_name(name, EntityType::kPerson, lexicon()).words;
  };
  using Words = std::vector<std::string>;
  EXPECT_EQ(words("Moza bint Larnex"), (Words{"moza", "bint", "larnex"}));
  EXPECT_EQ(words("Juan dela Larnex"), (Words{"juan", "dela", "larnex"}));
  EXPECT_EQ(words("Carles Moen i Larnex"), (Words{"carles", "moen", "i", "larnex"}));
  EXPECT_EQ(words("French mathematician Zoe Larnex"), (Words{"zoe", "larnex"}));
  EXPECT_EQ(words("Voters still like Zoe Larnex"), (Words{"zoe", "larnex"}));
  EXPECT_EQ(words("Park Min Ho"), (Words{"park", "min", "ho"}));
  EXPECT_FALSE(is_one_person("Juan dela Larnex", "Pedro dela Larnex"));
}

TEST(Titles, OfCouncillorsAndPriestsAreNoNames) {
  EXPECT_TRUE(is_one_person("Cllr Zoe Larnex", "Zoe Larnex"));
  EXPECT_TRUE(is_one_person("Fr Jan Larnex", "Jan Larnex"));
  EXPECT_TRUE(is_one_person("Datuk Jan Larnex", "Jan Larnex"));
}

TEST(Aliases, OfSomebodyAreHisWhateverTheTaggerTookThemFor) {
  RecordBuilder a("a"), b("b", "2023-08-11");
  const auto full = a.person({"Ada Moen"});
  const auto alias = a.name(EntityType::kOrganization, {"Dora Larnex"});
  a.triple(full, "also known as", alias, TripleKind::kAlias).rule = "alias/words";
  a.triple(full, "is known as", alias);  // a clause that says the same
  const auto elsewhere = b.person({"Dora Larnex"});
  const Resolved resolved({a.records(), b.records()});
  EXPECT_TRUE(resolved.same(full, alias));
  EXPECT_TRUE(resolved.same(full, elsewhere));
}

TEST(Aliases, InBracketsMayBeAParty) {
  RecordBuilder a("a");
  const auto full = a.person({"Ada Moen"});
  const auto party = a.name(EntityType::kOrganization, {"Larnex Party"});
  a.triple(full, "also known as", party, TripleKind::kAlias).rule = "alias/brackets";
  EXPECT_FALSE(Resolved({a.records()}).same(full, party));
}

TEST(Offices, TellWhoseFamilyNameItIs) {
  RecordBuilder a("a", "2025-08-10"), b("b", "2025-08-11");
  const auto judge = a.person({"Jan Larnex", "Judge Jan Larnex"});
  const auto sister = a.person({"Ada Larnex"});
  const auto brief = b.person({"Judge Larnex"});
  const auto also_sister = b.person({"Ada Larnex"});
  b.name(EntityType::kOrganization, {"Moen Group"});
  a.name(EntityType::kOrganization, {"Moen Group"});
  const Resolved resolved({a.records(), b.records()});
  EXPECT_TRUE(resolved.same(judge, brief));
  EXPECT_TRUE(resolved.same(sister, also_sister));
  EXPECT_FALSE(resolved.same(judge, sister));
}

}  // namespace
}  // namespace relata

#include "relata/resolve/resolution.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "relata/analysis/lexicon.hpp"
#include "resolve/record_builder.hpp"
#include "resolve/resolved.hpp"

namespace relata {
namespace {

TEST(ResolveEntities, JoinsOneNameAcrossTitlesAndDiacritics) {
  RecordBuilder a("a"), b("b");
  const auto x = a.person({"Gen. Zoë Nováková"});
  const auto y = b.person({"Defense Minister Zoe Novakova"});
  const Resolved resolved({a.records(), b.records()});
  EXPECT_TRUE(resolved.same(x, y));
  ASSERT_EQ(resolved.merges().size(), 1U);
  EXPECT_EQ(resolved.merges()[0].reason, "same name");
}

TEST(ResolveEntities, GivesAFamilyNameToTheOneWhoHasIt) {
  RecordBuilder a("a"), b("b");
  const auto full = a.person({"Zoe Novakova"});
  const auto family = a.person({"Novakova"});
  const auto later = b.person({"Gen. Novakova"});
  const Resolved resolved({a.records(), b.records()});
  EXPECT_TRUE(resolved.same(full, family));
  EXPECT_TRUE(resolved.same(full, later));
}

TEST(ResolveEntities, LeavesAnAmbiguousFamilyNameAlone) {
  RecordBuilder a("a"), b("b"), c("c");
  const auto zoe = a.person({"Zoe Novakova"});
  const auto eva = b.person({"Eva Novakova"});
  const auto either = c.person({"Novakova"});
  const Resolved resolved({a.records(), b.records(), c.records()});
  EXPECT_FALSE(resolved.same(zoe, eva));
  EXPECT_FALSE(resolved.same(zoe, either));
  EXPECT_FALSE(resolved.same(eva, either));
}

TEST(ResolveEntities, GivesAFamilyNameOfSeveralWordsToTheOneWhoHasIt) {
  RecordBuilder a("a"), b("b"), c("c");
  const auto full = a.person({"Gonzalo Ávila-Terrazas"});
  const auto family = a.person({"Ávila-Terrazas"});
  const auto particle = b.person({"Ignacio Vega de la Mora"});
  const auto both = b.person({"Vega de la Mora"});
  const auto one = c.person({"Gonzalo Ávila-Terrazas"});
  c.person({"Ana Ávila-Terrazas"});
  const auto either = c.person({"Ávila-Terrazas"});
  EXPECT_TRUE(Resolved({a.records()}).same(full, family));
  EXPECT_TRUE(Resolved({b.records()}).same(particle, both));
  EXPECT_FALSE(Resolved({c.records()}).same(one, either));
}

TEST(ResolveEntities, LetsAMiddleNameBeLeftOut) {
  RecordBuilder a("a"), b("b"), c("c");
  const auto full = a.person({"Zoe Marie Novakova"});
  const auto brief = b.person({"Zoe Novakova"});
  const auto other = c.person({"Zoe Paula Novakova"});
  EXPECT_TRUE(Resolved({a.records(), b.records()}).same(full, brief));
  const Resolved all({a.records(), b.records(), c.records()});
  EXPECT_FALSE(all.same(full, other));
}

TEST(ResolveEntities, TellsFatherFromSon) {
  RecordBuilder a("a"), b("b");
  const auto father = a.person({"Sam Novak"});
  const auto son = b.person({"Sam Novak Jr."});
  EXPECT_FALSE(Resolved({a.records(), b.records()}).same(father, son));
}

TEST(ResolveEntities, ComparesNamesakesBesideOneWithAnotherSuffix) {
  RecordBuilder a("a"), b("b"), c("c");
  const auto father = a.person({"Sam Novak"});  // the first of the name stands for all of its kind
  const auto son = b.person({"Sam Novak Jr."});
  const auto again = c.person({"Sam Novak Jr."});
  const Resolved resolved({a.records(), b.records(), c.records()});
  EXPECT_TRUE(resolved.same(son, again));
  EXPECT_FALSE(resolved.same(father, son));
}

TEST(ResolveEntities, JoinsNamesWhoseLastPartIsSmall) {
  RecordBuilder a("a"), b("b");
  const auto x = a.person({"Lee Jae-myung"});
  const auto y = b.person({"President Lee Jae-myung"});
  EXPECT_TRUE(Resolved({a.records(), b.records()}).same(x, y));
}

TEST(ResolveEntities, JoinsAFamilyNameToSomebodyWhomOneDocumentTakesForAThing) {
  RecordBuilder a("a"), b("b"), c("c");
  const auto minister = a.person({"Minister Zoe Larnex"});
  const auto mistaken = b.name(EntityType::kOrganization, {"Zoe Larnex"});
  const auto brief = c.person({"Minister Larnex"});
  const Resolved resolved({a.records(), b.records(), c.records()});
  EXPECT_TRUE(resolved.same(minister, mistaken));
  EXPECT_TRUE(resolved.same(minister, brief));

  RecordBuilder d("d");
  const auto firm = d.name(EntityType::kOrganization, {"Larnex Holdings"});
  const Resolved beside_firm({a.records(), b.records(), c.records(), d.records()});
  EXPECT_FALSE(beside_firm.same(brief, firm));
}

TEST(ResolveEntities, JoinsRulersByTitleOrNumber) {
  RecordBuilder a("a", "2025-04-01"), b("b", "2025-04-03"), c("c"), d("d");
  const auto pope = a.person({"Pope Francis"});
  const auto again = b.person({"Pope Francis"});
  const auto king = a.person({"King Charles III"});
  const auto charles = b.person({"Charles III"});
  for (const char* other :
       {"Francis Moen", "Francis Dahl", "Francis Vik", "Ada Francis", "Eva Francis", "Charles Moen",
        "Charles Dahl", "Ada Charles", "Eva Charles"}) {
    c.person({other});
  }
  const auto guest = d.person({"Francis"});
  const Resolved resolved({a.records(), b.records(), c.records(), d.records()});
  EXPECT_TRUE(resolved.same(pope, again));
  EXPECT_TRUE(resolved.same(king, charles));
  EXPECT_FALSE(resolved.same(pope, guest));
}

TEST(ResolveEntities, LeavesATitleThatAFamilyBears) {
  RecordBuilder a("a"), b("b"), c("c");
  const auto here = a.person({"Senator Francis"});
  const auto there = b.person({"Senator Francis"});
  for (const char* other : {"Francis Moen", "Francis Dahl", "Francis Vik", "Senator Ada Francis",
                            "Senator Eva Francis"}) {
    c.person({other});
  }
  EXPECT_FALSE(Resolved({a.records(), b.records(), c.records()}).same(here, there));
}

TEST(ResolveEntities, JoinsATitleAndAGivenNameWithTheOnlyBearer) {
  const auto are_one = [](const char* brief, const char* full, const char* other) {
    RecordBuilder a("a"), b("b"), c("c");
    const auto here = a.person({brief});
    const auto there = b.person({full});
    c.person({other});
    return Resolved({a.records(), b.records(), c.records()}).same(here, there);
  };
  EXPECT_TRUE(are_one("President Larnex", "President Larnex Moen", "Eva Dahl"));
  EXPECT_FALSE(are_one("President Larnex", "Larnex Moen", "Eva Dahl"));
  EXPECT_FALSE(are_one("President Larnex", "President Larnex Moen", "Larnex Dahl"));
}

TEST(ResolveEntities, JoinsCountriesTheirVariantsAndAdjectives) {
  RecordBuilder a("a"), b("b"), c("c");
  const auto burma = a.name(EntityType::kPlace, {"Burma"});
  const auto myanmar = b.name(EntityType::kOrganization, {"Myanmar"});
  const auto peru = c.name(EntityType::kPlace, {"Peru"});
  const auto peruvian = c.adjective("Peruvian");
  const Resolved resolved({a.records(), b.records(), c.records()});
  EXPECT_TRUE(resolved.same(burma, myanmar));
  EXPECT_TRUE(resolved.same(peru, peruvian));
  EXPECT_FALSE(resolved.same(peru, burma));
}

TEST(ResolveEntities, TakesWhereSomebodyIsFromForNoName) {
  RecordBuilder a("a"), b("b");
  const auto ola = a.person({"Zealander", "New Zealander", "Ola Moen"});
  const auto moen = a.person({"Moen"});
  const auto other = b.person({"Peruvian"});
  const Resolved resolved({a.records(), b.records()});
  EXPECT_TRUE(resolved.same(ola, moen));
  EXPECT_FALSE(resolved.same(ola, other));
}

TEST(ResolveEntities, LeavesPeopleByTheirCountrysAdjectiveApart) {
  const auto is_country = [](EntityType type) {
    RecordBuilder a("a");
    const auto peru = a.name(EntityType::kPlace, {"Peru"});
    const auto peruvian = a.adjective("Peruvian");
    a.entity(peruvian).type = type;
    return Resolved({a.records()}).same(peru, peruvian);
  };
  EXPECT_TRUE(is_country(EntityType::kPlace));
  EXPECT_FALSE(is_country(EntityType::kPerson));  // "one Peruvian"
  EXPECT_FALSE(is_country(EntityType::kGroup));   // "the Portuguese, advisers to the guard"
}

TEST(ResolveEntities, ReadsAnAcronymByInitialsInItsDocument) {
  RecordBuilder a("a"), b("b");
  const auto full = a.name(EntityType::kOrganization, {"Baltic Fisheries Council"});
  const auto brief = a.name(EntityType::kOrganization, {"BFC"});
  const auto later = b.name(EntityType::kOrganization, {"BFC"});
  const Resolved resolved({a.records(), b.records()});
  EXPECT_TRUE(resolved.same(full, brief));
  EXPECT_TRUE(resolved.same(full, later));
}

TEST(ResolveEntities, LeavesAnAcronymOfTwoReadingsAlone) {
  RecordBuilder a("a"), b("b"), c("c");
  const auto council = a.name(EntityType::kOrganization, {"Baltic Fisheries Council", "BFC"});
  const auto club = b.name(EntityType::kOrganization, {"Bristol Football Club", "BFC"});
  const auto either = c.name(EntityType::kOrganization, {"BFC"});
  const Resolved resolved({a.records(), b.records(), c.records()});
  EXPECT_FALSE(resolved.same(council, club));
  EXPECT_FALSE(resolved.same(council, either));
  EXPECT_FALSE(resolved.same(club, either));
}

TEST(ResolveEntities, BelievesAStatedAliasInAllDocuments) {
  RecordBuilder a("a"), b("b");
  const auto now = a.name(EntityType::kOrganization, {"Northern Corps"});
  const auto then = a.name(EntityType::kOrganization, {"Falcon Group"});
  a.triple(now, "formerly", then, TripleKind::kAlias);
  const auto elsewhere = b.name(EntityType::kOrganization, {"Falcon Group"});
  const Resolved resolved({a.records(), b.records()});
  EXPECT_TRUE(resolved.same(now, then));
  EXPECT_TRUE(resolved.same(now, elsewhere));
}

TEST(ResolveEntities, DoesNotSpreadWhatCoreferenceMixedUp) {
  // One document put two cities under one entity; the others tell them apart.
  RecordBuilder a("a"), b("b"), c("c");
  a.name(EntityType::kPlace, {"Lyon", "Lille"});
  const auto lyon = b.name(EntityType::kPlace, {"Lyon"});
  const auto lille = c.name(EntityType::kPlace, {"Lille"});
  EXPECT_FALSE(Resolved({a.records(), b.records(), c.records()}).same(lyon, lille));
}

TEST(ResolveEntities, PartsTheTwoEndsOfARelation) {
  RecordBuilder a("a");
  const auto full = a.person({"Zoe Novakova"});
  const auto family = a.person({"Novakova"});
  a.triple(full, "sued", family);
  EXPECT_FALSE(Resolved({a.records()}).same(full, family));
}

TEST(ResolveEntities, LeavesACountryOneThatARelationHasAtBothEnds) {
  RecordBuilder a("a");
  const auto country = a.name(EntityType::kPlace, {"Russia"});
  const auto other = a.name(EntityType::kPlace, {"Russian Federation"});
  const auto chile = a.name(EntityType::kPlace, {"Chile"});
  a.triple(country, "sued", other);
  a.triple(country, "sued", chile);
  const Resolved resolved({a.records()});
  EXPECT_TRUE(resolved.same(country, other));
  EXPECT_FALSE(resolved.same(country, chile));
}

TEST(ResolveEntities, TakesACapitalThatSpeaksForItsCountry) {
  RecordBuilder a("a"), b("b");
  const auto country = a.name(EntityType::kPlace, {"Peru"});
  const auto capital = a.name(EntityType::kPlace, {"Lima"});
  const auto other = a.name(EntityType::kPlace, {"Chile"});
  a.triple(capital, "reject", other);
  const auto city = b.name(EntityType::kPlace, {"Lima"});
  const Resolved resolved({a.records(), b.records()});
  EXPECT_TRUE(resolved.same(country, capital));
  EXPECT_FALSE(resolved.same(country, city));
}

TEST(ResolveEntities, TakesACapitalWithAMinistryForItsCountry) {
  const auto is_country = [](const char* body) {
    RecordBuilder a("a");
    const auto country = a.name(EntityType::kPlace, {"Peru"});
    const auto capital = a.name(EntityType::kPlace, {"Lima"});
    const auto owned = a.described(EntityType::kOrganization, {body});
    a.triple(capital, "has", owned, TripleKind::kPossessive);
    return Resolved({a.records()}).same(country, capital);
  };
  EXPECT_TRUE(is_country("defence ministry"));
  EXPECT_TRUE(is_country("army"));
  EXPECT_FALSE(is_country("city council"));
}

TEST(ResolveEntities, LeavesACapitalThatOpensADateline) {
  const auto joins = [](const std::string& rest) {
    RecordBuilder a("a");
    const auto country = a.name(EntityType::kPlace, {"Peru"});
    const auto capital = a.name(EntityType::kPlace, {"LIMA"});
    TripleRecord& triple = a.literal(capital, "reject", "charge");
    triple.sentence.text = "LIMA" + rest;
    triple.sentence.range = {100, 100 + triple.sentence.text.size()};
    triple.subject.range = TextRange{100, 104};
    return Resolved({a.records()}).same(country, capital);
  };
  EXPECT_FALSE(joins(" (BN) - The judge rejected the charge."));
  EXPECT_TRUE(joins(" REJECTS THE CHARGE"));
}

TEST(ResolveEntities, LeavesACapitalThatIsAPlace) {
  RecordBuilder a("a");
  const auto country = a.name(EntityType::kPlace, {"Peru"});
  const auto capital = a.name(EntityType::kPlace, {"Lima"});
  const auto envoy = a.person({"Zoe Novakova"});
  a.triple(capital, "reject", envoy);
  a.triple(envoy, "arrived in", capital);
  EXPECT_FALSE(Resolved({a.records()}).same(country, capital));
}

TEST(ResolveEntities, JoinsDescriptionsWithOneHeadAndAnchor) {
  RecordBuilder a("a"), b("b"), c("c");
  const auto ruling = a.described(EntityType::kOrganization, {"Peru's ruling junta", "junta"});
  const auto plain = b.described(EntityType::kOrganization, {"Peruvian junta"});
  const auto chilean = c.described(EntityType::kOrganization, {"Chile's junta"});
  const auto bare = c.described(EntityType::kOrganization, {"government"});
  const Resolved resolved({a.records(), b.records(), c.records()});
  EXPECT_TRUE(resolved.same(ruling, plain));
  EXPECT_FALSE(resolved.same(ruling, chilean));
  EXPECT_FALSE(resolved.same(bare, chilean));
}

/// Adds a body by the words that mention it, `determiner` before them, in a sentence of its own.
std::string said(RecordBuilder& records, const std::string& determiner,
                 const std::string& description) {
  const std::uint64_t at = 100 * records.records().entities.size();
  const std::uint64_t begin = at + determiner.size() + 1;
  const auto id = records.described(EntityType::kOrganization, {description});
  records.entity(id).first = {begin, begin + description.size()};
  SentenceRecord& sentence = records.literal(id, "warned", "nobody").sentence;
  sentence.text = determiner + ' ' + description + " warned nobody.";
  sentence.range = {at, at + sentence.text.size()};
  return id;
}

TEST(ResolveEntities, JoinsTheOneCourtOfTwoDaysButNotAnyTwo) {
  const auto joined = [](const char* determiner) {
    RecordBuilder a("a"), b("b");
    const auto here = said(a, "The", "Peruvian court");
    const auto there = said(b, determiner, "Peruvian court");
    return Resolved({a.records(), b.records()}).same(here, there);
  };
  EXPECT_TRUE(joined("The"));
  EXPECT_FALSE(joined("A"));
  EXPECT_FALSE(joined("Another"));
  EXPECT_TRUE(joined("They met a man, which the"));
  EXPECT_TRUE(joined("They met a man, which"));
}

TEST(ResolveEntities, LeavesWhatIsSomebodysApart) {
  const auto joined = [](const char* determiner, bool about_a_country) {
    RecordBuilder a("a");
    if (about_a_country) a.name(EntityType::kPlace, {"Peru"});
    const auto full = said(a, "The", "Peruvian jury");
    const auto bare = said(a, determiner, "jury");
    return Resolved({a.records()}).same(full, bare);
  };
  EXPECT_TRUE(joined("The", true));
  EXPECT_FALSE(joined("Her", true));
  EXPECT_FALSE(joined("The", false));  // a page of many items may tell of two
}

TEST(ResolveEntities, KeepsCountedPeopleOfTwoDaysApart) {
  const auto joined = [](const char* name) {
    RecordBuilder a("a"), b("b");
    const auto here = a.name(EntityType::kGroup, {name});
    const auto there = b.name(EntityType::kGroup, {name});
    a.entity(here).number = "plur";
    b.entity(there).number = "plur";
    return Resolved({a.records(), b.records()}).same(here, there);
  };
  EXPECT_FALSE(joined("Ten Peruvians"));
  EXPECT_FALSE(joined("26 Peruvians"));
  EXPECT_TRUE(joined("Seven Sisters"));
}

TEST(ResolveEntities, LeavesUnnamedGroupsToTheirDocuments) {
  RecordBuilder a("a"), b("b");
  const auto here = a.described(EntityType::kGroup, {"two Peruvian generals"});
  const auto there = b.described(EntityType::kGroup, {"two Peruvian generals"});
  EXPECT_FALSE(Resolved({a.records(), b.records()}).same(here, there));
}

/// Names of a small world, with variants and homonyms, spread over documents.
std::vector<DocumentRecords> random_world(std::mt19937& random) {
  const std::vector<std::vector<std::string>> people = {
      {"Zoe Novakova", "Novakova", "Gen. Zoe Novakova"},
      {"Eva Novakova", "Novakova"},
      {"Mohammed Idris", "Muhammad Idris", "Idris"},
      {"Sam Lee", "Lee"},
      {"Sam Lee Jr."},
      {"Ana Maria Cruz", "Ana Cruz", "Cruz"}};
  const std::vector<std::vector<std::string>> bodies = {
      {"Baltic Fisheries Council", "BFC"},
      {"Bristol Football Club", "BFC"},
      {"US Department of Labor", "Department of Labor"},
      {"Acme Group", "Acme"},
      {"Peru"},
      {"France"},
      {"Paris"}};
  const auto pick = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  std::vector<DocumentRecords> documents;
  for (std::size_t d = 0; d < 12; ++d) {
    RecordBuilder builder("doc" + std::to_string(d),
                          d % 3 == 0 ? "" : "2025-01-0" + std::to_string(1 + d % 9));
    std::vector<std::string> ids;
    for (std::size_t e = 0; e < 5; ++e) {
      const auto& person = people[pick(people.size())];
      const auto& body = bodies[pick(bodies.size())];
      ids.push_back(builder.person({person[pick(person.size())]}));
      ids.push_back(builder.name(EntityType::kOrganization, {body[pick(body.size())]}));
    }
    builder.triple(ids[pick(ids.size())], "say", ids[pick(ids.size())]);
    documents.push_back(builder.records());
  }
  return documents;
}

/// A document about a shooting in a town, with what else it names.
RecordBuilder tell_story(const std::string& doc, const std::string& date,
                         const std::vector<std::string>& names) {
  RecordBuilder story(doc, date);
  for (const std::string& name : names) story.name(EntityType::kPlace, {name});
  return story;
}

TEST(ResolveEntities, JoinsADescriptionInOneStory) {
  const std::vector<std::string> names = {"Arendal Bakery", "Harbour Street", "Nedenes"};
  RecordBuilder a = tell_story("a", "2025-08-11", names);
  RecordBuilder b = tell_story("b", "2025-08-12", names);
  RecordBuilder c = tell_story("c", "2025-08-12", {"Skien Station", "Mill Road", "Porsgrunn"});
  RecordBuilder d = tell_story("d", "2025-10-12", names);
  std::vector<std::string> robbers;
  for (RecordBuilder* story : {&a, &b, &c, &d}) {
    robbers.push_back(story->described(EntityType::kPerson, {"robber"}));
  }
  const Resolved all({a.records(), b.records(), c.records(), d.records()});
  EXPECT_TRUE(all.same(robbers[0], robbers[1]));
  EXPECT_FALSE(all.same(robbers[0], robbers[2]));  // another town
  EXPECT_FALSE(all.same(robbers[0], robbers[3]));  // two months later
}

TEST(ResolveEntities, JoinsWhatDocumentsOfOneStoryTellInOtherPlaces) {
  // The same names, but only one of them near who is told of, among others.
  const std::vector<std::string> names = {"Arendal Bakery", "Harbour Street", "Nedenes"};
  const auto told = [&](const std::string& doc, const char* date, EntityType type,
                        std::uint64_t mentions) {
    RecordBuilder story = tell_story(doc, date, names);
    EntityRecord& entity = story.entity(story.described(type, {"robber"}));
    entity.first = {900, 906};
    entity.mentions = mentions;
    story.entity(doc + "#e0").first = {920, 934};
    for (const char* other : {" Bridge", " Chapel", " Quay"}) {
      const std::string near = story.name(EntityType::kPlace, {doc + "rendal" + other});
      story.entity(near).first = {950, 960};
    }
    return story.records();
  };
  const auto joined = [&](const char* date, EntityType type, std::uint64_t mentions) {
    const DocumentRecords a = told("a", "2025-08-11", type, mentions);
    return Resolved({a, told("b", date, type, mentions)}).same("a#e3", "b#e3");
  };
  EXPECT_TRUE(joined("2025-08-21", EntityType::kPerson, 1));
  EXPECT_FALSE(joined("2025-09-21", EntityType::kPerson, 1));
  EXPECT_TRUE(joined("2025-08-21", EntityType::kObject, 2));
  EXPECT_FALSE(joined("2025-08-21", EntityType::kObject, 1));  // "a table", "the table"
}

/// Whether a nurse of one age and somebody of another, a nurse too or of the name, whom two
/// documents of one story tell of, are one.
bool are_one_by_age(unsigned left, unsigned right, const std::string& name = "") {
  const std::vector<std::string> names = {"Arendal Bakery", "Harbour Street", "Nedenes"};
  RecordBuilder a = tell_story("a", "2025-08-11", names);
  RecordBuilder b = tell_story("b", "2025-08-12", names);
  const auto nurse = a.described(EntityType::kPerson, {"nurse"});
  const auto other = name.empty() ? b.described(EntityType::kPerson, {"nurse"}) : b.person({name});
  a.entity(nurse).age = left;
  b.entity(other).age = right;
  return Resolved({a.records(), b.records()}).same(nurse, other);
}

TEST(ResolveEntities, JoinsPeopleOfOneAgeInOneStory) {
  const auto joined = [](unsigned left, unsigned right) {
    return are_one_by_age(left, right, "Ada Moen");
  };
  EXPECT_TRUE(joined(24, 24));
  EXPECT_FALSE(joined(24, 25));
  EXPECT_FALSE(joined(0, 0));
}

TEST(ResolveEntities, JoinsNamesMisspelledInOneStory) {
  const std::vector<std::string> names = {"Arendal Bakery", "Harbour Street", "Nedenes"};
  const auto joined = [&](const char* left, const char* right, bool story = true) {
    RecordBuilder a = tell_story("a", "2025-08-11", names);
    RecordBuilder b = tell_story("b", "2025-08-12", story ? names : std::vector<std::string>{});
    const auto one = a.person({left});
    const auto other = b.person({right});
    return Resolved({a.records(), b.records()}).same(one, other);
  };
  EXPECT_TRUE(joined("Sushila Chaudhary", "Sushila Choudhary"));
  EXPECT_TRUE(joined("Ada Bergstrand", "Ada Bergstand"));
  EXPECT_FALSE(joined("Ada Bergstrand", "Ada Bergstand", false));
  EXPECT_FALSE(joined("Anna Novotna", "Anna Novotny"));
  EXPECT_FALSE(joined("Mario Bergstrand", "Maria Bergstrand"));
  EXPECT_FALSE(joined("Ada Moen", "Ada Koen"));
}

TEST(ResolveEntities, JoinsAFamilyNameThatBeginsWithItsParticle) {
  const auto joined = [](const char* full) {
    RecordBuilder records("a");
    const auto one = records.person({full});
    const auto brief = records.person({"Van Orel"});
    records.entity(one).gender = "masc";
    records.entity(brief).gender = "fem";  // "Van Orel herself"
    return Resolved({records.records()}).same(one, brief);
  };
  EXPECT_TRUE(joined("Ada van Orel"));
  EXPECT_FALSE(joined("Ada Orel"));
}

TEST(ResolveEntities, KeepsDescribedPeopleOfTwoAgesApart) {
  EXPECT_TRUE(are_one_by_age(24, 25));
  EXPECT_FALSE(are_one_by_age(24, 41));
}

TEST(ResolveEntities, BelievesNamesMoreThanPronouns) {
  const auto joined = [](const char* left, const char* right) {
    RecordBuilder a("a");
    RecordBuilder b("b");
    const auto one = a.person({left});
    const auto other = b.person({right});
    a.entity(one).gender = "masc";
    b.entity(other).gender = "fem";
    return Resolved({a.records(), b.records()}).same(one, other);
  };
  EXPECT_TRUE(joined("Thabo Anders Moen", "Thabo Moen"));
  EXPECT_FALSE(joined("Ada Thabo Moen", "Thabo Moen"));
  EXPECT_FALSE(joined("T. Moen", "Thabo Moen"));
}

TEST(ResolveEntities, ChoosesOneOfADocumentsEntitiesByItsStory) {
  const std::vector<std::string> names = {"Arendal Bakery", "Harbour Street", "Nedenes"};
  RecordBuilder a = tell_story("a", "2025-08-11", names);
  RecordBuilder b = tell_story("b", "2025-08-12", names);
  const auto one = a.described(EntityType::kPerson, {"masked robber"});
  const auto other = a.described(EntityType::kPerson, {"second robber"});
  const auto robber = b.described(EntityType::kPerson, {"robber"});
  const Resolved all({a.records(), b.records()});
  EXPECT_FALSE(all.same(one, other));
  EXPECT_FALSE(all.same(one, robber) && all.same(other, robber));
}

TEST(ResolveEntities, JoinsAShortGivenNameInOneStory) {
  const std::vector<std::string> names = {"Arendal Bakery", "Harbour Street", "Nedenes"};
  RecordBuilder a = tell_story("a", "2025-08-11", names);
  RecordBuilder b = tell_story("b", "2025-08-12", names);
  RecordBuilder c = tell_story("c", "2025-08-12", {"Skien Station", "Mill Road", "Porsgrunn"});
  const auto full = a.person({"Alexandra Moen"});
  const auto brief = b.person({"Alex Moen"});
  const auto elsewhere = c.person({"Alex Moen"});
  EXPECT_TRUE(Resolved({a.records(), b.records()}).same(full, brief));
  EXPECT_FALSE(Resolved({a.records(), c.records()}).same(full, elsewhere));
}

TEST(ResolveEntities, JoinsAShortGivenNameOfARareFamilyAmongOneName) {
  const auto document = [](const char* doc, const char* date, const char* name,
                           const char* beside) {
    RecordBuilder records(doc, date);
    records.person({name});
    records.name(EntityType::kOrganization, {beside});
    return records.records();
  };
  const auto tom = document("a", "2025-01-01", "Tom Skienberg", "Larnex Holdings");
  const auto thomas = document("b", "2025-09-01", "Thomas Skienberg", "Larnex Holdings");
  EXPECT_TRUE(Resolved({tom, thomas}).same("a#e0", "b#e0"));
  EXPECT_FALSE(Resolved({tom, document("b", "2025-09-01", "Thomas Skienberg", "Board of Roads")})
                   .same("a#e0", "b#e0"));
  EXPECT_FALSE(Resolved({tom, thomas, document("c", "2025-09-01", "Ada Skienberg", "Peru Steel")})
                   .same("a#e0", "b#e0"));
}

TEST(ResolveEntities, JoinsBritishAndAmericanSpellings) {
  const auto are_one = [](const char* x, const char* y) {
    RecordBuilder a("a"), b("b");
    a.name(EntityType::kOrganization, {x});
    b.name(EntityType::kOrganization, {y});
    return Resolved({a.records(), b.records()}).same("a#e0", "b#e0");
  };
  EXPECT_TRUE(are_one("Skien Defence Organisation", "Skien Defense Organization"));
  EXPECT_TRUE(are_one("Centre for Labour & Theatres", "Center for Labor and Theaters"));
  EXPECT_FALSE(are_one("Skien Tour Programme", "Skien Tor Program"));
}

/// A document that describes something so, behind `before`, and names a body beside it.
DocumentRecords described_in(const char* doc, const char* date, EntityType type,
                             const std::string& before, const std::string& text) {
  RecordBuilder records(doc, date);
  const auto id = records.described(type, {text});
  records.entity(id).number = type == EntityType::kGroup ? "plur" : "sing";
  records.entity(id).first = {before.size(), before.size() + text.size()};
  const auto body = records.name(EntityType::kOrganization, {"Larnex"});
  records.entity(body).first = {200, 206};
  TripleRecord& triple = records.triple(id, "met", body);
  triple.sentence.text = before + text + " met Larnex.";
  triple.sentence.range = {0, triple.sentence.text.size()};
  return records.records();
}

TEST(ResolveEntities, JoinsAnEventThatIsKnownByWhatItIsOf) {
  const auto are_one = [](const std::string& before, const std::string& text, const char* date) {
    const Resolved resolved({described_in("a", "2025-01-01", EntityType::kEvent, before, text),
                             described_in("b", date, EntityType::kEvent, before, text)});
    return resolved.same("a#e0", "b#e0");
  };
  EXPECT_TRUE(are_one("the ", "Callao summit", "2025-02-01"));
  EXPECT_FALSE(are_one("the ", "Callao summit", "2025-09-01"));
  EXPECT_FALSE(are_one("a ", "Callao summit", "2025-02-01"));
  EXPECT_TRUE(are_one("the ", "Peruvian invasion of Chile", "2025-02-01"));
  EXPECT_TRUE(are_one("the ", "Peruvian invasion of Chile", "2025-09-01"));
  EXPECT_TRUE(are_one("the ", "Callao war", "2026-12-01"));
  EXPECT_FALSE(are_one("the ", "Callao war", "2028-12-01"));
  EXPECT_FALSE(are_one("the ", "Peruvian invasion of privacy", "2025-02-01"));
  EXPECT_FALSE(are_one("the ", "Peruvian raid", "2025-02-01"));
  EXPECT_FALSE(are_one("the ", "deadly Callao raid", "2025-02-01"));
}

TEST(ResolveEntities, KnowsAnEventThatIsFirstCalledByItsNounAlone) {
  const auto document = [](const char* doc, const std::vector<std::string>& texts) {
    RecordBuilder records(doc, "2025-01-01");
    const auto id = records.described(EntityType::kEvent, texts);
    records.entity(id).number = "sing";
    records.entity(id).first = {4, 4 + texts.front().size()};
    TripleRecord& triple = records.literal(id, "ended", "in January");
    triple.sentence.text = "the " + texts.front() + " ended in January.";
    triple.sentence.range = {0, triple.sentence.text.size()};
    return records.records();
  };
  const auto are_one = [&](const std::vector<std::string>& texts) {
    return Resolved({document("a", texts), document("b", {"Callao war"})}).same("a#e0", "b#e0");
  };
  EXPECT_TRUE(are_one({"war", "Callao war"}));
  EXPECT_FALSE(are_one({"war"}));
  EXPECT_FALSE(are_one({"war", "long Callao war"}));
}

TEST(ResolveEntities, KnowsAThingWithoutTheLettersBeforeItsName) {
  const auto are_one = [](const char* full, const char* brief) {
    RecordBuilder a("a"), b("b");
    a.name(EntityType::kObject, {full});
    b.name(EntityType::kObject, {brief});
    return Resolved({a.records(), b.records()}).same("a#e0", "b#e0");
  };
  EXPECT_TRUE(are_one("MV Larnexa", "Larnexa"));
  EXPECT_TRUE(are_one("USS Ana Larnexa", "Ana Larnexa"));
  EXPECT_FALSE(are_one("Skien Larnexa", "Larnexa"));
  EXPECT_FALSE(are_one("MV Harbour", "Harbour"));
  EXPECT_FALSE(are_one("MV Larnexa", "USS Larnexa"));
}

TEST(ResolveEntities, JoinsANameWhoseKindIsWrittenSmall) {
  const auto are_one = [](const std::string& before, const std::string& text, const char* name) {
    RecordBuilder named("b", "2025-09-01");
    named.name(EntityType::kOrganization, {name});
    const Resolved resolved(
        {described_in("a", "2025-01-01", EntityType::kOrganization, before, text),
         named.records()});
    return resolved.same("a#e0", "b#e0");
  };
  EXPECT_TRUE(are_one("The ", "Skien Renewal party", "Skien Renewal Party"));
  EXPECT_TRUE(are_one("The ", "Skien Renewal party", "Party of Skien Renewal"));
  EXPECT_FALSE(are_one("A ", "Skien church", "Skien Church"));
  EXPECT_FALSE(are_one("The ", "renewal party", "Renewal Party"));
  EXPECT_FALSE(are_one("The ", "old Skien party", "Skien Party"));
}

TEST(ResolveEntities, JoinsAPlaceThatIsKnownByWhatItIsOf) {
  const auto are_one = [](const std::string& before, const std::string& text) {
    const Resolved resolved({described_in("a", "2025-01-01", EntityType::kPlace, before, text),
                             described_in("b", "2025-09-01", EntityType::kPlace, before, text)});
    return resolved.same("a#e0", "b#e0");
  };
  EXPECT_TRUE(are_one("in the ", "Callao hills"));
  EXPECT_FALSE(are_one("in a ", "Callao house"));
  EXPECT_FALSE(are_one("in the ", "burnt Callao house"));
  EXPECT_TRUE(are_one("in the ", "Larnex refugee camp"));
  EXPECT_TRUE(are_one("in Skien, ", "Larnex and Moen province"));
  EXPECT_FALSE(are_one("in the ", "Peruvian refugee camp"));
  EXPECT_FALSE(are_one("in the ", "refugee camp in Larnex"));
  EXPECT_FALSE(are_one("in ", "Larnex refugee tent"));
}

/// A document that names a place only within "the NAME KIND".
DocumentRecords division_in(const char* doc, const std::string& name, const std::string& kind) {
  RecordBuilder records(doc, "2025-01-01");
  const std::string phrase = name + ' ' + kind;
  const auto division = records.described(EntityType::kPlace, {phrase});
  records.entity(division).number = "sing";
  records.entity(division).first = {10, 10 + phrase.size()};
  const auto bare = records.name(EntityType::kPlace, {name});
  records.entity(bare).first = {10, 10 + name.size()};
  records.entity(bare).mentions = 1;
  TripleRecord& triple = records.literal(division, "flooded", "in January");
  triple.sentence.text = "About the " + phrase + " flooded in January.";
  triple.sentence.range = {0, triple.sentence.text.size()};
  return records.records();
}

TEST(ResolveEntities, KnowsAProvinceThatIsNamedOnlyWithItsKind) {
  const auto is_one = [](const std::string& kind, const std::string& name) {
    RecordBuilder other("b", "2025-09-01");
    other.name(EntityType::kPlace, {name});
    return Resolved({division_in("a", "Larnex", kind), other.records()}).same("a#e0", "b#e0");
  };
  EXPECT_TRUE(is_one("province", "Larnex Province"));
  EXPECT_FALSE(is_one("province", "Larnex"));  // the town
  EXPECT_TRUE(is_one("region", "Larnex"));
}

TEST(ResolveEntities, TakesTwoSpellingsOfALongAcronymForOneReading) {
  const auto document = [](const char* doc, const char* name, const char* letters) {
    RecordBuilder records(doc, "2025-01-01");
    std::vector<std::string> names = {letters};
    if (name[0] != '\0') names.insert(names.begin(), name);
    records.name(EntityType::kOrganization, names);
    return records.records();
  };
  const auto are_one = [&](const char* other, const char* letters) {
    RecordBuilder c("c", "2025-06-01"), d("d", "2025-09-01");
    c.name(EntityType::kOrganization, {letters});
    d.name(EntityType::kOrganization, {letters});
    return Resolved({document("a", "Jamaat Nasr Islam Muslimin", letters),
                     document("b", other, letters), c.records(), d.records()})
        .same("c#e0", "d#e0");
  };
  EXPECT_TRUE(are_one("Jamaat Nusrat Islam Muslimin", "JNIM"));
  EXPECT_FALSE(are_one("Joint Northern Irish Museum", "JNIM"));
}

TEST(ResolveEntities, JoinsPeopleOfOneBodyWhomNoWordTellsApart) {
  const auto are_one = [](const std::string& before, const std::string& text) {
    const Resolved resolved({described_in("a", "2025-01-01", EntityType::kGroup, before, text),
                             described_in("b", "2025-09-01", EntityType::kGroup, before, text)});
    return resolved.same("a#e0", "b#e0");
  };
  EXPECT_TRUE(are_one("When ", "Larnex workers"));
  EXPECT_FALSE(are_one("When ", "three Larnex workers"));
  EXPECT_FALSE(are_one("When ", "striking Larnex workers"));
  EXPECT_FALSE(are_one("When the ", "Larnex workers"));
  EXPECT_FALSE(are_one("When ", "Skien workers"));  // nothing that the document names
  EXPECT_FALSE(are_one("When ", "Peruvian workers"));
}

TEST(ResolveEntities, JoinsShortNamesInOneStory) {
  const std::vector<std::string> names = {"Arendal Bakery", "Harbour Street", "Nedenes"};
  RecordBuilder a = tell_story("a", "2025-08-11", names);
  RecordBuilder b = tell_story("b", "2025-08-12", names);
  RecordBuilder c = tell_story("c", "2025-08-12", {"Skien Station", "Mill Road", "Porsgrunn"});
  const auto person = a.person({"Ingrid Moen"});
  const auto body = a.name(EntityType::kOrganization, {"Larnex Holdings"});
  const auto court = a.name(EntityType::kOrganization, {"High Court of Justice"});
  std::vector<std::string> given, brief, courts;
  for (RecordBuilder* story : {&b, &c}) {
    given.push_back(story->person({"Ingrid"}));
    brief.push_back(story->name(EntityType::kOrganization, {"Larnex"}));
    courts.push_back(story->name(EntityType::kOrganization, {"Norway's High Court"}));
  }
  for (const bool told : {true, false}) {
    const Resolved all({a.records(), (told ? b : c).records()});
    const std::size_t of = told ? 0 : 1;
    EXPECT_EQ(all.same(person, given[of]), told);
    EXPECT_EQ(all.same(body, brief[of]), told);
    EXPECT_EQ(all.same(court, courts[of]), told);
  }
}

TEST(ResolveEntities, KeepsApartWhatAShortNameIsNotShortFor) {
  const std::vector<std::string> names = {"Arendal Bakery", "Harbour Street", "Nedenes"};
  RecordBuilder a = tell_story("a", "2025-08-11", names);
  RecordBuilder b = tell_story("b", "2025-08-12", names);
  const auto union_a = a.name(EntityType::kOrganization, {"Agder Rowing Union"});
  // "Rowing Union" is said of another one there.
  const auto union_b = b.name(EntityType::kOrganization, {"Rowing Union", "Telemark Rowing Union"});
  const auto square = a.name(EntityType::kPlace, {"Mill Square"});
  const auto monument = b.name(EntityType::kPlace, {"Monument on Mill Square"});
  const auto side = a.name(EntityType::kOrganization, {"Porsgrunn"});
  const auto match = b.name(EntityType::kOrganization, {"Skien–Porsgrunn"});
  const auto navy = a.name(EntityType::kOrganization, {"Peruvian Navy"});
  const auto guard = b.name(EntityType::kOrganization, {"Harbour Guard Navy"});
  const Resolved all({a.records(), b.records()});
  EXPECT_FALSE(all.same(navy, guard));
  EXPECT_FALSE(all.same(union_a, union_b));
  EXPECT_FALSE(all.same(square, monument));
  EXPECT_FALSE(all.same(side, match));
}

TEST(ResolveEntities, TakesABodyOfABodyForNoKindOfIt) {
  RecordBuilder a("a");
  const auto league = a.name(EntityType::kOrganization, {"United Harbour Unions"});
  const auto convention = a.name(EntityType::kOrganization, {"United Harbour Unions Convention"});
  const auto name = a.name(EntityType::kOrganization, {"Larnex"});
  const auto kind = a.name(EntityType::kOrganization, {"Larnex Group"});
  const Resolved all({a.records()});
  EXPECT_FALSE(all.same(league, convention));
  EXPECT_TRUE(all.same(name, kind));
}

TEST(ResolveEntities, TakesATownAndItsCountyForNeither) {
  const std::vector<std::string> names = {"Arendal Bakery", "Harbour Street", "Nedenes"};
  RecordBuilder a = tell_story("a", "2025-08-11", names);
  RecordBuilder b = tell_story("b", "2025-08-12", names);
  const auto county = a.name(EntityType::kPlace, {"Telemark"});
  const auto town = b.name(EntityType::kPlace, {"Skien, Telemark"});
  const auto both = b.name(EntityType::kPlace, {"Agder and Telemark"});
  const Resolved all({a.records(), b.records()});
  EXPECT_FALSE(all.same(county, town));
  EXPECT_FALSE(all.same(county, both));
}

TEST(ResolveEntities, KnowsAThingWithoutItsMaker) {
  RecordBuilder a("a"), b("b");
  const auto full = a.name(EntityType::kObject, {"Larnex LX 30"});
  const auto brief = b.name(EntityType::kObject, {"LX 30"});
  const auto other = b.name(EntityType::kObject, {"LX 40"});
  const Resolved all({a.records(), b.records()});
  EXPECT_TRUE(all.same(full, brief));
  EXPECT_FALSE(all.same(full, other));
}

TEST(ResolveEntities, KnowsWhatAnotherTextStates) {
  RecordBuilder a("a"), b("b");
  const auto institute = a.name(EntityType::kOrganization, {"Harbour Institute", "Hainsti"});
  a.triple(institute, "also known as", institute, TripleKind::kAlias).object->text = "Hainsti";
  const auto taken_for_a_person = b.person({"Hainsti"});
  EXPECT_TRUE(Resolved({a.records(), b.records()}).same(institute, taken_for_a_person));
}

TEST(ResolveEntities, KeepsTheFullNameBesideLettersThatAreNotItsOwn) {
  RecordBuilder a("a"), b("b");
  const auto cartel = a.name(EntityType::kOrganization, {"CLNE", "Larnex New Age Cartel"});
  TripleRecord& alias = a.triple(cartel, "also known as", cartel, TripleKind::kAlias);
  alias.subject.text = "the Larnex New Age Cartel";
  alias.object->text = "CLNE";
  const auto full = b.name(EntityType::kOrganization, {"Larnex New Age Cartel"});
  EXPECT_TRUE(Resolved({a.records(), b.records()}).same(cartel, full));
}

TEST(ResolveEntities, LetsAShortGivenNameLeaveTheMiddleNameOut) {
  const std::vector<std::string> names = {"Arendal Bakery", "Harbour Street", "Nedenes"};
  RecordBuilder a = tell_story("a", "2025-08-11", names);
  RecordBuilder b = tell_story("b", "2025-08-12", names);
  const auto full = a.person({"Thomas Erik Moen"});
  const auto brief = b.person({"Tom Moen"});
  const auto brother = b.person({"Jon Moen"});
  const Resolved all({a.records(), b.records()});
  EXPECT_TRUE(all.same(full, brief));
  EXPECT_FALSE(all.same(full, brother));
}

TEST(ResolveEntities, TellsAPetNameFromAnotherOfItsLetter) {
  RecordBuilder a("a");
  const auto james = a.person({"James Moen"});
  const auto jim = a.person({"Jim Moen"});
  EXPECT_TRUE(Resolved({a.records()}).same(james, jim));
  const auto jon = a.person({"Jon Moen"});
  EXPECT_FALSE(Resolved({a.records()}).same(james, jon));
}

TEST(ResolveEntities, JoinsNamesThatPutOneThingOtherwise) {
  RecordBuilder a("a"), b("b");
  const auto navy = a.name(EntityType::kOrganization, {"US Navy"});
  const auto same_navy = b.name(EntityType::kOrganization, {"United States Navy"});
  const auto other_navy = b.name(EntityType::kOrganization, {"Navy of Peru"});
  const auto ministry = a.name(EntityType::kOrganization, {"Peruvian Defence Ministry"});
  const auto same_ministry = b.name(EntityType::kOrganization, {"Ministry of Defence of Peru"});
  const auto department = a.name(EntityType::kOrganization, {"Department of State"});
  const auto same_department = b.name(EntityType::kOrganization, {"State Department"});
  const auto university = a.name(EntityType::kOrganization, {"University of Callao"});
  const auto other_university = b.name(EntityType::kOrganization, {"Callao University"});
  const Resolved all({a.records(), b.records()});
  EXPECT_TRUE(all.same(navy, same_navy));
  EXPECT_FALSE(all.same(navy, other_navy));
  EXPECT_TRUE(all.same(ministry, same_ministry));
  EXPECT_TRUE(all.same(department, same_department));
  EXPECT_FALSE(all.same(university, other_university));
}

TEST(ResolveEntities, KnowsOtherNamesOfPlaces) {
  RecordBuilder a("a"), b("b");
  const auto strip = a.name(EntityType::kPlace, {"Gaza Strip"});
  const auto brief = b.name(EntityType::kPlace, {"Gaza"});
  const auto city = b.name(EntityType::kPlace, {"Gaza City"});
  const Resolved all({a.records(), b.records()});
  EXPECT_TRUE(all.same(strip, brief));
  EXPECT_FALSE(all.same(strip, city));
}

TEST(ResolveEntities, TakesANameInCapitalsForOne) {
  RecordBuilder a("a"), b("b"), c("c");
  const auto name = a.name(EntityType::kOrganization, {"Blue Cross Union"});
  const auto described = b.described(EntityType::kOrganization, {"Blue Cross Union in the north"});
  const auto office = c.person({"Peruvian President"});
  const auto same_office = a.person({"Peruvian President"});
  const Resolved all({a.records(), b.records(), c.records()});
  EXPECT_TRUE(all.same(name, described));
  EXPECT_FALSE(all.same(office, same_office));  // whoever that was
}

TEST(ResolveEntities, GivesTheSameClustersInAnyOrder) {
  std::mt19937 random(7);
  for (int world = 0; world < 20; ++world) {
    std::vector<DocumentRecords> documents = random_world(random);
    const Resolved first(documents);
    for (int round = 0; round < 5; ++round) {
      std::shuffle(documents.begin(), documents.end(), random);
      const Resolved again(documents);
      ASSERT_EQ(again.partition(), first.partition());
      ASSERT_EQ(again.merges(), first.merges());
    }
  }
}

TEST(ResolveEntities, NumbersClustersByTheirAnchors) {
  RecordBuilder late("a", "2025-02-02"), early("b", "2025-01-01");
  late.person({"Zoe Novakova"});
  early.person({"Eva Cruz"});
  const Resolution resolution = resolve_entities({late.records(), early.records()}, lexicon());
  EXPECT_EQ(resolution.cluster_of, (std::vector<std::size_t>{1, 0}));
}

/// A document that names the body, and says that it is one of the country's if there is one.
DocumentRecords body_of(const std::string& doc, const std::string& body, const std::string& country,
                        const std::string& text) {
  RecordBuilder records(doc);
  const auto id = records.name(EntityType::kOrganization, {body});
  if (!country.empty()) {
    const auto of = records.name(EntityType::kPlace, {country});
    records.triple(id, "of", of, TripleKind::kCompound).subject.text = text;
  }
  return records.records();
}

TEST(ResolveEntities, KeepsBodiesOfSeveralCountriesApart) {
  const std::string name = "Supreme Court";
  const Resolved resolved({body_of("a", name, "Peru", "the Peruvian Supreme Court"),
                           body_of("b", name, "Chile", "the Chilean Supreme Court"),
                           body_of("c", name, "Ghana", "the Ghanaian Supreme Court"),
                           body_of("d", name, "Peru", "the Peruvian Supreme Court")});
  EXPECT_TRUE(resolved.same("a#e0", "d#e0"));
  EXPECT_FALSE(resolved.same("a#e0", "b#e0"));
}

TEST(ResolveEntities, JoinsALongNameWithAndWithoutTheOnlyCountryThatHasOne) {
  const auto named = [](const char* doc, const std::string& name) {
    RecordBuilder records(doc);
    records.name(EntityType::kOrganization, {name});
    return records.records();
  };
  const auto are_one = [&](const std::string& body, const std::string& other) {
    return Resolved({named("a", "Peruvian " + body), named("b", "Peruvian " + body),
                     named("c", other + body), named("d", body)})
        .same("a#e0", "d#e0");
  };
  EXPECT_TRUE(are_one("Swift Lance Command", ""));
  EXPECT_FALSE(are_one("Swift Lance Command", "Chilean "));
  EXPECT_FALSE(are_one("Ministry of Defence", ""));
  // Two words, if one means nothing else.
  EXPECT_TRUE(are_one("Larnex Force", ""));
  // told once, it may be another's
  EXPECT_FALSE(
      Resolved({named("a", "Peruvian Swift Lance Command"), named("b", "Swift Lance Command")})
          .same("a#e0", "b#e0"));
}

TEST(ResolveEntities, LeavesALongNameToTheCountryThatItsDocumentIsAbout) {
  const auto named = [](const char* doc, const std::string& name, const std::string& country) {
    RecordBuilder records(doc);
    const auto id = records.name(EntityType::kOrganization, {name});
    if (!country.empty()) records.triple(records.name(EntityType::kPlace, {country}), "saw", id);
    return records.records();
  };
  const auto are_one = [&](const std::string& country) {
    return Resolved({named("a", "Peruvian Swift Lance Command", {}),
                     named("b", "Peruvian Swift Lance Command", {}),
                     named("c", "Swift Lance Command", country)})
        .same("a#e0", "c#e0");
  };
  EXPECT_TRUE(are_one("Peru"));
  EXPECT_FALSE(are_one("Chile"));
}

TEST(ResolveEntities, TakesNoHomeFromWhatIsOnlyDescribed) {
  const std::string name = "Swift Lance Forces";
  const Resolved resolved({body_of("a", name, "Peru", "Peruvian forces"),
                           body_of("b", name, "Chile", "Chilean border forces"),
                           body_of("c", name, "Ghana", "Ghanaian forces"),
                           body_of("d", name, {}, {})});
  EXPECT_TRUE(resolved.same("a#e0", "b#e0"));
  EXPECT_TRUE(resolved.same("a#e0", "d#e0"));
}

TEST(ResolveEntities, DoubtsAFewHomesOfManyDocuments) {
  const std::string name = "Swift Lance Forces";
  std::vector<DocumentRecords> documents = {
      body_of("a", name, "Peru", "the Peruvian Swift Lance Forces"),
      body_of("b", name, "Chile", "the Chilean Swift Lance Forces"),
      body_of("c", name, "Ghana", "the Ghanaian Swift Lance Forces")};
  for (char doc = 'd'; doc <= 'z'; ++doc) {
    documents.push_back(body_of(std::string(1, doc), name, {}, {}));
  }
  EXPECT_TRUE(Resolved(documents).same("d#e0", "z#e0"));
}

TEST(ResolveEntities, KeepsPlacesOfOneNameInTwoCountriesApart) {
  const auto put = [](RecordBuilder& document, const std::string& place, const char* country) {
    const auto around = document.name(EntityType::kPlace, {country});
    document.put_in(place, around);
  };
  RecordBuilder a("a"), b("b"), c("c"), d("d");
  const auto chile = a.name(EntityType::kPlace, {"Los Andes"});
  put(a, chile, "Chile");
  const auto peru = b.name(EntityType::kPlace, {"Los Andes"});
  put(b, peru, "Peru");
  const auto also_peru = c.name(EntityType::kPlace, {"Los Andes"});
  put(c, also_peru, "Peru");
  const auto somewhere = d.name(EntityType::kPlace, {"Los Andes"});
  const Resolved resolved({a.records(), b.records(), c.records(), d.records()});
  EXPECT_FALSE(resolved.same(chile, peru));
  EXPECT_TRUE(resolved.same(peru, also_peru));
  EXPECT_TRUE(resolved.same(peru, somewhere)) << "most documents have it there";
}

TEST(ResolveEntities, PutsWhatLiesInAPartOfACountryInTheCountry) {
  RecordBuilder a("a"), b("b");
  const auto x = a.name(EntityType::kPlace, {"Kirkby"});
  const auto county = a.name(EntityType::kPlace, {"Merseyside"});
  const auto england = a.name(EntityType::kPlace, {"England"});
  a.put_in(x, county);
  a.put_in(county, england);
  const auto y = b.name(EntityType::kPlace, {"Kirkby"});
  const auto britain = b.name(EntityType::kPlace, {"United Kingdom"});
  b.put_in(y, britain);
  EXPECT_TRUE(Resolved({a.records(), b.records()}).same(x, y));
}

TEST(ResolveEntities, JoinsPlacesByTheirNameAndKindAcrossDocuments) {
  RecordBuilder a("a"), b("b"), c("c");
  const auto x = a.described(EntityType::kPlace, {"Callao province"});
  const auto y = b.described(EntityType::kPlace, {"Callao province"});
  const auto other = c.described(EntityType::kPlace, {"northern Callao province"});
  const auto vague = b.described(EntityType::kPlace, {"Peruvian province"});
  const auto also_vague = c.described(EntityType::kPlace, {"Peruvian province"});
  const Resolved resolved({a.records(), b.records(), c.records()});
  EXPECT_TRUE(resolved.same(x, y));
  EXPECT_FALSE(resolved.same(x, other));
  EXPECT_FALSE(resolved.same(vague, also_vague));
}

TEST(ResolveEntities, TakesAPhraseWithAnotherBesideItForMore) {
  const auto joined = [](const std::string& longer) {
    RecordBuilder a("a");
    const auto brief = a.described(EntityType::kObject, {"two flats in Skien"});
    const auto full = a.described(EntityType::kObject, {longer});
    a.entity(brief).first = {0, 18};
    a.entity(full).first = {0, longer.size()};
    return Resolved({a.records()}).same(brief, full);
  };
  EXPECT_TRUE(joined("two flats in Skien with a view"));
  EXPECT_FALSE(joined("two flats in Skien and a villa"));
}

TEST(ResolveEntities, KeepsWhatStandsSideBySideApart) {
  const auto joined = [](const std::string& link) {
    RecordBuilder a("a");
    const auto left = a.name(EntityType::kOrganization, {"Larnex"});
    const auto right = a.name(EntityType::kOrganization, {"Larnex Holdings"});
    a.entity(right).first = {0, 15};
    a.entity(left).first = {15 + link.size(), 21 + link.size()};
    TripleRecord& triple = a.literal(right, "left", "early");
    triple.sentence.text = "Larnex Holdings" + link + "Larnex left early.";
    triple.sentence.range = {0, triple.sentence.text.size()};
    return Resolved({a.records()}).same(left, right);
  };
  EXPECT_TRUE(joined(" left, and "));
  EXPECT_FALSE(joined(" and "));
}

TEST(ResolveEntities, BelievesAFamilyNameMoreThanAPronoun) {
  const auto joined = [](const std::string& brief) {
    RecordBuilder a("a");
    const auto full = a.person({"Zoe Moen"});
    const auto family = a.person({brief});
    a.entity(full).gender = "fem";
    a.entity(family).gender = "masc";
    return Resolved({a.records()}).same(full, family);
  };
  EXPECT_TRUE(joined("Moen"));
  EXPECT_FALSE(joined("Mr Moen"));
  EXPECT_FALSE(joined("Ada Moen"));
}

/// A document that puts the first of the places in the next, and so on; the first is returned.
std::string chain_of(RecordBuilder& document, const std::vector<std::string>& places) {
  std::string first;
  std::string inner;
  for (const std::string& place : places) {
    const std::string outer = document.name(EntityType::kPlace, {place});
    if (!inner.empty()) document.put_in(inner, outer);
    if (first.empty()) first = outer;
    inner = outer;
  }
  return first;
}

TEST(ResolveEntities, KnowsWhichCountryAStateOrProvinceIsOf) {
  RecordBuilder a("a"), b("b"), c("c"), d("d");
  const auto west = chain_of(a, {"Larnex", "California"});
  const auto north = chain_of(b, {"Larnex", "Ontario"});
  const auto told = chain_of(c, {"Larnex", "Sonoma", "United States"});
  const auto in_canada = chain_of(d, {"Larnex", "Canada"});
  const Resolved resolved({a.records(), b.records(), c.records(), d.records()});
  EXPECT_TRUE(resolved.same(west, told));
  EXPECT_TRUE(resolved.same(north, in_canada));
  EXPECT_FALSE(resolved.same(west, north));
}

TEST(ResolveEntities, KeepsTownsOfOneNameInTwoStatesApart) {
  RecordBuilder a("a"), b("b"), c("c"), d("d");
  const auto west = chain_of(a, {"Larnex", "Moen County", "Oregon"});
  const auto east = chain_of(b, {"Larnex", "Maine"});
  const auto brief = chain_of(c, {"Larnex", "Ore."});
  const auto also_east = chain_of(d, {"Larnex", "Maine", "United States"});
  const Resolved resolved({a.records(), b.records(), c.records(), d.records()});
  EXPECT_TRUE(resolved.same(west, brief));
  EXPECT_TRUE(resolved.same(east, also_east));
  EXPECT_FALSE(resolved.same(west, east));
}

TEST(ResolveEntities, TellsAStateFromTheCountryOfItsName) {
  RecordBuilder a("a"), b("b"), c("c"), d("d");
  const auto state = chain_of(a, {"Georgia", "United States"});
  chain_of(b, {"Atlanta", "Georgia"});
  const std::string by_town = "b#e1";
  const auto country = c.name(EntityType::kPlace, {"Georgia"});
  const auto people = d.adjective("Georgian");
  const Resolved resolved({a.records(), b.records(), c.records(), d.records()});
  EXPECT_TRUE(resolved.same(country, people));
  EXPECT_TRUE(resolved.same(state, by_town));
  EXPECT_FALSE(resolved.same(state, country));
}

}  // namespace
}  // namespace relata

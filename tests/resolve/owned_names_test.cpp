// Names with and without their country, owner or place, and acronyms of them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "relata/resolve/name.hpp"
#include "resolve/front_acronyms.hpp"
#include "resolve/record_builder.hpp"
#include "resolve/resolved.hpp"

namespace relata {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

DocumentRecords named(const std::string& doc, EntityType type, const std::string& name) {
  RecordBuilder records(doc);
  records.name(type, {name});
  return records.records();
}

/// Whether two documents' names of one type are one node.
bool are_one(EntityType type, const std::string& a, const std::string& b) {
  return Resolved({named("a", type, a), named("b", type, b)}).same("a#e0", "b#e0");
}

ParsedName place(const std::string& name) {
  return parse_name(name, EntityType::kPlace, lexicon());
}

TEST(ParseName, TakesWhosePlaceItIsForWhereItLies) {
  const ParsedName owned = place("Peru's Larnex Region");
  EXPECT_THAT(owned.words, ElementsAre("larnex", "region"));
  EXPECT_EQ(owned.inside, "Peru");
  EXPECT_EQ(place("Larnex Region of Peru").words, owned.words);
  EXPECT_EQ(place("Larnex Region of Peru").inside, "Peru");
  EXPECT_EQ(place("Skien’s Larnex Region").words, owned.words);
  EXPECT_EQ(place("Larnex Region of the United States").words, owned.words);
  EXPECT_THAT(place("Skien's Larnex Region").inside, IsEmpty());
  EXPECT_THAT(place("the Peruvian province of Larnex").words, ElementsAre("larnex"));
}

TEST(ParseName, LeavesWhatIsPartOfThePlacesName) {
  EXPECT_THAT(place("Peru's Green Islands").words, ElementsAre("peru", "green", "islands"));
  EXPECT_THAT(place("Gulf of Mexico").words, ElementsAre("gulf", "of", "mexico"));
  EXPECT_THAT(place("Queen's Larnex").words, ElementsAre("queen", "larnex"));
  EXPECT_THAT(place("Southern Region of Peru").words,
              ElementsAre("southern", "region", "of", "peru"));
  EXPECT_THAT(place("Larnex borough of Skien").words, ElementsAre("larnex", "borough"));
}

TEST(ParseName, DropsWhatIsWrittenSmallInFrontOfAThing) {
  const auto thing = [](const std::string& name) {
    return parse_name(name, EntityType::kOrganization, lexicon()).words;
  };
  EXPECT_THAT(thing("superyacht Larnex"), ElementsAre("larnex"));
  EXPECT_THAT(thing("annual Larnex Conference"), ElementsAre("larnex", "conference"));
  EXPECT_THAT(thing("larnex Group"), ElementsAre("larnex", "group"));
  EXPECT_EQ(thing("«»").size(), 1U);
  EXPECT_THAT(thing("iLarnex Nano"), ElementsAre("ilarnex", "nano"));
  EXPECT_THAT(thing("parliament of Skien"), ElementsAre("parliament", "of", "skien"));
  EXPECT_THAT(thing("12th Skien Congress"), ElementsAre("12th", "skien", "congress"));
}

TEST(ParseName, DropsTheArabicArticleOfThings) {
  const auto words = [](const std::string& name, EntityType type) {
    return parse_name(name, type, lexicon()).words;
  };
  EXPECT_THAT(words("Al Larnexa", EntityType::kOrganization), ElementsAre("larnexa"));
  EXPECT_THAT(words("Al-Larnexa", EntityType::kOrganization), ElementsAre("larnexa"));
  EXPECT_THAT(words("Al Moen", EntityType::kPerson), ElementsAre("al", "moen"));
  EXPECT_EQ(fold_words("Al Larnexa militants"), fold_words("Al-Larnexa militants"));
}

TEST(NamesByFront, AreThoseWithTheInitialsOfTheirFirstWords) {
  const auto fronts = [](const std::string& name) {
    return names_by_front(parse_name(name, EntityType::kOrganization, lexicon()));
  };
  EXPECT_THAT(fronts("LNA Navy"), ElementsAre("lna navy"));
  EXPECT_THAT(fronts("Peruvian LNA Navy"), ElementsAre("lna navy"));
  EXPECT_THAT(fronts("Larnex Northern Authority Navy"), ElementsAre("lna navy"));
  EXPECT_THAT(fronts("Bureau of Larnex Roads Academy"), ElementsAre("blr academy"));
  for (const char* name : {"LNA", "LN Navy", "LNA USA", "M23 Front", "Larnex Navy"}) {
    EXPECT_THAT(fronts(name), IsEmpty()) << name;
  }
}

TEST(ResolveEntities, JoinsANameWhoseFrontIsAnAcronymOfTheOthers) {
  constexpr EntityType kBody = EntityType::kOrganization;
  EXPECT_TRUE(are_one(kBody, "LNA Navy", "Larnex Northern Authority Navy"));
  EXPECT_TRUE(are_one(kBody, "LNA Navy", "Peru's Larnex Northern Authority Navy"));
  EXPECT_FALSE(are_one(kBody, "LNA Navy", "Larnex Northern Army Air Force"));
  EXPECT_FALSE(are_one(kBody, "LNA Navy", "Larnex Northern Authority"));
}

TEST(ResolveEntities, JoinsANameBehindItsOwner) {
  constexpr EntityType kBody = EntityType::kOrganization;
  EXPECT_TRUE(are_one(kBody, "Skien's Larnex Force", "Larnex Force"));
  EXPECT_TRUE(are_one(kBody, "Peru's Larnexo", "Larnexo"));
  EXPECT_TRUE(are_one(kBody, "Zoe Orel's Larnex Party", "Larnex Party"));
  EXPECT_TRUE(are_one(kBody, "Zoe Orel's Office of Harbour Affairs", "Office of Harbour Affairs"));
  EXPECT_TRUE(are_one(EntityType::kPlace, "Skien's Larnex Region", "Larnex Region"));
  // "Women's World Cup" is no World Cup of women, and "Peru's Supreme Court" one of many.
  EXPECT_FALSE(are_one(EntityType::kEvent, "Women's Larnex Cup", "Larnex Cup"));
  EXPECT_FALSE(are_one(EntityType::kEvent, "LNX Women's Larnex Cup", "Larnex Cup"));
  EXPECT_FALSE(are_one(kBody, "Skien's Office of Harbour Affairs", "Office of Harbour Affairs"));
  EXPECT_FALSE(are_one(kBody, "Skien's High Court", "High Court"));
  EXPECT_FALSE(are_one(kBody, "Peru's Supreme Court", "Supreme Court"));
}

TEST(ResolveEntities, KeepsPlacesOfTwoOwningCountriesApart) {
  const Resolved resolved({named("a", EntityType::kPlace, "Peru's Larnex Region"),
                           named("b", EntityType::kPlace, "Chile's Larnex Region")});
  EXPECT_FALSE(resolved.same("a#e0", "b#e0"));
}

TEST(ResolveEntities, ReadsLongAcronymsThatNoDocumentSpellsOut) {
  constexpr EntityType kBody = EntityType::kOrganization;
  EXPECT_TRUE(are_one(kBody, "Baltic Union for Fisheries, Fleets and Trawlers", "BUFFT"));
  EXPECT_FALSE(are_one(kBody, "Baltic Fisheries Council", "BFC")) << "three letters are many's";
}

TEST(ResolveEntities, ReadsAnAcronymThatLeavesOutTheCountry) {
  RecordBuilder a("a");
  const auto full = a.name(EntityType::kOrganization, {"Peru's Larnex Workers Union"});
  const auto brief = a.name(EntityType::kOrganization, {"LWU"});
  EXPECT_TRUE(Resolved({a.records()}).same(full, brief));
}

TEST(ResolveEntities, LeavesATownWithTheNameOfAnotherElsewhere) {
  // "Bida" is an old name of Doha, and a town of another country.
  const auto are_one = [](const char* country) {
    RecordBuilder a("a"), b("b");
    const auto bida = a.name(EntityType::kPlace, {"Bida"});
    if (country != nullptr) {
      const auto around = a.name(EntityType::kPlace, {country});
      a.put_in(bida, around);
    }
    const auto doha = b.name(EntityType::kPlace, {"Doha"});
    return Resolved({a.records(), b.records()}).same(bida, doha);
  };
  EXPECT_TRUE(are_one(nullptr));
  EXPECT_FALSE(are_one("Nigeria"));
}

TEST(ResolveEntities, AsksForHomesOfTheNameThatIsShared) {
  // A body that was once called by the short name joins none of the others that have it.
  std::vector<DocumentRecords> documents = {
      named("a", EntityType::kOrganization, "Peruvian House of Envoys"),
      named("b", EntityType::kOrganization, "Chilean House of Envoys"),
      named("c", EntityType::kOrganization, "Ghanaian House of Envoys"),
      named("d", EntityType::kOrganization, "House of Envoys"),
      named("e", EntityType::kOrganization, "House of Envoys")};
  RecordBuilder regional("f");
  const auto body =
      regional.name(EntityType::kOrganization, {"Regional House of Envoys", "House of Envoys"});
  documents.push_back(regional.records());
  const Resolved resolved(documents);
  EXPECT_FALSE(resolved.same("d#e0", "e#e0"));
  EXPECT_FALSE(resolved.same("d#e0", body));
}

TEST(UnitedNations, ItsBodiesGoByTheirOwnNames) {
  const EntityType body = EntityType::kOrganization;
  EXPECT_TRUE(are_one(body, "United Nations Skien Food Fund", "Skien Food Fund"));
  EXPECT_TRUE(are_one(body, "UN Skien Food Fund", "Skien Food Fund"));
  EXPECT_FALSE(are_one(body, "United Nations Food Fund", "Food Fund"));
}

TEST(NameWithoutItsCountry, IsTheCountrysWhereMostTextsHaveItThere) {
  const auto document = [](const char* doc, const std::string& name, const std::string& country) {
    RecordBuilder records(doc);
    records.name(EntityType::kOrganization, {name});
    if (!country.empty()) records.entity(records.name(EntityType::kPlace, {country})).mentions = 9;
    return records.records();
  };
  const auto are_one = [&](const char* country, const std::string& name) {
    return Resolved({document("a", "Peruvian " + name, ""), document("b", name, country),
                     document("c", name, country)})
        .same("a#e0", "b#e0");
  };
  EXPECT_TRUE(are_one("Peru", "Skien Force"));
  EXPECT_FALSE(are_one("Chile", "Skien Force"));
  EXPECT_TRUE(are_one("", "Skien Force"));
  EXPECT_FALSE(are_one("", "Skienbund")) << "may be that of a larger body";
  EXPECT_TRUE(are_one("Peru", "Ministry of Roads"));
  EXPECT_FALSE(are_one("Chile", "Ministry of Roads"));
  EXPECT_FALSE(are_one("Peru", "Jobs"));
}

TEST(ResolveEntities, JoinsARoyalBodyWithItsCountrys) {
  EXPECT_TRUE(are_one(EntityType::kOrganization, "Royal Danish Navy", "Danish Navy"));
  EXPECT_FALSE(are_one(EntityType::kOrganization, "Royal Danish Navy", "Royal Navy"));
  EXPECT_FALSE(are_one(EntityType::kOrganization, "Royal Danish Navy", "Royal Thai Navy"));
}

/// Whether one document's two bodies of these names are one.
bool are_one_body(const std::string& a, const std::string& b) {
  RecordBuilder records("a");
  const auto left = records.name(EntityType::kOrganization, {a});
  const auto right = records.name(EntityType::kOrganization, {b});
  return Resolved({records.records()}).same(left, right);
}

TEST(ResolveEntities, JoinsAPartOfTheCompassWithItsDivision) {
  constexpr EntityType kPlace = EntityType::kPlace;
  EXPECT_TRUE(are_one(kPlace, "South Larnex", "South Larnex Province"));
  EXPECT_TRUE(are_one(kPlace, "Upper Larnex", "Upper Larnex State"));
  // A town, and the province around it; a sea is no part of what its name begins with.
  EXPECT_FALSE(are_one(kPlace, "Larnex", "Larnex Province"));
  EXPECT_FALSE(are_one(kPlace, "Southampton Larnex", "Southampton Larnex Province"));
  EXPECT_FALSE(are_one(kPlace, "South Larnex", "South Larnex Sea"));
}

/// Whether "Larnex" of a document where `puts` says what lies in what, outermost last, is another
/// document's "Larnex Oblast".
bool is_division(const std::vector<std::string>& puts, const std::string& whole = "Larnex Oblast") {
  RecordBuilder a("a");
  std::string inner, larnex;
  for (const std::string& name : puts) {
    const std::string outer = a.name(EntityType::kPlace, {name});
    if (name == "Larnex") larnex = outer;
    if (!inner.empty()) a.put_in(inner, outer);
    inner = outer;
  }
  return Resolved({a.records(), named("b", EntityType::kPlace, whole)}).same(larnex, "b#e0");
}

TEST(ResolveEntities, TakesWhatTownsAreInForADivision) {
  EXPECT_TRUE(is_division({"Skien", "Larnex"}));
  EXPECT_FALSE(is_division({"Larnex", "Peru"})) << "may be a town";
  EXPECT_FALSE(is_division({"Skien", "Larnex"}, "Larnex Island"));
  EXPECT_FALSE(is_division({"Skien", "Larnex"}, "Larnex County")) << "of another state";
  EXPECT_FALSE(is_division({"Skien", "Larnex", "Larnex Oblast"})) << "a part of a town";
}

TEST(ResolveEntities, JoinsABroadcasterWithItsNews) {
  EXPECT_TRUE(are_one_body("LNX", "LNX News"));
  EXPECT_FALSE(are_one_body("LNX", "LNX Navy"));
  EXPECT_FALSE(are_one_body("LNX", "SKN News"));
}

TEST(ParseName, SpellsOutWhatHeadlinesShorten) {
  const auto body = [](const std::string& name) {
    return parse_name(name, EntityType::kOrganization, lexicon()).words;
  };
  EXPECT_EQ(body("Skien Dept. of Roads"), body("Skien Department of Roads"));
  EXPECT_THAT(fold_words("Larnex gov't"), ElementsAre("larnex", "government"));
}

TEST(ResolveEntities, JoinsAThingsNameWithoutItsInitial) {
  constexpr EntityType kObject = EntityType::kObject;
  EXPECT_TRUE(are_one(kObject, "LNX Ana M. Orel", "LNX Ana Orel"));
  EXPECT_FALSE(are_one(kObject, "LNX Ana M. Orel", "LNX Ana B. Orel"));
  EXPECT_FALSE(are_one(kObject, "Larnex B", "Larnex"));
}

TEST(ResolveEntities, TakesAPlaceWithItsCountryForThatOfTheName) {
  const auto are_one = [](const char* country) {
    RecordBuilder a("a");
    const auto bare = a.name(EntityType::kPlace, {"Eastern Province"});
    const auto around = a.name(EntityType::kPlace, {country});
    a.put_in(bare, around);
    return Resolved({a.records(), named("b", EntityType::kPlace, "Eastern Province of Peru")})
        .same(bare, "b#e0");
  };
  EXPECT_TRUE(are_one("Peru"));
  EXPECT_FALSE(are_one("Chile"));
}

/// Whether what one document describes by `phrase` is what another calls `name`.
bool is_written_small(EntityType type, const std::string& phrase, const std::string& name) {
  RecordBuilder a("a");
  const auto small = a.described(type, {phrase});
  return Resolved({a.records(), named("b", type, name)}).same(small, "b#e0");
}

TEST(ResolveEntities, JoinsANameWithTheSameWordsWrittenSmall) {
  EXPECT_TRUE(is_written_small(EntityType::kOrganization, "Larnex health ministry",
                               "Larnex Health Ministry"));
  EXPECT_TRUE(
      is_written_small(EntityType::kPlace, "Larnex province in the north", "Larnex Province"));
  EXPECT_FALSE(is_written_small(EntityType::kOrganization, "health ministry", "Health Ministry"));
}

TEST(ResolveEntities, JoinsTheArmedForcesWithTheMilitaryOfACountry) {
  constexpr EntityType kBody = EntityType::kOrganization;
  EXPECT_TRUE(is_written_small(kBody, "Peruvian military", "Peruvian Armed Forces"));
  EXPECT_TRUE(is_written_small(kBody, "Peruvian armed forces", "Armed Forces of Peru"));
  EXPECT_FALSE(is_written_small(kBody, "Peruvian military", "Chilean Armed Forces"));
  EXPECT_FALSE(is_written_small(kBody, "Peruvian military", "Peruvian Air Force"));
  EXPECT_FALSE(is_written_small(kBody, "former Peruvian military", "Peruvian Armed Forces"));
}

TEST(ResolveEntities, JoinsPlacesByNameWhereverTheyAreSaidToBe) {
  const auto are_one = [](EntityType type, const std::string& x, EntityType other,
                          const std::string& y) {
    RecordBuilder a("a"), b("b");
    const auto left = a.described(type, {x});
    const auto right = b.described(other, {y});
    return Resolved({a.records(), b.records()}).same(left, right);
  };
  constexpr EntityType kPlace = EntityType::kPlace;
  EXPECT_TRUE(are_one(kPlace, "Larnex province", kPlace, "Larnex province, Peru"));
  EXPECT_TRUE(
      are_one(kPlace, "Larnex and Skien province", kPlace, "Larnex and Skien province in Peru"));
  EXPECT_FALSE(are_one(kPlace, "Larnex province", kPlace, "Skien province, Peru"));
  EXPECT_FALSE(
      are_one(EntityType::kObject, "Larnex tractor", EntityType::kObject, "Larnex tractor"));
}

TEST(ResolveEntities, JoinsANameWrittenSmallWithoutItsCountry) {
  const auto joined = [](const std::string& phrase) {
    RecordBuilder records("a");
    const auto named = records.name(EntityType::kWork, {"Peruvian National Harbour Study"});
    const auto small = records.described(EntityType::kOrganization, {phrase});
    return Resolved({records.records()}).same(named, small);
  };
  EXPECT_TRUE(joined("National Harbour study"));
  EXPECT_FALSE(joined("Harbour study"));
}

}  // namespace
}  // namespace relata

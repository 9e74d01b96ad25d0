#include "resolve/sentence_country.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "relata/resolve/resolution.hpp"
#include "resolve/document_fixture.hpp"
#include "resolve/resolved.hpp"

namespace relata {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

std::set<std::string> countries(const char* text) { return countries_in(text, lexicon()); }

TEST(CountriesIn, TakesNamesAdjectivesAndInhabitants) {
  EXPECT_THAT(countries("Peruvian police said Chileans left the Democratic Republic of the Congo"),
              testing::SizeIs(3));
  EXPECT_THAT(countries("the U.S. and the United States"), ElementsAre("United States"));
}

TEST(CountriesIn, LeavesGivenNamesAndContinents) {
  EXPECT_THAT(countries("Jordan Skienberg spoke"), IsEmpty());
  EXPECT_THAT(countries("Jordan's King spoke"), ElementsAre("Jordan"));
  EXPECT_THAT(countries("ships from South America and Latin America"), IsEmpty());
  EXPECT_THAT(countries("let us go, said the turkey"), IsEmpty());
}

/// Whether "the country" behind `before` is Peru.
bool is_peru(const std::string& before, const std::string& text = "country") {
  DocumentFixture document;
  const auto peru = document.records().name(EntityType::kPlace, {"Peru"});
  document.records().name(EntityType::kPlace, {"Chile"});
  const auto some = document.described(EntityType::kPlace, text, before, 1);
  const auto pairs = document.pairs(find_sentence_countries);
  return !pairs.empty() && pairs == std::vector{std::pair(peru, some)};
}

TEST(FindSentenceCountries, GivesTheCountryTheOnlyOneBeforeIt) {
  EXPECT_TRUE(is_peru("Peruvian police seized ships in the "));
  EXPECT_TRUE(is_peru("Peru and the Peruvian navy left the ", "nation"));
}

TEST(FindSentenceCountries, LeavesItWhereThereAreTwoOrMoreIsSaid) {
  EXPECT_FALSE(is_peru("Peruvian police found Chileans in the "));
  EXPECT_FALSE(is_peru("Ships left the "));
  EXPECT_FALSE(is_peru("Peruvian police went to a "));
  EXPECT_FALSE(is_peru("Peruvian police went to the ", "neighbouring country"));
}

TEST(SentenceCountry, IsNotAskedWhereADocumentIsAboutOneCountry) {
  const auto country = [](std::size_t mentions) {
    DocumentFixture document;
    const auto chile = document.records().name(EntityType::kPlace, {"Chile"});
    document.records().entity(chile).mentions = mentions;
    document.records().name(EntityType::kPlace, {"Peru"});
    std::vector<EntityProfile> profiles;
    for (const EntityRecord& record : document.records().records().entities) {
      profiles.push_back(profile_of(record, lexicon()));
    }
    RecordBuilder body("a");
    profiles.push_back(profile_of(
        body.entity(body.name(EntityType::kOrganization, {"Board of Roads"})), lexicon()));
    set_main_country(profiles);
    std::vector<FirstPhrase> phrases(profiles.size());
    phrases.back().text = "Board of Roads";
    phrases.back().after = " bought Peruvian ships.";
    set_sentence_countries(phrases, lexicon(), profiles);
    return profiles.back().sentence_country.str();
  };
  EXPECT_EQ(country(1), "Peru");
  EXPECT_EQ(country(5), "");
}

TEST(SentenceCountry, TellsBodiesOfOneNameApart) {
  // "Board of Roads" of Peru and of Chile, told once each by the sentence alone.
  const auto document = [](const char* doc, const char* text, std::string& id, bool owned) {
    RecordBuilder records(doc);
    id = records.name(EntityType::kOrganization, {"Board of Roads"});
    const auto country =
        records.name(EntityType::kPlace, {owned ? text : std::string("Town ") + doc});
    TripleRecord& triple = owned ? records.triple(country, "has", id, TripleKind::kPossessive)
                                 : records.triple(id, "spoke in", country);
    if (!owned) {
      triple.sentence.text = std::string("Board of Roads, a ") + text + " body, spoke.";
      records.entity(id).first = {0, 14};
      triple.sentence.range = {0, triple.sentence.text.size()};
    }
    return records.records();
  };
  std::string peru, peru_too, chile, chile_too, by_peruvian, by_chilean, by_nobody;
  const std::vector<DocumentRecords> documents = {document("a", "Peru", peru, true),
                                                  document("b", "Peru", peru_too, true),
                                                  document("c", "Chile", chile, true),
                                                  document("d", "Chile", chile_too, true),
                                                  document("e", "Peruvian", by_peruvian, false),
                                                  document("f", "Chilean", by_chilean, false),
                                                  document("g", "roads", by_nobody, false)};
  const ClustersById clusters(documents, resolve_entities(documents, lexicon()));
  EXPECT_TRUE(clusters.same(peru, by_peruvian));
  EXPECT_TRUE(clusters.same(chile, by_chilean));
  EXPECT_TRUE(clusters.same(peru, peru_too));
  EXPECT_FALSE(clusters.same(peru, chile));
  EXPECT_FALSE(clusters.same(peru, by_nobody));
}

}  // namespace
}  // namespace relata

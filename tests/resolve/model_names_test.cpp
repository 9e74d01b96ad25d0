#include "resolve/model_names.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "relata/resolve/name.hpp"
#include "relata/resolve/resolution.hpp"
#include "resolve/document_fixture.hpp"
#include "resolve/resolved.hpp"

namespace relata {
namespace {

TEST(IsDesignation, WantsLettersWithDigitsOrThreeDigitsThatAreNoYear) {
  for (const char* word : {"lx30", "717", "a38", "12345"}) EXPECT_TRUE(is_designation(word));
  for (const char* word : {"30", "1999", "2024", "25th", "1990s", "skua", "x1"}) {
    EXPECT_FALSE(is_designation(word)) << word;
  }
}

ParsedName thing(const char* text) { return parse_name(text, EntityType::kObject, lexicon()); }

TEST(DropsNickname, LeavesVariantsApart) {
  const auto drops = [](const char* brief, const char* full) {
    return drops_nickname(thing(brief), thing(full), lexicon());
  };
  EXPECT_TRUE(drops("Larnex 717", "Larnex 717 Skuaflier"));
  EXPECT_FALSE(drops("Larnex 717", "Larnex 717 Max"));
  EXPECT_FALSE(drops("Larnex 717", "Larnex 717 Tanker"));
  EXPECT_FALSE(drops("Larnex 717", "Larnex 717 ER200"));
  EXPECT_FALSE(drops("Larnex Ferry", "Larnex Ferry Skuaflier"));
}

/// The name that a thing described so, behind `before`, is given; empty if none.
std::string named(const std::string& text, const std::string& before, bool plural = false) {
  DocumentFixture document;
  const std::string id = document.described(EntityType::kObject, text, before, 1);
  document.records().entity(id).number = plural ? "plur" : "sing";
  std::vector<EntityProfile> profiles = {profile_of(document.records().entity(id), lexicon())};
  FirstPhrase phrase;
  phrase.text = text;
  phrase.before = before;
  profiles[0].any = is_any(determiner_of(phrase));
  name_described_models({phrase}, lexicon(), profiles);
  return profiles[0].names.empty() ? "" : profiles[0].names.front().surface;
}

TEST(NameDescribedModels, TakesTheModelOutOfADescriptionOfItself) {
  EXPECT_EQ(named("new Larnex LX30 airliner", "The "), "Larnex LX30");
  EXPECT_EQ(named("LX30 commercial airliner", "the "), "LX30");
  EXPECT_EQ(named("KC-45 tanker", "the "), "KC-45");
  EXPECT_EQ(named("Larnex 717 jet", "the "), "Larnex 717");
}

TEST(NameDescribedModels, LeavesOneOfSeveralAndCounts) {
  EXPECT_EQ(named("Larnex LX30 airliner", "crashed in an "), "");
  EXPECT_EQ(named("final Larnex 717 jet", "the "), "");
  EXPECT_EQ(named("second LX30 airliner", "the "), "");
  EXPECT_EQ(named("Larnex LX30 airliners", "the ", true), "");
  EXPECT_EQ(named("717 passengers", "the "), "");
  EXPECT_EQ(named("Larnex LX30 fleet of Peru", "the "), "");
  EXPECT_EQ(named("Larnex 1999 model", "the "), "");
}

TEST(ModelNames, AreOneAcrossDocumentsWithAndWithoutMakerAndNickname) {
  RecordBuilder a("a"), b("b"), c("c");
  const auto full = a.name(EntityType::kObject, {"Larnex 717 Skuaflier"});
  const auto plain = b.name(EntityType::kObject, {"Larnex 717"});
  const auto brief = c.name(EntityType::kObject, {"717 Skuaflier"});
  const auto other = c.name(EntityType::kObject, {"Larnex 727"});
  const std::vector<DocumentRecords> documents = {a.records(), b.records(), c.records()};
  const ClustersById clusters(documents, resolve_entities(documents, lexicon()));
  EXPECT_TRUE(clusters.same(full, plain));
  EXPECT_TRUE(clusters.same(full, brief));
  EXPECT_FALSE(clusters.same(plain, other));
}

}  // namespace
}  // namespace relata

#include "resolve/capital_names.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "relata/resolve/resolution.hpp"
#include "resolve/record_builder.hpp"
#include "resolve/resolved.hpp"

namespace relata {
namespace {

TEST(NameInCapitals, TakesAWholePhraseOfCapitalsOrItsEnd) {
  const auto name = [](const char* phrase) { return name_in_capitals(phrase, true, lexicon()); };
  EXPECT_EQ(name("Skien Industrial Average"), "Skien Industrial Average");
  EXPECT_EQ(name("Helmet of Callao"), "Helmet of Callao");
  EXPECT_EQ(name("heavy aircraft carrier USS Larnex"), "USS Larnex");
  EXPECT_EQ(name("satellite 2024 YR4"), "2024 YR4");
  for (const char* phrase : {"Skien average", "aircraft carrier Larnex", "head of Larnex Holdings",
                             "Larnex's New Ferry", "Peruvian Forces", "Larnex Holdings, Skien",
                             "6–7", "score 6–7", "Oslo Fire in Skien", "New Ferry that sank"}) {
    EXPECT_EQ(name(phrase), "") << phrase;
  }
  EXPECT_EQ(name_in_capitals("aircraft carrier USS Larnex", false, lexicon()), "");
}

/// A document that describes something so in a sentence.
DocumentRecords described_in(const char* doc, EntityType type, const std::string& before,
                             const std::string& text, const std::string& after) {
  RecordBuilder records(doc, doc[0] == 'a' ? "2025-01-01" : "2025-09-01");
  const auto id = records.described(type, {text});
  records.entity(id).first = {before.size(), before.size() + text.size()};
  TripleRecord& triple = records.literal(id, "was", "seen");
  triple.sentence.text = before + text + after;
  triple.sentence.range = {0, triple.sentence.text.size()};
  return records.records();
}

TEST(NameByCapitals, JoinsWhatIsSoNamedAcrossDocuments) {
  const auto are_one = [](EntityType type, const char* before, const char* text,
                          const char* after) {
    const Resolved resolved({described_in("a", type, before, text, after),
                             described_in("b", type, before, text, after)});
    return resolved.same("a#e0", "b#e0");
  };
  const char* after = " fell sharply yesterday after heavy losses.";
  EXPECT_TRUE(are_one(EntityType::kObject, "The ", "Skien Industrial Average", after));
  EXPECT_FALSE(are_one(EntityType::kObject, "The ", "Skien Industrial Average", " Falls Again"));
  EXPECT_FALSE(are_one(EntityType::kObject, "", "Skien Industrial Average", after));
  EXPECT_FALSE(are_one(EntityType::kObject, "A ", "Skien Industrial Average", after));
  EXPECT_FALSE(are_one(EntityType::kGroup, "The ", "Skien Industrial Workers", after));
  EXPECT_TRUE(are_one(EntityType::kEvent, "The ", "2028 Skien Games", after));
}

}  // namespace
}  // namespace relata

#include "extract/vessel_names.hpp"

#include <gtest/gtest.h>

#include <string>

#include "sentence_lines.hpp"
#include "shipped_lexicon.hpp"

namespace relata {
namespace {

TEST(IsVesselName, TakesTheLettersOfAShip) {
  EXPECT_TRUE(is_vessel_name("USS Larnex", lexicon()));
  EXPECT_TRUE(is_vessel_name("MV Larnex Star", lexicon()));
  for (const char* name : {"USS", "Larnex USS", "MS Larnex", "USS Larnex Strike Group",
                           "SS officers", "USSR Larnex"}) {
    EXPECT_FALSE(is_vessel_name(name, lexicon())) << name;
  }
}

/// The name before the noun, as text; empty if there is none.
std::string name_before(const std::string& noun, const std::string& before_noun = "") {
  const Sentence sentence = sentence_of(
      "the the DET 5 det\nUSS USS PROPN 5 compound\nJo Jo PROPN 5 compound\n"
      "Larnex Larnex PROPN 3 flat\n" +
      (before_noun.empty() ? noun + " " + noun + " NOUN 0 root\n"
                           : before_noun + " " + before_noun + " NOUN 6 compound\n" + noun + " " +
                                 noun + " NOUN 0 root\n"));
  const std::size_t head = sentence.words.size() - 1;
  const Mention mention{0, 0, head, head, MentionType::kObject, MentionForm::kNominal, 0};
  const auto range = vessel_before_noun(sentence, mention, lexicon());
  return range ? text_of(sentence, *range) : std::string();
}

TEST(VesselBeforeNoun, EndsBeforeTheNounOfItsKind) {
  EXPECT_EQ(name_before("frigate"), "USS Jo Larnex");
  EXPECT_EQ(name_before("carrier", "aircraft"), "USS Jo Larnex");
  EXPECT_EQ(name_before("crew"), "");
}

}  // namespace
}  // namespace relata

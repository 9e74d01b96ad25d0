#include "analysis/lemma.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string_view>

#include "relata/core/error.hpp"

namespace relata {
namespace {

TEST(ApplyLemmaScript, CutsAndAppendsInCodePoints) {
  EXPECT_EQ(apply_lemma_script("L;3;y", "Cities"), "city");
  EXPECT_EQ(apply_lemma_script("K;1;", "Goïs"), "Goï");
  EXPECT_EQ(apply_lemma_script("L;1;", "NAÏVEÉ"), "naïve");
}

TEST(ApplyLemmaScript, ChangesCase) {
  EXPECT_EQ(apply_lemma_script("T;2;", "GOITA's"), "Goita");
  EXPECT_EQ(apply_lemma_script("T;0;", "élysée"), "Élysée");
  EXPECT_EQ(apply_lemma_script("K;0;", "McAdam"), "McAdam");
  EXPECT_EQ(apply_lemma_script("L;0;", "İstanbul"), "istanbul");
}

TEST(ApplyLemmaScript, GivesWholeLemmas) { EXPECT_EQ(apply_lemma_script("=be", "Was"), "be"); }

TEST(ApplyLemmaScript, NeverGivesNothing) {
  EXPECT_EQ(apply_lemma_script("L;9;", "abc"), "abc");
  EXPECT_EQ(apply_lemma_script("L;9;x", "abc"), "x");
}

TEST(ApplyLemmaScript, ReadsTheFormInNfc) {
  EXPECT_EQ(apply_lemma_script("L;1;", "Cafe\xCC\x81"), "caf");
  EXPECT_EQ(apply_lemma_script("K;0;s", "Cafe\xCC\x81"), "Cafés");
}

TEST(ChooseVerbLemma, TakesTheFirstThatIsAVerb) {
  const Lexicon lexicon = Lexicon::parse(
      "# relata lexicon 1:\nverb\tdecision\tdecide\nverb\tplan\tplan\n", "lexicon.tsv");
  constexpr std::array<std::string_view, 3> kScripts = {"L;2;", "L;1;", "L;3;"};
  EXPECT_EQ(choose_verb_lemma(kScripts, "Decided", lexicon), "decide");
  EXPECT_EQ(choose_verb_lemma(kScripts, "planned", lexicon), "plan");
  EXPECT_EQ(choose_verb_lemma(kScripts, "blorped", lexicon), "blorp");
}

TEST(ChooseVerbLemma, PassesOverVerbsThatAreNotSpelledSo) {
  const Lexicon lexicon = Lexicon::parse(
      "# relata lexicon 1:\nverb\tfee\tfeed\nverb\tfin\tfin\nverb\tfine\tfine\nverb\tplan\tplan\n"
      "verb\tplant\tplant\nverb\tvisit\tvisit\n",
      "lexicon.tsv");
  constexpr std::array<std::string_view, 4> kScripts = {"L;0;", "L;3;", "L;2;", "L;1;"};
  EXPECT_EQ(choose_verb_lemma(kScripts, "Fined", lexicon), "fine");
  EXPECT_EQ(choose_verb_lemma(kScripts, "planted", lexicon), "plant");
  EXPECT_EQ(choose_verb_lemma(kScripts, "planned", lexicon), "plan");
  EXPECT_EQ(choose_verb_lemma(kScripts, "visited", lexicon), "visit");
  constexpr std::array<std::string_view, 2> kIrregular = {"L;2;ed", "L;2;eed"};
  EXPECT_EQ(choose_verb_lemma(kIrregular, "fed", lexicon), "feed");
  EXPECT_EQ(choose_verb_lemma(kScripts, "feed", lexicon), "feed");
}

TEST(ChooseVerbLemma, SpellsWhatNoScriptGives) {
  const Lexicon lexicon = Lexicon::parse(
      "# relata lexicon 1:\nbase\theadquarter\t\nbase\tship\t\nbase\ttrade\t\n", "lexicon.tsv");
  constexpr std::array<std::string_view, 1> kScripts = {"L;1;"};
  EXPECT_EQ(choose_verb_lemma(kScripts, "headquartered", lexicon), "headquarter");
  EXPECT_EQ(choose_verb_lemma(kScripts, "shipping", lexicon), "ship");
  EXPECT_EQ(choose_verb_lemma(kScripts, "trading", lexicon), "trade");
  EXPECT_EQ(choose_verb_lemma(kScripts, "blorped", lexicon), "blorpe");
}

TEST(ApplyLemmaScript, RefusesOtherScripts) {
  for (const char* script : {"", "L", "L;", "L;1", "X;1;", "L;a;", "L;;", "1;L;"}) {
    EXPECT_THROW(apply_lemma_script(script, "abc"), Error) << script;
  }
}

}  // namespace
}  // namespace relata

#include "extract/repair.hpp"

#include <gtest/gtest.h>

#include <sstream>
#include <string>

#include "relata/analysis/conllu.hpp"
#include "shipped_lexicon.hpp"

namespace relata {
namespace {

Word word(const std::string& form, const std::string& lemma, Upos upos,
          const std::string& feats = "_") {
  Word result;
  result.form = form;
  result.lemma = lemma;
  result.upos = upos;
  result.feats = feats;
  return result;
}

/// One sentence from lines "form upos feats head deprel".
Analysis analysis_of(const std::string& lines) {
  Analysis analysis;
  Sentence sentence;
  std::istringstream stream(lines);
  for (std::string line; std::getline(stream, line);) {
    std::istringstream fields(line);
    std::string form, upos, feats, deprel;
    std::size_t head = 0;
    if (!(fields >> form >> upos >> feats >> head >> deprel)) continue;
    Word next = word(form, form, *parse_upos(upos), feats);
    next.head = head;
    next.deprel = deprel;
    sentence.words.push_back(next);
  }
  analysis.sentences.push_back(sentence);
  return analysis;
}

TEST(Repair, PutsLikeUnderLike) {
  // "accused them of taking bribes and hiding them": the last participle under the first verb
  Analysis given = analysis_of(
      "accused VERB VerbForm=Fin 0 root\n"
      "them PRON _ 1 obj\n"
      "of SCONJ _ 4 mark\n"
      "taking VERB VerbForm=Ger 1 advcl\n"
      "bribes NOUN _ 4 obj\n"
      "and CCONJ _ 7 cc\n"
      "hiding VERB VerbForm=Ger 1 conj\n");
  EXPECT_EQ(repair(given, lexicon()).sentences[0].words[6].head, 4U);
}

TEST(Repair, ListsCountriesBehindACommaUnlessOneHoldsTheOther) {
  const auto joined = [](const std::string& first, const std::string& second) {
    const Analysis analysis =
        repair(analysis_of(first + " PROPN _ 4 nsubj\n" + ", PUNCT _ 3 punct\n" + second +
                           " PROPN _ 1 nmod:unmarked\n" + "signed VERB VerbForm=Fin 0 root\n"),
               lexicon());
    return analysis.sentences[0].words[2].deprel;
  };
  EXPECT_EQ(joined("Peru", "Chad"), "conj");
  EXPECT_EQ(joined("England", "UK"), "nmod:unmarked");
  EXPECT_EQ(joined("Lima", "Peru"), "nmod:unmarked");
}

TEST(Repair, FindsALostSubject) {
  // "Anna attends the summit", with Anna under the summit
  const Analysis repaired = repair(analysis_of("Anna PROPN _ 4 nmod\n"
                                               "attends VERB Mood=Ind|VerbForm=Fin 0 root\n"
                                               "the DET _ 4 det\n"
                                               "summit NOUN _ 2 obj\n"),
                                   lexicon());
  EXPECT_EQ(repaired.sentences[0].words[0].head, 2U);
  EXPECT_EQ(repaired.sentences[0].words[0].deprel, "nsubj");
}

TEST(Repair, MakesAByPhraseOfAThingTheAgent) {
  const char* lines =
      "It PRON _ 3 nsubj:pass\n"
      "was AUX VerbForm=Fin 3 aux:pass\n"
      "found VERB VerbForm=Part 0 root\n"
      "in ADP _ 5 case\n"
      "envelope NOUN _ 3 obl\n"
      "by ADP _ 7 case\n"
      "walker NOUN _ 5 nmod\n";
  const Analysis repaired = repair(analysis_of(lines), lexicon());
  EXPECT_EQ(repaired.sentences[0].words[6].head, 3U);
  EXPECT_EQ(repaired.sentences[0].words[6].deprel, "obl:agent");
}

TEST(Repair, LeavesTheByPhraseOfADeed) {
  const char* lines =
      "It PRON _ 3 nsubj:pass\n"
      "was AUX VerbForm=Fin 3 aux:pass\n"
      "ended VERB VerbForm=Part 0 root\n"
      "after ADP _ 5 case\n"
      "attack NOUN _ 3 obl\n"
      "by ADP _ 7 case\n"
      "rebels NOUN _ 5 nmod\n";
  EXPECT_EQ(repair(analysis_of(lines), lexicon()).sentences[0].words[6].head, 5U);
}

}  // namespace
}  // namespace relata

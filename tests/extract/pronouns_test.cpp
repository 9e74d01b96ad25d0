#include "extract/pronouns.hpp"

#include <gtest/gtest.h>

namespace relata {
namespace {

/// "The guard met Anna. <pronoun> left." with clusters guard 0, Anna 1, pronoun 2.
Analysis story(const char* pronoun) {
  Analysis analysis;
  const auto add = [](Sentence& sentence, const char* form, Upos upos, const char* feats,
                      std::size_t head, const char* deprel) {
    Word word;
    word.form = form;
    word.upos = upos;
    word.feats = feats;
    word.head = head;
    word.deprel = deprel;
    sentence.words.push_back(word);
  };
  Sentence first;
  add(first, "guard", Upos::kNoun, "Number=Sing", 2, "nsubj");
  add(first, "met", Upos::kVerb, "_", 0, "root");
  add(first, "Anna", Upos::kPropn, "Number=Sing", 2, "obj");
  Sentence second;
  add(second, pronoun, Upos::kPron, "_", 2, "nsubj");
  add(second, "left", Upos::kVerb, "_", 0, "root");
  analysis.sentences = {first, second};
  const auto mention = [](std::size_t sentence, std::size_t word, MentionForm form,
                          std::size_t cluster) {
    Mention result;
    result.sentence = sentence;
    result.first = result.last = result.head = word;
    result.type = MentionType::kPerson;
    result.form = form;
    result.cluster = cluster;
    return result;
  };
  analysis.mentions = {mention(0, 0, MentionForm::kNominal, 0),
                       mention(0, 2, MentionForm::kName, 1),
                       mention(1, 0, MentionForm::kPronoun, 2)};
  analysis.clusters = 3;
  return analysis;
}

TEST(BindPronouns, PrefersTheSubject) { EXPECT_EQ(bind_pronouns(story("he"), 3)[2], 0U); }

TEST(BindPronouns, TakesNobodyOfAnotherGender) {
  Analysis analysis = story("she");
  // The guard was called "he" before.
  Mention he = analysis.mentions[2];
  he.cluster = 0;
  analysis.sentences[1].words[0].form = "she";
  Sentence third = analysis.sentences[1];
  third.words[0].form = "him";
  analysis.sentences.push_back(third);
  he.sentence = 2;
  analysis.mentions.push_back(he);
  EXPECT_EQ(bind_pronouns(analysis, 3)[2], 1U);
}

TEST(BindPronouns, LeavesOtherPronounsAlone) {
  EXPECT_EQ(bind_pronouns(story("they"), 3)[2], 2U);
  EXPECT_EQ(bind_pronouns(story("it"), 3)[2], 2U);
}

TEST(BindPronouns, NeedsAnAntecedentBefore) {
  Analysis analysis = story("he");
  std::swap(analysis.sentences[0], analysis.sentences[1]);
  for (Mention& mention : analysis.mentions) mention.sentence = 1 - mention.sentence;
  EXPECT_EQ(bind_pronouns(analysis, 3)[2], 2U);
}

}  // namespace
}  // namespace relata

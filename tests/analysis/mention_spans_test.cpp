#include "analysis/mention_spans.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace relata {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

struct Spec {
  const char* form;
  Upos upos;
  std::size_t head;
};

std::vector<Word> words(const std::vector<Spec>& specs) {
  std::vector<Word> out;
  for (const Spec& spec : specs) {
    Word word;
    word.form = spec.form;
    word.upos = spec.upos;
    word.head = spec.head;
    out.push_back(word);
  }
  return out;
}

std::vector<std::string> texts(const std::vector<Word>& sentence,
                               const std::vector<unsigned char>& may_edge) {
  std::vector<std::string> out;
  for (const MentionSpan& span : mention_candidates(sentence, may_edge)) {
    std::string text = std::to_string(span.subtree_class) + ":";
    for (std::size_t i = span.first; i <= span.last; ++i) text += " " + sentence[i].form;
    out.push_back(text);
  }
  return out;
}

TEST(MentionCandidates, HaveOneHeadThatMayHeadAPhrase) {
  // "the mayor of Paris": no span is headed by "of", none has two heads ("mayor of").
  const std::vector<Word> sentence = words({{"the", Upos::kDet, 2},
                                            {"mayor", Upos::kNoun, 0},
                                            {"of", Upos::kAdp, 4},
                                            {"Paris", Upos::kPropn, 2}});
  EXPECT_THAT(texts(sentence, {0, 0, 0, 0}),
              UnorderedElementsAre("0: the", "1: the mayor", "0: the mayor of Paris", "2: mayor",
                                   "1: mayor of Paris", "0: of Paris", "1: Paris"));
}

TEST(MentionCandidates, EndOnPunctuationOnlyIfItIsAQuoteOrBracket) {
  const std::vector<Word> sentence =
      words({{"\"", Upos::kPunct, 2}, {"Hamlet", Upos::kPropn, 0}, {",", Upos::kPunct, 2}});
  EXPECT_THAT(texts(sentence, {1, 0, 0}), ElementsAre("0: \" Hamlet", "0: Hamlet"));
}

TEST(MentionCandidates, AreAtMostFortyWordsWide) {
  std::vector<Word> sentence(60);
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    sentence[i].form = "x";
    sentence[i].upos = Upos::kNoun;
    sentence[i].head = i;  // a chain
  }
  std::size_t widest = 0;
  for (const MentionSpan& span : mention_candidates(sentence, std::vector<unsigned char>(60, 0))) {
    widest = std::max(widest, span.last - span.first + 1);
  }
  EXPECT_EQ(widest, kWidestMention);
}

std::vector<std::size_t> selected(std::span<const Word> sentence,
                                  std::span<const MentionSpan> spans,
                                  std::vector<ScoredSpan> scored) {
  std::vector<std::size_t> places;
  for (const ScoredSpan& span : select_mentions(sentence, spans, std::move(scored))) {
    places.push_back(span.candidate);
  }
  return places;
}

TEST(SelectMentions, KeepsTheBetterOfCrossingSpansAndOneOfAHead) {
  const std::vector<Word> sentence(5);
  const std::vector<MentionSpan> spans = {
      {0, 2, 1, 0, 0}, {2, 4, 3, 0, 0}, {0, 4, 1, 0, 0}, {1, 1, 1, 0, 0}};
  // The first crosses the second; of two with head 1 the worse one goes.
  EXPECT_THAT(selected(sentence, spans, {{0, 0, 1.0F}, {1, 0, 2.0F}, {2, 0, 0.5F}, {3, 0, 0.4F}}),
              ElementsAre(2, 1));
}

TEST(SelectMentions, KeepsACoordinationAndItsFirstPart) {
  // "the army and the police of Chad"
  std::vector<Word> sentence = words({{"the", Upos::kDet, 2},
                                      {"army", Upos::kNoun, 0},
                                      {"and", Upos::kCconj, 5},
                                      {"the", Upos::kDet, 5},
                                      {"police", Upos::kNoun, 2},
                                      {"of", Upos::kAdp, 7},
                                      {"Chad", Upos::kPropn, 5}});
  sentence[4].deprel = "conj";
  const std::vector<MentionSpan> spans = {
      {0, 6, 1, 0, 0}, {0, 1, 1, 1, 0}, {1, 1, 1, 1, 0}, {0, 4, 1, 1, 0}};
  EXPECT_THAT(selected(sentence, spans, {{0, 0, 1.0F}, {1, 0, 0.9F}, {2, 0, 0.5F}, {3, 0, 0.4F}}),
              ElementsAre(0, 1));
}

TEST(SelectMentions, HasNoneOfNone) { EXPECT_THAT(select_mentions({}, {}, {}), IsEmpty()); }

}  // namespace
}  // namespace relata

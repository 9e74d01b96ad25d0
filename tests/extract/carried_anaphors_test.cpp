#include "extract/carried_anaphors.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace relata {
namespace {

struct Mentioned {
  const char* form;
  MentionType type;
  MentionForm kind;
  std::size_t cluster;
};

/// Sentences of one-word mentions, each of them a paragraph of its own.
Analysis items(const std::vector<std::vector<Mentioned>>& sentences) {
  Analysis analysis;
  for (const auto& list : sentences) {
    Sentence sentence;
    sentence.paragraph_start = true;
    for (const Mentioned& mentioned : list) {
      Word word;
      word.form = mentioned.form;
      word.upos = mentioned.kind == MentionForm::kPronoun ? Upos::kPron : Upos::kPropn;
      word.feats = "Number=Sing";
      word.deprel = "nmod:poss";
      word.head = 1;
      Mention mention;
      mention.sentence = analysis.sentences.size();
      mention.first = mention.last = mention.head = sentence.words.size();
      mention.type = mentioned.type;
      mention.form = mentioned.kind;
      mention.cluster = mentioned.cluster;
      sentence.words.push_back(word);
      analysis.mentions.push_back(mention);
      analysis.clusters = std::max(analysis.clusters, mentioned.cluster + 1);
    }
    analysis.sentences.push_back(sentence);
  }
  return analysis;
}

constexpr auto kName = MentionForm::kName;
constexpr auto kPronoun = MentionForm::kPronoun;
constexpr auto kPlace = MentionType::kPlace;
constexpr auto kPerson = MentionType::kPerson;

TEST(PartCarriedAnaphors, PartsAPronounFromAnotherItemIfItsOwnHasARival) {
  const Analysis parted = part_carried_anaphors(items(
      {{{"Niger", kPlace, kName, 0}}, {{"Peru", kPlace, kName, 1}, {"it", kPlace, kPronoun, 0}}}));
  EXPECT_EQ(parted.mentions[2].cluster, 2U);
  EXPECT_EQ(parted.clusters, 3U);
}

TEST(PartCarriedAnaphors, KeepsAPronounThatOpensItsParagraph) {
  const Analysis kept =
      part_carried_anaphors(items({{{"Anna", kPerson, kName, 0}},
                                   {{"She", kPerson, kPronoun, 0}, {"Otto", kPerson, kName, 1}}}));
  EXPECT_EQ(kept.mentions[1].cluster, 0U);
}

TEST(PartCarriedAnaphors, KeepsAPronounWhoseOwnParagraphNamesIt) {
  const Analysis kept = part_carried_anaphors(items(
      {{{"Niger", kPlace, kName, 0}},
       {{"Peru", kPlace, kName, 1}, {"Niger", kPlace, kName, 0}, {"it", kPlace, kPronoun, 0}}}));
  EXPECT_EQ(kept.mentions[3].cluster, 0U);
}

TEST(PartCarriedAnaphors, CountsNobodyOfAnotherGenderOrKindAsARival) {
  const Analysis kept = part_carried_anaphors(items(
      {{{"Anna", kPerson, kName, 0}},
       {{"Otto", kPerson, kName, 1}, {"he", kPerson, kPronoun, 1}},
       {{"Otto", kPerson, kName, 1}, {"Peru", kPlace, kName, 2}, {"she", kPerson, kPronoun, 0}}}));
  EXPECT_EQ(kept.mentions[5].cluster, 0U);
}

constexpr auto kNominal = MentionForm::kNominal;
constexpr auto kObject = MentionType::kObject;

/// Eight paragraphs, each with a name of its own; `here` is in the second one, `there` in the
/// seventh, `everywhere` in all.
Analysis page(const std::vector<Mentioned>& here, const std::vector<Mentioned>& there,
              const std::vector<Mentioned>& everywhere = {}) {
  constexpr std::size_t kParagraphs = 8;
  std::vector<std::vector<Mentioned>> paragraphs;
  for (std::size_t i = 0; i < kParagraphs; ++i) {
    paragraphs.push_back(everywhere);
    paragraphs.back().push_back({"Peru", kPlace, kName, i});
    if (i == 1) paragraphs.back().insert(paragraphs.back().end(), here.begin(), here.end());
    if (i == 6) paragraphs.back().insert(paragraphs.back().end(), there.begin(), there.end());
  }
  return items(paragraphs);
}

TEST(PartCarriedAnaphors, PartsDescriptionsOfUnrelatedItems) {
  const Mentioned boat = {"boat", kObject, kNominal, 20};
  EXPECT_EQ(part_carried_anaphors(page({boat}, {boat})).mentions.at(8).cluster, 21U);
}

TEST(PartCarriedAnaphors, KeepsADescriptionWhereBothItemsHaveARareName) {
  const Mentioned boat = {"boat", kObject, kNominal, 20};
  const Mentioned port = {"Callao", kPlace, kName, 21};
  EXPECT_EQ(part_carried_anaphors(page({boat, port}, {port, boat})).mentions.at(10).cluster, 20U);
}

TEST(PartCarriedAnaphors, KeepsADescriptionOfATextWithATheme) {
  const Mentioned boat = {"boat", kObject, kNominal, 20};
  const Mentioned anna = {"Anna", kPerson, kName, 21};
  EXPECT_EQ(part_carried_anaphors(page({boat}, {boat}, {anna})).mentions.at(15).cluster, 20U);
}

}  // namespace
}  // namespace relata

#include "extract/first_conjuncts.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "sentence_lines.hpp"
#include "shipped_lexicon.hpp"

namespace relata {
namespace {

/// "LEFT and RIGHT fell", one mention of both, each tagged as a name of the type.
Analysis two_names(const std::string& left, const std::string& right, NameType type) {
  Analysis analysis;
  analysis.sentences = {sentence_of(left + " x PROPN 4 nsubj\nand and CCONJ 3 cc\n" + right +
                                    " y PROPN 1 conj\nfell fall VERB 0 root\n")};
  analysis.mentions = {{0, 0, 2, 0, MentionType::kPlace, MentionForm::kName, 0}};
  analysis.names = {{0, 0, 0, type}, {0, 2, 2, type}};
  analysis.clusters = 1;
  return analysis;
}

TEST(MentionFirstConjuncts, GivesTheFirstNameAMentionOfItsOwn) {
  const Analysis found =
      mention_first_conjuncts(two_names("Orla", "Sarno", NameType::kLocation), lexicon());
  ASSERT_EQ(found.mentions.size(), 2U);
  EXPECT_EQ(found.mentions[1].first, 0U);
  EXPECT_EQ(found.mentions[1].last, 0U);
  EXPECT_EQ(found.mentions[1].cluster, 1U);
}

TEST(MentionFirstConjuncts, TakesTheClusterOfTheSameNameElsewhere) {
  Analysis analysis = two_names("Orla", "Sarno", NameType::kLocation);
  analysis.sentences.push_back(sentence_of("Orla x PROPN 2 nsubj\nfell fall VERB 0 root\n"));
  analysis.mentions.push_back({1, 0, 0, 0, MentionType::kPlace, MentionForm::kName, 5});
  analysis.clusters = 6;
  const Analysis found = mention_first_conjuncts(analysis, lexicon());
  ASSERT_EQ(found.mentions.size(), 3U);
  EXPECT_EQ(found.mentions[1].cluster, 5U);
}

TEST(MentionFirstConjuncts, LeavesOneNameCountriesAndFamilies) {
  Analysis one = two_names("Orla", "Sarno", NameType::kLocation);
  one.names = {{0, 0, 2, NameType::kLocation}};
  EXPECT_EQ(mention_first_conjuncts(one, lexicon()).mentions.size(), 1U);
  EXPECT_EQ(mention_first_conjuncts(two_names("Trinidad", "Tobago", NameType::kLocation), lexicon())
                .mentions.size(),
            1U);
  EXPECT_EQ(mention_first_conjuncts(two_names("Ada", "Jan", NameType::kPerson), lexicon())
                .mentions.size(),
            1U);
}

TEST(MentionFirstConjuncts, AddsNoMentionThatIsThere) {
  Analysis analysis = two_names("Orla", "Sarno", NameType::kLocation);
  analysis.mentions.push_back({0, 0, 0, 0, MentionType::kPlace, MentionForm::kName, 1});
  analysis.clusters = 2;
  EXPECT_EQ(mention_first_conjuncts(analysis, lexicon()).mentions.size(), 2U);
}

}  // namespace
}  // namespace relata

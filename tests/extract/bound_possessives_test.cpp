#include "extract/bound_possessives.hpp"

#include <gtest/gtest.h>

#include <string>

#include "sentence_lines.hpp"

namespace relata {
namespace {

/// "The council met Larnex and its guards", where coreference has "its" for the council's: whether
/// it is Larnex's after all.
bool is_bound(MentionType type, const std::string& pronoun) {
  Analysis analysis;
  analysis.sentences = {
      sentence_of("council council NOUN 2 nsubj\n"
                  "met meet VERB 0 root\n"
                  "Larnex Larnex PROPN 2 obj\n"
                  "and and CCONJ 6 cc\n" +
                  pronoun + " its PRON 6 nmod:poss\n" + "guards guard NOUN 3 conj\n")};
  analysis.mentions = {{0, 0, 0, 0, MentionType::kOrganization, MentionForm::kNominal, 0},
                       {0, 2, 2, 2, type, MentionForm::kName, 1},
                       {0, 4, 4, 4, MentionType::kOrganization, MentionForm::kPronoun, 0}};
  analysis.clusters = 2;
  return bind_possessives(analysis).mentions[2].cluster == 1;
}

TEST(BindPossessives, GivesItsToTheThingBeforeTheAnd) {
  EXPECT_TRUE(is_bound(MentionType::kOrganization, "its"));
  EXPECT_TRUE(is_bound(MentionType::kPlace, "its"));
  EXPECT_TRUE(is_bound(MentionType::kObject, "its"));
  EXPECT_FALSE(is_bound(MentionType::kPerson, "its"));
  EXPECT_TRUE(is_bound(MentionType::kPerson, "her"));
  EXPECT_FALSE(is_bound(MentionType::kPlace, "her"));
}

}  // namespace
}  // namespace relata

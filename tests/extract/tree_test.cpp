#include "extract/tree.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <initializer_list>
#include <utility>

namespace relata {
namespace {

using ::testing::ElementsAre;

Sentence sentence_of(std::initializer_list<std::pair<std::size_t, const char*>> arcs) {
  Sentence sentence;
  for (const auto& [head, deprel] : arcs) {
    Word word;
    word.head = head;
    word.deprel = deprel;
    sentence.words.push_back(word);
  }
  return sentence;
}

TEST(Tree, FindsChildrenByRelationWithOrWithoutSubtype) {
  const Sentence sentence = sentence_of({{2, "nsubj:pass"}, {0, "root"}, {2, "obl"}});
  const Tree tree(sentence);
  EXPECT_EQ(tree.child(1, "nsubj"), 0U);
  EXPECT_EQ(tree.child(1, "nsubj:pass"), 0U);
  EXPECT_EQ(tree.child(1, "obj"), kNoWord);
  EXPECT_THAT(tree.children(1), ElementsAre(0, 2));
  EXPECT_THAT(tree.subtree(1), ElementsAre(0, 1, 2));
}

TEST(Tree, DoesNotTakeOneRelationForTheBeginningOfAnother) {
  const Sentence sentence = sentence_of({{2, "objx"}, {0, "root"}});
  EXPECT_FALSE(Tree(sentence).has_child(1, "obj"));
}

TEST(Tree, BreaksCycles) {
  const Sentence sentence = sentence_of({{2, "a"}, {3, "b"}, {1, "c"}, {3, "d"}});
  const Tree tree(sentence);
  std::size_t roots = 0;
  for (WordId id = 0; id < tree.size(); ++id) roots += tree.parent(id) == kNoWord ? 1 : 0;
  EXPECT_EQ(roots, 1U);
  EXPECT_LT(tree.depth(3), 4U);
}

TEST(Tree, MakesAWordWithAHeadOutOfRangeARoot) {
  const Sentence sentence = sentence_of({{9, "obj"}, {0, "root"}, {3, "self"}});
  const Tree tree(sentence);
  EXPECT_EQ(tree.parent(0), kNoWord);
  EXPECT_EQ(tree.deprel(0), "root");
  EXPECT_EQ(tree.parent(2), kNoWord);
}

TEST(Tree, KnowsWhatIsUnderAWord) {
  const Sentence sentence = sentence_of({{2, "x"}, {3, "x"}, {0, "root"}, {3, "x"}});
  const Tree tree(sentence);
  EXPECT_TRUE(tree.is_under(0, 1));
  EXPECT_TRUE(tree.is_under(0, 0));
  EXPECT_FALSE(tree.is_under(3, 1));
}

}  // namespace
}  // namespace relata

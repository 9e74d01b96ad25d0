#include "extract/joined_appositions.hpp"

#include <gtest/gtest.h>

#include <string>

#include "relata/analysis/conllu.hpp"
#include "shipped_lexicon.hpp"

namespace relata {
namespace {

struct Side {
  std::string form;
  std::string type;
  std::string feats = "Number=Sing";
  std::string children = {};  ///< lines of words that hang on it, behind the pair
};

std::string upos(const std::string& form) {
  return form[0] >= 'A' && form[0] <= 'Z' ? "PROPN" : "NOUN";
}

std::string row(int id, const Side& side, const std::string& arc) {
  std::string lemma = side.form;
  if (side.feats == "Number=Plur") lemma.pop_back();
  return std::to_string(id) + "\t" + side.form + "\t" + lemma + "\t" + upos(side.form) + "\t_\t" +
         side.feats + "\t" + arc + "\t_\tEntity=(" + std::to_string(id) + "-" + side.type + ")\n";
}

/// True if `left, right` of "left left, right." end up in one cluster. `before`: a sentence before.
bool joins(const Side& left, const Side& right, const std::string& before = {}) {
  std::string text = "# newdoc id = d\n" + before;
  text += row(1, left, "2\tnsubj");
  text += "2\tleft\tleave\tVERB\t_\tTense=Past|VerbForm=Fin\t0\troot\t_\t_\n";
  text += row(3, right, "1\tappos");
  text += left.children + right.children + "\n";
  const Analysis joined = join_appositions(read_annotated_conllu(text).at(0).second, lexicon());
  const std::size_t last = joined.mentions.size();
  return joined.mentions.at(last - 2).cluster == joined.mentions.at(last - 1).cluster;
}

TEST(JoinAppositions, TakesADescriptionForWhatTheNameNames) {
  EXPECT_TRUE(joins({"publisher", "person"}, {"Stein", "person"}));
  EXPECT_TRUE(joins({"Stein", "person"}, {"publisher", "person"}));
  EXPECT_TRUE(joins({"Cork", "place"}, {"city", "place"}));
  // The mention finder may see no person in "manager".
  EXPECT_TRUE(joins({"Stein", "person"}, {"manager", "abstract"}));
}

TEST(JoinAppositions, LeavesOtherKindsOfThingsApart) {
  EXPECT_FALSE(joins({"Stein", "person"}, {"festival", "event"}));
  EXPECT_FALSE(joins({"Cork", "place"}, {"festival", "event"}));
  EXPECT_FALSE(joins({"Cork", "place"}, {"publisher", "person"}));
  EXPECT_FALSE(joins({"Cork", "organization"}, {"year", "time"}));
}

TEST(JoinAppositions, LeavesTwoNamesAndTwoDescriptionsToCoreference) {
  EXPECT_FALSE(joins({"Stein", "person"}, {"Orel", "person"}));
  EXPECT_FALSE(joins({"publisher", "person"}, {"manager", "person"}));
}

TEST(JoinAppositions, LeavesWhatIsSeveral) {
  EXPECT_FALSE(joins({"publishers", "person", "Number=Plur"}, {"Stein", "person"}));
  const std::string another = "4\tMoen\tMoen\tPROPN\t_\tNumber=Sing\t3\tconj\t_\t_\n";
  EXPECT_FALSE(joins({"publisher", "person"}, {"Stein", "person", "Number=Sing", another}));
}

TEST(JoinAppositions, MovesNoMoreThanTheDescriptionWhereItsClusterHasAName) {
  // "Orel left. (…) publisher, Stein,", with the publisher taken for Orel: she stays who she is.
  const std::string named =
      "1\tOrel\tOrel\tPROPN\t_\tNumber=Sing\t2\tnsubj\t_\tEntity=(1-person)\n"
      "2\tleft\tleave\tVERB\t_\tTense=Past|VerbForm=Fin\t0\troot\t_\t_\n\n";
  EXPECT_TRUE(joins({"publisher", "person"}, {"Stein", "person"}, named));
  const Analysis joined = join_appositions(
      read_annotated_conllu("# newdoc id = d\n" + named +
                            row(1, {"publisher", "person"}, "2\tnsubj") +
                            "2\tleft\tleave\tVERB\t_\tTense=Past|VerbForm=Fin\t0\troot\t_\t_\n" +
                            row(3, {"Stein", "person"}, "1\tappos") + "\n")
          .at(0)
          .second,
      lexicon());
  EXPECT_NE(joined.mentions.at(0).cluster, joined.mentions.at(1).cluster);
}

TEST(JoinAppositions, JoinsADescriptionRightBeforeTheName) {
  const auto joined = [](const std::string& arc) {
    const std::string text = "# newdoc id = d\n" + row(1, {"publisher", "person"}, arc) +
                             row(2, {"Stein", "person"}, "3\tnsubj") +
                             "3\tleft\tleave\tVERB\t_\tTense=Past|VerbForm=Fin\t0\troot\t_\t_\n\n";
    const Analysis found = join_appositions(read_annotated_conllu(text).at(0).second, lexicon());
    return found.mentions.at(0).cluster == found.mentions.at(1).cluster;
  };
  EXPECT_TRUE(joined("2\tnmod:desc"));
  EXPECT_FALSE(joined("2\tnmod:poss"));
}

TEST(JoinAppositions, JoinsWhomSomebodyIsIdentifiedAs) {
  const auto joined = [](const std::string& verb) {
    const std::string text =
        "# newdoc id = d\n" + row(1, {"thief", "person"}, "2\tnsubj:pass") + "2\t" + verb + "\t" +
        verb + "\tVERB\t_\tVerbForm=Part\t0\troot\t_\t_\n3\tas\tas\tADP\t_\t_\t4\tcase\t_\t_\n" +
        row(4, {"Stein", "person"}, "2\tobl") + "\n";
    const Analysis found = join_appositions(read_annotated_conllu(text).at(0).second, lexicon());
    return found.mentions.at(0).cluster == found.mentions.at(1).cluster;
  };
  EXPECT_TRUE(joined("identify"));
  EXPECT_FALSE(joined("dress"));
}

TEST(JoinAppositions, JoinsWhatANameIsSaidToBeOf) {
  const auto joined = [](const std::string& verb, const Side& thing, const std::string& arc) {
    const std::string text = "# newdoc id = d\n" + row(1, thing, "0\troot") + "2\t" + verb + "\t" +
                             verb + "\tVERB\t_\tVerbForm=Part\t1\tacl\t_\t_\n" +
                             row(3, {"Sitra", "object"}, arc) + "\n";
    const Analysis found = join_appositions(read_annotated_conllu(text).at(0).second, lexicon());
    return found.mentions.at(0).cluster == found.mentions.at(1).cluster;
  };
  EXPECT_TRUE(joined("call", {"program", "object"}, "2\txcomp"));
  EXPECT_TRUE(joined("name", {"program", "object"}, "2\tobl"));
  EXPECT_FALSE(joined("write", {"program", "object"}, "2\tobl"));
  EXPECT_FALSE(joined("call", {"publisher", "person"}, "2\txcomp"));
  EXPECT_FALSE(joined("call", {"program", "object"}, "2\tnsubj"));
}

}  // namespace
}  // namespace relata

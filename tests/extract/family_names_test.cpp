#include "extract/family_names.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "extract/shipped_lexicon.hpp"
#include "relata/analysis/conllu.hpp"

namespace relata {
namespace {

/// A sentence of one name, with what the tagger and coreference make of it.
std::string said(const std::string& given, const std::string& family, int cluster,
                 const std::string& type = "person", const std::string& tag = "PER") {
  const std::string entity = std::to_string(cluster);
  const std::string open = "Entity=(" + entity + "-" + type;
  if (given.empty()) {
    return "1\t" + family + "\t_\tPROPN\t_\tNumber=Sing\t0\troot\t_\t" + open + ")|NER=B-" + tag +
           "\n\n";
  }
  return "1\t" + given + "\t_\tPROPN\t_\tNumber=Sing\t0\troot\t_\t" + open + "|NER=B-" + tag +
         "\n2\t" + family + "\t_\tPROPN\t_\tNumber=Sing\t1\tflat\t_\tEntity=" + entity +
         ")|NER=I-" + tag + "\n\n";
}

std::string pronoun(const std::string& form, int cluster) {
  return "1\t" + form + "\t_\tPRON\t_\tNumber=Sing\t0\troot\t_\tEntity=(" +
         std::to_string(cluster) + "-person)\n\n";
}

/// The clusters of the mentions, numbered from 0 as they are first told of.
std::vector<std::size_t> clusters(const std::string& sentences) {
  const Analysis analysis = join_family_names(
      read_annotated_conllu("# newdoc id = d\n" + sentences).at(0).second, lexicon());
  std::vector<std::size_t> found;
  for (const Mention& mention : analysis.mentions) found.push_back(mention.cluster);
  return found;
}

using Clusters = std::vector<std::size_t>;

TEST(JoinFamilyNames, OfTheOneToldOfBeforeTheOthers) {
  EXPECT_EQ(clusters(said("", "Orel", 1) + said("Ana", "Orel", 2) + said("", "Orel", 1) +
                     said("Ivo", "Orel", 3)),
            (Clusters{1, 1, 1, 2}));
}

TEST(JoinFamilyNames, LeavesOpenWhomNothingTells) {
  // Both are told of before anybody is "Orel".
  EXPECT_EQ(clusters(said("Ana", "Orel", 1) + said("Ivo", "Orel", 2) + said("", "Orel", 3)),
            (Clusters{0, 1, 2}));
  // One alone: resolution decides.
  EXPECT_EQ(clusters(said("Ana", "Orel", 1) + said("", "Orel", 2)), (Clusters{0, 1}));
}

TEST(JoinFamilyNames, LooksAtPronouns) {
  const std::string names = said("Ana", "Orel", 1) + said("", "Orel", 2) + said("Ivo", "Orel", 3);
  EXPECT_EQ(clusters(names + pronoun("she", 1) + pronoun("he", 2)), (Clusters{0, 1, 2, 0, 1}));
  EXPECT_EQ(clusters(names + pronoun("she", 1) + pronoun("her", 2)), (Clusters{0, 0, 2, 0, 0}));
}

TEST(JoinFamilyNames, TakesWhatTheTaggerCallsABodyButNoFirm) {
  const std::string ana = said("Ana", "Orel", 1);
  const std::string body = said("", "Orel", 2, "organization", "ORG");
  const std::string ivo = said("Ivo", "Orel", 3);
  EXPECT_EQ(clusters(ana + body + ivo), (Clusters{0, 0, 2}));
  EXPECT_EQ(clusters(ana + body + pronoun("its", 2) + ivo), (Clusters{0, 0, 1, 2}));
  EXPECT_EQ(clusters(ana + body + ivo + said("Grupo", "Orel", 4, "organization", "ORG")),
            (Clusters{0, 1, 2, 3}));
}

}  // namespace
}  // namespace relata

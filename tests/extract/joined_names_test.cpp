#include "extract/joined_names.hpp"

#include <gtest/gtest.h>

#include <string>

#include "extract/shipped_lexicon.hpp"
#include "relata/analysis/conllu.hpp"

namespace relata {
namespace {

constexpr const char* kUnion =
    "1\tDock\tDock\tPROPN\t_\tNumber=Sing\t2\tcompound\t_\tEntity=(1-organization\n"
    "2\tUnion\tUnion\tPROPN\t_\tNumber=Sing\t0\troot\t_\tEntity=1)\n";

/// The clusters of all mentions behind the first, the union's own being 0.
std::vector<bool> joined(const std::string& rest) {
  const Analysis analysis = join_stated_names(
      read_annotated_conllu("# newdoc id = d\n" + std::string(kUnion) + rest + "\n").at(0).second,
      lexicon());
  std::vector<bool> result;
  for (std::size_t i = 1; i < analysis.mentions.size(); ++i) {
    result.push_back(analysis.mentions[i].cluster == analysis.mentions[0].cluster);
  }
  return result;
}

std::string name(int id, const std::string& form, const std::string& arc, int cluster,
                 const std::string& type = "organization") {
  return std::to_string(id) + "\t" + form + "\t" + form + "\tPROPN\t_\tNumber=Sing\t" + arc +
         "\t_\tEntity=(" + std::to_string(cluster) + "-" + type + ")\n";
}

constexpr const char* kKnown =
    "3\tknown\tknow\tVERB\t_\tTense=Past|VerbForm=Part\t2\tacl\t_\t_\n"
    "4\tas\tas\tADP\t_\t_\t5\tcase\t_\t_\n";

TEST(JoinStatedNames, TakesWhatItIsKnownAsAndWhatIsInBrackets) {
  EXPECT_EQ(joined(kKnown + name(5, "Dokka", "3\tobl", 2)), std::vector{true});
  const std::string open = "3\t(\t(\tPUNCT\t_\t_\t4\tpunct\t_\t_\n";
  EXPECT_EQ(joined(open + name(4, "DU", "2\tappos", 2)), std::vector{true});
  EXPECT_EQ(joined(open + name(4, "Cork", "2\tappos", 2, "place")), std::vector{false});
}

TEST(JoinStatedNames, TakesNamesInOtherLanguages) {
  const std::string greek =
      "3\t(\t(\tPUNCT\t_\t_\t4\tpunct\t_\t_\n"
      "4\tGreek\tGreek\tPROPN\t_\t_\t2\tdep\t_\t_\n"
      "5\t:\t:\tPUNCT\t_\t_\t4\tpunct\t_\t_\n";
  const std::string close = "7\t)\t)\tPUNCT\t_\t_\t4\tpunct\t_\t_\n";
  EXPECT_EQ(joined(greek + name(6, "Dokka", "4\tdep", 2, "place") + close), std::vector{true});
}

/// A name, a link, and "the Dock Union (DU)", where the tree hangs the acronym on the first name.
Analysis with_acronym(const std::string& first, const std::string& link, const std::string& arc) {
  return join_stated_names(
      read_annotated_conllu("# newdoc id = d\n" + first + link +
                            "3\tDock\tDock\tPROPN\t_\t_\t4\tcompound\t_\tEntity=(1-organization\n"
                            "4\tUnion\tUnion\tPROPN\t_\tNumber=Sing\t1\t" +
                            arc +
                            "\t_\tEntity=1)\n"
                            "5\t(\t(\tPUNCT\t_\t_\t6\tpunct\t_\t_\n" +
                            name(6, "DU", "1\tappos", 2) +
                            "7\t)\t)\tPUNCT\t_\t_\t6\tpunct\t_\t_\n\n")
          .at(0)
          .second,
      lexicon());
}

TEST(JoinStatedNames, GivesAnAcronymToTheNameBeforeItsBracketAndToNobody) {
  const Analysis analysis = with_acronym(name(1, "Orel", "0\troot", 0, "person"),
                                         "2\tof\tof\tADP\t_\t_\t4\tcase\t_\t_\n", "nmod");
  ASSERT_EQ(analysis.mentions.size(), 3U);
  EXPECT_EQ(analysis.mentions[2].cluster, analysis.mentions[1].cluster);
}

TEST(JoinStatedNames, GivesAnAcronymToTheLastOfSeveralNamesBeforeItsBracket) {
  const Analysis analysis = with_acronym(name(1, "Peru", "0\troot", 0, "place"),
                                         "2\tand\tand\tCCONJ\t_\t_\t4\tcc\t_\t_\n", "conj");
  ASSERT_EQ(analysis.mentions.size(), 3U);
  EXPECT_EQ(analysis.mentions[2].cluster, analysis.mentions[1].cluster);
  EXPECT_NE(analysis.mentions[2].cluster, analysis.mentions[0].cluster);
}

TEST(JoinStatedNames, LeavesTheAgencyOfADateline) {
  const std::string open = "3\t(\t(\tPUNCT\t_\t_\t4\tpunct\t_\t_\n";
  const std::string close = "5\t)\t)\tPUNCT\t_\t_\t4\tpunct\t_\t_\n";
  const std::string agency = open + name(4, "DU", "2\tappos", 2) + close;
  const auto behind = [&](const std::string& form, const std::string& upos) {
    return joined(agency + "6\t" + form + "\t" + form + "\t" + upos + "\t_\t_\t2\tdep\t_\t_\n");
  };
  EXPECT_EQ(behind("-", "PUNCT"), std::vector{false});
  EXPECT_EQ(behind("—", "PUNCT"), std::vector{false});
  EXPECT_EQ(behind(",", "PUNCT"), std::vector{true});
  const Sentence told = read_annotated_conllu(
                            "# newdoc id = d\n1\tThe\tthe\tDET\t_\t_\t2\tdet\t_\t_\n"
                            "2\tUnion\tUnion\tPROPN\t_\t_\t0\troot\t_\t_\n"
                            "3\t(\t(\tPUNCT\t_\t_\t4\tpunct\t_\t_\n"
                            "4\tDU\tDU\tPROPN\t_\t_\t2\tappos\t_\t_\n"
                            "5\t)\t)\tPUNCT\t_\t_\t4\tpunct\t_\t_\n"
                            "6\t-\t-\tPUNCT\t_\t_\t2\tpunct\t_\t_\n\n")
                            .at(0)
                            .second.sentences.at(0);
  EXPECT_FALSE(is_agency_of_dateline(told, 3));
}

TEST(JoinStatedNames, TakesOneWordBehindOr) {
  const std::string choice =
      "3\t,\t,\tPUNCT\t_\t_\t5\tpunct\t_\t_\n"
      "4\tor\tor\tCCONJ\t_\t_\t5\tcc\t_\t_\n";
  EXPECT_EQ(joined(choice + name(5, "Dokka", "2\tconj", 2)), std::vector{true});
  EXPECT_EQ(joined("3\tor\tor\tCCONJ\t_\t_\t4\tcc\t_\t_\n" + name(4, "Dokka", "2\tconj", 2)),
            std::vector{false});
  EXPECT_EQ(
      joined(choice + name(5, "Dokka", "2\tconj", 2) + "6\t?\t?\tPUNCT\t_\t_\t2\tpunct\t_\t_\n"),
      std::vector{false});
}

TEST(JoinStatedNames, TakesOneWordBehindOrWhateverTheTreeHangsItOn) {
  // "Orel of the Dock Union, or Dokka", where the other name hangs on Orel.
  const Analysis analysis = join_stated_names(
      read_annotated_conllu("# newdoc id = d\n" + name(1, "Orel", "0\troot", 0, "person") +
                            "2\tof\tof\tADP\t_\t_\t4\tcase\t_\t_\n"
                            "3\tDock\tDock\tPROPN\t_\t_\t4\tcompound\t_\tEntity=(1-organization\n"
                            "4\tUnion\tUnion\tPROPN\t_\tNumber=Sing\t1\tnmod\t_\tEntity=1)\n"
                            "5\t,\t,\tPUNCT\t_\t_\t7\tpunct\t_\t_\n"
                            "6\tor\tor\tCCONJ\t_\t_\t7\tcc\t_\t_\n" +
                            name(7, "Dokka", "1\tconj", 2) + "\n")
          .at(0)
          .second,
      lexicon());
  ASSERT_EQ(analysis.mentions.size(), 3U);
  EXPECT_EQ(analysis.mentions[2].cluster, analysis.mentions[1].cluster);
  EXPECT_NE(analysis.mentions[2].cluster, analysis.mentions[0].cluster);
}

TEST(JoinStatedNames, LeavesOtherKindsBehind) {
  // Coreference took the name for the mine's.
  const std::string others =
      "6\tmine\tmine\tNOUN\t_\tNumber=Sing\t2\tdep\t_\tEntity=(2-place)\n"
      "7\tbody\tbody\tNOUN\t_\tNumber=Sing\t2\tdep\t_\tEntity=(2-organization)\n";
  EXPECT_EQ(joined(kKnown + name(5, "Dokka", "3\tobl", 2, "place") + others),
            (std::vector{true, false, true}));
}

}  // namespace
}  // namespace relata

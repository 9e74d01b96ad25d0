#include "extract/speech_turns.hpp"

#include <gtest/gtest.h>

#include <string>

#include "relata/analysis/conllu.hpp"
#include "relata/analysis/lexicon.hpp"
#include "relata/extract/extract.hpp"
#include "shipped_lexicon.hpp"

namespace relata {
namespace {

DocumentRecords records_of(const std::string& conllu) {
  const auto documents = read_annotated_conllu(conllu);
  return extract_records(documents.at(0).first, documents.at(0).second, lexicon());
}

/// "Label: PRONOUN left.", a paragraph; the label is an entity of its own.
std::string turn(const std::string& label, const std::string& pronoun, int entity,
                 const std::string& type) {
  const std::string id = std::to_string(entity);
  return "# newpar\n"
         "1\t" +
         label + "\t" + label + "\tPROPN\t_\tNumber=Sing\t0\troot\t_\tEntity=(" + id + "-" + type +
         ")\n"
         "2\t:\t:\tPUNCT\t_\t_\t4\tpunct\t_\t_\n"
         "3\t" +
         pronoun + "\t" + pronoun +
         "\tPRON\t_\tNumber=Sing\t4\tnsubj\t_\t_\n"
         "4\tleft\tleave\tVERB\t_\tTense=Past|VerbForm=Fin\t1\tparataxis\t_\t_\n\n";
}

TEST(FindTurns, GivesWhatIsSaidInAnInterviewToWhoeverSaysIt) {
  const DocumentRecords records =
      records_of("# newdoc id = d\n" + turn("Orel", "I", 1, "person") +
                 turn("Gazette", "We", 2, "organization") + turn("Orel", "You", 1, "person"));
  ASSERT_EQ(records.triples.size(), 3U);
  EXPECT_EQ(records.triples[0].attribution->name, "Orel");
  EXPECT_EQ(records.triples[0].subject.name, "Orel");
  EXPECT_EQ(records.triples[1].attribution->name, "Gazette");
  EXPECT_EQ(records.triples[1].subject.name, "Gazette");
  EXPECT_EQ(records.triples[2].subject.name, "");
}

TEST(FindTurns, TakesALabelThatDoesNotComeBackForNoSpeaker) {
  const DocumentRecords records = records_of("# newdoc id = d\n" + turn("Orel", "I", 1, "person") +
                                             turn("Gazette", "We", 2, "organization"));
  ASSERT_EQ(records.triples.size(), 2U);
  EXPECT_FALSE(records.triples[0].attribution.has_value());
  EXPECT_TRUE(records.triples[0].subject.entity.empty());
}

/// "PRONOUN left," SPEAKER said. SPEAKER is entity 1.
std::string quotation(const std::string& pronoun, const std::string& type) {
  return "# newdoc id = d\n"
         "1\t\"\t\"\tPUNCT\t_\t_\t3\tpunct\t_\tSpaceAfter=No\n"
         "2\t" +
         pronoun + "\t" + pronoun +
         "\tPRON\t_\tNumber=Sing\t3\tnsubj\t_\t_\n"
         "3\tleft\tleave\tVERB\t_\tTense=Past|VerbForm=Fin\t7\tccomp\t_\tSpaceAfter=No\n"
         "4\t,\t,\tPUNCT\t_\t_\t3\tpunct\t_\tSpaceAfter=No\n"
         "5\t\"\t\"\tPUNCT\t_\t_\t3\tpunct\t_\t_\n"
         "6\tOrel\tOrel\tPROPN\t_\tNumber=Sing\t7\tnsubj\t_\tEntity=(1-" +
         type +
         ")\n"
         "7\tsaid\tsay\tVERB\t_\tTense=Past|VerbForm=Fin\t0\troot\t_\t_\n\n";
}

std::string subject_of_left(const DocumentRecords& records) {
  for (const TripleRecord& triple : records.triples) {
    if (triple.relation.text == "left") return triple.subject.name;
  }
  return "no such triple";
}

TEST(BindFirstPerson, MakesTheSpeakerOfIAndABodyOfWe) {
  EXPECT_EQ(subject_of_left(records_of(quotation("I", "person"))), "Orel");
  EXPECT_EQ(subject_of_left(records_of(quotation("We", "organization"))), "Orel");
  EXPECT_EQ(subject_of_left(records_of(quotation("We", "person"))), "");
  EXPECT_EQ(subject_of_left(records_of(quotation("They", "organization"))), "");
}

TEST(BindFirstPerson, BelievesTheMarksMoreThanCoreference) {
  std::string other = quotation("I", "person");
  const std::string pronoun = "Number=Sing\t3\tnsubj\t_\t_\n";
  other.replace(other.find(pronoun), pronoun.size(),
                "Number=Sing\t3\tnsubj\t_\tEntity=(2-person)\n");
  const std::string before =
      "# newdoc id = d\n"
      "1\tStein\tStein\tPROPN\t_\tNumber=Sing\t2\tnsubj\t_\tEntity=(2-person)\n"
      "2\tsang\tsing\tVERB\t_\tTense=Past|VerbForm=Fin\t0\troot\t_\t_\n\n";
  EXPECT_EQ(subject_of_left(records_of(before + other.substr(other.find('\n') + 1))), "Orel");
}

TEST(BindFirstPerson, LeavesTheAuthorOutsideQuotationMarks) {
  std::string indirect = quotation("I", "person");
  for (std::size_t at = indirect.find("\t\"\t\"\t"); at != std::string::npos;
       at = indirect.find("\t\"\t\"\t")) {
    indirect.replace(at, 5, "\t-\t-\t");
  }
  EXPECT_EQ(subject_of_left(records_of(indirect)), "");
}

}  // namespace
}  // namespace relata

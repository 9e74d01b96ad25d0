// Nouns and numbers that no mention covers, and whom they stand for.
#include <gtest/gtest.h>

#include <string>

#include "relata/analysis/conllu.hpp"
#include "relata/analysis/lexicon.hpp"
#include "relata/extract/extract.hpp"

namespace relata {
namespace {

DocumentRecords records_of(const std::string& conllu) {
  static const Lexicon kLexicon = Lexicon::load(RELATA_SOURCE_DIR "/models/lexicon.tsv");
  const auto documents = read_annotated_conllu("# newdoc id = d\n" + conllu);
  return extract_records(documents.at(0).first, documents.at(0).second, kLexicon);
}

TEST(UncoveredNouns, AreWhomTheNameBehindThemMeans) {
  const DocumentRecords records = records_of(
      "1\tguards\tguard\tNOUN\t_\tNumber=Plur\t2\tnsubj\t_\tEntity=(1-person)\n"
      "2\tmet\tmeet\tVERB\t_\tTense=Past|VerbForm=Fin\t0\troot\t_\t_\n"
      "3\tformer\tformer\tADJ\t_\t_\t4\tamod\t_\t_\n"
      "4\tdirector\tdirector\tNOUN\t_\tNumber=Sing\t2\tobj\t_\t_\n"
      "5\tJan\tJan\tPROPN\t_\tNumber=Sing\t4\tflat\t_\tNER=B-PER\n"
      "6\tNovak\tNovak\tPROPN\t_\tNumber=Sing\t5\tflat\t_\tNER=I-PER\n\n");
  ASSERT_FALSE(records.triples.empty());
  EXPECT_EQ(records.triples[0].object->name, "Jan Novak");
  for (const EntityRecord& entity : records.entities) EXPECT_NE(entity.name, "former director");
}

TEST(UncoveredNouns, AreAGroupWhereTheyMeanPeople) {
  const auto type_of = [](const std::string& noun) {
    const DocumentRecords records = records_of(
        "1\tguards\tguard\tNOUN\t_\tNumber=Plur\t2\tnsubj\t_\tEntity=(1-person)\n"
        "2\tmet\tmeet\tVERB\t_\tTense=Past|VerbForm=Fin\t0\troot\t_\t_\n"
        "3\tthree\tthree\tNUM\t_\tNumType=Card\t4\tnummod\t_\t_\n"
        "4\t" +
        noun + "\t" + noun + "\tNOUN\t_\tNumber=Plur\t2\tobj\t_\t_\n\n");
    return records.triples.at(0).object->type;
  };
  EXPECT_EQ(type_of("people"), EntityType::kGroup);
  EXPECT_EQ(type_of("ministry"), EntityType::kOrganization);
}

EntityType type_of_described(const std::string& noun, const std::string& number,
                             const std::string& type) {
  const DocumentRecords records =
      records_of("1\tthe\tthe\tDET\t_\tDefinite=Def|PronType=Art\t2\tdet\t_\tEntity=(1-" + type +
                 "\n2\t" + noun + "\t" + noun + "\tNOUN\t_\tNumber=" + number +
                 "\t3\tnsubj\t_\tEntity=1)\n"
                 "3\tleft\tleave\tVERB\t_\tTense=Past|VerbForm=Fin\t0\troot\t_\t_\n\n");
  return records.entities.at(0).type;
}

TEST(TypesOfTheUnnamed, FollowANounThatLeavesNoDoubt) {
  EXPECT_EQ(type_of_described("soldier", "Plur", "organization"), EntityType::kGroup);
  EXPECT_EQ(type_of_described("crew", "Sing", "person"), EntityType::kGroup);
  EXPECT_EQ(type_of_described("rifle", "Plur", "person"), EntityType::kObject);
  EXPECT_EQ(type_of_described("people", "Plur", "organization"), EntityType::kGroup);
  EXPECT_EQ(type_of_described("flight", "Sing", "object"), EntityType::kEvent);
  EXPECT_EQ(type_of_described("truck", "Sing", "object"), EntityType::kObject);
  EXPECT_EQ(type_of_described("ministry", "Sing", "organization"), EntityType::kOrganization);
  EXPECT_EQ(type_of_described("soldier", "Sing", "person"), EntityType::kPerson);
}

TEST(TypesOfTheUnnamed, CountWhoeverIsCounted) {
  const auto type_of_more = [](const std::string& number) {
    return records_of("1\t" + number + "\t" + number +
                      "\tNUM\t_\tNumType=Card\t2\tnummod\t_\tEntity=(1-person\n"
                      "2\tmore\tmore\tADJ\t_\tDegree=Cmp\t3\tnsubj\t_\tEntity=1)\n"
                      "3\tleft\tleave\tVERB\t_\tTense=Past|VerbForm=Fin\t0\troot\t_\t_\n\n")
        .entities.at(0)
        .type;
  };
  EXPECT_EQ(type_of_more("77"), EntityType::kGroup);
  EXPECT_EQ(type_of_more("one"), EntityType::kPerson);
}

TEST(DescriptionsOfTheUnnamed, StopBeforeTheirMembers) {
  const DocumentRecords records = records_of(
      "1\tcities\tcity\tNOUN\t_\tNumber=Plur\t5\tnsubj\t_\tEntity=(1-place\n"
      "2\tsuch\tsuch\tADJ\t_\t_\t4\tcase\t_\t_\n"
      "3\tas\tas\tADP\t_\t_\t2\tfixed\t_\t_\n"
      "4\tLima\tLima\tPROPN\t_\tNumber=Sing\t1\tnmod\t_\tEntity=(2-place)1)\n"
      "5\tgrew\tgrow\tVERB\t_\tTense=Past|VerbForm=Fin\t0\troot\t_\t_\n\n");
  ASSERT_EQ(records.entities.size(), 2U);
  EXPECT_EQ(records.entities.at(0).name, "cities");
}

TEST(GenderOfTheUnnamed, IsNotTheirOwners) {
  const DocumentRecords records = records_of(
      "1\tHer\ther\tPRON\t_\tPoss=Yes|PronType=Prs\t2\tnmod:poss\t_\tEntity=(1-person(2-person)\n"
      "2\tbrother\tbrother\tNOUN\t_\tNumber=Sing\t3\tnsubj\t_\tEntity=1)\n"
      "3\tleft\tleave\tVERB\t_\tTense=Past|VerbForm=Fin\t0\troot\t_\t_\n\n");
  ASSERT_EQ(records.entities.size(), 2U);
  for (const EntityRecord& entity : records.entities) {
    EXPECT_EQ(entity.gender, entity.name == "brother" ? "" : "fem") << entity.name;
  }
}

constexpr const char* kSixNurses =
    "1\tSix\tsix\tNUM\t_\tNumType=Card\t2\tnummod\t_\tEntity=(1-person\n"
    "2\tnurses\tnurse\tNOUN\t_\tNumber=Plur\t3\tnsubj\t_\tEntity=1)\n"
    "3\tleft\tleave\tVERB\t_\tTense=Past|VerbForm=Fin\t0\troot\t_\t_\n\n";
constexpr const char* kTheSixMetTwo =
    "1\tThe\tthe\tDET\t_\tDefinite=Def|PronType=Art\t2\tdet\t_\t_\n"
    "2\tsix\tsix\tNUM\t_\tNumType=Card\t3\tnsubj\t_\t_\n"
    "3\tmet\tmeet\tVERB\t_\tTense=Past|VerbForm=Fin\t0\troot\t_\t_\n"
    "4\tJan\tJan\tPROPN\t_\tNumber=Sing\t3\tobj\t_\tNER=B-PER\n\n";

std::string name_of_the_six(const std::string& conllu) {
  const DocumentRecords records = records_of(conllu);
  for (const TripleRecord& triple : records.triples) {
    if (triple.relation.text == "met") return triple.subject.name;
  }
  return "no triple";
}

TEST(UncoveredNumbers, StandForTheOneGroupOfThatNumber) {
  EXPECT_EQ(name_of_the_six(std::string(kSixNurses) + kTheSixMetTwo), "Six nurses");
}

TEST(UncoveredNumbers, StandForNobodyWhereNoneOrTwoGroupsFit) {
  EXPECT_EQ(name_of_the_six(kTheSixMetTwo), "");
  const std::string six_guards =
      "1\tSix\tsix\tNUM\t_\tNumType=Card\t2\tnummod\t_\tEntity=(2-person\n"
      "2\tguards\tguard\tNOUN\t_\tNumber=Plur\t3\tnsubj\t_\tEntity=2)\n"
      "3\tcame\tcome\tVERB\t_\tTense=Past|VerbForm=Fin\t0\troot\t_\t_\n\n";
  EXPECT_EQ(name_of_the_six(kSixNurses + six_guards + kTheSixMetTwo), "");
}

/// The entity of "two Peruvians who left", or of "the Peruvians who left".
EntityRecord peruvians(const std::string& determiner) {
  const DocumentRecords records = records_of(
      "1\tguards\tguard\tNOUN\t_\tNumber=Plur\t2\tnsubj\t_\t_\n"
      "2\tmet\tmeet\tVERB\t_\tTense=Past|VerbForm=Fin\t0\troot\t_\t_\n" +
      determiner +
      "4\tPeruvians\tPeruvian\tPROPN\t_\tNumber=Plur\t2\tobj\t_\t_\n"
      "5\twho\twho\tPRON\t_\tPronType=Rel\t6\tnsubj\t_\t_\n"
      "6\tleft\tleave\tVERB\t_\tTense=Past|VerbForm=Fin\t4\tacl:relcl\t_\tEntity=1)\n\n");
  return records.entities.at(0);
}

TEST(CountedPeople, HaveADescriptionAndNoName) {
  const EntityRecord two = peruvians("3\ttwo\ttwo\tNUM\t_\t_\t4\tnummod\t_\tEntity=(1-person\n");
  EXPECT_FALSE(two.named);
  ASSERT_FALSE(two.descriptions.empty());
  EXPECT_EQ(two.descriptions[0], "two Peruvians");
  const EntityRecord all =
      peruvians("3\tthe\tthe\tDET\t_\tDefinite=Def\t4\tdet\t_\tEntity=(1-person\n");
  EXPECT_TRUE(all.named);
}

}  // namespace
}  // namespace relata

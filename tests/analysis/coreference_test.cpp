#include "analysis/coreference.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "analysis/coreference_clusters.hpp"
#include "analysis/coreference_features.hpp"
#include "analysis/name_core.hpp"
#include "relata/analysis/conllu.hpp"
#include "relata/core/error.hpp"
#include "relata/core/json.hpp"

namespace relata {
namespace {

using ::testing::ElementsAre;

std::string fixture(const char* name) {
  std::ifstream in(std::string(RELATA_SOURCE_DIR "/tests/analysis/fixtures/") + name,
                   std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// A sentence a line; words "form/UPOS/feats/head/deprel", feats "_" for none. Mentions as
/// Entity= brackets behind a sixth "/".
Analysis analysis_of(std::initializer_list<std::initializer_list<const char*>> sentences) {
  std::string conllu = "# newdoc id = d\n";
  for (const auto& sentence : sentences) {
    int number = 0;
    for (const std::string word : sentence) {
      std::vector<std::string> parts;
      for (std::size_t at = 0; at <= word.size();) {
        const std::size_t end = std::min(word.find('/', at), word.size());
        parts.push_back(word.substr(at, end - at));
        at = end + 1;
      }
      conllu += std::to_string(++number) + '\t' + parts.at(0) + '\t' + parts[0] + '\t' +
                parts.at(1) + "\t_\t" + parts.at(2) + '\t' + parts.at(3) + '\t' + parts.at(4) +
                "\t_\t" + (parts.size() > 5 ? "Entity=" + parts[5] : "_") + '\n';
    }
    conllu += '\n';
  }
  return read_annotated_conllu(conllu).at(0).second;
}

/// Clusters by names alone.
std::vector<std::size_t> resolve_names(Analysis analysis) {
  resolve_coreference(analysis, {}, CoreferenceWeights{});
  std::vector<std::size_t> clusters;
  for (const Mention& mention : analysis.mentions) clusters.push_back(mention.cluster);
  return clusters;
}

TEST(PairFeatures, AgreeWithTraining) {
  const auto read = read_annotated_conllu(fixture("coreference.conllu"));
  ASSERT_EQ(read.size(), 1U);
  const Analysis& analysis = read[0].second;
  const JsonDocument parsed = parse_json(fixture("coreference.json"));
  std::size_t f = 0;
  for (const auto& member : parsed.root()["features"].GetObject()) {
    ASSERT_EQ(member.name.GetString(), kPairFeatures.at(f).name);
    ASSERT_EQ(member.value.GetUint(), kPairFeatures.at(f).size);
    ++f;
  }
  ASSERT_EQ(f, kPairFeatures.size());
  const auto mentions = describe_mentions(analysis);
  const auto& pairs = parsed.root()["pairs"];
  ASSERT_EQ(pairs.Size(), mentions.size() * (mentions.size() - 1) / 2);
  ASSERT_GT(pairs.Size(), 500U);
  rapidjson::SizeType pair = 0;
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j, ++pair) {
      const PairRows rows = pair_features(analysis, mentions[i], mentions[j], i - j);
      for (rapidjson::SizeType k = 0; k < rows.size(); ++k) {
        EXPECT_EQ(rows[k], pairs[pair][k].GetUint())
            << kPairFeatures[k].name << " of mentions " << i << " and " << j;
      }
    }
  }
}

TEST(ResolveCoreference, SameNamesOfOneTypeAreOne) {
  EXPECT_THAT(resolve_names(
                  analysis_of({{"Elena/PROPN/_/2/compound/(1-person", "Varga/PROPN/_/0/root/1)"},
                               {"the/DET/_/2/det/(2-place", "Varga/PROPN/_/0/root/2)"},
                               {"ELENA/PROPN/_/2/compound/(3-person", "Vargá/PROPN/_/0/root/3)"}})),
              ElementsAre(0, 1, 0));
}

TEST(ResolveCoreference, SurnameIsThePersonOfThatName) {
  EXPECT_THAT(resolve_names(analysis_of({{"Gen./PROPN/_/3/compound/(1-person",
                                          "Tomas/PROPN/_/3/compound", "Lind/PROPN/_/0/root/1)"},
                                         {"Lind/PROPN/_/0/root/(2-person)"}})),
              ElementsAre(0, 0));
}

TEST(ResolveCoreference, SurnameOfTwoPeopleStaysOpen) {
  EXPECT_THAT(
      resolve_names(analysis_of({{"Tomas/PROPN/_/2/compound/(1-person", "Lind/PROPN/_/0/root/1)"},
                                 {"James/PROPN/_/2/compound/(2-person", "Lind/PROPN/_/0/root/2)"},
                                 {"Lind/PROPN/_/0/root/(3-person)"}})),
      ElementsAre(0, 1, 2));
}

TEST(ResolveCoreference, ATitleTellsWhoseSurnameItIs) {
  EXPECT_THAT(resolve_names(
                  analysis_of({{"Ana/PROPN/_/2/compound/(1-person", "Lind/PROPN/_/0/root/1)"},
                               {"Judge/PROPN/_/3/compound/(2-person", "James/PROPN/_/3/compound",
                                "Lind/PROPN/_/0/root/2)"},
                               {"Judge/PROPN/_/2/compound/(3-person", "Lind/PROPN/_/0/root/3)"},
                               {"Mayor/PROPN/_/2/compound/(4-person", "Lind/PROPN/_/0/root/4)"}})),
              ElementsAre(0, 1, 1, 2));
}

TEST(ResolveCoreference, APartOfADoubleNameIsNotIt) {
  EXPECT_THAT(resolve_names(analysis_of({{"Ana/PROPN/_/2/compound/(1-person", "Ruiz/PROPN/_/0/root",
                                          "-/PUNCT/_/4/punct", "Lind/PROPN/_/2/flat/1)"},
                                         {"Lind/PROPN/_/0/root/(2-person)"}})),
              ElementsAre(0, 1));
}

TEST(ResolveCoreference, GivesPronounsClustersOfTheirOwnWithoutTheNet) {
  EXPECT_THAT(resolve_names(analysis_of({{"Lind/PROPN/_/2/nsubj/(1-person)", "saw/VERB/_/0/root",
                                          "himself/PRON/Reflex=Yes/2/obj/(2-person)"}})),
              ElementsAre(0, 1));
}

TEST(CompareNames, TellsPeopleApart) {
  const auto core = [](std::vector<std::string> words) {
    NameCore made;
    made.words = std::move(words);
    for (const std::string& word : made.words) made.key += made.key.empty() ? word : ' ' + word;
    return made;
  };
  const auto people = [](const NameCore& a, const NameCore& b) {
    EXPECT_EQ(compare_names(a, b, MentionType::kPerson), compare_names(b, a, MentionType::kPerson));
    return compare_names(a, b, MentionType::kPerson);
  };
  EXPECT_EQ(people(core({"ana", "ruiz"}), core({"ana", "ruiz"})), NameAgreement::kSame);
  EXPECT_EQ(people(core({"ana", "ruiz"}), core({"ruiz"})), NameAgreement::kPart);
  EXPECT_EQ(people(core({"ana", "ruiz"}), core({"ana"})), NameAgreement::kPart);
  EXPECT_EQ(people(core({"ana", "ruiz"}), core({"eva", "ruiz"})), NameAgreement::kConflict);
  EXPECT_EQ(people(core({"ana", "ruiz"}), core({"a.", "ruiz"})), NameAgreement::kUnclear);
  EXPECT_EQ(people(core({"ana", "ruiz"}), core({"tomas", "lind"})), NameAgreement::kDisjoint);
  EXPECT_EQ(people(core({"ruiz"}), core({})), NameAgreement::kUnclear);
  EXPECT_EQ(people(core({"ana", "jr."}), core({"ana", "ruiz"})), NameAgreement::kConflict);
}

TEST(CompareNames, KnowsInitials) {
  NameCore acronym;
  acronym.words = {"n.p.a."};
  acronym.key = "n.p.a.";
  acronym.letters = "npa";
  NameCore full;
  full.words = {"northern", "ports", "authority"};
  full.key = "northern ports authority";
  full.initials = "npa";
  EXPECT_EQ(compare_names(acronym, full, MentionType::kOrganization), NameAgreement::kAcronym);
  full.initials = "nps";
  EXPECT_EQ(compare_names(acronym, full, MentionType::kOrganization), NameAgreement::kDisjoint);
}

TEST(FindNameCores, LeavesOutTitlesDescriptionsAndCoordinations) {
  const Analysis analysis = analysis_of(
      {{"Gen./PROPN/_/3/compound/(1-person", "Amélie/PROPN/_/3/compound", "Roux/PROPN/_/0/root",
        ",/PUNCT/_/6/punct", "the/DET/_/6/det", "minister/NOUN/_/3/appos/1)"},
       {"Ana/PROPN/_/0/root/(2-person", "and/CCONJ/_/3/cc", "Eva/PROPN/_/1/conj/2)"},
       {"Bank/PROPN/_/0/root/(3-organization", "of/ADP/_/3/case", "Veltria/PROPN/_/1/nmod/3)"}});
  const auto cores = find_name_cores(analysis);
  ASSERT_EQ(cores.size(), 3U);
  EXPECT_EQ(cores[0].key, "amelie roux");
  EXPECT_EQ(cores[1].key, "");
  EXPECT_EQ(cores[2].key, "bank of veltria");
  EXPECT_EQ(cores[2].initials, "bv");
}

TEST(ResolveCoreference, TwoSpansRoundOneHeadShareItsCluster) {
  // "the Roux of Lund" and "the Roux" are spans of one head; the one that was named before draws
  // the other in.
  EXPECT_THAT(resolve_names(analysis_of({{"Roux/PROPN/_/0/root/(1-organization)"},
                                         {"Roux/PROPN/_/0/root/(2-organization(3-organization)",
                                          "of/ADP/_/3/case", "it/PRON/_/1/nmod/2)"}})),
              ElementsAre(0, 0, 0));
}

/// Whether the last of the mentions may join the first.
bool last_may_join_first(const Analysis& analysis) {
  const auto mentions = describe_mentions(analysis);
  const auto names = find_name_cores(analysis);
  ClusterBuilder clusters(analysis, mentions, names);
  for (std::size_t m = 0; m + 1 < mentions.size(); ++m) clusters.place(clusters.size());
  return clusters.allows(0);
}

TEST(ClusterBuilder, KeepsGendersApart) {
  const char* he = "he/PRON/Gender=Masc|Number=Sing|Person=3|PronType=Prs/0/root/(1-person)";
  const char* she = "she/PRON/Gender=Fem|Number=Sing|Person=3|PronType=Prs/0/root/(2-person)";
  EXPECT_FALSE(last_may_join_first(analysis_of({{he}, {she}})));
  EXPECT_TRUE(last_may_join_first(analysis_of({{he}, {he}})));
}

TEST(ClusterBuilder, KeepsThoseApartWhomHonorificsOrNounsTellApart) {
  const char* family = "Roux/PROPN/_/0/root/1)";
  const char* mr = "Mr./PROPN/_/2/compound/(1-person";
  const char* mrs = "Mrs/PROPN/_/2/compound/(1-person";
  const char* his = "his/PRON/_/2/nmod:poss/(2-person";
  const char* wife = "wife/NOUN/Number=Sing/0/root/2)";
  EXPECT_FALSE(last_may_join_first(
      analysis_of({{mr, family}, {"Mrs/PROPN/_/2/compound/(2-person", "Roux/PROPN/_/0/root/2)"}})));
  EXPECT_TRUE(last_may_join_first(analysis_of({{mr, family}, {"Roux/PROPN/_/0/root/(2-person)"}})));
  EXPECT_FALSE(last_may_join_first(analysis_of({{mr, family}, {his, wife}})));
  EXPECT_TRUE(last_may_join_first(analysis_of({{mrs, family}, {his, wife}})));
  EXPECT_FALSE(last_may_join_first(analysis_of(
      {{"Roux/PROPN/_/0/root/(1-person)"},
       {"the/DET/_/3/det/(2-person", "other/ADJ/_/3/amod", "Roux/PROPN/_/0/root/2)"}})));
}

TEST(ClusterBuilder, TwoEndsOfAVerbAreTwoUnlessReflexive) {
  EXPECT_FALSE(
      last_may_join_first(analysis_of({{"Lind/PROPN/_/2/nsubj/(1-person)", "saw/VERB/_/0/root",
                                        "him/PRON/Person=3/2/obj/(2-person)"}})));
  EXPECT_TRUE(
      last_may_join_first(analysis_of({{"Lind/PROPN/_/2/nsubj/(1-person)", "saw/VERB/_/0/root",
                                        "himself/PRON/Person=3|Reflex=Yes/2/obj/(2-person)"}})));
}

TEST(ClusterBuilder, WhomAClauseIsAboutIsNotDoneToByIt) {
  const auto joins = [](const char* pronoun, const char* verb, const char* subject) {
    return last_may_join_first(
        analysis_of({{"woman/NOUN/Number=Sing/0/root/(1-person", subject, verb, pronoun}}));
  };
  constexpr const char* kWho = "who/PRON/PronType=Rel/3/nsubj";
  constexpr const char* kPaid = "paid/VERB/_/1/acl:relcl";
  EXPECT_FALSE(joins("him/PRON/Person=3/3/obj/(2-person)1)", kPaid, kWho));
  EXPECT_TRUE(joins("herself/PRON/Person=3|Reflex=Yes/3/obj/(2-person)1)", kPaid, kWho));
  // "the woman they paid her for" has another subject; "with her" may be her.
  EXPECT_TRUE(joins("her/PRON/Person=3/3/obj/(2-person)1)", kPaid, "they/PRON/Person=3/3/nsubj"));
  EXPECT_TRUE(joins("her/PRON/Person=3/3/obl/(2-person)1)", kPaid, kWho));
}

TEST(ClusterBuilder, WhomAClauseIsAboutDoesNotDoWhatItTells) {
  const auto joins = [](const char* pronoun, const char* clause) {
    return last_may_join_first(analysis_of(
        {{"Lind/PROPN/_/0/root/(1-person)", "whom/PRON/PronType=Rel/4/obj", pronoun, clause}}));
  };
  constexpr const char* kHe = "he/PRON/Person=3/4/nsubj/(2-person)";
  EXPECT_FALSE(joins(kHe, "met/VERB/_/1/acl:relcl"));
  EXPECT_TRUE(joins(kHe, "met/VERB/_/1/parataxis"));
  EXPECT_TRUE(joins("his/PRON/Person=3/4/obl/(2-person)", "met/VERB/_/1/acl:relcl"));
}

TEST(ClusterBuilder, ADeedToldByAVerbIsNoOtherDeed) {
  const auto joins = [](const char* verb, const char* noun) {
    return last_may_join_first(analysis_of(
        {{"release/NOUN/Number=Sing/2/obj/(1-event)", verb}, {noun, "followed/VERB/_/0/root"}}));
  };
  constexpr const char* kArrest = "arrest/NOUN/Number=Sing/2/nsubj/(2-event)";
  EXPECT_FALSE(joins("arrest/VERB/_/0/root", kArrest));
  EXPECT_TRUE(joins("demand/VERB/_/0/root", kArrest));
  EXPECT_TRUE(joins("release/VERB/_/0/root", "release/NOUN/Number=Sing/2/nsubj/(2-event)"));
}

TEST(ClusterBuilder, WhoIsSomethingOfAnotherIsNotThatOther) {
  const auto last_joins = [](const char* relation) {
    const std::string inner = std::string("Lind/PROPN/_/4/") + relation + "/(2-person)";
    return last_may_join_first(analysis_of(
        {{"Ana/PROPN/_/2/compound/(1-person", "Lind/PROPN/_/0/root/1)", "the/DET/_/4/det",
          "head/NOUN/_/2/appos", "of/ADP/_/6/case", inner.c_str()}}));
  };
  EXPECT_FALSE(last_joins("nmod"));
  EXPECT_TRUE(last_joins("appos"));
}

TEST(ClusterBuilder, WhoIsAFriendOfAnotherIsNotThatOther) {
  const auto joins = [](const char* friend_of) {
    return last_may_join_first(
        analysis_of({{"Lind/PROPN/_/3/nsubj/(1-person)", "is/AUX/_/3/cop",
                      "friend/NOUN/Number=Sing/0/root", "of/ADP/_/5/case", friend_of}}));
  };
  EXPECT_FALSE(joins("mayor/NOUN/Number=Sing/3/nmod/(2-person)"));
  EXPECT_TRUE(joins("mayor/NOUN/Number=Sing/3/obl/(2-person)"));
}

TEST(ClusterBuilder, APredicateIsWhatItIsSaidOf) {
  const auto joins = [](const char* denial) {
    return last_may_join_first(
        analysis_of({{"Lind/PROPN/_/0/root/(1-person)"},
                     {"Roux/PROPN/_/4/nsubj/(2-person)", "is/AUX/_/4/cop", denial,
                      "director/NOUN/Number=Sing/0/root/(3-person)"}}));
  };
  EXPECT_FALSE(joins("now/ADV/_/4/advmod"));
  EXPECT_TRUE(joins("not/PART/Polarity=Neg/4/advmod"));
}

TEST(ClusterBuilder, AnOwnerIsNotWhatHeHas) {
  const auto joins = [](const char* name) {
    return last_may_join_first(
        analysis_of({{"sister/NOUN/Number=Sing/0/root/(1-person)"}, {name}}));
  };
  const auto with_owner = [](const char* last) {
    return last_may_join_first(analysis_of(
        {{"Roux/PROPN/_/2/nmod:poss/(1-person", "sister/NOUN/Number=Sing/0/root/1)"}, {last}}));
  };
  EXPECT_TRUE(joins("Roux/PROPN/_/0/root/(2-person)"));
  EXPECT_FALSE(with_owner("Roux/PROPN/_/0/root/(2-person)"));
  EXPECT_TRUE(with_owner("Lind/PROPN/_/0/root/(2-person)"));
}

TEST(ClusterBuilder, OneIsNotSeveral) {
  const auto joins = [](const char* form, const char* number) {
    const std::string second = std::string(form) + "/NOUN/Number=" + number + "/0/root/(2-object)";
    return last_may_join_first(
        analysis_of({{"document/NOUN/Number=Sing/0/root/(1-object)"}, {second.c_str()}}));
  };
  EXPECT_TRUE(joins("document", "Sing"));
  EXPECT_FALSE(joins("document", "Plur"));
  EXPECT_TRUE(joins("papers", "Plur"));
}

TEST(ClusterBuilder, NothingIsPartOfItselfButThroughAnApposition) {
  EXPECT_FALSE(last_may_join_first(analysis_of(
      {{"her/PRON/Person=3/2/nmod:poss/(2-person)(1-person", "deputy/NOUN/_/0/root/1)"}})));
  EXPECT_TRUE(last_may_join_first(
      analysis_of({{"her/PRON/Person=3/2/nmod:poss/(1-person", "deputy/NOUN/_/0/root",
                    "Lind/PROPN/_/2/appos/(2-person)1)"}})));
}

TEST(ClusterBuilder, SixAreNotTwo) {
  const auto joins = [](const std::string& numeral) {
    const std::string second = numeral + "/NUM/_/2/nummod/(2-person";
    return last_may_join_first(
        analysis_of({{"six/NUM/_/2/nummod/(1-person", "captains/NOUN/Number=Plur/0/root/1)"},
                     {second.c_str(), "captains/NOUN/Number=Plur/0/root/2)"}}));
  };
  EXPECT_FALSE(joins("two"));
  EXPECT_TRUE(joins("Six"));
}

TEST(ClusterBuilder, WhatAClauseSaysOfItsNounMayBeTheNoun) {
  EXPECT_TRUE(last_may_join_first(
      analysis_of({{"team/NOUN/_/0/root/(1-organization", "losing/VERB/_/1/acl",
                    "its/PRON/Person=3/4/nmod:poss/(2-organization)", "coach/NOUN/_/2/obj/1)"}})));
}

TEST(ClusterBuilder, ACoordinationIsNotItsFirstName) {
  EXPECT_FALSE(last_may_join_first(
      analysis_of({{"Ana/PROPN/_/0/root/(1-person)"},
                   {"Ana/PROPN/_/0/root/(2-person", "and/CCONJ/_/3/cc", "I/PRON/_/1/conj/2)"}})));
}

TEST(ClusterBuilder, ConjunctsAreTwo) {
  EXPECT_FALSE(last_may_join_first(analysis_of(
      {{"dogs/NOUN/_/0/root/(1-animal)", "and/CCONJ/_/3/cc", "cats/NOUN/_/1/conj/(2-animal)"}})));
}

TEST(ClusterBuilder, SecondAndThirdConjunctAreTwo) {
  const Analysis analysis = analysis_of({{"dogs/NOUN/_/0/root", "cats/NOUN/_/1/conj/(1-animal)",
                                          "and/CCONJ/_/4/cc", "kittens/NOUN/_/1/conj/(2-animal)"}});
  EXPECT_FALSE(last_may_join_first(analysis));
}

TEST(CheckCoreferenceFeatures, RefusesOtherTables) {
  CoreferenceWeights weights;
  EXPECT_THROW(check_coreference_features(weights), Error);
  for (const PairFeature& feature : kPairFeatures) {
    weights.features.push_back({std::string(feature.name), feature.size, {}});
  }
  EXPECT_NO_THROW(check_coreference_features(weights));
  weights.features[3].size = 99;
  EXPECT_THROW(check_coreference_features(weights), Error);
}

}  // namespace
}  // namespace relata

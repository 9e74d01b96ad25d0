#include "resolve/first_phrases.hpp"

#include <gtest/gtest.h>

#include "resolve/record_builder.hpp"

namespace relata {
namespace {

TEST(FindFirstPhrases, CutsThePhraseOutOfItsSentence) {
  RecordBuilder records("a");
  const auto envoy = records.described(EntityType::kPerson, {"envoy"});
  const auto city = records.name(EntityType::kPlace, {"Żary"});
  records.entity(envoy).first = {104, 121};
  records.entity(city).first = {116, 120};
  TripleRecord& triple = records.triple(envoy, "said", city);
  triple.sentence = {3, {100, 128}, "The envoy, from Żary, spoke.", {}};
  const std::vector<FirstPhrase> phrases = find_first_phrases(records.records());
  EXPECT_EQ(phrases[0].text, "envoy, from Żary,");
  EXPECT_EQ(determiner_of(phrases[0]), "the");
  EXPECT_EQ(phrases[0].sentence, 3U);
  EXPECT_EQ(phrases[1].text, "Żary");
}

TEST(FindFirstPhrases, GivesNothingWithoutTheSentence) {
  RecordBuilder records("a");
  records.person({"Zoe Novak"});
  EXPECT_EQ(find_first_phrases(records.records())[0].text, "");
}

}  // namespace
}  // namespace relata

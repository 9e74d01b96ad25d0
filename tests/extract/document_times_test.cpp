#include "extract/document_times.hpp"

#include <gtest/gtest.h>

#include <sstream>
#include <string>

namespace relata {
namespace {

Analysis analysis(const std::vector<std::string>& sentences) {
  Analysis result;
  for (const std::string& text : sentences) {
    Sentence sentence;
    std::istringstream stream(text);
    for (std::string form; stream >> form;) {
      Word word;
      word.form = form;
      word.upos = Upos::kNoun;
      sentence.words.push_back(word);
    }
    result.sentences.push_back(sentence);
  }
  return result;
}

std::string value(const Analysis& given, std::size_t sentence, WordId word,
                  Direction direction = Direction::kPast) {
  const DocumentTimes times(given, "2025-08-13");
  const TimeSpan* span = times.find(sentence, word, {}, direction);
  return span == nullptr ? "no time" : span->value;
}

TEST(DocumentTimes, CountFromWhatTheStoryToldLast) {
  const Analysis story = analysis(
      {"They met on 3 March 2014 .", "Two days later they parted .", "That year it rained ."});
  EXPECT_EQ(value(story, 0, 4), "2014-03-03");
  EXPECT_EQ(value(story, 1, 2), "2014-03-05");
  EXPECT_EQ(value(story, 2, 1), "2014");
}

TEST(DocumentTimes, DoNotCountAcrossParagraphs) {
  Analysis story = analysis({"They met on 3 March 2014 .", "Two days later they parted ."});
  story.sentences[1].paragraph_start = true;
  EXPECT_EQ(value(story, 1, 2), "");
}

TEST(DocumentTimes, SplitWordsWithADash) {
  EXPECT_EQ(value(analysis({"It froze in mid-January 2021 ."}), 0, 3), "2021-01");
  EXPECT_EQ(value(analysis({"She ruled in 2004–2008 ."}), 0, 3), "2004/2008");
  EXPECT_EQ(value(analysis({"A well-known song of 1999-style pop"}), 0, 1), "no time");
}

TEST(DocumentTimes, TakeNoNumberForAYearThatCountsThings) {
  Analysis meals = analysis({"They cooked in 2012 kitchens ."});
  meals.sentences[0].words[3].deprel = "nummod";
  meals.sentences[0].words[3].head = 5;
  EXPECT_EQ(value(meals, 0, 3), "no time");
}

TEST(DocumentTimes, LookAheadForPlans) {
  const Analysis plan = analysis({"They vote on Friday ."});
  EXPECT_EQ(value(plan, 0, 3), "2025-08-08");
  EXPECT_EQ(value(plan, 0, 3, Direction::kFuture), "2025-08-15");
}

}  // namespace
}  // namespace relata

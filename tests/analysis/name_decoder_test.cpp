#include "analysis/name_decoder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

namespace relata {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(DecodeNameTags, NeverStartsWithinAName) {
  // I-PER scores best on both words, but a name must begin.
  const std::vector<float> scores = {0, 1, 5, 0, 0, 0, 0,  //
                                     0, 1, 5, 0, 0, 0, 0};
  EXPECT_THAT(decode_name_tags(scores, 2, 7), ElementsAre(1, 2));
}

TEST(DecodeNameTags, GoesOnOnlyInItsOwnKind) {
  // B-PER, then I-ORG scores best; B-ORG is the best valid way.
  const std::vector<float> scores = {0, 9, 0, 0, 0, 0, 0,  //
                                     0, 0, 1, 3, 4, 0, 0};
  EXPECT_THAT(decode_name_tags(scores, 2, 7), ElementsAre(1, 3));
}

TEST(DecodeNameTags, WeighsTheWholeSentence) {
  // O is better for the first word alone, but costs I-LOC afterwards.
  const std::vector<float> scores = {2, 0, 0, 0, 0, 1, 0,  //
                                     0, 0, 0, 0, 0, 0, 3};
  EXPECT_THAT(decode_name_tags(scores, 2, 7), ElementsAre(5, 6));
}

TEST(DecodeNameTags, HasNothingToSayOfNoWords) {
  EXPECT_THAT(decode_name_tags({}, 0, 7), IsEmpty());
}

}  // namespace
}  // namespace relata

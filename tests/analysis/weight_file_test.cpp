#include "analysis/weight_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "analysis/random_model.hpp"
#include "relata/core/error.hpp"

namespace relata {
namespace {

using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::HasSubstr;

class WeightFileTest : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
    path_ = std::filesystem::temp_directory_path() /
            (std::string("relata_weights_") + test->name() + ".bin");
    testing::WeightFileWriter writer("analysis");
    writer.floats("a", {2, 3}, {1, 2, 3, 4, 5, 6});
    writer.bytes("p", {2, 2}, {64, -64, 1, 0}, ",\"input_scale\":0.5,\"input_zero\":7");
    writer.floats("p.scale", {2}, {0.5F, 2});
    writer.floats("p.bias", {2}, {0, 1});
    writer.bytes("large", {1, 1}, {65}, ",\"input_scale\":0.5,\"input_zero\":7");
    writer.floats("large.scale", {1}, {1});
    writer.floats("large.bias", {1}, {1});
    writer.bytes("cut", {1, 1}, {64}, ",\"input_scale\":0.5,\"input_zero\":0");
    writer.floats("cut.scale", {1}, {1});
    writer.floats("cut.bias", {1}, {1});
    writer.strings("upos", {"ADJ", "ADP"});
    writer.config("layers", 6);
    text_ = writer.text();
  }
  void TearDown() override { std::filesystem::remove(path_); }

  WeightFile open(const std::string& text) const {
    std::ofstream(path_, std::ios::binary) << text;
    return WeightFile(path_.string(), "analysis");
  }

  /// What opening says, which must name the file.
  std::string refusal(const std::string& text) const {
    try {
      open(text);
    } catch (const Error& error) {
      EXPECT_EQ(error.place().file, path_.string());
      return error.what();
    }
    return "opened";
  }

  std::filesystem::path path_;
  std::string text_;
};

TEST_F(WeightFileTest, GivesWhatWasWritten) {
  const WeightFile file = open(text_);
  EXPECT_EQ(file.id(), "random-1");
  EXPECT_THAT(file.floats("a", {2, 3}), ElementsAre(1, 2, 3, 4, 5, 6));
  EXPECT_THAT(file.floats("a", {2, 0}).size(), 6);
  EXPECT_THAT(file.strings("upos"), ElementsAre("ADJ", "ADP"));
  EXPECT_EQ(file.config("layers", 0), 6);
  EXPECT_EQ(file.config("nothing", 3), 3);
  const Int8Weights weights = file.product("p", 2, 2);
  EXPECT_THAT(weights.values, ElementsAre(64, -64, 1, 0));
  EXPECT_EQ(weights.input_scale, 0.5F);
  EXPECT_EQ(weights.input_zero, 7);
}

TEST_F(WeightFileTest, RefusesAMissingFile) {
  try {
    WeightFile(path_.string() + ".none", "analysis");
    FAIL() << "opened";
  } catch (const Error& error) {
    EXPECT_THAT(error.place().file, EndsWith(".none"));
    EXPECT_THAT(error.what(), HasSubstr("No such file"));
  }
}

TEST_F(WeightFileTest, RefusesWhatIsNotOne) {
  EXPECT_THAT(refusal(""), HasSubstr("too short"));
  EXPECT_THAT(refusal("PNG, a picture of some sort"), HasSubstr("does not start with"));
  std::string other = text_;
  other[6] = '2';
  EXPECT_THAT(refusal(other), HasSubstr("another version"));
}

TEST_F(WeightFileTest, RefusesAnyTruncation) {
  for (std::size_t size : {std::size_t{10}, std::size_t{20}, std::size_t{200}, text_.size() - 1}) {
    EXPECT_NE(refusal(text_.substr(0, size)), "opened") << size;
  }
  EXPECT_THAT(refusal(text_.substr(0, 200)), HasSubstr("truncated"));
}

TEST_F(WeightFileTest, NoticesOneChangedBit) {
  std::string damaged = text_;
  damaged.back() = static_cast<char>(damaged.back() ^ 1);
  EXPECT_THAT(refusal(damaged), HasSubstr("SHA-256"));
}

TEST_F(WeightFileTest, RefusesAnotherKind) {
  std::ofstream(path_, std::ios::binary) << text_;
  EXPECT_THROW(WeightFile(path_.string(), "wordpieces"), Error);
}

TEST_F(WeightFileTest, RefusesATensorOfAnotherShapeOrType) {
  const WeightFile file = open(text_);
  EXPECT_THROW(file.floats("a", {3, 2}), Error);
  EXPECT_THROW(file.floats("p", {2, 2}), Error);
  EXPECT_THROW(file.floats("b", {2}), Error);
  EXPECT_THROW(file.strings("feats"), Error);
}

TEST_F(WeightFileTest, RefusesAnInputBelowZeroBehindARelu) {
  const WeightFile file = open(text_);
  EXPECT_EQ(file.product_of_relu("cut", 1, 1).input_zero, 0);
  EXPECT_THROW(file.product_of_relu("p", 2, 2), Error);
}

TEST_F(WeightFileTest, RefusesAWeightThatWouldSaturate) {
  EXPECT_THROW(open(text_).product("large", 1, 1), Error);
}

}  // namespace
}  // namespace relata

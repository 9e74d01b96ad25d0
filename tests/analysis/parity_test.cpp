// The C++ model against the same arithmetic in NumPy, which gives the same bits:
// fixtures/parity.json, written by training/parity.py.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "analysis/model_fixture.hpp"
#include "analysis/scratch.hpp"
#include "analysis/syntax_heads.hpp"
#include "analysis/windows.hpp"
#include "analysis/word_inputs.hpp"
#include "analysis/word_vectors.hpp"
#include "relata/analysis/analysis.hpp"
#include "relata/core/json.hpp"

namespace relata {
namespace {

using ::testing::ElementsAreArray;

std::vector<std::string> strings(const JsonValue& list) {
  std::vector<std::string> out;
  for (const JsonValue& value : list.GetArray()) out.emplace_back(value.GetString());
  return out;
}

template <class Number>
std::vector<Number> numbers(const JsonValue& list) {
  std::vector<Number> out;
  for (const JsonValue& value : list.GetArray()) {
    out.push_back(static_cast<Number>(value.GetDouble()));
  }
  return out;
}

class Parity : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto path = testing::source_path("tests/analysis/fixtures/parity.json");
    std::ifstream file(path, std::ios::binary);
    if (testing::shipped_model() == nullptr || !file) {
      GTEST_SKIP() << "no shipped model, or no " << path;
    }
    text_.assign(std::istreambuf_iterator<char>(file), {});
    fixture_.emplace(parse_json(text_));
    if (string_member(root(), "sha256") != model().sha256()) {
      GTEST_SKIP() << path << " is of another model than models/analysis.bin";
    }
    tolerance_ = static_cast<float>(*number_member(root(), "tolerance"));
  }

  const JsonValue& root() const { return fixture_->root(); }
  const Model& model() const { return *testing::shipped_model(); }

  /// `name` lists places and the first values of their vectors.
  void expect_close(const JsonValue& text, const char* name, const char* place,
                    const float* vectors, float tolerance) const {
    for (const JsonValue& entry : text[name].GetArray()) {
      const std::size_t at = entry[place].GetUint();
      const std::vector<float> expected = numbers<float>(entry["values"]);
      for (std::size_t i = 0; i < expected.size(); ++i) {
        const float found = vectors[at * kWidth + i];
        EXPECT_NEAR(found, expected[i], tolerance)
            << name << " of " << place << " " << at << ", value " << i;
      }
    }
  }

  std::string text_;
  std::optional<JsonDocument> fixture_;
  float tolerance_ = 0;
};

TEST_F(Parity, PiecesShapesAndVectorsAgree) {
  AnalysisWorkspace workspace(model());
  AnalysisWorkspace::Scratch& scratch = workspace.scratch();
  for (const JsonValue& text : root()["texts"].GetArray()) {
    std::vector<Word> words;
    for (const JsonValue& sentence : text["sentences"].GetArray()) {
      for (const std::string& form : strings(sentence)) {
        words.emplace_back();
        words.back().form = form;
      }
    }
    const std::vector<std::size_t> block_starts = {0};
    const Model::Parts& parts = model().parts();
    const WordInputs inputs = word_inputs(words, block_starts, parts.pieces, scratch.cache);
    std::vector<std::size_t> pieces;
    std::vector<std::size_t> order;
    std::vector<int> shapes;
    std::vector<double> prefixes;
    std::vector<double> suffixes;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const auto first = inputs.pieces.begin() + static_cast<std::ptrdiff_t>(inputs.piece_start[i]);
      EXPECT_THAT(
          std::vector<int>(first, first + static_cast<std::ptrdiff_t>(inputs.piece_count(i))),
          ElementsAreArray(numbers<int>(text["pieces"][static_cast<unsigned>(i)])))
          << words[i].form;
      pieces.push_back(inputs.piece_count(i));
      order.push_back(i);
      shapes.push_back(shape_in_context(inputs.features[i], inputs.after_opening[i] != 0,
                                        inputs.block_has_lower[i] != 0));
      prefixes.push_back(inputs.features[i].prefix_hash);
      suffixes.push_back(inputs.features[i].suffix_hash);
    }
    EXPECT_THAT(shapes, ElementsAreArray(numbers<int>(text["shapes"])));
    EXPECT_THAT(prefixes, ElementsAreArray(numbers<double>(text["prefix_hash"])));
    EXPECT_THAT(suffixes, ElementsAreArray(numbers<double>(text["suffix_hash"])));

    WordVectors& vectors = scratch.vectors;
    vectors.syntax.resize(words.size() * kWidth);
    vectors.entity.resize(words.size() * kWidth);
    vectors.coreference.resize(words.size() * kWidth);
    const std::vector<Window> windows = plan_windows(pieces, block_starts);
    ASSERT_EQ(windows.size(), 1U);
    compute_word_vectors(inputs, order, windows, parts, scratch.encoder, scratch.view, vectors);
    expect_close(text, "x6", "piece", scratch.encoder.states[kLayers].data(), tolerance_);
    expect_close(text, "syntax", "word", vectors.syntax.data(), tolerance_);
    expect_close(text, "entity", "word", vectors.entity.data(), tolerance_);

    const std::vector<WordTags> tags =
        tag_words(vectors.syntax, parts.syntax, scratch.heads, scratch.product);
    const std::vector<float> ends = numbers<float>(text["sentence_end_logits"]);
    ASSERT_EQ(tags.size(), ends.size());
    for (std::size_t i = 0; i < tags.size(); ++i) {
      EXPECT_NEAR(tags[i].sentence_end, ends[i], tolerance_) << words[i].form;
    }
  }
}

/// A verb's is the lexicon's choice, which training does not know.
std::string lemma_to_compare(const std::string& upos, const std::string& lemma) {
  return upos == "VERB" ? "-" : lemma;
}

/// A line a word and a line a mention.
std::vector<std::string> expected_decisions(const JsonValue& analysis) {
  std::vector<std::string> out;
  const std::vector<std::string> upos = strings(analysis["upos"]);
  const std::vector<std::string> feats = strings(analysis["feats"]);
  const std::vector<std::string> lemmas = strings(analysis["lemmas"]);
  const std::vector<std::string> deprels = strings(analysis["deprels"]);
  const std::vector<std::string> names = strings(analysis["names"]);
  const std::vector<std::size_t> heads = numbers<std::size_t>(analysis["heads"]);
  for (std::size_t i = 0; i < upos.size(); ++i) {
    out.push_back(upos[i] + " " + feats[i] + " " + lemma_to_compare(upos[i], lemmas[i]) + " " +
                  std::to_string(heads[i]) + " " + deprels[i] + " " + names[i]);
  }
  for (const JsonValue& entry : analysis["mentions"].GetArray()) {
    out.push_back(std::to_string(entry["start"].GetUint()) + "-" +
                  std::to_string(entry["end"].GetUint()) + " " +
                  std::to_string(entry["head"].GetUint()) + " " + entry["type"].GetString());
  }
  return out;
}

/// The same of sentence `s`.
std::vector<std::string> found_decisions(const Analysis& analysis, std::size_t s) {
  const Sentence& sentence = analysis.sentences[s];
  std::vector<std::string> names(sentence.words.size(), "O");
  for (const Name& name : analysis.names) {
    for (std::size_t i = name.first; name.sentence == s && i <= name.last; ++i) {
      names[i] = (i == name.first ? "B-" : "I-") + std::string(to_string(name.type));
    }
  }
  std::vector<std::string> out;
  for (std::size_t i = 0; i < sentence.words.size(); ++i) {
    const Word& word = sentence.words[i];
    const std::string upos(to_string(word.upos));
    out.push_back(upos + " " + word.feats + " " + lemma_to_compare(upos, word.lemma) + " " +
                  std::to_string(word.head) + " " + word.deprel + " " + names[i]);
  }
  for (const Mention& mention : analysis.mentions) {
    if (mention.sentence != s) continue;
    out.push_back(std::to_string(mention.first) + "-" + std::to_string(mention.last + 1) + " " +
                  std::to_string(mention.head) + " " + std::string(to_string(mention.type)));
  }
  return out;
}

TEST_F(Parity, DecisionsAgree) {
  AnalysisWorkspace workspace(model());
  std::size_t decisions = 0;
  for (const JsonValue& text : root()["texts"].GetArray()) {
    std::vector<std::vector<std::string>> sentences;
    for (const JsonValue& sentence : text["sentences"].GetArray()) {
      sentences.push_back(strings(sentence));
    }
    const Analysis analysis =
        analyze_document(testing::given_document(sentences), model(), workspace);
    ASSERT_EQ(analysis.sentences.size(), sentences.size());
    for (unsigned s = 0; s < sentences.size(); ++s) {
      const std::vector<std::string> expected = expected_decisions(text["analyses"][s]);
      EXPECT_THAT(found_decisions(analysis, s), ElementsAreArray(expected));
      decisions += expected.size();
    }
  }
  EXPECT_GT(decisions, 200U);
}

}  // namespace
}  // namespace relata

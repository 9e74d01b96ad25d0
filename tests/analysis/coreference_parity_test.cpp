// The scores of the C++ coreference against the same arithmetic in NumPy: fixtures/parity.json,
// written by training/parity.py.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "analysis/coreference_features.hpp"
#include "analysis/coreference_scorer.hpp"
#include "analysis/model_fixture.hpp"
#include "analysis/model_parts.hpp"
#include "analysis/scratch.hpp"
#include "analysis/windows.hpp"
#include "analysis/word_inputs.hpp"
#include "analysis/word_vectors.hpp"
#include "relata/core/json.hpp"

namespace relata {
namespace {

/// The record's trees, names and mentions.
Analysis recorded_analysis(const JsonValue& text) {
  Analysis analysis;
  for (rapidjson::SizeType s = 0; s < text["sentences"].Size(); ++s) {
    const JsonValue& record = text["analyses"][s];
    Sentence& sentence = analysis.sentences.emplace_back();
    sentence.paragraph_start = s == 0;
    for (rapidjson::SizeType i = 0; i < text["sentences"][s].Size(); ++i) {
      Word& word = sentence.words.emplace_back();
      word.form = text["sentences"][s][i].GetString();
      word.lemma = record["lemmas"][i].GetString();
      word.upos = parse_upos(record["upos"][i].GetString()).value();
      word.feats = record["feats"][i].GetString();
      word.head = record["heads"][i].GetUint();
      word.deprel = record["deprels"][i].GetString();
      if (std::string_view(record["names"][i].GetString()) != "O") {
        analysis.names.push_back({s, i, i, NameType::kPerson});
      }
    }
  }
  for (const JsonValue& record : text["coreference"].GetArray()) {
    Mention& mention = analysis.mentions.emplace_back();
    mention.sentence = record["sentence"].GetUint();
    mention.first = record["start"].GetUint();
    mention.last = record["end"].GetUint() - 1;
    mention.head = record["head"].GetUint();
    mention.type = parse_mention_type(record["type"].GetString()).value();
  }
  return analysis;
}

std::vector<float> word_vectors(const Analysis& analysis, const Model::Parts& parts,
                                AnalysisWorkspace::Scratch& scratch) {
  std::vector<Word> words;
  for (const Sentence& sentence : analysis.sentences) {
    words.insert(words.end(), sentence.words.begin(), sentence.words.end());
  }
  const std::vector<std::size_t> block_starts = {0};
  const WordInputs inputs = word_inputs(words, block_starts, parts.pieces, scratch.cache);
  std::vector<std::size_t> pieces;
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < words.size(); ++i) {
    pieces.push_back(inputs.piece_count(i));
    order.push_back(i);
  }
  scratch.vectors.syntax.resize(words.size() * kWidth);
  scratch.vectors.entity.resize(words.size() * kWidth);
  scratch.vectors.coreference.resize(words.size() * kWidth);
  compute_word_vectors(inputs, order, plan_windows(pieces, block_starts), parts, scratch.encoder,
                       scratch.view, scratch.vectors);
  return scratch.vectors.coreference;
}

TEST(CoreferenceParity, FeaturesAndBestScoresAgree) {
  std::ifstream file(testing::source_path("tests/analysis/fixtures/parity.json"), std::ios::binary);
  if (testing::shipped_model() == nullptr || !file) GTEST_SKIP() << "no shipped model or fixture";
  const std::string json{std::istreambuf_iterator<char>(file), {}};
  const JsonDocument parsed = parse_json(json);
  const Model& model = *testing::shipped_model();
  if (string_member(parsed.root(), "sha256") != model.sha256()) {
    GTEST_SKIP() << "the fixture is of another model";
  }
  const Model::Parts& parts = model.parts();
  ASSERT_TRUE(parts.coreference.present());
  const SingleOpenMpThread single_thread;
  AnalysisWorkspace workspace(model);
  std::size_t mentions_seen = 0;
  std::size_t links_seen = 0;
  for (const JsonValue& text : parsed.root()["texts"].GetArray()) {
    const Analysis analysis = recorded_analysis(text);
    const std::vector<float> vectors = word_vectors(analysis, parts, workspace.scratch());
    const std::vector<DescribedMention> mentions = describe_mentions(analysis);
    PairScorer scorer(analysis, mentions, vectors, parts.coreference);
    for (rapidjson::SizeType i = 1; i < mentions.size(); ++i) {
      const JsonValue& record = text["coreference"][i];
      EXPECT_EQ(static_cast<int>(mentions[i].form), record["form"].GetInt());
      for (rapidjson::SizeType j = 0; j < i; ++j) {
        const PairRows rows = pair_features(analysis, mentions[i], mentions[j], i - j);
        for (rapidjson::SizeType f = 0; f < rows.size(); ++f) {
          EXPECT_EQ(rows[f], record["features"][j][f].GetUint())
              << kPairFeatures[f].name << " of " << i << " and " << j;
        }
      }
      const std::vector<Antecedent> candidates = scorer.score(i, scorer.candidates(i, {}));
      const bool linked =
          !candidates.empty() && candidates.front().score > parts.coreference.threshold;
      const int antecedent = linked ? static_cast<int>(candidates.front().mention) : -1;
      EXPECT_EQ(antecedent, record["antecedent"].GetInt()) << "mention " << i;
      ++mentions_seen;
      const double expected = record["best_score"].GetDouble();
      if (expected < parts.coreference.threshold) continue;  // C++ leaves out hopeless candidates
      ASSERT_FALSE(candidates.empty());
      EXPECT_NEAR(candidates.front().score, expected, 1e-4) << "mention " << i;
      ++links_seen;
    }
  }
  ASSERT_GT(mentions_seen, 80U);
  ASSERT_GT(links_seen, 20U);
}

}  // namespace
}  // namespace relata

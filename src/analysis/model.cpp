#include "relata/analysis/model.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "analysis/encoder.hpp"
#include "analysis/model_parts.hpp"
#include "analysis/scratch.hpp"
#include "relata/core/error.hpp"

namespace relata {
namespace {

Place in_file(const WeightFile& file) {
  Place place;
  place.file = file.path();
  return place;
}

Norm read_norm(const WeightFile& file, const std::string& name, float epsilon) {
  return {file.floats(name + ".gain", {kWidth}), file.floats(name + ".bias", {kWidth}), epsilon};
}

Int8Product read_product(const WeightFile& file, const std::string& name, std::size_t outputs,
                         std::size_t inputs) {
  return Int8Product(file.product(name, outputs, inputs));
}

Int8Product read_product_of_relu(const WeightFile& file, const std::string& name,
                                 std::size_t outputs, std::size_t inputs) {
  return Int8Product(file.product_of_relu(name, outputs, inputs));
}

RowTable read_rows(const WeightFile& file, const std::string& name) {
  const std::size_t rows = file.extent(name, 0);
  if (rows == 0) throw Error("table \"" + name + "\" is empty", in_file(file));
  return {file.bytes(name, {rows, kWidth}), file.floats(name + ".scale", {rows})};
}

AttentionWeights read_attention(const WeightFile& file, const std::string& stem,
                                const Int8Product& qkv) {
  constexpr std::size_t kParts = 3;  // queries, keys, values
  constexpr float kLog2E = 1.44269504F;
  constexpr float kInverseRoot = 0.17677669529F;  // 1 / √32
  const std::span<const float> scale = file.floats(stem + "attention.scale", {kParts, kHeads});
  AttentionWeights attention;
  for (std::size_t head = 0; head < kHeads; ++head) {
    attention.score_factor.push_back(scale[head] * scale[kHeads + head] * (kLog2E * kInverseRoot));
    attention.value_scale.push_back(scale[2 * kHeads + head]);
  }
  for (std::size_t c = 0; c < qkv.outputs(); ++c) {
    const float of_head = scale[c / (kWidth / kHeads)];
    if (!(of_head > 0)) throw Error(stem + "attention.scale is not positive", in_file(file));
    attention.factor.push_back(qkv.scale()[c] / of_head);
    attention.shift.push_back(qkv.bias()[c] / of_head);
  }
  return attention;
}

EncoderWeights read_encoder(const WeightFile& piece_file, const WeightFile& file) {
  constexpr float kEncoderEpsilon = 1e-12F;
  EncoderWeights encoder;
  encoder.pieces = read_rows(piece_file, "wordpieces");
  encoder.positions = file.floats("positions", {kWindowPieces, kWidth});
  encoder.norm = read_norm(file, "embedding_norm", kEncoderEpsilon);
  for (std::size_t l = 0; l < kLayers; ++l) {
    const std::string stem = "layer." + std::to_string(l) + ".";
    LayerWeights& layer = encoder.layers[l];
    layer.qkv = read_product(file, stem + "qkv", 3 * kWidth, kWidth);
    layer.attention = read_attention(file, stem, layer.qkv);
    layer.out = read_product(file, stem + "out", kWidth, kWidth);
    layer.attention_norm = read_norm(file, stem + "norm1", kEncoderEpsilon);
    layer.up = read_product(file, stem + "up", kForward, kWidth);
    layer.down = read_product(file, stem + "down", kWidth, kForward);
    layer.forward_norm = read_norm(file, stem + "norm2", kEncoderEpsilon);
  }
  return encoder;
}

ViewWeights read_view(const WeightFile& file, const std::string& name) {
  constexpr float kViewEpsilon = 1e-5F;
  const std::string stem = "view." + name + ".";
  ViewWeights view;
  view.first_mix = file.floats(stem + "first", {kLayers + 1});
  view.last_mix = file.floats(stem + "last", {kLayers + 1});
  view.project = read_product(file, stem + "project", kWidth, 2 * kWidth);
  view.shape = file.floats(stem + "shape", {kShapes, kWidth});
  view.prefix = read_rows(file, stem + "prefix");
  view.suffix = read_rows(file, stem + "suffix");
  view.norm = read_norm(file, stem + "norm", kViewEpsilon);
  return view;
}

/// Strings parsed one by one; `expected` says what they should be.
template <class Value, class Parse>
std::vector<Value> parse_strings(const WeightFile& file, const std::string& name, Parse parse) {
  std::vector<Value> out;
  for (const std::string& text : file.strings(name)) {
    const auto value = parse(text);
    if (!value) throw Error("strings \"" + name + "\" hold \"" + text + "\"", in_file(file));
    out.push_back(*value);
  }
  return out;
}

SyntaxWeights read_syntax(const WeightFile& file) {
  SyntaxWeights syntax;
  syntax.upos = parse_strings<Upos>(file, "upos", parse_upos);
  syntax.feats = file.strings("feats");
  syntax.lemma_scripts = file.strings("lemma_scripts");
  syntax.deprels = file.strings("deprels");
  if (syntax.upos.size() != kUposTags || syntax.feats.empty() || syntax.lemma_scripts.empty()) {
    throw Error("its tag sets are not complete", in_file(file));
  }
  const auto root = std::find(syntax.deprels.begin(), syntax.deprels.end(), "root");
  if (root == syntax.deprels.end() || syntax.deprels.size() < 2) {
    throw Error("strings \"deprels\" have no \"root\" or nothing else", in_file(file));
  }
  syntax.root_label = static_cast<std::size_t>(root - syntax.deprels.begin());

  const std::size_t classes = 1 + kUposTags + syntax.feats.size() + syntax.lemma_scripts.size();
  syntax.logits = read_product(file, "syntax.logits", classes, kWidth);
  syntax.arc_dependent = read_product(file, "arc.dependent", kArcWidth, kWidth);
  syntax.arc_head = read_product(file, "arc.head", kArcWidth, kWidth);
  syntax.arc_matrix = read_product_of_relu(file, "arc.matrix", kArcWidth, kArcWidth);
  syntax.arc_root = file.floats("arc.root", {kArcWidth});
  syntax.label_dependent = read_product(file, "label.dependent", kLabelWidth, kWidth);
  syntax.label_head = read_product(file, "label.head", kLabelWidth, kWidth);
  syntax.label_root = file.floats("label.root", {kLabelWidth});
  syntax.label_bias = file.floats("label.bias", {kLabelWidth});
  syntax.label_out = read_product_of_relu(file, "label.out", syntax.deprels.size(), kLabelWidth);
  return syntax;
}

EntityWeights read_entity(const WeightFile& file) {
  EntityWeights entity;
  entity.logits = read_product(file, "entity.logits", kNameTags + kMentionTypes, kWidth);
  entity.mention_start = read_product(file, "mention.start", kMentionTypes * kMentionRank, kWidth);
  entity.mention_end = read_product(file, "mention.end", kMentionTypes * kMentionRank, kWidth);
  entity.mention_shape = file.floats("mention.shape", {kSpanClasses, kUposTags, kMentionTypes});
  entity.mention_width = file.floats("mention.width", {kWidthBuckets, kMentionTypes});
  entity.mention_types = parse_strings<MentionType>(file, "mention_types", parse_mention_type);
  if (entity.mention_types.size() != kMentionTypes) {
    throw Error("strings \"mention_types\" are not ten", in_file(file));
  }
  const std::vector<std::string>& tags = file.strings("name_tags");
  bool known = tags.size() == kNameTags && tags[0] == "O";
  for (std::size_t k = 0; known && k < entity.name_types.size(); ++k) {
    const std::string& begin = tags[1 + 2 * k];
    known = begin.starts_with("B-") && tags[2 + 2 * k] == "I-" + begin.substr(2);
    bool found = false;
    for (NameType type : {NameType::kPerson, NameType::kOrganization, NameType::kLocation}) {
      if (known && begin.substr(2) == to_string(type)) {
        entity.name_types[k] = type;
        found = true;
      }
    }
    known = found;
  }
  if (!known) throw Error("strings \"name_tags\" are no BIO tags of three types", in_file(file));
  return entity;
}

CoreferenceWeights read_coreference(const WeightFile& file) {
  CoreferenceWeights weights;
  if (!file.has("coreference.mention")) return weights;
  weights.mention = read_product(file, "coreference.mention", kMentionWidth, 3 * kWidth);
  weights.sides = read_product_of_relu(file, "coreference.sides", kSidesWidth, kMentionWidth);
  weights.coarse_bias = file.floats("coreference.coarse_bias", {kMentionWidth});
  for (const std::string& name : file.strings("coreference_features")) {
    const std::string tensor = "coreference.feature." + name;
    const std::size_t size = file.extent(tensor, 0);
    weights.features.push_back({name, size, file.floats(tensor, {size, kPairWidth})});
  }
  weights.second = read_product_of_relu(file, "coreference.second", kSecondWidth, kPairWidth);
  weights.out = file.floats("coreference.out", {kSecondWidth});
  weights.threshold = static_cast<float>(file.config("coreference_threshold", 0));
  try {
    check_coreference_features(weights);
  } catch (const Error& error) {
    throw error.at(in_file(file));
  }
  return weights;
}

void check_shape_of_encoder(const WeightFile& file) {
  const auto expect = [&](const char* name, std::size_t value) {
    const double found = file.config(name, 0);
    if (found != static_cast<double>(value)) {
      throw Error("a model with " + std::string(name) + " " +
                      std::to_string(static_cast<long long>(found)) + ", expected " +
                      std::to_string(value),
                  in_file(file));
    }
  };
  expect("layers", kLayers);
  expect("width", kWidth);
  expect("forward", kForward);
  expect("window", kWindowPieces);
}

}  // namespace

Model::Parts::Parts(const std::string& directory)
    : piece_file(directory + "/wordpieces.bin", "wordpieces"),
      analysis_file(directory + "/analysis.bin", "analysis"),
      tokeniser(TokeniserWeights::load(directory + "/tokeniser.bin")),
      lexicon(Lexicon::load(directory + "/lexicon.tsv")),
      pieces(piece_file.strings("vocabulary")) {
  check_shape_of_encoder(analysis_file);
  encoder = read_encoder(piece_file, analysis_file);
  if (encoder.pieces.rows() != piece_file.strings("vocabulary").size()) {
    throw Error("vocabulary and embeddings differ in size", in_file(piece_file));
  }
  syntax_view = read_view(analysis_file, "syntax");
  entity_view = read_view(analysis_file, "entity");
  if (analysis_file.has("view.coreference.first")) {
    coreference_view = read_view(analysis_file, "coreference");
  }
  syntax = read_syntax(analysis_file);
  entity = read_entity(analysis_file);
  coreference = read_coreference(analysis_file);
  if (coreference.present() && !coreference_view.present()) {
    throw Error("has coreference weights, but no view for them", in_file(analysis_file));
  }
}

Model::Model(std::unique_ptr<const Parts> parts) : parts_(std::move(parts)) {}
Model::Model(Model&&) noexcept = default;
Model& Model::operator=(Model&&) noexcept = default;
Model::~Model() = default;

Model Model::load(const std::string& directory) {
  return Model(std::make_unique<const Parts>(directory));
}

const std::string& Model::id() const noexcept { return parts_->analysis_file.id(); }
const Lexicon& Model::lexicon() const noexcept { return parts_->lexicon; }
const std::string& Model::sha256() const noexcept { return parts_->analysis_file.sha256(); }

AnalysisWorkspace::AnalysisWorkspace(const Model& /*model*/)
    : scratch_(std::make_unique<Scratch>()) {}
AnalysisWorkspace::AnalysisWorkspace(AnalysisWorkspace&&) noexcept = default;
AnalysisWorkspace::~AnalysisWorkspace() = default;

}  // namespace relata

// A model of the full shape with made-up weights, the same on every machine: what it says of a text
// means nothing, but must never change with CPU, threads or batch.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/model_parts.hpp"
#include "analysis/windows.hpp"
#include "relata/core/hash.hpp"
#include "relata/core/json.hpp"

namespace relata::testing {

/// A linear congruential generator (Knuth's MMIX constants): std's distributions differ by library.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  /// From [0, bound).
  std::uint32_t below(std::uint32_t bound) {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::uint32_t>((state_ >> 33U) % bound);
  }
  /// From [−size, size), in steps of size / 1000.
  float around_zero(float size) {
    return (static_cast<float>(below(2000)) - 1000.0F) / 1000.0F * size;
  }

 private:
  std::uint64_t state_;
};

/// Collects tensors, then writes a file of weights (docs/analysis-model.md, "Files").
class WeightFileWriter {
 public:
  explicit WeightFileWriter(std::string kind) : kind_(std::move(kind)) {}

  void floats(const std::string& name, const std::vector<std::size_t>& shape,
              const std::vector<float>& values) {
    static_assert(std::endian::native == std::endian::little);
    begin(name, "f32", shape, {});
    area_.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(float));
  }
  void bytes(const std::string& name, const std::vector<std::size_t>& shape,
             const std::vector<std::int8_t>& values, const std::string& more = {}) {
    begin(name, "s8", shape, more);
    area_.append(reinterpret_cast<const char*>(values.data()), values.size());
  }
  void strings(const std::string& name, std::vector<std::string> values) {
    strings_[name] = std::move(values);
  }
  void config(const std::string& name, double value) { config_[name] = value; }

  std::string text() const {
    std::string header;
    JsonWriter json(header);
    json.begin_object();
    json.string_field("kind", kind_);
    json.string_field("id", "random-1");
    json.string_field("sha256", to_hex(sha256(area_)));
    json.key("config");
    json.begin_object();
    for (const auto& [name, value] : config_) json.number_field(name, value);
    json.end_object();
    json.key("tensors");
    json.begin_object();
    for (const auto& [name, entry] : tensors_) {
      json.key(name);
      json.raw(entry);
    }
    json.end_object();
    json.key("strings");
    json.begin_object();
    for (const auto& [name, values] : strings_) {
      json.key(name);
      json.begin_array();
      for (const std::string& value : values) json.string(value);
      json.end_array();
    }
    json.end_object();
    json.end_object();
    while ((header.size() + 16) % 64 != 0) header += ' ';
    std::string out = "RELATA1\n";
    for (unsigned shift = 0; shift < 64; shift += 8) {
      out += static_cast<char>(static_cast<unsigned char>(header.size() >> shift));
    }
    return out + header + area_;
  }

  void write(const std::filesystem::path& path) const {
    std::ofstream(path, std::ios::binary) << text();
  }

 private:
  void begin(const std::string& name, const std::string& type,
             const std::vector<std::size_t>& shape, const std::string& more) {
    area_.resize((area_.size() + 63) / 64 * 64, '\0');
    std::string extents;
    for (std::size_t extent : shape) {
      extents += (extents.empty() ? "" : ",") + std::to_string(extent);
    }
    tensors_.emplace_back(name, "{\"type\":\"" + type + "\",\"shape\":[" + extents +
                                    "],\"offset\":" + std::to_string(area_.size()) + more + "}");
  }

  std::string kind_;
  std::string area_;
  std::vector<std::pair<std::string, std::string>> tensors_;
  std::map<std::string, std::vector<std::string>> strings_;
  std::map<std::string, double> config_;
};

/// Fills the two files of the analysis model.
class RandomModel {
 public:
  RandomModel() : pieces_("wordpieces"), analysis_("analysis") {
    write_pieces();
    for (const auto& [name, value] :
         {std::pair("layers", kLayers), std::pair("width", kWidth), std::pair("forward", kForward),
          std::pair("window", kWindowPieces)}) {
      analysis_.config(name, static_cast<double>(value));
    }
    floats("positions", {kWindowPieces, kWidth}, 0.5F);
    norm("embedding_norm");
    for (std::size_t l = 0; l < kLayers; ++l) {
      const std::string stem = "layer." + std::to_string(l) + ".";
      product(stem + "qkv", 3 * kWidth, kWidth);
      analysis_.floats(stem + "attention.scale", {3, kHeads},
                       std::vector<float>(3 * kHeads, 0.05F));
      product(stem + "out", kWidth, kWidth);
      norm(stem + "norm1");
      product(stem + "up", kForward, kWidth);
      product(stem + "down", kWidth, kForward);
      norm(stem + "norm2");
    }
    view("syntax");
    view("entity");
    heads();
  }

  /// wordpieces.bin, analysis.bin and a lexicon.tsv that knows two verbs.
  void write(const std::filesystem::path& folder) const {
    std::filesystem::create_directories(folder);
    pieces_.write(folder / "wordpieces.bin");
    analysis_.write(folder / "analysis.bin");
    std::ofstream(folder / "lexicon.tsv") << "# relata lexicon 1:\nstance\targue\t\n"
                                             "verb\tarrival\tarrive\n";
  }

 private:
  void write_pieces() {
    std::vector<std::string> vocabulary = {"[PAD]", "[UNK]", "[CLS]", "[SEP]"};
    for (char c = '!'; c <= '~'; ++c) {
      vocabulary.emplace_back(1, c);
      vocabulary.push_back("##" + std::string(1, c));
    }
    for (const char* word : {"the", "##ing", "##ed", "army", "in", "of", "minister"}) {
      vocabulary.emplace_back(word);
    }
    const std::size_t rows = vocabulary.size();
    std::vector<float> scale(rows);
    for (float& value : scale) value = 0.01F + static_cast<float>(random_.below(10)) / 1000.0F;
    pieces_.strings("vocabulary", vocabulary);
    pieces_.bytes("wordpieces", {rows, kWidth}, signed_bytes(rows * kWidth, 127));
    pieces_.floats("wordpieces.scale", {rows}, scale);
  }

  void view(const std::string& name) {
    const std::string stem = "view." + name + ".";
    floats(stem + "first", {kLayers + 1}, 0.3F);
    floats(stem + "last", {kLayers + 1}, 0.3F);
    product(stem + "project", kWidth, 2 * kWidth);
    floats(stem + "shape", {kShapes, kWidth}, 0.3F);
    for (const char* table : {"prefix", "suffix"}) {
      analysis_.bytes(stem + table, {64, kWidth}, signed_bytes(64 * kWidth, 127));
      analysis_.floats(stem + table + ".scale", {64}, std::vector<float>(64, 0.004F));
    }
    norm(stem + "norm");
  }

  void heads() {
    analysis_.strings("upos", {"ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM",
                               "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"});
    analysis_.strings("feats", {"_", "Number=Sing", "Number=Plur", "Tense=Past|VerbForm=Fin"});
    analysis_.strings("lemma_scripts", {"L;0;", "K;0;", "L;1;", "L;2;e", "=be"});
    analysis_.strings("deprels", {"nsubj", "obj", "root", "obl", "nmod:poss", "punct"});
    analysis_.strings("name_tags", {"O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"});
    analysis_.strings("mention_types", {"person", "place", "organization", "object", "event",
                                        "time", "substance", "animal", "plant", "abstract"});
    product("syntax.logits", 1 + kUposTags + 4 + 5, kWidth);
    product("arc.dependent", kArcWidth, kWidth);
    product("arc.head", kArcWidth, kWidth);
    product("arc.matrix", kArcWidth, kArcWidth, 0);
    floats("arc.root", {kArcWidth}, 0.5F);
    product("label.dependent", kLabelWidth, kWidth);
    product("label.head", kLabelWidth, kWidth);
    floats("label.root", {kLabelWidth}, 0.5F);
    floats("label.bias", {kLabelWidth}, 0.1F);
    product("label.out", 6, kLabelWidth, 0);
    product("entity.logits", kNameTags + kMentionTypes, kWidth);
    product("mention.start", kMentionTypes * kMentionRank, kWidth);
    product("mention.end", kMentionTypes * kMentionRank, kWidth);
    floats("mention.shape", {kSpanClasses, kUposTags, kMentionTypes}, 0.5F);
    floats("mention.width", {kWidthBuckets, kMentionTypes}, 0.5F);
  }

  std::vector<std::int8_t> signed_bytes(std::size_t count, std::uint32_t largest) {
    std::vector<std::int8_t> values(count);
    for (std::int8_t& value : values) {
      value = static_cast<std::int8_t>(static_cast<int>(random_.below(2 * largest + 1)) -
                                       static_cast<int>(largest));
    }
    return values;
  }

  void floats(const std::string& name, const std::vector<std::size_t>& shape, float size) {
    std::size_t count = 1;
    for (std::size_t extent : shape) count *= extent;
    std::vector<float> values(count);
    for (float& value : values) value = random_.around_zero(size);
    analysis_.floats(name, shape, values);
  }

  void product(const std::string& name, std::size_t outputs, std::size_t inputs, int zero = 120) {
    analysis_.bytes(name, {outputs, inputs}, signed_bytes(outputs * inputs, 64),
                    ",\"input_scale\":0.03,\"input_zero\":" + std::to_string(zero));
    // Sums of some 300 inputs of size 1 and weights of 64 steps come out at about 1.
    analysis_.floats(name + ".scale", {outputs}, std::vector<float>(outputs, 0.0015F));
    floats(name + ".bias", {outputs}, 0.1F);
  }

  void norm(const std::string& name) {
    analysis_.floats(name + ".gain", {kWidth}, std::vector<float>(kWidth, 1.0F));
    floats(name + ".bias", {kWidth}, 0.1F);
  }

  Random random_{20};
  WeightFileWriter pieces_;
  WeightFileWriter analysis_;
};

}  // namespace relata::testing

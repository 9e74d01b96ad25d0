// How fast documents are analysed, where the time goes, and how far from the ceiling that is.
//
//   relata_analysis_benchmark MODELS INPUT [WORDS]
//
// INPUT is any file that relata reads; WORDS (default 20,000) bounds what is taken of it. All is
// measured on one thread, in CPU time of that thread, which other work on the machine disturbs
// least: five rounds of every measurement, interleaved, and of each the median. The ceiling is the
// encoder's int8 products alone, without attention, on the same pieces. Last, two threads against
// one: five interleaved pairs by the clock on the wall, so on a machine with two cores to spare.
#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <functional>
#include <iterator>
#include <numeric>
#include <string>
#include <thread>
#include <vector>

#include "analysis/document_words.hpp"
#include "analysis/encoder.hpp"
#include "analysis/model_parts.hpp"
#include "analysis/scratch.hpp"
#include "analysis/windows.hpp"
#include "analysis/word_inputs.hpp"
#include "relata/analysis/model.hpp"
#include "relata/core/error.hpp"
#include "relata/text/read_document.hpp"
#include "thread_time.hpp"

namespace {

using namespace relata;

constexpr std::size_t kRounds = 5;

struct Measurement {
  const char* name;
  std::function<void()> work;
  std::vector<double> seconds = {};

  double median() const {
    std::vector<double> sorted = seconds;
    std::sort(sorted.begin(), sorted.end());
    return sorted[sorted.size() / 2];
  }
};

/// Seconds by the clock on the wall for all documents, dealt out to `threads` one by one.
double wall_seconds(const std::vector<Document>& documents, const Model& model,
                    std::size_t threads) {
  const auto start = std::chrono::steady_clock::now();
  std::atomic<std::size_t> next = 0;
  std::vector<std::thread> workers;
  for (std::size_t t = 0; t < threads; ++t) {
    workers.emplace_back([&] {
      AnalysisWorkspace workspace(model);
      for (std::size_t i = next++; i < documents.size(); i = next++) {
        analyze_document(documents[i], model, workspace);
      }
    });
  }
  for (std::thread& worker : workers) worker.join();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// Rows of the windows of all documents, in groups as the encoder gets them.
std::vector<std::vector<std::size_t>> window_groups(const std::vector<Document>& documents,
                                                    const Model::Parts& parts, WordCache& cache) {
  std::vector<std::vector<std::size_t>> groups;
  for (const Document& document : documents) {
    const DocumentWords words = document_words(document, parts.tokeniser);
    std::vector<std::size_t> starts;
    for (const BlockRange& block : words.blocks) starts.push_back(block.first);
    const WordInputs inputs = word_inputs(words.words, starts, parts.pieces, cache);
    std::vector<std::size_t> pieces;
    for (std::size_t i = 0; i < inputs.words(); ++i) pieces.push_back(inputs.piece_count(i));
    for (const Window& window : plan_windows(pieces, starts)) {
      std::size_t rows = 2;
      for (std::size_t i = window.first; i < window.end; ++i) rows += pieces[i];
      groups.push_back({rows});
    }
  }
  return groups;
}

/// The encoder's four products of each layer on `rows` rows, in the blocks that it uses.
void run_products(std::size_t rows, const EncoderWeights& encoder, EncoderScratch& scratch) {
  for (const LayerWeights& layer : encoder.layers) {
    for (std::size_t first = 0; first < rows; first += kInt8RowBlock) {
      const std::size_t block = std::min(kInt8RowBlock, rows - first);
      for (const Int8Product* product : {&layer.qkv, &layer.out, &layer.up}) {
        product->accumulate(scratch.levels.data(), block, scratch.sums.data(), scratch.product);
      }
      layer.down.accumulate(scratch.forward_levels.data(), block, scratch.sums.data(),
                            scratch.product);
    }
  }
}

std::vector<Document> read_some(const std::string& path, std::size_t most_words,
                                const TokeniserWeights& tokeniser) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw Error("cannot read " + path);
  const std::string bytes((std::istreambuf_iterator<char>(file)), {});
  Input input;
  input.bytes = bytes;
  input.id = "benchmark";
  input.file = path;
  std::vector<Document> some;
  std::size_t words = 0;
  for (Document& document : read_documents(input, ReadOptions()).documents) {
    if (words >= most_words) break;
    words += document_words(document, tokeniser).words.size();
    some.push_back(std::move(document));
  }
  return some;
}

int run(const std::string& models, const std::string& path, std::size_t most_words) {
  const SingleOpenMpThread single;
  const double before = thread_seconds();
  const Model model = Model::load(models);
  const double load = thread_seconds() - before;
  const Model::Parts& parts = model.parts();
  AnalysisWorkspace workspace(model);
  const std::vector<Document> documents = read_some(path, most_words, parts.tokeniser);

  std::size_t words = 0;
  for (const Document& document : documents) {
    words += document_words(document, parts.tokeniser).words.size();
  }
  if (words == 0) throw Error("no words in " + path);
  AnalysisWorkspace::Scratch& scratch = workspace.scratch();
  const auto groups = window_groups(documents, parts, scratch.cache);
  std::size_t pieces = 0;
  std::vector<std::int32_t> ids(kWindowPieces, parts.pieces.start_mark());
  for (const auto& group : groups) pieces += group.front();
  std::vector<std::uint8_t> qkv(kWindowPieces * 3 * kWidth, 1);
  std::vector<std::int32_t> attention(kernels::attention_scratch(kWindowPieces) /
                                      sizeof(std::int32_t));
  std::vector<std::uint8_t> levels(kWindowPieces * kWidth);

  std::array<Measurement, 6> all = {{
      {"whole analysis",
       [&] {
         for (const Document& document : documents) analyze_document(document, model, workspace);
       }},
      {"tokeniser",
       [&] {
         for (const Document& document : documents) document_words(document, parts.tokeniser);
       }},
      {"tokeniser and pieces", [&] { window_groups(documents, parts, scratch.cache); }},
      {"encoder",
       [&] {
         for (const auto& group : groups) {
           encode(std::span(ids).first(group.front()), group, parts.encoder, scratch.encoder);
         }
       }},
      {"its int8 products",
       [&] {
         for (const auto& group : groups) {
           run_products(group.front(), parts.encoder, scratch.encoder);
         }
       }},
      {"its attention",
       [&] {
         for (const auto& group : groups) {
           for (std::size_t l = 0; l < kLayers; ++l) {
             const AttentionWeights& weights = parts.encoder.layers[l].attention;
             kernels::attention(qkv.data(), group.front(),
                                {weights.score_factor.data(), weights.value_scale.data()},
                                {50.0F, 128}, reinterpret_cast<std::uint8_t*>(attention.data()),
                                levels.data());
           }
         }
       }},
  }};
  all[0].work();  // warms caches, and sizes the buffers
  for (std::size_t round = 0; round < kRounds; ++round) {
    for (Measurement& measurement : all) {
      const double start = thread_seconds();
      measurement.work();
      measurement.seconds.push_back(thread_seconds() - start);
    }
  }

  const double whole = all[0].median();
  const double ceiling = all[4].median();
  std::printf("model %s, loaded in %.3f s\n", model.id().c_str(), load);
  std::printf("%zu documents, %zu words, %zu windows, %zu pieces\n", documents.size(), words,
              groups.size(), pieces);
  std::printf("%-22s %9s %7s %12s\n", "part", "seconds", "share", "words/s");
  for (const Measurement& measurement : all) {
    const double seconds = measurement.median();
    std::printf("%-22s %9.3f %6.1f%% %12.0f\n", measurement.name, seconds, 100 * seconds / whole,
                static_cast<double>(words) / seconds);
  }
  const double rest = whole - all[2].median() - all[3].median();
  std::printf("%-22s %9.3f %6.1f%%\n", "views, heads, the rest", rest, 100 * rest / whole);
  std::printf("ratio to the ceiling: %.2f\n", ceiling / whole);

  std::array<Measurement, 2> threads = {{{"one thread, wall", {}}, {"two threads, wall", {}}}};
  for (std::size_t round = 0; round < kRounds; ++round) {
    for (std::size_t t = 0; t < threads.size(); ++t) {
      threads[t].seconds.push_back(wall_seconds(documents, model, t + 1));
    }
  }
  for (const Measurement& measurement : threads) {
    std::printf("%-22s %9.3f %7s %12.0f\n", measurement.name, measurement.median(), "",
                static_cast<double>(words) / measurement.median());
  }
  std::printf("two threads against one: %.2f\n", threads[0].median() / threads[1].median());
  return 0;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 3 || count > 4) {
    std::fprintf(stderr, "use: %s MODELS INPUT [WORDS]\n", arguments[0]);
    return 2;
  }
  try {
    return run(arguments[1], arguments[2],
               count == 4 ? std::strtoul(arguments[3], nullptr, 10) : 20'000);
  } catch (const relata::Error& error) {
    std::fprintf(stderr, "%s\n", relata::describe(error).c_str());
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
  }
  return 1;
}

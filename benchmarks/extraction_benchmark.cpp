// How long the rules of extraction take, alone, as a share of the analysis before them.
//
//   relata_extraction_benchmark MODELS INPUT [WORDS]
//
// INPUT is any file that relata reads; WORDS (default 20,000) bounds what is taken of it. One
// thread, its CPU time: five interleaved rounds of analysis and extraction, and of each the median.
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "relata/analysis/model.hpp"
#include "relata/core/error.hpp"
#include "relata/extract/extract.hpp"
#include "relata/text/read_document.hpp"
#include "thread_time.hpp"

namespace {

using namespace relata;

constexpr std::size_t kRounds = 5;

double median(std::array<double, kRounds> seconds) {
  std::sort(seconds.begin(), seconds.end());
  return seconds[kRounds / 2];
}

std::size_t count_words(const Analysis& analysis) {
  std::size_t words = 0;
  for (const Sentence& sentence : analysis.sentences) words += sentence.words.size();
  return words;
}

int run(const std::string& models, const std::string& path, std::size_t most_words) {
  const Model model = Model::load(models);
  AnalysisWorkspace workspace(model);
  std::ifstream file(path, std::ios::binary);
  if (!file) throw Error("cannot read " + path);
  const std::string bytes((std::istreambuf_iterator<char>(file)), {});
  Input input;
  input.bytes = bytes;
  input.id = "benchmark";
  input.file = path;
  std::vector<Document> documents;
  std::vector<Analysis> analyses;
  std::size_t words = 0;
  for (Document& document : read_documents(input, ReadOptions()).documents) {
    if (words >= most_words) break;
    analyses.push_back(analyze_document(document, model, workspace));
    words += count_words(analyses.back());
    documents.push_back(std::move(document));
  }
  if (words == 0) throw Error("no words in " + path);

  std::array<double, kRounds> analysing = {};
  std::array<double, kRounds> extracting = {};
  std::size_t triples = 0;
  for (std::size_t round = 0; round < kRounds; ++round) {
    double before = thread_seconds();
    for (const Document& document : documents) analyze_document(document, model, workspace);
    analysing[round] = thread_seconds() - before;
    triples = 0;
    before = thread_seconds();
    for (std::size_t i = 0; i < documents.size(); ++i) {
      triples += extract_records(documents[i], analyses[i], model.lexicon()).triples.size();
    }
    extracting[round] = thread_seconds() - before;
  }
  std::printf("%zu documents, %zu words, %zu triples\n", documents.size(), words, triples);
  std::printf("analysis    %8.3f s\n", median(analysing));
  std::printf("extraction  %8.3f s, %.1f %% of the analysis\n", median(extracting),
              100 * median(extracting) / median(analysing));
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

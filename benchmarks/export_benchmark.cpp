// How fast a graph is written in each format, and what it takes in memory.
//
//   relata_export_benchmark EDGES [SENTENCES] [FORMAT...]
//
// Makes a graph of EDGES edges between a third as many nodes, each edge with SENTENCES sentences
// (default 1) of 20 words, and writes it into a sink that counts bytes: no disk is measured. The
// same EDGES give the same graph everywhere. One thread; seconds of CPU time of that thread.
#include <sys/resource.h>

#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "relata/core/byte_sink.hpp"
#include "relata/export/csv_writer.hpp"
#include "relata/export/graph_writer.hpp"

namespace {

using namespace relata;

class CountingSink : public ByteSink {
 public:
  void write(std::string_view bytes) override { bytes_ += bytes.size(); }
  std::uint64_t bytes() const noexcept { return bytes_; }

 private:
  std::uint64_t bytes_ = 0;
};

double thread_seconds() {
  timespec now = {};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

/// Of the whole process, now.
double resident_bytes() {
  std::ifstream file("/proc/self/statm");
  std::uint64_t pages = 0, resident = 0;
  file >> pages >> resident;
  return static_cast<double>(resident) * 4096;
}

double peak_bytes() {
  rusage usage = {};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) * 1024;
}

class Maker {
 public:
  Maker(std::size_t edges, std::size_t sentences) : edges_(edges), sentences_(sentences) {}

  EntityGraph make() {
    EntityGraph graph;
    make_documents(graph);
    const std::size_t nodes = std::max<std::size_t>(edges_ / 3, 1);
    graph.graph = BoostGraph(nodes);
    for (std::size_t i = 0; i < nodes; ++i) fill(graph.graph[i], i);
    for (std::size_t i = 0; i < edges_; ++i) {
      // Some nodes have many edges and most have few.
      const std::size_t hub = random_() % (1 + random_() % nodes);
      boost::add_edge(i % nodes, hub, make_fact(i, graph.documents.size()), graph.graph);
    }
    return graph;
  }

 private:
  static std::string id(char kind, std::size_t number) {
    std::string digits = std::to_string(number);
    return kind + std::string(12 - std::min<std::size_t>(digits.size(), 12), 'a') + digits;
  }

  std::string words(std::size_t count) {
    constexpr std::array<std::string_view, 16> kWords = {
        "harbour", "of",  "minister", "the",    "opened", "in", "Oslo & Bergen", "new",
        "said",    "who", "treaty",   "signed", "with",   "a",  "north",         "on"};
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
      if (i > 0) text += ' ';
      text += kWords[random_() % kWords.size()];
    }
    return text;
  }

  void make_documents(EntityGraph& graph) const {
    graph.documents.resize(edges_ / 30 + 1);
    for (std::size_t i = 0; i < graph.documents.size(); ++i) {
      DocumentRecord& document = graph.documents[i];
      document.doc = "news/" + std::to_string(i);
      document.url = "https://news.example/" + std::to_string(i);
      document.date = "2025-08-" + std::to_string(10 + i % 20);
    }
  }

  void fill(Node& node, std::size_t number) {
    node.id = id('n', number);
    node.label = words(2) + ' ' + std::to_string(number);
    node.node_class = static_cast<NodeClass>(number % 9);
    node.mentions = 1 + random_() % 9;
    node.aliases = {words(1)};
  }

  Fact make_fact(std::size_t number, std::size_t documents) {
    Fact fact;
    fact.id = id('e', number);
    fact.type = fact.prefixed_type = "DEMAND_RELEASE_OF";
    fact.label = "demanded release of";
    fact.support = fact.documents = sentences_;
    fact.confidence = static_cast<double>(random_() % 1000) / 1000;
    fact.evidence.resize(sentences_);
    for (Evidence& evidence : fact.evidence) {
      evidence.document = random_() % documents;
      evidence.sentence.index = random_() % 40;
      evidence.sentence.range = {evidence.sentence.index * 120,
                                 evidence.sentence.index * 120 + 119};
      evidence.sentence.source = evidence.sentence.range;
      evidence.sentence.text = words(20);
      evidence.surface = "demanded the release of";
      evidence.subject_text = words(2);
      evidence.object_text = words(2);
      evidence.rule = "clause/object";
      evidence.confidence = fact.confidence;
    }
    return fact;
  }

  std::size_t edges_;
  std::size_t sentences_;
  std::mt19937 random_{1};
};

void write_format(std::string_view format, const EntityGraph& graph, const ExportOptions& options,
                  ByteSink& out) {
  if (format == "graphml") return write_graphml(graph, options, out);
  if (format == "gexf") return write_gexf(graph, options, out);
  if (format == "jsonld") return write_jsonld(graph, options, out);
  for (const std::string_view path : csv_paths()) write_csv(graph, options, path, out);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fputs("use: relata_export_benchmark EDGES [SENTENCES] [graphml|gexf|jsonld|csv...]\n",
               stderr);
    return 2;
  }
  const auto edges = static_cast<std::size_t>(std::strtoull(argv[1], nullptr, 10));
  const auto sentences =
      argc > 2 ? static_cast<std::size_t>(std::strtoull(argv[2], nullptr, 10)) : std::size_t{1};
  std::set<std::string_view> formats(argv + std::min(argc, 3), argv + argc);
  if (formats.empty()) formats = {"graphml", "gexf", "jsonld", "csv"};

  const double before = resident_bytes();
  const EntityGraph graph = Maker(edges, sentences).make();
  const double held = resident_bytes() - before;
  std::printf("%zu edges of %zu sentences: %.0f MB, %.0f bytes an edge with its evidence\n", edges,
              sentences, held / 1e6, held / static_cast<double>(edges));
  ExportOptions options;
  const double start = thread_seconds();
  options.appearance = make_appearance(graph);
  std::printf("appearance: %.2f s\n", thread_seconds() - start);
  for (const std::string_view format : formats) {
    const double begin = thread_seconds();
    CountingSink sink;
    write_format(format, graph, options, sink);
    const double seconds = thread_seconds() - begin;
    std::printf("%-8.*s %7.2f s  %6.2f us an edge  %5.0f bytes an edge\n",
                static_cast<int>(format.size()), format.data(), seconds,
                seconds * 1e6 / static_cast<double>(edges),
                static_cast<double>(sink.bytes()) / static_cast<double>(edges));
    std::fflush(stdout);
  }
  std::printf("peak: %.0f MB\n", peak_bytes() / 1e6);
  return 0;
}

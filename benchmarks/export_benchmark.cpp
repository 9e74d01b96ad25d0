// How fast a graph is written in each format, and what it takes in memory.
//
//   relata_export_benchmark EDGES SENTENCES MEMORY [FORMAT...]
//
// Makes a graph of EDGES edges between a third as many nodes, each edge with SENTENCES sentences of
// 20 words out of as many as there are in all, at random, and writes it into a sink that counts
// bytes. MEMORY MB hold sentences and evidence, the rest goes to a file in $TMPDIR, or in /tmp. The
// same EDGES give the same graph everywhere. One thread; seconds of CPU time of that thread, and of
// the clock on the wall. "page" is the one HTML page, of the strongest 5,000 nodes.
#include <malloc.h>
#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "relata/core/byte_sink.hpp"
#include "relata/export/csv_writer.hpp"
#include "relata/export/graph_writer.hpp"
#include "relata/export/page_writer.hpp"
#include "thread_time.hpp"

namespace {

using namespace relata;

class CountingSink : public ByteSink {
 public:
  void write(std::string_view bytes) override { bytes_ += bytes.size(); }
  std::uint64_t bytes() const noexcept { return bytes_; }

 private:
  std::uint64_t bytes_ = 0;
};

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
  Maker(std::size_t edges, std::size_t sentences, const std::shared_ptr<SpoolRoom>& room)
      : edges_(edges), sentences_(sentences), room_(room) {}

  EntityGraph make() {
    EntityGraph graph;
    graph.evidence = EvidenceStore(room_);
    make_documents(graph);
    store_sentences(graph);
    const std::size_t nodes = std::max<std::size_t>(edges_ / 3, 1);
    GraphDraft draft(nodes, edges_);
    for (std::size_t i = 0; i < nodes; ++i) draft.add_node(make_node(i));
    for (std::size_t i = 0; i < edges_; ++i) {
      // Some nodes have many edges and most have few.
      const std::size_t hub = random_() % (1 + random_() % nodes);
      draft.add_edge(i * nodes / edges_, hub, make_fact(i, graph));
    }
    places_ = {};
    graph.graph = draft.take();
    return graph;
  }

 private:
  static constexpr std::size_t kSentencesOfDocument = 30;

  static std::string id(char kind, std::size_t number) {
    constexpr std::string_view kDigits = "234567abcdefghijklmnopqrstuvwxyz";
    std::string id(13, kind);
    for (std::size_t place = 12; place > 0; --place, number /= 32) id[place] = kDigits[number % 32];
    return id;
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
    graph.documents.resize(edges_ * sentences_ / kSentencesOfDocument + 1);
    for (std::size_t i = 0; i < graph.documents.size(); ++i) {
      DocumentRecord& document = graph.documents[i];
      document.doc = "news/" + std::to_string(i);
      document.url = "https://news.example/" + std::to_string(i);
      document.date = "2025-08-" + std::to_string(10 + i % 20);
    }
  }

  static SentenceRecord sentence_at(std::size_t number) {
    SentenceRecord sentence;
    sentence.index = 1 + number % kSentencesOfDocument;
    sentence.range = {sentence.index * 120, sentence.index * 120 + 119};
    sentence.source = sentence.range;
    return sentence;
  }

  void store_sentences(EntityGraph& graph) {
    places_.reserve(edges_ * sentences_);
    for (std::size_t i = 0; i < edges_ * sentences_; ++i) {
      SentenceRecord sentence = sentence_at(i);
      sentence.text = words(20);
      places_.push_back(graph.evidence.add_sentence(i / kSentencesOfDocument, sentence));
    }
  }

  Node make_node(std::size_t number) {
    Node node;
    node.id = id('n', number);
    node.label = words(2) + ' ' + std::to_string(number);
    node.node_class = static_cast<NodeClass>(number % 9);
    node.mentions = 1 + random_() % 9;
    node.aliases = {words(1)};
    return node;
  }

  Fact make_fact(std::size_t number, EntityGraph& graph) {
    Fact fact;
    fact.id = id('e', number);
    fact.type = type_;
    fact.label = label_;
    fact.support = fact.documents = static_cast<std::uint32_t>(sentences_);
    fact.confidence = static_cast<double>(random_() % 1000) / 1000;
    std::vector<Evidence> all(sentences_);
    std::vector<SentencePlace> places;
    for (Evidence& evidence : all) {
      places.push_back(places_[random_() % places_.size()]);
      evidence.surface = "demanded the release of";
      evidence.subject_text = words(2);
      evidence.object_text = words(2);
      evidence.rule = "clause/object";
      evidence.confidence = fact.confidence;
    }
    fact.evidence = graph.evidence.add(all, places);
    return fact;
  }

  std::size_t edges_;
  std::size_t sentences_;
  std::shared_ptr<SpoolRoom> room_;
  std::mt19937 random_{1};
  SharedText type_ = "DEMAND_RELEASE_OF";
  SharedText label_ = "demanded release of";
  std::vector<SentencePlace> places_;  ///< of all sentences, while edges are made
};

void write_format(std::string_view format, const EntityGraph& graph, const ExportOptions& options,
                  ByteSink& out) {
  if (format == "graphml") return write_graphml(graph, options, out);
  if (format == "gexf") return write_gexf(graph, options, out);
  if (format == "jsonld") return write_jsonld(graph, options, out);
  if (format == "page") {
    const PageContent content = write_page(graph, options, {}, {}, out);
    std::printf("page: %llu of %llu nodes, %llu of %llu edges\n",
                static_cast<unsigned long long>(content.nodes),
                static_cast<unsigned long long>(content.all_nodes),
                static_cast<unsigned long long>(content.edges),
                static_cast<unsigned long long>(content.all_edges));
    return;
  }
  for (const std::string_view path : csv_paths()) write_csv(graph, options, path, out);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::fputs(
        "use: relata_export_benchmark EDGES SENTENCES MEMORY [graphml|gexf|jsonld|csv|page...]\n",
        stderr);
    return 2;
  }
  const auto edges = static_cast<std::size_t>(std::strtoull(argv[1], nullptr, 10));
  const auto sentences = static_cast<std::size_t>(std::strtoull(argv[2], nullptr, 10));
  const auto room =
      std::make_shared<SpoolRoom>(std::uint64_t{std::strtoull(argv[3], nullptr, 10)} << 20);
  std::set<std::string_view> formats(argv + 4, argv + argc);
  if (formats.empty()) formats = {"graphml", "gexf", "jsonld", "csv", "page"};

  const double before = resident_bytes();
  const EntityGraph graph = Maker(edges, sentences, room).make();
  malloc_trim(0);
  const double held = resident_bytes() - before;
  std::printf("%zu edges of %zu sentences: %.0f MB, %.0f bytes an edge with its third of a node\n",
              edges, sentences, held / 1e6, held / static_cast<double>(edges));
  std::printf("a fact %zu bytes, a node %zu; made with a peak of %.0f MB\n", sizeof(Fact),
              sizeof(Node), peak_bytes() / 1e6);
  ExportOptions options;
  const double start = thread_seconds();
  options.appearance = make_appearance(graph);
  std::printf("appearance: %.2f s\n", thread_seconds() - start);
  for (const std::string_view format : formats) {
    const double begin = thread_seconds();
    const auto wall = std::chrono::steady_clock::now();
    CountingSink sink;
    write_format(format, graph, options, sink);
    const double seconds = thread_seconds() - begin;
    const std::chrono::duration<double> waited = std::chrono::steady_clock::now() - wall;
    std::printf("%-8.*s %7.2f s (%.2f on the wall)  %6.2f us an edge  %5.0f bytes an edge\n",
                static_cast<int>(format.size()), format.data(), seconds, waited.count(),
                seconds * 1e6 / static_cast<double>(edges),
                static_cast<double>(sink.bytes()) / static_cast<double>(edges));
    std::fflush(stdout);
  }
  std::printf("peak: %.0f MB\n", peak_bytes() / 1e6);
  return 0;
}

// Texts that a program has in memory to a graph, without files in between.
//
//   build_graph > graph.graphml

#include <array>
#include <iostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "relata/core/byte_sink.hpp"
#include "relata/core/error.hpp"
#include "relata/export/graph_writer.hpp"
#include "relata/pipeline/models.hpp"
#include "relata/pipeline/pipeline.hpp"
#include "relata/text/read_document.hpp"

namespace {

struct Article {
  std::string_view id;
  std::string_view text;
};

constexpr std::array<Article, 2> kArticles = {{
    {"harbour",
     "Maria Lindqvist, the mayor of Visby, opened the new harbour on Friday. "
     "The city of Visby had hired Nordbygg AB to build it."},
    {"company",
     "Nordbygg AB was founded in Gothenburg in 1962. "
     "Lindqvist praised the company for its work in Visby."},
}};

/// A stream as the library's place to write to.
class StreamSink : public relata::ByteSink {
 public:
  explicit StreamSink(std::ostream& out) : out_(out) {}
  void write(std::string_view bytes) override { out_ << bytes; }

 private:
  std::ostream& out_;
};

void write_graph(std::ostream& out) {
  // The models are loaded once and may be shared by threads; a workspace belongs to one thread.
  const relata::Models models = relata::load_models(relata::find_model_directory());
  relata::AnalysisWorkspace workspace(models.analysis);

  std::vector<relata::DocumentRecords> records;
  for (const Article& article : kArticles) {
    relata::ReadOptions options;
    options.format = relata::InputFormat::kText;
    const relata::Reading reading = relata::read_documents(
        {article.text, std::string(article.id), std::string(article.id)}, options);
    for (const relata::Document& document : reading.documents) {
      records.push_back(relata::extract_document(document, models, workspace).records);
    }
  }

  // Which mentions are one entity is decided over all documents together.
  const relata::ResolvedGraph graph = relata::resolve_and_build(std::move(records), models.lexicon);
  StreamSink sink(out);
  relata::write_graphml(graph.built.graph, {}, sink);
}

}  // namespace

int main() {
  try {
    write_graph(std::cout);
  } catch (const relata::Error& error) {
    std::cerr << "build_graph: " << relata::describe(error) << '\n';
    return 1;
  }
  return 0;
}

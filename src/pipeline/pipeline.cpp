#include "relata/pipeline/pipeline.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "pipeline/input_chunks.hpp"
#include "relata/analysis/conllu.hpp"
#include "relata/core/parallel.hpp"

namespace relata {
namespace {

/// A document that went through, as far as the consumer needs it.
template <class Output>
struct Processed {
  Document document;  ///< without its text: its id and place, to tell equal ids
  Output output;
  std::uint64_t sentences = 0;
  std::uint64_t words = 0;
};

template <class Output>
struct ProcessedChunk {
  std::vector<Processed<Output>> documents;
  std::vector<SkippedDocument> skipped;
};

/// The part of a document by which DocumentIds tells it.
Document identity_of(const Document& document) {
  Document identity;
  identity.id = document.id;
  identity.file = document.file;
  identity.line = document.line;
  return identity;
}

std::uint64_t count_words(const Analysis& analysis) {
  std::uint64_t words = 0;
  for (const Sentence& sentence : analysis.sentences) words += sentence.words.size();
  return words;
}

/// Code points [from the first word's start, to the last word's end).
TextRange range_of_words(const CodePoints& code_points, const Sentence& sentence, std::size_t first,
                         std::size_t last) {
  return {code_points.index(sentence.words[first].span.start),
          code_points.index(sentence.words[last].span.end)};
}

std::vector<EntityMention> entity_mentions(const Document& document, const Analysis& analysis,
                                           const DocumentRecords& records, const Lexicon& lexicon) {
  const CodePoints code_points(document.text);
  std::vector<EntityMention> found;
  for (const EntityWords& words : find_entity_words(document, analysis, lexicon)) {
    const Sentence& sentence = analysis.sentences[words.sentence];
    const EntityRecord& entity = records.entities[words.entity];
    found.push_back({range_of_words(code_points, sentence, words.first, words.last),
                     range_of_words(code_points, sentence, words.head, words.head), entity.type,
                     words.form, entity.entity});
  }
  return found;
}

ExtractedDocument extract_analysis(const Document& document, const Analysis& analysis,
                                   const Models& models, const PipelineOptions& options) {
  ExtractedDocument extracted;
  extracted.records = extract_records(document, analysis, models.lexicon, options.extraction);
  if (options.mentions == KeepMentions::kYes) {
    extracted.mentions = entity_mentions(document, analysis, extracted.records, models.lexicon);
  }
  // What `merge` reads has this order; the graph must not depend on the way it took.
  sort_records(extracted.records);
  extracted.words = count_words(analysis);
  return extracted;
}

/// All inputs through `finish(document, analysis)` on all threads, each output to `take` in order.
template <class Finish, class Take>
InputSummary process_inputs(std::vector<InputFile> inputs, const Models& models,
                            const PipelineOptions& options, Finish finish, Take take,
                            const ProgressFunction& progress) {
  using Output = std::invoke_result_t<Finish&, const Document&, const Analysis&>;
  std::sort(inputs.begin(), inputs.end(), [](const InputFile& a, const InputFile& b) {
    return std::tie(a.id, a.path) < std::tie(b.id, b.path);
  });
  InputSummary summary;
  summary.files = inputs.size();
  InputChunks chunks(std::move(inputs), options.reading);
  const std::size_t threads = options.threads > 0 ? options.threads : available_threads();
  std::vector<std::optional<AnalysisWorkspace>> workspaces(threads);
  DocumentIds ids;

  const auto work = [&](std::size_t worker, InputChunk&& chunk) {
    ProcessedChunk<Output> processed;
    processed.skipped = std::move(chunk.skipped);
    if (!chunk.readable) return processed;
    auto& workspace = workspaces[worker];
    if (!workspace) workspace.emplace(models.analysis);
    ReadOptions reading_options = options.reading;
    reading_options.format = chunk.format;
    Reading reading = read_documents({chunk.bytes, chunk.id, chunk.file, chunk.line, chunk.offset},
                                     reading_options);
    std::move(reading.skipped.begin(), reading.skipped.end(),
              std::back_inserter(processed.skipped));
    for (const Document& document : reading.documents) {
      try {
        const Analysis analysis = analyze_document(document, models.analysis, *workspace);
        processed.documents.push_back({identity_of(document), finish(document, analysis),
                                       analysis.sentences.size(), count_words(analysis)});
      } catch (const Error& error) {
        Place place{document.file, {}, {}};
        if (document.line > 0) place.line = document.line;
        processed.skipped.push_back(
            {document.id, SkippedDocument::Reason::kFault, error.at(place)});
      }
    }
    return processed;
  };

  const auto consume = [&](ProcessedChunk<Output>&& chunk) {
    for (Processed<Output>& processed : chunk.documents) {
      ids.add(processed.document);
      ++summary.documents;
      summary.sentences += processed.sentences;
      summary.words += processed.words;
      take(std::move(processed.output));
    }
    std::move(chunk.skipped.begin(), chunk.skipped.end(), std::back_inserter(summary.skipped));
    if (progress) progress({summary.documents, chunks.bytes_used(), chunks.bytes_total()});
  };

  run_ordered(
      threads, [&] { return chunks.next(); }, work, consume);
  summary.bytes = chunks.bytes_used();
  return summary;
}

}  // namespace

ExtractedDocument extract_document(const Document& document, const Models& models,
                                   AnalysisWorkspace& workspace, const PipelineOptions& options) {
  const Analysis analysis = analyze_document(document, models.analysis, workspace);
  return extract_analysis(document, analysis, models, options);
}

InputSummary extract_inputs(std::vector<InputFile> inputs, const Models& models,
                            const PipelineOptions& options,
                            const std::function<void(ExtractedDocument&&)>& take,
                            const ProgressFunction& progress) {
  const auto finish = [&](const Document& document, const Analysis& analysis) {
    return extract_analysis(document, analysis, models, options);
  };
  return process_inputs(std::move(inputs), models, options, finish, take, progress);
}

InputSummary analyze_inputs(std::vector<InputFile> inputs, const Models& models,
                            const PipelineOptions& options, ByteSink& out,
                            const ProgressFunction& progress) {
  const auto finish = [](const Document& document, const Analysis& analysis) {
    StringSink text;
    write_conllu(document, analysis, text);
    return text.text();
  };
  const auto take = [&](const std::string& text) { out.write(text); };
  return process_inputs(std::move(inputs), models, options, finish, take, progress);
}

std::vector<std::string> ResolvedGraph::node_ids() const {
  std::vector<std::string> ids;
  ids.reserve(built.node_of_cluster.size());
  for (const std::size_t node : built.node_of_cluster) {
    const bool is_node = node < num_vertices(built.graph.graph);
    ids.push_back(is_node ? built.graph.graph[static_cast<Vertex>(node)].id.str() : std::string());
  }
  return ids;
}

ResolvedGraph resolve_and_build(std::vector<DocumentRecords> documents, const Lexicon& lexicon,
                                const GraphOptions& options, const std::vector<Decision>& decisions,
                                ResolutionTrace* trace) {
  std::sort(documents.begin(), documents.end(),
            [](const auto& a, const auto& b) { return a.document.doc < b.document.doc; });
  ResolvedGraph graph;
  graph.documents = std::move(documents);
  graph.decisions = match_decisions(decisions, graph.documents, lexicon);
  graph.resolution =
      resolve_entities(graph.documents, lexicon, ResolveOptions{graph.decisions.pairs, trace});
  graph.built = build_graph(graph.documents, graph.resolution, lexicon, options);
  return graph;
}

}  // namespace relata

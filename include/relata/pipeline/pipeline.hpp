// The stages joined: documents in, records or an entity graph out.
//
// Documents are read, analysed and extracted in parallel and forgotten one by one; of each only its
// records stay. These are held in memory until the graph is made: that is the limit of a run.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "relata/core/byte_sink.hpp"
#include "relata/core/input_files.hpp"
#include "relata/extract/extract.hpp"
#include "relata/extract/record_json.hpp"
#include "relata/graph/entity_graph.hpp"
#include "relata/pipeline/models.hpp"
#include "relata/resolve/resolution.hpp"
#include "relata/text/read_document.hpp"

namespace relata {

enum class KeepMentions { kNo, kYes };

struct PipelineOptions {
  ReadOptions reading;
  ExtractOptions extraction;
  std::size_t threads = 0;  ///< 0: all that this process may use
  /// Mentions are needed to say which words became which node, and take as much memory as records.
  KeepMentions mentions = KeepMentions::kNo;
};

/// A mention of an in-document entity.
struct EntityMention {
  TextRange range;  ///< code points of the document's text
  TextRange head;   ///< of its head word
  EntityType type = EntityType::kOther;
  MentionForm form = MentionForm::kName;
  std::string entity;  ///< id of an EntityRecord

  friend bool operator==(const EntityMention&, const EntityMention&) = default;
};

/// What remains of a document.
struct ExtractedDocument {
  DocumentRecords records;
  std::vector<EntityMention> mentions;  ///< with KeepMentions::kYes
  std::uint64_t words = 0;

  friend bool operator==(const ExtractedDocument&, const ExtractedDocument&) = default;
};

/// One document through analysis and extraction; its records are in the order of sort_records.
ExtractedDocument extract_document(const Document& document, const Models& models,
                                   AnalysisWorkspace& workspace,
                                   const PipelineOptions& options = {});

/// How far a run is. Bytes are those of the files as stored.
struct Progress {
  std::uint64_t documents = 0;
  std::uint64_t bytes_used = 0;
  std::uint64_t bytes_total = 0;  ///< 0 if it cannot be known (standard input, a pipe)
};

/// Called on the calling thread after each piece of work. An exception ends the run.
using ProgressFunction = std::function<void(const Progress&)>;

/// What was read.
struct InputSummary {
  std::uint64_t files = 0;
  std::uint64_t bytes = 0;  ///< as stored
  std::uint64_t documents = 0;
  std::uint64_t sentences = 0;
  std::uint64_t words = 0;
  std::vector<SkippedDocument> skipped;  ///< in the order of the inputs
};

/// Hands every document of `inputs` to `take`, in the order of the inputs' ids (paths after that),
/// whatever the order in which they are given and the number of threads. What can't be read is
/// skipped and listed. Throws Error when two documents have one id.
InputSummary extract_inputs(std::vector<InputFile> inputs, const Models& models,
                            const PipelineOptions& options,
                            const std::function<void(ExtractedDocument&&)>& take,
                            const ProgressFunction& progress = {});

/// The same up to analysis: CoNLL-U of every document into `out`.
InputSummary analyze_inputs(std::vector<InputFile> inputs, const Models& models,
                            const PipelineOptions& options, ByteSink& out,
                            const ProgressFunction& progress = {});

/// Every line of record files (JSON Lines, of `extract` or of others) into `reader`. Files that
/// can't be opened are in `skipped`; faulty lines are the reader's to tell. Counts no documents.
/// Throws Error when a file breaks off in the middle, since any document may then lack records.
InputSummary read_record_files(const std::vector<InputFile>& inputs, RecordReader& reader,
                               const ProgressFunction& progress = {});

/// The entity graph of a set of documents, and how it came about.
struct ResolvedGraph {
  std::vector<DocumentRecords> documents;  ///< sorted by id
  MatchedDecisions decisions;              ///< what was decided of these documents, and warnings
  Resolution resolution;                   ///< over the entities of `documents`
  BuiltGraph built;

  /// Node id of each resolution cluster; empty where it is no node.
  std::vector<std::string> node_ids() const;
};

/// Resolves entities across `documents`, given in any order, and merges their facts. Without
/// decisions nothing is decided; with them the documents of the result are those after
/// match_decisions. Throws Error when they contradict each other. `trace` is as in ResolveOptions.
ResolvedGraph resolve_and_build(std::vector<DocumentRecords> documents, const Lexicon& lexicon,
                                const GraphOptions& options = {},
                                const std::vector<Decision>& decisions = {},
                                ResolutionTrace* trace = nullptr);

}  // namespace relata

// What a run says about itself: the report, which words became which node, why entities are one.
//
// All three are deterministic: no times of the clock, no durations, no thread counts.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "relata/core/byte_sink.hpp"
#include "relata/core/span.hpp"
#include "relata/extract/record.hpp"
#include "relata/graph/entity_graph.hpp"
#include "relata/resolve/resolution.hpp"

namespace relata {

/// A mention and where it went, for `--mentions`.
struct LinkedMention {
  TextRange range;      ///< code points of the document's text, end exclusive
  TextRange head;       ///< its head word
  std::string cluster;  ///< node id; where its entity is no node, an id that no node has
  EntityType type = EntityType::kOther;
  MentionForm form = MentionForm::kName;

  friend bool operator==(const LinkedMention&, const LinkedMention&) = default;
};

/// One line for a document (schemas/mentions.schema.json): the mentions in the order given.
void write_mentions(const std::string& doc, std::span<const LinkedMention> mentions, ByteSink& out);

/// One line a merge (schemas/merges.schema.json). `node_of_cluster[c]` is the node id of resolution
/// cluster c, empty where it is no node; the line then has no "entity".
void write_merges(std::span<const Merge> merges, std::span<const std::string> node_of_cluster,
                  ByteSink& out);

/// An input that was not used, and why.
struct SkippedInput {
  std::string input;   ///< as it is named to users: file, line, document id
  std::string reason;  ///< for people, in words
  std::string cause;   ///< for counting: "language", "empty", "unreadable", "faulty record", …

  friend bool operator==(const SkippedInput&, const SkippedInput&) = default;
};

/// What an excerpt leaves out of the whole graph.
struct GraphCut {
  std::uint64_t nodes = 0, edges = 0, literal_facts = 0;
};

/// Everything that `--report` writes (schemas/report.schema.json).
struct RunReport {
  std::string command;       ///< "build", "extract", "merge" or "analyze"
  std::string version;       ///< of relata
  std::string model;         ///< id; empty when none was used
  std::string model_sha256;  ///< hex; empty when none was used
  /// Every option that shapes the output, by its long name, defaults too; sorted by name.
  std::map<std::string, std::string> options;

  std::uint64_t input_files = 0;
  std::uint64_t input_bytes = 0;      ///< as stored, before unpacking
  std::uint64_t documents = 0;        ///< read and used
  std::vector<SkippedInput> skipped;  ///< in the order of their names
  std::uint64_t sentences = 0;
  std::uint64_t limited_sentences = 0;  ///< gave as many triples as one sentence may
  std::uint64_t words = 0;
  std::array<std::uint64_t, 9> triples{};  ///< by TripleKind
  std::uint64_t entities = 0;              ///< in documents, before merging

  /// The rest is written by commands that make a graph only.
  std::map<std::string, std::uint64_t> merges;  ///< by reason
  GraphCounts graph;                 ///< of nodes, edges and literal facts, those that are written
  std::optional<GraphCut> cut;       ///< when the graph is an excerpt
  std::uint64_t isolated_nodes = 0;  ///< joined by no edge
  std::map<std::string, std::uint64_t> nodes_by_class;
  std::map<std::string, std::uint64_t> edges_by_status;
  std::uint64_t ids_formerly_cut = 0;  ///< former ids past the 50 that a node lists
  std::vector<std::string> outputs;    ///< as given, in the order of the command line
  std::vector<std::string> warnings;
};

/// Fills what a graph itself can tell: nodes by class, edges by status, isolated nodes.
void count_graph(const EntityGraph& graph, RunReport& report);

/// One indented JSON object.
void write_report(const RunReport& report, ByteSink& out);

}  // namespace relata

// The report of a run: its options and counts.
#pragma once

#include <span>

#include "cli/invocation.hpp"
#include "cli/written_graph.hpp"
#include "relata/analysis/model.hpp"
#include "relata/export/report_writer.hpp"
#include "relata/pipeline/pipeline.hpp"

namespace relata {

/// What was asked for and what was read.
RunReport run_report(const Invocation& invocation, const Model& model, const InputSummary& input);

/// Adds the triples and entities of `documents`.
void count_records(std::span<const DocumentRecords> documents, RunReport& report);

/// Merges, nodes and edges: those that are written, and how many were cut.
void count_graph_run(const ResolvedGraph& graph, const WrittenGraph& written, RunReport& report);

}  // namespace relata

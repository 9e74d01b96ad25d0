// The options, in the groups that the help shows; each command takes the groups that it needs.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "cli/invocation.hpp"

namespace relata {

inline const char* const kInputGroup = "Input";
inline const char* const kGraphGroup = "Graph";
inline const char* const kExcerptGroup =
    "Excerpt, with the ids, names and places of the whole graph";
inline const char* const kFormatGroup = "Format";
inline const char* const kOutputGroup = "Output";
inline const char* const kRunGroup = "Run";

// Each adds its options to `app`, to be stored in `invocation`, which must outlive the parsing.

/// INPUT and how to read documents.
void add_document_inputs(CLI::App& app, Invocation& invocation);
/// What of the extracted triples `extract` keeps.
void add_confidence(CLI::App& app, Invocation& invocation);
/// The graph: what becomes of it, and where it goes.
void add_graph_options(CLI::App& app, Invocation& invocation);
/// --decisions.
void add_decisions(CLI::App& app, Invocation& invocation);
/// Which part of the graph is written.
void add_excerpt_options(CLI::App& app, Invocation& invocation);
/// How the formats say it.
void add_format_options(CLI::App& app, Invocation& invocation);
/// -o of commands whose output is a stream of `what`.
void add_stream_output(CLI::App& app, Invocation& invocation, const std::string& what);
/// --mentions.
void add_mentions_output(CLI::App& app, Invocation& invocation);
/// RECORDS and two names, and how the answer is written.
void add_explain_options(CLI::App& app, Invocation& invocation);
/// --models.
void add_models(CLI::App& app, Invocation& invocation);
/// What every command has.
void add_run_options(CLI::App& app, Invocation& invocation);
void add_threads(CLI::App& app, Invocation& invocation);
/// --temp and --memory.
void add_room(CLI::App& app, Invocation& invocation);

// Each throws WrongUsage when a value of its options says nothing by itself.
void check_document_inputs(Invocation& invocation);
void check_confidence(const Invocation& invocation);
void check_graph_options(const Invocation& invocation);
void check_explain_options(Invocation& invocation);
void check_excerpt_options(const Invocation& invocation);

}  // namespace relata

#include "cli/commands.hpp"

#include <algorithm>
#include <iostream>
#include <map>
#include <new>
#include <utility>

#include "cli/decision_file.hpp"
#include "cli/explanation_text.hpp"
#include "cli/graph_files.hpp"
#include "cli/interruption.hpp"
#include "cli/messages.hpp"
#include "cli/run_report.hpp"
#include "cli/version.hpp"
#include "cli/written_graph.hpp"
#include "relata/export/report_writer.hpp"
#include "relata/pipeline/pipeline.hpp"

namespace relata {
namespace {

std::string models_folder(const Invocation& invocation) {
  return invocation.models.empty() ? find_model_directory() : invocation.models;
}

PipelineOptions pipeline_options(const Invocation& invocation) {
  PipelineOptions options;
  options.reading = invocation.reading;
  options.extraction.min_confidence = invocation.min_confidence;
  options.threads = invocation.threads;
  if (!invocation.mentions.empty()) options.mentions = KeepMentions::kYes;
  return options;
}

bool writes_to_stdout(const Invocation& invocation) {
  const auto is_stdout = [](const std::string& path) {
    return path == "-" || path == "/dev/stdout" || path == "/dev/fd/1" || path == "/proc/self/fd/1";
  };
  return std::any_of(invocation.outputs.begin(), invocation.outputs.end(), is_stdout) ||
         is_stdout(invocation.report) || is_stdout(invocation.mentions) ||
         is_stdout(invocation.merges);
}

/// A run that used nothing has nothing to write.
void check_anything_used(std::uint64_t documents, const InputSummary& input,
                         const Invocation& invocation) {
  if (documents > 0) return;
  print_skipped(std::cerr, input.skipped);
  if (input.files == 0) {
    throw Error("no files in " + invocation.inputs.front() + "; nothing is written");
  }
  // What takes records is given texts sooner or later.
  const bool records =
      invocation.command == Command::kMerge || invocation.command == Command::kExplain;
  throw Error(
      std::string("no document could be used; nothing is written") +
      (records ? "; relata extract makes records of texts, relata build a graph at once" : ""));
}

int exit_code(const InputSummary& input) { return input.skipped.empty() ? kAllWell : kSomeSkipped; }

/// One line for commands whose output is a stream.
void print_stream_summary(const Invocation& invocation, const InputSummary& input,
                          std::uint64_t triples) {
  if (invocation.verbosity == Verbosity::kQuiet) return;
  std::cerr << count_of(input.documents, "document", "documents") << ", "
            << count_of(input.sentences, "sentence", "sentences");
  if (invocation.command == Command::kExtract) {
    std::cerr << ", " << count_of(triples, "triple", "triples");
  }
  if (!input.skipped.empty()) {
    std::cerr << "; skipped " << count_of(input.skipped.size(), "input", "inputs")
              << ", named above";
  }
  std::cerr << "\n";
}

/// The mentions of all documents, in the order of the documents' ids.
void write_all_mentions(const ResolvedGraph& graph,
                        const std::map<std::string, std::vector<EntityMention>>& mentions,
                        ByteSink& out) {
  const std::vector<std::string> node_ids = graph.node_ids();
  // Of a cluster that is no node its first entity speaks: no node has such an id.
  std::vector<std::string> names = node_ids;
  std::map<std::string, std::size_t, std::less<>> cluster_of_entity;
  std::size_t next = 0;
  for (const DocumentRecords& document : graph.documents) {
    for (const EntityRecord& entity : document.entities) {
      const std::size_t cluster = graph.resolution.cluster_of[next++];
      if (names[cluster].empty()) names[cluster] = entity.entity;
      cluster_of_entity.emplace(entity.entity, cluster);
    }
  }
  for (const auto& [doc, found] : mentions) {
    std::vector<LinkedMention> linked;
    for (const EntityMention& mention : found) {
      const auto cluster = cluster_of_entity.find(mention.entity);
      if (cluster == cluster_of_entity.end()) continue;
      linked.push_back(
          {mention.range, mention.head, names[cluster->second], mention.type, mention.form});
    }
    write_mentions(doc, linked, out);
  }
}

/// From records to files: what `build` and `merge` have in common.
int finish_graph(const Invocation& invocation, const Models& models, const InputSummary& input,
                 std::vector<DocumentRecords> documents, const std::vector<Decision>& decisions,
                 const std::map<std::string, std::vector<EntityMention>>& mentions,
                 Outputs& outputs) {
  check_interruption();
  GraphOptions graph_options = invocation.graph;
  graph_options.room = make_room(invocation);
  const ResolvedGraph graph =
      resolve_and_build(std::move(documents), models.lexicon, graph_options, decisions);
  check_interruption();
  const WrittenGraph written(invocation, graph.built.graph, graph_options.room);
  const ExportOptions export_options =
      export_options_of(invocation, written, generator_text(models.analysis));
  const std::vector<std::string> node_ids = graph.node_ids();
  const GraphToWrite to_write{written.graph(), export_options, {graph.resolution.merges, node_ids}};
  for (std::size_t i = 0; i < outputs.main().size(); ++i) {
    write_graph(to_write, invocation.outputs[i], outputs.main()[i]);
    check_interruption();
  }
  if (outputs.mentions() != nullptr) write_all_mentions(graph, mentions, *outputs.mentions());
  if (outputs.merges() != nullptr) {
    write_merges(graph.resolution.merges, graph.node_ids(), *outputs.merges());
  }
  if (outputs.report() != nullptr) {
    RunReport report = run_report(invocation, models.analysis, input);
    count_records(graph.documents, report);
    count_graph_run(graph, written, report);
    write_report(report, *outputs.report());
  }
  outputs.commit();
  print_skipped(std::cerr, input.skipped);
  print_warnings(std::cerr, graph.decisions.warnings);
  if (invocation.verbosity == Verbosity::kNormal) {
    print_graph_summary(writes_to_stdout(invocation) ? std::cerr : std::cout, invocation, graph,
                        written, input);
  }
  return exit_code(input);
}

ProgressFunction progress_on(ProgressBar& bar) {
  return [&bar](const Progress& progress) {
    check_interruption();
    bar.show(progress);
  };
}

int run_build(const Invocation& invocation, std::vector<InputFile> inputs) {
  const std::vector<Decision> decisions = read_decision_file(invocation.decisions);
  const Models models = load_models(models_folder(invocation));
  Outputs outputs(invocation);
  std::vector<DocumentRecords> documents;
  std::map<std::string, std::vector<EntityMention>> mentions;
  ProgressBar bar(invocation.verbosity);
  const auto keep = [&](ExtractedDocument&& extracted) {
    if (!invocation.mentions.empty()) {
      mentions.emplace(extracted.records.document.doc, std::move(extracted.mentions));
    }
    documents.push_back(std::move(extracted.records));
  };
  InputSummary input = extract_inputs(std::move(inputs), models, pipeline_options(invocation), keep,
                                      progress_on(bar));
  bar.clear();
  check_anything_used(documents.size(), input, invocation);
  return finish_graph(invocation, models, input, std::move(documents), decisions, mentions,
                      outputs);
}

/// All records of the inputs, with what could not be used in `input`.
std::vector<DocumentRecords> read_all_records(const Invocation& invocation,
                                              const std::vector<InputFile>& inputs,
                                              InputSummary& input) {
  RecordReader reader;
  ProgressBar bar(invocation.verbosity);
  input = read_record_files(inputs, reader, progress_on(bar));
  bar.clear();
  std::vector<DocumentRecords> documents = reader.take_documents();
  for (const Error& fault : reader.faults()) {
    input.skipped.push_back({{}, SkippedDocument::Reason::kFault, fault});
  }
  input.documents = documents.size();
  for (const DocumentRecords& document : documents) {
    input.sentences += document.document.sentences;
  }
  check_anything_used(documents.size(), input, invocation);
  return documents;
}

int run_merge(const Invocation& invocation, const std::vector<InputFile>& inputs) {
  const std::vector<Decision> decisions = read_decision_file(invocation.decisions);
  const Models models = load_models(models_folder(invocation));
  Outputs outputs(invocation);
  InputSummary input;
  std::vector<DocumentRecords> documents = read_all_records(invocation, inputs, input);
  return finish_graph(invocation, models, input, std::move(documents), decisions, {}, outputs);
}

int run_explain(const Invocation& invocation, const std::vector<InputFile>& inputs) {
  const std::vector<Decision> decisions = read_decision_file(invocation.decisions);
  const Models models = load_models(models_folder(invocation));
  Outputs outputs(invocation);
  InputSummary input;
  std::vector<DocumentRecords> documents = read_all_records(invocation, inputs, input);
  const NodeExplanation explanation =
      explain_names(std::move(documents), models.lexicon, invocation.graph, decisions,
                    invocation.left_name, invocation.right_name);
  outputs.main().front().front()->write(invocation.answer == AnswerFormat::kJson
                                            ? explanation_json(explanation)
                                            : explanation_text(explanation));
  outputs.commit();
  print_skipped(std::cerr, input.skipped);
  return exit_code(input);
}

/// What `extract` and `analyze` have in common, once all is written.
int finish_stream(const Invocation& invocation, const Models& models, const InputSummary& input,
                  const RunReport& report, Outputs& outputs) {
  check_anything_used(input.documents, input, invocation);
  std::uint64_t triples = 0;
  for (const std::uint64_t of_kind : report.triples) triples += of_kind;
  if (outputs.report() != nullptr) {
    RunReport whole = run_report(invocation, models.analysis, input);
    whole.triples = report.triples;
    whole.entities = report.entities;
    write_report(whole, *outputs.report());
  }
  outputs.commit();
  print_skipped(std::cerr, input.skipped);
  print_stream_summary(invocation, input, triples);
  return exit_code(input);
}

int run_extract(const Invocation& invocation, std::vector<InputFile> inputs) {
  const Models models = load_models(models_folder(invocation));
  Outputs outputs(invocation);
  ByteSink& out = *outputs.main().front().front();
  ProgressBar bar(invocation.verbosity);
  RunReport counts;
  const auto write = [&](ExtractedDocument&& extracted) {
    count_records({&extracted.records, 1}, counts);
    write_records(extracted.records, out);
  };
  const InputSummary input = extract_inputs(std::move(inputs), models, pipeline_options(invocation),
                                            write, progress_on(bar));
  bar.clear();
  return finish_stream(invocation, models, input, counts, outputs);
}

int run_analyze(const Invocation& invocation, std::vector<InputFile> inputs) {
  const Models models = load_models(models_folder(invocation));
  Outputs outputs(invocation);
  ProgressBar bar(invocation.verbosity);
  const InputSummary input = analyze_inputs(std::move(inputs), models, pipeline_options(invocation),
                                            *outputs.main().front().front(), progress_on(bar));
  bar.clear();
  return finish_stream(invocation, models, input, {}, outputs);
}

}  // namespace

int run_command(const Invocation& invocation) {
  std::vector<InputFile> inputs = expand_inputs(invocation.inputs);
  check_files(invocation, inputs);
  switch (invocation.command) {
    case Command::kBuild:
      return run_build(invocation, std::move(inputs));
    case Command::kExtract:
      return run_extract(invocation, std::move(inputs));
    case Command::kMerge:
      return run_merge(invocation, inputs);
    case Command::kAnalyze:
      return run_analyze(invocation, std::move(inputs));
    case Command::kExplain:
      return run_explain(invocation, inputs);
  }
  return kJobFailed;
}

int run_command_line(int argc, const char* const* argv) {
  handle_signals();
  try {
    const std::optional<Invocation> invocation = parse_command_line(argc, argv);
    return invocation ? run_command(*invocation) : kAllWell;
  } catch (const WrongUsage& usage) {
    print_error(std::cerr, usage.what());
    return kWrongUsage;
  } catch (const Error& error) {
    print_error(std::cerr, describe(error));
  } catch (const Interrupted& interrupted) {
    end_by_signal(interrupted);
  } catch (const std::bad_alloc&) {
    print_error(std::cerr,
                "out of memory; give fewer documents at a time to relata extract and "
                "merge the records, or run on a larger machine");
  } catch (const std::exception& exception) {
    print_error(std::cerr, std::string("internal error: ") + exception.what());
  }
  return kJobFailed;
}

}  // namespace relata

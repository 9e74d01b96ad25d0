#include "cli/run_report.hpp"

#include <algorithm>
#include <tuple>

#include "cli/messages.hpp"
#include "cli/version.hpp"
#include "relata/core/number.hpp"

namespace relata {
namespace {

void add_excerpt(const Invocation& invocation, std::map<std::string, std::string>& options) {
  const ExcerptOptions& excerpt = invocation.excerpt;
  options["type"] = class_list(excerpt.classes);
  options["since"] = excerpt.since;
  options["until"] = excerpt.until;
  options["min-support"] = std::to_string(excerpt.min_support);
  options["min-confidence"] = format_double(excerpt.min_confidence);
  options["ego"] = invocation.ego;
  options["depth"] = std::to_string(excerpt.depth);
  options["top"] = excerpt.top ? std::to_string(*excerpt.top) : std::string();
}

std::map<std::string, std::string> options_of(const Invocation& invocation) {
  std::map<std::string, std::string> options;
  const bool reads_documents = invocation.command != Command::kMerge;
  const bool makes_graph =
      invocation.command == Command::kBuild || invocation.command == Command::kMerge;
  if (reads_documents) {
    options["input-format"] = to_string(invocation.reading.format);
    options["date"] = invocation.reading.default_date;
    options["language"] = to_string(invocation.reading.language);
    std::string fields;
    for (const std::string& name : invocation.field_names) {
      fields += (fields.empty() ? "" : " ") + name;
    }
    options["field"] = fields;
  }
  if (invocation.command == Command::kExtract) {
    options["min-confidence"] = format_double(invocation.min_confidence);
  }
  if (makes_graph) {
    options["nodes"] = to_string(invocation.graph.nodes);
    options["base-iri"] = invocation.base_iri;
    if (!invocation.decisions.empty()) options["decisions"] = invocation.decisions;
    add_excerpt(invocation, options);
    options["size"] = to_string(invocation.node_size);
    options["one-edge-per-mention"] = invocation.edge_rows == EdgeRows::kPerMention ? "yes" : "no";
    options["spells"] = to_string(invocation.spells);
    options["gexf-version"] = to_string(invocation.gexf_version);
    options["graphml-flavour"] = to_string(invocation.graphml_flavour);
  }
  return options;
}

}  // namespace

RunReport run_report(const Invocation& invocation, const Model& model, const InputSummary& input) {
  RunReport report;
  report.command = to_string(invocation.command);
  report.version = version();
  report.model = model.id();
  report.model_sha256 = model.sha256();
  report.options = options_of(invocation);
  report.input_files = input.files;
  report.input_bytes = input.bytes;
  report.documents = input.documents;
  report.sentences = input.sentences;
  report.words = input.words;
  report.outputs = invocation.outputs;
  const auto is_jsonld = [](const std::string& path) {
    return graph_format(path) == GraphFormat::kJsonld;
  };
  if (report.options.contains("base-iri") && invocation.base_iri == Invocation().base_iri &&
      std::any_of(report.outputs.begin(), report.outputs.end(), is_jsonld)) {
    report.warnings.push_back("the IRIs of the JSON-LD begin with " + invocation.base_iri +
                              ", which is for trying out; --base-iri gives them a home");
  }
  for (const SkippedDocument& skipped : input.skipped) {
    std::string name = skipped.error.place().file;
    if (skipped.error.place().line) name += ":" + std::to_string(*skipped.error.place().line);
    const bool language = skipped.reason == SkippedDocument::Reason::kLanguage;
    report.skipped.push_back({name, skipped.error.what(), language ? "language" : "fault"});
  }
  std::sort(report.skipped.begin(), report.skipped.end(), [](const auto& a, const auto& b) {
    return std::tie(a.input, a.reason) < std::tie(b.input, b.reason);
  });
  return report;
}

void count_records(std::span<const DocumentRecords> documents, RunReport& report) {
  for (const DocumentRecords& document : documents) {
    report.entities += document.entities.size();
    report.limited_sentences += document.document.limited_sentences;
    for (const TripleRecord& triple : document.triples) {
      ++report.triples.at(static_cast<std::size_t>(triple.kind));
    }
  }
}

void count_graph_run(const ResolvedGraph& graph, const WrittenGraph& written, RunReport& report) {
  for (const Merge& merge : graph.resolution.merges) ++report.merges[merge.reason];
  for (const Error& warning : graph.decisions.warnings) {
    report.warnings.push_back(describe(warning));
  }
  report.graph = graph.built.counts;
  if (written.is_excerpt()) {
    const EntityGraph& part = written.graph();
    report.graph.nodes = boost::num_vertices(part.graph);
    report.graph.edges = boost::num_edges(part.graph);
    report.graph.literal_facts = part.literals.size();
    report.cut = GraphCut{graph.built.counts.nodes - report.graph.nodes,
                          graph.built.counts.edges - report.graph.edges,
                          graph.built.counts.literal_facts - report.graph.literal_facts};
  }
  count_graph(written.graph(), report);
}

}  // namespace relata

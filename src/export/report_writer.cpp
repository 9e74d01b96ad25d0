#include "relata/export/report_writer.hpp"

#include <algorithm>
#include <boost/range/iterator_range.hpp>
#include <string_view>
#include <tuple>

#include "relata/core/json.hpp"

namespace relata {
namespace {

/// A map as an object, its keys in order.
void write_counts(JsonWriter& json, std::string_view name,
                  const std::map<std::string, std::uint64_t>& counts) {
  json.key(name);
  json.begin_object();
  for (const auto& [key, count] : counts) json.integer_field(key, count);
  json.end_object();
}

void write_inputs(JsonWriter& json, const RunReport& report) {
  json.key("inputs");
  json.begin_object();
  json.integer_field("files", report.input_files);
  json.integer_field("bytes", report.input_bytes);
  json.end_object();
}

void write_skipped(JsonWriter& json, const RunReport& report) {
  std::vector<SkippedInput> skipped = report.skipped;
  std::sort(skipped.begin(), skipped.end(), [](const SkippedInput& a, const SkippedInput& b) {
    return std::tie(a.input, a.cause, a.reason) < std::tie(b.input, b.cause, b.reason);
  });
  std::map<std::string, std::uint64_t> causes;
  for (const SkippedInput& one : skipped) ++causes[one.cause];
  json.key("skipped");
  json.begin_object();
  json.integer_field("count", skipped.size());
  write_counts(json, "causes", causes);
  json.key("inputs");
  json.begin_array();
  for (const SkippedInput& one : skipped) {
    json.begin_object();
    json.string_field("input", one.input);
    json.nonempty_field("cause", one.cause);
    json.string_field("reason", one.reason);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

void write_triples(JsonWriter& json, const RunReport& report) {
  json.key("triples");
  json.begin_object();
  std::uint64_t all = 0;
  for (const std::uint64_t count : report.triples) all += count;
  json.integer_field("count", all);
  json.key("kinds");
  json.begin_object();
  for (std::size_t kind = 0; kind < report.triples.size(); ++kind) {
    json.nonzero_field(to_string(static_cast<TripleKind>(kind)), report.triples[kind]);
  }
  json.end_object();
  json.end_object();
}

void write_graph(JsonWriter& json, const RunReport& report) {
  json.key("merges");
  json.begin_object();
  std::uint64_t merges = 0;
  for (const auto& [reason, count] : report.merges) merges += count;
  json.integer_field("count", merges);
  write_counts(json, "reasons", report.merges);
  json.end_object();
  json.key("graph");
  json.begin_object();
  json.integer_field("nodes", report.graph.nodes);
  write_counts(json, "classes", report.nodes_by_class);
  json.integer_field("isolated_nodes", report.isolated_nodes);
  json.integer_field("edges", report.graph.edges);
  write_counts(json, "statuses", report.edges_by_status);
  json.integer_field("literal_facts", report.graph.literal_facts);
  if (report.cut) {
    json.key("cut");
    json.begin_object();
    json.integer_field("nodes", report.cut->nodes);
    json.integer_field("edges", report.cut->edges);
    json.integer_field("literal_facts", report.cut->literal_facts);
    json.end_object();
  }
  json.integer_field("triples_used", report.graph.triples);
  json.integer_field("self_loops_dropped", report.graph.self_loops_dropped);
  json.integer_field("types_folded", report.graph.types_folded);
  json.integer_field("former_ids_cut", report.ids_formerly_cut);
  json.end_object();
}

}  // namespace

void write_mentions(const std::string& doc, std::span<const LinkedMention> mentions,
                    ByteSink& out) {
  std::string line;
  JsonWriter json(line);
  json.begin_object();
  json.string_field("id", doc);
  json.key("mentions");
  json.begin_array();
  for (const LinkedMention& mention : mentions) {
    json.begin_object();
    json.integer_field("start", mention.range.start);
    json.integer_field("end", mention.range.end);
    json.key("head");
    json.begin_array();
    json.integer(mention.head.start);
    json.integer(mention.head.end);
    json.end_array();
    json.string_field("cluster", mention.cluster);
    json.string_field("type", to_string(mention.type));
    json.string_field("form", to_string(mention.form));
    json.end_object();
  }
  json.end_array();
  json.end_object();
  line += '\n';
  out.write(line);
}

void write_merges(std::span<const Merge> merges, std::span<const std::string> node_of_cluster,
                  ByteSink& out) {
  std::string line;
  for (const Merge& merge : merges) {
    line.clear();
    JsonWriter json(line);
    json.begin_object();
    if (merge.cluster < node_of_cluster.size()) {
      json.nonempty_field("entity", node_of_cluster[merge.cluster]);
    }
    json.string_field("left", merge.left);
    json.string_field("right", merge.right);
    json.string_field("reason", merge.reason);
    json.number_field("score", merge.score);
    json.nonempty_field("evidence", merge.evidence);
    json.end_object();
    line += '\n';
    out.write(line);
  }
}

void count_graph(const EntityGraph& graph, RunReport& report) {
  for (const auto vertex : boost::make_iterator_range(boost::vertices(graph.graph))) {
    ++report.nodes_by_class[std::string(to_string(graph.graph[vertex].node_class))];
    if (degree_of(graph.graph, vertex) == 0) ++report.isolated_nodes;
  }
  for (const auto edge : boost::make_iterator_range(boost::edges(graph.graph))) {
    ++report.edges_by_status[std::string(to_string(graph.graph[edge].status))];
  }
}

void write_report(const RunReport& report, ByteSink& out) {
  std::string text;
  JsonWriter json(text, JsonWriter::Layout::kIndented);
  json.begin_object();
  json.string_field("command", report.command);
  json.string_field("version", report.version);
  if (!report.model.empty()) {
    json.key("model");
    json.begin_object();
    json.string_field("id", report.model);
    json.nonempty_field("sha256", report.model_sha256);
    json.end_object();
  }
  json.key("options");
  json.begin_object();
  for (const auto& [name, value] : report.options) json.string_field(name, value);
  json.end_object();
  write_inputs(json, report);
  json.integer_field("documents", report.documents);
  write_skipped(json, report);
  json.integer_field("sentences", report.sentences);
  json.integer_field("limited_sentences", report.limited_sentences);
  json.integer_field("words", report.words);
  write_triples(json, report);
  json.integer_field("entities", report.entities);
  if (report.command == "build" || report.command == "merge") write_graph(json, report);
  json.nonempty_field("outputs", report.outputs);
  json.nonempty_field("warnings", report.warnings);
  json.end_object();
  text += '\n';
  out.write(text);
}

}  // namespace relata

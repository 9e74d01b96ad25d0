#include "cli/choices.hpp"
#include "cli/option_groups.hpp"

namespace relata {
namespace {

/// An IRI under which the graph's own names can lie.
void check_base_iri(const std::string& iri) {
  const std::size_t colon = iri.find(':');
  const bool ends = iri.ends_with('/') || iri.ends_with('#');
  const bool legal = iri.find_first_of("<>\"{}|\\^` \t\r\n") == std::string::npos;
  if (colon == std::string::npos || colon == 0 || !ends || !legal) {
    throw WrongUsage("--base-iri " + iri +
                     ": expected an absolute IRI that ends in / or #, such as "
                     "https://example.org/kg/");
  }
}

}  // namespace

void add_graph_options(CLI::App& app, Invocation& invocation) {
  app.add_option("-o,--output", invocation.outputs,
                 "The graph, in the format of the ending: .graphml, .jsonld, .gexf, .html "
                 "(a page to look at), or DIR/ for CSV (neo4j/, kuzu/ and gephi/ in it); may "
                 "repeat")
      ->required()
      ->type_name("OUT")
      ->allow_extra_args(false)
      ->group(kOutputGroup);
  add_choice(app, "--nodes", kNodes, invocation.graph.nodes,
             "Which entities become nodes: named ones; named ones and specific persons, groups, "
             "organizations, places, events and objects that an edge joins (default); all",
             kGraphGroup);
  add_decisions(app, invocation);
  app.add_option("--base-iri", invocation.base_iri,
                 "What the IRIs of the JSON-LD begin with; ends in / or # (default "
                 "https://example.org/kg/, for trying out)")
      ->type_name("IRI")
      ->group(kGraphGroup);
  app.add_option("--merges", invocation.merges,
                 "Why mentions count as one entity: a JSON line a merge, with reason and score")
      ->type_name("F")
      ->group(kOutputGroup);
}

void add_decisions(CLI::App& app, Invocation& invocation) {
  app.add_option("--decisions", invocation.decisions,
                 "What you know better: a JSON line a decision, {\"same\":[\"A\",\"B\"]} or "
                 "{\"different\":[\"A\",\"B\"]}; it is followed whatever the texts suggest")
      ->type_name("F")
      ->group(kGraphGroup);
}

void add_mentions_output(CLI::App& app, Invocation& invocation) {
  app.add_option("--mentions", invocation.mentions,
                 "Which words became which node: a JSON line a document")
      ->type_name("F")
      ->group(kOutputGroup);
}

void check_graph_options(const Invocation& invocation) {
  check_base_iri(invocation.base_iri);
  if (invocation.command == Command::kBuild || invocation.command == Command::kMerge) {
    for (const std::string& output : invocation.outputs) graph_format(output);
  }
}

}  // namespace relata

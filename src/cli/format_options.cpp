#include "cli/choices.hpp"
#include "cli/option_groups.hpp"

namespace relata {

void add_format_options(CLI::App& app, Invocation& invocation) {
  add_choice(app, "--size", kNodeSizes, invocation.node_size,
             "Size of nodes in GraphML and GEXF: by how often they are mentioned (default), or by "
             "how much of the graph leads to them",
             kFormatGroup);
  app.add_flag_callback(
         "--one-edge-per-mention", [&invocation] { invocation.edge_rows = EdgeRows::kPerMention; },
         "GraphML, GEXF and CSV: an edge for each sentence instead of one for each fact, for "
         "databases; fact_id says which belong together")
      ->group(kFormatGroup);
  add_choice(app, "--spells", kSpellSources, invocation.spells,
             "GEXF: when an edge is on the timeline, by the time that the text tells (default) or "
             "by the dates of the documents",
             kFormatGroup);
  add_choice(app, "--gexf-version", kGexfVersions, invocation.gexf_version,
             "Default 1.2, which every reader knows", kFormatGroup);
  add_choice(app, "--graphml-flavour", kGraphmlFlavours, invocation.graphml_flavour,
             "plain (default) is read by all tools; cytoscape adds the column \"interaction\"",
             kFormatGroup);
}

}  // namespace relata

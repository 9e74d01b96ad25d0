// CONTRACT. The exporters: one entity graph in, one file out.
#pragma once

#include <string>

#include "relata/core/byte_sink.hpp"
#include "relata/graph/entity_graph.hpp"

namespace relata {

struct ExportOptions {
  std::string base_iri = "https://example.org/kg/";  ///< ends in "/" or "#"
  std::string generator;  ///< "relata 0.1.0, model relata-en-1 (…hash…)", may be empty
};

/// The GraphML profile of docs/formats.md.
void write_graphml(const EntityGraph& graph, const ExportOptions& options, ByteSink& out);

/// GEXF 1.2 for Gephi's timeline: an edge has the spells of its times, where it has any; nodes, and
/// edges whose time is not known, are there always.
void write_gexf(const EntityGraph& graph, const ExportOptions& options, ByteSink& out);

/// JSON-LD: plain triples for what is asserted, a statement with evidence for everything.
void write_jsonld(const EntityGraph& graph, const ExportOptions& options, ByteSink& out);

}  // namespace relata

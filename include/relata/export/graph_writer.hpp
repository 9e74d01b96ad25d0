// CONTRACT. The exporters: one entity graph in, one file out.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "relata/core/byte_sink.hpp"
#include "relata/export/appearance.hpp"
#include "relata/graph/entity_graph.hpp"

namespace relata {

/// What an edge of GraphML, GEXF and CSV is. JSON-LD has all sentences of a fact in any case.
enum class EdgeRows : std::uint8_t {
  kMerged,      ///< a fact, with its best sentence
  kPerMention,  ///< one of its sentences: the same ends and type may come many times
};

/// When an edge of GEXF is there.
enum class SpellSource : std::uint8_t {
  kTime,       ///< when the fact held, as far as the text says so
  kPublished,  ///< on the days on which documents say it
};

enum class GexfVersion : std::uint8_t { k12, k13 };

/// kCytoscape adds the column "interaction", which Cytoscape shows an edge by.
enum class GraphmlFlavour : std::uint8_t { kPlain, kCytoscape };

struct ExportOptions {
  std::string base_iri = "https://example.org/kg/";  ///< ends in "/" or "#"
  std::string generator;  ///< "relata 0.1.0, model relata-en-1 (…hash…)", may be empty
  EdgeRows edges = EdgeRows::kMerged;
  SpellSource spells = SpellSource::kTime;
  /// 1.2, since networkx read no 1.3 before August 2025.
  GexfVersion gexf_version = GexfVersion::k12;
  GraphmlFlavour graphml_flavour = GraphmlFlavour::kPlain;
  /// Of the graph to be written; made of it by mentions when there is none.
  std::optional<Appearance> appearance;
};

/// The GraphML profile of docs/formats.md.
void write_graphml(const EntityGraph& graph, const ExportOptions& options, ByteSink& out);

/// GEXF for Gephi's timeline: an edge has the spells that `options.spells` names, where it has any;
/// nodes, and edges whose time is not known, are there always.
void write_gexf(const EntityGraph& graph, const ExportOptions& options, ByteSink& out);

/// JSON-LD: plain triples for what is asserted, a statement with evidence for everything.
void write_jsonld(const EntityGraph& graph, const ExportOptions& options, ByteSink& out);

}  // namespace relata

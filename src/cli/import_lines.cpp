#include "cli/import_lines.hpp"

namespace relata {

void print_way_to_open(std::ostream& out, const std::string& output, const std::string& base_iri) {
  out << "  " << output << "\n";
  switch (graph_format(output)) {
    case GraphFormat::kGraphml:
      out << "      Gephi: File > Open. Neo4j with APOC:\n"
             "      CALL apoc.import.graphml(\""
          << output << "\", {readLabels: true})\n";
      break;
    case GraphFormat::kGexf:
      out << "      Gephi with its timeline: File > Open\n";
      break;
    case GraphFormat::kCsv:
      out << "      CSV for neo4j-admin (neo4j/), Kuzu (kuzu/load.cypher) and Gephi (gephi/)\n";
      break;
    case GraphFormat::kJsonld:
      out << "      linked data with the sentence behind every fact: any RDF store or JSON "
             "reader\n";
      if (base_iri == Invocation().base_iri) {
        out << "      (its IRIs begin with " << base_iri
            << ", for trying out; --base-iri gives them a home)\n";
      }
      break;
  }
}

}  // namespace relata

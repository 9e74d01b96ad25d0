#include "cli/import_lines.hpp"

#include <boost/range/iterator_range.hpp>
#include <filesystem>

#include "cli/messages.hpp"

namespace relata {
namespace {

namespace fs = std::filesystem;

/// A word for the shell, in quotes where it needs them.
std::string shell_word(const std::string& text) {
  constexpr std::string_view kPlain =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_./-+=:,@%";
  if (!text.empty() && text.find_first_not_of(kPlain) == std::string::npos) return text;
  std::string word = "'";
  for (const char c : text) word += c == '\'' ? "'\\''" : std::string(1, c);
  return word + "'";
}

/// A string of Cypher or Python.
std::string literal(const std::string& text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + "\"";
}

class Lines {
 public:
  Lines(std::ostream& out, const std::string& output, const ExpectedCounts& counts)
      : out_(out), path_(fs::path(output)), counts_(counts) {
    if (!path_.has_filename()) path_ = path_.parent_path();  // "tables/"
  }

  void print_graphml() {
    print_head(edges());
    print("Gephi", "File > Open" + gephi_note());
    print("Neo4j", "CALL apoc.import.graphml(" + literal(path_.filename().string()) +
                       ", {readLabels: true, storeNodeIds: true});");
    print("networkx", "networkx.read_graphml(" + literal(path_.string()) +
                          ", force_multigraph=True, edge_key_type=str)");
  }

  void print_gexf() {
    print_head(edges());
    print("Gephi", "File > Open; Window > Timeline" + gephi_note());
  }

  void print_page() {
    print_head("a page to look at");
    print("Browser", "open it, from the disk as it is");
  }

  void print_csv() {
    print_head(edges());
    print("Neo4j", "(cd " + shell_word((path_ / "neo4j").string()) +
                       " && neo4j-admin database import full --nodes=nodes-header.csv,nodes.csv "
                       "--relationships=rels-header.csv,rels.csv --array-delimiter='|' neo4j)");
    print("Kùzu", "(cd " + shell_word((path_ / "kuzu").string()) +
                      " && kuzu ../../graph.kuzu < load.cypher)");
    print("Gephi",
          "File > Import spreadsheet: gephi/nodes.csv, then gephi/edges.csv into the "
          "same workspace" +
              gephi_note());
  }

  void print_jsonld(const std::string& base_iri) {
    print_head(count_of(counts_.nodes, "entity", "entities") + ", " +
               count_of(counts_.statements, "statement", "statements") + ", " +
               number(counts_.facts) + " of them between entities");
    print("oxigraph",
          "oxigraph load --location graph.oxigraph --file " + shell_word(path_.string()));
    print("rdflib", "rdflib.Graph().parse(" + literal(path_.string()) + ", format=\"json-ld\")");
    print("SPARQL",
          "SELECT (COUNT(*) AS ?statements) { ?s a "
          "<http://www.w3.org/1999/02/22-rdf-syntax-ns#Statement> }");
    if (base_iri == Invocation().base_iri) {
      out_ << "      (its IRIs begin with " << base_iri
           << ", for trying out; --base-iri gives them a home)\n";
    }
  }

 private:
  static std::string number(std::uint64_t count) {
    const std::string text = count_of(count, "", "");
    return text.substr(0, text.size() - 1);
  }

  std::string edges() const {
    return count_of(counts_.nodes, "node", "nodes") + ", " +
           count_of(counts_.edges, "edge", "edges");
  }

  /// Gephi sums what has the same ends and type.
  std::string gephi_note() const {
    if (counts_.edges == counts_.facts) return {};
    return " (makes one of the sentences of a fact: " + count_of(counts_.facts, "edge", "edges") +
           ")";
  }

  void print_head(const std::string& holds) {
    out_ << "  " << one_line(path_.string()) << ": " << holds << "\n";
  }

  void print(const std::string& tool, const std::string& line) {
    constexpr std::size_t kColumn = 10;
    std::size_t columns = 0;
    for (const char c : tool) columns += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
    out_ << "      " << tool << std::string(kColumn - columns, ' ') << one_line(line) << "\n";
  }

  std::ostream& out_;
  fs::path path_;
  const ExpectedCounts& counts_;
};

}  // namespace

ExpectedCounts expect_counts(const EntityGraph& graph, EdgeRows rows) {
  ExpectedCounts counts;
  counts.nodes = boost::num_vertices(graph.graph);
  counts.facts = boost::num_edges(graph.graph);
  counts.statements = counts.facts + graph.literals.size();
  EvidenceReader reader(graph.evidence);
  for (const auto edge : boost::make_iterator_range(boost::edges(graph.graph))) {
    const EvidencePlace evidence = graph.graph[edge].evidence;
    counts.edges += rows == EdgeRows::kMerged ? 1 : reader.best_of_each_sentence(evidence).size();
  }
  return counts;
}

void print_import_lines(std::ostream& out, const std::string& output, const Invocation& invocation,
                        const ExpectedCounts& counts) {
  Lines lines(out, output, counts);
  switch (graph_format(output)) {
    case GraphFormat::kGraphml:
      return lines.print_graphml();
    case GraphFormat::kGexf:
      return lines.print_gexf();
    case GraphFormat::kHtml:
      return lines.print_page();
    case GraphFormat::kCsv:
      return lines.print_csv();
    case GraphFormat::kJsonld:
      return lines.print_jsonld(invocation.base_iri);
  }
}

}  // namespace relata

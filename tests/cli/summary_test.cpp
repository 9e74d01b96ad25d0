// What a newcomer reads at the end of a run.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/command_run.hpp"
#include "cli/import_lines.hpp"
#include "cli/strongest_edges.hpp"

namespace relata {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

class Edges {
 public:
  std::size_t node(const char* label, bool named = true) {
    Node node;
    node.label = label;
    node.named = named;
    return draft_.add_node(std::move(node));
  }
  Fact& edge(std::size_t from, const char* label, std::size_t to, TripleKind kind,
             std::uint32_t support) {
    Fact fact;
    fact.label = label;
    fact.kind = kind;
    fact.support = fact.documents = support;
    return draft_.add_edge(from, to, std::move(fact));
  }
  std::vector<std::string> strongest() {
    const BoostGraph graph = draft_.take();
    std::vector<std::string> texts;
    for (const GraphEdge& edge : strongest_edges(graph)) texts.push_back(edge_text(graph, edge));
    return texts;
  }

 private:
  GraphDraft draft_;
};

TEST(StrongestEdges, PutWhatOnlyRepeatsNamesLast) {
  Edges edges;
  const auto guard = edges.node("Peruvian coast guard");
  const auto peru = edges.node("Peru");
  const auto ship = edges.node("Ada");
  edges.edge(guard, "guard of", peru, TripleKind::kCompound, 9);
  edges.edge(guard, "stopped", ship, TripleKind::kClause, 1);
  edges.edge(ship, "sailed to", peru, TripleKind::kClause, 2);
  EXPECT_THAT(edges.strongest(),
              ElementsAre("Ada —sailed to→ Peru", "Peruvian coast guard —stopped→ Ada",
                          "Peruvian coast guard —guard of→ Peru"));
}

TEST(StrongestEdges, PutWhatOnlyUnfoldsADescriptionLast) {
  Edges edges;
  const auto cabinet = edges.node("Peruvian authorities", false);
  const auto peru = edges.node("Peru");
  const auto ship = edges.node("Ada");
  edges.edge(cabinet, "government of", peru, TripleKind::kCompound, 9);
  edges.edge(ship, "ship of", peru, TripleKind::kPossessive, 1);
  EXPECT_THAT(edges.strongest(),
              ElementsAre("Ada —ship of→ Peru", "Peruvian authorities —government of→ Peru"));
}

TEST(StrongestEdges, PutWhatAClauseSaysBeforeWhatATitleImplies) {
  Edges edges;
  const auto holm = edges.node("Ida Holm");
  const auto town = edges.node("Ålesund");
  edges.edge(holm, "mayor of", town, TripleKind::kTitle, 1).confidence = 0.9;
  edges.edge(holm, "left", town, TripleKind::kClause, 1).confidence = 0.3;
  edges.edge(holm, "will miss", town, TripleKind::kClause, 1).status = Status::kPossible;
  edges.edge(town, "elected", holm, TripleKind::kClause, 2).polarity = Polarity::kNegative;
  EXPECT_THAT(
      edges.strongest(),
      ElementsAre("Ålesund —elected→ Ida Holm (denied)", "Ida Holm —left→ Ålesund",
                  "Ida Holm —mayor of→ Ålesund", "Ida Holm —will miss→ Ålesund (possible)"));
}

class Summary : public CommandTest {
 protected:
  std::string merge(const std::vector<std::string>& outputs,
                    const std::vector<std::string>& options = {}) const {
    std::vector<std::string> arguments = {"merge", "-"};
    for (const std::string& output : outputs) {
      arguments.insert(arguments.end(), {"-o", output});
    }
    arguments.insert(arguments.end(), options.begin(), options.end());
    Surroundings surroundings;
    surroundings.standard_input =
        R"({"subject":"Ida Holm","relation":"opened","object":"North Port","sentence":"Holm opened North Port."}
{"subject":"Ida Holm","relation":"opened","object":"North Port","doc":"b","sentence":"It was Ida Holm who opened North Port to all ships."}
{"subject":"Ida Holm","relation":"was born in","object":"1971","object_type":"DATE"}
)";
    const Outcome outcome = run(arguments, surroundings);
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    return outcome.out;
  }
};

TEST_F(Summary, GivesLinesToCopyAndWhatToExpect) {
  const std::string text = merge({"g.graphml", "g.jsonld", "g.gexf", "tables/"});
  EXPECT_THAT(text, HasSubstr("  g.graphml: 2 nodes, 1 edge\n"
                              "      Gephi     File > Open\n"
                              "      Neo4j     CALL apoc.import.graphml(\"g.graphml\", "
                              "{readLabels: true, storeNodeIds: true});\n"
                              "      networkx  networkx.read_graphml(\"g.graphml\", "
                              "force_multigraph=True, edge_key_type=str)\n"));
  EXPECT_THAT(text, HasSubstr("  g.jsonld: 2 entities, 2 statements, 1 of them between entities\n"
                              "      oxigraph  oxigraph load --location graph.oxigraph --file "
                              "g.jsonld\n"));
  EXPECT_THAT(text, HasSubstr("      Kùzu      (cd tables/kuzu && kuzu ../../graph.kuzu < "
                              "load.cypher)\n"));
  EXPECT_THAT(text, Not(HasSubstr("makes one of")));
}

TEST_F(Summary, CountsEdgesAsEachToolDoes) {
  EXPECT_THAT(merge({"g.gexf"}, {"--one-edge-per-mention"}),
              AllOf(HasSubstr("g.gexf: 2 nodes, 2 edges\n"),
                    HasSubstr("(makes one of the sentences of a fact: 1 edge)")));
}

TEST_F(Summary, QuotesNamesOfFiles) {
  EXPECT_THAT(merge({"it's \"all\".jsonld", "my graph.graphml"}),
              AllOf(HasSubstr("--file 'it'\\''s \"all\".jsonld'"),
                    HasSubstr("rdflib.Graph().parse(\"it's \\\"all\\\".jsonld\", format="),
                    HasSubstr("apoc.import.graphml(\"my graph.graphml\"")));
}

}  // namespace
}  // namespace relata

#include "relata/export/csv_writer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "export/example_graph.hpp"
#include "export/nasty_graph.hpp"

namespace relata {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

std::string csv_of(const EntityGraph& graph, std::string_view path) {
  StringSink sink;
  write_csv(graph, {}, path, sink);
  return sink.text();
}

/// Fields of each record after RFC 4180; a fault is a record of the one field "fault".
std::vector<std::vector<std::string>> parse_csv(const std::string& text) {
  std::vector<std::vector<std::string>> records(1);
  std::string field;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"' && field.empty()) {
      for (++i; i < text.size(); ++i) {
        if (text[i] != '"') {
          field += text[i];
        } else if (i + 1 < text.size() && text[i + 1] == '"') {
          field += text[++i];
        } else {
          break;
        }
      }
      if (i + 1 >= text.size() || (text[i + 1] != ',' && text[i + 1] != '\n')) return {{"fault"}};
    } else if (text[i] == ',' || text[i] == '\n') {
      records.back().push_back(field);
      field.clear();
      if (text[i] == '\n') records.emplace_back();
    } else {
      field += text[i];
    }
  }
  records.pop_back();
  return records;
}

TEST(WriteCsv, WritesNeo4jsNodes) {
  EXPECT_THAT(csv_of(make_example_graph(), "neo4j/nodes.csv"),
              StartsWith("n4kq7x2m5r3tc,\"France\",\"Country\","
                         "\"https://example.org/kg/entity/n4kq7x2m5r3tc\","
                         "\"French Republic|la France / l'Hexagone\",12,"
                         "\"was: member of NATO|has: 5 < 6 & \"\"more\"\"\","
                         "\"was: corrupt (according to the opposition)\","
                         "\"n222222222222|n333333333333\",\"Entity|Country\"\n"));
}

TEST(WriteCsv, GivesKuzuItsTables) {
  const std::string script = csv_of(make_example_graph(), "kuzu/load.cypher");
  EXPECT_THAT(script, HasSubstr("Rel(FROM Entity TO Entity, type STRING, label STRING, weight "
                                "DOUBLE, fact_id STRING"));
  EXPECT_THAT(csv_of(make_example_graph(), "kuzu/rels.csv"), StartsWith("from,to,type,label,"));
}

TEST(WriteCsv, KeepsGephisOwnColumnsApart) {
  EXPECT_THAT(csv_of(make_example_graph(), "gephi/edges.csv"),
              StartsWith("Source,Target,Type,Kind,Id,Label,Weight,fact_id,surface,triple_kind,"));
  EXPECT_THAT(csv_of(make_example_graph(), "gephi/edges.csv"),
              HasSubstr("\nn4kq7x2m5r3tc,n5aaaaaaaaaaa,\"Directed\",\"DEMAND_RELEASE_OF\","
                        "e2bbbbbbbbbbb,\"demanded release of\",2.0,\"e2bbbbbbbbbbb\","
                        "\"demanded the release of\",\"folded\",0.91,"));
}

TEST(WriteCsv, WritesNoDateThatGephiTakesForATimestamp) {
  // Gephi does not append edges with timestamps to nodes without.
  EXPECT_THAT(csv_of(make_example_graph(), "gephi/edges.csv"), HasSubstr(",\"2024/05/12\","));
  EXPECT_THAT(csv_of(make_example_graph(), "gephi/edges.csv"), Not(HasSubstr("\"2024-05-12\"")));
  EXPECT_THAT(csv_of(make_example_graph(), "neo4j/rels.csv"), HasSubstr(",\"2024-05-12\","));
}

TEST(WriteCsv, HasAsManyFieldsInEachRecordAsItsHeader) {
  for (const EntityGraph& graph :
       {make_example_graph(), make_nasty_graph(1), make_nasty_graph(2)}) {
    for (const std::string_view path : csv_paths()) {
      if (!path.ends_with(".csv")) continue;
      const std::string text = csv_of(graph, path);
      EXPECT_EQ(text.find('\\'), std::string::npos);
      const auto records = parse_csv(text);
      ASSERT_FALSE(records.empty()) << path;
      std::size_t fields = records[0].size();
      if (path == "neo4j/nodes.csv" || path == "neo4j/rels.csv") {
        const std::string header = std::string(path.substr(0, path.size() - 4)) + "-header.csv";
        fields = parse_csv(csv_of(graph, header))[0].size();
      }
      for (const auto& record : records) EXPECT_EQ(record.size(), fields) << path;
    }
  }
}

}  // namespace
}  // namespace relata

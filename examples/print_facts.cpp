// What a folder of documents says about an entity, each fact with the sentence behind it.
//
//   print_facts "Assimi Goita" examples/articles

#include <algorithm>
#include <boost/range/iterator_range.hpp>
#include <iostream>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "relata/core/error.hpp"
#include "relata/core/input_files.hpp"
#include "relata/core/unicode.hpp"
#include "relata/pipeline/models.hpp"
#include "relata/pipeline/pipeline.hpp"

namespace {

/// By label or alias, without regard to case and accents.
bool has_name(const relata::Node& node, std::string_view name) {
  const std::string key = relata::fold_for_key(name);
  const auto is_it = [&](std::string_view other) { return relata::fold_for_key(other) == key; };
  return is_it(node.label) || std::any_of(node.aliases.begin(), node.aliases.end(), is_it);
}

void print_fact(const relata::EntityGraph& graph, std::string_view subject,
                const relata::Fact& fact, std::string_view object) {
  std::cout << subject << " —" << fact.label << "→ " << object;
  if (fact.status != relata::Status::kAsserted) std::cout << " (" << to_string(fact.status) << ")";
  // Evidence is sorted, best first, and never empty.
  relata::EvidenceReader reader(graph.evidence);
  const relata::Evidence& best = reader.best(fact.evidence);
  std::cout << "\n    " << graph.documents[best.document].doc << ": "
            << relata::clean_label(best.sentence.text) << '\n';
}

int print_facts(const std::string& name, std::vector<std::string> inputs) {
  const relata::Models models = relata::load_models(relata::find_model_directory());
  std::vector<relata::DocumentRecords> documents;
  // Documents come one by one, in the same order whatever the number of threads.
  const relata::InputSummary summary = relata::extract_inputs(
      relata::expand_inputs(inputs), models, {}, [&](relata::ExtractedDocument&& document) {
        documents.push_back(std::move(document.records));
      });
  for (const relata::SkippedDocument& skipped : summary.skipped) {
    std::cerr << "print_facts: " << relata::describe(skipped.error) << '\n';
  }

  const relata::ResolvedGraph resolved =
      relata::resolve_and_build(std::move(documents), models.lexicon);
  const relata::EntityGraph& entities = resolved.built.graph;
  const relata::BoostGraph& graph = entities.graph;
  bool found = false;
  for (const auto vertex : boost::make_iterator_range(vertices(graph))) {
    if (!has_name(graph[vertex], name)) continue;
    found = true;
    for (const std::string_view fact : graph[vertex].facts) {
      std::cout << graph[vertex].label << " " << fact << '\n';
    }
    for (const auto edge : boost::make_iterator_range(out_edges(vertex, graph))) {
      print_fact(entities, graph[vertex].label, graph[edge], graph[target(edge, graph)].label);
    }
    for (const auto edge : boost::make_iterator_range(in_edges(vertex, graph))) {
      print_fact(entities, graph[source(edge, graph)].label, graph[edge], graph[vertex].label);
    }
  }
  if (!found) std::cerr << "print_facts: no entity is called " << name << '\n';
  return found ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "use: print_facts NAME INPUT...\n";
    return 2;
  }
  try {
    return print_facts(argv[1], std::vector<std::string>(argv + 2, argv + argc));
  } catch (const relata::Error& error) {
    std::cerr << "print_facts: " << relata::describe(error) << '\n';
    return 1;
  }
}

#include "relata/resolve/resolution.hpp"

#include <algorithm>
#include <numeric>

#include "resolve/decided_classes.hpp"
#include "resolve/resolution_run.hpp"

namespace relata {

struct Resolver::State {
  explicit State(const Lexicon& lexicon) : run(lexicon, decisions, classes, nullptr) {}

  const std::vector<DecidedPair> decisions;
  DecidedClasses classes{decisions, {}};
  ResolutionRun run;
  std::size_t entities = 0;
};

Resolver::Resolver(const Lexicon& lexicon) : state_(std::make_unique<State>(lexicon)) {}
Resolver::Resolver(Resolver&&) noexcept = default;
Resolver& Resolver::operator=(Resolver&&) noexcept = default;
Resolver::~Resolver() = default;

void Resolver::add(const DocumentRecords& document) {
  state_->run.add(document, state_->entities);
  state_->entities += document.entities.size();
}

Resolution Resolver::finish() && { return state_->run.finish(); }

Resolution resolve_entities(const std::vector<DocumentRecords>& documents, const Lexicon& lexicon,
                            const ResolveOptions& options) {
  std::vector<std::size_t> first_entity;
  std::size_t entities = 0;
  for (const DocumentRecords& document : documents) {
    first_entity.push_back(entities);
    entities += document.entities.size();
  }
  std::vector<std::size_t> order(documents.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return documents[a].document.doc < documents[b].document.doc;
  });
  DecidedClasses classes(options.decisions, documents);
  ResolutionRun run(lexicon, options.decisions, classes, options.trace);
  for (const std::size_t i : order) run.add(documents[i], first_entity[i]);
  return run.finish();
}

}  // namespace relata

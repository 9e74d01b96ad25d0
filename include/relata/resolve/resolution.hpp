// CONTRACT. Which in-document entities are one: clusters, and the reason for each merge.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "relata/extract/record.hpp"
#include "relata/resolve/decisions.hpp"

namespace relata {

class Lexicon;  // analysis/lexicon.hpp

/// A merge of two in-document entities (their ids), for `--merges`.
struct Merge {
  std::string left;  ///< the smaller id
  std::string right;
  std::string reason;  ///< "same name", "title and family name", "acronym", "country adjective", …
  double score = 0;    ///< 0…1, 3 decimals
  std::string evidence;  ///< what the reason rests on: the two names, the alias sentence
  std::size_t cluster = 0;

  friend bool operator==(const Merge&, const Merge&) = default;
};

struct Resolution {
  /// cluster_of[i] for entities[i] as given; dense from 0 in the order of the clusters' anchors.
  std::vector<std::size_t> cluster_of;
  std::size_t clusters = 0;
  /// types[i] of entities[i], by all that its document and the others tell: "Moen", which the
  /// tagger took for a place, is a person beside Zoe Moen.
  std::vector<EntityType> types;
  /// Of each cluster that is a body by name, the country that most of its documents that tell one
  /// give it, canonical; of a place the state or province around it, or the country; else empty.
  /// "National Assembly" → "France", "Springfield" → "Illinois".
  std::vector<std::string> home_of;
  std::vector<Merge> merges;  ///< sorted by (cluster, left, right)

  friend bool operator==(const Resolution&, const Resolution&) = default;
};

struct ResolutionTrace;  // explanation.hpp

struct ResolveOptions {
  /// Out of match_decisions, for these documents. They come before all evidence: what is decided to
  /// be the same is one cluster, with all that evidence joins to either; what is decided to be
  /// different never is. A merge that only a decision makes has the reason "decision".
  std::vector<DecidedPair> decisions;
  /// Filled with all that was looked at; it takes as much memory as the work itself.
  ResolutionTrace* trace = nullptr;
};

/// Takes the documents of a run one by one and keeps of each what resolution needs: one profile for
/// what is one entity in it. The records may go. Decisions and traces need all documents at once:
/// resolve_entities.
class Resolver {
 public:
  /// The lexicon must outlive the resolver.
  explicit Resolver(const Lexicon& lexicon);
  Resolver(Resolver&&) noexcept;
  Resolver& operator=(Resolver&&) noexcept;
  ~Resolver();

  void add(const DocumentRecords& document);

  /// Decides over all documents. Entities count in the order in which they were added; the clusters
  /// do not depend on it.
  Resolution finish() &&;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Decides over all documents of a run. The clusters do not depend on the order of `documents`.
/// `entities` of all documents count in the order of `documents`. Throws Error when decisions
/// contradict each other.
Resolution resolve_entities(const std::vector<DocumentRecords>& documents, const Lexicon& lexicon,
                            const ResolveOptions& options = {});

}  // namespace relata

// The way from documents to clusters: document by document, then over all of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "relata/resolve/cluster.hpp"
#include "relata/resolve/explanation.hpp"
#include "relata/resolve/resolution.hpp"
#include "resolve/decided_classes.hpp"
#include "resolve/profile_pool.hpp"

namespace relata {

/// Resolution that goes on as documents come. Of a document it keeps one profile for what is one
/// entity in it.
class ResolutionRun {
 public:
  /// `decisions` are those of `classes`; both, the lexicon and the trace must outlive the run.
  ResolutionRun(const Lexicon& lexicon, const std::vector<DecidedPair>& decisions,
                DecidedClasses& classes, ResolutionTrace* trace)
      : lexicon_(lexicon), decisions_(decisions), classes_(classes), trace_(trace) {}

  /// `first_entity` is the number of the document's first entity in the run. Where there are
  /// decisions, documents come in the order of their ids, so that decisions meet evidence in one
  /// order always.
  void add(const DocumentRecords& document, std::size_t first_entity);

  /// Once, after all documents.
  Resolution finish();

 private:
  /// Where a unit begins in its document.
  struct Beginning {
    std::size_t offset = 0;
    SharedString entity;

    friend auto operator<=>(const Beginning&, const Beginning&) = default;
  };

  void add_merge(const EntityProfile& a, const EntityProfile& b, const PairScore& score,
                 std::size_t unit);
  /// For each unit the smallest of its cluster.
  std::vector<std::size_t> cluster_units();
  /// Resolution::home_of; `number` of each unit that stands for a cluster is the cluster's.
  std::vector<std::string> homes_of_clusters(const std::vector<std::size_t>& cluster_of,
                                             const std::vector<std::size_t>& number,
                                             std::size_t clusters) const;
  /// Kinds and places of the units by what other documents tell.
  void settle_units();
  /// Joins the clusters that only a decision makes one, with a merge for each.
  void add_decided_merges(std::vector<std::size_t>& cluster_of);

  const Lexicon& lexicon_;
  const std::vector<DecidedPair>& decisions_;
  DecidedClasses& classes_;
  ResolutionTrace* trace_;
  ProfilePool pool_;
  std::vector<EntityProfile> units_;     ///< one for each cluster of a document's entities
  std::vector<Beginning> beginnings_;    ///< of the units
  std::vector<std::size_t> unit_of_;     ///< of each entity of the run
  std::vector<EntityType> types_;        ///< of each entity of the run
  std::vector<std::string> entity_ids_;  ///< of each entity of the run, if anything is decided
  std::vector<Merge> merges_;            ///< `cluster` is a unit's number until the end
  CannotLinks cannot_links_;             ///< of units
};

}  // namespace relata

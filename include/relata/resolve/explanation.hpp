// Why two in-document entities are one, or are not.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "relata/resolve/profile.hpp"
#include "relata/resolve/resolution.hpp"
#include "relata/resolve/score.hpp"

namespace relata {

/// A pair of entities that shared a key and scored enough, and what became of it.
struct TracedPair {
  Scope scope = Scope::kCorpus;
  std::string left, right;  ///< ids of entities: of the profiles that were compared
  PairScore score;
  bool joined = false;   ///< false too if they were one by then
  std::string obstacle;  ///< what kept their groups apart; empty if nothing did
  std::string obstacle_left, obstacle_right;  ///< the entities that exclude each other
};

/// What resolve_entities looked at.
struct ResolutionTrace {
  std::vector<EntityProfile> units;  ///< one for what is one entity within a document
  std::vector<std::size_t> unit_of;  ///< of each entity, in the order of the documents
  NameCounts counts;                 ///< over all documents
  std::vector<TracedPair> pairs;     ///< of both scopes
};

/// One thing that was compared.
struct PairFeature {
  enum class Effect { kFor, kAgainst, kNone };

  std::string name;   ///< "names", "title", "type", "gender", …
  std::string value;  ///< of both, and what follows
  Effect effect = Effect::kNone;
  double weight = 0;  ///< what it is worth by itself; 0 if it has no weight of its own

  friend bool operator==(const PairFeature&, const PairFeature&) = default;
};

/// Two entities side by side.
struct PairExplanation {
  std::string left, right;  ///< entity ids
  Scope scope = Scope::kCorpus;
  std::vector<PairFeature> features;
  bool compared = false;  ///< they share a key; what does not is never looked at
  PairScore total;        ///< the best reason of all; kMergeThreshold is needed
  std::string obstacle;   ///< why they can't be one whatever their names; empty if they may
  std::string obstacle_left, obstacle_right;  ///< entities; of others than the two at times
};

/// Whether and why what goes by one name and what goes by another are one.
struct Explanation {
  bool is_one = false;
  bool is_chain = false;  ///< the steps lead from one to the other, refused or not
  /// The merges that lead from an entity of the left to one of the right; empty when one document's
  /// coreference had joined them. Where they are not one: the chain that fails for the fewest
  /// obstacles, each step with its own or none; where nothing leads from one to the other, the two
  /// that are most alike.
  std::vector<PairExplanation> steps;
};

/// `left` and `right` are numbers of entities in the order of `documents`; none is empty.
/// `resolution` and `trace` are of these documents.
Explanation explain_entities(const std::vector<DocumentRecords>& documents,
                             const Resolution& resolution, const ResolutionTrace& trace,
                             const std::vector<std::size_t>& left,
                             const std::vector<std::size_t>& right, const Lexicon& lexicon);

}  // namespace relata

// What a user has decided: that two things are one, or are not, whatever resolution finds.
//
// Decisions name things by what lasts from run to run: a name as it stands in the texts, narrowed
// by type and document where need be, or the id of a node. schemas/decisions.schema.json gives the
// lines, docs/resolution.md worked examples.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "relata/core/error.hpp"
#include "relata/extract/record.hpp"

namespace relata {

class Lexicon;  // analysis/lexicon.hpp

enum class Verdict : std::uint8_t { kSame, kDifferent };

/// In-document entities by all that is given of them; empty members hold of any. At least one of
/// `name`, `id` and `entity` is there.
struct EntityReference {
  /// As in the text; case, marks, articles and titles don't count. A description ("the junta")
  /// means what has no name, or whom the document that is given calls so.
  std::string name;
  std::optional<EntityType> type;  ///< of the record
  std::string doc;
  std::string id;      ///< of the node that begins with the entity, today or in any other run
  std::string entity;  ///< id of its record, as --merges writes it

  friend bool operator==(const EntityReference&, const EntityReference&) = default;
};

/// For messages: `"Goita" (person, in mali-plotters)`.
std::string describe(const EntityReference& reference);

struct Decision {
  Verdict verdict = Verdict::kSame;
  EntityReference left, right;
  Place place;  ///< file, line and the line's first byte

  friend bool operator==(const Decision&, const Decision&) = default;
};

/// The decisions in the bytes of a file, JSON Lines; blank lines are passed over. Throws Error with
/// line and byte for what is no decision, and naming all lines concerned when the file contradicts
/// itself: a is b, b is c, and a is not c.
std::vector<Decision> read_decisions(std::string_view text, const std::string& file);

/// An entity that a decision took apart: what goes by `forms` is an entity of its own now.
struct SplitEntity {
  std::string entity;
  std::string part;  ///< id of the new record: "mali-plotters#e9~2"
  std::vector<std::string> forms;

  friend bool operator==(const SplitEntity&, const SplitEntity&) = default;
};

/// A decision by the ids of in-document entities, sorted: all of both sides are one, or none of
/// `left` is one with any of `right`.
struct DecidedPair {
  Verdict verdict = Verdict::kSame;
  std::vector<std::string> left, right;
  Place place;
  std::string text;  ///< the two as the decision names them

  friend bool operator==(const DecidedPair&, const DecidedPair&) = default;
};

struct MatchedDecisions {
  std::vector<DecidedPair> pairs;   ///< in the order of the decisions
  std::vector<SplitEntity> splits;  ///< in the order they were made
  std::vector<Error> warnings;      ///< decisions that match nothing here, and why
};

/// For each reference the entities it means, by their numbers in the order of `documents`.
std::vector<std::vector<std::size_t>> find_entities(const std::vector<EntityReference>& references,
                                                    const std::vector<DocumentRecords>& documents,
                                                    const Lexicon& lexicon);

/// Finds what the decisions are about. Where two names that are said to be different were taken for
/// one entity of a document, that entity is split: the names and statements that go by the lesser
/// name become an entity of their own. The document's records are not touched otherwise.
/// Of two references of which one covers the other ("the Smith of document a is not Smith") the
/// wider one means the rest. Throws Error when a decision asks an entity to differ from itself.
MatchedDecisions match_decisions(const std::vector<Decision>& decisions,
                                 std::vector<DocumentRecords>& documents, const Lexicon& lexicon);

/// Why the decisions can't all be taken, as match_decisions or the resolution would say; empty if
/// they can. Of the documents a copy is changed.
std::string find_decision_fault(const std::vector<Decision>& decisions,
                                std::vector<DocumentRecords> documents, const Lexicon& lexicon);

}  // namespace relata

// Why two names are one node of the graph, or two.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "relata/pipeline/pipeline.hpp"
#include "relata/resolve/explanation.hpp"

namespace relata {

/// A node as a name means it; an entity that is no node has no id.
struct NamedNode {
  std::string name;   ///< as asked for
  std::string id;     ///< of the node, or empty
  std::string label;  ///< of the node, or the name of its first entity
  std::string node_class;
  std::uint64_t documents = 0;
  std::uint64_t mentions = 0;
  std::vector<std::size_t> entities;  ///< numbers of those that go by the name, in order
  std::size_t cluster = 0;
};

/// An in-document entity and a sentence that names it.
struct EntityEvidence {
  std::string entity;
  std::string doc;
  std::string name;
  std::uint64_t sentence = 0;  ///< from 1; 0 if no statement is about it
  std::string text;            ///< of the sentence

  friend bool operator==(const EntityEvidence&, const EntityEvidence&) = default;
};

struct NodeExplanation {
  NamedNode left, right;
  Explanation explanation;
  std::vector<NamedNode> others;         ///< nodes of either name that are not meant
  std::string decision_fault;            ///< why no decision can change it; empty if one can
  std::vector<EntityEvidence> evidence;  ///< of all entities that the explanation names; sorted
};

/// "NAME" or "NAME@DOC", or the id of a node or of an entity, as the command line takes it.
EntityReference parse_reference(std::string_view text);

/// Resolves the documents again, with a trace, and explains. Throws Error when a name is unknown,
/// with those that are close, and when it is several nodes', with them and how to tell which is
/// meant.
NodeExplanation explain_names(std::vector<DocumentRecords> documents, const Lexicon& lexicon,
                              const GraphOptions& options, const std::vector<Decision>& decisions,
                              std::string_view left, std::string_view right);

}  // namespace relata

// What the records say about one cluster of entities: its kind and what to call it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "graph/coordinations.hpp"
#include "relata/analysis/lexicon.hpp"
#include "relata/graph/entity_graph.hpp"

namespace relata {

/// An in-document entity by document and place, in the order that makes anchors: dated documents
/// first, the earlier the sooner; then by document id and offset.
struct EntityPlace {
  const DocumentRecord* document = nullptr;
  const EntityRecord* entity = nullptr;
  EntityType type = EntityType::kOther;  ///< Resolution::types
};

bool comes_before(const EntityPlace& a, const EntityPlace& b);

struct ClusterView {
  std::vector<EntityPlace> entities;  ///< sorted by comes_before; the first is the anchor
  EntityType type = EntityType::kOther;
  NodeClass node_class = NodeClass::kOther;
  bool named = false;  ///< by a name that is no adjective
  bool specific = false;
  bool anchored = false;      ///< described with a name in it: "Malian army"
  bool coordination = false;  ///< "Brahms and Hanslick": its parts are entities of their own
  std::string label;          ///< not yet unique; empty where nothing may be shown
  std::vector<std::string> aliases;
  std::string home;  ///< of a body, the country that it is one of: Resolution::home_of
  std::string note;  ///< what could tell it from another of its label: "junta chief"
  std::uint64_t mentions = 0;
};

/// One view for each cluster of the resolution, in its order. `members` are those of all documents.
std::vector<ClusterView> view_clusters(const std::vector<DocumentRecords>& documents,
                                       const Resolution& resolution, const MembersOf& members,
                                       const Lexicon& lexicon);

/// The words of a description up to what only explains it: "militants linked to al-Qaeda" →
/// "militants", at most `max_words`, or `phrase_words` if these hold all of it, else up to the last
/// preposition; without leading article.
std::string short_description(const std::string& description, std::size_t max_words,
                              std::size_t phrase_words = 0);

std::size_t count_words(const std::string& text);

}  // namespace relata

// Which entities of a run a reference means, and by which of their names.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "relata/extract/record.hpp"
#include "relata/resolve/decisions.hpp"

namespace relata {

/// An entity by its place: documents[document].entities[entity].
struct EntityIndex {
  std::size_t document = 0;
  std::size_t entity = 0;

  friend auto operator<=>(const EntityIndex&, const EntityIndex&) = default;
};

/// An entity that a reference means. `forms` are its names and descriptions that fit the
/// reference's name, as in the text; none if it was not asked for by name.
struct ReferenceMatch {
  EntityIndex place;
  std::vector<std::string> forms;
};

/// References, ready to be asked which of them an entity fits.
class ReferenceIndex {
 public:
  /// `references` must outlive the index.
  ReferenceIndex(const std::vector<const EntityReference*>& references, const Lexicon& lexicon);

  /// For each reference what it means in `documents`, in their order.
  std::vector<std::vector<ReferenceMatch>> find(
      const std::vector<DocumentRecords>& documents) const;

  /// The references whose name fits `form`, a name or description of an entity of that type.
  std::vector<std::size_t> fitting(std::string_view form, EntityType type, bool adjective) const;

 private:
  bool fits_all_but_name(const EntityReference& reference, const EntityRecord& entity,
                         const std::string& id) const;

  const std::vector<const EntityReference*> references_;
  const Lexicon& lexicon_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_name_;
  std::vector<std::size_t> nameless_;
  bool any_id_ = false;
};

}  // namespace relata

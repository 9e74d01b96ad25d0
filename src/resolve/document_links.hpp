// What the triples of one document say about which of its entities are one, or are not.
#pragma once

#include <span>
#include <vector>

#include "relata/analysis/lexicon.hpp"
#include "relata/resolve/cluster.hpp"

namespace relata {

struct DocumentLinks {
  std::vector<CandidatePair> pairs;  ///< stated aliases, capitals that act for their countries
  CannotLinks cannot_links;          ///< the two ends of one relation
};

/// Gives each profile the other names that the text states for it ("the Alliance of Nine, or AN"),
/// and to what is called by title and name of a person of the document that person's type.
void complete_profiles(const DocumentRecords& document, std::vector<EntityProfile>& profiles,
                       const Lexicon& lexicon);

/// Tells each profile of a document the country that half of its mentions of countries are of.
void set_main_country(std::vector<EntityProfile>& profiles);

/// Tells bodies whose country the text gives as their owner ("Peru's Supreme Court") of it.
void set_homes(const DocumentRecords& document, std::vector<EntityProfile>& profiles);

/// Indices are those of document.entities and `profiles`, which belong to them.
DocumentLinks link_document(const DocumentRecords& document,
                            std::span<const EntityProfile> profiles, const Lexicon& lexicon);

}  // namespace relata

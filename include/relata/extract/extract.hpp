// CONTRACT. From the analysis of a document to its records.
#pragma once

#include <vector>

#include "relata/analysis/analysis.hpp"
#include "relata/extract/record.hpp"
#include "relata/text/document.hpp"

namespace relata {

class Lexicon;  // analysis/lexicon.hpp

struct ExtractOptions {
  double min_confidence = 0;  ///< triples below are left out
};

/// Pure: the same input gives the same records, in the order of the text.
DocumentRecords extract_records(const Document& document, const Analysis& analysis,
                                const Lexicon& lexicon, const ExtractOptions& options = {});

/// Words [first, last] (from 0, inclusive) of a sentence that stand for an entity.
struct EntityWords {
  std::size_t sentence = 0;
  std::size_t first = 0;
  std::size_t last = 0;
  std::size_t head = 0;  ///< of a flat name, which has none in its tree, the last word
  MentionForm form = MentionForm::kName;
  std::size_t entity = 0;  ///< index in DocumentRecords::entities, as extract_records gives them

  friend bool operator==(const EntityWords&, const EntityWords&) = default;
};

/// Which words became which in-document entity, for `--mentions`, in the order of the text: the
/// mentions but those that are no entity (times, disc links, verbs); the name in a mention where it
/// is only part of it ("Oslo" in "Oslo, Norway", "Ann Lee" in "President Ann Lee's"); and what
/// extract_records found besides, names and adjectives of countries.
std::vector<EntityWords> find_entity_words(const Document& document, const Analysis& analysis,
                                           const Lexicon& lexicon);

}  // namespace relata

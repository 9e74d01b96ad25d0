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

/// Which words became which in-document entity, for `--mentions`: element i belongs to
/// analysis.mentions[i] and is the index in DocumentRecords::entities, or npos where the mention is
/// none (times, disc links, verbs).
std::vector<std::size_t> entity_of_mentions(const Document& document, const Analysis& analysis);

}  // namespace relata

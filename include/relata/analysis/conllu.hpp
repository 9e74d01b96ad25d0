// CONTRACT. CoNLL-U out (`relata analyze`) and in (annotations, for tests and gold trees).
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "relata/analysis/analysis.hpp"
#include "relata/core/byte_sink.hpp"
#include "relata/text/document.hpp"

namespace relata {

/// Valid CoNLL-U of one document: newdoc, newpar, sent_id, text; MISC holds SpaceAfter (SpacesAfter
/// for what one blank does not say), Entity= (`# global.Entity = eid-etype`, ids 1, 2, 3… per
/// document) and NER=B-PER.
void write_conllu(const Document& document, const Analysis& analysis, ByteSink& out);

/// Documents with their complete annotation as given: trees, lemmas, features, Entity= mentions in
/// GUM's or our form with coreference, NER=. For work on gold trees and for tests.
std::vector<std::pair<Document, Analysis>> read_annotated_conllu(std::string_view bytes);

}  // namespace relata

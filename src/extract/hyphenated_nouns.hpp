// Nouns of several words that a tokeniser parts at their hyphens.
#pragma once

#include <cstddef>

#include "relata/analysis/analysis.hpp"
#include "relata/analysis/lexicon.hpp"

namespace relata {

/// "sister-in-law", "editor-in-chief", "president-elect": what stands behind the noun at `id`, with
/// hyphens and no blanks, is one noun with it (`fixed`), which takes the place of the whole; its
/// lemma, too, where the lexicon has a person by it.
void join_hyphenated_noun_at(Sentence& sentence, std::size_t id, const Lexicon& lexicon);

}  // namespace relata

// Names that stand before common nouns, as capitals and the tree tell them.
#pragma once

#include <optional>
#include <vector>

#include "extract/tree.hpp"
#include "relata/analysis/analysis.hpp"
#include "relata/analysis/lexicon.hpp"
#include "relata/extract/record.hpp"

namespace relata {

/// Words [first, last] that are a name and modify the noun: "three Blue Cross volunteers".
struct NameBeforeNoun {
  WordId first = 0;
  WordId last = 0;
  WordId noun = 0;
};

/// All of a sentence, from left to right: runs of capitalised words (with "of" between them) before
/// a noun in small letters, below it in the tree, that end in a proper noun. Adjectives of
/// countries in front are names of their own and stay outside, and so do words that are capitalised
/// for standing first.
std::vector<NameBeforeNoun> names_before_nouns(const Sentence& sentence, const Lexicon& lexicon);

/// What a name of several words before a noun is the name of, if that can be told: a body before
/// people or bodies ("Blue Cross volunteers"), by its own last word a place or an event, a make
/// with a number before an object ("two LX-900 aircraft"; `object`: a mention says that the noun is
/// one). Of single words it can't: "AIDS patients".
std::optional<EntityType> type_before_noun(const Sentence& sentence, const NameBeforeNoun& name,
                                           bool object, const Lexicon& lexicon);

}  // namespace relata

// Names of events, ships, laws and the like, which taggers of people, bodies and places pass over.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <vector>

#include "extract/mention_words.hpp"
#include "relata/analysis/analysis.hpp"
#include "relata/analysis/lexicon.hpp"
#include "relata/extract/record.hpp"

namespace relata {

/// A name that is an argument of a verb or noun: "the Winter Fair" of "won the Winter Fair".
struct UntaggedName {
  WordRange range;
  std::optional<EntityType> type;  ///< of the noun that it ends in or stands behind; else unknown
};

/// All of a sentence, from left to right: proper nouns outside of the words that are tagged or
/// begin a mention (`in_other_names`, as words_in_names says), with the capitals before them that
/// hang on them; no titles, inhabitants or times.
std::vector<UntaggedName> untagged_names(const Sentence& sentence,
                                         const std::set<std::size_t>& in_other_names,
                                         const Lexicon& lexicon);

}  // namespace relata

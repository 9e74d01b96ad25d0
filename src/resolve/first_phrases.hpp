// The words by which the entities of a document are first mentioned, out of its sentences.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "relata/extract/record.hpp"

namespace relata {

/// Empty where no triple brought the sentence along.
struct FirstPhrase {
  std::string text;            ///< as in the sentence, without article
  std::string before;          ///< the sentence up to it
  std::string after;           ///< the sentence behind it
  std::string previous;        ///< the one before in its paragraph, if a triple brought it along
  std::uint64_t sentence = 0;  ///< its number, from 1
};

/// One for each entity of the document.
std::vector<FirstPhrase> find_first_phrases(const DocumentRecords& document);

/// Of two entities of the document, by their indices: it speaks of the first one before the other.
bool is_mentioned_before(const DocumentRecords& document, std::size_t entity, std::size_t other);

/// The last word of `before`, folded: the article, if there is one.
std::string determiner_of(const FirstPhrase& phrase);

/// "no government", "a new government": not the one that is known.
bool is_any(std::string_view determiner);

/// "her government": somebody's.
bool is_possessive_pronoun(std::string_view determiner);

}  // namespace relata

// The countries that sentences speak of, for what stands in them without one of its own.
#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "relata/analysis/lexicon.hpp"
#include "relata/extract/record.hpp"
#include "relata/resolve/profile.hpp"
#include "resolve/document_links.hpp"
#include "resolve/first_phrases.hpp"

namespace relata {

/// Canonical names of the countries that a text names or has an adjective of.
std::set<std::string> countries_in(std::string_view text, const Lexicon& lexicon);

/// The only country that the sentence of a first mention speaks of, or if it speaks of none the one
/// before it in the paragraph; empty if there are several.
std::string country_of_sentence(const FirstPhrase& phrase, const Lexicon& lexicon);

/// Tells each body by name its country_of_sentence, where the document is about no one country.
void set_sentence_countries(const std::vector<FirstPhrase>& phrases, const Lexicon& lexicon,
                            std::vector<EntityProfile>& profiles);

/// "the country" and the only one named before it in its sentence; where that has none, in the
/// sentence before.
std::vector<CandidatePair> find_sentence_countries(const DocumentRecords& document,
                                                   std::span<const EntityProfile> profiles,
                                                   const std::vector<FirstPhrase>& phrases,
                                                   const Lexicon& lexicon);

}  // namespace relata

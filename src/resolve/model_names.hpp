// Names of makes and models, told by a designation: "Larnex LX-30", "LX-30 Skua", "Larnex 717".
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "relata/resolve/profile.hpp"
#include "resolve/first_phrases.hpp"

namespace relata {

/// "lx30", "717": letters and then digits, or three digits and more that are no year. Folded.
bool is_designation(std::string_view folded);

/// "LX 30" of "Larnex LX 30": what a maker's number tells from all else.
bool drops_maker(const ParsedName& brief, const ParsedName& full);

/// "Larnex LX30" of "Larnex LX30 Skua": a name of its own behind the designation, which is no word
/// that tells a variant ("LX30 Max", "LX30 Tanker").
bool drops_nickname(const ParsedName& brief, const ParsedName& full, const Lexicon& lexicon);

/// Gives the model's name to what a document describes by it, as "the new Larnex LX30 airliner":
/// then it is known in other documents, too. Not to one of several ("an LX30 airliner", "the first
/// LX30", "two LX30 airliners").
void name_described_models(const std::vector<FirstPhrase>& phrases, const Lexicon& lexicon,
                           std::span<EntityProfile> profiles);

}  // namespace relata

// What the tagger took for another kind of thing than the names of its document say it is.
#pragma once

#include <vector>

#include "relata/analysis/lexicon.hpp"
#include "relata/extract/record.hpp"
#include "relata/resolve/profile.hpp"
#include "resolve/first_phrases.hpp"

namespace relata {

/// Makes people of
/// - what stands right behind an office and has two words or more ("former senator Zoe Novak");
/// - what goes by the family name of somebody whom the document names in full, behind a title ("Ms
///   Novak") or of several words ("Ávila-Terrazas");
/// - a body, place or thing of one word, mentioned a few times, that is the family or given name of
///   the one person who bears it, named in full before or in the headline: not where an article or
///   "in" stands before it, where it ends a relation with that person ("Moen founded Moen"), where
///   another name has the word ("Moen Group"), nor countries and capitals;
/// - a body or place whose last word is what somebody goes by there ("Zoe Larnex", and "Larnex",
/// she),
///   if no word of it means anything.
/// Makes bodies of what was taken for people by one word, never he or she, that the full name of
/// one before it begins with, and of people and places by its initials; and of people by the one
/// word that is a body's name there, if it is letters or they are never he or she.
void retype_names(const DocumentRecords& document, const std::vector<FirstPhrase>& phrases,
                  const Lexicon& lexicon, std::vector<EntityProfile>& profiles);

}  // namespace relata

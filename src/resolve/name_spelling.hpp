// Names in Latin letters that other alphabets are written in by several systems: one name, several
// spellings.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace relata {

class Lexicon;  // analysis/lexicon.hpp
struct ParsedName;

/// True if the words may be one in two spellings, where they are not the same.
using MayDiffer = std::function<bool(std::string_view, std::string_view)>;

/// True of two names that are the same but for their spelling: each word has the `spelling_key` of
/// the other's, or two of one are one of the other ("Abdel Fattah", "Abdulfattah"; "Jae-myung",
/// "Jaemyung"). Of two short words ("Li Na", "Le Ny") the key keeps too little.
bool are_spelled_alike(const std::vector<std::string>& a, const std::vector<std::string>& b,
                       const MayDiffer& may_differ);
bool are_spelled_alike(const std::vector<std::string>& a, const std::vector<std::string>& b);

/// The same where the words that differ have more than five letters, or two syllables or more, of
/// both as many: of one syllable another vowel is often another name ("Jon", "Joan"; "Louis",
/// "Lois"), and one syllable more as well ("Carl", "Carol").
bool are_surely_alike(const std::vector<std::string>& a, const std::vector<std::string>& b);

/// True if the initial behind the given name is not the first that `full` has there: who goes by
/// one initial goes by the first, so "George W. Bush" is no "George H. W. Bush".
bool leaves_out_initial(const std::vector<std::string>& brief,
                        const std::vector<std::string>& full);

/// Spelled alike with words of one of them left out between the first and the last: "Ahmad Sharaa"
/// and "Ahmed Hussein Sharaa".
bool abbreviates_alike(const std::vector<std::string>& a, const std::vector<std::string>& b);

/// How two names of no person are one in two spellings.
enum class Respelling : unsigned char {
  kNone,
  kSeveralWords,  ///< "Khan Yunis", "Khan Younis"; of three or more one may be in the plural
  kOneWord,       ///< "Hezbollah", "Hizbollah": at most two letters differ, none a consonant
  kSameLetters,   ///< but for blanks, apostrophes, an h at the end ("Larnexah") or an umlaut's e
};

/// Words that differ begin alike, have five letters or more and mean nothing in the language.
Respelling find_respelling(const ParsedName& a, const ParsedName& b, const Lexicon& lexicon);

/// False of a name that is too short to be told from others in another spelling.
bool may_be_respelled(const std::vector<std::string>& words);

/// What all spellings of a name have in common, however its words are parted: a block key.
std::string spelling_skeleton(const std::vector<std::string>& words);

}  // namespace relata

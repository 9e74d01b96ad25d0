// Names taken apart, and the keys by which two of them may name one thing.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "relata/extract/record.hpp"

namespace relata {

class Lexicon;  // analysis/lexicon.hpp

/// A name in comparable form. Words are folded (fold_for_key), without punctuation, possessive
/// endings, articles and the "al-" of Arabic names; hyphens part them.
struct ParsedName {
  std::string surface;              ///< as in the text, cleaned
  std::string shown;                ///< the surface without titles, suffix and what else is no name
  std::vector<std::string> words;   ///< of a person: given name … family name; never empty
  std::vector<std::string> titles;  ///< of a person: "general"; not part of `words`
  std::vector<std::string> before;  ///< all that stood before a person's name: "trade", "minister"
  std::vector<std::string> given;   ///< of a person: what the given name is a form of ("igor")
  std::vector<std::string> long_given;  ///< of a person: what it is short for ("william")
  std::string suffix;                   ///< of a person: "jr", "iii"
  std::string country;                  ///< canonical, when the whole name is a country's
  std::string demonym_of;  ///< canonical, when it is a country's adjective or inhabitant
  std::string known_as;    ///< folded, the name that Lexicon::first_name gives for it
  std::string of_country;  ///< canonical, of "US Department of State", "Senate of Peru"
  std::vector<std::string> bare_words;  ///< `words` without that country
  std::vector<std::string> owned;       ///< what stands behind a possessor ("Larnex's Skien Force")
  std::string inside;  ///< canonical, of a place: whose it is ("Peru's Callao Region")
  std::vector<std::string> initials;  ///< all_initials of the surface, of what is no person
  bool acronym = false;               ///< one word of capitals: "AES", "U.S."

  friend bool operator==(const ParsedName&, const ParsedName&) = default;
};

/// "van", "bin", "de": what stands in small letters within a name.
bool is_name_particle(std::string_view folded);

/// Folded words of any phrase.
std::vector<std::string> fold_words(std::string_view phrase);

/// The words joined by blanks.
std::string join_words(const std::vector<std::string>& words);

/// A name of an entity of the given type. Of a person, titles, ranks, what describes them ("Malian
/// sociologist") and the suffix are taken off; of an organisation, its legal form ("Inc."). Words
/// that stay empty are those of the whole text.
ParsedName parse_name(std::string_view name, EntityType type, const Lexicon& lexicon);

/// "state department" for "department of state", "foreign ministry" for "ministry of foreign
/// affairs"; other words stay as they are.
std::vector<std::string> head_last(const std::vector<std::string>& words);

/// "Department of Justice", "Ministry of Health": named by what they are for.
bool is_department(std::string_view noun);

/// "Larnex Holdings Ltd.": the name by which a firm is registered.
bool ends_in_legal_form(std::string_view name);

/// "of", "for", "in" and the like: what follows the head of a name.
bool is_preposition(std::string_view folded);

/// "north", "southeastern", "greater", "upper": which one of several of a name.
bool is_direction(std::string_view folded);

/// "province", "oblast", "county": what countries are divided into.
bool is_kind_of_division(std::string_view folded);

/// True if the phrase is headed by a word with a capital (or of a script without them): "Bank of
/// England", "al-Qaeda", but not "Peru's junta", which is a description with a name in it.
bool is_headed_by_name(std::string_view phrase);

/// True if `short_words` are `long_words` with some left out, in order; a single letter stands for
/// any word that it begins.
bool abbreviates(const std::vector<std::string>& short_words,
                 const std::vector<std::string>& long_words);

/// Initials of the words that an acronym takes up: those with a capital in the text, "Alliance of
/// Sahel States" → "ass"; empty below two.
std::string initials(std::string_view name);
/// The same, and where words have hyphens with one letter for each of those: "Institute of
/// Anti-Corruption" → "iac", "ia".
std::vector<std::string> all_initials(std::string_view name);
/// An acronym of so many letters hardly stands for two names.
inline constexpr std::size_t kTellingLetters = 5;
/// And one of so many hardly for two in one story.
inline constexpr std::size_t kStoryLetters = 3;
/// True if the folded acronym is one of them.
bool has_initials(std::string_view name, const std::string& acronym);
/// The same of a name, and of what is left of it without its country or possessor in front
/// ("Peru's Larnex Workers Union": "plwu" and "lwu").
std::vector<std::string> all_initials(const ParsedName& name);
bool has_initials(const ParsedName& name, const std::string& acronym);

/// A key that spellings of one name in Latin letters share, whatever the transliteration:
/// "Mohammed", "Muhammad", "Mohamed"; consonants in classes, the first vowel and the ending kept so
/// that "Mahmoud", "Maria" and "Mario" stay apart.
std::string spelling_key(std::string_view word);

}  // namespace relata

// Nominal descriptions taken apart: "Mali's ruling junta", "the Malian army", "two generals".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "relata/analysis/lexicon.hpp"

namespace relata {

/// All folded (fold_words), empty where the description lacks it.
struct ParsedDescription {
  std::string head;                    ///< "junta": the last word before what follows it
  std::string anchor;                  ///< name it belongs to: "mali" of Mali's, Malian, of Mali
  std::string anchor_country;          ///< canonical, when the anchor is a country
  std::string count;                   ///< numeral in front: "two", "55"
  std::vector<std::string> modifiers;  ///< the other words before the head, sorted
  bool bare = false;                   ///< nothing but the head

  friend bool operator==(const ParsedDescription&, const ParsedDescription&) = default;
};

ParsedDescription parse_description(std::string_view text, const Lexicon& lexicon);

/// "26", "two", "dozens", folded.
bool is_numeral(std::string_view folded);

/// True of words that make it another one than the same description without them: "former".
bool is_word_for_another(std::string_view folded);

/// True if only one of them says that it is another one: "former", "new".
bool others_differ(const ParsedDescription& a, const ParsedDescription& b);

/// True if both may describe one thing by their words: the same head, anchors that are not two,
/// the same count, and the modifiers of one among those of the other, save that what says "another
/// one" ("former", "new") must stand on both sides.
bool may_describe_one(const ParsedDescription& a, const ParsedDescription& b);

}  // namespace relata

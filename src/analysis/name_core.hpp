// The name in a mention, and what two names say about being one entity.
#pragma once

#include <string>
#include <vector>

#include "relata/analysis/analysis.hpp"
#include "relata/analysis/gender.hpp"

namespace relata {

/// The words of the name in a mention, folded ("Gen. Amélie Roux, the minister" → amelie, roux):
/// the flat name that the head is in, else the capitalised words round it. Abbreviated titles
/// ("gen.") are left out where more is there. Empty for what is no name.
struct NameCore {
  std::vector<std::string> words;
  std::string key;       ///< the words with blanks between
  std::string initials;  ///< of its capitalised words, if there are two or more
  std::string letters;   ///< of a single word in capitals, without periods: "U.S." → us
  std::string title;     ///< the word with a capital before it, folded: judge, of "Judge Roux"
  Gender gender = Gender::kUnknown;  ///< by an honorific before it: "Mrs Roux"
  bool another =
      false;  ///< "the other Mr Roux", "the younger Roux": not who is called so otherwise

  bool empty() const noexcept { return words.empty(); }
};

/// Cores of all mentions; those that are no names have an empty one.
std::vector<NameCore> find_name_cores(const Analysis& analysis);

enum class NameAgreement {
  kConflict,  ///< people of one surname and two given names
  kDisjoint,  ///< no word in common
  kUnclear,
  kAcronym,  ///< one has the initials of the other
  kPart,     ///< one is the surname, given name or beginning of the other
  kSame,
};

/// Names in one document of the same type: people with equal surnames and different given names
/// are two, and so is "Jean Jr." beside "Jean Roux"; "J. Roux" may be "Jean Roux".
NameAgreement compare_names(const NameCore& a, const NameCore& b, MentionType type);

}  // namespace relata

// What the mentions of a document say that tells one thing from another.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "relata/analysis/analysis.hpp"
#include "relata/analysis/gender.hpp"
#include "relata/analysis/lexicon.hpp"

namespace relata {

/// A mention's name, as far as it tells one thing from another.
struct TellingName {
  std::vector<std::string> words;  ///< folded, without function words
  std::string initials;            ///< of its words with a capital
  std::string country;             ///< canonical, if it is a country's name or adjective
  std::string anchor;  ///< canonical country of a description: "Danish government", "army of Chad"
  std::string home;    ///< canonical country that a body's name says it is of: "Danish Navy"
  std::string office;  ///< canonical country that a person's office is of: "president of Peru"
  std::vector<std::string> sites;    ///< folded, where it is: of "Lima talks", "shooting in Oslo"
  std::string side;                  ///< the body a group of people is of: "M23" of "M23 rebels"
  std::string side_initials;         ///< of its words with a capital
  std::size_t side_cluster = 0;      ///< of the body
  BodyKind body = BodyKind::kNone;   ///< of a description: "the junta", "the army"
  unsigned age = 0;                  ///< of a person, in years
  Gender gender = Gender::kUnknown;  ///< of a person's noun: "the woman"
  bool person = false;
  bool ruler = false;  ///< "Pope Francis", "Queen Ada": a title that stands before given names
  bool own = false;    ///< "an army of their own", beside the one that they had
  bool description = false;  ///< no name for all its capitals: "Chairman of the Board", "Senate"

  bool tells() const {
    return own || !office.empty() || !words.empty() || !anchor.empty() || !sites.empty() ||
           !side.empty() || body != BodyKind::kNone || age > 0 || gender != Gender::kUnknown;
  }

  friend bool operator==(const TellingName&, const TellingName&) = default;
};

/// For each mention of the analysis, by its index; of pronouns nothing tells.
std::vector<TellingName> read_telling_names(const Analysis& analysis, const Lexicon& lexicon);

}  // namespace relata

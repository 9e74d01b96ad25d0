// How much two entities look like one, and what forbids it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "relata/resolve/profile.hpp"

namespace relata {

class Lexicon;  // analysis/lexicon.hpp

struct PairScore {
  double score = 0;         ///< 0…1; 0 when nothing speaks for it
  std::string_view reason;  ///< a literal
  std::string evidence;     ///< the two names or descriptions

  friend bool operator==(const PairScore&, const PairScore&) = default;
};

/// Pairs below it are no candidates. docs/resolution.md gives the scores and their reasons.
constexpr double kMergeThreshold = 0.7;

/// Of the documents that spell a short name out, the share that must mean one and the same before
/// the short name alone means it in other documents.
constexpr double kDominantShare = 0.8;

/// So many names in both of two documents, and so much of what the names in one of them weigh, and
/// the two tell one story: on ECB+ and training/stories.
constexpr std::size_t kNamesOfStory = 3;
constexpr double kShareOfStory = 0.2;

/// The best reason to merge the two. Symmetric.
PairScore score_pair(const EntityProfile& a, const EntityProfile& b, const NameCounts& counts,
                     Scope scope, const Lexicon& lexicon);

/// Why they can't be one whatever their names: types, genders, given names, suffixes, countries or
/// numbers that exclude each other: a literal. Symmetric; nothing if they may be.
std::optional<std::string_view> find_conflict(const EntityProfile& a, const EntityProfile& b);

/// True of two people, both named, whose fullest names neither leave words of one another out, nor
/// are spellings of one another, nor may be short for one another. It follows from their main_key
/// and suffix, and from the particle of a family name ("Van Orel", "Ada van Orel").
bool full_names_differ(const EntityProfile& a, const EntityProfile& b);

/// True of two people, both named, who share a full name and its suffix: "Zoe Moen, alias Dora
/// Orel" and Dora Orel; not Zoe Moen and Zoe Moen Jr. It follows from all their names.
bool go_by_one_name(const EntityProfile& a, const EntityProfile& b);

}  // namespace relata

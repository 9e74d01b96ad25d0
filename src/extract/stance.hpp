// What the author of a sentence commits to: polarity, modality, and whose claim a clause is.
#pragma once

#include <optional>

#include "extract/clause.hpp"
#include "extract/scope.hpp"

namespace relata {

struct Stance {
  Polarity polarity = Polarity::kPositive;
  Modality modality = Modality::kAsserted;
  std::optional<Attribution> attribution;
};

/// Stance of a clause, from its verb group and from every clause above it.
Stance stance_of(const SentenceScope& scope, const Clause& clause);

/// Stance of a fact that no clause says (an apposition, a possessive), at this word.
Stance stance_at(const SentenceScope& scope, WordId word);

/// Whose claim an adjective makes what the noun names: "the alleged leader" is one by hearsay.
std::optional<Attribution> hearsay_at(const SentenceScope& scope, WordId noun);

/// As stance_at, of a noun for a deed: "planned", "possible" before it tell that it was not done.
Stance stance_of_deed(const SentenceScope& scope, WordId noun);

}  // namespace relata

// Names of people: which two of them may be one person's.
#pragma once

#include "relata/resolve/profile.hpp"
#include "relata/resolve/score.hpp"

namespace relata {

/// Raises `best` by what the names of two people say for their being one.
void score_people(const EntityProfile& a, const EntityProfile& b, const NameCounts& counts,
                  Scope scope, PairScore& best);

}  // namespace relata

// Two profiles side by side, in words.
#pragma once

#include "relata/resolve/explanation.hpp"

namespace relata {

/// What speaks for and against the two being one, the total, and whether they were compared at all.
PairExplanation describe_pair(const EntityProfile& a, const EntityProfile& b,
                              const NameCounts& counts, Scope scope, const Lexicon& lexicon);

}  // namespace relata

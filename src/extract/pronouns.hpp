// Antecedents for "he" and "she" that coreference left alone.
#pragma once

#include <cstddef>
#include <vector>

#include "relata/analysis/analysis.hpp"

namespace relata {

/// For each cluster the one that it belongs to: itself, but for clusters of nothing other than "he"
/// or "she" in all their cases. A singular pronoun of a person needs an antecedent; it is a
/// person named or described before it, singular and of no other gender, in its own sentence or the
/// two before: rather a subject, rather a near one.
std::vector<std::size_t> bind_pronouns(const Analysis& analysis, std::size_t clusters);

}  // namespace relata

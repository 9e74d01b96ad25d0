// "his" of "he and his wife": possessive pronouns that grammar binds, whatever coreference says.
#pragma once

#include "relata/analysis/analysis.hpp"

namespace relata {

/// The same analysis, in which a possessive pronoun is in the cluster of
/// - the first of two joined phrases where it stands in the second ("Orel and her sister"), if the
///   two agree in number, and in gender as far as it shows;
/// - the pronoun of its own kind that is the subject of its clause ("he is survived by his wife").
Analysis bind_possessives(Analysis analysis);

}  // namespace relata

// Objects that a parser gives one relation, where English tells which is which.
#pragma once

#include <cstddef>

#include "relata/analysis/analysis.hpp"
#include "relata/analysis/lexicon.hpp"

namespace relata {

/// Mends what hangs side by side on the verb at `id`, nothing between the two:
/// - of two objects the first is who gets the second ("sent Orel a photograph"), or is what the
///   second is said of ("elected Orel chairman"), as the verb has it;
/// - of two predicates the first is whom the second is said of ("named Orel her deputy").
/// - "gave her daughter, Ana Orel, a car": the second thing in apposition to who gets it is the
///   object;
/// - "deprives the rebels of their airfield": what follows "of" is of the verb, not of the rebels;
/// - "whom he declined to name": of a verb that takes no object beside its infinitive, the relative
///   pronoun is the infinitive's.
void repair_objects_at(Sentence& sentence, std::size_t id, const Lexicon& lexicon);

}  // namespace relata

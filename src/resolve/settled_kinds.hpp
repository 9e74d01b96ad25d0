// What kind of thing a name of one word stands for, where documents take it for several.
#pragma once

#include <span>

#include "relata/resolve/profile.hpp"

namespace relata {

class Lexicon;  // analysis/lexicon.hpp

/// A name of one word that most documents take for a thing ("Houthis") is no person in the rest,
/// unless somebody is called he or she or has a title there. The family name of people whom the
/// corpus names in full ("Netanyahu") is no place or body in the few documents that have it alone.
void settle_kinds(std::span<EntityProfile> profiles, const Lexicon& lexicon);

}  // namespace relata

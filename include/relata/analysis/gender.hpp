// What English words tell of somebody's gender.
#pragma once

#include <cstdint>
#include <string_view>

namespace relata {

enum class Gender : std::uint8_t { kUnknown, kMasculine, kFeminine };

/// "wife", "brother", "lady": of a noun in the singular, lower-cased.
Gender gender_of_noun(std::string_view lower);

/// "Mrs", "Sir", "Mr.": of the word before a name, folded (fold_for_key); its period may be there.
Gender gender_of_honorific(std::string_view folded);

}  // namespace relata

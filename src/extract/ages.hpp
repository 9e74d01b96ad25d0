// How old the text says that somebody is.
#pragma once

#include <cstddef>

#include "relata/analysis/analysis.hpp"

namespace relata {

/// Years, of the person whose phrase is headed by the word: "Ada Moen, 24,", "Ada Moen (24)", "a
/// 24-year-old nurse", "the 24-year-old", "Ada Moen, aged 24", "a woman of 24"; 0 if none is told.
unsigned age_at(const Sentence& sentence, std::size_t head);

}  // namespace relata

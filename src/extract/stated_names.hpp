// Other names of a thing by the words between two names, however the tree is built.
#pragma once

#include <cstddef>
#include <vector>

#include "relata/analysis/analysis.hpp"

namespace relata {

/// Words of a sentence, counted from 0: the last of a name, and the first and the last of what the
/// sentence says to be another name of the same.
struct StatedName {
  std::size_t name = 0;
  std::size_t first = 0;
  std::size_t last = 0;

  friend bool operator==(const StatedName&, const StatedName&) = default;
};

/// "Ana Orel, alias Dora"; "Ana Orel (a.k.a. Dora)"; "Dora, whose real name is Ana Orel"; "the
/// Callao Workers Union, known by its Spanish acronym STC"; "the Callao Workers Union, which the
/// government calls Dora"; letters of several words behind them, of the same letters ("the
/// Democratic League of Callao, the LDC,", "Central Command, CENTCOM,") or in brackets ("Peruvian
/// Armed Forces (FAPe)"), but no agency of a dateline.
std::vector<StatedName> find_stated_names(const Sentence& sentence);

}  // namespace relata

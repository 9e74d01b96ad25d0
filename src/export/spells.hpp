// When something held, as the intervals of days that GEXF wants.
#pragma once

#include <string>
#include <vector>

#include "relata/graph/shared_text.hpp"

namespace relata::detail {

/// Closed; an open end is empty. Days are YYYY-MM-DD.
struct Spell {
  std::string start;
  std::string end;

  friend bool operator==(const Spell&, const Spell&) = default;
};

/// The spells of normalised times, each a date of any granularity or an interval: 2024-05 is the
/// whole month. Sorted, and merged so that none overlap, since Gephi throws at those. What is no
/// time, or ends before it starts, is left out.
std::vector<Spell> make_spells(const TextList& times);

}  // namespace relata::detail

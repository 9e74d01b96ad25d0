// What a dateline names.
#pragma once

#include "relata/analysis/analysis.hpp"

namespace relata {

/// The place of a dateline that stands as a sentence by itself ("LIMA -", "LIMA, May 3 (AFP) —") is
/// a place, whatever the tagger takes its capitals for, and the agency behind it nothing that the
/// text tells of.
void repair_datelines(Analysis& analysis);

}  // namespace relata

// Which words stand between quotation marks, and who speaks where nothing in the sentence says so.
#pragma once

#include <optional>
#include <vector>

#include "relata/analysis/analysis.hpp"
#include "relata/extract/record.hpp"

namespace relata {

struct Quotations {
  /// By sentence and word. A paragraph whose marks do not pair up has none.
  std::vector<std::vector<bool>> inside;
  /// Sentences whose every word but punctuation is quoted.
  std::vector<bool> whole;
};

Quotations find_quotations(const std::vector<Sentence>& sentences);

/// The speaker of each sentence that stands wholly in quotation marks: who is named by the
/// sentence before it, else after it; "unnamed" where nobody is. `speakers`: whose claim each
/// sentence is by its own words.
std::vector<std::optional<Attribution>> quoted_speakers(
    const std::vector<std::optional<Attribution>>& speakers, const Quotations& quotations,
    const std::vector<Sentence>& sentences);

}  // namespace relata

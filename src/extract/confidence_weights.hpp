// How often each rule is right, beside what the extractor's own factors say.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace relata {

/// Factor on the odds of a triple's raw confidence, by the rule that made it.
struct OddsFactor {
  std::string_view rule;
  double factor = 1;
};

/// Fitted by training/confidence.py on 787 triples read by hand and CaRB's development sentences,
/// those of BenchIE left out; rules with fewer than ten labels take kCommonFactor. Sorted by rule.
inline constexpr double kCommonFactor = 1.061;
inline constexpr std::array<OddsFactor, 49> kOddsFactors = {{
    {"alias/brackets", 0.66},
    {"apposition", 0.51},
    {"apposition/name", 0.98},
    {"apposition/name/compound", 0.38},
    {"apposition/name/demonym", 1.91},
    {"apposition/name/phrase", 0.78},
    {"apposition/name/possessive", 1.35},
    {"apposition/place", 2.06},
    {"apposition/possessive", 1.01},
    {"clause/adjective", 1.51},
    {"clause/adjunct", 1.26},
    {"clause/adverbial", 5.84},
    {"clause/agent", 1.09},
    {"clause/bare", 0.88},
    {"clause/chain", 2.63},
    {"clause/complement", 1.21},
    {"clause/copula", 0.86},
    {"clause/embedded", 1.88},
    {"clause/intransitive", 1.73},
    {"clause/listed", 0.71},
    {"clause/object", 0.81},
    {"clause/oblique", 1.25},
    {"clause/predicate", 0.82},
    {"clause/time", 1.30},
    {"compound/demonym", 1.50},
    {"compound/name", 0.67},
    {"compound/role", 3.21},
    {"folded/adjunct", 1.39},
    {"folded/compound", 0.36},
    {"folded/demonym", 1.37},
    {"folded/goal", 1.96},
    {"folded/phrase", 1.56},
    {"folded/recipient", 1.51},
    {"member/including", 0.87},
    {"member/such-as", 0.99},
    {"nominal/between", 1.18},
    {"nominal/circumstance", 1.56},
    {"nominal/deed", 2.07},
    {"nominal/description/compound", 0.66},
    {"nominal/description/demonym", 1.10},
    {"nominal/description/phrase", 0.34},
    {"nominal/description/possessive", 0.45},
    {"nominal/place", 3.71},
    {"possessive", 0.90},
    {"title", 1.06},
    {"title/compound", 0.65},
    {"title/demonym", 1.84},
    {"title/flat", 0.91},
    {"title/flat/compound", 1.04},
}};
static_assert(std::is_sorted(kOddsFactors.begin(), kOddsFactors.end(),
                             [](const OddsFactor& a, const OddsFactor& b) {
                               return a.rule < b.rule;
                             }));

}  // namespace relata

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

/// Fitted by training/confidence.py on 3,147 triples read by hand and CaRB's development sentences,
/// those of BenchIE left out; rules with fewer than ten labels take kCommonFactor. Sorted by rule.
inline constexpr double kCommonFactor = 1.217;
inline constexpr std::array<OddsFactor, 61> kOddsFactors = {{
    {"alias/brackets", 1.15},
    {"alias/participle", 0.58},
    {"apposition", 0.85},
    {"apposition/compound", 0.94},
    {"apposition/demonym", 0.98},
    {"apposition/name", 1.69},
    {"apposition/name/compound", 0.71},
    {"apposition/name/demonym", 1.50},
    {"apposition/name/phrase", 0.47},
    {"apposition/name/possessive", 1.47},
    {"apposition/phrase", 0.57},
    {"apposition/place", 2.87},
    {"apposition/possessive", 0.94},
    {"clause/adjective", 1.59},
    {"clause/adjunct", 1.79},
    {"clause/adverbial", 5.22},
    {"clause/agent", 1.15},
    {"clause/bare", 0.77},
    {"clause/chain", 2.65},
    {"clause/complement", 1.40},
    {"clause/copula", 0.66},
    {"clause/embedded", 2.03},
    {"clause/intransitive", 1.76},
    {"clause/listed", 0.76},
    {"clause/object", 0.88},
    {"clause/oblique", 1.23},
    {"clause/predicate", 0.71},
    {"clause/time", 0.73},
    {"compound/demonym", 1.79},
    {"compound/name", 0.78},
    {"compound/participle", 2.03},
    {"compound/role", 4.52},
    {"folded/adjunct", 1.26},
    {"folded/compound", 0.91},
    {"folded/demonym", 0.93},
    {"folded/goal", 2.10},
    {"folded/phrase", 1.36},
    {"folded/possessive", 0.83},
    {"folded/recipient", 1.64},
    {"folded/reciprocal", 2.74},
    {"member/among", 1.83},
    {"member/including", 0.96},
    {"member/such-as", 1.39},
    {"nominal/between", 1.95},
    {"nominal/circumstance", 1.46},
    {"nominal/deed", 3.58},
    {"nominal/description/compound", 1.01},
    {"nominal/description/demonym", 1.54},
    {"nominal/description/phrase", 0.43},
    {"nominal/description/possessive", 0.59},
    {"nominal/place", 6.27},
    {"possessive", 1.08},
    {"possessive/ended", 2.21},
    {"title", 1.46},
    {"title/compound", 1.72},
    {"title/demonym", 3.12},
    {"title/flat", 1.20},
    {"title/flat/compound", 0.81},
    {"title/name", 0.75},
    {"title/phrase", 2.27},
    {"title/possessive", 0.81},
}};
static_assert(std::is_sorted(kOddsFactors.begin(), kOddsFactors.end(),
                             [](const OddsFactor& a, const OddsFactor& b) {
                               return a.rule < b.rule;
                             }));

}  // namespace relata

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

/// Fitted by training/confidence.py on 897 triples read by hand and CaRB's development sentences,
/// those of BenchIE left out; rules with fewer than ten labels take kCommonFactor. Sorted by rule.
inline constexpr double kCommonFactor = 1.146;
inline constexpr std::array<OddsFactor, 52> kOddsFactors = {{
    {"alias/brackets", 0.69},
    {"apposition", 0.79},
    {"apposition/name", 1.11},
    {"apposition/name/compound", 0.83},
    {"apposition/name/demonym", 2.01},
    {"apposition/name/phrase", 0.81},
    {"apposition/name/possessive", 1.42},
    {"apposition/place", 2.17},
    {"apposition/possessive", 1.06},
    {"clause/adjective", 1.64},
    {"clause/adjunct", 1.30},
    {"clause/adverbial", 6.03},
    {"clause/agent", 1.10},
    {"clause/bare", 1.25},
    {"clause/chain", 2.70},
    {"clause/complement", 1.22},
    {"clause/copula", 0.87},
    {"clause/embedded", 1.92},
    {"clause/intransitive", 1.77},
    {"clause/listed", 1.23},
    {"clause/object", 0.81},
    {"clause/oblique", 1.26},
    {"clause/predicate", 0.83},
    {"clause/time", 1.33},
    {"compound/demonym", 1.52},
    {"compound/name", 0.68},
    {"compound/participle", 1.15},
    {"compound/role", 3.35},
    {"folded/adjunct", 1.43},
    {"folded/compound", 1.38},
    {"folded/demonym", 1.42},
    {"folded/goal", 2.01},
    {"folded/phrase", 1.60},
    {"folded/recipient", 1.57},
    {"folded/reciprocal", 1.90},
    {"member/including", 0.76},
    {"member/such-as", 1.01},
    {"nominal/between", 1.23},
    {"nominal/circumstance", 1.59},
    {"nominal/deed", 2.15},
    {"nominal/description/compound", 0.69},
    {"nominal/description/demonym", 1.15},
    {"nominal/description/phrase", 0.35},
    {"nominal/description/possessive", 0.46},
    {"nominal/place", 3.79},
    {"possessive", 0.88},
    {"possessive/ended", 2.10},
    {"title", 1.08},
    {"title/compound", 0.67},
    {"title/demonym", 1.94},
    {"title/flat", 0.93},
    {"title/flat/compound", 1.08},
}};
static_assert(std::is_sorted(kOddsFactors.begin(), kOddsFactors.end(),
                             [](const OddsFactor& a, const OddsFactor& b) {
                               return a.rule < b.rule;
                             }));

}  // namespace relata

#include "relata/analysis/gender.hpp"

#include <algorithm>
#include <array>

namespace relata {
namespace {

constexpr std::array<std::string_view, 26> kMasculine = {
    "boy",     "boyfriend", "brother",       "brother-in-law", "dad",         "duke",
    "emperor", "father",    "father-in-law", "gentleman",      "grandfather", "grandson",
    "husband", "king",      "man",           "monk",           "nephew",      "policeman",
    "prince",  "schoolboy", "son",           "son-in-law",     "stepfather",  "stepson",
    "uncle",   "widower"};
constexpr std::array<std::string_view, 33> kFeminine = {"actress",
                                                        "aunt",
                                                        "businesswoman",
                                                        "chairwoman",
                                                        "congresswoman",
                                                        "daughter",
                                                        "daughter-in-law",
                                                        "duchess",
                                                        "empress",
                                                        "girl",
                                                        "girlfriend",
                                                        "granddaughter",
                                                        "grandmother",
                                                        "heroine",
                                                        "hostess",
                                                        "housewife",
                                                        "mother",
                                                        "mother-in-law",
                                                        "mum",
                                                        "niece",
                                                        "nun",
                                                        "policewoman",
                                                        "princess",
                                                        "queen",
                                                        "schoolgirl",
                                                        "sister",
                                                        "sister-in-law",
                                                        "spokeswoman",
                                                        "stepdaughter",
                                                        "stepmother",
                                                        "widow",
                                                        "wife",
                                                        "woman"};
/// Before names, folded and without periods.
constexpr std::array<std::string_view, 9> kForMen = {"don", "herr",  "lord",   "mister", "monsieur",
                                                     "mr",  "senor", "signor", "sir"};
constexpr std::array<std::string_view, 12> kForWomen = {"dame",  "dona",   "frau",   "lady",
                                                        "madam", "madame", "miss",   "mme",
                                                        "mrs",   "ms",     "senora", "signora"};

template <std::size_t N>
bool has(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

}  // namespace

Gender gender_of_noun(std::string_view lower) {
  if (has(kMasculine, lower) || has(kForMen, lower)) return Gender::kMasculine;
  return has(kFeminine, lower) || has(kForWomen, lower) ? Gender::kFeminine : Gender::kUnknown;
}

Gender gender_of_honorific(std::string_view folded) {
  if (folded.ends_with('.')) folded.remove_suffix(1);
  if (has(kForMen, folded)) return Gender::kMasculine;
  return has(kForWomen, folded) ? Gender::kFeminine : Gender::kUnknown;
}

}  // namespace relata

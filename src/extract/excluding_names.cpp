#include "extract/excluding_names.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "extract/english.hpp"
#include "extract/parts_of_places.hpp"

namespace relata {
namespace {

/// Groups of two bodies, neither of which may be short for the other.
bool are_two_sides(const TellingName& a, const TellingName& b) {
  return !a.side.empty() && !b.side.empty() && a.side_cluster != b.side_cluster &&
         a.side.find(b.side) == a.side.npos && b.side.find(a.side) == b.side.npos &&
         a.side != b.side_initials && b.side != a.side_initials;
}

/// No place of one is a place of the other.
bool are_apart(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a.empty() || b.empty()) return false;
  return std::none_of(a.begin(), a.end(), [&](const std::string& one) {
    return std::any_of(b.begin(), b.end(), [&](const std::string& other) {
      return one.find(other) != one.npos || other.find(one) != other.npos;
    });
  });
}

/// One word in two spellings or forms: "Defence", "Defense"; "Ukraine", "Ukrainian".
bool is_same_word(const std::string& a, const std::string& b, const Lexicon& lexicon) {
  if (a == b) return true;
  constexpr std::size_t kTelling = 5;
  std::size_t shared = 0;
  while (shared < a.size() && shared < b.size() && a[shared] == b[shared]) ++shared;
  if (shared >= kTelling) return true;
  // "J." and "Jane".
  if (a.size() == 1 || b.size() == 1) return a[0] == b[0];
  const auto country = [&](const std::string& word) {
    const std::string_view of = lexicon.country_of_demonym(word);
    return of.empty() ? lexicon.canonical_country(word) : of;
  };
  return !country(a).empty() && country(a) == country(b);
}

/// Words of `a` that `b` has none like.
std::vector<std::string> missing(const TellingName& a, const TellingName& b,
                                 const Lexicon& lexicon) {
  std::vector<std::string> words;
  for (const std::string& word : a.words) {
    const bool there = std::any_of(b.words.begin(), b.words.end(), [&](const std::string& other) {
      return is_same_word(word, other, lexicon);
    });
    if (!there) words.push_back(word);
  }
  return words;
}

bool is_acronym_of(const TellingName& a, const TellingName& b) {
  return a.words.size() == 1 && a.words.front().size() >= 2 &&
         (a.words.front() == b.initials || b.initials.starts_with(a.words.front()));
}

/// Parts of the compass are other places than the whole.
bool any_direction(const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(), is_compass_direction);
}

bool any_digit(const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(), has_digit);
}

/// "Boeing 777" is a product of Boeing's, "Apollo 11" one of several; "the 2026 Winter Games" may
/// well be the Winter Games.
bool adds_number(const TellingName& name, const std::vector<std::string>& only) {
  const std::string& last = name.words.back();
  constexpr std::size_t kYear = 4;
  const bool year = last.size() == kYear && std::all_of(last.begin(), last.end(), [](char c) {
                      return c >= '0' && c <= '9';
                    });
  return only.size() == 1 && only.front() == last && has_digit(last) && !year;
}

/// "Pope Francis" and "Robert Francis Orel": rulers go by what stands first in their names.
bool is_other_ruler(const TellingName& ruler, const TellingName& other) {
  return ruler.ruler && ruler.words.size() == 1 && other.person && other.words.size() > 1 &&
         other.words.front() != ruler.words.front() &&
         std::find(other.words.begin(), other.words.end(), ruler.words.front()) !=
             other.words.end();
}

/// "The Peruvian military" and "Swift Lance Forces": a country's forces have its name, or one of a
/// single word.
bool are_foreign_forces(const TellingName& forces, const TellingName& other) {
  return forces.body == BodyKind::kForces && !forces.anchor.empty() && forces.words.empty() &&
         !other.person && other.anchor.empty() && other.words.size() > 1 && !other.description;
}

}  // namespace

bool exclude_each_other(const TellingName& a, const TellingName& b, const Lexicon& lexicon) {
  // "The junta", "the army": who rules and who fights are two.
  if (a.body != BodyKind::kNone && b.body != BodyKind::kNone && a.body != b.body) return true;
  if (a.own != b.own && !(a.own ? b : a).anchor.empty()) return true;
  // "The president of Peru", "the Chilean president": nobody holds office in two countries.
  if (!a.office.empty() && !b.office.empty() && a.office != b.office) return true;
  const auto [younger, older] = std::minmax(a.age, b.age);
  if (younger > 0 && older - younger > 1) return true;
  if (a.gender != Gender::kUnknown && b.gender != Gender::kUnknown && a.gender != b.gender) {
    return true;
  }
  if (are_apart(a.sites, b.sites) || are_two_sides(a, b)) return true;
  if (!a.anchor.empty() || !b.anchor.empty()) {
    // "The Danish government", "the Chadian government", "Chadian Navy": one body has one country.
    const auto land = [](const TellingName& name) -> const std::string& {
      if (!name.anchor.empty()) return name.anchor;
      return name.country.empty() ? name.home : name.country;
    };
    if (!land(a).empty() && !land(b).empty()) return land(a) != land(b);
    return are_foreign_forces(a, b) || are_foreign_forces(b, a);
  }
  if (a.words.empty() || b.words.empty() || a.words == b.words) return false;
  if (!a.country.empty() && !b.country.empty()) return a.country != b.country;
  if (a.description || b.description) return false;
  if (is_acronym_of(a, b) || is_acronym_of(b, a)) return false;
  const std::vector<std::string> only_a = missing(a, b, lexicon);
  const std::vector<std::string> only_b = missing(b, a, lexicon);
  if (any_digit(only_a) && any_digit(only_b)) return true;
  if (adds_number(a, only_a) || adds_number(b, only_b)) return true;
  if (is_other_ruler(a, b) || is_other_ruler(b, a)) return true;
  if (a.person && b.person) {
    // Short names and nicknames stand beside others; two full names don't.
    return a.words.size() > 1 && b.words.size() > 1 && !only_a.empty() && !only_b.empty();
  }
  if (!a.country.empty()) return !only_b.empty();
  if (!b.country.empty()) return !only_a.empty();
  if (any_direction(only_a) || any_direction(only_b)) return true;
  return !only_a.empty() && !only_b.empty();
}

}  // namespace relata

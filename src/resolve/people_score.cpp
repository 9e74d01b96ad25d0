#include "resolve/people_score.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "relata/analysis/gender.hpp"
#include "resolve/best_score.hpp"
#include "resolve/candidate_pair.hpp"
#include "resolve/name_spelling.hpp"
#include "resolve/one_story.hpp"
#include "resolve/short_names.hpp"
#include "resolve/spelling_slips.hpp"

namespace relata {
namespace {

using Words = std::vector<std::string>;

/// Names that stand near both of two people whose short names are spelled alike.
constexpr std::size_t kNamesForSpelling = 2;

bool share_title(const ParsedName& a, const ParsedName& b) {
  return std::any_of(a.titles.begin(), a.titles.end(), [&](const std::string& title) {
    return std::find(b.titles.begin(), b.titles.end(), title) != b.titles.end();
  });
}

/// Whether the only one of the family whom documents give this office in full is this one.
enum class Bearing : unsigned char { kUnknown, kThis, kOther };

Bearing find_bearing(const ParsedName& brief, const ParsedName& full, const NameCounts& counts) {
  Bearing found = Bearing::kUnknown;
  if (brief.suffix != full.suffix) return found;
  for (const std::string& title : brief.titles) {
    const std::string key = family_key(title + ' ' + brief.words.front());
    if (gender_of_honorific(title) != Gender::kUnknown || !counts.full_of.contains(key)) continue;
    found = share_of(counts, key, join_words(full.words)) >= kDominantShare ? Bearing::kThis
                                                                            : Bearing::kOther;
  }
  return found;
}

/// A single word against a full name of a person.
void score_short_name(const ParsedName& brief, const ParsedName& full,
                      const EntityProfile& brief_profile, const EntityProfile& full_profile,
                      const NameCounts& counts, Scope scope, PairScore& best) {
  const std::string& word = brief.words.front();
  const bool family = full.words.back() == word;
  const bool given = full.words.front() == word;
  if (!family && !given) return;
  // "Their son, Zoe Jr.", is not Zoe Moen.
  if (given && !brief.suffix.empty() && brief.suffix != full.suffix) return;
  const double share = share_of(counts, person_key(word), join_words(full.words));
  const auto evidence = [&] { return both(brief.surface, full.surface); };
  if (scope == Scope::kDocument) {
    // Two of the family in one document: either may be meant.
    if (share < 1 || brief_profile.before_full) return;
    if (family && !brief.titles.empty()) raise(best, 0.95, "title and family name", evidence);
    if (family) raise(best, 0.92, "family name", evidence);
    // "Xi" of Xi Jinping, or a first name.
    if (given) raise(best, 0.85, "given name", evidence);
    return;
  }
  const Bearing bearing = family ? find_bearing(brief, full, counts) : Bearing::kUnknown;
  if (bearing == Bearing::kOther) return;
  if (family && bearing == Bearing::kThis && are_in_touch(brief_profile, full_profile, counts)) {
    raise(best, 0.9, "title and family name", evidence);
  }
  if (share < kDominantShare) {
    if (family && is_one_story(brief_profile, full_profile, counts)) {
      raise(best, 0.84, "family name in one story", evidence);
    }
    return;
  }
  if (given && is_one_story(brief_profile, full_profile, counts)) {
    raise(best, 0.82, "given name in one story", evidence);
  }
  // Some document calls this person by the short name alone.
  const bool in_use = has_name(full_profile, brief.words);
  if (family && !brief.titles.empty()) raise(best, 0.9, "title and family name", evidence);
  if (family) raise(best, in_use ? 0.9 : 0.85, "family name", evidence);
  if (given && in_use) raise(best, 0.85, "short name", evidence);
  // "President Prabowo", where the only one of this given name is President Prabowo Subianto.
  if (given && share_title(brief, full)) raise(best, 0.86, "title and given name", evidence);
}

/// "Tom" of Thomas: its consonants are among those of the other, in order.
bool has_consonants_of(std::string_view brief, std::string_view full) {
  std::size_t at = 0;
  for (const char c : brief) {
    if (std::string_view("aeiou").find(c) != std::string_view::npos) continue;
    at = full.find(c, at);
    if (at == full.npos) return false;
    ++at;
  }
  return true;
}

/// One is known as a form of the other, or both as forms of one: "ihor", "igor".
bool are_forms_of_one(const std::string& a, const Words& forms_of_a, const std::string& b,
                      const Words& forms_of_b) {
  const auto has = [](const Words& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  return has(forms_of_a, b) || has(forms_of_b, a) ||
         std::any_of(forms_of_a.begin(), forms_of_a.end(),
                     [&](const std::string& name) { return has(forms_of_b, name); });
}

/// Of the names between given and family name, one may leave some out.
bool may_differ_between(const Words& a, const Words& b) {
  const Words a_between(a.begin() + 1, a.end() - 1);
  const Words b_between(b.begin() + 1, b.end() - 1);
  return abbreviates(a_between, b_between) || abbreviates(b_between, a_between);
}

/// "Ihor Moenko", "Igor V. Moenko".
bool share_form_of_given_name(const ParsedName& x, const ParsedName& y) {
  return x.words.size() > 1 && y.words.size() > 1 && x.words.back() == y.words.back() &&
         are_forms_of_one(x.words.front(), x.given, y.words.front(), y.given) &&
         may_differ_between(x.words, y.words);
}

/// "Bill Moen", "William J. Moen".
bool shortens_given_name(const ParsedName& x, const ParsedName& y) {
  return x.words.size() > 1 && y.words.size() > 1 && x.words.back() == y.words.back() &&
         are_forms_of_one(x.words.front(), x.long_given, y.words.front(), y.long_given) &&
         may_differ_between(x.words, y.words);
}

/// "Jo Moen" and "Johanne Marie Moen": one family, and a given name that may be short for the
/// other.
bool share_given_name(const Words& a, const Words& b) {
  if (a.size() < 2 || b.size() < 2 || a.back() != b.back()) return false;
  const std::string& brief = a.front().size() <= b.front().size() ? a.front() : b.front();
  const std::string& full = a.front().size() <= b.front().size() ? b.front() : a.front();
  // Pet names are short and begin like the name: "Mo" of Maurice; longer ones cut it: "Alex".
  constexpr std::size_t kPetName = 3;
  if (!full.starts_with(brief) &&
      !(brief.size() <= kPetName && brief[0] == full[0] && has_consonants_of(brief, full))) {
    return false;
  }
  return may_differ_between(a, b);
}

/// "Pope Francis" here and there: a title that nobody of this family name bears before it, and a
/// name that more people have for their given one, or nobody else for that of the family.
bool is_titled_given_name(const ParsedName& x, const ParsedName& y, const EntityProfile& a,
                          const EntityProfile& b, const NameCounts& counts) {
  constexpr std::size_t kEnough = 32;
  if (x.titles.empty() || x.titles != y.titles) return false;
  const std::string& word = x.words.front();
  const std::size_t families = count_readings(counts, family_key(word), kEnough);
  if (families <= 1) return true;
  const std::size_t all = count_readings(counts, person_key(word), kEnough);
  const bool borne = std::any_of(x.titles.begin(), x.titles.end(), [&](const std::string& title) {
    return count_readings(counts, family_key(title + ' ' + word), 1) > 0;
  });
  return !borne && all >= 2 * families && are_near_in_time(a, b);
}

/// "Jo Moen" here, "Johanne Moen" there, among a name that both documents have; and no document
/// knows a third of the family.
bool is_only_pair(const ParsedName& x, const ParsedName& y, const EntityProfile& a,
                  const EntityProfile& b, const NameCounts& counts) {
  constexpr std::size_t kPair = 2;
  return x.words.size() == kPair && y.words.size() == kPair &&
         count_readings(counts, family_key(x.words.back()), kPair + 1) <= kPair &&
         common_company(counts, a, b).names > 0;
}

/// "Bill Moen", "William J. Moen", where no document knows a third of the family: one of them
/// formal, or among a name that both documents have. ("Bill Moen" may be the son of William.)
bool is_only_pair_in_short(const ParsedName& x, const ParsedName& y, const EntityProfile& a,
                           const EntityProfile& b, const NameCounts& counts) {
  constexpr std::size_t kPair = 2;
  return shortens_given_name(x, y) &&
         count_readings(counts, family_key(x.words.back()), kPair + 1) <= kPair &&
         (x.words.size() != y.words.size() || common_company(counts, a, b).names > 0);
}

/// One is the other with words left out.
bool may_abbreviate(const Words& a, const Words& b) {
  const bool brief = a.size() < b.size();
  return (abbreviates(a, b) || abbreviates(b, a)) &&
         (a.front() != b.front() || !leaves_out_initial(brief ? a : b, brief ? b : a));
}

/// No other full name ends in the words of this family name.
bool is_only_one_of_family(const NameCounts& counts, const ParsedName& family,
                           const ParsedName& full) {
  const auto found = counts.full_of.find(person_key(family.words.back()));
  if (found == counts.full_of.end()) return true;
  const std::string ending = ' ' + join_words(family.words);
  const std::string name = join_words(full.words);
  return std::none_of(found->second.begin(), found->second.end(), [&](const auto& other) {
    return other.first.ends_with(ending) && !name.ends_with(other.first) &&
           !other.first.ends_with(name);
  });
}

/// "Moen Jae-myung", "Jae-myung Moen". Of two words ("Thomas James") both may be given names.
bool is_family_first(const Words& a, const Words& b) {
  const auto is_turned = [](const Words& x, const Words& y) {
    return x.front() == y.back() && std::equal(x.begin() + 1, x.end(), y.begin());
  };
  return a.size() == b.size() && a.size() > 2 && a != b && (is_turned(a, b) || is_turned(b, a));
}

/// "Zoe Jr." and Zoe.
bool is_another_generation(const ParsedName& x, const ParsedName& y) {
  const auto is_generation = [](const std::string& suffix) {
    return suffix == "jr" || suffix == "sr";
  };
  return x.suffix != y.suffix && (is_generation(x.suffix) || is_generation(y.suffix));
}

}  // namespace

void score_people(const EntityProfile& a, const EntityProfile& b, const NameCounts& counts,
                  Scope scope, PairScore& best) {
  for (const ParsedName& x : a.names) {
    for (const ParsedName& y : b.names) {
      const auto evidence = [&] { return both(x.surface, y.surface); };
      if (x.words == y.words) {
        if (x.words.size() > 1) {
          raise(best, 0.98, "same name", evidence);
        } else if (is_another_generation(x, y)) {
          continue;
        } else if (scope == Scope::kDocument) {
          raise(best, 0.93, "same name", evidence);
        } else if (!x.suffix.empty() && x.suffix == y.suffix) {
          raise(best, 0.93, "same name", evidence);  // "Charles III"
        } else if (count_readings(counts, person_key(x.words.front()), 2) <= 1 ||
                   is_titled_given_name(x, y, a, b, counts)) {
          raise(best, 0.84, "same name", evidence);
        } else if (is_one_story(a, b, counts)) {
          raise(best, 0.83, "same name in one story", evidence);
        }
      } else if (x.words.size() == 1 || y.words.size() == 1) {
        const bool x_brief = x.words.size() == 1;
        if (x_brief && y.words.size() > 1) score_short_name(x, y, a, b, counts, scope, best);
        if (!x_brief) score_short_name(y, x, b, a, counts, scope, best);
      } else if (may_be_misspelled(x.words, y.words) && is_one_story(a, b, counts)) {
        raise(best, 0.82, "misspelled in one story", both(x.surface, y.surface));
      } else if (scope == Scope::kDocument && x.words.size() == y.words.size() &&
                 (is_family_of(x, y) || is_family_of(y, x))) {
        raise(best, 0.92, "family name", both(x.surface, y.surface));
      } else if (may_abbreviate(x.words, y.words)) {
        const bool x_brief = x.words.size() <= y.words.size();
        const ParsedName& brief = x_brief ? x : y;
        const ParsedName& full = x_brief ? y : x;
        // First names must agree: "Luiz Lula" is no short form of "Inácio Luiz Lula".
        if (brief.words.front()[0] == full.words.front()[0]) {
          raise(best, 0.93, "middle name or initial left out", evidence);
        } else if (is_only_one_of_family(counts, brief, full) &&
                   (is_family_of(brief, full) ||
                    (scope == Scope::kDocument && !brief.titles.empty() && ends_in(full, brief)))) {
          raise(best, scope == Scope::kDocument ? 0.92 : 0.86, "family name", evidence);
        }
      } else if (is_family_first(x.words, y.words)) {
        raise(best, 0.9, "family name first", evidence);
      } else if (are_spelled_alike(x.words, y.words) &&
                 (are_surely_alike(x.words, y.words) ||
                  (scope == Scope::kCorpus &&
                   common_company(counts, a, b).names >= kNamesForSpelling))) {
        raise(best, 0.88, "spelling", evidence);
      } else if (abbreviates_alike(x.words, y.words)) {
        raise(best, 0.86, "spelling", evidence);
      } else if ((share_given_name(x.words, y.words) || shortens_given_name(x, y)) &&
                 (scope == Scope::kDocument || is_one_story(a, b, counts) ||
                  is_only_pair(x, y, a, b, counts))) {
        raise(best, 0.82, "short given name", evidence);
      } else if (share_form_of_given_name(x, y)) {
        raise(best, 0.86, "form of the given name", evidence);
      } else if (is_only_pair_in_short(x, y, a, b, counts)) {
        raise(best, 0.8, "short given name", evidence);
      }
    }
  }
}

bool full_names_differ(const EntityProfile& a, const EntityProfile& b) {
  const ParsedName& x = a.names.front();
  const ParsedName& y = b.names.front();
  if (!x.suffix.empty() && !y.suffix.empty() && x.suffix != y.suffix) return true;
  // A son is told from his father by the suffix, when both are named in full.
  if (x.suffix != y.suffix && x.words.size() > 1 && y.words.size() > 1) return true;
  if (x.words.size() < 2 || y.words.size() < 2) return false;
  return !may_abbreviate(x.words, y.words) && !is_family_of(x, y) && !is_family_of(y, x) &&
         !may_be_misspelled(x.words, y.words) && !are_spelled_alike(x.words, y.words) &&
         !abbreviates_alike(x.words, y.words) && !share_given_name(x.words, y.words) &&
         !shortens_given_name(x, y) && !share_form_of_given_name(x, y) &&
         !is_family_first(x.words, y.words);
}

bool go_by_one_name(const EntityProfile& a, const EntityProfile& b) {
  return std::any_of(a.names.begin(), a.names.end(), [&](const ParsedName& x) {
    return x.words.size() > 1 &&
           std::any_of(b.names.begin(), b.names.end(), [&](const ParsedName& y) {
             return x.words == y.words && x.suffix == y.suffix;
           });
  });
}

}  // namespace relata

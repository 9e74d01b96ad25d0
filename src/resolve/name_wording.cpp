#include "resolve/name_wording.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "relata/analysis/lexicon.hpp"

namespace relata {
namespace {

using Words = std::vector<std::string>;

/// "Bank Larnex", "Larnex Bank".
bool is_bank_turned(const Words& a, const Words& b, const Lexicon& lexicon) {
  return a.size() == 2 && b.size() == 2 && a[0] == b[1] && a[1] == b[0] &&
         (a[0] == "bank" || a[1] == "bank") && !lexicon.is_word(a[0] == "bank" ? a[1] : a[0]);
}

/// "Larnex Police Department", "Larnex Police Service" are the Larnex Police.
Words without_service(const Words& words) {
  constexpr std::array<std::string_view, 4> kServices = {"department", "force", "office",
                                                         "service"};
  constexpr std::array<std::string_view, 3> kPolice = {"police", "sheriff", "sheriffs"};
  const auto has = [](const auto& list, const std::string& word) {
    return std::find(list.begin(), list.end(), word) != list.end();
  };
  Words brief = words;
  if (brief.size() > 1 && has(kServices, brief.back()) && has(kPolice, brief[brief.size() - 2])) {
    brief.pop_back();
  }
  return brief;
}

/// Of a country, or with a name of its own: "Police Force" is any.
bool is_one_police(const Words& a, const Words& b, bool of_country) {
  if (a.front() != b.front()) return false;
  const Words x = without_service(a);
  const Words y = without_service(b);
  return x == y && (of_country || x.size() > 1) && (x.size() < a.size() || y.size() < b.size());
}

/// "University of Larnex", "Larnex University", of a capital, whose name they share there;
/// elsewhere both may be ("University of Washington", "Washington University").
bool is_university_turned(const Words& a, const Words& b, const Lexicon& lexicon) {
  constexpr std::size_t kOf = 3;  // words: "university of larnex"
  const Words& with_of = a.size() > b.size() ? a : b;
  const Words& other = a.size() > b.size() ? b : a;
  return with_of.size() == kOf && other.size() + 1 == kOf && with_of[0] == "university" &&
         with_of[1] == "of" && other[1] == "university" && with_of[2] == other[0] &&
         !lexicon.country_of_capital(other[0]).empty() &&
         lexicon.country_of_region(other[0]).empty();
}

/// "Larnex", "Larnexan": the adjective of a name that means nothing else.
bool is_adjective_of(const std::string& adjective, const std::string& name,
                     const Lexicon& lexicon) {
  constexpr std::size_t kLong = 4;
  constexpr std::array<std::string_view, 3> kEndings = {"an", "ian", "n"};
  return name.size() >= kLong && adjective.starts_with(name) && !lexicon.is_word(name) &&
         std::find(kEndings.begin(), kEndings.end(),
                   std::string_view(adjective).substr(name.size())) != kEndings.end();
}

/// "Larnex People's Front", "Larnexan People's Front": three words or more, one of them otherwise.
bool differ_in_adjective(const Words& a, const Words& b, const Lexicon& lexicon) {
  constexpr std::size_t kEnough = 3;
  if (a.size() != b.size() || a.size() < kEnough) return false;
  const auto [x, y] = std::mismatch(a.begin(), a.end(), b.begin());
  return x != a.end() && std::equal(x + 1, a.end(), y + 1) &&
         (is_adjective_of(*x, *y, lexicon) || is_adjective_of(*y, *x, lexicon));
}

/// "Larnex Oblast", which raw words call a region, and "Larnex Province".
bool is_oblast_translated(const ParsedName& oblast, const ParsedName& province) {
  const Words& a = oblast.words;
  const Words& b = province.words;
  const bool so_called = oblast.surface.ends_with("Oblast") || oblast.surface.ends_with("oblast");
  return so_called && a.size() == b.size() && a.size() > 1 && b.back() == "province" &&
         std::equal(a.begin(), a.end() - 1, b.begin());
}

}  // namespace

bool has_own_word(const ParsedName& name, const Lexicon& lexicon) {
  return std::any_of(name.words.begin(), name.words.end(), [&](const std::string& word) {
    return !is_preposition(word) && word != "and" && !lexicon.is_word(word);
  });
}

std::string police_of(const Words& words) {
  const Words brief = without_service(words);
  const bool police = brief.size() < words.size() || brief.back() == "police";
  return police && brief.size() > 1 ? join_words(brief) : std::string();
}

Words telling_words(const Words& words) {
  constexpr std::size_t kEnough = 3;
  Words telling;
  std::copy_if(words.begin(), words.end(), std::back_inserter(telling),
               [](const std::string& word) { return !is_preposition(word) && word != "the"; });
  if (telling.size() < kEnough) telling.clear();
  return telling;
}

bool is_put_otherwise(const ParsedName& x, const ParsedName& y, EntityType type,
                      const Lexicon& lexicon) {
  if (x.of_country != y.of_country) return false;
  const Words& a = x.of_country.empty() ? x.words : x.bare_words;
  const Words& b = y.of_country.empty() ? y.words : y.bare_words;
  if (type == EntityType::kOrganization) {
    const Words telling = a.front() == b.front() ? telling_words(a) : Words();
    if (!telling.empty() && telling == telling_words(b)) return true;
    if (is_one_police(a, b, !x.of_country.empty()) || is_bank_turned(a, b, lexicon) ||
        is_university_turned(a, b, lexicon) || differ_in_adjective(a, b, lexicon))
      return true;
  }
  if (type == EntityType::kPlace && (is_oblast_translated(x, y) || is_oblast_translated(y, x))) {
    return true;
  }
  const Words turned = head_last(a);
  if (turned != head_last(b)) return false;
  if (!x.of_country.empty()) return true;
  const std::string& before_head = turned[turned.size() - 2];
  return type == EntityType::kPlace || is_department(turned.back()) ||
         lexicon.noun_class(before_head) != NounClass::kOther ||
         !lexicon.verb_of_noun(before_head).empty();
}

}  // namespace relata

#include "resolve/spelling_slips.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

#include "relata/analysis/lexicon.hpp"
#include "relata/resolve/name.hpp"
#include "resolve/candidate_pair.hpp"

namespace relata {
namespace {

constexpr double kSlipScore = 0.8;

constexpr std::size_t kShortest = 6;    // letters of a word in which one may be wrong
constexpr std::size_t kLong = 9;        // the same of two
constexpr std::uint64_t kMentions = 2;  // of a name that is a slip

/// Letters put in, left out, or changed with the next, at most `most`.
bool are_within(std::string_view a, std::string_view b, std::size_t most) {
  if (a.empty() || b.empty()) return a.size() + b.size() <= most;
  if (a.front() == b.front()) return are_within(a.substr(1), b.substr(1), most);
  if (most == 0) return false;
  if (a.size() > 1 && b.size() > 1 && a[0] == b[1] && a[1] == b[0] &&
      are_within(a.substr(2), b.substr(2), most - 1)) {
    return true;
  }
  return are_within(a, b.substr(1), most - 1) || are_within(a.substr(1), b, most - 1);
}

bool is_vowel(char letter) {
  return std::string_view("aeiouy").find(letter) != std::string_view::npos;
}

/// The consonants, of double ones one.
std::string consonants_of(std::string_view word) {
  std::string consonants;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (!is_vowel(word[i]) && (i == 0 || word[i] != word[i - 1])) consonants += word[i];
  }
  return consonants;
}

char last_vowel(std::string_view word) {
  const std::size_t at = word.find_last_of("aeiouy");
  return at == word.npos ? '\0' : word[at];
}

/// A word that a name may be made of and no letter is wrong in.
bool is_known(const std::string& word, const Lexicon& lexicon) {
  return lexicon.is_word(word) || lexicon.is_country(word) || lexicon.is_title(word) ||
         !lexicon.country_of_demonym(word).empty() || !lexicon.country_of_capital(word).empty();
}

/// The word of `slip` that is one for that of `right`; nothing where another word differs, too.
std::optional<std::pair<std::string, std::string>> find_slip(const ParsedName& slip,
                                                             const ParsedName& right, bool person) {
  std::optional<std::pair<std::string, std::string>> found;
  if (person) {
    // Two people in full are two; one by the family name alone may be the one in full.
    if (slip.words.size() != 1) return found;
    if (is_slip(slip.words.front(), right.words.back())) {
      found.emplace(slip.words.front(), right.words.back());
    }
    return found;
  }
  if (slip.words.size() != right.words.size()) return found;
  for (std::size_t i = 0; i < slip.words.size(); ++i) {
    if (slip.words[i] == right.words[i]) continue;
    if (found || !is_slip(slip.words[i], right.words[i])) return std::nullopt;
    found.emplace(slip.words[i], right.words[i]);
  }
  return found;
}

bool is_slip_for(const EntityProfile& slip, const EntityProfile& right, const Lexicon& lexicon) {
  if (slip.names.size() != 1 || right.names.empty() || slip.type != right.type) return false;
  if (!slip.country.empty() || !right.country.empty() || slip.plural != right.plural) return false;
  const bool person = slip.type == EntityType::kPerson;
  const auto words = find_slip(slip.names.front(), right.names.front(), person);
  if (!words || is_known(words->first, lexicon) || is_known(words->second, lexicon)) return false;
  // Of a long word either may be the right one.
  return right.mentions > slip.mentions ||
         (right.mentions == slip.mentions && words->first.size() >= kLong);
}

}  // namespace

bool may_be_misspelled(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  constexpr std::size_t kShortestOfFull = 4;
  if (a.size() != b.size() || a.size() < 2) return false;
  std::size_t differ = a.size();  // the word
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] == b[i]) continue;
    if (differ != a.size()) return false;
    differ = i;
  }
  if (differ == a.size()) return false;
  const std::string& x = a[differ];
  const std::string& y = b[differ];
  if (std::min(x.size(), y.size()) < kShortestOfFull || x.front() != y.front()) return false;
  if (x.back() != y.back() && (is_vowel(x.back()) || is_vowel(y.back()))) return false;
  if (x.size() != y.size()) return are_within(x, y, 1);
  std::size_t wrong = 0;
  for (std::size_t i = 0; i < x.size(); ++i) wrong += x[i] == y[i] ? 0U : 1U;
  return wrong == 1 || are_within(x, y, 1);
}

bool is_slip(std::string_view a, std::string_view b) {
  constexpr std::string_view kDigits = "0123456789";
  const std::size_t shorter = std::min(a.size(), b.size());
  if (a == b || shorter < kShortest || a.front() != b.front() || a.back() != b.back()) return false;
  if (a.find_first_of(kDigits) != a.npos || b.find_first_of(kDigits) != b.npos) return false;
  return last_vowel(a) == last_vowel(b) && are_within(a, b, shorter < kLong ? 1 : 2) &&
         are_within(consonants_of(a), consonants_of(b), 1);
}

std::vector<CandidatePair> find_slips(const DocumentRecords& /*document*/,
                                      std::span<const EntityProfile> profiles,
                                      const std::vector<FirstPhrase>& /*phrases*/,
                                      const Lexicon& lexicon) {
  // The first letter is right: of people that of the family name, of things that of the first word.
  using Key = std::tuple<EntityType, std::size_t, char>;
  const auto key_of = [](const EntityProfile& profile) {
    const std::vector<std::string>& words = profile.names.front().words;
    const bool person = profile.type == EntityType::kPerson;
    return Key(profile.type, person ? 1 : words.size(), (person ? words.back() : words.front())[0]);
  };
  std::map<Key, std::vector<std::size_t>> alike;
  for (std::size_t i = 0; i < profiles.size(); ++i) {
    if (!profiles[i].names.empty()) alike[key_of(profiles[i])].push_back(i);
  }
  std::vector<CandidatePair> pairs;
  for (const auto& [key, units] : alike) {
    for (const std::size_t i : units) {
      if (profiles[i].names.size() != 1 || profiles[i].mentions > kMentions) continue;
      for (const std::size_t j : units) {
        if (j == i || !is_slip_for(profiles[i], profiles[j], lexicon)) continue;
        const std::string& x = profiles[i].names.front().surface;
        const std::string& y = profiles[j].names.front().surface;
        pairs.push_back(candidate_pair(i, j, kSlipScore, "misspelled", x, y));
      }
    }
  }
  return pairs;
}

}  // namespace relata

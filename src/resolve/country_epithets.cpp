#include "resolve/country_epithets.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>

#include "relata/analysis/lexicon.hpp"
#include "relata/resolve/name.hpp"
#include "resolve/raw_words.hpp"
#include "resolve/sentence_country.hpp"

namespace relata {
namespace {

constexpr double kDirectionScore = 0.8;
constexpr double kEpithetScore = 0.74;

std::string_view opposite_of(std::string_view direction) {
  if (direction == "north") return "south";
  if (direction == "south") return "north";
  if (direction == "east") return "west";
  return direction == "west" ? "east" : std::string_view();
}

/// "North Korea" for "the North": there is a South Korea, too.
bool is_called_by(const std::string& country, std::string_view direction, const Lexicon& lexicon) {
  const std::vector<std::string> words = fold_words(country);
  if (words.size() != 2 || words.front() != direction) return false;
  return lexicon.is_country(std::string(opposite_of(direction)) + ' ' + words.back());
}

/// The direction that "the North", or the first of "North and South Korea", is called by; empty for
/// other phrases.
std::string direction_of(const EntityRecord& record) {
  const std::vector<RawWord> words = split_raw(record.name);
  const bool fits = record.named && words.size() == 1 && words.front().capital;
  return fits && !opposite_of(words.front().folded).empty() ? words.front().folded : std::string();
}

/// What is said of a country and tells where it lies or what it is like: "West African",
/// "oil-rich", "landlocked"; not "host", "first", "neighboring", which choose one of several.
bool is_epithet(std::span<const RawWord> words, const Lexicon& lexicon) {
  constexpr std::array<std::string_view, 4> kLand = {"island", "landlocked", "mountainous",
                                                     "desert"};
  if (words.empty()) return false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const RawWord& word = words[i];
    const bool like = word.hyphen_after || (i > 0 && words[i - 1].hyphen_after);
    const bool of_continent =
        i > 0 && (is_direction(words[i - 1].folded) || words[i - 1].folded == "latin");
    const bool of_country =
        !lexicon.country_of_demonym(word.text).empty() || lexicon.is_country(word.text);
    const bool region = word.capital && (of_continent || !of_country);
    if (!region && !like && !is_direction(word.folded) &&
        std::find(kLand.begin(), kLand.end(), word.folded) == kLand.end()) {
      return false;
    }
  }
  return true;
}

/// "the West African nation", and nothing more.
bool is_epithet_of_country(const EntityProfile& profile, const FirstPhrase& phrase,
                           const Lexicon& lexicon) {
  if (!profile.names.empty() || profile.plural || determiner_of(phrase) != "the") return false;
  const std::vector<RawWord> words = split_raw(phrase.text);
  if (words.size() < 2) return false;
  const std::string& noun = words.back().folded;
  return (noun == "country" || noun == "nation") &&
         is_epithet(std::span(words).first(words.size() - 1), lexicon);
}

}  // namespace

std::vector<CandidatePair> find_country_epithets(const DocumentRecords& document,
                                                 std::span<const EntityProfile> profiles,
                                                 const std::vector<FirstPhrase>& phrases,
                                                 const Lexicon& lexicon) {
  std::vector<CandidatePair> pairs;
  const auto add = [&](std::size_t i, const std::string& country, double score,
                       std::string_view reason) {
    const auto named =
        std::find_if(profiles.begin(), profiles.end(),
                     [&](const EntityProfile& profile) { return profile.country == country; });
    if (named == profiles.end()) return;
    const auto j = static_cast<std::size_t>(named - profiles.begin());
    pairs.push_back(
        {std::min(i, j), std::max(i, j), {score, reason, profiles[i].text + " = " + country}});
  };
  std::set<std::string> countries;
  for (const EntityProfile& profile : profiles) countries.insert(profile.country);
  for (std::size_t i = 0; i < profiles.size(); ++i) {
    const std::string direction = direction_of(document.entities[i]);
    if (!direction.empty()) {
      for (const std::string& country : countries) {
        if (is_called_by(country, direction, lexicon)) {
          add(i, country, kDirectionScore, "country by its direction");
        }
      }
      continue;
    }
    const std::string main = profiles[i].main_country;
    if (main.empty() || !is_epithet_of_country(profiles[i], phrases[i], lexicon)) continue;
    const std::set<std::string> before = countries_in(phrases[i].before, lexicon);
    if (before.empty() || (before.size() == 1 && *before.begin() == main)) {
      add(i, main, kEpithetScore, "main country");
    }
  }
  return pairs;
}

}  // namespace relata

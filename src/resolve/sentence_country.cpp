#include "resolve/sentence_country.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "relata/resolve/name.hpp"
#include "resolve/raw_words.hpp"

namespace relata {
namespace {

constexpr double kSentenceCountryScore = 0.78;

/// Of "Democratic Republic of the Congo".
constexpr std::size_t kLongestCountry = 5;

/// "America" of "South America", "Latin America": no country.
bool is_part_of_continent(const std::vector<RawWord>& words, std::size_t i) {
  return i > 0 && words[i].folded.starts_with("america") && words[i - 1].capital &&
         !words[i - 1].comma_after &&
         (is_direction(words[i - 1].folded) || words[i - 1].folded == "latin");
}

/// "Jordan" of "Jordan Novak": a word that means nothing follows.
bool is_given_name(const std::vector<RawWord>& words, std::size_t i, const Lexicon& lexicon) {
  if (i + 1 >= words.size() || words[i].comma_after || words[i].possessive) return false;
  const RawWord& next = words[i + 1];
  return next.capital && !next.all_capitals && !lexicon.is_word(next.folded) &&
         !lexicon.is_title(next.text) && lexicon.country_of_demonym(next.text).empty();
}

/// "the country", "the nation", and nothing more.
bool is_some_country(const EntityProfile& profile, const FirstPhrase& phrase) {
  const std::string noun = join_words(fold_words(phrase.text));
  return profile.names.empty() && !profile.plural && (noun == "country" || noun == "nation") &&
         determiner_of(phrase) == "the";
}

}  // namespace

std::set<std::string> countries_in(std::string_view text, const Lexicon& lexicon) {
  const std::vector<RawWord> words = split_raw(text);
  std::set<std::string> found;
  for (std::size_t i = 0; i < words.size();) {
    std::size_t taken = 1;
    for (std::size_t n = std::min(kLongestCountry, words.size() - i); n > 0; --n) {
      if (!words[i].capital) break;
      const std::string surface = surface_of(std::span(words).subspan(i, n));
      std::string_view country = lexicon.canonical_country(surface);
      const bool name = !country.empty();
      if (!name) country = lexicon.country_of_demonym(surface);
      if (country.empty() || is_part_of_continent(words, i) ||
          (name && n == 1 && is_given_name(words, i, lexicon)))
        continue;
      found.emplace(country);
      taken = n;
      break;
    }
    i += taken;
  }
  return found;
}

std::string country_of_sentence(const FirstPhrase& phrase, const Lexicon& lexicon) {
  std::set<std::string> countries =
      countries_in(phrase.before + ' ' + phrase.text + ' ' + phrase.after, lexicon);
  if (countries.empty()) countries = countries_in(phrase.previous, lexicon);
  return countries.size() == 1 ? *countries.begin() : std::string();
}

void set_sentence_countries(const std::vector<FirstPhrase>& phrases, const Lexicon& lexicon,
                            std::vector<EntityProfile>& profiles) {
  for (std::size_t i = 0; i < profiles.size(); ++i) {
    EntityProfile& profile = profiles[i];
    const bool body = profile.type == EntityType::kOrganization && !profile.names.empty() &&
                      profile.country.empty() && profile.main_country.empty();
    if (!body) continue;
    profile.sentence_country = country_of_sentence(phrases[i], lexicon);
  }
}

std::vector<CandidatePair> find_sentence_countries(const DocumentRecords& /*document*/,
                                                   std::span<const EntityProfile> profiles,
                                                   const std::vector<FirstPhrase>& phrases,
                                                   const Lexicon& lexicon) {
  std::vector<CandidatePair> pairs;
  for (std::size_t i = 0; i < profiles.size(); ++i) {
    if (!is_some_country(profiles[i], phrases[i])) continue;
    std::set<std::string> countries = countries_in(phrases[i].before, lexicon);
    if (countries.empty()) countries = countries_in(phrases[i].previous, lexicon);
    if (countries.size() != 1) continue;
    const std::string& country = *countries.begin();
    const auto named =
        std::find_if(profiles.begin(), profiles.end(),
                     [&](const EntityProfile& profile) { return profile.country == country; });
    if (named == profiles.end()) continue;
    const auto j = static_cast<std::size_t>(named - profiles.begin());
    pairs.push_back({std::min(i, j),
                     std::max(i, j),
                     {kSentenceCountryScore, "country of the sentence",
                      named->names.empty() ? country : named->names.front().surface}});
  }
  return pairs;
}

}  // namespace relata

#include "resolve/model_names.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "relata/analysis/lexicon.hpp"
#include "relata/resolve/description.hpp"
#include "relata/resolve/name.hpp"
#include "resolve/raw_words.hpp"

namespace relata {
namespace {

/// "the final LX30 jet", "one LX30 jet": of several.
bool chooses_one(std::string_view folded) {
  constexpr std::array<std::string_view, 8> kChoosing = {"first", "final", "last",   "latest",
                                                         "one",   "same",  "single", "third"};
  return std::find(kChoosing.begin(), kChoosing.end(), folded) != kChoosing.end() ||
         (folded != "new" && is_word_for_another(folded));
}

/// "LX30", and "30" of "LX-30".
bool ends_designation(const std::vector<RawWord>& words, std::size_t i) {
  constexpr std::size_t kLetters = 3;
  const bool tied = i > 0 && words[i - 1].hyphen_after && words[i - 1].capital &&
                    words[i - 1].text.size() <= kLetters;
  return is_designation(words[i].folded) ||
         (tied && std::any_of(words[i].folded.begin(), words[i].folded.end(), is_digit));
}

/// "Larnex LX30" of "new Larnex LX30 airliner": capitals up to a designation, with nothing but
/// small words around. Empty for other phrases.
std::string described_model(std::string_view phrase) {
  const std::vector<RawWord> words = split_raw(phrase);
  std::size_t first = 0;
  while (first < words.size() && !words[first].capital) {
    if (chooses_one(words[first].folded) || words[first].possessive) return {};
    ++first;
  }
  std::size_t last = first;
  while (last < words.size() && words[last].capital && !words[last].possessive &&
         !ends_designation(words, last)) {
    ++last;
  }
  if (last + 1 >= words.size() || !ends_designation(words, last)) return {};
  const std::string& model = words[last].folded;
  // "717 passengers" are so many.
  const bool number = std::all_of(model.begin(), model.end(), is_digit);
  if (number && last == first) return {};
  if (words[last].hyphen_after || words[last].possessive) return {};
  const bool small =
      std::none_of(words.begin() + static_cast<std::ptrdiff_t>(last) + 1, words.end(),
                   [](const RawWord& word) { return word.capital || is_preposition(word.folded); });
  if (!small) return {};
  return std::string(phrase.substr(words[first].begin, words[last].end - words[first].begin));
}

}  // namespace

bool is_designation(std::string_view folded) {
  constexpr std::size_t kShortest = 3;
  constexpr std::size_t kYear = 4;
  if (folded.size() < kShortest || std::none_of(folded.begin(), folded.end(), is_digit)) {
    return false;
  }
  const bool number = std::all_of(folded.begin(), folded.end(), is_digit);
  const bool year =
      folded.size() == kYear && (folded.starts_with("19") || folded.starts_with("20"));
  return number ? !year : !is_digit(folded.front());  // "25th", "1990s", "500m"
}

bool drops_maker(const ParsedName& brief, const ParsedName& full) {
  const bool numbered =
      std::any_of(brief.words.begin(), brief.words.end(), [](const std::string& word) {
        return word.size() > 1 && word.find_first_of("0123456789") != std::string::npos;
      });
  return numbered && brief.words.size() + 1 == full.words.size() &&
         std::equal(brief.words.begin(), brief.words.end(), full.words.begin() + 1);
}

bool drops_nickname(const ParsedName& brief, const ParsedName& full, const Lexicon& lexicon) {
  constexpr std::size_t kNickname = 5;  // letters
  return brief.words.size() > 1 && brief.words.size() + 1 == full.words.size() &&
         std::equal(brief.words.begin(), brief.words.end(), full.words.begin()) &&
         is_designation(brief.words.back()) && full.words.back().size() >= kNickname &&
         std::none_of(full.words.back().begin(), full.words.back().end(), is_digit) &&
         !lexicon.is_word(full.words.back());
}

void name_described_models(const std::vector<FirstPhrase>& phrases, const Lexicon& lexicon,
                           std::span<EntityProfile> profiles) {
  for (std::size_t i = 0; i < profiles.size(); ++i) {
    EntityProfile& profile = profiles[i];
    if (profile.type != EntityType::kObject || !profile.names.empty() || profile.plural ||
        profile.any || profile.owned) {
      continue;
    }
    const std::string model = described_model(phrases[i].text);
    if (model.empty()) continue;
    profile.names = {parse_name(model, profile.type, lexicon)};
    profile.full_names = {main_key(profile)};
  }
}

}  // namespace relata

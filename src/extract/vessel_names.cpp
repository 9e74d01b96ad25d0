#include "extract/vessel_names.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "extract/english.hpp"

namespace relata {
namespace {

/// Of navies and coast guards, and of merchant and research ships. Letters that more often mean
/// something else (MS, MT) are left out.
constexpr std::array<std::string_view, 22> kPrefixes = {
    "ARA", "BRP", "CNS", "HDMS", "HMAS", "HMCS", "HMNZS", "HMS", "HNLMS", "INS",  "KRI",
    "M/V", "MV",  "PNS", "RMS",  "ROKS", "RRS",  "SS",    "TCG", "USCGC", "USNS", "USS"};

bool is_prefix(std::string_view word) {
  return std::find(kPrefixes.begin(), kPrefixes.end(), word) != kPrefixes.end();
}

bool is_small(char c) { return c >= 'a' && c <= 'z'; }

}  // namespace

bool is_vessel_name(std::string_view name, const Lexicon& lexicon) {
  const std::size_t first = name.find(' ');
  if (first == name.npos || !is_prefix(name.substr(0, first))) return false;
  const std::string last(name.substr(name.rfind(' ') + 1));
  const std::string noun = lower_ascii(last);
  return begins_capital(name.substr(first + 1)) && !last.empty() && !is_small(last.front()) &&
         lexicon.noun_class(noun) != NounClass::kGroup && !lexicon.is_kind_of_organization(noun);
}

std::optional<WordRange> vessel_before_noun(const Sentence& sentence, const Mention& mention,
                                            const Lexicon& lexicon) {
  if (mention.type != MentionType::kObject || mention.form != MentionForm::kNominal ||
      lexicon.noun_class(sentence.words[mention.head].lemma) != NounClass::kArtifact ||
      is_coordination(sentence, mention)) {
    return std::nullopt;
  }
  for (std::size_t first = mention.first; first + 1 < mention.head; ++first) {
    if (!is_prefix(sentence.words[first].form)) continue;
    std::size_t last = first;
    while (last + 1 < mention.head && !begins_lower(sentence.words[last + 1])) ++last;
    if (last == first || !begins_capital(sentence.words[first + 1].form)) return std::nullopt;
    for (std::size_t i = last + 1; i < mention.head; ++i) {
      if (sentence.words[i].upos != Upos::kNoun) return std::nullopt;
    }
    return WordRange{first, last};
  }
  return std::nullopt;
}

}  // namespace relata

#include "extract/names_before_nouns.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "extract/compound_demonyms.hpp"
#include "extract/english.hpp"
#include "extract/mention_words.hpp"
#include "extract/time_words.hpp"

namespace relata {
namespace {

/// ASCII or not: what is no small letter, figure or mark.
bool begins_upper(const Word& word) {
  if (word.form.empty()) return false;
  const auto first = static_cast<unsigned char>(word.form.front());
  return (first >= 'A' && first <= 'Z') || first >= 0x80;
}

bool is_time_word(const Word& word) { return is_of_calendar(lower_ascii(word.form)); }

/// "Islamic", but not the "Former" that opens a sentence: its lemma keeps the capital.
bool is_proper_adjective(const Word& word) { return begins_capital(word.lemma); }

bool is_dash(const Word& word) { return word.form == "-" || word.form == "–"; }

/// II to IX, and XI: a single letter may be an initial.
bool is_roman_number(std::string_view form) {
  constexpr std::array<std::string_view, 8> kNumbers = {"II",  "III",  "IV", "VI",
                                                        "VII", "VIII", "IX", "XI"};
  return std::find(kNumbers.begin(), kNumbers.end(), form) != kNumbers.end();
}

/// "175" of "a Larnex 175 aircraft", "III" of "a Larnex III jet", "9" of "an MQ-9 drone": a number
/// that the parser puts into the name before it.
bool is_number_of_name(const Sentence& sentence, WordId id) {
  const Word& word = sentence.words[id];
  if (id == 0 || word.head == 0 || word.head > id || !word.deprel.starts_with("flat")) return false;
  const Word& name = sentence.words[word.head - 1];
  const bool number = word.upos == Upos::kNum && has_digit(word.form);
  return (number || is_roman_number(word.form)) && name.upos == Upos::kPropn && name.form != "No.";
}

/// May be a word of a name before the noun; whether it may be its first or last is asked apart.
bool may_belong(const Sentence& sentence, WordId id, WordId noun) {
  const Word& word = sentence.words[id];
  if (!is_below(sentence, id, noun)) return false;
  if (word.upos == Upos::kPunct) return is_dash(word) || word.form == "&" || word.form == "/";
  if (word.upos == Upos::kAdp) return word.form == "of";
  if (word.upos == Upos::kPropn) return !is_time_word(word);  // "al" of "al-Islam", too
  if (word.upos == Upos::kNum) return is_number_of_name(sentence, id);
  const bool content = word.upos == Upos::kNoun || word.upos == Upos::kAdj || word.upos == Upos::kX;
  return content && begins_upper(word) && !is_time_word(word);
}

bool may_begin(const Sentence& sentence, WordId id, const Lexicon& lexicon) {
  const Word& word = sentence.words[id];
  if (word.upos == Upos::kPropn || word.upos == Upos::kX) return begins_upper(word);
  if (!begins_upper(word)) return false;
  if (word.upos == Upos::kAdj && !demonym_country(sentence, id, lexicon).empty()) return false;
  return id > 0 || is_proper_adjective(word);
}

/// "Army", "Senate", "Police": a kind of body in capitals.
bool names_body(const Word& word, const Lexicon& lexicon) {
  const std::string noun = lower_ascii(word.form);
  return begins_upper(word) &&
         (lexicon.noun_class(noun) == NounClass::kGroup || lexicon.is_kind_of_organization(noun));
}

/// "A321-200", "MQ-9 Reaper", "Larnex 175": a word of letters and figures, or a number behind one
/// of letters.
bool names_make(const Sentence& sentence, const NameBeforeNoun& name) {
  for (WordId id = name.first; id <= name.last; ++id) {
    const Word& word = sentence.words[id];
    if (is_number_of_name(sentence, id)) return true;
    if (has_digit(word.form) && begins_upper(word) && lower_ascii(word.form) != word.form) {
      return true;
    }
  }
  return false;
}

}  // namespace

std::vector<NameBeforeNoun> names_before_nouns(const Sentence& sentence, const Lexicon& lexicon) {
  std::vector<NameBeforeNoun> found;
  for (WordId noun = 1; noun < sentence.words.size(); ++noun) {
    const Word& head = sentence.words[noun];
    if (head.upos != Upos::kNoun || !begins_lower(head)) continue;
    WordId end = noun;  // one behind the name
    const auto is_small = [&](WordId id) {
      const Word& word = sentence.words[id];
      return begins_lower(word) &&
             (word.upos == Upos::kNoun || word.upos == Upos::kAdj || word.upos == Upos::kPropn) &&
             is_below(sentence, id, noun);
    };
    while (end > 0 && is_small(end - 1)) --end;
    WordId begin = end;
    while (begin > 0 && may_belong(sentence, begin - 1, noun)) --begin;
    while (begin < end && !may_begin(sentence, begin, lexicon)) ++begin;
    // "Peruvian Army soldiers": the adjective is a part of what the noun alone doesn't name.
    if (end == begin + 1 && begin > 0 && names_body(sentence.words[begin], lexicon) &&
        !demonym_country(sentence, begin - 1, lexicon).empty()) {
      const bool known = !found.empty() && found.back().last >= begin;
      if (!known) found.push_back({demonym_begin(sentence, begin - 1, lexicon), begin, noun});
      continue;
    }
    while (end > begin && sentence.words[end - 1].upos != Upos::kPropn &&
           !is_number_of_name(sentence, end - 1)) {
      --end;
      end = std::max(begin, demonym_begin(sentence, end, lexicon));
    }
    if (begin == end || lexicon.is_title(sentence.words[end - 1].form)) continue;
    // "Blue Cross volunteers group": the nearer noun has it, unless it has a part of it only.
    if (!found.empty() && found.back().last >= begin) {
      if (found.back().first <= begin) continue;
      found.pop_back();
    }
    found.push_back({begin, end - 1, noun});
  }
  return found;
}

std::optional<EntityType> type_before_noun(const Sentence& sentence, const NameBeforeNoun& name,
                                           bool object, const Lexicon& lexicon) {
  const NounClass thing = lexicon.noun_class(lower_ascii(sentence.words[name.noun].lemma));
  // "an MQ-9 Reaper drone", "two CRJ-900 aircraft": of a make, as its number tells.
  if ((object || thing == NounClass::kArtifact) && names_make(sentence, name)) {
    return EntityType::kObject;
  }
  if (name.first == name.last) return std::nullopt;
  switch (lexicon.noun_class(lower_ascii(sentence.words[name.last].form))) {
    case NounClass::kPlace:
      return EntityType::kPlace;
    case NounClass::kEvent:
    case NounClass::kAct:
      return EntityType::kEvent;
    case NounClass::kCommunication:
    case NounClass::kTime:
    case NounClass::kQuantity:
      return std::nullopt;
    default:
      break;
  }
  if (thing == NounClass::kPerson || thing == NounClass::kGroup) return EntityType::kOrganization;
  return std::nullopt;
}

}  // namespace relata

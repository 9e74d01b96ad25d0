#include "extract/names_before_nouns.hpp"

#include <algorithm>

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

bool is_time_word(const Word& word) {
  const std::string lower = lower_ascii(word.form);
  return month_of(lower) > 0 || weekday_of(lower) >= 0;
}

/// "Islamic", but not the "Former" that opens a sentence: its lemma keeps the capital.
bool is_proper_adjective(const Word& word) {
  return !word.lemma.empty() && word.lemma.front() >= 'A' && word.lemma.front() <= 'Z';
}

bool is_dash(const Word& word) { return word.form == "-" || word.form == "–"; }

/// May be a word of a name before the noun; whether it may be its first or last is asked apart.
bool may_belong(const Sentence& sentence, WordId id, WordId noun) {
  const Word& word = sentence.words[id];
  if (!is_below(sentence, id, noun)) return false;
  if (word.upos == Upos::kPunct) return is_dash(word) || word.form == "&";
  if (word.upos == Upos::kAdp) return word.form == "of";
  if (word.upos == Upos::kPropn) return !is_time_word(word);  // "al" of "al-Islam", too
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

/// "A321-200", "MQ-9 Reaper": a word of letters and figures.
bool names_make(const Sentence& sentence, const NameBeforeNoun& name) {
  return std::any_of(
      sentence.words.begin() + static_cast<std::ptrdiff_t>(name.first),
      sentence.words.begin() + static_cast<std::ptrdiff_t>(name.last) + 1, [](const Word& word) {
        return has_digit(word.form) && begins_upper(word) && lower_ascii(word.form) != word.form;
      });
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
    while (end > begin && sentence.words[end - 1].upos != Upos::kPropn) {
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
                                           const Lexicon& lexicon) {
  const NounClass thing = lexicon.noun_class(lower_ascii(sentence.words[name.noun].lemma));
  // "an MQ-9 Reaper drone", "two CRJ-900 aircraft": of a make, as its number tells.
  if (thing == NounClass::kArtifact && names_make(sentence, name)) return EntityType::kObject;
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

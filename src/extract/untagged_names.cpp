#include "extract/untagged_names.hpp"

#include <string>
#include <string_view>

#include "extract/english.hpp"
#include "extract/time_words.hpp"
#include "extract/tree.hpp"

namespace relata {
namespace {

/// An argument, or in apposition to the noun right before it.
bool may_name(const Sentence& sentence, WordId first, WordId head) {
  const Word& word = sentence.words[head];
  const std::string_view relation = word.deprel;
  if (relation == "appos") {
    return first > 0 && word.head == first && sentence.words[first - 1].upos == Upos::kNoun;
  }
  if (relation == "nmod:desc" || relation == "nmod:unmarked" || relation == "obl:unmarked") {
    return false;
  }
  return relation.starts_with("nsubj") || relation.starts_with("obj") ||
         relation.starts_with("obl") || relation.starts_with("nmod");
}

/// The type of what a common noun names, where it makes a node; none of people, whom the tagger
/// finds.
std::optional<EntityType> type_of_noun(std::string_view noun, const Lexicon& lexicon) {
  switch (lexicon.noun_class(noun)) {
    case NounClass::kPlace:
      return EntityType::kPlace;
    case NounClass::kEvent:
    case NounClass::kAct:
      return EntityType::kEvent;
    case NounClass::kArtifact:
      return EntityType::kObject;
    case NounClass::kCommunication:
      return EntityType::kWork;
    case NounClass::kGroup:
      return EntityType::kOrganization;
    case NounClass::kPerson:
    case NounClass::kTime:
    case NounClass::kQuantity:
    case NounClass::kOther:
      return std::nullopt;
  }
  return std::nullopt;
}

/// True of a name behind a noun that it hangs on, that hangs on it, or beside it in the same role.
bool stands_behind_noun(const Sentence& sentence, WordId first, WordId head) {
  if (first == 0) return false;
  const Word& noun = sentence.words[first - 1];
  const Word& name = sentence.words[head];
  return noun.upos == Upos::kNoun && begins_lower(noun) &&
         (is_below(sentence, first - 1, head) || name.head == first ||
          (noun.head == name.head && noun.deprel == name.deprel));
}

/// True of what a proper noun means that is no name of one thing: a title, a time, inhabitants.
bool is_common(const Word& word, const Lexicon& lexicon) {
  return !begins_capital(word.form) || is_of_calendar(lower_ascii(word.form)) ||
         lexicon.is_title(word.form) || lexicon.can_be_person(lower_ascii(word.lemma)) ||
         !lexicon.country_of_demonym(word.form).empty() ||
         !lexicon.country_of_demonym(word.lemma).empty();
}

}  // namespace

std::vector<UntaggedName> untagged_names(const Sentence& sentence,
                                         const std::set<std::size_t>& in_other_names,
                                         const Lexicon& lexicon) {
  std::vector<UntaggedName> found;
  for (WordId head = 0; head < sentence.words.size(); ++head) {
    const Word& word = sentence.words[head];
    // "the Americas" of "the Shield of the Americas" is a part of that.
    const bool of_name = word.head > 0 && word.head <= sentence.words.size() &&
                         sentence.words[word.head - 1].upos == Upos::kPropn;
    if (word.upos != Upos::kPropn || of_name || is_common(word, lexicon)) continue;
    const auto belongs = [&](WordId id) {
      const Word& part = sentence.words[id];
      const bool content = part.upos == Upos::kPropn || part.upos == Upos::kAdj ||
                           part.upos == Upos::kNoun || part.upos == Upos::kX;
      // "Lima" of "the Lima Security Conference", too, though it is tagged.
      return (content || part.upos == Upos::kNum) && begins_capital(part.form) &&
             is_below(sentence, id, head) && lexicon.country_of_demonym(part.form).empty();
    };
    WordId first = head;
    while (first > 0 && belongs(first - 1)) --first;
    // "Two", "Former": what is capitalised for standing first.
    while (first < head && first == 0 && sentence.words[first].upos != Upos::kPropn) ++first;
    if (!may_name(sentence, first, head)) continue;
    WordId last = flat_end(sentence, head);
    // "130" of "Larnex C-130"
    if (last + 2 < sentence.words.size() && sentence.words[last + 1].form == "-" &&
        has_digit(sentence.words[last + 2].form) && is_below(sentence, last + 2, head)) {
      last += 2;
    }
    // "MV" of "the carrier MV Larnex Star": where more of the name follows, its end is not known.
    if (word.deprel == "appos" && last + 1 < sentence.words.size()) {
      const Upos next = sentence.words[last + 1].upos;
      if (next == Upos::kPropn || next == Upos::kNum) continue;
    }
    // "M" of "M/T Larnex"
    bool apart = first < last || word.form.size() > 1;
    for (WordId id = head; id <= last; ++id) apart = apart && !in_other_names.contains(id);
    if (!apart) continue;
    // "the cruise ship Larnex": of the kind that the noun says, however the two hang together.
    const bool behind_noun = stands_behind_noun(sentence, first, head);
    const std::string noun =
        lower_ascii(behind_noun ? sentence.words[first - 1].lemma : sentence.words[last].form);
    std::optional<EntityType> type;
    if (behind_noun || first < last) type = type_of_noun(noun, lexicon);
    if (!type && !behind_noun && first < last) type = EntityType::kOther;
    found.push_back({{first, last}, type});
  }
  return found;
}

}  // namespace relata

// Types of entities without a name, where their noun tells them better than the mention detector.
#include <vector>

#include "extract/english.hpp"
#include "extract/entities.hpp"
#include "extract/mention_words.hpp"
#include "extract/tree.hpp"

namespace relata {
namespace {

/// The type that stands, or the one that the noun leaves no doubt about: people by a plural
/// ("46,000 people" are no organization), a body of people by a collective ("the crew" is no
/// person), people by a noun that mostly calls them ("beneficiaries" are no place), a thing by the
/// noun of one ("two rifles" are nobody), what happens by the noun of a deed ("a test flight" is no
/// thing).
EntityType type_by_noun(EntityType type, const Word& noun, const Lexicon& lexicon) {
  // Those who rule are many things: "the authorities", "the junta"; but no one person.
  if (lexicon.body_of(lower_ascii(noun.form)).kind != BodyKind::kNone) {
    return type == EntityType::kPerson && !lexicon.can_be_person(noun.lemma)
               ? EntityType::kOrganization
               : type;
  }
  const NounClass sense = lexicon.noun_class(noun.lemma);
  const bool several = feature(noun, "Number") == "Plur";
  if (type == EntityType::kOrganization) {
    return is_several_people(noun, lexicon) ? EntityType::kGroup : type;
  }
  if (type == EntityType::kObject) {
    return sense == NounClass::kEvent || sense == NounClass::kAct ? EntityType::kEvent : type;
  }
  if (type == EntityType::kPlace) {
    return several && sense == NounClass::kPerson ? EntityType::kGroup : type;
  }
  if (type != EntityType::kPerson && type != EntityType::kGroup) return type;
  if (lexicon.can_be_person(noun.lemma)) return type;
  if (sense == NounClass::kGroup) return EntityType::kGroup;
  // Of one there is more doubt: "the cabinet", "a total".
  return several && sense == NounClass::kArtifact ? EntityType::kObject : type;
}

}  // namespace

void EntityIndex::settle_types(const Lexicon& lexicon) {
  std::vector<bool> settled(records_.size(), false);
  for (std::size_t i = 0; i < of_mentions_.size(); ++i) {
    const Mention& mention = analysis_->mentions[i];
    const std::size_t entity = of_mentions_[i];
    if (entity == kNoEntity || settled[entity] || mention.form != MentionForm::kNominal) continue;
    settled[entity] = true;  // its first description decides
    EntityRecord& record = records_[entity];
    if (record.named) continue;
    const std::vector<Word>& words = analysis_->sentences[mention.sentence].words;
    const Word& noun = words[mention.head];
    // "20 of those on board", "77 more": more than one, whatever they are counted as.
    const bool counted = noun.upos == Upos::kAdj && mention.head > mention.first;
    const Word& number = counted ? words[mention.head - 1] : noun;
    const bool one = lower_ascii(number.form) == "one" || number.form == "1";
    if (number.upos == Upos::kNum && record.type == EntityType::kPerson && !one) {
      record.type = EntityType::kGroup;
    }
    if (noun.upos == Upos::kNoun) record.type = type_by_noun(record.type, noun, lexicon);
    if (record.type == EntityType::kGroup) record.gender.clear();
  }
}

}  // namespace relata

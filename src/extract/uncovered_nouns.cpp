// People, bodies, places and things that the mention detector passed over.
#include <algorithm>
#include <set>
#include <string_view>

#include "extract/english.hpp"
#include "extract/entities.hpp"
#include "extract/mention_words.hpp"
#include "extract/nominal_support.hpp"
#include "relata/core/unicode.hpp"

namespace relata {
namespace {

/// What the noun names, or kTime for what makes no node of its own: deeds, sayings, amounts.
EntityType type_of(const Word& noun, const Lexicon& lexicon) {
  const bool plural = feature(noun, "Number") == "Plur";
  // "ten Peruvians"
  const bool inhabitants = plural && !lexicon.country_of_demonym(noun.lemma).empty();
  if (inhabitants) return EntityType::kGroup;
  if (noun.upos != Upos::kNoun) return EntityType::kTime;
  switch (lexicon.noun_class(noun.lemma)) {
    case NounClass::kPerson:
      return plural ? EntityType::kGroup : EntityType::kPerson;
    case NounClass::kGroup:
      return is_several_people(noun, lexicon) ? EntityType::kGroup : EntityType::kOrganization;
    case NounClass::kPlace:
      return EntityType::kPlace;
    case NounClass::kArtifact:
      return EntityType::kObject;
    case NounClass::kEvent:
      return EntityType::kEvent;
    case NounClass::kAct:
    case NounClass::kCommunication:
    case NounClass::kTime:
    case NounClass::kQuantity:
    case NounClass::kOther:
      return EntityType::kTime;
  }
  return EntityType::kTime;
}

/// A title before a name is part of what the person is called.
bool is_argument(std::string_view relation) {
  if (relation == "nmod:desc") return false;
  return relation.starts_with("nsubj") || relation.starts_with("obj") ||
         relation.starts_with("obl") || relation.starts_with("nmod") || relation == "conj";
}

/// The noun with what stands before it, determiners and possessors dropped, and whether anything
/// picks it out: a definite, a number, a modifier, a phrase behind.
struct NounWords {
  Words words;
  bool specific = false;
  bool known = false;  ///< "the": the text has spoken of it
};

NounWords words_of(const Sentence& sentence, WordId noun) {
  NounWords found;
  std::set<WordId> inside{noun};
  // Modifiers of modifiers: walk until nothing is added; phrases are short.
  for (bool grown = true; grown;) {
    grown = false;
    for (WordId id = 0; id < noun; ++id) {
      const Word& word = sentence.words[id];
      if (word.head == 0 || !inside.contains(word.head - 1) || inside.contains(id)) continue;
      const std::string_view relation = word.deprel;
      const bool modifier = relation.starts_with("amod") || relation.starts_with("nummod") ||
                            relation.starts_with("compound") || relation.starts_with("advmod") ||
                            relation.starts_with("flat") || relation == "nmod:desc" ||
                            relation == "punct";
      if (!modifier) continue;
      inside.insert(id);
      grown = true;
    }
  }
  for (const WordId id : inside) found.words.push_back(id);
  while (found.words.size() > 1 && sentence.words[found.words.front()].upos == Upos::kPunct) {
    found.words.erase(found.words.begin());
  }
  for (WordId id = 0; id < sentence.words.size(); ++id) {
    const Word& word = sentence.words[id];
    if (word.head != noun + 1) continue;
    const std::string_view relation = word.deprel;
    found.known =
        found.known || feature(word, "Definite") == "Def" || feature(word, "PronType") == "Dem";
    found.specific = found.specific || found.known || relation.starts_with("nummod") ||
                     relation.starts_with("amod") || relation.starts_with("nmod") ||
                     relation.starts_with("compound") || relation.starts_with("acl");
  }
  return found;
}

/// One run of words, or none: a label with a gap in it reads wrong.
bool is_contiguous(const Words& words) { return words.back() - words.front() + 1 == words.size(); }

bool has_capital(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// "the six": a number with an article, and nothing that it counts.
bool is_counted_anaphor(const Sentence& sentence, WordId id) {
  const Word& word = sentence.words[id];
  if (word.upos != Upos::kNum || !is_argument(word.deprel)) return false;
  bool definite = false;
  for (const Word& other : sentence.words) {
    if (other.head != id + 1) continue;
    if (other.deprel == "case") continue;
    if (other.deprel.starts_with("nmod") || other.deprel.starts_with("amod")) return false;
    definite = definite || feature(other, "Definite") == "Def";
  }
  return definite;
}

/// The one group before this place that the number counts ("six aid workers"), or kNoEntity.
std::size_t counted_group(const std::vector<EntityRecord>& records, const std::string& number,
                          std::size_t before) {
  std::size_t found = kNoEntity;
  for (std::size_t i = 0; i < records.size(); ++i) {
    const EntityRecord& record = records[i];
    if (record.type != EntityType::kGroup || record.first.start >= before) continue;
    const bool counts = std::any_of(
        record.descriptions.begin(), record.descriptions.end(),
        [&](const std::string& text) { return lower_ascii(text).starts_with(number + " "); });
    if (!counts) continue;
    if (found != kNoEntity) return kNoEntity;
    found = i;
  }
  return found;
}

}  // namespace

void EntityIndex::add_nouns(const Document& document, const CodePoints& code_points,
                            const Lexicon& lexicon) {
  std::map<std::string, std::size_t> by_description;
  for (std::size_t i = 0; i < records_.size(); ++i) {
    for (const std::string& description : records_[i].descriptions) {
      by_description.emplace(description, i);
    }
  }
  for (std::size_t i = 0; i < analysis_->sentences.size(); ++i) {
    const Sentence& sentence = analysis_->sentences[i];
    const SentenceText text(document, sentence, code_points);
    for (WordId id = 0; id < sentence.words.size(); ++id) {
      const Word& word = sentence.words[id];
      const bool counted = is_counted_anaphor(sentence, id);
      if (!counted && (!is_noun(word) || !is_argument(word.deprel))) continue;
      const auto& heads = by_head_[i];
      const auto covered =
          std::lower_bound(heads.begin(), heads.end(), std::pair(id, std::size_t{0}));
      if (covered != heads.end() && covered->first == id) continue;
      if (uncovered_name_at(i, id) != kNoEntity) continue;
      if (counted) {
        const std::size_t group =
            counted_group(records_, lower_ascii(word.form), code_points.index(word.span.start));
        if (group == kNoEntity) continue;
        nouns_.emplace(std::pair(i, id), group);
        added_words_.push_back({i, id, id, id, MentionForm::kNominal, group});
        ++records_[group].mentions;
        continue;
      }
      // "en route to Cork": no route that is told of.
      if (id > 0 && lower_ascii(sentence.words[id - 1].form) == "en") continue;
      // "director Jan Novak", "whose brother, Jan Novak," is whom the name means.
      const std::size_t named = entity_of_name_beside(i, id, lexicon);
      if (named != kNoEntity) {
        nouns_.emplace(std::pair(i, id), named);
        continue;
      }
      const EntityType type = type_of(word, lexicon);
      if (type == EntityType::kTime) continue;
      const NounWords noun = words_of(sentence, id);
      // Of people also "a passer-by": the graph asks whom they meet.
      if (!noun.specific && type != EntityType::kPerson) continue;
      if (!is_contiguous(noun.words)) continue;
      const std::string description = clean_label(text.text(noun.words));
      if (description.empty()) continue;
      // The same words again are the same thing where they point back or hold a name.
      const auto same = by_description.find(description);
      if (same != by_description.end() && (noun.known || has_capital(description))) {
        nouns_.emplace(std::pair(i, id), same->second);
        added_words_.push_back(
            {i, noun.words.front(), id, id, MentionForm::kNominal, same->second});
        ++records_[same->second].mentions;
        continue;
      }
      EntityRecord record;
      record.doc = document.id;
      record.entity = id_prefix_ + std::to_string(clusters_ + added_++);
      record.type = type;
      record.name = description;
      record.descriptions = {description};
      record.first = text.range(noun.words).value_or(TextRange{});
      record.mentions = 1;
      record.specific = noun.specific;
      const std::string_view number = feature(word, "Number");
      if (number == "Plur" || number == "Sing") record.number = number == "Plur" ? "plur" : "sing";
      nouns_.emplace(std::pair(i, id), records_.size());
      added_words_.push_back(
          {i, noun.words.front(), id, id, MentionForm::kNominal, records_.size()});
      by_description.emplace(description, records_.size());
      records_.push_back(std::move(record));
    }
  }
}

std::size_t EntityIndex::entity_of_name_beside(std::size_t sentence, WordId noun,
                                               const Lexicon& lexicon) const {
  const std::vector<Word>& words = analysis_->sentences[sentence].words;
  const bool person = type_of(words[noun], lexicon) == EntityType::kPerson;
  for (WordId id = noun + 1; id < words.size(); ++id) {
    if (words[id].head != noun + 1) continue;
    const bool beside = words[id].deprel == "appos" && words[id].upos == Upos::kPropn && person;
    if (!beside && !words[id].deprel.starts_with("flat")) continue;
    const std::size_t name = uncovered_name_at(sentence, id);
    if (name != kNoEntity) return name;
    const std::size_t mention = mention_at(sentence, id, words.size());
    if (mention == kNoEntity || analysis_->mentions[mention].form != MentionForm::kName) continue;
    if (!beside || analysis_->mentions[mention].type == MentionType::kPerson) {
      return of_mentions_[mention];
    }
  }
  return kNoEntity;
}

std::size_t EntityIndex::uncovered_noun_at(std::size_t sentence, WordId head) const {
  const auto found = nouns_.find({sentence, head});
  return found == nouns_.end() ? kNoEntity : found->second;
}

}  // namespace relata
